/**
 * How parts of a directive are numbered (ND 30/2020, Phụ lục I, II.6): with articles Phần > Chương > Mục > Tiểu mục >
 * Điều > khoản > điểm; without them Phần > I > 1 > a, by practice with A above I, 1.1 under 1 and (1), (i) inline.
 */
export type Style =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'capital'
  | 'roman'
  | 'arabic'
  | 'decimal'
  | 'letter'
  | 'paren';

export interface Marker {
  /** As written, with its mark: "II.", "3)", "2.1.", "đ)", "Điều 4.". */
  readonly text: string;
  readonly style: Style;
  /** Place in its series from 1; NaN where the number is none ("IIII", "f"). */
  readonly value: number;
  /** The number without word and mark: "II", "3", "2.1", "đ", "4". */
  readonly number: string;
  /** What stands after the number: ".", ")", "-", "/", ":" or nothing. */
  readonly mark: string;
  /** Characters of the line taken by the marker and the blank after it. */
  readonly length: number;
}

/** Order of points in Vietnamese directives: đ after d, no f j w z (ND 30/2020; FORMAT of legal documents). */
export const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Order of the capital letters that head long documents. */
const CAPITALS = 'ABCDEGHIKLMNOPQRSTUVXY';

/** Place of a capital letter; NaN for one that is not used. */
export function capitalValue(letter: string): number {
  return CAPITALS.indexOf(letter) + 1 || Number.NaN;
}

const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

export function toRoman(value: number): string {
  let rest = value;
  let out = '';
  for (const [digit, worth] of [
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const) {
    while (rest >= worth) {
      out += digit;
      rest -= worth;
    }
  }
  return out;
}

/** Value of a Roman numeral in its one right spelling; NaN for any other ("IIII", "VX"). */
export function fromRoman(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const worth = ROMAN_VALUES[text[i] ?? ''] ?? Number.NaN;
    sum += worth < (ROMAN_VALUES[text[i + 1] ?? ''] ?? 0) ? -worth : worth;
  }
  return sum > 0 && toRoman(sum) === text ? sum : Number.NaN;
}

/** Place of a letter in the order of points; after y come aa, bb, ...; NaN for a letter that is none of them. */
function letterValue(text: string): number {
  const [first = ''] = text;
  const index = LETTERS.indexOf(first);
  if (index < 0 || [...text].some((char) => char !== first)) return Number.NaN;
  return index + 1 + (text.length - 1) * LETTERS.length;
}

/** The number that stands at `value` in a series of the style: 5 is "đ" among letters, "V" among Roman numerals. */
export function numberAt(style: Style, value: number, parent = ''): string {
  switch (style) {
    case 'letter': {
      const letter = LETTERS[(value - 1) % LETTERS.length] ?? 'a';
      return letter.repeat(Math.ceil(value / LETTERS.length));
    }
    case 'capital':
      return CAPITALS[value - 1] ?? 'A';
    case 'roman':
    case 'part':
    case 'chapter':
      return toRoman(value);
    case 'decimal':
      return `${parent}.${value}`;
    default:
      return String(value);
  }
}

const UPPER_OR_QUOTE = '(?=["\'(\\[]?[\\p{Lu}\\d])';
const PATTERNS: readonly [Style, RegExp][] = [
  ['part', /^(?:PHẦN|Phần)\s+((?:THỨ|thứ)\s+\p{L}+|[IVXLC]+|\d{1,2})([.:\-/]?)(?=\s|$)/u],
  ['chapter', /^(?:CHƯƠNG|Chương)\s+([IVXLC]+|\d{1,2})([.:\-/]?)(?=\s|$)/u],
  ['subsection', /^(?:TIỂU MỤC|Tiểu mục)\s+(\d{1,2}|[IVXLC]+)([.:\-/]?)(?=\s*$|\s+\p{Lu})/u],
  ['section', /^(?:MỤC|Mục)\s+(\d{1,2}|[IVXLC]+)([.:\-/]?)(?=\s*$|\s+\p{Lu}{2})/u],
  ['article', /^(?:ĐIỀU|Điều)\s+(\d{1,3}[a-zđ]?)([.:])(?=\s|$|\p{Lu})/u],
  ['decimal', new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2})+)([.):\\-/]?)(?:\\s+|$|(?<=[.)])${UPPER_OR_QUOTE})`, 'u')],
  ['arabic', /^(\d{1,3})\s?([.):/]|-(?!\s?\d))(?:\s+|$|(?<=[.)])(?=["'(]?\p{Lu}))/u],
  ['roman', /^([IVXLCl1]{0,15}[IVXLC][IVXLCl1]{0,15}|l{1,3})\s?([.):/-])(?:\s+|$|(?=\p{Lu}))/u],
  ['capital', /^([A-EGHK])\s?([.)/-])\s+(?=\S)/u],
  ['letter', /^(\p{Ll}{1,2})\s?([.)/])(?:\s+|$|(?<=\))(?=\p{L}))/u],
  ['paren', /^\((\d{1,2}|[ivx]{1,5}|\p{Ll})\)(\s)?\s*(?=\S|$)/u],
];

/** The marker a line begins with, or undefined. `line` is clean text. */
export function readMarker(line: string): Marker | undefined {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const number = match[1] ?? '';
    const rest = line.slice(match[0].length);
    if (!plausible(style, number, rest)) continue;
    const text = match[0].trim();
    const blank = /^\s*/.exec(rest)?.[0].length ?? 0;
    return {
      text,
      style,
      value: readValue(style, number),
      number,
      mark: style === 'paren' ? '()' : (match[2] ?? ''),
      length: match[0].length + blank,
    };
  }
  return undefined;
}

function plausible(style: Style, number: string, rest: string): boolean {
  switch (style) {
    case 'decimal':
      // "1.5 triệu", "2.10 m": a measure, not a number of a section; "01.5" is no number either.
      return (rest === '' || /^["'([]?[\p{Lu}\d(]/u.test(rest)) && !/(^|\.)0/.test(number);
    case 'roman':
      // A numeral of capitals stands before a title; "l." and "1I." are slips only there.
      return /^[IVXLC]+$/.test(number) || /^\p{Lu}[\p{Lu}\s,]{3}/u.test(rest);
    case 'letter':
      // A one-letter word is a point; two letters only when doubled ("aa)") or a small Roman numeral ("ii)").
      return (
        number.length === 1 || /^(\p{Ll})\1$/u.test(number) || number === 'iv' || number === 'vi' || number === 'ix'
      );
    case 'arabic':
      return number.length < 3 || Number(number) < 200;
    default:
      return true;
  }
}

function readValue(style: Style, number: string): number {
  switch (style) {
    case 'roman':
    case 'chapter':
    case 'part':
    case 'section':
    case 'subsection': {
      if (/^\d+$/.test(number)) return Number(number);
      const word = /\p{Ll}+$/u.exec(number.toLowerCase());
      if (/\s/.test(number)) return ORDINALS.indexOf(word?.[0] ?? '') + 1 || Number.NaN;
      return fromRoman(number);
    }
    case 'decimal':
      return Number(number.slice(number.lastIndexOf('.') + 1));
    case 'letter':
      return letterValue(number);
    case 'capital':
      return capitalValue(number);
    case 'paren':
      return parenValue(number);
    default:
      return Number.parseInt(number, 10);
  }
}

/** Value of an inline number: (3), (iii) or (c). */
export function parenValue(number: string): number {
  if (/^\d+$/.test(number)) return Number(number);
  if (/^[ivx]+$/.test(number)) return fromRoman(number.toUpperCase());
  return letterValue(number);
}
