import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ASPECTS, type Aspect, readClarity } from '../core/clarity.ts';
import { readDraft } from '../core/draft.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { directives } from './planting.ts';

const HEAD = '---\nsố: 12/KH-UBND\ncơ quan ban hành: Ủy ban nhân dân tỉnh Lào Cai\nngày ban hành: 2026-03-05\n---\n\n';
const clarityOf = (text: string, settings: Partial<Settings> = {}) =>
  readClarity(readDraft(text, bundledRegistry), {
    registry: bundledRegistry,
    today: '2026-03-05',
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
/** The aspects in which some task is not clear, with the tasks. */
const lacking = (text: string, settings?: Partial<Settings>) =>
  Object.fromEntries(
    ASPECTS.flatMap((aspect): [Aspect, string[]][] => {
      const ids = clarityOf(text, settings).lacking[aspect].map(({ id }) => id);
      return ids.length > 0 ? [[aspect, ids]] : [];
    }),
  );
const CLEAR = '1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ trình dự thảo Quyết định trước ngày 30/6/2026.\n\n';

describe('clarity: 6 rõ', () => {
  it('finds nothing in a task that says all', () => {
    assert.deepEqual(lacking(`${HEAD}## I. NHIỆM VỤ\n\n${CLEAR}`), {});
    assert.deepEqual([clarityOf(`${HEAD}${CLEAR}`).tasks, clarityOf(`${HEAD}${CLEAR}`).clear], [1, 1]);
    assert.deepEqual(clarityOf('Lời mở đầu.\n').tasks, 0);
  });

  it('tells of each aspect which task is not clear about it', () => {
    const second = (task: string) => lacking(`${HEAD}## I. NHIỆM VỤ\n\n${CLEAR}2. ${task}\n`);
    assert.deepEqual(second('Sở Nội vụ tăng cường công tác phối hợp trước cuối năm.'), {
      what: ['I.2'],
      product: ['I.2'],
    });
    assert.deepEqual(second('Sở Nội vụ trình dự thảo Quy chế.'), { when: ['I.2'] });
    assert.deepEqual(second('Sở Nội vụ thường xuyên theo dõi việc thực hiện.'), {});
    assert.deepEqual(second('Sở Nội vụ trình dự thảo Quy chế trước ngày 31/4/2026.'), { when: ['I.2'] });
    assert.deepEqual(second('Các cơ quan liên quan trình dự thảo Quy chế trước ngày 30/6/2026.'), { who: ['I.2'] });
    assert.deepEqual(second('Sở Nội vụ và Sở Y tế chủ trì trình dự thảo Quy chế trước ngày 30/6/2026.'), {
      responsibility: ['I.2'],
    });
    assert.deepEqual(second('Giao Tòa án nhân dân tỉnh Lào Cai báo cáo trước ngày 30/6/2026.'), { authority: ['I.2'] });
    assert.deepEqual(second('Trình dự thảo Quy chế trước ngày 30/6/2026.'), {
      who: ['I.2'],
      responsibility: ['I.2'],
      authority: ['I.2'],
    });
  });

  it('counts every row of a table in which several lead', () => {
    const rows = [1, 2]
      .map((n) => `| ${n} | Trình dự thảo Quy chế số ${n} | Sở Nội vụ, Sở Y tế | 30/6/2026 |\n`)
      .join('');
    const table = `| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n| --- | --- | --- | --- |\n${rows}`;
    assert.equal(lacking(`${HEAD}## I. NHIỆM VỤ\n\n${table}`).responsibility?.length, 2);
  });

  it('does not count what the settings or a comment with a reason set aside', () => {
    const text = `${HEAD}## I. NHIỆM VỤ\n\nGiao Tòa án nhân dân tỉnh Lào Cai báo cáo trước ngày 30/6/2026.\n`;
    assert.deepEqual(Object.keys(lacking(text)), ['authority']);
    assert.deepEqual(lacking(text, { rules: { 'owner/authority': 'off' } }), {});
    assert.deepEqual(lacking(text.replace('Giao', '<!-- chidao-bỏ-qua owner/authority: đã thống nhất -->\nGiao')), {});
  });

  it('of signed directives is never less than half, and the lines are those of the tasks', () => {
    for (const { draft } of directives) {
      const { tasks, clear, lacking } = readClarity(draft, { registry: bundledRegistry, today: '2026-11-21' });
      assert.equal(tasks, draft.tasks.length);
      const unclear = new Set(ASPECTS.flatMap((aspect) => lacking[aspect].map(({ id }) => id)));
      assert.equal(clear, tasks - unclear.size);
      for (const aspect of ASPECTS) assert.ok(lacking[aspect].length < tasks * 0.6, aspect);
      for (const { id, line } of ASPECTS.flatMap((aspect) => lacking[aspect])) {
        const task = draft.tasks.find((each) => each.id === id);
        assert.ok(task && (draft.lines[line - 1] ?? 0) <= task.start && task.start < (draft.lines[line] ?? Infinity));
      }
    }
  });
});
