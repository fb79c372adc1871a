import type { Assigning } from './assigning.ts';
import type { Node } from './nodes.ts';
import type { Deadline, Owner, Task } from './task.ts';

/** What an item has from what it stands under. */
export interface Inherited {
  readonly leads: readonly Owner[];
  readonly coordinators: readonly Owner[];
  readonly deadline: Deadline | undefined;
  /** What the titles above say of it. */
  readonly assigning: Assigning;
  /** The items below are objects of an action said above ("xây dựng, trình Ban Bí thư:"), whatever their form. */
  readonly objects: boolean;
  /** Items begin with their coordinators ("phối hợp với:"). */
  readonly coordinatorsFollow: boolean;
  /** The owners are those the letter is addressed to: only what is plainly an action is meant for them. */
  readonly addressed?: boolean;
}

export const NOBODY: Inherited = {
  leads: [],
  coordinators: [],
  deadline: undefined,
  assigning: 'unsaid',
  objects: false,
  coordinatorsFollow: false,
};

/** An item as the visit left it; kept for the next reading. */
interface Visit {
  /** Its tasks and those of all below it. */
  readonly tasks: readonly Task[];
  readonly titled: boolean;
  /** How many labelled lines below it speak for it. */
  readonly fields: number;
}

export interface Visits {
  readonly of: Map<Node, Visit>;
  /** All tasks there are in visits and in the draft, and some that were: what is moved along with the text. */
  made: Task[];
}

/** Leaves out tasks that are no more; from time to time, so that it costs next to nothing. */
export function forgetUnused(visits: Visits, tasks: readonly Task[]): void {
  if (visits.made.length < 3 * tasks.length + 1000) return;
  visits.made = [...new Set([...[...visits.of.values()].flatMap((visit) => visit.tasks), ...tasks])];
}
