import { foldName } from './text.ts';

/** Words of a text and each two that stand together. */
export type Runs = ReadonlySet<string>;

export function runsOf(text: string): Runs {
  const words = foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]);
}

/** How much two texts say the same, 0 to 1: twice what they share by what they have (Dice), each run by its weight. */
export function likeness(one: Runs, other: Runs, weightOf: (run: string) => number = () => 1): number {
  let shared = 0;
  let all = 0;
  for (const run of one) {
    const weight = weightOf(run);
    all += weight;
    if (other.has(run)) shared += weight;
  }
  for (const run of other) all += weightOf(run);
  return all === 0 ? 1 : (2 * shared) / all;
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** A key that more pairs than this share tells nothing: without the limit, like things would cost their square. */
const MOST_PAIRS = 400;

/**
 * Pairs of things before and after, each at most once, the best first; of equal ones those that stand nearest. Only
 * what shares a key is compared; a score of 0 is no pair. The same pairs come of `before` and `after` exchanged.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  keysOf: (each: T) => Iterable<string>,
  score: (before: T, after: T) => number,
): Pair<T>[] {
  const [earlier, later] = [indexBy(before, keysOf), indexBy(after, keysOf)];
  const met = new Set<number>();
  const found: { i: number; j: number; like: number }[] = [];
  for (const [key, from] of earlier) {
    const to = later.get(key) ?? [];
    if (from.length * to.length > MOST_PAIRS) continue;
    for (const i of from) {
      for (const j of to) {
        const pair = i * after.length + j;
        if (met.has(pair)) continue;
        met.add(pair);
        const [one, other] = [before[i], after[j]];
        const like = one !== undefined && other !== undefined ? score(one, other) : 0;
        if (like > 0) found.push({ i, j, like });
      }
    }
  }
  found.sort((a, b) => b.like - a.like || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i + a.j - (b.i + b.j));
  const taken = { before: new Set<number>(), after: new Set<number>() };
  return found.flatMap(({ i, j }) => {
    const [one, other] = [before[i], after[j]];
    if (one === undefined || other === undefined || taken.before.has(i) || taken.after.has(j)) return [];
    taken.before.add(i);
    taken.after.add(j);
    return [{ before: one, after: other }];
  });
}

/** Pairs of what has the same key, the first with the first, the second with the second. */
export function pairEqual<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string): Pair<T>[] {
  const later = indexBy(after, (each) => [keyOf(each)]);
  return [...indexBy(before, (each) => [keyOf(each)])].flatMap(([key, from]) => {
    const to = later.get(key) ?? [];
    return from.slice(0, to.length).flatMap((i, n) => {
      const [one, other] = [before[i], after[to[n] ?? 0]];
      return one !== undefined && other !== undefined ? [{ before: one, after: other }] : [];
    });
  });
}

function indexBy<T>(all: readonly T[], keysOf: (each: T) => Iterable<string>): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [i, each] of all.entries()) {
    for (const key of keysOf(each)) {
      const known = index.get(key);
      if (known) known.push(i);
      else index.set(key, [i]);
    }
  }
  return index;
}
