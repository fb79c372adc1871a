import { type Span, textBefore } from '../text.ts';
import { LETTERS, numberAt, parenValue, toRoman } from './numbering.ts';

type InlineKind = 'arabic' | 'roman' | 'letter';

/** A number in brackets within a sentence; offsets into the passage, brackets included. */
export interface InlineMark extends Span {
  readonly text: string;
  readonly value: number;
}

/** Numbers of one kind that count the same things. */
export interface InlineSeries {
  readonly kind: InlineKind;
  readonly marks: readonly InlineMark[];
}

interface Found extends InlineMark {
  readonly kinds: readonly InlineKind[];
  /** It begins a clause, as an item does; "theo mẫu (2)" does not. */
  readonly begins: boolean;
  /** Words follow it. */
  readonly open: boolean;
}

const MARK = /\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)/gu;
const BEGINS = /(?:^|[:;.,]\s*|\s(?:và|hoặc|là|gồm)\s+)$/u;
const NAMED = /(?:^|\s)(?:mục|điểm|khoản|ý|biểu|mẫu|bảng|cột|dòng|phụ lục|nội dung|nhiệm vụ|số)\s*$/iu;
const LONE = /(?:^|[:.;]\s*)$/u;

/**
 * Series of numbers in brackets of a passage (clean text), also of small ones below others: "(1) A: (i) b; (ii) c. (2) D".
 * They need not be in order. `before` is the number the passage itself stands under, "(1)".
 */
export function readInlineSeries(text: string, before?: string): InlineSeries[] {
  if (!text.includes('(')) return [];
  const found = marksOf(text);
  const all: { kind: InlineKind; marks: Found[] }[] = [];
  let open: { kind: InlineKind; marks: Found[] }[] = [];
  if (before !== undefined) {
    const kinds = kindsOf(before);
    const first = {
      start: -1,
      end: 0,
      text: `(${before})`,
      value: parenValue(before),
      kinds,
      begins: true,
      open: true,
    };
    open = [{ kind: kinds[0] ?? 'arabic', marks: [first] }];
    all.push(...open);
  }
  found.forEach((mark, i) => {
    const at = open.findLastIndex(({ kind }) => mark.kinds.includes(kind));
    const series = open[at];
    const kind = series?.kind ?? mark.kinds[0] ?? 'arabic';
    const value = valueAs(mark.text.slice(1, -1), kind);
    const last = series?.marks.at(-1)?.value ?? 0;
    const natural = series !== undefined && value === last + 1;
    // "(2) cử ba (03) người; (3) ...": the number that begins a clause is the item.
    const later = natural && found.slice(i + 1, i + 4).some((each) => each.begins && each.text === mark.text);
    if (!(mark.begins && mark.open) && (!natural || later || /^\(0/.test(mark.text))) return;
    const placed = { ...mark, value };
    if (series && !(value === 1 && last > 1 && textBefore(text, mark.start, 8).trimEnd().endsWith(':'))) {
      series.marks.push(placed);
      open.length = at + 1;
    } else {
      const fresh = { kind, marks: [placed] };
      if (series) open.length = at;
      open.push(fresh);
      all.push(fresh);
    }
  });
  return all.filter(({ marks: [first, second] }) => {
    if (!first || first.start < 0) return second !== undefined;
    return second !== undefined || LONE.test(textBefore(text, first.start));
  });
}

export function inlineMark(kind: InlineKind, value: number): string {
  if (kind === 'arabic') return `(${value})`;
  return `(${kind === 'roman' ? toRoman(value).toLowerCase() : numberAt('letter', value)})`;
}

function marksOf(text: string): Found[] {
  return [...text.matchAll(MARK)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const number = match[1] ?? '';
    const before = textBefore(text, start, 40);
    const begins = BEGINS.test(before) && !NAMED.test(before);
    const follows = /^(?:\s+\S|\p{Lu})/u.test(text.slice(end, end + 4));
    return { start, end, text: match[0], value: parenValue(number), kinds: kindsOf(number), begins, open: follows };
  });
}

/** "(i)" is the first small numeral or, behind "(h)", the ninth letter. */
function kindsOf(number: string): InlineKind[] {
  if (/\d/.test(number)) return ['arabic'];
  if (/^[ivx]+$/.test(number)) return number.length === 1 ? ['roman', 'letter'] : ['roman'];
  return ['letter'];
}

function valueAs(number: string, kind: InlineKind): number {
  return kind === 'letter' ? LETTERS.indexOf(number) + 1 : parenValue(number);
}
