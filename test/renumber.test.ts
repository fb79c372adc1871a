import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { needsRenumbering, renumber, sectionAt } from '../core/renumber.ts';
import { rules } from '../core/rules/index.ts';
import { applyEdits } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { findProblems } from './problems.ts';

const numbering = rules.filter(({ id }) => id.startsWith('numbering/'));

/** The first fix of the first finding, made: paragraphs joined by " / ". */
function fixed(paragraphs: string): { text: string; title: string } {
  const text = `${paragraphs.split(' / ').join('\n\n')}\n`;
  const [finding] = findProblems(numbering, text);
  const [fix] = finding?.fixes ?? [];
  return {
    text: applyEdits(text, fix?.edits ?? [])
      .trim()
      .split('\n\n')
      .join(' / '),
    title: fix?.title.vi ?? '',
  };
}

const CASES: Record<string, readonly [string, string]> = {
  'khoản left out': [
    '## I. CHUNG / 1. Một. / 2. Theo khoản 5, khoản 4 Mục này và các khoản 1, 4 và 5. / 4. Theo khoản 2 Mục I. / 5. Năm theo khoản 4 Điều 8 Luật Dữ liệu.',
    '## I. CHUNG / 1. Một. / 2. Theo khoản 4, khoản 3 Mục này và các khoản 1, 3 và 4. / 3. Theo khoản 2 Mục I. / 4. Năm theo khoản 4 Điều 8 Luật Dữ liệu.',
  ],
  'points left out': [
    '1. Một: / a) A. / b) B theo điểm a, d và đ khoản 1. / d) D. / đ) Đ theo điểm d nêu trên. / 2. Hai theo điểm đ khoản 1, điểm d khoản 1.',
    '1. Một: / a) A. / b) B theo điểm a, c và d khoản 1. / c) D. / d) Đ theo điểm c nêu trên. / 2. Hai theo điểm d khoản 1, điểm c khoản 1.',
  ],
  'sections with what stands below them': [
    '## I. CHUNG / ## III. NHIỆM VỤ / 1. Một. / 2. Hai theo mục III.1, khoản 1 mục III và Mục I. / ## IV. TỔ CHỨC THỰC HIỆN / Theo Phần IV và từ Mục I đến Mục III.',
    '## I. CHUNG / ## II. NHIỆM VỤ / 1. Một. / 2. Hai theo mục II.1, khoản 1 mục II và Mục I. / ## III. TỔ CHỨC THỰC HIỆN / Theo Phần III và từ Mục I đến Mục II.',
  ],
  'numbers of two levels': [
    '1. Một. / 3. Ba: / 3.1. A theo mục 3.2. / 3.2. B theo mục 3. / 4. Bốn: / 4.1. C theo các mục 3.1, 4.2. / 4.2. D.',
    '1. Một. / 2. Ba: / 2.1. A theo mục 2.2. / 2.2. B theo mục 2. / 3. Bốn: / 3.1. C theo các mục 2.1, 3.2. / 3.2. D.',
  ],
  articles: [
    'Điều 1. Một. / Điều 3. Ba theo Điều 4. / Điều 4. Bốn theo khoản 1 Điều 3, không theo Điều 3 Nghị định số 63/2024/NĐ-CP. / Điều 5. Năm.',
    'Điều 1. Một. / Điều 2. Ba theo Điều 3. / Điều 3. Bốn theo khoản 1 Điều 2, không theo Điều 3 Nghị định số 63/2024/NĐ-CP. / Điều 4. Năm.',
  ],
  'one number off': [
    '1. Một theo khoản 7. / 2. Hai. / 7. Ba. / 4. Bốn theo khoản 7 và khoản 5. / 5. Năm.',
    '1. Một theo khoản 3. / 2. Hai. / 3. Ba. / 4. Bốn theo khoản 3 và khoản 5. / 5. Năm.',
  ],
  'a repeated number: which is meant is not known': [
    '1. Một. / 2. Hai. / 2. Ba. / 3. Bốn theo khoản 3 và khoản 2. / 4. Năm theo khoản 4.',
    '1. Một. / 2. Hai. / 3. Ba. / 4. Bốn theo khoản 4 và khoản 2. / 5. Năm theo khoản 5.',
  ],
  'numbers that changed places': [
    '1. Một. / 3. Hai. / 2. Ba. / 4. Bốn theo khoản 2. / 5. Năm theo khoản 3.',
    '1. Một. / 2. Hai. / 3. Ba. / 4. Bốn theo khoản 3. / 5. Năm theo khoản 2.',
  ],
  'a letter that is none': [
    'a) A. / b) B. / c) C. / d) D. / đ) Đ. / e) E theo điểm f và điểm h. / f) F. / h) H.',
    'a) A. / b) B. / c) C. / d) D. / đ) Đ. / e) E theo điểm g và điểm h. / g) F. / h) H.',
  ],
  'words of another document': [
    '1. Một. / 3. Ba theo mục 4 Kế hoạch số 12/KH-UBND và "theo khoản 4". / 4. Bốn.',
    '1. Một. / 2. Ba theo mục 4 Kế hoạch số 12/KH-UBND và "theo khoản 4". / 3. Bốn.',
  ],
};

describe('renumbering', () => {
  for (const [name, [text, expected]] of Object.entries(CASES)) {
    it(name, () => assert.equal(fixed(text).text, expected));
  }
  it('says which references change', () => {
    const [one, many] = [
      '1. Một. / 3. Ba theo khoản 4. / 4. Bốn.',
      '1. Theo khoản 3, khoản 4; khoản 5. Theo khoản 3. / 3. Ba. / 4. Bốn. / 5. Năm.',
    ];
    assert.equal(fixed(one).title, 'Đổi "3." thành "2." và đánh số lại các mục sau; sửa viện dẫn "khoản 4"');
    assert.equal(
      fixed(many).title,
      'Đổi "3." thành "2." và đánh số lại các mục sau; sửa viện dẫn "khoản 3, khoản 4; khoản 5", "khoản 3"',
    );
  });
});

describe('renumbering a section or the document', () => {
  const project = { registry: bundledRegistry, today: '2026-01-01' };
  const lines = (paragraphs: string) => `${paragraphs.split(' / ').join('\n\n')}\n`;
  /** All, or what the cursor "‸" stands in. */
  const renumbered = (marked: string) => {
    const at = lines(marked).indexOf('‸');
    const draft = readDraft(lines(marked).replace('‸', ''), bundledRegistry);
    const span = at < 0 ? { start: 0, end: draft.text.length } : sectionAt(draft, at);
    const needed = needsRenumbering(check(draft, project), span);
    const text = renumber(draft, project, span).trim().split('\n\n').join(' / ');
    assert.equal(text !== marked.replace('‸', ''), needed);
    return text;
  };
  const TWO =
    '## I. CHUNG / 1. Một: / a) A. / c) C. / 3. Ba theo điểm c khoản 1. / ## IV. HAI / 1. Một. / 3. Ba theo khoản 3.';

  it('puts all numbers in order, with every reference', () => {
    assert.equal(
      renumbered(TWO),
      '## I. CHUNG / 1. Một: / a) A. / b) C. / 2. Ba theo điểm b khoản 1. / ## II. HAI / 1. Một. / 2. Ba theo khoản 2.',
    );
    assert.equal(
      renumbered('1. Một. / 2. Mới. / 2. Hai: / 2.1. A. / 2.3. B theo mục 2.1. / 3. Ba theo mục 2.3 và khoản 3.'),
      '1. Một. / 2. Mới. / 3. Hai: / 3.1. A. / 3.2. B theo mục 3.1. / 4. Ba theo mục 3.2 và khoản 4.',
    );
  });

  it('leaves the numbers of other sections, but not the references from there', () => {
    assert.equal(
      renumbered(TWO.replace('A.', 'A‸.')),
      '## I. CHUNG / 1. Một: / a) A. / b) C. / 3. Ba theo điểm b khoản 1. / ## IV. HAI / 1. Một. / 3. Ba theo khoản 3.',
    );
    assert.equal(
      renumbered(TWO.replace('HAI', 'H‸AI')),
      '## I. CHUNG / 1. Một: / a) A. / c) C. / 3. Ba theo điểm c khoản 1. / ## IV. HAI / 1. Một. / 2. Ba theo khoản 2.',
    );
  });

  it('changes nothing of what is in order', () => {
    const right = '## I. CHUNG / 1. Một: / a) A. / b) B. / 2. Hai. / ## II. HAI / 1. Một theo khoản 2 Mục I.';
    assert.equal(renumbered(right), right);
  });
});
