import { isDay } from './language/calendar.ts';
import { findNearest } from './nearest.ts';
import { stripDiacritics } from './text.ts';
import type { Saying } from './yaml.ts';

/** A word a file may say, in both languages. */
export type Key = Saying;

/** Keys or values of a file, known however they are typed: in either language, without diacritics, in any case. */
export interface Reading<T extends Key> {
  readonly keys: readonly T[];
  find(word: string): T | undefined;
  /** The one a wrong word may mean. */
  nearest(word: string): T | undefined;
}

export function readingOf<T extends Key>(keys: readonly T[]): Reading<T> {
  const bySpelling = new Map(keys.flatMap((key) => [key.vi, key.en].map((word) => [foldKey(word), key] as const)));
  return {
    keys,
    find: (word) => bySpelling.get(foldKey(word)),
    nearest: (word) => bySpelling.get(findNearest(foldKey(word), bySpelling.keys()) ?? ''),
  };
}

/** No such key: with the nearest one, or all there are. */
export function sayUnknownKey(word: string, { keys, nearest }: Reading<Key>): Saying {
  const near = nearest(word);
  const vi = near ? `Có phải là “${near.vi}”?` : `Các khóa dùng được: ${keys.map((key) => key.vi).join(', ')}.`;
  const en = near ? `Did you mean "${near.vi}" (${near.en})?` : `The keys: ${keys.map((key) => key.en).join(', ')}.`;
  return { vi: `Không có khóa “${word}”. ${vi}`, en: `Unknown key "${word}". ${en}` };
}

/** One key or kind however it is typed: with or without diacritics, in any case, with hyphens or spaces. */
export function foldKey(word: string): string {
  return stripDiacritics(word)
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** A word that is no date, with the date it may be meant to be; undefined for a date. */
export function objectToDate(word: string): Saying | undefined {
  if (isDate(word)) return undefined;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(word) ?? [];
  const turned = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const better = isDate(turned) ? turned : '2025-03-01';
  return {
    vi: `“${word}” không phải là một ngày có thật viết theo năm-tháng-ngày, như “${better}”.`,
    en: `"${word}" is not a real date written year-month-day, like "${better}".`,
  };
}

function isDate(word: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word) ?? [];
  return isDay(Number(year), Number(month), Number(day));
}
