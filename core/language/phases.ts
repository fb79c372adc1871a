import type { Day } from './calendar.ts';
import { type DateMention, readDates } from './dates.ts';
import { resolveDate } from './due.ts';
import { readMarker } from './numbering.ts';

/** What a phase line says of its time; offsets into the line. */
export interface PhaseMention {
  /** The title without a colon at its end. */
  readonly title: string;
  readonly date?: DateMention;
  /** Only the one end is written ("đến 30/6/2025", "từ tháng 7/2025"). */
  readonly open?: 'start' | 'end';
}

const HEAD =
  /^(?:(?:Giai đoạn|GIAI ĐOẠN|Thời kỳ|Đợt|ĐỢT|Bước|BƯỚC)(?=\s|:)|(?:Năm|NĂM) \d{4}(?:\s*-\s*\d{4})?\s*:?\s*$|(?:Tháng \d{1,2}|Quý [IVX]+)(?:\/| năm )\d{4}\s*:?\s*$)/u;
/** What may follow the word: a number, a name, dates, in brackets or not; no sentence. */
const SENTENCE =
  /[.;]\s*\S|;$|,\s+\p{Ll}+ \p{Ll}+ \p{Ll}+ \p{Ll}+ \p{Ll}+|(?<!\p{L})(?:đã|được|phải|là|của|này|trước|chủ trì|phối hợp|đạt|tiếp tục)(?!\p{L})/u;

/** Is the line the title of a phase ("Giai đoạn từ nay đến ngày 30/6/2025", "Đợt 1: ...") and nothing else? */
export function isPhaseLine(line: string): boolean {
  const text = line.slice(readMarker(line)?.length ?? 0).replace(/^[*•+-]\s+/, '');
  if (!HEAD.test(text) || text.length > 160) return false;
  const title = text.replace(/\s*[.:]\s*$/, '');
  if (SENTENCE.test(title)) return false;
  // "Giai đoạn 2: Hoàn thiện mô hình." tells what the phase is for: a title only when it ends open or on its dates.
  const colon = title.indexOf(':');
  if (colon < 0 || !/\.$/.test(text)) return true;
  return readDates(title.slice(colon)).length > 0;
}

/** Reads a phase line; undefined where it is none. */
export function readPhase(line: string): PhaseMention | undefined {
  if (!isPhaseLine(line)) return undefined;
  const title = line.replace(/\s*[.:]\s*$/, '');
  const dates = readDates(title);
  const date = dates.find((mention) => mention.range) ?? dates[0];
  if (!date) return { title };
  if (date.range) return { title, date };
  const before = title.slice(0, date.start);
  if (/(?:đến|tới|hết|trước)\s*(?:hết\s*)?(?:ngày\s*)?$/i.test(before)) return { title, date, open: 'start' };
  if (/(?:từ|sau)\s*(?:ngày\s*)?$/i.test(before)) return { title, date, open: 'end' };
  return { title, date };
}

/** First and last day of a phase in a document issued on `issued`; null for an end that is not written. */
export function resolvePhase(phase: PhaseMention, issued: Day | undefined): { start: Day | null; end: Day | null } {
  if (!phase.date) return { start: null, end: null };
  const { first, last } = resolveDate(phase.date, issued);
  return { start: phase.open === 'start' ? null : first, end: phase.open === 'end' ? null : last };
}
