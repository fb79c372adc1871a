import type { Day } from './language/calendar.ts';
import type { Relation } from './language/deadlines.ts';
import type { OwnerMention } from './language/passage.ts';
import type { Node, PhaseNode } from './nodes.ts';
import type { Span, Words } from './text.ts';

/** An owner of a task, as written. */
export interface Owner extends Words {
  /** The agency meant on the day of issue; absent for a group and for a name the registry does not have. */
  readonly agency?: string;
  readonly kind: OwnerMention['kind'];
  /** Not written with the task but with what it stands under. */
  readonly inherited: boolean;
}

/** When a task is due. `date` is null where the words fix no day. */
export interface Deadline {
  readonly words: Words;
  readonly relation: Relation;
  readonly start: Day | null;
  readonly date: Day | null;
  /** Written once for several tasks, or with what the task stands under. */
  readonly inherited: boolean;
}

/** The smallest unit that assigns an action. */
export interface Task extends Span {
  readonly id: string;
  /** The action, owner clause left out. */
  readonly text: string;
  /** Where the action begins. */
  readonly action: number;
  readonly leads: readonly Owner[];
  readonly coordinators: readonly Owner[];
  readonly deadline?: Deadline;
  /** All deadlines written in it, the one it goes by among them. */
  readonly deadlines: readonly Deadline[];
  readonly phase?: PhaseNode;
  readonly product?: Words;
  readonly node: Node;
}

/** The task with words that no other task has. */
export function apart(task: Task): Task {
  const copy = (deadline: Deadline) => ({ ...deadline, words: { ...deadline.words } });
  const { leads, coordinators, deadline, deadlines, product } = task;
  return {
    ...task,
    leads: leads.map((owner) => ({ ...owner })),
    coordinators: coordinators.map((owner) => ({ ...owner })),
    ...(deadline && { deadline: copy(deadline) }),
    deadlines: deadlines.map(copy),
    ...(product && { product: { ...product } }),
  };
}
