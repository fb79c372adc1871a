import { addDays, addWorkingDays, type Day, isDay, lastOfMonth, toDay } from './calendar.ts';
import type { DateMention, Point } from './dates.ts';
import type { DeadlineMention, Term } from './deadlines.ts';

export interface Interval {
  readonly start: Day | null;
  readonly date: Day | null;
}

/** The stretch of days a deadline means in a document issued on `issued`; null for an end that cannot be reckoned. */
export function resolveDeadline(mention: DeadlineMention, issued: Day | undefined): Interval {
  const { relation, date, term } = mention;
  if (term)
    return term.fromIssue && issued ? { start: issued, date: addTerm(issued, term) } : { start: null, date: null };
  if (!date || relation === 'ongoing' || relation === 'recurring') return { start: null, date: null };
  const { first, last } = resolveDate(date, issued);
  switch (relation) {
    case 'before':
      return { start: null, date: first };
    case 'within':
      return { start: first, date: last };
    case 'after':
      return { start: first, date: first };
    default:
      return { start: null, date: last };
  }
}

function addTerm(from: Day, term: Term): Day {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  if (term.unit === 'working day') return addWorkingDays(from, term.count);
  if (term.unit === 'day') return addDays(from, term.count);
  if (term.unit === 'week') return addDays(from, term.count * 7);
  const months = month - 1 + term.count * (term.unit === 'year' ? 12 : 1);
  const [y, m] = [year + Math.floor(months / 12), (months % 12) + 1];
  return toDay(y, m, Math.min(day, lastOfMonth(y, m)));
}

/** First and last day of a mention; null where the calendar has no such day or the year cannot be known. */
export function resolveDate(date: DateMention, issued: Day | undefined): { first: Day | null; last: Day | null } {
  const to = withYear(date.to, date.grain, issued);
  const open =
    date.range && date.from.year === undefined && date.from.month === undefined && date.from.day === undefined;
  const from = open ? undefined : withYear(date.from, date.grain, date.range ? undefined : issued);
  let first = from ? firstDay(from) : null;
  let last = to ? lastDay(to) : null;
  if (date.part && to?.year !== undefined && first && last) [first, last] = partOf(date, first, last);
  return { first, last };
}

/** A date without a year is the first of its kind not before the day of issue. */
function withYear(point: Point, grain: DateMention['grain'], issued: Day | undefined): Point | undefined {
  if (point.year !== undefined) return point;
  if (!issued) return undefined;
  const year = Number(issued.slice(0, 4));
  if (point.month === undefined) {
    return grain === 'month' ? { year, month: Number(issued.slice(5, 7)) } : { year };
  }
  const end = lastDay({ ...point, year });
  return { ...point, year: end !== null && end < issued ? year + 1 : year };
}

function firstDay(point: Point): Day | null {
  const { year, month = 1, day = 1 } = point;
  if (year === undefined || !isDay(year, month, day)) return null;
  return toDay(year, month, day);
}

function lastDay(point: Point): Day | null {
  const { year, month = 12, day } = point;
  if (year === undefined || month < 1 || month > 12) return null;
  if (day !== undefined) return isDay(year, month, day) ? toDay(year, month, day) : null;
  return toDay(year, month, lastOfMonth(year, month));
}

/** "đầu quý" is its first month, "giữa tháng" the 11th to the 20th, "cuối năm" its last quarter. */
function partOf(date: DateMention, first: Day, last: Day): [Day, Day] {
  const year = Number(last.slice(0, 4));
  const month = Number(first.slice(5, 7));
  if (date.grain === 'month') {
    const at = (day: number) => `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
    if (date.part === 'first') return [first, at(10)];
    return date.part === 'middle' ? [at(11), at(20)] : [at(21), last];
  }
  const count = date.grain === 'year' ? 4 : 3;
  const length = date.grain === 'year' ? 3 : 1;
  const index = { first: 0, middle: 1, last: count - 1 }[date.part ?? 'first'];
  const span = date.part === 'middle' && count === 4 ? 2 : 1;
  const from = month + index * length;
  const to = from + length * span - 1;
  return [toDay(year, from, 1), toDay(year, to, lastOfMonth(year, to))];
}
