import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { toCsv, toMarkdownTable, toTabs, toTaskRows } from '../core/exports/task-table.ts';
import { type Arrangement, type Branch, toTaskTree } from '../core/exports/task-tree.ts';
import { drawTimeline, toTimeline } from '../core/exports/timeline.ts';
import { bundledRegistry } from '../registry/bundled.ts';

const read = (text: string) => readDraft(text, bundledRegistry);
const plan = read(readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8'));
const findings = check(plan, { registry: bundledRegistry, today: '2026-11-21' });
const leaves = (branches: readonly Branch[]): Branch[] =>
  branches.flatMap((branch) => (branch.count === 0 ? [branch] : leaves(branch.children)));
const show = (branches: readonly Branch[], depth = 0): string[] =>
  branches.flatMap(({ label, children }) => [`${'  '.repeat(depth)}${label}`, ...show(children, depth + 1)]);

const DRAFT = `---
ngày ban hành: 2025-06-01
---

## I. NHIỆM VỤ

### Giai đoạn từ nay đến ngày 30/6/2025

1. Bộ Tài chính chủ trì, phối hợp với Bộ Công an rà soát quy định, hoàn thành trước ngày 25/5/2025.

2. Bộ Nội vụ có trách nhiệm:

a) Xây dựng đề án; hoàn thành trong tháng 6/2025.

b) Theo dõi, đôn đốc. Nhiệm vụ thường xuyên.

## II. TỔ CHỨC THỰC HIỆN

1. Bộ Tài chính bố trí kinh phí.
`;

describe('tree of tasks', () => {
  const tree = (by: Arrangement, more = {}) => toTaskTree(read(DRAFT), [], { by, ...more }, 'vi');

  it('by section, as the draft has it', () => {
    assert.deepEqual(show(tree('section')), [
      'I. NHIỆM VỤ',
      '  Giai đoạn từ nay đến ngày 30/6/2025',
      '    1 · trước 25/5/2025',
      '    2. Bộ Nội vụ có trách nhiệm:',
      '      a · 30/6/2025',
      '      b · thường xuyên',
      'II. TỔ CHỨC THỰC HIỆN',
      '  1 · chưa có hạn',
    ]);
  });

  it('tells who and what behind when, below an owner what alone', () => {
    const [task] = leaves(tree('section'));
    assert.equal(task?.description, 'Bộ Tài chính: rà soát quy định, hoàn thành trước ngày 25/5/2025.');
    assert.match(task?.tooltip ?? '', /^Nhiệm vụ I\.G1\.1: rà soát.*Đã quá hạn/);
    assert.equal(leaves(tree('owner'))[0]?.label, 'trước 25/5/2025 · I.G1.1');
    assert.equal(leaves(tree('owner'))[0]?.description, 'rà soát quy định, hoàn thành trước ngày 25/5/2025.');
    assert.equal(leaves(tree('section')).at(-1)?.description, 'Bộ Tài chính: bố trí kinh phí.');
  });

  it('by owner, phase and deadline, with counts', () => {
    const groups = (by: Arrangement) => tree(by).map(({ label, count }) => `${label} ${count}`);
    assert.deepEqual(groups('owner'), ['Bộ Tài chính 2', 'Bộ Nội vụ 2']);
    assert.deepEqual(groups('phase'), ['Giai đoạn từ nay đến ngày 30/6/2025 3', 'Không thuộc giai đoạn nào 1']);
    assert.deepEqual(groups('deadline'), [
      'Đã qua vào ngày ban hành 1',
      'Tháng 6/2025 1',
      'Thường xuyên, định kỳ 1',
      'Chưa có ngày 1',
    ]);
  });

  it('of some words or some agencies only', () => {
    assert.equal(leaves(tree('section', { filter: 'de an' })).length, 1);
    assert.equal(leaves(tree('section', { mine: ['Bộ Công an'] })).length, 1);
    assert.equal(leaves(tree('owner', { mine: ['BNV'] })).length, 2);
  });

  it('has each task of a real plan in every arrangement, under ids of its own', () => {
    for (const by of ['section', 'owner', 'phase', 'deadline'] as const) {
      const found = leaves(toTaskTree(plan, findings, { by }, 'vi'));
      assert.equal(new Set(found.map(({ start }) => start)).size, plan.tasks.length, by);
      const ids: string[] = [];
      const collect = (branches: readonly Branch[]) => {
        for (const branch of branches) {
          ids.push(branch.id);
          collect(branch.children);
        }
      };
      collect(toTaskTree(plan, findings, { by }, 'vi'));
      assert.deepEqual(ids, [...new Set(ids)], by);
    }
    const faults = toTaskTree(plan, findings, { by: 'finding' }, 'vi');
    assert.ok(faults.some(({ label }) => label === 'deadline/outside-phase'));
  });
});

describe('timeline', () => {
  it('has phases and dated tasks in order', () => {
    const timeline = toTimeline([{ draft: read(DRAFT) }]);
    assert.deepEqual(
      timeline?.tasks.map(({ id, date, late }) => [id, date, late]),
      [
        ['I.G1.1', '2025-05-25', true],
        ['I.G1.2.a', '2025-06-30', false],
      ],
    );
    assert.equal(timeline?.undated, 2);
    assert.deepEqual(
      timeline?.phases.map(({ start, end }) => [start, end]),
      [['2025-06-01', '2025-06-30']],
    );
    assert.equal(toTimeline([{ draft: read('Không có gì.\n') }]), undefined);
  });

  it('puts several documents on one axis, each by its name', () => {
    const other = read(DRAFT.replaceAll('2025', '2024'));
    const timeline = toTimeline([
      { draft: read(DRAFT), name: 'A' },
      { draft: other, name: 'B' },
    ]);
    assert.deepEqual(
      timeline?.tasks.map(({ id, date, document }) => [id, date, document]),
      [
        ['B I.G1.1', '2024-05-25', 1],
        ['B I.G1.2.a', '2024-06-30', 1],
        ['A I.G1.1', '2025-05-25', 0],
        ['A I.G1.2.a', '2025-06-30', 0],
      ],
    );
    assert.deepEqual([timeline?.first, timeline?.last, timeline?.issued], ['2024-05-25', '2025-06-30', undefined]);
    assert.deepEqual([timeline?.undated, timeline?.phases.map(({ title }) => title[0])], [4, ['A', 'B']]);
    assert.match(timeline ? drawTimeline(timeline, 'vi') : '', /data-document="1" data-offset="\d+"/);
  });

  it('is drawn with words for each mark and nothing of the text as markup', () => {
    const draft = read(DRAFT.replace('Xây dựng đề án', 'Xây dựng <b>"đề án"</b> & phụ lục'));
    const timeline = toTimeline([{ draft }]);
    const svg = timeline ? drawTimeline(timeline, 'vi') : '';
    assert.equal(svg.match(/<a /g)?.length, 3);
    assert.equal(svg.match(/aria-label="[^"]+"/g)?.length, 4);
    assert.doesNotMatch(svg, /<b>|NaN|undefined/);
  });
});

describe('table of tasks', () => {
  const rows = toTaskRows(read(DRAFT), 'vi');

  it('has a row a task', () => {
    assert.equal(rows.length, 5);
    assert.deepEqual(rows[1]?.slice(1, 7), [
      'I.G1.1',
      'rà soát quy định, hoàn thành trước ngày 25/5/2025.',
      'Bộ Tài chính',
      'Bộ Công an',
      'hoàn thành trước ngày 25/5/2025',
      '2025-05-25',
    ]);
  });

  it('goes to spreadsheets, documents and Markdown', () => {
    const odd = [['=1+1', 'a "b"', 'c|d\te']];
    assert.equal(toCsv(odd), '\ufeff"\'=1+1","a ""b""","c|d\te"\r\n');
    assert.equal(toTabs(odd), '=1+1\ta "b"\tc|d e');
    assert.equal(toMarkdownTable(odd).split('\n')[0], '| =1+1 | a "b" | c\\|d\te |');
    assert.equal(toTabs(rows).split('\n').length, 5);
  });
});
