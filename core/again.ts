import { isBehind } from './carry.ts';
import { type Change, moveInPlace } from './change.ts';
import type { Draft } from './draft.ts';
import type { Name } from './fingerprint.ts';
import { headOf } from './letterhead.ts';
import { isUnit, type Node } from './nodes.ts';
import type { Finding, LooksAt, Problem, Rule } from './rule.ts';
import { countBefore } from './sorted.ts';
import type { Task } from './task.ts';
import type { Span } from './text.ts';
import { nodeAt } from './things.ts';

/** A problem that a rule found, and what was made of it when it was told; it moves along with its draft, in place. */
export interface Found {
  readonly rule: Rule;
  readonly problem: Problem;
  /** All its places in the draft lie within. */
  readonly extent: Span;
  name?: Name | undefined;
  finding?: Finding | undefined;
}

/** What rules have to be asked again about a draft, after the draft they were asked about before. */
export interface Again {
  /** Is all that a rule takes from items and tasks what it was? */
  isSame(looksAt: LooksAt): boolean;
  /** The draft with only the items to ask about; what they stand under is reached from them as ever. */
  readonly part: Draft;
  /** Is the item at a place of the draft among them? */
  has(offset: number): boolean;
  /** Does a problem of the draft before speak of words that changed? */
  touches(found: Found): boolean;
  /** Puts a problem of the draft before in its place in this one. */
  move(found: Found): void;
}

/**
 * Items with other words, those whose tasks were read again, all they stand under, and the ones right before and behind.
 * Undefined where all is to be asked again.
 */
export function askAgain(draft: Draft): Again | undefined {
  const { since, nodes } = draft;
  if (!since?.headed) return undefined;
  const { anew, change } = since.carried;
  // What stands in the letterhead may be asked about from anywhere (a mark of urgency, a banner).
  if (change.start < (nodes[0]?.span.start ?? 0) || headOf(draft).some((node) => anew.has(node))) return undefined;
  const asked = new Set<Node>();
  const take = (node: Node | undefined) => {
    for (let at = node; at && !asked.has(at); at = at.parent) asked.add(at);
  };
  for (const node of anew.keys()) take(node);
  for (const node of since.read) take(node);
  // The change may lie between two items: raw HTML, a picture.
  for (const place of [change.start, ...[...anew.keys()].map(({ span }) => span.start)]) {
    const at = countBefore(nodes, ({ span }) => span.start, place);
    for (const beside of nodes.slice(Math.max(0, at - 1), at + 2)) take(beside);
  }
  // What was found about an owner or a day that stands apart from its task depends on the task as it was and as it is.
  const tasks = differing(since.tasks, draft.tasks);
  for (const task of tasks.flat()) {
    for (const { start } of wordsApart(task)) {
      const node = nodeAt(draft, start);
      if (node) asked.add(node);
    }
  }
  asked.delete(draft.root);
  const inOrder = [...asked].sort((a, b) => a.span.start - b.span.start);
  const has = within(inOrder, nodes);
  const isAnew = within([...anew.keys()], nodes);
  const citations = draft.citations.filter(({ node }) => asked.has(node));
  return {
    isSame({ item, task, section, behind, lines }) {
      if (lines && since.relined) return false;
      if (behind && [...anew.keys()].some(isBehind)) return false;
      const { registry } = draft;
      if (item)
        for (const [node, fact] of anew)
          if (!same(item(node.fact, node, registry), item(fact, node, registry))) return false;
      const { before, now } = since.sections;
      if (section && !same(before.map(section), now.map(section))) return false;
      return !task || same(tasks[0].map(task), tasks[1].map(task));
    },
    part: {
      ...draft,
      whole: draft,
      nodes: inOrder,
      units: inOrder.filter(isUnit),
      tasks: draft.tasks.filter((task) => asked.has(task.node) || hasApart(task, has)),
      citations,
    },
    has,
    touches: ({ extent, problem }) =>
      extent.start < change.oldEnd &&
      change.start < extent.end &&
      [...spansOf(problem)].some(({ start, end }) => start < change.oldEnd && change.start < end),
    move: (found) => moveFound(found, change, isAnew),
  };
}

/** Is an offset in one of some items, each of which reaches to where the next item begins? All in the order of the text. */
function within(some: readonly Node[], nodes: readonly Node[]): (offset: number) => boolean {
  const starts = some.map(({ span }) => span.start);
  const ends = starts.map((start) => {
    const next = countBefore(nodes, ({ span }) => span.start, start + 1);
    return nodes[next]?.span.start ?? Number.POSITIVE_INFINITY;
  });
  return (offset) => offset < (ends[countBefore(starts, (start) => start, offset + 1) - 1] ?? 0);
}

/** The tasks of each draft that the other has not: those carried over are the same objects. */
function differing(before: readonly Task[], now: readonly Task[]): readonly [readonly Task[], readonly Task[]] {
  const most = Math.min(before.length, now.length);
  let first = 0;
  while (first < most && before[first] === now[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === now[now.length - 1 - last]) last++;
  const [old, made] = [before.slice(first, before.length - last), now.slice(first, now.length - last)];
  const [isOld, isMade] = [new Set(old), new Set(made)];
  return [old.filter((task) => !isMade.has(task)), made.filter((task) => !isOld.has(task))];
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What a task has from elsewhere, from above or from lines of their own: a rule may speak of it there. */
function wordsApart({ leads, coordinators, deadline, product, node }: Task): Span[] {
  const words = [...leads, ...coordinators, ...(deadline ? [deadline.words] : []), ...(product ? [product] : [])];
  return words.filter(({ start }) => start < node.span.start || node.span.end <= start);
}

/** Has a task something from one of the items asked about? */
function hasApart(task: Task, has: (offset: number) => boolean): boolean {
  const { leads, coordinators, deadline, product, node } = task;
  const isApart = ({ start }: Span) => (start < node.span.start || node.span.end <= start) && has(start);
  if (deadline && isApart(deadline.words)) return true;
  return leads.some(isApart) || coordinators.some(isApart) || (product !== undefined && isApart(product));
}

/** What was made of a problem is kept where neither its words nor its item changed. */
function moveFound(found: Found, change: Change, isAnew: (offset: number) => boolean): void {
  const { problem, finding } = found;
  const isTouched = problem.start <= change.oldEnd && change.start <= problem.end;
  if (found.extent.end > change.start && change.oldEnd !== change.newEnd) {
    for (const span of spansOf(problem)) moveInPlace(span, change);
    if (finding) moveInPlace(finding, change);
    moveInPlace(found.extent, change);
  }
  if (isTouched || isAnew(problem.start)) found.name = found.finding = undefined;
}

/** All places of a problem in the draft. */
export function* spansOf(problem: Problem): Iterable<Span> {
  yield problem;
  for (const each of problem.related ?? []) if (!each.in) yield each;
  for (const { edits } of problem.fixes ?? []) yield* edits;
}
