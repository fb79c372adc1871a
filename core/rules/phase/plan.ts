import type { Draft } from '../../draft.ts';
import { type Day, isDay, toDay } from '../../language/calendar.ts';
import { readBareDates, readDates } from '../../language/dates.ts';
import { resolveDate } from '../../language/due.ts';
import { stripDiacritics, type Words } from '../../text.ts';

/** The time a plan gives itself, and where it says so. */
export interface PlanTime {
  readonly first: Day | null;
  readonly last: Day;
  readonly words: Words;
  /** Both years are named ("giai đoạn 2025 - 2030"). */
  readonly range: boolean;
}

/** By the front matter (`thời hạn chung`), else by the title of a plan, programme or scheme. */
export function planTimeOf(draft: Draft): PlanTime | undefined {
  return fromFront(draft) ?? fromTitle(draft);
}

function fromFront(draft: Draft): PlanTime | undefined {
  const [first] = draft.sections;
  if (!first?.section.front) return undefined;
  for (const match of first.section.text.matchAll(/^[ \t]*([^\n:#]{3,40}):[ \t]*(\S.*?)[ \t\r]*$/gmu)) {
    if (
      !/^(?:thoi han chung|thoi han ke hoach|thoi han thuc hien|plan end)$/.test(stripDiacritics(match[1] ?? '').trim())
    )
      continue;
    const value = (match[2] ?? '').replace(/^["']|["']$/g, '');
    const start = match.index + match[0].indexOf(match[2] ?? '');
    const last = readEnd(value, draft.issued);
    if (last)
      return { first: null, last, range: false, words: { text: value, start, end: start + (match[2] ?? '').length } };
  }
  return undefined;
}

function readEnd(value: string, issued: Day | undefined): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(value);
  if (iso) {
    const [year = 0, month = 0, day = 0] = iso.slice(1).map(Number);
    return isDay(year, month, day) ? toDay(year, month, day) : null;
  }
  const date = readBareDates(value.normalize('NFC')).at(-1);
  return date ? resolveDate(date, issued).last : null;
}

/** What may follow the years of a plan in its title. */
const TAIL = /^\s*(?:\)|,|;)*\s*(?:(?:và\s+)?(?:tầm nhìn|định hướng)[^.;]*|(?:trên địa bàn|tại|của)[^.;]*)?[\s.)]*$/iu;

function fromTitle(draft: Draft): PlanTime | undefined {
  const { title, type } = draft.letterhead;
  if (!title) return undefined;
  const text = title.text.normalize('NFC');
  if (!/kế hoạch|chương trình|đề án|phương án|dự án|chiến lược/iu.test(`${type?.text ?? ''} ${text}`.normalize('NFC')))
    return undefined;
  const years = readDates(text).filter(({ grain, part }) => grain === 'year' && part === undefined);
  const date = years.find(({ end }) => TAIL.test(text.slice(end)));
  if (!date) return undefined;
  const before = text.slice(0, date.start);
  // "văn kiện năm 2025", "Nghị quyết ... năm 2025 của ...": of what is named, where the word before is no plan's.
  if (/(?:nghị quyết|chỉ thị|kết luận|luật|nghị định|thông tư|quyết định|tháng \d{1,2})\s*$/iu.test(before))
    return undefined;
  const { first } = resolveDate(date, draft.issued);
  const last = years
    .filter(({ end }) => end >= date.end)
    .map((each) => resolveDate(each, draft.issued).last ?? '')
    .sort()
    .at(-1);
  return last ? { first, last, range: date.range, words: title } : undefined;
}
