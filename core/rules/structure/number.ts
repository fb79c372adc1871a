import type { Rule } from '../../rule.ts';
import { numberFault } from './own-number.ts';

export const structureNumber: Rule = {
  id: 'structure/number',
  severity: 'error',
  looksAt: {},
  summary: {
    vi: 'Số và ký hiệu của văn bản viết không đúng thể thức',
    en: 'A number and symbol not of the prescribed form',
  },
  why: {
    vi: 'Số và ký hiệu là khóa để đăng ký, viện dẫn và tra cứu văn bản. Nhà nước viết 15/KH-UBND, số dưới 10 thêm số 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 và Phụ lục III); Đảng viết 15-KH/TU (Hướng dẫn 05-HD/VPTW).',
    en: 'A document is registered, cited and found by its number and symbol. The State writes 15/KH-UBND, with a zero below 10 (Decree 30/2020/NĐ-CP, Annex I, II.3 and Annex III); the Party writes 15-KH/TU (05-HD/VPTW).',
  },
  *check(draft) {
    const fault = numberFault(draft);
    if (!fault) return;
    const { number, reasons, expected, certain } = fault;
    const say = (vi: boolean) => reasons.map((reason) => (vi ? reason.vi : reason.en)).join('; ');
    yield {
      start: number.start,
      end: number.end,
      message: {
        vi: `Số, ký hiệu "${number.text}": ${say(true)}${expected ? `; viết "${expected}"` : ''}.`,
        en: `Number and symbol "${number.text}": ${say(false)}${expected ? `; write "${expected}"` : ''}.`,
      },
      ...(expected && {
        fixes: [
          {
            title: { vi: `Sửa thành "${expected}"`, en: `Change to "${expected}"` },
            edits: [{ start: number.start, end: number.end, text: expected }],
            certain,
          },
        ],
      }),
    };
  },
  examples: [
    {
      text: '---\nloại: Thông báo\nsố: 6-TB/VPCP\ncơ quan ban hành: Văn phòng Chính phủ\n---\n\nNội dung.\n',
      problems: [
        '3:5 Số, ký hiệu "6-TB/VPCP": văn bản của Nhà nước có dấu gạch chéo sau số và dấu gạch nối trong ký hiệu (như 15/KH-UBND); số dưới 10 phải thêm số 0 ở trước; viết "06/TB-VPCP".',
      ],
      fixed: '---\nloại: Thông báo\nsố: 06/TB-VPCP\ncơ quan ban hành: Văn phòng Chính phủ\n---\n\nNội dung.\n',
    },
    {
      text: '---\nloại: Chương trình hành động\nsố: 18-CT/TU\ncơ quan ban hành: Tỉnh ủy Hưng Yên\n---\n\nNội dung.\n',
      problems: [
        '3:5 Số, ký hiệu "18-CT/TU": Chương trình hành động có chữ viết tắt là CTr, không phải CT; viết "18-CTr/TU".',
      ],
    },
    {
      text: '---\nloại: Công văn\nsố: 3722/VPCP-CN\ncơ quan ban hành: Văn phòng Chính phủ\n---\n\nNội dung.\n',
      problems: [],
    },
  ],
};
