import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDraft } from '../core/draft.ts';
import { readCitations } from '../core/language/citations.ts';
import { readReferences } from '../core/language/references.ts';
import { linksTo, readInternalReferences } from '../core/references.ts';
import { bundledRegistry } from '../registry/bundled.ts';

/** "điểm a+b < khoản 2 < mục II" of each reference of a sentence; "~" before a number that is reached, "!" for another document. */
function read(sentence: string): string[] {
  return readReferences(sentence, readCitations(sentence)).map(({ steps, external, beside, annex }) => {
    const chain = steps.map(({ level, numbers }) => {
      const list = numbers.map(({ text, reaches }) => `${reaches ? '~' : ''}${text}`).join('+');
      return `${level} ${list || 'này'}`;
    });
    const marks = `${external ? ' !' : ''}${beside === undefined ? '' : ` (${beside || 'số'})`}`;
    return `${chain.join(' < ')}${annex === undefined ? '' : ` < PL ${annex}`}${marks}`;
  });
}

const SENTENCES: Record<string, Record<string, readonly string[]>> = {
  'from small to large': {
    'nêu tại điểm a khoản 2 Mục II và khoản 3 Điều này': ['điểm a < khoản 2 < mục II', 'khoản 3 < điều này'],
    'tại mục 2.3 và điểm đ khoản 1 Điều 4': ['mục 2.3', 'điểm đ < khoản 1 < điều 4'],
    'theo điểm b, khoản 3, Mục II': ['điểm b < khoản 3 < mục II'],
    'quy định tại điểm a) khoản 1 của Điều 5': ['điểm a < khoản 1 < điều 5'],
    '(theo điểm a khoản 2)': ['điểm a < khoản 2'],
    'tại Khoản 3 - Điều 61': ['khoản 3 < điều 61'],
    'nhiệm vụ ở tiết b điểm 1 mục II': ['tiết b < điểm 1 < mục II'],
    'theo mục II.3.a và mục (2)': ['mục II.3.a+2'],
    'khoản 2a Điều 7b': ['khoản 2a < điều 7b'],
  },
  'from large to small': {
    'tại Điều 5 khoản 2 điểm a': ['điểm a < khoản 2 < điều 5'],
    'tại Mục II, khoản 3, điểm b': ['điểm b < khoản 3 < mục II'],
  },
  'several at once': {
    'các khoản 1, 2 và 3 Điều 5': ['khoản 1+2+3 < điều 5'],
    'điểm a, b và c khoản 1': ['điểm a+b+c < khoản 1'],
    'tại điểm a và điểm b khoản này': ['điểm a+b < khoản này'],
    'điểm b khoản 1, khoản 3 và khoản 4 Điều 5': ['điểm b < khoản 1 < điều 5', 'khoản 3+4 < điều 5'],
    'khoản 1 Điều 5 và khoản 2 Điều 6': ['khoản 1 < điều 5', 'khoản 2 < điều 6'],
    'khoản 1 và Điều 5': ['khoản 1', 'điều 5'],
    'từ khoản 1 đến khoản 4 Mục II': ['khoản 1+~4 < mục II'],
    'các khoản từ 1 đến 4; Điều 2-4': ['khoản 1+~4', 'điều 2+~4'],
    'điểm c khoản 2, các khoản 5 và 6 mục III': ['điểm c < khoản 2 < mục III', 'khoản 5+6 < mục III'],
  },
  'into another document': {
    'khoản 5 Điều 10 Luật Điện lực số 61/2024/QH15': ['khoản 5 < điều 10 !'],
    'điểm 3 mục II của Thông báo kết luận': ['điểm 3 < mục II !'],
    'tại các khoản 4, 5 và 6 Điều 8, khoản 2 Điều 35 Nghị định số 178/2026/NĐ-CP': [
      'khoản 4+5+6 < điều 8 !',
      'khoản 2 < điều 35 !',
    ],
    'theo Nghị định số 63/2024/NĐ-CP (khoản 2 Điều 5)': ['khoản 2 < điều 5 ! (số)'],
    'theo Điều 6 Thỏa thuận Paris': ['điều 6 !'],
    'Điều 5 Quy chế làm việc của Ủy ban': ['điều 5 !'],
    'Căn cứ Nghị quyết số 57-NQ/TW, các đơn vị rà soát nhiệm vụ nêu tại mục II.': ['mục II (số)'],
    'theo mục 2 của nghị quyết': ['mục 2 !'],
  },
  'into this document': {
    'nhiệm vụ tại Mục II Kế hoạch này': ['mục II'],
    'thực hiện mục 6 Công văn này và các nhiệm vụ khác': ['mục 6'],
    'Điều 5 của Chương trình hành động này': ['điều 5'],
    'Nhắc lại Nghị quyết số 57-NQ/TW. Các đơn vị thực hiện mục II.': ['mục II'],
    'biểu mẫu tại mục 2 Phụ lục III kèm theo': ['mục 2 < PL III'],
  },
  'no reference': {
    'cấp cho mỗi khoản 5 tỷ đồng, khoản 2,5 triệu, phần 10%': [],
    'các điểm y tế lưu động, tại thời điểm a, danh mục 3, tài khoản 2': [],
    'đạt mục tiêu, một phần 3 khối lượng': [],
  },
};

describe('references as written', () => {
  for (const [name, sentences] of Object.entries(SENTENCES)) {
    describe(name, () => {
      for (const [sentence, expected] of Object.entries(sentences)) {
        it(sentence, () => assert.deepEqual(read(sentence), expected));
      }
    });
  }
  it('stand where they are written', () => {
    const sentence = 'theo điểm a, b khoản 2 (Mục II)';
    const [found] = readReferences(sentence, []);
    assert.equal(sentence.slice(found?.start, found?.end), 'điểm a, b khoản 2 (Mục II');
    for (const { text, start, end } of found?.steps.flatMap(({ numbers }) => numbers) ?? []) {
      assert.equal(sentence.slice(start, end), text);
    }
  });
});

const PLAN = `---
loại: Kế hoạch
---

## I. MỤC TIÊU

1. Giảm giấy tờ.

2. Rút ngắn thời gian.

## II. NHIỆM VỤ

1. Về thể chế:

a) Rà soát quy trình.

b) Sửa biểu mẫu.

c) Ban hành quy chế.

2. Về dữ liệu:

2.1. Chuẩn hóa danh mục.

2.2. Kết nối kho dữ liệu. @

3. Về hạ tầng:

##### Giai đoạn từ nay đến ngày 30/6/2026

a) Thuê máy chủ.

##### Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026

a) Vận hành thử.

## III. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ theo dõi.

2. Văn phòng tổng hợp. %
`;
const REGULATION = `---
loại: Quyết định
---

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.

Điều 2. Văn phòng có trách nhiệm:

1. Phổ biến Quy chế.

2. Theo dõi việc thực hiện: @

a) Hằng tháng.

b) Hằng quý.

Điều 3. Chánh Văn phòng thi hành Quyết định này.

# PHỤ LỤC

Điều 1. Phạm vi.

1. Công việc của Văn phòng.

2. Công việc của các phòng. %

Điều 2. Đối tượng.
`;

/** What a sentence at "@" (or "%") of a text points to: units by path, and what is missing as "level number (scope)". */
function resolve(text: string, sentence: string, mark = '@'): string[] {
  const draft = readDraft(text.replace(mark, sentence).replace(/[@%]/, ''), bundledRegistry);
  return readInternalReferences(draft).map(({ units, missing, doubtful }) => {
    const lacks = missing.map(({ level, number, scope }) => `không có ${level} ${number.text} (${scope.path})`);
    return [...units.map(({ path }) => path), ...lacks, ...(doubtful ? ['?'] : [])].join(' ');
  });
}

describe('references into the draft', () => {
  const plan: Record<string, string> = {
    'Theo điểm b khoản 1 Mục II.': 'II.1.b',
    'Theo điểm b khoản 1.': 'II.1.b',
    'Theo Mục II khoản 1 điểm b.': 'II.1.b',
    'Theo mục II.1.b.': 'II.1.b',
    'Theo mục 2.1.': 'II.2.1',
    'Theo khoản 2 mục I.': 'I.2',
    'Theo khoản 3.': 'II.3',
    'Theo khoản 3 Mục này.': 'II.3',
    'Theo các khoản 1, 2 và 3 Mục II.': 'II.1 II.2 II.3',
    'Theo các khoản từ 1 đến 3 Mục II.': 'II.1 II.2 II.3',
    'Theo điểm a, b và c khoản 1.': 'II.1.a II.1.b II.1.c',
    'Theo Phần III.': 'III',
    'Theo Mục III Kế hoạch này.': 'III',
    'Theo điểm d khoản 1 Mục II.': 'không có điểm d (II.1)',
    'Theo khoản 9 Mục II.': 'không có khoản 9 (II)',
    'Theo mục 2.3.': 'không có mục 2.3 (II.2)',
    'Theo mục 1.4.': 'không có mục 1.4 (II.1)',
    'Theo mục 7.4.': 'không có mục 7.4 (II)',
    'Theo Mục V.': 'không có mục V ()',
    'Theo điểm a, b và d khoản 1.': 'không có điểm d (II.1)',
    'Theo điểm a khoản 3.': '',
    'Theo điểm d khoản 3.': 'không có điểm d (II.3)',
    'Theo Nghị quyết số 57-NQ/TW, rà soát mục III.': 'III ?',
    'Theo Kế hoạch, rà soát mục III.': 'III',
  };
  for (const [sentence, found] of Object.entries(plan)) {
    it(sentence, () => assert.deepEqual(resolve(PLAN, sentence), [found]));
  }
  const regulation: Record<string, string> = {
    'Theo khoản 1 Điều này.': 'Đ2.1',
    'Theo khoản 1.': 'Đ2.1',
    'Theo Điều 3.': 'Đ3',
    'Theo điểm b khoản này.': 'Đ2.2.b',
    'Theo Điều 3 Quyết định này.': 'Đ3',
    'Theo Điều 4.': 'không có điều 4 ()',
    'Theo khoản 3 Điều này.': 'không có khoản 3 (Đ2)',
    'Theo mục 2 Phụ lục.': 'Đ1~2.2',
  };
  for (const [sentence, found] of Object.entries(regulation)) {
    it(sentence, () => assert.deepEqual(resolve(REGULATION, sentence), [found]));
  }
  it('an annex is read for itself', () => {
    assert.deepEqual(resolve(REGULATION, 'Theo khoản 1 Điều 1 Quy chế này.', '%'), ['Đ1~2.1']);
    assert.deepEqual(resolve(REGULATION, 'Theo Điều 3 Quyết định này.', '%'), ['Đ3']);
    assert.deepEqual(resolve(REGULATION, 'Theo Điều 3 Quy chế này.'), []);
  });
  it('what is quoted is not of this document', () => {
    assert.deepEqual(resolve(PLAN, 'Sửa thành: "thực hiện khoản 9 Mục II".'), []);
    const quoting =
      'Sửa khoản 3 như sau:\n\n"3. Rà soát theo khoản 9 Mục II.\n\n4. Theo Mục VIII." Xem khoản 8 Mục II.';
    assert.deepEqual(resolve(PLAN, quoting), ['II.3', 'không có khoản 8 (II)']);
  });
  it('every number is a link', () => {
    const draft = readDraft(PLAN.replace('@', 'Theo điểm a, b khoản 1 Mục II và mục II.2.1.'), bundledRegistry);
    const numbers = [...linksTo(draft)].map(
      ([unit, links]) => `${unit.path}: ${links.map(({ number }) => number.text)}`,
    );
    assert.deepEqual(numbers.sort(), ['II.1.a: a', 'II.1.b: b', 'II.1: 1', 'II.2.1: 2.1', 'II: II,II'].sort());
    for (const { number } of [...linksTo(draft).values()].flat()) {
      assert.equal(draft.text.slice(number.start, number.end), number.text);
    }
  });
});
