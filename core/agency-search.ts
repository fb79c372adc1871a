import { distance } from 'fastest-levenshtein';
import type { Day } from './language/calendar.ts';
import { type Agency, isValid, type Registry } from './registry.ts';
import { stripDiacritics } from './text.ts';

/**
 * How near the words typed come to an agency, best first: they are one of its names; they begin the first words of one;
 * they begin an abbreviation; they begin words of a name in order, the first among them ("bo cong nghe"); they begin words
 * that follow one another within a name ("chuyen doi so").
 */
export const LIKENESS = ['whole', 'start', 'abbreviation', 'head', 'inside'] as const;
export type Likeness = (typeof LIKENESS)[number];

/** The words of a search, however they are typed: with or without marks, in any case. */
export function searchWords(typed: string): readonly string[] {
  return stripDiacritics(typed)
    .split(/[^a-z0-9&]+/)
    .filter(Boolean);
}

/** Undefined where the words are no part of the agency's names. */
export function likeness(agency: Agency, typed: readonly string[]): Likeness | undefined {
  const [only = ''] = typed;
  const found = [agency.name, ...agency.aliases].map((name) => likenessOf(stripDiacritics(name), typed));
  if (typed.length === 1) {
    const shorts = agency.abbreviations.map(stripDiacritics);
    if (shorts.includes(only)) found.push('whole');
    else if (shorts.some((short) => short.startsWith(only))) found.push('abbreviation');
  }
  return LIKENESS.find((each) => found.includes(each));
}

function likenessOf(name: string, typed: readonly string[]): Likeness | undefined {
  const words = name.split(/[^a-z0-9]+/).filter(Boolean);
  if (typed.length === 0) return undefined;
  if (typed.every((word, i) => words[i]?.startsWith(word))) {
    return typed.join(' ') === words.join(' ') ? 'whole' : 'start';
  }
  const follows = (from: number) => typed.every((word, i) => words[from + i]?.startsWith(word));
  if (typed.length > 1 && words[0]?.startsWith(typed[0] ?? '')) {
    let at = 0;
    for (const word of typed) {
      while (at < words.length && !words[at]?.startsWith(word)) at++;
      if (at++ >= words.length) return undefined;
    }
    return 'head';
  }
  return words.some((_, from) => follows(from)) ? 'inside' : undefined;
}

/** The agencies a name may mean, the likeliest first; of those equally like, the ones in force on the day first. */
export function searchAgencies(registry: Registry, name: string, day: Day): readonly Agency[] {
  const typed = searchWords(name);
  const rankOf = (agency: Agency): number => {
    const like = likeness(agency, typed);
    if (like === 'whole' || agency.id === name || agency.code?.toLowerCase() === name.toLowerCase()) return 0;
    if (agency.bareNames.some((bare) => searchWords(bare).join(' ') === typed.join(' '))) return 1;
    return like === undefined ? -1 : LIKENESS.indexOf(like) + 1;
  };
  return [...registry.agencies.values()]
    .map((agency) => ({ agency, rank: rankOf(agency), ended: isValid(agency, day) ? 0 : 1 }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.ended - b.ended || a.agency.name.length - b.agency.name.length)
    .map(({ agency }) => agency);
}

/** The agencies with a name most like a misspelt one, marks left aside; none where all are far from it. */
export function nearestAgencies({ agencies }: Registry, name: string, most: number): readonly Agency[] {
  const given = searchWords(name).join(' ');
  const limit = Math.floor((given.length + 1) / 3);
  return [...agencies.values()]
    .map((agency) => {
      const spellings = [agency.name, ...agency.aliases, ...agency.bareNames, ...agency.abbreviations, agency.id];
      return { agency, steps: Math.min(...spellings.map((each) => distance(given, searchWords(each).join(' ')))) };
    })
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, most)
    .map(({ agency }) => agency);
}
