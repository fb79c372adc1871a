import { distance } from 'fastest-levenshtein';
import { stripDiacritics } from '../../text.ts';

/** Letters to change, add or take away; two neighbours changed about are one slip. */
export function slipsBetween(a: string, b: string): number {
  const steps = distance(a, b);
  if (steps !== 2 || a.length !== b.length) return steps;
  let at = 0;
  while (a[at] === b[at]) at++;
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped ? 1 : 2;
}

/** A name as it stands in its place: all in capitals where the written one is. */
export function inCaseOf(name: string, written: string): string {
  return /\p{Ll}/u.test(written) ? name : name.toUpperCase();
}

const bare = new Map<string, string>();
/** The language has some seven thousand syllables. */
const MOST = 8000;

/** A word of a passage without diacritics; the same words come again and again. */
export function bareWord(word: string): string {
  const known = bare.get(word);
  if (known !== undefined) return known;
  if (bare.size >= MOST) bare.clear();
  const stripped = stripDiacritics(word);
  bare.set(word, stripped);
  return stripped;
}
