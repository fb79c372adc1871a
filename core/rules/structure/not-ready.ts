import type { Rule } from '../../rule.ts';
import { missingParts } from './parts.ts';

export const structureNotReady: Rule = {
  id: 'structure/not-ready',
  severity: 'error',
  summary: { vi: 'Văn bản sắp ký còn thiếu phần bắt buộc', en: 'A document about to be signed lacks a required part' },
  why: {
    vi: 'Văn bản có các thành phần bắt buộc: cơ quan ban hành, số và ký hiệu, địa danh và ngày tháng, tên loại và trích yếu, nội dung, chức vụ và họ tên người ký, nơi nhận (Nghị định 30/2020/NĐ-CP, Điều 8). Dự thảo được để trống số và ngày; kiểm tra này chỉ chạy khi cài đặt là sẵn sàng ký.',
    en: 'A document has required parts: issuer, number and symbol, place and date, type and abstract, contents, position and name of who signs, recipients (Decree 30/2020/NĐ-CP, Article 8). A draft may leave number and date blank; this check runs only where the settings say that it is about to be signed.',
  },
  *check(draft, { settings }) {
    if (!settings?.ready || draft.nodes.length === 0) return;
    for (const { start, end, said } of missingParts(draft)) {
      yield {
        start,
        end,
        message: {
          vi: `Văn bản sẵn sàng ký nhưng còn thiếu ${said.vi}.`,
          en: `The document is to be signed but lacks ${said.en}.`,
        },
      };
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nsố:\ncơ quan ban hành: Sở Nội vụ\ntrích yếu: Tinh giản biên chế\n---\n\n1. Các phòng rà soát./.\n\nNơi nhận:\n\n- Lưu: VT.\n\nGIÁM ĐỐC\n',
      problems: [
        '1:1 Văn bản sẵn sàng ký nhưng còn thiếu ngày ban hành.',
        '3:1 Văn bản sẵn sàng ký nhưng còn thiếu số và ký hiệu.',
      ],
      settings: { ready: true },
    },
    { text: '---\nloại: Kế hoạch\nsố:\n---\n\n1. Các phòng rà soát.\n', problems: [] },
  ],
};
