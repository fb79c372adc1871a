import { showDay } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';
import { CITATIONS, nameOf } from './cited.ts';
import { dayFaultsOf, takeDay } from './days.ts';

export const citationYear: Rule = {
  id: 'citation/year',
  severity: 'error',
  acrossDocuments: true,
  looksAt: CITATIONS,
  summary: {
    vi: 'Năm trong số văn bản khác năm ban hành',
    en: 'The year in a number against the year of the date',
  },
  why: {
    vi: 'Số của văn bản quy phạm pháp luật có năm ban hành (ND 78/2025, Phụ lục I); ngày ban hành thuộc năm khác thì số hoặc ngày ghi sai.',
    en: 'The number of a normative document holds the year of issue (ND 78/2025, Phụ lục I); with a date in another year, the number or the date is wrong.',
  },
  *check(draft, project) {
    for (const fault of dayFaultsOf(draft, project)) {
      const { cited, kind, place, right } = fault;
      const { day, dayWords, number, parts } = cited;
      // A contract or a judgment has a year of its own kind.
      if (parts?.letters === undefined && !/^(?:UBTV)?QH/.test(parts?.issuers[0] ?? '')) continue;
      if (kind !== 'year' || day === undefined || !dayWords || !number || parts?.year === undefined) continue;
      const year = day.slice(0, 4);
      yield {
        start: number.start,
        end: Math.max(number.end, dayWords.end),
        message: {
          vi: `${nameOf(cited)} là số của năm ${parts.year} nhưng ghi ngày ${showDay(day)}.`,
          en: `${nameOf(cited)} has a number of ${parts.year} but is dated ${showDay(day)}.`,
        },
        fixes: [
          ...(right === undefined
            ? [change(`${parts.year}`, dayWords.start + dayWords.text.lastIndexOf(year), dayWords, year)].flat()
            : takeDay(fault)),
          ...change(year, number.start + number.text.indexOf(`${parts.year}`), number, `${parts.year}`),
        ],
        ...(place && {
          related: [
            { ...place, message: { vi: 'Cùng văn bản, ngày khác.', en: 'The same document with another date.' } },
          ],
        }),
      } satisfies Problem;
    }

    function change(to: string, at: number, { start, end }: { start: number; end: number }, from: string) {
      // Only where the figures stand as they were read: NFD or blanks in between move them.
      if (draft.text.slice(at, at + 4) !== from || at < start || at + 4 > end) return [];
      return [
        {
          title: { vi: `Sửa năm ${from} thành ${to}`, en: `Change the year ${from} to ${to}` },
          edits: [{ start: at, end: at + 4, text: to }],
          certain: false,
        },
      ];
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Xây dựng thực hiện Nghị định số 63/2024/NĐ-CP ngày 10/6/2025 của Chính phủ.\n',
      problems: ['5:39 Nghị định số 63/2024/NĐ-CP là số của năm 2024 nhưng ghi ngày 10/6/2025.'],
    },
    {
      text: '1. Quyết định số 523/QĐ-TTg ngày 07/3/2025, Nghị quyết số 193/2025/QH15 ngày 19/02/2025.\n',
      problems: [],
    },
  ],
};
