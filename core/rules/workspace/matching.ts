import type { Draft } from '../../draft.ts';
import { addDays, type Day } from '../../language/calendar.ts';
import type { Deadline, Task } from '../../task.ts';
import { foldName } from '../../text.ts';

/** A task as it is compared with those of other documents: pairs of neighbouring words, days and figures left out. */
interface Worded {
  readonly task: Task;
  readonly pairs: ReadonlySet<string>;
}

interface Index {
  readonly tasks: readonly Worded[];
  readonly byPair: ReadonlyMap<string, readonly number[]>;
}

/** Fewer pairs of words say too little to be told from another task. */
const FEWEST = 8;
/** Pairs that so many tasks share ("tổ chức thực hiện") tell nothing. */
const COMMONEST = 12;

const known = new WeakMap<Draft, Index>();

function indexOf(draft: Draft): Index {
  const found = known.get(draft);
  if (found) return found;
  const tasks = draft.tasks.map((task) => ({ task, pairs: pairsOf(task) })).filter(({ pairs }) => pairs.size >= FEWEST);
  const byPair = new Map<string, number[]>();
  tasks.forEach(({ pairs }, i) => {
    for (const pair of pairs) {
      const list = byPair.get(pair);
      if (list) list.push(i);
      else byPair.set(pair, [i]);
    }
  });
  const index = { tasks, byPair };
  known.set(draft, index);
  return index;
}

const NOT_TOLD =
  /(?:hoàn thành|báo cáo kết quả|xong)?\s*(?:chậm nhất|muộn nhất|trước|trong|vào|đến hết|đến|hết)?\s*(?:ngày|tháng|quý|năm)\s+(?:\d|[ivx]+(?![\p{L}]))[\d/.\-\s]*(?:(?:tháng|năm|quý)\s+\d+)*|\d+/gu;

function pairsOf({ text }: Task): ReadonlySet<string> {
  const words =
    foldName(text)
      .replace(NOT_TOLD, ' ')
      .match(/\p{L}+/gu) ?? [];
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

/**
 * Tasks of the one draft with those of the other that have nearly the same words: at least `share` of the pairs of
 * the shorter and `both` of all pairs of the two. Linear in the words, save those that many tasks share.
 */
export function matchTasks(draft: Draft, other: Draft, share: number, both: number): [Task, Task[]][] {
  const { tasks, byPair } = indexOf(other);
  if (tasks.length === 0) return [];
  return indexOf(draft).tasks.flatMap(({ task, pairs }): [Task, Task[]][] => {
    const counts = new Map<number, number>();
    for (const pair of pairs) {
      const list = byPair.get(pair);
      if (!list || list.length > COMMONEST) continue;
      for (const i of list) counts.set(i, (counts.get(i) ?? 0) + 1);
    }
    const near = [...counts].flatMap(([i, count]) => {
      const there = tasks[i];
      if (!there || count < FEWEST / 2) return [];
      let common = 0;
      for (const pair of pairs) if (there.pairs.has(pair)) common++;
      const [less, all] = [Math.min(pairs.size, there.pairs.size), pairs.size + there.pairs.size];
      return common >= share * less && 2 * common >= both * all ? [there.task] : [];
    });
    return near.length > 0 ? [[task, near]] : [];
  });
}

/** The last day on which a task may be done; undefined where its words fix none. */
export function lastDayOf(deadline: Deadline | undefined): Day | undefined {
  if (!deadline || deadline.date === null) return undefined;
  const { relation, date } = deadline;
  if (relation === 'before') return addDays(date, -1);
  return relation === 'on' || relation === 'by' || relation === 'within' ? date : undefined;
}

/** "trước ngày 30/6" and "ngày 30/6" differ by a day in words only. */
export function differ(a: Day, b: Day): boolean {
  return a !== b && addDays(a, 1) !== b && addDays(b, 1) !== a;
}

/** Do two tasks have a lead in common, by agency or by the words? */
export function shareLead(a: Task, b: Task): boolean {
  return a.leads.some((one) =>
    b.leads.some((other) =>
      one.agency !== undefined && other.agency !== undefined
        ? one.agency === other.agency
        : foldName(one.text) === foldName(other.text),
    ),
  );
}
