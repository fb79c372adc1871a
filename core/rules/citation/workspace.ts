import { showDay } from '../../language/calendar.ts';
import { neighbourhoodOf } from '../../neighbours.ts';
import type { Problem, Rule } from '../../rule.ts';
import { elsewhere, foldTitle, titleBehind, titleOf } from '../../summary.ts';
import { type Cited, citationsWith, citedIn, nameOf } from './cited.ts';
import { dayFaultsOf, isThat, takeDay } from './days.ts';
import { isCentral } from './number.ts';
import { issuerAgainst, numberAgainst, OTHER, spanOf, typeAgainst } from './original.ts';

export const citationWorkspace: Rule = {
  id: 'citation/workspace',
  severity: 'error',
  acrossDocuments: true,
  // A title is told by the words behind a number and a day.
  looksAt: citationsWith((text, { end, number, date }) =>
    number && date ? TITLE.exec(text.slice(end, end + 300))?.[0] : 0,
  ),
  summary: {
    vi: 'Viện dẫn khác với chính văn bản ấy trong thư mục làm việc',
    en: 'A citation against the cited document itself in the workspace',
  },
  why: {
    vi: 'Văn bản được viện dẫn có trong thư mục làm việc: số, ngày, tên loại và cơ quan ban hành phải đúng như trên văn bản ấy (ND 30/2020, Phụ lục I).',
    en: 'The cited document is in the workspace: its number, date, type and issuer have to be as they stand there (ND 30/2020, Phụ lục I).',
  },
  *check(draft, project) {
    const { documents } = neighbourhoodOf(draft, project);
    if (documents.length === 0) return;
    for (const fault of dayFaultsOf(draft, project)) {
      const { cited, kind, right, neighbour } = fault;
      if (kind !== 'workspace' || right === undefined || !neighbour?.number) continue;
      yield {
        ...spanOf(cited.dayWords ?? cited),
        message: {
          vi: `${nameOf(cited)} ban hành ngày ${showDay(right)}, ở đây ghi ngày ${showDay(cited.day ?? '')}.`,
          en: `${nameOf(cited)} was issued on ${showDay(right)}, but is dated ${showDay(cited.day ?? '')} here.`,
        },
        fixes: takeDay(fault).map((fix) => ({ ...fix, certain: isUnique(cited, right) })),
        related: [{ ...elsewhere(neighbour.path, neighbour.dated ?? neighbour.number), message: OTHER }],
      } satisfies Problem;
    }
    const { registry } = project;
    const own = titleOf(draft);
    const citing = { ...(own && { titled: own }) };
    for (const cited of citedIn(draft)) {
      if (cited.quoted || cited.key === undefined) continue;
      const neighbour = documents.find(
        (other) => other.titled?.key === cited.key && isThat(cited, other, citing, registry),
      );
      const title = neighbour ? '' : titleBehind(cited);
      const problem = neighbour
        ? (issuerAgainst(cited, neighbour, registry) ?? typeAgainst(cited, neighbour))
        : numberAgainst(
            cited,
            documents.filter((other) => title !== '' && other.title && foldTitle(other.title.text) === title),
          );
      if (problem) yield problem;
    }
  },
  examples: [
    {
      text: '1. Bộ Y tế thực hiện Kế hoạch số 02-KH/BCĐTW ngày 29/6/2025 của Ban Chỉ đạo Trung ương.\n',
      workspace: {
        'kh.md':
          '---\nloại: Kế hoạch\nsố: 02-KH/BCĐTW\ncơ quan ban hành: Ban Chỉ đạo Trung ương\nngày ban hành: 2025-06-19\n---\n',
      },
      problems: ['1:46 Kế hoạch số 02-KH/BCĐTW ban hành ngày 19/6/2025, ở đây ghi ngày 29/6/2025.'],
      fixed: '1. Bộ Y tế thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương.\n',
    },
    {
      text: '1. Sở Y tế thực hiện Kế hoạch số 201/KH-UBND ngày 05/5/2026 của Ủy ban nhân dân tỉnh về phòng chống thiên tai năm 2026.\n',
      workspace: {
        'kh.md':
          '---\nloại: Kế hoạch\nsố: 200/KH-UBND\nngày ban hành: 2026-05-05\ntrích yếu: phòng chống thiên tai năm 2026\n---\n',
      },
      problems: [
        '1:34 Kế hoạch ngày 05/5/2026 về "phòng chống thiên tai năm 2026" có số 200/KH-UBND, không phải 201/KH-UBND.',
      ],
    },
    {
      text: '1. Sở Y tế thực hiện Kế hoạch số 200/KH-UBND ngày 12/6/2025 của Ủy ban nhân dân tỉnh.\n',
      workspace: { 'kh.md': '---\nloại: Kế hoạch\nsố: 200/KH-UBND\nngày ban hành: 2026-05-05\n---\n' },
      problems: [],
    },
  ],
};

/** One body of this symbol in the country, and the year agrees: no other document can be meant. */
function isUnique({ parts, day }: Cited, right: string): boolean {
  return isCentral(parts) && day?.slice(0, 4) === right.slice(0, 4);
}

const TITLE = /^[^;.]*/u;
