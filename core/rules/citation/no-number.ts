import { wordsOf } from '../../draft.ts';
import { isDay, toDay } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';

/** "Nghị quyết ngày 22/12/2024 của Bộ Chính trị": the type, then the day; laws are cited so, and minutes have no number. */
const UNNUMBERED =
  /(?<!\p{L})(Nghị quyết|Quyết định|Chỉ thị|Kết luận|Kế hoạch|Thông báo|Nghị định|Thông tư|Công điện|Công văn|Quy định|Quy chế|Hướng dẫn|Chương trình|Tờ trình)(?:\s+(?:hành động|kết luận|làm việc|liên tịch))?(?:\s+số)?\s*,?\s+(?=ngày\s+\d)/gu;
const ISSUED = /^\s*,?\s*(?:của\s+\p{Lu}|về\s)/u;

export const citationNoNumber: Rule = {
  id: 'citation/no-number',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Viện dẫn văn bản không ghi số, ký hiệu', en: 'A document cited without its number' },
  why: {
    vi: 'Viện dẫn văn bản phải có số, ký hiệu (ND 30/2020, Phụ lục I); trong một ngày một cơ quan có thể ban hành nhiều văn bản cùng loại.',
    en: 'A citation gives the number and symbol (ND 30/2020, Phụ lục I); a body may issue several documents of one type on one day.',
  },
  *check(draft, { today }) {
    const limit = draft.issued ?? today;
    for (const node of draft.nodes) {
      const { dates, citations, item } = node.fact;
      if (dates.length === 0 || !item.body.text.includes(' ngày ')) continue;
      const { text } = item.body;
      for (const match of text.matchAll(UNNUMBERED)) {
        const at = match.index + match[0].length;
        const date = dates.find(({ start, grain, range }) => start === at && grain === 'day' && !range);
        const { year, month, day } = date?.from ?? {};
        if (!date || year === undefined || month === undefined || day === undefined || !isDay(year, month, day))
          continue;
        // A day to come is when it is due.
        if (toDay(year, month, day) > limit || !ISSUED.test(text.slice(date.end, date.end + 40))) continue;
        if (citations.some(({ start, end }) => start < date.end && match.index < end)) continue;
        const quotes = text.slice(0, match.index).split('"').length - 1;
        if (quotes % 2 === 1 && text.indexOf('"', date.end) >= 0) continue;
        const words = wordsOf(draft.text, node, match.index, date.end);
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `"${words.text}" không ghi số, ký hiệu của văn bản.`,
            en: `"${words.text}" gives no number of the document.`,
          },
        } satisfies Problem;
      }
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\nThực hiện Nghị quyết ngày 22/12/2024 của Bộ Chính trị và Kế hoạch số 30/KH-UBND ngày 05/01/2026 của UBND tỉnh.\n',
      problems: ['5:11 "Nghị quyết ngày 22/12/2024" không ghi số, ký hiệu của văn bản.'],
    },
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\nCăn cứ Luật Thủ đô ngày 28/6/2024; sau khi có Quyết định, ngày 15/6/2026 của tháng tới họp sơ kết.\n',
      problems: [],
    },
  ],
};
