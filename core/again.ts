import { type Change, moveSpan } from './change.ts';
import type { Draft } from './draft.ts';
import type { Node } from './nodes.ts';
import type { LooksAt, Problem } from './rule.ts';
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
  /** A problem of the draft before in its place in this one. */
  move(problem: Problem): Problem;
}

/** The letterhead as people see it: what stands there may be asked about from anywhere (a mark of urgency, a banner). */
const HEAD = 24;

/**
 * Items with other words, those whose tasks were read again, all they stand under, and the ones right before and behind.
 * Undefined where all is to be asked again.
 */
export function askAgain(draft: Draft): Again | undefined {
  const { since, nodes } = draft;
  if (!since?.headed) return undefined;
  const { anew, change, before } = since.carried;
  if (nodes.slice(0, HEAD).some((node) => anew.has(node))) return undefined;
  const asked = new Set<Node>();
  for (const [i, node] of nodes.entries()) {
    if (!anew.has(node) && !since.read.has(node)) continue;
    for (let at: Node | undefined = node; at && !asked.has(at); at = at.parent) asked.add(at);
    if (anew.has(node)) for (const beside of [nodes[i - 1], nodes[i + 1]]) if (beside) asked.add(beside);
  }
  const isAsked = (node: Node | undefined) => node !== undefined && asked.has(node);
  const has = (offset: number) => isAsked(nodeAt(draft, offset));
  return {
    isSame: ({ item, task }) =>
      (!item ||
        [...anew].every((node) => same(item(node.fact, node), item(before.get(node)?.fact ?? node.fact, node)))) &&
      (!task || same(draft.tasks.map(task), since.tasks.map(task))),
    part: {
      ...draft,
      whole: draft,
      nodes: nodes.filter(isAsked),
      units: draft.units.filter(isAsked),
      tasks: draft.tasks.filter((task) => isAsked(task.node) || given(task).some(({ start }) => has(start))),
      citations: draft.citations.filter(({ node }) => isAsked(node)),
    },
    has,
    move: (problem) => moveProblem(problem, change),
  };
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What a task has from elsewhere: a rule may speak of it there. */
function given({ leads, coordinators, deadline }: Task): Span[] {
  const owners = [...leads, ...coordinators].filter(({ inherited }) => inherited);
  return deadline?.inherited ? [...owners, deadline.words] : owners;
}

function moveProblem(problem: Problem, change: Change): Problem {
  const { related, fixes = [] } = problem;
  const edits = fixes.flatMap((fix) => fix.edits);
  if ([problem, ...(related ?? []), ...edits].every(({ end }) => end <= change.start)) return problem;
  return {
    ...moveSpan(problem, change),
    ...(related && { related: related.map((each) => (each.in ? each : moveSpan(each, change))) }),
    ...(problem.fixes && {
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => moveSpan(edit, change)) })),
    }),
  };
}
