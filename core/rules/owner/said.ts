import type { Draft } from '../../draft.ts';
import type { Segment } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Task } from '../../task.ts';
import { sourceSpan } from '../../text.ts';

/** The stretch of an item that says a task; its assignment's offsets are into the stretch, which begins at `start`. */
export interface Said {
  readonly node: Node;
  readonly segment: Segment;
  /** The stretch itself (clean text). */
  readonly text: string;
}

/** Where each task is said in running text; a table row or a task told by labelled lines alone has no such stretch. */
export const saidOf = oncePer((draft: Draft): ReadonlyMap<Task, Said> => {
  const found = new Map<Task, Said>();
  for (const task of draft.tasks) {
    const { node } = task;
    if (node.kind === 'row') continue;
    const { fact } = node;
    for (const segment of [fact.whole, ...fact.parts]) {
      const from = segment.start + segment.assignment.action;
      if (node.start + sourceSpan(fact.item.body, from, segment.end).start !== task.action) continue;
      found.set(task, { node, segment, text: fact.item.body.text.slice(segment.start, segment.end) });
      break;
    }
  }
  return found;
});

/**
 * The stretches that only say who ("Bộ A và Bộ B chủ trì: (1) ...; (2) ..."), each with the first task that has its
 * owners from it.
 */
export const introsOf = oncePer((draft: Draft): ReadonlyMap<Task, Said> => {
  const found = new Map<Task, Said>();
  const seen = new Set<Node>();
  for (const task of draft.tasks) {
    const [lead] = task.leads;
    if (!lead?.inherited) continue;
    for (let node: Node | undefined = task.node; node; node = node.parent) {
      const { whole, item } = node.fact;
      const [first] = whole.assignment.leads;
      if (!first || node.start + sourceSpan(item.body, whole.start + first.start, whole.end).start !== lead.start)
        continue;
      if (!seen.has(node))
        found.set(task, { node, segment: whole, text: item.body.text.slice(whole.start, whole.end) });
      seen.add(node);
      break;
    }
  }
  return found;
});
