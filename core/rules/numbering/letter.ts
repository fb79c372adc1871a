import type { Rule } from '../../rule.ts';
import { NUMBERS, readPlaces } from './places.ts';

export const numberingLetter: Rule = {
  id: 'numbering/letter',
  severity: 'error',
  looksAt: NUMBERS,
  summary: {
    vi: 'Điểm đánh bằng chữ cái không dùng để đánh số',
    en: 'A point marked with a letter that is not used for points',
  },
  why: {
    vi: 'Điểm được xếp theo thứ tự chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6). Không có f, j, w, z; ă, â, ê, ô, ơ, ư không dùng để đánh số. Khi các điểm sau đã đúng thứ tự, việc sửa là chắc chắn; khi phải đánh số lại các điểm sau, người soạn tự quyết định vì nơi khác có thể đang viện dẫn chúng.',
    en: 'Points follow the order of Vietnamese letters: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y (Decree 30/2020/NĐ-CP, Annex I, II.6). There is no f, j, w, z; ă, â, ê, ô, ơ, ư do not number anything. The fix is certain where the points that follow are in order already; where they must be renumbered, the writer decides, since other places may refer to them.',
  },
  *check(draft) {
    for (const { unit, fault, expected, previous, fix } of readPlaces(draft)) {
      if (fault !== 'letter') continue;
      const { number } = unit.marker;
      // What stands before is spoken of only where it is right itself.
      const before = previous?.fault ? undefined : previous?.unit.marker.text;
      yield {
        ...unit.markerWords,
        message: {
          vi: `Chữ "${number}" không dùng để đánh số điểm; ${before ? `sau "${before}"` : 'ở đây'} cần "${expected}".`,
          en: `The letter "${number}" does not number points; "${expected}" is expected ${before ? `after "${before}"` : 'here'}.`,
        },
        ...(fix && { fixes: [fix] }),
      };
    }
  },
  examples: [
    {
      text: 'a) Lập danh mục.\n\nb) Phân công.\n\nc) Bố trí kinh phí.\n\nd) Rà soát quy trình.\n\nđ) Sửa biểu mẫu.\n\ne) Tập huấn.\n\nf) Công bố kết quả.\n\nh) Lưu hồ sơ.\n',
      problems: ['13:1 Chữ "f" không dùng để đánh số điểm; sau "e)" cần "g)".'],
      fixed:
        'a) Lập danh mục.\n\nb) Phân công.\n\nc) Bố trí kinh phí.\n\nd) Rà soát quy trình.\n\nđ) Sửa biểu mẫu.\n\ne) Tập huấn.\n\ng) Công bố kết quả.\n\nh) Lưu hồ sơ.\n',
    },
    {
      text: 'a) Lập danh mục.\n\nă) Phân công.\n\nb) Báo cáo.\n',
      problems: ['3:1 Chữ "ă" không dùng để đánh số điểm; sau "a)" cần "b)".'],
    },
    {
      text: 'a) Lập danh mục.\n\nb) Phân công.\n\nc) Bố trí kinh phí.\n\nd) Rà soát quy trình.\n\nđ) Sửa biểu mẫu.\n\ne) Tập huấn.\n\ng) Công bố kết quả.\n',
      problems: [],
    },
  ],
};
