import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** A deadline with its day written out, moved to a day no calendar has. */
function* dayOutOfCalendar(directive: Directive): Iterable<Planted> {
  const deadlines = directive.draft.tasks.flatMap((task) => task.deadlines);
  for (const match of directive.text.matchAll(/ngày (\d{1,2})\/(\d{1,2})\/(20\d\d)/g)) {
    const inside = deadlines.some(({ words }) => words.start <= match.index && match.index < words.end);
    if (inside) yield plant(directive, match.index + 5, match.index + 5 + (match[1] ?? '').length, '32');
  }
}

export const deadlineFaults: Record<string, readonly Planter[]> = {
  'deadline/impossible': [dayOutOfCalendar],
};
