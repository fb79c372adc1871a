import type { Draft } from '../../draft.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Task } from '../../task.ts';

/** How many tasks stand under a node, and how many of them name an owner. */
interface Count {
  all: number;
  owned: number;
}

/** Tasks under each node. */
export const countTasks = oncePer((draft: Draft): ReadonlyMap<Node, Count> => {
  const counts = new Map<Node, Count>();
  for (const task of draft.tasks) {
    for (let at: Node | undefined = task.node; at; at = at.parent) {
      const count = counts.get(at) ?? { all: 0, owned: 0 };
      count.all++;
      if (task.leads.length > 0) count.owned++;
      counts.set(at, count);
    }
  }
  return counts;
});

/**
 * The tasks nobody is given although those around them are given to somebody, each with the node under which it stands
 * out. A list where no task names an owner has its owner elsewhere (a table, a part on who does what): none of them is
 * meant.
 */
export const unownedTasks = oncePer((draft: Draft): ReadonlyMap<Task, Node> => {
  const counts = countTasks(draft);
  const found = new Map<Task, Node>();
  for (const task of draft.tasks) {
    if (task.leads.length > 0) continue;
    let at = task.node.parent;
    // The only task of its place is compared with those of the place above, but not with the whole document.
    for (let steps = 0; at?.parent && (counts.get(at)?.all ?? 0) < 2 && steps < 2; steps++) at = at.parent;
    const count = at && (at === task.node.parent || at.kind !== 'root') ? counts.get(at) : undefined;
    if (at && count && count.owned * 2 >= count.all) found.set(task, at);
  }
  return found;
});

/** What a rule takes from a task that looks at how many there are and how many of them name an owner. */
export function ownedOf({ id, leads, node }: Task): unknown {
  return [id, leads.length > 0, node.kind];
}
