import type { Rule } from '../../rule.ts';
import { isEnded, missingParts, PARTS_OF_TEXT } from './parts.ts';

export const structureIncomplete: Rule = {
  id: 'structure/incomplete',
  severity: 'info',
  looksAt: PARTS_OF_TEXT,
  summary: { vi: 'Văn bản chưa đủ các phần', en: 'A document without all of its parts' },
  why: {
    vi: 'Văn bản đã có phần cuối (nơi nhận hoặc chữ ký) thì phải đủ tên loại, trích yếu, nơi nhận và người ký (Nghị định 30/2020/NĐ-CP, Điều 8). Số và ngày của dự thảo được để trống.',
    en: 'A document that has its end (recipients or signature) has type, abstract, recipients and signature (Decree 30/2020/NĐ-CP, Article 8). A draft may leave number and date blank.',
  },
  *check(draft, { settings }) {
    if (settings?.ready || draft.nodes.length === 0) return;
    const missing = missingParts(draft);
    const isMissing = (part: string) => missing.some((one) => one.part === part);
    // Excerpts and drafts in the making have no end; one with an end is meant to be whole.
    if (isMissing('recipients') && isMissing('signature') && !isEnded(draft)) return;
    for (const { part, said, start, end } of missing) {
      if (part === 'number' || part === 'date' || part === 'issuer') continue;
      yield {
        start,
        end,
        message: { vi: `Văn bản chưa có ${said.vi}.`, en: `The document has not got ${said.en}.` },
      };
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\n---\n\n1. Các phòng rà soát./.\n\nNơi nhận:\n\n- Lưu: VT.\n',
      problems: ['1:1 Văn bản chưa có trích yếu nội dung.', '1:1 Văn bản chưa có chức vụ, họ tên người ký.'],
    },
    { text: '---\nloại: Kế hoạch\n---\n\n1. Các phòng rà soát.\n', problems: [] },
    {
      text: '---\nloại: Kế hoạch\ntrích yếu: Rà soát\n---\n\n1. Các phòng rà soát./.\n\n| Nơi nhận: - Các phòng; - Lưu: VT. | CHÁNH VĂN PHÒNG |\n|---|---|\n',
      problems: [],
    },
  ],
};
