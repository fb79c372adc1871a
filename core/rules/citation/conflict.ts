import { showDay } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';
import { CITATIONS, type Cited, citedIn, nameOf } from './cited.ts';
import { dayFaultsOf, takeDay } from './days.ts';
import { otherIssuer, otherType } from './differences.ts';

export const citationConflict: Rule = {
  id: 'citation/conflict',
  severity: 'error',
  acrossDocuments: true,
  looksAt: CITATIONS,
  summary: {
    vi: 'Một văn bản được viện dẫn với hai ngày, hai cơ quan ban hành hoặc hai tên loại',
    en: 'One document cited with two dates, two issuers or two types',
  },
  why: {
    vi: 'Số và ký hiệu chỉ một văn bản: của Nhà nước trong một năm (ND 30/2020, Điều 15), của Đảng trong một nhiệm kỳ. Hai ngày, hai cơ quan hay hai tên loại cho cùng một số thì một chỗ viện dẫn sai.',
    en: 'A number stands for one document: of the State within a year (ND 30/2020, Điều 15), of the Party within a term. With two dates, issuers or types for one number, one of the citations is wrong.',
  },
  *check(draft, project) {
    for (const fault of dayFaultsOf(draft, project)) {
      const { cited, kind, right, place } = fault;
      if (kind !== 'conflict' || right === undefined || !place) continue;
      const name = nameOf(cited);
      yield {
        start: cited.dayWords?.start ?? cited.start,
        end: cited.dayWords?.end ?? cited.end,
        message: {
          vi: `${name} ở đây ghi ngày ${showDay(cited.day ?? '')}, ở chỗ khác ghi ngày ${showDay(right)}.`,
          en: `${name} is dated ${showDay(cited.day ?? '')} here and ${showDay(right)} elsewhere.`,
        },
        fixes: takeDay(fault),
        related: [{ ...place, message: { vi: `Ngày ${showDay(right)} ở đây.`, en: `Dated ${showDay(right)} here.` } }],
      } satisfies Problem;
    }
    const groups = new Map<string, Cited[]>();
    for (const cited of citedIn(draft)) {
      const { key, parts, quoted } = cited;
      if (key === undefined || !parts || quoted) continue;
      const group = groups.get(key);
      if (group) group.push(cited);
      else groups.set(key, [cited]);
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue;
      // Two series ("19-NQ/TW" of two congresses) have days far apart; which one a short mention means is not told.
      const years = new Set([first, ...others].flatMap(({ day }) => day?.slice(0, 4) ?? []));
      if (years.size > 1) continue;
      for (const cited of others) {
        const problem = otherIssuer(cited, first, draft.registry) ?? otherType(cited, first);
        if (problem) yield problem;
      }
    }
  },
  examples: [
    {
      text: 'Căn cứ Nghị định số 63/2024/NĐ-CP ngày 10/6/2024 của Chính phủ;\n\n1. Sở Nội vụ thực hiện Nghị định số 63/2024/NĐ-CP ngày 16/6/2024 của Chính phủ.\n',
      problems: ['3:51 Nghị định số 63/2024/NĐ-CP ở đây ghi ngày 16/6/2024, ở chỗ khác ghi ngày 10/6/2024.'],
    },
    {
      text: '- Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị;\n- Căn cứ Quy định số 230-QĐ/TW, ngày 10/01/2025 của Bộ Chính trị;\n\n1. Các cấp ủy thực hiện Nghị quyết số 57-NQ/TW của Ban Bí thư, Quyết định số 230-QĐ/TW của Bộ Chính trị.\n',
      problems: [
        '4:52 Nghị quyết số 57-NQ/TW ở đây ghi là của Ban Bí thư, ở chỗ khác ghi là của Bộ Chính trị.',
        '4:64 Số 230-QĐ/TW ở đây là "Quyết định", ở chỗ khác là "Quy định".',
      ],
    },
    {
      text: '1. Kế hoạch số 200/KH-UBND ngày 05/5/2025 của Ủy ban nhân dân tỉnh và Kế hoạch số 200/KH-UBND ngày 06/6/2026 của Ủy ban nhân dân tỉnh; Nghị quyết số 34-NQ/TU ngày 27/12/2025 của Tỉnh ủy, của Ban Thường vụ Tỉnh ủy; Nghị quyết số 19-NQ/TW ngày 25/10/2017 và Nghị quyết số 19-NQ/TW ngày 16/6/2022.\n',
      problems: [],
    },
  ],
};
