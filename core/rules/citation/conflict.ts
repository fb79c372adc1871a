import { showDay } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type Cited, citedIn, nameOf } from './cited.ts';
import { dayFaultsOf, takeDay } from './days.ts';
import { areRivals, bodyNamed } from './issuers.ts';

export const citationConflict: Rule = {
  id: 'citation/conflict',
  severity: 'error',
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

function otherIssuer(cited: Cited, known: Cited, registry: Parameters<typeof bodyNamed>[1]): Problem | undefined {
  const [here, there] = [cited.issuerWords, known.issuerWords];
  if (!here || !there || isJoint(cited) || isJoint(known)) return undefined;
  if (!areRivals(bodyNamed(here.text, registry), bodyNamed(there.text, registry))) return undefined;
  return {
    start: here.start,
    end: here.end,
    message: {
      vi: `${nameOf(cited)} ở đây ghi là của ${here.text}, ở chỗ khác ghi là của ${there.text}.`,
      en: `${nameOf(cited)} is of "${here.text}" here and of "${there.text}" elsewhere.`,
    },
    fixes: [
      {
        title: { vi: `Sửa thành "${there.text}"`, en: `Change to "${there.text}"` },
        edits: [{ ...here, text: there.text }],
        certain: false,
      },
    ],
    related: [{ ...there, message: { vi: 'Cơ quan ban hành ghi ở đây.', en: 'The issuer given here.' } }],
  };
}

/** "của Bộ Chính trị, Ban Bí thư": issued by both. */
function isJoint({ node, mention }: Cited): boolean {
  return /^\s*(?:,|và)\s*(?:Bộ Chính trị|Ban Bí thư)/u.test(
    node.fact.item.body.text.slice(mention.end, mention.end + 30),
  );
}

/** A Party number with QĐ is of a quyết định or of a quy định, not of both. */
function otherType(cited: Cited, known: Cited): Problem | undefined {
  const { number } = cited;
  if (!cited.typed || !known.typed || cited.type === known.type || cited.parts?.letters !== 'QĐ' || !number)
    return undefined;
  if (![cited, known].every(({ type }) => /^(?:Quyết|Quy) định$/.test(type))) return undefined;
  const end = cited.start + cited.type.length;
  return {
    start: cited.start,
    end,
    message: {
      vi: `Số ${number.text} ở đây là "${cited.type}", ở chỗ khác là "${known.type}".`,
      en: `Number ${number.text} is a "${cited.type}" here and a "${known.type}" elsewhere.`,
    },
    fixes: [
      {
        title: { vi: `Sửa thành "${known.type}"`, en: `Change to "${known.type}"` },
        edits: [{ start: cited.start, end, text: known.type }],
        certain: false,
      },
    ],
    related: [
      { start: known.start, end: known.end, message: { vi: 'Tên loại ghi ở đây.', en: 'The type given here.' } },
    ],
  };
}
