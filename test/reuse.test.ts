import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { type Draft, moveOn, readDraft } from '../core/draft.ts';
import { indexNeighbours } from '../core/neighbours.ts';
import type { Finding } from '../core/rule.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { type Summary, summaryOf } from '../core/summary.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { pick, seeded } from './random.ts';

const PIECES = [
  '\n\n',
  '\n',
  'a) ',
  'đ) Bộ Công an chủ trì, phối hợp với Bộ Tư pháp rà soát. Hoàn thành trước ngày 31/12/2025.',
  '## IV. TỔ CHỨC THỰC HIỆN\n\n',
  '##### Giai đoạn từ ngày 01/7/2025 đến ngày 31/12/2025\n\n',
  '- ',
  '(1) ',
  ' (2) ',
  'Nơi nhận:\n',
  '```\n',
  '<!-- ',
  '---\n',
  'ngày ban hành: 2026-01-05\n',
  '| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Rà soát | Bộ Y tế |\n',
  'PHỤ LỤC I\n\n',
  'hoà\u0301',
  '\u00a0',
];

function randomEdit(random: () => number, text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const removed = random() < 0.5 ? Math.floor(random() * (random() < 0.2 ? 2000 : 40)) : 0;
  const added = random() < 0.7 ? pick(random, PIECES) : '';
  return text.slice(0, at) + added + text.slice(at + removed);
}

const project = { registry: bundledRegistry, today: '2026-01-01', settings: DEFAULT_SETTINGS };

/** What words say is remembered by the registry: with another one nothing is known yet. */
function afresh(text: string): Draft {
  return readDraft(text, { ...bundledRegistry });
}

const KEYS =
  'x| |n|,|.|;|:|"|(|)|1|30|đ|**|_|\n| ngày | và và|Giao | các các| nghành| 2025| 05 nhiệm vụ| thường xuyên| khẩn trương\
| trước ngày 30/6/2025| trong quý III năm 2025| Bộ Công an| chủ trì| phối hợp với Sở Y tế| Bộ Giao thông vận tải\
| UBND tỉnh Quảng Nam| Ban Chỉ đạo 06| (Phụ lục II)| khoản 2 Mục III| Nghị quyết số 57-NQ/TW ngày 22/12/2024\
| (sau đây gọi tắt là BCĐ)'.split('|');

/** A letter or some words typed, or some letters deleted, anywhere. */
function randomKeystroke(random: () => number, text: string): string {
  const at = Math.floor(random() * text.length);
  // A word put in another's place all through the text, as renaming and mending do.
  if (random() < 0.1) return text.replace(/trước ngày/g, (words, place) => (place % 3 ? words : 'trong ngày'));
  if (random() < 0.35) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 8));
  return text.slice(0, at) + pick(random, KEYS) + text.slice(at);
}

/** Findings of one place and rule come in any order. */
function sorted(findings: readonly Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

/** A draft holds its tree, whose nodes know their parents: compare what was read, not the ring. */
function plain(draft: Draft): unknown {
  return JSON.parse(
    JSON.stringify(draft, (key, value) => {
      if (
        key === 'parent' ||
        key === 'node' ||
        key === 'under' ||
        key === 'registry' ||
        key === 'children' ||
        key === 'root' ||
        key === 'since' ||
        key === 'whole' ||
        key === 'visits' ||
        key === 'results'
      )
        return undefined;
      return value;
    }),
  );
}

describe('reading again after an edit', () => {
  for (const path of ['examples/thong-bao-336-TB-VPCP.md', 'examples/ke-hoach-02-KH-BCDTW.md']) {
    it(`gives what reading afresh gives: ${path}`, function () {
      this.timeout(120_000);
      const random = seeded(336);
      let text = readFileSync(path, 'utf8').slice(0, 9000);
      let draft = readDraft(text, bundledRegistry);
      for (let i = 0; i < 60; i++) {
        text = randomEdit(random, text);
        draft = moveOn(draft, text);
        assert.deepEqual(plain(draft), plain(afresh(text)));
      }
    });
  }

  const pasted = (text: string) => text.replace(/\n{2,}/g, '\n').replace(/^#+ /gm, '');
  const forms: readonly [string, string, (text: string) => string][] = [
    ['examples/thong-bao-336-TB-VPCP.md', '', (text) => text],
    ['examples/ke-hoach-02-KH-BCDTW.md', '', (text) => text],
    ['examples/thong-bao-336-TB-VPCP.md', ', pasted', pasted],
    ['examples/ke-hoach-02-KH-BCDTW.md', ', pasted', pasted],
  ];
  for (const [path, as, form] of forms) {
    it(`finds what checking afresh finds, keystroke by keystroke: ${path}${as}`, function () {
      this.timeout(120_000);
      const random = seeded(57);
      let text = form(readFileSync(path, 'utf8').slice(0, 12_000));
      let draft = readDraft(text, bundledRegistry);
      check(draft, project);
      for (let i = 0; i < 60; i++) {
        text = randomKeystroke(random, text);
        draft = moveOn(draft, text);
        assert.deepEqual(plain(draft), plain(afresh(text)));
        const other = afresh(text);
        const found = check(other, { ...project, registry: other.registry });
        assert.deepEqual(sorted(check(draft, project)), sorted(found));
      }
    });
  }

  it('carries over what is typed among the recipients and in the signature', () => {
    const text = `---
loại: Quyết định
số: 15/QĐ-UBND
ngày ban hành: 2026-03-02
---

**Điều 1.** Giao Sở Y tế chủ trì rà soát thuốc dự phòng trước ngày 30/6/2026.

**Điều 2.** Giám đốc Sở Tài chính và Viện Kiểm sát nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Sở Y tế;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

PGS.TS. Nguyễn Văn An

PHỤ LỤC I

1. Danh mục thuốc.
`;
    const ready = { ...project, settings: { ...DEFAULT_SETTINGS, ready: true } };
    const random = seeded(15);
    let carried = 0;
    const [from, to] = [text.indexOf('Nơi nhận'), text.indexOf('PHỤ LỤC')];
    for (let at = from; at < to; at++) {
      const typed = pick(random, [
        'x',
        'X',
        ' ',
        ';',
        '.',
        '3',
        ', 1',
        ' TM. ',
        'Như Điều 1, ',
        ' Sở Nội vụ',
        '\n- ',
        '',
      ]);
      const next = text.slice(0, at) + typed + text.slice(typed === '' ? at + 1 : at);
      const draft = readDraft(text, bundledRegistry);
      check(draft, ready);
      const after = moveOn(draft, next);
      if (after.since) carried++;
      const fresh = afresh(next);
      assert.deepEqual(plain(after), plain(fresh));
      assert.deepEqual(sorted(check(after, ready)), sorted(check(fresh, { ...ready, registry: fresh.registry })));
    }
    assert.ok(carried > (to - from) / 2, `${carried} of ${to - from}`);
  });

  it('quotes an item without owner up to where its words end now', () => {
    const text = `## II. NHIỆM VỤ

1. Bộ Tài chính trình Nghị định trong tháng 8/2026.

2. Việc triển khai và phòng Trung ương Đảng chủ trì, phối hợp với Văn phòng Chính phủ, Văn phòng Quốc hội, Ban Cơ yếu Chính phủ: (1) Triển khai nền tảng họp trực tuyến. (2) Kết nối hệ thống thông tin điều hành.

3. Bộ Nội vụ báo cáo kết quả trước ngày 15/9/2026.
`;
    const from = text.indexOf('Việc triển');
    for (let at = from; at < text.indexOf('(1)'); at++) {
      const draft = readDraft(text, bundledRegistry);
      check(draft, project);
      const typed = `${text.slice(0, at)}x${text.slice(at)}`;
      const fresh = afresh(typed);
      assert.deepEqual(
        sorted(check(moveOn(draft, typed), project)),
        sorted(check(fresh, { ...project, registry: fresh.registry })),
      );
    }
  });

  it('carries over what stands where it stood, so that a letter more is no new draft', () => {
    const text = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8');
    const before = readDraft(text, bundledRegistry);
    const { self } = before;
    const after = moveOn(before, text.replace('Hoàn thành trong ngày', 'Hoàn thành xong trong ngày'));
    assert.equal(after.since?.self, self);
    assert.equal(after.since?.carried.anew.size, 1);
    assert.equal(after.nodes, before.nodes);
    const numbered = moveOn(after, text.replace('\nb) ', '\n\nb) '));
    assert.deepEqual(plain(numbered), plain(afresh(numbered.text)));
  });

  it('moves what was found once, though other documents come and go', () => {
    const cites = (day: string) => `theo Kết luận số 12-KL/TW ngày ${day} của Bộ Chính trị`;
    const other = readDraft(`# KẾ HOẠCH\n\n1. Bộ Y tế rà soát ${cites('05/3/2025')}.\n`, bundledRegistry);
    const index = indexNeighbours();
    index.put('other.md', summaryOf(other));
    const beside = { ...project, neighbours: (summary: Summary) => index.around('this.md', summary) };
    const text = `# KẾ HOẠCH\n\n1. Bộ Y tế chủ trì rà soát.\n\n2. Bộ Công an báo cáo ${cites('06/3/2025')}.\n`;
    let draft = readDraft(text, bundledRegistry);
    const found = check(draft, beside).filter(({ rule }) => rule === 'workspace/citation');
    assert.equal(found.length, 1);
    for (const typed of ['chủ trì tổ chức', 'chủ trì tổ chức việc']) {
      draft = moveOn(draft, text.replace('chủ trì', typed));
      for (const around of [beside, project, beside]) {
        const fresh = { ...around, registry: { ...bundledRegistry } };
        assert.deepEqual(sorted(check(draft, around)), sorted(check(readDraft(draft.text, fresh.registry), fresh)));
      }
    }
  });

  it('reads only what changed', () => {
    const text = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8');
    const before = readDraft(text, bundledRegistry);
    const after = readDraft(
      text.replace('Hoàn thành trong ngày 25/6/2025', 'Hoàn thành trong ngày 26/6/2025'),
      bundledRegistry,
      before,
    );
    const kept = new Set(before.sections.map((section) => section.facts));
    assert.equal(after.sections.filter((section) => !section.section.front && !kept.has(section.facts)).length, 1);
  });
});
