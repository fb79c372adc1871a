import { countBefore } from './sorted.ts';

/** Half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words as written, with their place: what a finding points at and, spread with a new text, the edit that mends it. */
export interface Words extends Span {
  readonly text: string;
}

/** Puts `text` in the place of the span. */
export type Edit = Words;

/**
 * The text with all edits made. Edits are offsets into `text`, in any order; of two that overlap, the one that starts
 * later is left out, so that a fix never lands inside another fix.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Offsets at which the lines of `text` start. LF, CRLF and a lone CR each end a line, as in editors. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** 1-based line and column (UTF-16 units) of an offset. */
export function positionAt(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = Math.max(
    1,
    countBefore(starts, (start) => start, offset + 1),
  );
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/**
 * A passage made ready for reading: Markdown markup left out, NFC, white space (NBSP, line breaks of a hard wrap) one
 * blank, tone marks in one placement, dashes and quotation marks in one form. `starts[i]` and `ends[i]` are where
 * character `i` begins and ends in the source, so that what is found is reported where it was written.
 */
export interface Clean {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** All that JavaScript's \s takes: so an expression never meets more than one blank in a row. */
const BLANKS =
  '\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const SAME: Record<string, string> = {
  ...Object.fromEntries([...BLANKS].map((blank) => [blank, ' '])),
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
};
const DROPPED = /[\u200b-\u200d\u2060\ufeff\u00ad]/;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#160': ' ' };
const ENTITY = /&(nbsp|amp|lt|gt|quot|#160);/y;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

const TONE_PAIRS: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
for (const [from, to] of Object.entries(TONE_PAIRS)) {
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  TONE_PAIRS[capital(from)] = capital(to);
  TONE_PAIRS[from.toUpperCase()] = to.toUpperCase();
}
// "quý", "quỹ": the u belongs to the q. "hoàn", "toàn": a closed syllable has one spelling only.
const NEW_TONE = /(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu;

const MAYBE_NEW_TONE = /[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]/;

/** NFC with the tone mark of oa, oe, uy on the first vowel ("hoà" reads "hòa"): same length as the NFC text. */
export function foldTones(text: string): string {
  return MAYBE_NEW_TONE.test(text) ? text.replace(NEW_TONE, (pair) => TONE_PAIRS[pair] ?? pair) : text;
}

/** For comparing names: NFC, one tone placement, lower case, one blank between words, "&" read as "và". */
export function foldName(text: string): string {
  return foldTones(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*&\s*/g, ' và ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Letters without any diacritic, lower case: "Đề nghị" gives "de nghi". */
export function stripDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Anything in a piece that is not taken over as it stands, character by character. */
const UNCLEAN =
  /[^\S ]|[\u00ad\u200b-\u200d\u2010-\u2015\u2018\u2019\u201c-\u201e\u2060\u2212\u00ab\u00bb&]| {2}|\p{M}/u;

/** Reads the given spans of `source`, in order, as one passage. */
export function clean(source: string, spans: readonly Span[]): Clean {
  const length = spans.reduce((sum, span) => sum + span.end - span.start + 1, 0);
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let text = '';
  // A blank here would begin the passage or follow another.
  let blank = true;
  const push = (char: string, start: number, end: number) => {
    if (char === ' ' && blank) return;
    blank = char === ' ';
    starts.fill(start, text.length, text.length + char.length);
    ends.fill(end, text.length, text.length + char.length);
    text += char;
  };
  let last = -1;
  for (const span of spans) {
    // Spans on different lines are parted by at least a line break that Markdown took away.
    if (last >= 0 && last < span.start && /[\r\n]/.test(source.slice(last, span.start))) push(' ', last, span.start);
    last = span.end;
    const piece = source.slice(span.start, span.end);
    if (piece === '') continue;
    if (!UNCLEAN.test(piece) && !(blank && piece.startsWith(' '))) {
      const n = text.length;
      for (let i = 0; i < piece.length; i++) {
        starts[n + i] = span.start + i;
        ends[n + i] = span.start + i + 1;
      }
      text += piece;
      blank = piece.endsWith(' ');
      continue;
    }
    let entityEnd = 0;
    for (const match of piece.matchAll(CLUSTER)) {
      if (match.index < entityEnd) continue;
      const at = span.start + match.index;
      const entity = match[0] === '&' ? entityAt(piece, match.index) : undefined;
      if (entity) {
        push(entity.char, at, at + entity.length);
        entityEnd = match.index + entity.length;
        continue;
      }
      // A few signs of other scripts are longer in NFC: they stay, so that no passage outgrows its source.
      const composed = match[0].normalize('NFC');
      const char = composed.length > match[0].length ? match[0] : composed;
      if (!DROPPED.test(char)) push(SAME[char] ?? char, at, at + match[0].length);
    }
  }
  const n = blank && text !== '' ? text.length - 1 : text.length;
  return { text: foldTones(text.slice(0, n)), starts: starts.subarray(0, n), ends: ends.subarray(0, n) };
}

function entityAt(piece: string, at: number): { char: string; length: number } | undefined {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(piece);
  return entity ? { char: ENTITIES[entity[1] ?? ''] ?? ' ', length: entity[0].length } : undefined;
}

/** Where characters `from` to `to` of a clean passage stand in the source. */
export function sourceSpan(passage: Clean, from: number, to: number): Span {
  if (from >= to || passage.starts.length === 0) {
    const at = passage.starts[from] ?? passage.ends[passage.ends.length - 1] ?? 0;
    return { start: at, end: at };
  }
  return { start: passage.starts[from] ?? 0, end: passage.ends[Math.min(to, passage.ends.length) - 1] ?? 0 };
}

/** The part of a clean passage from character `from` on. */
export function sliceClean(passage: Clean, from: number, to = passage.text.length): Clean {
  return {
    text: passage.text.slice(from, to),
    starts: passage.starts.subarray(from, to),
    ends: passage.ends.subarray(from, to),
  };
}

const NOT_ONE_LINE = /[\t\n\r\u00a0\p{M}]|\s{2}|^\s|\s$/u;

/** As people read it on one line: NFC, single blanks, nothing of the source's line breaks. */
export function oneLine(text: string): string {
  if (isPlain(text) || !NOT_ONE_LINE.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Composed letters of this language, signs of ASCII, single blanks: a loop tells many times faster than an expression. */
function isPlain(text: string): boolean {
  let blank = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 ? blank : code < 32 || code === 160 || (code >= 0x300 && (code < 0x1ea0 || code > 0x1ef9)))
      return false;
    blank = code === 32;
  }
  return !blank;
}

/**
 * The text right before `at`: what is looked for there stands within `width` characters, and a long line is not
 * searched from its beginning each time. An empty one means the beginning.
 */
export function textBefore(text: string, at: number, width = 160): string {
  return text.slice(Math.max(0, at - width), at);
}

/** The text without the given characters at its end; an expression would try every run of them on its way. */
export function trimEndOf(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** Have two spans a character in common? */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Which characters of a passage are taken: a span is told to be free without asking all that were found before it. */
export interface Taken {
  isFree(span: Span): boolean;
  take(span: Span): void;
}

/** The passage has `length` characters; spans may reach beyond it. */
export function takenBy(spans: readonly Span[], length: number): Taken {
  const marks = new Uint8Array(length);
  const take = ({ start, end }: Span) => void marks.fill(1, Math.max(0, start), Math.max(0, end));
  for (const span of spans) take(span);
  return { take, isFree: ({ start, end }) => !marks.subarray(Math.max(0, start), Math.max(0, end)).includes(1) };
}

/** In lower case with every character in its place: the few letters whose small form is longer stay as they are. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
