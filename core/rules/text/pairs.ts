import type { Span } from '../../text.ts';

/** A bracket or quotation mark without its other half; the offset is into the passage. */
export interface Loose {
  readonly at: number;
  readonly kind: '(' | ')' | '[' | ']' | 'open' | 'close';
}

/** What stands before the ")" of an enumeration: "1)", "a)", "iv)" at the start, after a stop, after "điểm" and the like. */
const LABEL =
  /(?:^|[.;:,(/-]\s?|(?<!\p{L})(?:điểm|khoản|mục|tiết|ý|và|hoặc|gồm|là|từ|đến)\s)(?:\d{1,2}(?:\.\d{1,2})?|\p{Ll}|[ivx]{2,4}|[IVX]{1,4}|aa|bb|cc)$/iu;

/** More than that in one passage is no slip but another use of the signs. */
const MOST_TOLD = 4;

/** The brackets and quotation marks of a passage that have no other half in it. */
export function looseOf(text: string): readonly Loose[] {
  const loose: Loose[] = [];
  if (/[()[\]]/.test(text)) loose.push(...looseBrackets(text));
  if (text.includes('"')) loose.push(...looseQuotes(text));
  return loose.sort((a, b) => a.at - b.at).slice(0, MOST_TOLD);
}

function looseBrackets(text: string): Loose[] {
  const loose: Loose[] = [];
  const open: Loose[] = [];
  /** Enumerating ")" that closed a bracket: "(theo điểm a) khoản 1)". */
  let labels = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '(' || char === '[') open.push({ at, kind: char });
    else if (char === ')' || char === ']') {
      const label = char === ')' && LABEL.test(text.slice(Math.max(0, at - 16), at));
      const last = open.at(-1);
      if (last?.kind === (char === ')' ? '(' : '[')) {
        open.pop();
        if (label && at - last.at > 6) labels++;
      } else if (label) continue;
      else if (char === ')' && labels > 0) labels--;
      else loose.push({ at, kind: char });
    }
  }
  return [...loose, ...open];
}

/** Which half a mark is tells what stands around it; in doubt, what is still open. */
function looseQuotes(text: string): Loose[] {
  const loose: Loose[] = [];
  let open: number | undefined;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    // 24", 30'15": inches and seconds.
    if (open === undefined && /['\d]/.test(before) && /[\s,;.)NSEW]/.test(after) && /[°']/.test(text)) continue;
    const opens = /[\s([/-]/.test(before) && /\S/.test(after);
    const closes = /\S/.test(before) && /[\s,;:.!?)\]/-]/.test(after);
    if (opens && !closes) {
      if (open !== undefined) loose.push({ at: open, kind: 'open' });
      open = at;
    } else if (open !== undefined) open = undefined;
    else if (closes) loose.push({ at, kind: 'close' });
    else open = at;
  }
  if (open !== undefined) loose.push({ at: open, kind: 'open' });
  return loose;
}

/** Pairs of marks of which one is curled and the other is not, or both are curled the same way; offsets into the source. */
export function unlikePairs(source: string): { start: Span; end: Span }[] {
  const marks = [...source.matchAll(/["“”]/g)];
  const unlike: { start: Span; end: Span }[] = [];
  if (marks.length % 2 !== 0 || !marks.some(({ 0: mark }) => mark !== '"')) return unlike;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [one, other] = [marks[i], marks[i + 1]];
    if (!one || !other) continue;
    if ((one[0] === '“' && other[0] === '”') || (one[0] === '"' && other[0] === '"')) continue;
    unlike.push({
      start: { start: one.index, end: one.index + 1 },
      end: { start: other.index, end: other.index + 1 },
    });
  }
  return unlike;
}
