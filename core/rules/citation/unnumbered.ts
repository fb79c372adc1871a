import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';

const TYPE =
  '(?:Nghị quyết|Chỉ thị|Kết luận|Công điện|Thông báo(?: kết luận)?|Quyết định|Kế hoạch|Công văn|Chương trình hành động|Văn bản|văn bản chỉ đạo)';
/** Several documents by their type alone; what stands behind must not tell which. */
const COLLECTIVE = new RegExp(
  `(?<!\\p{L})(?:tại|theo|trong|thực hiện|triển khai|có hiệu quả|kịp thời|đầy đủ|bởi)\\s+(?:các\\s+)(${TYPE}(?:(?:,|\\s+và)\\s+(?:các\\s+)?${TYPE})*)(?:\\s+của\\s+\\p{Lu}[^.;:()]{0,120}?)?(?=\\s+(?:và|để|nhằm|bảo đảm|cho|đến)(?!\\p{L})|\\s*[.;,]|\\s*$)`,
  'gu',
);

/** Most passages name no documents in the plural; this tells fast. */
const MAYBE = /các (?:Nghị|Chỉ|Kết|Công|Thông|Quyết|Kế|Chương|Văn|văn bản chỉ)/;

export const citationUnnumbered: Rule = {
  id: 'citation/unnumbered',
  severity: 'hint',
  looksAt: 'item',
  summary: {
    vi: 'Viện dẫn chung nhiều văn bản, không ghi số, ngày',
    en: 'Documents cited together without numbers or dates',
  },
  why: {
    vi: 'Nhiệm vụ "tại các Nghị quyết, Công điện, Thông báo kết luận" thì người thực hiện không biết là văn bản nào; viện dẫn cần ghi số, ký hiệu và ngày (ND 30/2020, Phụ lục I).',
    en: 'Tasks "in the resolutions, telegrams and notices" leave it open which documents are meant; a citation gives number and date (ND 30/2020, Phụ lục I).',
  },
  *check(draft) {
    for (const node of draft.nodes) {
      if (node.region !== 'body' || node.kind === 'heading') continue;
      const { text } = node.fact.item.body;
      if (!MAYBE.test(text)) continue;
      let quotes = 0;
      let quote = text.indexOf('"');
      for (const match of text.matchAll(COLLECTIVE)) {
        const types = match[1] ?? '';
        const start = match.index + match[0].indexOf('các ');
        const end = match.index + match[0].length;
        const near = (at: number) => start <= at && at <= end + 40;
        if (node.fact.citations.some((cite) => near(cite.start))) continue;
        for (; quote >= 0 && quote < start; quote = text.indexOf('"', quote + 1)) quotes++;
        if (quotes % 2 === 1 && quote >= 0) continue;
        const words = wordsOf(draft.text, node, start, end);
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `"các ${types}" không ghi số, ngày nên không rõ là văn bản nào.`,
            en: `"các ${types}" gives no number or date, so which documents are meant is unclear.`,
          },
        };
      }
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n1. Bộ Y tế kiểm tra việc thực hiện nhiệm vụ được giao tại các Nghị quyết, Công điện của Thủ tướng Chính phủ.\n',
      problems: ['3:59 "các Nghị quyết, Công điện" không ghi số, ngày nên không rõ là văn bản nào.'],
    },
    {
      text: '## I. NHIỆM VỤ\n\n1. Bộ Y tế thực hiện các Nghị quyết số 57-NQ/TW, 59-NQ/TW; ban hành các Quyết định về định mức; theo các kế hoạch được giao.\n',
      problems: [],
    },
  ],
};
