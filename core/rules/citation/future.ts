import { showDay } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';
import { CITATIONS, citedIn, nameOf } from './cited.ts';
import { dayFaultsOf, takeDay } from './days.ts';

export const citationFuture: Rule = {
  id: 'citation/future',
  severity: 'error',
  acrossDocuments: true,
  looksAt: CITATIONS,
  summary: {
    vi: 'Viện dẫn văn bản có ngày sau ngày ban hành',
    en: 'A cited document dated after the draft',
  },
  why: {
    vi: 'Văn bản chỉ viện dẫn được văn bản đã ban hành; ngày, năm của văn bản được viện dẫn sau ngày ban hành (bản thảo chưa có ngày: sau hôm nay) là ghi nhầm.',
    en: 'Only what has been issued can be cited; a date or year of a cited document after the day of issue (after today for a draft without one) is a slip.',
  },
  *check(draft, project) {
    const limit = draft.issued ?? project.today;
    for (const fault of dayFaultsOf(draft, project)) {
      const { cited, kind, place } = fault;
      if (kind !== 'future' || cited.day === undefined) continue;
      const { start, end } = cited.dayWords ?? cited;
      yield {
        start,
        end,
        message: {
          vi: `${nameOf(cited)} ghi ngày ${showDay(cited.day)}, sau ngày ban hành văn bản này (${showDay(limit)}).`,
          en: `${nameOf(cited)} is dated ${showDay(cited.day)}, after the issue of this document (${showDay(limit)}).`,
        },
        fixes: takeDay(fault),
        ...(place && {
          related: [
            { ...place, message: { vi: 'Cùng văn bản, ngày khác.', en: 'The same document with another date.' } },
          ],
        }),
      } satisfies Problem;
    }
    const year = Number(limit.slice(0, 4));
    for (const cited of citedIn(draft)) {
      const { number, parts, day, dayWords, quoted } = cited;
      if (!number || parts?.year === undefined || parts.year <= year || quoted || day !== undefined || dayWords)
        continue;
      yield {
        start: number.start,
        end: number.end,
        message: {
          vi: `${nameOf(cited)} là số của năm ${parts.year}, sau năm ban hành văn bản này (${year}).`,
          en: `${nameOf(cited)} has a number of ${parts.year}, after the year of this document (${year}).`,
        },
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Các sở thực hiện Công điện số 12/CĐ-TTg ngày 28/10/2026 của Thủ tướng Chính phủ và Nghị định số 63/2027/NĐ-CP.\n',
      problems: [
        '5:44 Công điện số 12/CĐ-TTg ghi ngày 28/10/2026, sau ngày ban hành văn bản này (20/5/2026).',
        '5:100 Nghị định số 63/2027/NĐ-CP là số của năm 2027, sau năm ban hành văn bản này (2026).',
      ],
    },
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Các sở thực hiện Công điện số 12/CĐ-TTg ngày 20/5/2026 của Thủ tướng Chính phủ, báo cáo trước ngày 28/10/2026.\n',
      problems: [],
    },
  ],
};
