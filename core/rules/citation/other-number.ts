import { showDay } from '../../language/calendar.ts';
import type { CitationMention } from '../../language/citations.ts';
import type { Registry } from '../../registry.ts';
import type { Problem, Rule } from '../../rule.ts';
import { foldName } from '../../text.ts';
import { abstractOf } from './beside.ts';
import { type Cited, citationsWith, citedIn } from './cited.ts';
import { mayBeSame } from './issuers.ts';
import type { DocumentNumber } from './number.ts';

export const citationNumber: Rule = {
  id: 'citation/number',
  severity: 'warning',
  looksAt: citationsWith((text, mention, before) => [
    aboutOf(text, mention) ?? 0,
    before !== undefined && areApart(text, before, mention),
  ]),
  summary: {
    vi: 'Một văn bản được viện dẫn với hai số',
    en: 'One document cited with two numbers',
  },
  why: {
    vi: 'Cùng tên loại, ngày, cơ quan ban hành mà số hoặc ký hiệu chỗ này khác chỗ kia, không nêu trích yếu khác, thường là gõ nhầm số (02-KH/BCĐTW thành 20-KH/BCĐTW).',
    en: 'The same type, date and issuer with another number or symbol here than there, and no abstract of its own, is mostly a slip (20-KH/BCĐTW for 02-KH/BCĐTW).',
  },
  *check(draft) {
    const known = new Set<string>();
    const first = new Map<string, Cited>();
    for (const cited of citedIn(draft)) {
      const { type, day, parts, number, quoted, key } = cited;
      if (!parts || !number || day === undefined || quoted || type === '' || key === undefined) continue;
      const marks = known.has(`${key}|${day}`) ? [] : marksOf(cited, parts);
      const other = marks
        .flatMap((mark) => first.get(mark) ?? [])
        .find((candidate) => isOneDocument(candidate, cited, draft.registry));
      if (!other?.number) {
        known.add(`${key}|${day}`);
        for (const mark of marks) if (!first.has(mark)) first.set(mark, cited);
        continue;
      }
      const right = other.number.text;
      yield {
        start: number.start,
        end: number.end,
        message: {
          vi: `${type} ngày ${showDay(day)} ở đây có số ${number.text}, ở chỗ khác có số ${right}.`,
          en: `The "${type}" of ${showDay(day)} has number ${number.text} here and ${right} elsewhere.`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
            edits: [{ start: number.start, end: number.end, text: right }],
            certain: false,
          },
        ],
        related: [
          {
            start: other.number.start,
            end: other.number.end,
            message: { vi: `Số ${right} ở đây.`, en: `Number ${right} here.` },
          },
        ],
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '1. Bộ Y tế thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương.\n\n2. Bộ Nội vụ báo cáo kết quả thực hiện Kế hoạch số 20-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương.\n',
      problems: ['3:52 Kế hoạch ngày 19/6/2025 ở đây có số 20-KH/BCĐTW, ở chỗ khác có số 02-KH/BCĐTW.'],
    },
    {
      text: '- Căn cứ Quyết định số 229-QĐ/TW, ngày 10/01/2025 của Bộ Chính trị về thành lập Ban Chỉ đạo Trung ương;\n- Căn cứ Quyết định số 231-QĐ/TW, ngày 10/01/2025 của Bộ Chính trị về Hội đồng tư vấn quốc gia;\n',
      problems: [],
    },
  ],
};

/** What two mentions of one document may have in common, so that only those are compared. */
function marksOf(cited: Cited, { letters, figure, year, issuers }: DocumentNumber): string[] {
  const { type, day, issuer } = cited;
  const head = `${type}|${day}|${letters}`;
  const series = `${head}|${year}|${issuers.join()}`;
  return [`${head}|${figure}`, `${series}|of ${issuer}`, `${series}|on ${about(cited)?.words ?? ''}`];
}

/** How an abstract begins, folded, and whether it is long enough to tell one document from another. */
function aboutOf(
  text: string,
  mention: CitationMention,
): { readonly words: string; readonly tells: boolean } | undefined {
  const abstract = abstractOf(text, mention);
  return abstract === undefined ? undefined : { words: foldName(abstract).slice(0, 40), tells: abstract.length >= 20 };
}

const about = ({ node, mention }: Cited) => aboutOf(node.fact.item.body.text, mention);

/** In two sentences, or in two parts of a list. */
function areApart(text: string, first: CitationMention, second: CitationMention): boolean {
  return /[.;]\s/.test(text.slice(first.end, second.start));
}

/** Of one type and day already: do the two numbers mean one document? */
function isOneDocument(first: Cited, second: Cited, registry: Registry): boolean {
  const [a, b] = [first.parts, second.parts];
  if (!a || !b || a.letters !== b.letters) return false;
  const sameFigure = a.figure === b.figure;
  if (!sameFigure && (a.year !== b.year || a.issuers.join() !== b.issuers.join())) return false;
  const [here, there] = [about(second), about(first)];
  const alike = here !== undefined && here.words === there?.words;
  const { text } = first.node.fact.item.body;
  const apart = first.node !== second.node || areApart(text, first.mention, second.mention);
  const told = sameFigure
    ? // One figure with two symbols: only bodies that differ may both be right.
      alike || first.issuer !== undefined || second.issuer !== undefined
    : // Documents of one day come with abstracts of their own or in one list.
      (alike && here.tells) ||
      (here === undefined && apart && first.issuer !== undefined && first.issuer === second.issuer);
  return told && mayBeSame(first.issuer, second.issuer, registry);
}
