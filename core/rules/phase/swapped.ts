import { type Draft, wordsOf } from '../../draft.ts';
import { addDays, type Day, showDay, toDay } from '../../language/calendar.ts';
import { resolveDate } from '../../language/due.ts';
import type { Fix, Rule } from '../../rule.ts';
import type { Words } from '../../text.ts';
import { foreignSpans, isWithin } from '../deadline/mentions.ts';
import { isSwapped } from './groups.ts';

export const phaseSwapped: Rule = {
  id: 'phase/swapped',
  severity: 'error',
  looksAt: 'item',
  summary: { vi: 'Khoảng thời gian kết thúc trước khi bắt đầu', en: 'A stretch of time that ends before it begins' },
  why: {
    vi: 'Giai đoạn hay thời hạn "từ ngày ... đến ngày ..." có ngày cuối trước ngày đầu là ghi ngược hoặc ghi nhầm năm, không thực hiện được.',
    en: 'A phase or a deadline "from ... to ..." whose last day is before its first is turned around or has a wrong year, and cannot be met.',
  },
  *check(draft) {
    const told: Words[] = [];
    for (const { words, start, end } of turnedRanges(draft)) {
      told.push(words);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}": ngày kết thúc (${showDay(end)}) trước ngày bắt đầu (${showDay(start)}).`,
          en: `"${words.text}": the end (${showDay(end)}) is before the start (${showDay(start)}).`,
        },
        fixes: turnAround(draft.text, words),
      };
    }
    for (const { phase, span } of draft.nodes) {
      // The item that opens it.
      if (phase?.start !== span.start) continue;
      const { endDay, startDay, title } = phase;
      if (endDay === null || startDay !== null || !isSwapped(phase, draft) || !draft.issued) continue;
      if (told.some(({ start }) => phase.start <= start && start < phase.end)) continue;
      yield {
        start: phase.start,
        end: phase.end,
        message: {
          vi: `"${title}" đã kết thúc trước ngày ban hành (${showDay(draft.issued)}).`,
          en: `"${title}" was over before the day of issue (${showDay(draft.issued)}).`,
        },
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### Giai đoạn từ ngày 31/12/2026 đến ngày 01/7/2026\n\na) Bộ Y tế tổ chức kiểm tra từ ngày 20/8/2026 đến ngày 10/8/2026.\n',
      problems: [
        '3:18 "ngày 31/12/2026 đến ngày 01/7/2026": ngày kết thúc (01/7/2026) trước ngày bắt đầu (31/12/2026).',
        '5:32 "ngày 20/8/2026 đến ngày 10/8/2026": ngày kết thúc (10/8/2026) trước ngày bắt đầu (20/8/2026).',
      ],
    },
    {
      text: '---\nngày ban hành: 2026-07-10\n---\n\n## I. NHIỆM VỤ\n\n### Giai đoạn từ nay đến ngày 30/6/2026\n\na) Bộ Y tế ứng trực từ ngày 25/12 đến ngày 05/01/2027.\n',
      problems: ['7:5 "Giai đoạn từ nay đến ngày 30/6/2026" đã kết thúc trước ngày ban hành (10/7/2026).'],
    },
  ],
};

interface Turned {
  readonly words: Words;
  readonly start: Day;
  readonly end: Day;
}

/** Ranges of days, months, quarters and years anywhere in the text, tables included. */
function* turnedRanges(draft: Draft): Iterable<Turned> {
  for (const node of draft.nodes) {
    if (node.region === 'recipients' || node.region === 'signature') continue;
    const { text } = node.fact.item.body;
    const ranges = node.fact.dates.filter(({ range }) => range);
    for (const date of ranges) {
      const { first, last } = resolveDate(date, draft.issued);
      if (first === null || last === null || first <= last || isWithin(date.start, foreignSpans(node.fact))) continue;
      const written = text.slice(date.start, date.end);
      if ((written.match(/\d{4}/g) ?? []).length < 2 && mayCrossYear(first, draft)) continue;
      yield { words: wordsOf(draft.text, node, date.start, date.end), start: first, end: last };
    }
    // No date to the reader: "2030 - 2025".
    for (const match of text.matchAll(/(?<![\d/.-]|\d )(20\d\d)\s?-\s?(?:năm )?(20\d\d)(?![\d/-])/g)) {
      const [from, to] = [Number(match[1]), Number(match[2])];
      if (
        from <= to ||
        isWithin(match.index, foreignSpans(node.fact)) ||
        ranges.some((date) => isWithin(match.index, [date]))
      )
        continue;
      const words = wordsOf(draft.text, node, match.index, match.index + match[0].length);
      yield { words, start: toDay(from, 1, 1), end: toDay(to, 12, 31) };
    }
  }
}

/** "từ ngày 25/12 đến ngày 05/01/2027": the start may be in the year before, if that is not long past at issue. */
function mayCrossYear(first: Day, { issued }: Draft): boolean {
  const [year = '', ...rest] = first.split('-');
  return issued === undefined || [Number(year) - 1, ...rest].join('-') >= addDays(issued, -60);
}

/** The two ends in each other's place. */
function turnAround(text: string, { start, end }: Words): Fix[] {
  const written = text.slice(start, end);
  const match = /^((?:\D*\s)?)(\d.*?)(\s*(?:đến|tới|-)\s*(?:hết\s*)?(?:(?:ngày|tháng|năm)\s*)?)(\d.*)$/su.exec(
    written.normalize('NFC'),
  );
  if (!match) return [];
  const turned = `${match[1]}${match[4]}${match[3]}${match[2]}`;
  return [
    {
      title: { vi: `Đổi thành "${turned}"`, en: `Change to "${turned}"` },
      edits: [{ start, end, text: turned }],
      certain: false,
    },
  ];
}
