import { diffArrays } from 'diff';
import type { Field, TaskChange } from '../../core/compare.ts';
import type { Locale } from '../../core/rule.ts';
import type { Owner, Task } from '../../core/task.ts';
import { oneLine } from '../../core/text.ts';
import { describeDeadline } from '../formats/words.ts';

export type Counts = Readonly<Record<TaskChange['kind'], number>>;

export function countOf(tasks: readonly TaskChange[]): Counts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, unchanged: 0 };
  for (const { kind } of tasks) counts[kind]++;
  return counts;
}

/** A stretch of words that stayed, went or came. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const SHOWN = 5;
/** A date or a number stays whole. */
const TOKEN = /\d+(?:[/.,:-]\d+)*|[\p{L}\p{M}\p{N}]+|\s+|./gsu;

/** What changed between two texts word by word; of what stayed, a few words next to it. */
export function compareWords(before: string, after: string): Stretch[] {
  const parts = diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? []);
  const stretches: Stretch[] = [];
  let [gone, come] = ['', ''];
  /** Gives the blank that both end with: it stayed. */
  const close = (): string => {
    const blank = /\s$/.test(gone) && /\s$/.test(come) ? ' ' : '';
    const ends = blank === '' ? [gone, come] : [gone.trimEnd(), come.trimEnd()];
    for (const [i, text] of ends.entries())
      if (text !== '') stretches.push({ kind: i === 0 ? 'removed' : 'added', text });
    [gone, come] = ['', ''];
    return blank;
  };
  for (const [i, { value, added, removed }] of parts.entries()) {
    const text = value.join('');
    const isBetween = text.trim() === '' && i < parts.length - 1 && gone !== '' && come !== '';
    if (added || isBetween) come += text;
    if (removed || isBetween) gone += text;
    if (added || removed || isBetween) continue;
    const blank = close();
    stretches.push({ kind: 'same', text: blank + shorten(text, i > 0, i < parts.length - 1) });
  }
  close();
  return stretches;
}

function shorten(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  const [head, tail] = [hasBefore ? SHOWN : 0, hasAfter ? SHOWN : 0];
  if (words.length <= head + tail + 2) return text;
  const kept = [words.slice(0, head).join('').trimEnd(), words.slice(words.length - tail).join('')];
  return tail === 0 ? `${kept[0]} …` : kept.join(head > 0 ? ' … ' : '… ');
}

/** A field before and after as people read it; '' for none. */
export function readField(
  before: Task,
  after: Task,
  field: Exclude<Field, 'text'>,
  locale: Locale,
): readonly [string, string] {
  const both = (read: (task: Task) => string) => [read(before), read(after)] as const;
  switch (field) {
    case 'leads':
      return both(({ leads }) => namesOf(leads));
    case 'coordinators':
      return both(({ coordinators }) => namesOf(coordinators));
    case 'deadline': {
      const [from, to] = both((task) => describeDeadline(task, locale));
      // "trong tháng 7/2025" and "chậm nhất ngày 31/7/2025" end on one day.
      return from === to ? both(({ deadline }) => deadline?.words.text ?? '') : [from, to];
    }
    case 'phase':
      return both(({ phase }) => phase?.title ?? '');
    case 'product':
      return both(({ product }) => product?.text ?? '');
  }
}

export function namesOf(owners: readonly Owner[]): string {
  return owners.map(({ text }) => text).join('; ');
}

/** What is to be done, without the signs of Markdown. */
export function wordsOf({ text }: Task): string {
  return oneLine(text.replace(/\*\*|__|`/g, ''));
}

/** "II.1", or "II.1 → III.1" where the number changed. */
export function numberOf(before: Task, after: Task): string {
  return before.id === after.id ? after.id : `${before.id} → ${after.id}`;
}

/** Tasks that moved with what they stand under, together: "II → III" and how many. */
export function groupMoves(changes: readonly TaskChange[]): { readonly move: string; readonly count: number }[] {
  const groups = new Map<string, { move: string; count: number }>();
  for (const change of changes) {
    if (change.kind !== 'moved') continue;
    const [from, to] = [change.before.id.split('.'), change.after.id.split('.')];
    let same = 0;
    while (same < Math.min(from.length, to.length) - 1 && from.at(-1 - same) === to.at(-1 - same)) same++;
    const move = `${from.slice(0, from.length - same).join('.')} → ${to.slice(0, to.length - same).join('.')}`;
    const group = groups.get(move) ?? { move, count: 0 };
    group.count++;
    groups.set(move, group);
  }
  return [...groups.values()];
}
