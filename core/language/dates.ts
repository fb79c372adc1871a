import { Chrono, type Component, type ParsedResult, type Parser, type Refiner } from 'chrono-node';
import { textBefore } from '../text.ts';
import { tetOf, yearNamed } from './calendar.ts';

/** Year, month and day as written; what is not written is absent. */
export interface Point {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export type Grain = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'now';

/** A date or stretch of time named in a passage; offsets into the passage. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly grain: Grain;
  readonly from: Point;
  readonly to: Point;
  /** "đầu", "giữa", "cuối": which part of it is meant. */
  readonly part?: 'first' | 'middle' | 'last';
  /** Two ends were written ("từ ... đến ...", "2026 - 2030"). */
  readonly range: boolean;
}

const NUMBER_WORDS: Record<string, number> = {
  một: 1,
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};
const MONTH = '(\\d{1,2}|mười một|mười hai|mười|giêng|chạp|một|hai|ba|tư|năm(?!\\s*\\d)|sáu|bảy|tám|chín)';
const PART = '(?:(đầu|giữa|cuối)\\s+)?';
const YEAR = '(\\d{4})';
// The field's own numbers are read as the reference year where none is written.
const REFERENCE = new Date(2000, 0, 1);

type Parts = { [key in Component]?: number };
interface Reading {
  readonly start: Parts;
  readonly end?: Parts;
  readonly grain: Grain;
  readonly part?: string | undefined;
  readonly range?: boolean;
}

function parser(
  pattern: RegExp,
  read: (match: RegExpMatchArray, text: string, at: number) => Reading | undefined,
): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const at = match.index ?? 0;
      // chrono searches the rest of the text anew, so a match may begin inside a word or a number.
      if (/[\p{L}\d/]/u.test(context.text[at - 1] ?? '') && /[\p{L}\d]/u.test(match[0][0] ?? '')) return null;
      if (/^\d/.test(match[0]) && /\d[.,/-]$/.test(textBefore(context.text, at))) return null;
      const reading = read(match, context.text, at);
      if (!reading) return null;
      const result = context.createParsingResult(at, match[0], reading.start, reading.end ?? reading.start);
      result.start.addTag(`grain/${reading.grain}`);
      if (reading.part) result.start.addTag(`part/${PARTS[reading.part] ?? ''}`);
      if (reading.range) result.start.addTag('range');
      return result;
    },
  };
}

const PARTS: Record<string, string> = { đầu: 'first', giữa: 'middle', cuối: 'last' };
const number = (text: string | undefined) => {
  if (text === undefined) return undefined;
  return NUMBER_WORDS[text.toLowerCase()] ?? Number(text);
};
const given = (parts: { [key in Component]?: number | undefined }): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;

/** Before a number that counts and is no day: "tuần 2 tháng 10/2026", "đợt 1 tháng 6". */
const COUNTS = /(?:tuần(?: thứ)?|đợt|kỳ|lần|khóa)\s+$/iu;

const inWords = parser(
  new RegExp(
    `(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+${MONTH}(?:(?:\\s+năm\\s+|\\s*[/.-]\\s*|\\s*,\\s*năm\\s+)${YEAR})?(?!\\d)`,
    'i',
  ),
  (m, text, at) => {
    // "6 tháng 2025": a number of months unless the word "ngày" or the year says otherwise.
    if (!/^ngày/i.test(m[0]) && (m[3] === undefined || COUNTS.test(textBefore(text, at)))) return undefined;
    return { start: given({ day: number(m[1]), month: number(m[2]), year: number(m[3]) }), grain: 'day' };
  },
);

const inFigures = parser(
  new RegExp(`(?:ngày\\s+)?(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?${YEAR}(?![\\d])`, 'i'),
  (m, text, at) => {
    if (COUNTS.test(textBefore(text, at))) return undefined;
    return { start: given({ day: number(m[1]), month: number(m[3]), year: number(m[4]) }), grain: 'day' };
  },
);

const yearOmitted = parser(
  /(ngày\s+)?(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/])(?!\s?[/-]\s?\d(?!\d?\/\d{1,2}\/\d))(?!-\p{L}|\/\p{L})/iu,
  (m, text, at) => {
    // Without "ngày" a pair of figures is a date only after a word that wants one ("trước 31/8").
    if (!m[1] && !/(?:trước|đến|hết|xong|sau|từ)\s$/i.test(textBefore(text, at))) return undefined;
    return { start: given({ day: number(m[2]), month: number(m[3]) }), grain: 'day' };
  },
);

const month = parser(
  new RegExp(
    `(?:(?:tuần(?: thứ)?|đợt)\\s+\\d{1,2},?\\s+)?${PART}tháng\\s+${MONTH}(?![\\p{L}\\d])(?:\\s?(?:[/.-]|,?\\s?năm)\\s?${YEAR}(?!\\d))?`,
    'iu',
  ),
  (m, text, at) => {
    // "2 tháng 3 năm" would be a day; of "tháng 9-10" without a year the first is read.
    if (/\d\s+$/.test(textBefore(text, at))) return undefined;
    return { start: given({ month: number(m[2]), year: number(m[3]) }), grain: 'month', part: m[1]?.toLowerCase() };
  },
);

const months = parser(
  new RegExp(
    `tháng\\s+(0?[1-9]|1[0-2])\\s?(?:,|và|-)\\s?(?:tháng\\s+)?(0?[1-9]|1[0-2])\\s?(?:\\/|,?\\s?năm\\s)\\s?${YEAR}(?!\\d)`,
    'i',
  ),
  (m, text, at) => {
    const [from = 0, to = 0, year] = [number(m[1]), number(m[2]), number(m[3])];
    if (from >= to || /\d\s+$/.test(textBefore(text, at))) return undefined;
    return { start: given({ month: from, year }), end: given({ month: to, year }), grain: 'month' };
  },
);

const quarter = parser(
  new RegExp(
    `${PART}(?:quý|quí)\\s+(IV|I{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s?(?:,|và|-)\\s?(?:(?:quý|quí)\\s+)?(IV|I{1,3})(?![\\p{L}\\d]))?(?:\\s?(?:[/.-]|,?\\s?năm|)\\s?${YEAR}(?!\\d))?`,
    'iu',
  ),
  (m) => {
    // "quý II và quý III năm 2026", "Quý III, IV/2026": one stretch.
    const index = (text: string | undefined) =>
      ({ I: 1, II: 2, III: 3, IV: 4 })[(text ?? '').toUpperCase()] ?? Number(text);
    const year = number(m[4]);
    return {
      start: given({ month: index(m[2]) * 3 - 2, year }),
      end: given({ month: index(m[3] ?? m[2]) * 3, year }),
      grain: 'quarter',
      part: m[1]?.toLowerCase(),
    };
  },
);

const half = parser(new RegExp(`(0?[369]|ba|sáu|chín)\\s+tháng\\s+(đầu|cuối)\\s+năm(?:\\s+${YEAR})?`, 'i'), (m) => {
  const count = number(m[1]) ?? 6;
  const first = m[2]?.toLowerCase() === 'đầu' ? 1 : 13 - count;
  const year = number(m[3]);
  return { start: given({ month: first, year }), end: given({ month: first + count - 1, year }), grain: 'half' };
});

const year = parser(new RegExp(`${PART}(?:các\\s+)?năm\\s+${YEAR}(?!\\d)(?:\\s?-\\s?${YEAR}(?!\\d))?`, 'i'), (m) => ({
  start: given({ year: number(m[2]) }),
  end: given({ year: number(m[3] ?? m[2]) }),
  grain: 'year',
  part: m[1]?.toLowerCase(),
  range: m[3] !== undefined,
}));

const thisYear = parser(
  /(?:(đầu|giữa|cuối)\s+)?năm(?:\s+nay)?(?!\s*(?:\d|học|tới|sau|trước|công tác))(?![\p{L}])/iu,
  (m, text, at) => {
    if (!m[1] && !/nay$/.test(m[0]) && !/(?:hết|trong)\s+$/i.test(textBefore(text, at))) return undefined;
    // "6 tháng đầu năm" is a half-year, "5 năm" a number of years.
    if (/(?:\d|tháng)\s+$/i.test(textBefore(text, at))) return undefined;
    return { start: {}, grain: 'year', part: m[1]?.toLowerCase() };
  },
);

const thisMonth = parser(/tháng này/i, () => ({ start: {}, grain: 'month' }));

const years = parser(new RegExp(`${YEAR}\\s?-\\s?${YEAR}(?!\\d)`), (m) => {
  const [from = 0, to = 0] = [Number(m[1]), Number(m[2])];
  if (from < 1950 || to > 2100 || from >= to) return undefined;
  return { start: { year: from }, end: { year: to }, grain: 'year', range: true };
});

const now = parser(/(?:từ nay|từ ngày ban hành|từ ngày ký)(?=\s*(?:đến|tới|cho đến))/i, () => ({
  start: {},
  grain: 'now',
}));

const tet = parser(
  /Tết(?: Nguyên đán| cổ truyền| âm lịch)*(?: năm)?(?:\s+(\d{4})|\s+(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+))/u,
  (m) => {
    const of = m[1] ? Number(m[1]) : yearNamed(m[2] ?? '');
    const day = of && tetOf(of);
    if (!day) return undefined;
    const [y = 0, mo = 0, d = 0] = day.split('-').map(Number);
    return { start: { year: y, month: mo, day: d }, grain: 'day' };
  },
);

/** Of mentions that overlap the longer one stands, of equal ones the earlier parser's. */
const longest: Refiner = {
  refine: (_context, results) => {
    const kept: ParsedResult[] = [];
    for (const result of results) {
      const last = kept.at(-1);
      if (!last || result.index >= last.index + last.text.length) kept.push(result);
      else if (result.text.length > last.text.length) kept[kept.length - 1] = result;
    }
    return kept as typeof results;
  },
};

/** "từ A đến B", "A - B" of the same kind: one stretch. */
const ranges: Refiner = {
  refine: (context, results) => {
    const merged: typeof results = [];
    for (const result of results) {
      const last = merged.at(-1);
      const between = last ? context.text.slice(last.index + last.text.length, result.index) : '';
      const isNow = last?.start.tags().has('grain/now');
      const opened =
        last &&
        (isNow || /từ\s+(?:ngày\s+)?$/i.test(textBefore(context.text, last.index)) || /^\s?-\s?$/.test(between));
      if (
        last?.end &&
        opened &&
        /^\s*(?:(?:cho\s+)?(?:đến|tới)\s*(?:hết|cuối)?\s*(?:ngày)?|-)\s*$/i.test(between) &&
        result.end
      ) {
        for (const unit of ['year', 'month'] as const) {
          const value = result.end.get(unit);
          if (
            !isNow &&
            !last.start.isCertain(unit) &&
            result.end.isCertain(unit) &&
            value !== null &&
            !(unit === 'month' && last.start.tags().has('grain/year'))
          )
            last.start.assign(unit, value);
        }
        const whole = context.createParsingResult(last.index, result.index + result.text.length);
        whole.start = last.start;
        whole.end = result.end;
        whole.end.addTags(result.start.tags());
        whole.start.addTag('range');
        merged[merged.length - 1] = whole;
      } else merged.push(result);
    }
    return merged;
  },
};

/**
 * The one chrono instance for this language. chrono's own Vietnamese locale reads "trước ngày" as yesterday and knows
 * neither quarters nor half-years; casual words are left out, since a directive has none.
 */
const chrono = new Chrono({
  parsers: [inWords, inFigures, yearOmitted, months, month, quarter, half, year, thisYear, thisMonth, years, now, tet],
  refiners: [longest, ranges],
});

/** Dates and stretches of time named in a passage (clean text), in order, none overlapping. */
export function readDates(text: string): DateMention[] {
  if (!/\d|năm|tháng|quý|quí|Tết/i.test(text)) return [];
  return chrono.parse(text, REFERENCE).flatMap((result) => {
    const tags = result.start.tags();
    const end = result.end ?? result.start;
    const range = tags.has('range');
    const grains = [...(range ? end.tags() : []), ...tags].filter((tag) => tag.startsWith('grain/'));
    const grain = (grains.find((tag) => tag !== 'grain/now') ?? grains[0] ?? 'grain/day').slice(6) as Grain;
    if (grain === 'now') return [];
    const part = [...tags].find((tag) => tag.startsWith('part/'))?.slice(5) as DateMention['part'];
    const from = tags.has('grain/now') ? {} : point(result.start);
    const to = point(end);
    return [
      { start: result.index, end: result.index + result.text.length, grain, from, to, range, ...(part && { part }) },
    ];
  });
}

function point(components: ParsedResult['start']): Point {
  const read = (unit: Component) => (components.isCertain(unit) ? (components.get(unit) ?? undefined) : undefined);
  return given({ year: read('year'), month: read('month'), day: read('day') });
}

const BARE_MONTH = /^\s*(0?[1-9]|1[0-2])\s?[/.-]\s?(\d{4})(?:\s?-\s?(0?[1-9]|1[0-2])\s?[/.-]\s?(\d{4}))?\s*\.?$/;
const BARE_MONTHS = /^\s*(0?[1-9]|1[0-2])\s?-\s?(0?[1-9]|1[0-2])\s?\/\s?(\d{4})\s*\.?$/;
const BARE_YEAR = /^\s*(?:năm\s+)?(\d{4})(?:\s*[-,;]\s*(\d{4}))*\s*\.?$/i;

/**
 * The times of a passage that is nothing but a time (a table cell, the value of a label): months and years stand bare
 * ("9/2026", "2027 - 2028"), and a further year behind a comma prolongs what is before it. Offsets into the passage.
 */
export function readBareDates(text: string): DateMention[] {
  const dates = readDates(text);
  const [first] = dates;
  if (first) {
    const more = /^\s*,\s*(\d{4})\s*\.?$/.exec(text.slice(first.end));
    return more && dates.length === 1
      ? [{ ...first, end: text.trimEnd().length, to: { year: Number(more[1]) }, range: true }]
      : dates;
  }
  const span = { start: text.search(/\S/), end: text.trimEnd().length };
  const month = BARE_MONTH.exec(text);
  if (month) {
    const from = { month: Number(month[1]), year: Number(month[2]) };
    const to = month[3] ? { month: Number(month[3]), year: Number(month[4]) } : from;
    return [{ ...span, grain: 'month', from, to, range: to !== from }];
  }
  const months = BARE_MONTHS.exec(text);
  if (months && Number(months[1]) < Number(months[2])) {
    const [from, to] = [months[1], months[2]].map((each) => ({ month: Number(each), year: Number(months[3]) }));
    if (from && to) return [{ ...span, grain: 'month', from, to, range: true }];
  }
  const year = BARE_YEAR.exec(text);
  if (!year) return [];
  const from = { year: Number(year[1]) };
  const to = year[2] ? { year: Number(year[2]) } : from;
  return [{ ...span, start: text.search(/\d/), grain: 'year', from, to, range: to.year !== from.year }];
}
