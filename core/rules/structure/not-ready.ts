import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { oncePer } from '../../once.ts';
import type { Rule } from '../../rule.ts';
import { isLetterheadDate } from './letterhead-date.ts';
import { missingParts, PARTS_OF_TEXT } from './parts.ts';

/** "số .../QĐ-UBND", "ngày ... tháng ... năm 2026". */
const BLANK = /(?<!\p{L})(?:số|ngày|tháng|năm):? ?(?:\.{2,}|…+|_{2,})(?= ?(?:[/-]|tháng|năm|của|\d))/giu;

const blanksIn = oncePer(({ item }: Fact) => {
  const { text } = item.body;
  // The letterhead is told of itself; the number in the brackets of an annex may stay blank in an electronic document.
  if (/^(?:Số|\(?(?:Ban hành )?kèm theo)(?!\p{L})/iu.test(text) || isLetterheadDate(text)) return [];
  return [...text.matchAll(BLANK)].map(({ 0: words, index }) => ({ from: index, to: index + words.length }));
});

export const structureNotReady: Rule = {
  id: 'structure/not-ready',
  severity: 'error',
  looksAt: {
    item: (fact, node) => [
      PARTS_OF_TEXT.item(fact, node),
      blanksIn(fact).map(({ from, to }) => fact.item.body.text.slice(from, to)),
    ],
    behind: true,
  },
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
    for (const node of draft.nodes) {
      for (const { from, to } of blanksIn(node.fact)) {
        const place = wordsOf(draft.text, node, from, to);
        yield {
          start: place.start,
          end: place.end,
          message: {
            vi: `Chỗ trống "${place.text}" chưa điền.`,
            en: `The blank "${place.text}" has not been filled in.`,
          },
        };
      }
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
    {
      text: '---\nloại: Kế hoạch\nsố: 15/KH-SNV\nngày ban hành: 2026-03-02\ncơ quan ban hành: Sở Nội vụ\ntrích yếu: Tinh giản biên chế\n---\n\n1. Các phòng rà soát theo Quyết định số .../QĐ-UBND ngày ... tháng 02 năm 2026./.\n\nNơi nhận:\n\n- Lưu: VT.\n\nGIÁM ĐỐC\n',
      problems: ['9:38 Chỗ trống "số ..." chưa điền.', '9:53 Chỗ trống "ngày ..." chưa điền.'],
      settings: { ready: true },
    },
    { text: '---\nloại: Kế hoạch\nsố:\n---\n\n1. Các phòng rà soát.\n', problems: [] },
  ],
};
