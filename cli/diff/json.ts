import type { Field, TaskChange } from '../../core/compare.ts';
import type { Draft } from '../../core/draft.ts';
import { toTask } from '../../core/exports/outline.ts';
import type { Task } from '../../core/task.ts';
import { positionAt } from '../../core/text.ts';
import type { Compared } from './diff.ts';
import { countOf } from './words.ts';

/**
 * The changes for programs, version 1: tasks as `tasks --format json` has them, those that did not change only counted.
 * `fields` names what differs between `before` and `after`, which are null for a task added or removed.
 */
export function formatComparisonsJson(compared: readonly Compared[]): string {
  const documents = compared.map(({ before, after, comparison: { tasks, phases } }) => ({
    before: before?.name ?? null,
    after: after?.name ?? null,
    tasks: tasks
      .filter(({ kind }) => kind !== 'unchanged')
      .map((change) => {
        const fields: readonly Field[] = 'fields' in change ? change.fields : [];
        return {
          kind: change.kind,
          fields,
          before: 'before' in change && before ? asTask(change.before, before.draft) : null,
          after: 'after' in change && after ? asTask(change.after, after.draft) : null,
        };
      }),
    phases,
  }));
  const all: TaskChange[] = compared.flatMap(({ comparison }) => comparison.tasks);
  const summary = { documents: documents.length, ...countOf(all) };
  return `${JSON.stringify({ version: 1, documents, summary }, null, 2)}\n`;
}

function asTask(task: Task, draft: Draft) {
  return toTask(task, (offset) => positionAt(draft.lines, offset).line);
}
