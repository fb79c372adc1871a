import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Draft, readDraft } from '../core/draft.ts';
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
        key === 'since'
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
        draft = readDraft(text, bundledRegistry, draft);
        assert.deepEqual(plain(draft), plain(readDraft(text, bundledRegistry)));
      }
    });
  }

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
