import { findNearest } from './nearest.ts';

type Named = { readonly id: string };

/** The rules a word means: one by its id, or all of a category ("numbering"); none for any other word. */
export function rulesNamed<T extends Named>(word: string, rules: readonly T[]): T[] {
  return rules.filter(({ id }) => id === word || id.startsWith(`${word}/`));
}

/** The rule a wrong word may mean: by its whole id, or by its name without the category. */
export function nearestRule(word: string, rules: readonly Named[]): string | undefined {
  const ids = rules.map(({ id }) => id);
  const categories = new Set(ids.map((id) => id.slice(0, id.indexOf('/'))));
  const names = ids.map((id) => id.slice(id.indexOf('/') + 1));
  const name = findNearest(word.slice(word.indexOf('/') + 1), names);
  return (
    findNearest(word, ids) ??
    (name === undefined ? undefined : ids[names.indexOf(name)]) ??
    (word.includes('/') ? undefined : findNearest(word, categories))
  );
}
