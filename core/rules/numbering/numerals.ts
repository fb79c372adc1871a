import { fromRoman, LETTERS, type Marker, numberAt, type Style, toRoman } from '../../language/numbering.ts';

export type Kind = Style | 'small' | 'paren-letter' | 'paren-small';

/** A number as a place in a series: "2.3" is the third under "2". */
export interface Numeral {
  readonly kind: Kind;
  /** How many numbers a decimal has, 0 for anything else: 1.1 and 1.1.1 are different series. */
  readonly depth: number;
  readonly value: number;
  readonly prefix: string;
}

/** From the highest series down. */
const ORDER: readonly Kind[] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'capital',
  'roman',
  'arabic',
  'decimal',
  'letter',
  'small',
  'paren',
  'paren-letter',
  'paren-small',
];
/** Capitals and small numerals that markers are read from, in their order. */
const CAPITALS = 'ABCDEGHIKL';
const SMALL = ['i', 'ii', 'iv', 'v', 'vi', 'ix', 'x'];

/** What a marker may stand for, the likeliest first: "i" is the ninth letter or the first small numeral. */
export function numeralsOf({ style, number, value }: Marker): readonly [Numeral, ...Numeral[]] {
  const as = (kind: Kind, place = value): Numeral => ({ kind, depth: 0, value: place, prefix: '' });
  switch (style) {
    case 'decimal': {
      const steps = number.split('.');
      return [{ kind: style, depth: steps.length, value, prefix: steps.slice(0, -1).join('.') }];
    }
    case 'letter':
      return SMALL.includes(number) ? [as(style), as('small', SMALL.indexOf(number) + 1)] : [as(style)];
    case 'roman':
      return CAPITALS.includes(number) ? [as(style), as('capital', CAPITALS.indexOf(number) + 1)] : [as(style)];
    case 'capital': {
      const at = CAPITALS.indexOf(number) + 1;
      return at > 0 ? [as(style, at), as('roman', fromRoman(number))] : [as('roman', fromRoman(number))];
    }
    case 'paren': {
      if (/^\d/.test(number)) return [as(style)];
      const letter = as('paren-letter', LETTERS.indexOf(number) + 1 || Number.NaN);
      return /^[ivx]+$/.test(number) ? [as('paren-small'), letter] : [letter];
    }
    default:
      return [as(style)];
  }
}

export function numberOf({ kind, value, prefix }: Numeral): string {
  switch (kind) {
    case 'small':
      return SMALL[value - 1] ?? '';
    case 'capital':
      return CAPITALS[value - 1] ?? '';
    case 'paren-small':
      return toRoman(value).toLowerCase();
    case 'paren-letter':
      return numberAt('letter', value);
    default:
      return numberAt(kind, value, prefix);
  }
}

/** May stand in one series. */
export function isAlike(a: Numeral, b: Numeral): boolean {
  return a.kind === b.kind && a.depth === b.depth;
}

/** May the numeral stand below the other? */
export function isBelow(numeral: Numeral, other: Numeral): boolean {
  if (numeral.kind === other.kind) return numeral.depth > other.depth;
  return ORDER.indexOf(numeral.kind) > ORDER.indexOf(other.kind);
}
