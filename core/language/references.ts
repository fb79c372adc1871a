import { type Span, takenBy, textBefore } from '../text.ts';
import type { CitationMention } from './citations.ts';

/** A place in a document that a passage points to; offsets into the passage. */
export interface ReferenceMention extends Span {
  /** From small to large as in "điểm a khoản 2 Mục II": [["điểm", "a"], ["khoản", "2"], ["mục", "II"]]. */
  readonly steps: readonly (readonly [string, string])[];
  /** It points into another document, named right behind it. */
  readonly external: boolean;
}

export interface AnnexMention extends Span {
  /** "I", "2", or "" for "Phụ lục kèm theo". */
  readonly number: string;
}

export interface AbbreviationMention extends Span {
  readonly short: string;
  readonly long: string;
}

const STEP =
  '(?:(?:điểm|Điểm|tiết|ý)\\s+(?:\\p{Ll}(?:\\.\\d+)?|\\d+(?:\\.\\d+)*)(?![\\p{L}\\d])|(?:khoản|Khoản|Điều|điều|mục|Mục|Phần|phần|Chương|chương|tiểu mục|Tiểu mục|nhiệm vụ số)\\s+(?:[IVXLC]+(?:\\.\\d+)*(?:\\.\\p{Ll})?|\\d+(?:\\.\\d+)*[a-z]?)(?![\\p{L}\\d]))';
const REFERENCE = new RegExp(`(?<![\\p{L}])${STEP}(?:(?:,?\\s+|\\s*,\\s*)${STEP})*`, 'gu');
const ANNEX =
  /(?<!\p{L})(?:các\s+)?[Pp]hụ lục(?:\s+(?:số\s+)?((?:[IVXLC]+|\d{1,2})(?:\.\d+|[a-d])?(?:(?:,\s*|\s+và\s+)(?:[IVXLC]+|\d{1,2}))*)(?![\p{L}\d])|(?=\s+(?:kèm theo|đính kèm|ban hành|gửi kèm)))/gu;
const DEFINED =
  /\((?:(?:sau đây|dưới đây)\s+)?(?:(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+(?:là|bằng)|gọi là)\s*:?\s*"?([^")]{2,60}?)"?\)/giu;
const BRACKETED = /\(([\p{Lu}][\p{Lu}\d&-]{1,11}(?:,\s*[\p{Lu}][\p{Lu}\d&-]{1,11})*)\)/gu;

/** Internal and external references of a passage (clean text), outside the citations themselves. */
export function readReferences(text: string, citations: readonly CitationMention[]): ReferenceMention[] {
  const taken = takenBy(citations, text.length);
  const nextTo = after(citations);
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!taken.isFree(span)) return [];
    const steps = [...match[0].matchAll(/(\p{L}+(?:\s(?:mục|vụ số))?)\s+([^\s,]+)/gu)].map(
      (step) => [(step[1] ?? '').toLowerCase(), step[2] ?? ''] as const,
    );
    const behind = text.slice(span.end);
    const next = nextTo(span.end);
    const external =
      (next !== undefined &&
        /^\s*,?\s*(?:của|tại|ban hành kèm theo|thuộc)?\s*(?:các\s)?$/.test(text.slice(span.end, next.start))) ||
      /^\s*,?\s*(?:của\s+)?(?:Luật|Bộ luật|Hiến pháp|Nghị|Thông|Quy chế|Điều lệ|Pháp lệnh|Chiến lược|Chương trình|Đề án)(?!\s+này)/u.test(
        behind,
      );
    return [{ ...span, steps, external }];
  });
}

/** The first citation from a place on; asked for in the order of the text. */
function after(citations: readonly CitationMention[]): (place: number) => CitationMention | undefined {
  let next = 0;
  return (place) => {
    while ((citations[next]?.start ?? place) < place) next++;
    return citations[next];
  };
}

/** Annexes a passage points to. */
export function readAnnexMentions(text: string, citations: readonly CitationMention[]): AnnexMention[] {
  const nextTo = after(citations);
  return [...text.matchAll(ANNEX)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const of = nextTo(end);
    if (of && /^\s*(?:kèm theo|ban hành kèm theo|của|tại)?\s*$/.test(text.slice(end, of.start))) return [];
    const numbers = (match[1] ?? '').split(/,\s*|\s+và\s+/);
    return numbers.map((number) => ({ start, end, number }));
  });
}

/** Abbreviations a passage defines: "... (sau đây gọi tắt là X)", "chuyển đổi số (CĐS)". */
export function readAbbreviations(text: string): AbbreviationMention[] {
  const found: AbbreviationMention[] = [];
  for (const match of text.matchAll(DEFINED)) {
    const long = /[^,;.:(]{2,200}$/u.exec(textBefore(text, match.index, 202).trimEnd())?.[0].trim() ?? '';
    found.push({ start: match.index, end: match.index + match[0].length, short: (match[1] ?? '').trim(), long });
  }
  for (const match of text.matchAll(BRACKETED)) {
    const words = textBefore(text, match.index, 400)
      .trimEnd()
      .split(/[\s,;:]+/);
    for (const short of (match[1] ?? '').split(/,\s*/)) {
      const letters = short.replace(/[^\p{Lu}]/gu, '').length;
      const long = words.slice(-Math.min(words.length, Math.max(2, letters + 2))).join(' ');
      // The letters must begin the words before: "(IOC)" behind Vietnamese words is a foreign name and defines itself too.
      if (letters >= 2) found.push({ start: match.index, end: match.index + match[0].length, short, long });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
