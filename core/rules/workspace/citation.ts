import { showDay } from '../../language/calendar.ts';
import { neighbourhoodOf } from '../../neighbours.ts';
import type { Problem, Rule } from '../../rule.ts';
import { elsewhere } from '../../summary.ts';
import { CITATIONS, type Cited, citedIn, nameOf } from '../citation/cited.ts';
import { contradict, dayFaultsOf } from '../citation/days.ts';
import { isCentral } from '../citation/number.ts';

export const workspaceCitation: Rule = {
  id: 'workspace/citation',
  severity: 'warning',
  acrossDocuments: true,
  looksAt: CITATIONS,
  summary: {
    vi: 'Hai văn bản trong thư mục viện dẫn cùng một văn bản với hai ngày',
    en: 'Two documents of the workspace cite one document with two dates',
  },
  why: {
    vi: 'Một luật, một nghị định chỉ có một ngày ban hành; hai văn bản ghi hai ngày thì một chỗ sai (như Luật Tổ chức Chính phủ: 18/02/2025, có nơi ghi 19/02/2025).',
    en: 'A law or decree has one date of issue; where two documents give two, one of them is wrong (as for the Law on the Organisation of the Government: 18/02/2025, 19/02/2025 in some).',
  },
  *check(draft, project) {
    const { days, documents } = neighbourhoodOf(draft, project);
    if (days.length === 0) return;
    const faulty = new Set(dayFaultsOf(draft, project).map(({ cited }) => cited));
    const told = new Set<string>();
    for (const cited of citedIn(draft)) {
      const { key, day, parts, dayWords } = cited;
      if (!isTold(cited) || key === undefined || day === undefined || told.has(key) || faulty.has(cited)) continue;
      if (documents.some(({ titled }) => titled?.key === key)) continue;
      const others = days.filter((other) => other.key === key);
      const against = others.filter((other) => contradict(other.day, day, parts));
      const places = against
        .flatMap((other) => other.places.map((place) => ({ ...place, day: other.day })))
        .sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1));
      const [first] = places;
      // The day most documents give is taken for the right one.
      const countOf = (one: string) => others.find((other) => other.day === one)?.count ?? 0;
      if (!first || countOf(first.day) < 1 + countOf(day)) continue;
      told.add(key);
      yield {
        start: dayWords?.start ?? cited.start,
        end: dayWords?.end ?? cited.end,
        message: {
          vi: `${nameOf(cited)} ở đây ghi ngày ${showDay(day)}, văn bản khác trong thư mục ghi ngày ${showDay(first.day)}.`,
          en: `${nameOf(cited)} is dated ${showDay(day)} here and ${showDay(first.day)} in another document of the workspace.`,
        },
        related: places.slice(0, 3).map((place) => ({
          ...elsewhere(place.path, place),
          message: { vi: `Ngày ${showDay(place.day)} ở đây.`, en: `Dated ${showDay(place.day)} here.` },
        })),
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: 'Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 02 năm 2025;\n',
      workspace: { 'qd.md': 'Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;\n' },
      problems: [
        '1:31 Luật Tổ chức Chính phủ ở đây ghi ngày 19/02/2025, văn bản khác trong thư mục ghi ngày 18/02/2025.',
      ],
    },
    {
      text: '1. Thực hiện Kế hoạch số 20/KH-UBND ngày 05/5/2026 của Ủy ban nhân dân tỉnh và Luật Đất đai ngày 18/01/2024.\n',
      workspace: {
        'khac.md':
          '1. Thực hiện Kế hoạch số 20/KH-UBND ngày 06/6/2026 của Ủy ban nhân dân tỉnh và Luật Đất đai ngày 29/11/2013.\n',
      },
      problems: [],
    },
  ],
};

/** Laws by their name, and numbers that one body of the country gives. */
function isTold({ quoted, number, parts }: Cited): boolean {
  return !quoted && (number === undefined || isCentral(parts));
}
