import type { Draft } from '../../draft.ts';
import { addDays, type Day } from '../../language/calendar.ts';
import { type Match, type Neighbour, neighbourhoodOf } from '../../neighbours.ts';
import type { Project } from '../../project.ts';
import type { LooksAt } from '../../rule.ts';
import { type Noted, type NotedTask, summaryOf } from '../../summary.ts';
import { CITATIONS } from '../citation/cited.ts';

/**
 * What is taken from a draft whose tasks are compared with those of others: which are alike, and by which words, the
 * others say; whose document carries out whose, citations say.
 */
export const DATED_TASKS: LooksAt = {
  ...CITATIONS,
  task: ({ leads, deadline }) =>
    deadline && deadline.date !== null
      ? [deadline.words.text, deadline.relation, deadline.date, ...leads.map(({ text, agency }) => [text, agency])]
      : '',
};

/** A task of the draft that others give with another last day. */
export interface OtherDate {
  readonly deadline: Noted;
  readonly neighbour: Neighbour;
  readonly there: Match['there'];
}

/**
 * Tasks whose last day none of the matches in a document has: `isTold` chooses the matches, `isRight` says whether a
 * day of the draft goes with one of the other document. One finding a task.
 */
export function otherDates(
  draft: Draft,
  project: Project,
  isTold: (match: Match, task: NotedTask) => boolean,
  isRight: (own: Day, other: Day) => boolean,
): OtherDate[] {
  const { tasks } = summaryOf(draft);
  const byTask = new Map<NotedTask, Map<string, Match[]>>();
  for (const match of neighbourhoodOf(draft, project).matches) {
    const task = tasks[match.task];
    if (!task || !isTold(match, task)) continue;
    const ofTask = byTask.get(task) ?? new Map<string, Match[]>();
    byTask.set(task, ofTask);
    const { path } = match.neighbour;
    ofTask.set(path, [...(ofTask.get(path) ?? []), match]);
  }
  return [...byTask].flatMap(([{ deadline, day }, ofTask]): OtherDate[] => {
    for (const [first, ...others] of ofTask.values()) {
      if (first && ![first, ...others].some(({ there }) => isRight(day, there.day)))
        return [{ deadline, neighbour: first.neighbour, there: first.there }];
    }
    return [];
  });
}

/** "trước ngày 30/6" and "ngày 30/6" differ by a day in words only. */
export function differ(a: Day, b: Day): boolean {
  return a !== b && addDays(a, 1) !== b && addDays(b, 1) !== a;
}

/** Do two tasks have a lead in common, by agency or by the words? */
export function shareLead(a: Pick<NotedTask, 'leads'>, b: Pick<NotedTask, 'leads'>): boolean {
  return a.leads.some((one) =>
    b.leads.some((other) =>
      one.agency !== undefined && other.agency !== undefined ? one.agency === other.agency : one.name === other.name,
    ),
  );
}
