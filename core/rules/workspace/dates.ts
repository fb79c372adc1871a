import type { Draft } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import type { Neighbour, Project } from '../../project.ts';
import type { Deadline, Task } from '../../task.ts';
import { lastDayOf, type Match, matchesOf } from './matching.ts';

/** A task of the draft that others give with another last day. */
export interface OtherDate {
  readonly deadline: Deadline;
  readonly neighbour: Neighbour;
  readonly there: Deadline;
  readonly day: Day;
}

/**
 * Tasks whose last day none of the matches in a document has: `isTold` chooses the matches, `isRight` says whether a
 * day of the draft goes with one of the other document. One finding a task.
 */
export function otherDates(
  draft: Draft,
  project: Project,
  isTold: (match: Match) => boolean,
  isRight: (own: Day, other: Day) => boolean,
): OtherDate[] {
  const byTask = new Map<Task, Map<Neighbour, Match[]>>();
  for (const match of matchesOf(draft, project)) {
    if (!isTold(match)) continue;
    const ofTask = byTask.get(match.task) ?? new Map<Neighbour, Match[]>();
    byTask.set(match.task, ofTask);
    ofTask.set(match.neighbour, [...(ofTask.get(match.neighbour) ?? []), match]);
  }
  return [...byTask].flatMap(([{ deadline }, ofTask]): OtherDate[] => {
    const own = lastDayOf(deadline);
    for (const [neighbour, near] of ofTask) {
      const days = near.flatMap(({ there: { deadline: there } }) => {
        const day = lastDayOf(there);
        return there && day !== undefined ? [{ there, day }] : [];
      });
      const [first] = days;
      if (deadline && own !== undefined && first && !days.some(({ day }) => isRight(own, day)))
        return [{ deadline, neighbour, ...first }];
    }
    return [];
  });
}
