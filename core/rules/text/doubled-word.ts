import type { Rule } from '../../rule.ts';
import { findDoubled } from './doubled.ts';
import { passagesOf, perPassage, wordsIn } from './passages.ts';

const doubledPer = perPassage((clean, quotes) => findDoubled(clean.text, quotes));

export const textDoubledWord: Rule = {
  id: 'text/doubled-word',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Từ lặp lại liền nhau', en: 'A word written twice in a row' },
  why: {
    vi: 'Từ lặp ("của của", "thực hiện thực hiện") là lỗi đánh máy hoặc sót lại khi sửa câu, thường ở chỗ xuống dòng; phải đính chính nếu sót trong văn bản đã ký.',
    en: 'A doubled word ("của của", "thực hiện thực hiện") is a slip of typing or left from editing, often at a line break; in a signed document it has to be corrected.',
  },
  *check(draft) {
    for (const passage of passagesOf(draft)) {
      for (const { start, middle, end, certain } of doubledPer(passage)) {
        const place = wordsIn(draft, passage, start, end);
        const again = wordsIn(draft, passage, middle, end);
        const words = passage.clean.text.slice(start, end);
        const left = passage.clean.text.slice(start, middle).trimEnd();
        const first = wordsIn(draft, passage, start, start + left.length);
        yield {
          start: place.start,
          end: place.end,
          message: { vi: `Lặp từ: "${words}".`, en: `Words written twice: "${words}".` },
          fixes: [
            {
              title: { vi: `Bỏ một "${left}"`, en: `Leave out one "${left}"` },
              edits: [{ start: first.end, end: again.end, text: '' }],
              certain,
            },
          ],
        };
      }
    }
  },
  examples: [
    {
      text: '1. Sở Nội vụ báo cáo kết quả của\ncủa đơn vị, tổ chức thực hiện thực hiện kế hoạch.\n',
      problems: ['1:30 Lặp từ: "của của".', '2:21 Lặp từ: "thực hiện thực hiện".'],
      fixed: '1. Sở Nội vụ báo cáo kết quả của đơn vị, tổ chức thực hiện thực hiện kế hoạch.\n',
    },
    {
      text: '1. Sở Xây dựng xây dựng quy chế, Ban Tổ chức tổ chức hội nghị. Rà soát rà soát danh mục.\n',
      problems: ['1:64 Lặp từ: "Rà soát rà soát".'],
    },
    {
      text: '1. Đảng ủy Ủy ban nhân dân tỉnh thường xuyên rà soát việc tuân thủ thủ tục, xử lý hành vi vi phạm, ngày ngày báo cáo.\n',
      problems: [],
    },
  ],
};
