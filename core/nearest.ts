import { distance } from 'fastest-levenshtein';
import { stripDiacritics } from './text.ts';

/** The word most like a misspelt one, diacritics left aside; undefined where none is near enough to be meant. */
export function findNearest(word: string, words: Iterable<string>): string | undefined {
  const given = stripDiacritics(word);
  let nearest: string | undefined;
  let least = Math.floor((given.length + 1) / 3) + 1;
  for (const each of words) {
    if (Math.abs(each.length - given.length) > least) continue;
    const steps = distance(given, stripDiacritics(each));
    if (steps < least) [nearest, least] = [each, steps];
  }
  return nearest;
}
