import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { TOTALS, type Total, totalsOf } from './totals.ts';

export const taskTotal: Rule = {
  id: 'task/total',
  severity: 'error',
  looksAt: TOTALS,
  summary: { vi: 'Số nêu khác số liệt kê', en: 'A total other than what is listed' },
  why: {
    vi: 'Nêu "5 nội dung sau:" mà liệt kê 4 là mâu thuẫn ngay trong văn bản: hoặc thiếu một mục, hoặc số chưa sửa sau khi thêm, bớt mục.',
    en: 'Announcing five and listing four contradicts itself: an item is missing, or the number was not changed when one was added or taken out.',
  },
  *check(draft) {
    for (const total of totalsOf(draft)) {
      const { node, from, to, stated, listed } = total;
      if (listed === undefined || listed === stated) continue;
      const words = wordsOf(draft.text, node, from, to);
      const number = wordsOf(draft.text, node, from, from + total.numeral.length);
      const right = inForm(total, listed);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `Nêu "${words.text}" nhưng liệt kê ${listed}.`,
          en: `"${words.text}" is announced and ${listed} are listed.`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
            edits: [{ start: number.start, end: number.end, text: right }],
            certain: false,
          },
        ],
      };
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Nội vụ tập trung 04 nội dung sau:\n\na) Rà soát biên chế;\n\nb) Sắp xếp thôn;\n\nc) Số hóa hồ sơ.\n',
      problems: ['3:24 Nêu "04 nội dung" nhưng liệt kê 3.'],
    },
    {
      text: '1. Bộ Nội vụ thực hiện ba đột phá: thể chế, hạ tầng, nhân lực và dữ liệu.\n\n2. Bộ Y tế làm hai việc sau: (1) Rà soát thuốc dự phòng. (2) Báo cáo Chính phủ.\n',
      problems: ['1:24 Nêu "ba đột phá" nhưng liệt kê 4.'],
    },
    {
      text: '1. Trong 6 tháng cuối năm, Bộ Nội vụ tập trung các nội dung sau:\n\na) Rà soát biên chế;\n\nb) Sắp xếp thôn.\n',
      problems: [],
    },
  ],
};

/** The number as the other was written: in words, or with its zero. */
function inForm({ numeral }: Total, value: number): string {
  const words = ['', '', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
  if (/\d/.test(numeral)) return numeral.startsWith('0') ? String(value).padStart(2, '0') : String(value);
  const word = words[value];
  if (!word) return String(value);
  if (!/\p{Ll}/u.test(numeral)) return word.toUpperCase();
  return /^\p{Lu}/u.test(numeral) ? (word[0] ?? '').toUpperCase() + word.slice(1) : word;
}
