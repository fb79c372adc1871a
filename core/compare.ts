import type { Draft } from './draft.ts';
import { likeness, type Pair, pairEqual, pairUp, type Runs, runsOf } from './likeness.ts';
import { isUnit, type Node, type UnitNode } from './nodes.ts';
import { oncePer } from './once.ts';
import { readInternalReferences } from './references.ts';
import { countBefore } from './sorted.ts';
import type { Deadline, Owner, Task } from './task.ts';
import { foldName, foldTones, oneLine, type Span } from './text.ts';

/** What of a task may change; the order in which changes are told. */
export type Field = 'leads' | 'coordinators' | 'deadline' | 'phase' | 'product' | 'text';

/** What became of a task. `moved`: nothing but its number changed. */
export type TaskChange =
  | { readonly kind: 'added'; readonly after: Task }
  | { readonly kind: 'removed'; readonly before: Task }
  | {
      readonly kind: 'changed' | 'moved' | 'unchanged';
      readonly before: Task;
      readonly after: Task;
      readonly fields: readonly Field[];
    };

/** A phase whose title was changed, told once and not with each of its tasks. */
export interface PhaseChange {
  readonly before: string;
  readonly after: string;
}

export interface Comparison {
  /** In the order of the new draft; what was removed stands behind the task it stood behind. */
  readonly tasks: readonly TaskChange[];
  readonly phases: readonly PhaseChange[];
}

/**
 * Compares the tasks of two versions of a directive. A task is known again by its words, owner and section, not by its
 * number. Comparing the other way round gives the same with before and after exchanged.
 */
export function compareDrafts(before: Draft, after: Draft): Comparison {
  const pairs = pairTasks(before.tasks.map(readEntry(before)), after.tasks.map(readEntry(after)));
  const phases = findRetitled(before, after, pairs);
  const partners = new Map(pairs.map((pair) => [pair.after.task, pair]));
  const kept = new Set(pairs.map((pair) => pair.before.task));
  /** By the task they stood behind in the old draft, what was removed. */
  const removed = new Map<Task | undefined, Task[]>();
  let last: Task | undefined;
  for (const task of before.tasks) {
    if (kept.has(task)) last = task;
    else removed.set(last, [...(removed.get(last) ?? []), task]);
  }
  const asRemoved = (behind: Task | undefined): TaskChange[] =>
    (removed.get(behind) ?? []).map((task) => ({ kind: 'removed', before: task }));
  const tasks = after.tasks.flatMap((task): TaskChange[] => {
    const pair = partners.get(task);
    if (!pair) return [{ kind: 'added', after: task }];
    const fields = fieldsChanged(pair, phases);
    const kind = fields.length > 0 ? 'changed' : pair.before.task.id === task.id ? 'unchanged' : 'moved';
    return [{ kind, before: pair.before.task, after: task, fields }, ...asRemoved(pair.before.task)];
  });
  return { tasks: [...asRemoved(undefined), ...tasks], phases };
}

/** A task with what it is known by. */
interface Entry {
  readonly task: Task;
  /** What is to be done, without the words of its deadline, "#" for each number of a part it refers to. */
  readonly action: string;
  /** The parts it refers to. */
  readonly units: readonly UnitNode[];
  readonly leads: string;
  /** The title it stands under. */
  readonly section: string;
}

function readEntry(draft: Draft): (task: Task) => Entry {
  const links = readInternalReferences(draft).flatMap((reference) => reference.links);
  const numbers = links.map(({ unit, number }) => ({ ...number, unit })).sort((a, b) => a.start - b.start);
  return (task) => ({
    task,
    ...readAction(draft, task, between(numbers, task)),
    leads: keyOfOwners(task.leads),
    section: sectionOf(task),
  });
}

/** A number of a part: it changes when a part is put in above, while what it means stays. */
interface UnitNumber extends Span {
  readonly unit: UnitNode;
}

function between(numbers: readonly UnitNumber[], { action, end }: Task): readonly UnitNumber[] {
  const first = countBefore(numbers, ({ start }) => start, action);
  let stop = first;
  while ((numbers[stop]?.start ?? end) < end) stop++;
  return numbers.slice(first, stop);
}

/** A deadline is a field of its own: words that only set the day are no part of what is to be done. */
function readAction(
  { text: source }: Draft,
  { text, action, deadlines }: Task,
  numbers: readonly UnitNumber[],
): { readonly action: string; readonly units: readonly UnitNode[] } {
  const days = deadlines.map(({ words: { start, end } }) => ({ start, end, unit: undefined }));
  const units: UnitNode[] = [];
  let out = '';
  let at = action;
  for (const { start, end, unit } of [...days, ...numbers].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    // A deadline told in another cell or behind the list is no part of these words.
    if (!text.startsWith(oneLine(source.slice(action, end)))) break;
    out += source.slice(at, start) + (unit ? '#' : ' ');
    if (unit) units.push(unit);
    at = end;
  }
  const rest = text.slice(at > action ? oneLine(source.slice(action, at)).length : 0);
  return { action: plain(out + rest), units };
}

/** Letters and figures in one form; what parts and ends a sentence moves with the deadline that is taken out of it. */
function plain(text: string): string {
  const words = foldTones(oneLine(text.replace(/[*_`]+/g, '')).normalize('NFC'))
    .replace(/\s*[,.;:()]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

/** Whoever is meant, in whatever order and spelling. */
function keyOfOwners(owners: readonly Owner[]): string {
  const nameOf = ({ agency, text }: Owner) => agency ?? foldName(text).replace(/^ubnd(?= )/, 'ủy ban nhân dân');
  return [...new Set(owners.map(nameOf))].sort().join('|');
}

function sectionOf({ node }: Task): string {
  let at: Node | undefined = node.parent;
  while (at && !(at.fact.item.level > 0 || (isUnit(at) && at.parent?.kind === 'root'))) at = at.parent;
  return at ? foldName(at.fact.item.body.text) : '';
}

/** From here two actions say the same; less is enough where the same owner has it at the same place. */
const LIKE = 0.5;
const LIKE_THERE = 0.3;

function pairTasks(before: readonly Entry[], after: readonly Entry[]): Pair<Entry>[] {
  const pairs: Pair<Entry>[] = [];
  let [old, now] = [before, after];
  const take = (found: readonly Pair<Entry>[]) => {
    pairs.push(...found);
    const taken = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    old = old.filter((entry) => !taken.has(entry));
    now = now.filter((entry) => !taken.has(entry));
  };
  take(pairEqual(old, now, ({ action, leads, section }) => `${action}|${leads}|${section}`));
  take(pairEqual(old, now, ({ action, leads }) => `${action}|${leads}`));
  take(pairEqual(old, now, ({ action }) => action));

  const counts = new Map<string, number>();
  for (const entry of [...before, ...after]) {
    for (const run of runsOfAction(entry)) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  // What stands in every task ("các bộ, ngành", "khẩn trương") tells little.
  const weightOf = (run: string) => 1 / Math.log2(1 + (counts.get(run) ?? 1));
  take(
    pairUp(
      old,
      now,
      (entry) => [`@${entry.task.id}|${entry.leads}`, ...runsOfAction(entry)],
      (one, other) => {
        const like = likeness(runsOfAction(one), runsOfAction(other), weightOf);
        const [sameLeads, sameSection] = [one.leads === other.leads, one.section === other.section];
        const isThere = sameLeads && sameSection && one.task.id === other.task.id;
        if (like < (isThere ? LIKE_THERE : LIKE)) return 0;
        return like + (sameLeads ? 0.1 : 0) + (sameSection ? 0.1 : 0) + (isThere ? 0.1 : 0);
      },
    ),
  );
  return pairs;
}

const runsOfAction = oncePer((entry: Entry): Runs => runsOf(entry.action));

function fieldsChanged({ before, after }: Pair<Entry>, phases: readonly PhaseChange[]): Field[] {
  const [old, now] = [before.task, after.task];
  const [from, to] = [old.phase?.title ?? '', now.phase?.title ?? ''];
  const retitled = phases.some((phase) => phase.before === from && phase.after === to);
  const same: Readonly<Record<Field, boolean>> = {
    leads: before.leads === after.leads,
    coordinators: keyOfOwners(old.coordinators) === keyOfOwners(now.coordinators),
    deadline: isSameDeadline(old.deadline, now.deadline),
    phase: foldName(from) === foldName(to) || retitled,
    product: plain(old.product?.text ?? '') === plain(now.product?.text ?? ''),
    text: before.action === after.action && pointToSame(before.units, after.units),
  };
  return FIELDS.filter((field) => !same[field]);
}

const FIELDS: readonly Field[] = ['leads', 'coordinators', 'deadline', 'phase', 'product', 'text'];

/** Parts of one number or of one text: a reference that followed its part is the same one. */
function pointToSame(old: readonly UnitNode[], now: readonly UnitNode[]): boolean {
  const bodyOf = ({ fact }: UnitNode) => plain(fact.item.body.text);
  return (
    old.length === now.length &&
    old.every((unit, i) => now[i] && (unit.path === now[i].path || bodyOf(unit) === bodyOf(now[i])))
  );
}

/** The same words, or other words for the same day. */
function isSameDeadline(one: Deadline | undefined, other: Deadline | undefined): boolean {
  if (!one || !other) return one === other;
  if (foldName(one.words.text) === foldName(other.words.text)) return true;
  return one.date !== null && one.date === other.date && one.start === other.start && one.relation === other.relation;
}

/** Titles that were only in the old draft and whose tasks all stand under one that is only in the new draft. */
function findRetitled(before: Draft, after: Draft, pairs: readonly Pair<Entry>[]): PhaseChange[] {
  const [old, now] = [before, after].map(({ phases }) => new Set(phases.map(({ title }) => title)));
  const met = new Map<string, Set<string>>();
  const back = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const [from, to] = [pair.before.task.phase?.title, pair.after.task.phase?.title];
    if (from === undefined || to === undefined || now?.has(from) || old?.has(to)) continue;
    met.set(from, (met.get(from) ?? new Set()).add(to));
    back.set(to, (back.get(to) ?? new Set()).add(from));
  }
  return [...met].flatMap(([from, [to, ...others]]) =>
    to !== undefined && others.length === 0 && back.get(to)?.size === 1 ? [{ before: from, after: to }] : [],
  );
}
