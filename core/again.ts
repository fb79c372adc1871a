import type { Found } from './ask.ts';
import { type Change, moveSpan } from './change.ts';
import type { Draft } from './draft.ts';
import { headOf } from './letterhead.ts';
import { isUnit, type Node } from './nodes.ts';
import type { LooksAt, Problem } from './rule.ts';
import { countBefore } from './sorted.ts';
import type { Task } from './task.ts';
import type { Span } from './text.ts';
import { nodeAt } from './things.ts';

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
  /** A problem of the draft before in its place in this one. */
  move(found: Found): Found;
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
  const tasks = [apartFrom(since.tasks, draft.tasks), apartFrom(draft.tasks, since.tasks)] as const;
  for (const { start } of tasks.flat().flatMap(wordsApart)) {
    const node = nodeAt(draft, start);
    if (node) asked.add(node);
  }
  asked.delete(draft.root);
  const inOrder = [...asked].sort((a, b) => a.span.start - b.span.start);
  const isAsked = (node: Node | undefined) => node !== undefined && asked.has(node);
  const has = (offset: number) => isAsked(nodeAt(draft, offset));
  const isAnew = (offset: number) => {
    const node = nodeAt(draft, offset);
    return node !== undefined && anew.has(node);
  };
  const isGiven = (words: Span) => words.start >= (inOrder[0]?.span.start ?? 0) && has(words.start);
  return {
    isSame({ item, task, section, lines }) {
      if (lines && since.relined) return false;
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
      tasks: draft.tasks.filter((task) => asked.has(task.node) || wordsApart(task).some(isGiven)),
      citations: draft.citations.filter(({ node }) => asked.has(node)),
    },
    has,
    touches: ({ problem }) => spansOf(problem).some(({ start, end }) => start < change.oldEnd && change.start < end),
    move: (found) => moveFound(found, change, isAnew),
  };
}

/** The tasks of the one draft that the other has not: those carried over are the same objects. */
function apartFrom(tasks: readonly Task[], others: readonly Task[]): Task[] {
  const known = new Set(others);
  return tasks.filter((task) => !known.has(task));
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What a task has from elsewhere, from above or from lines of their own: a rule may speak of it there. */
function wordsApart({ leads, coordinators, deadline, product, node }: Task): Span[] {
  const words = [...leads, ...coordinators, ...(deadline ? [deadline.words] : []), ...(product ? [product] : [])];
  return words.filter(({ start }) => start < node.span.start || node.span.end <= start);
}

/** What was made of a problem is kept where neither its words nor its item changed; the same object if it did not move. */
function moveFound(found: Found, change: Change, isAnew: (offset: number) => boolean): Found {
  const { problem, name } = found;
  const moved = moveProblem(problem, change);
  const isTouched = (problem.start <= change.oldEnd && change.start <= problem.end) || isAnew(moved.start);
  if (isTouched) return { problem: moved };
  return moved === problem ? found : { problem: moved, ...(name && { name }) };
}

/** All places of a problem in the draft. */
function spansOf(problem: Problem): readonly Span[] {
  const { related, fixes } = problem;
  if (!related && !fixes) return [problem];
  const edits = fixes?.flatMap((fix) => fix.edits) ?? [];
  return [problem, ...(related?.filter((each) => !each.in) ?? []), ...edits];
}

function moveProblem(problem: Problem, change: Change): Problem {
  const { related, fixes } = problem;
  if (spansOf(problem).every(({ end }) => end <= change.start)) return problem;
  return {
    ...moveSpan(problem, change),
    ...(related && { related: related.map((each) => (each.in ? each : moveSpan(each, change))) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moveSpan(edit, change)) })) }),
  };
}
