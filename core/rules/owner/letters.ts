import { distance } from 'fastest-levenshtein';

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
