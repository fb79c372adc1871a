import { stripDiacritics } from '../core/text.ts';

/** The word most like the one given, letter by letter; undefined where none is near enough to be meant. */
export function findNearest(word: string, words: readonly string[]): string | undefined {
  const given = stripDiacritics(word);
  let nearest: string | undefined;
  let least = Math.floor((given.length + 1) / 3) + 1;
  for (const each of words) {
    const distance = countEdits(given, stripDiacritics(each));
    if (distance < least) [nearest, least] = [each, distance];
  }
  return nearest;
}

/** Letters to add, drop or change to make one word of another (Levenshtein). */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
