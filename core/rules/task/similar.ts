import { carriedPer } from '../../carried.ts';
import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { keptWith } from '../../once.ts';
import { countBefore } from '../../sorted.ts';
import type { Task } from '../../task.ts';
import { foldName } from '../../text.ts';

/** Two tasks that tell nearly the same; `later` stands behind `earlier`. */
export interface Pair {
  readonly earlier: Task;
  readonly later: Task;
  /** Share of the words of the shorter one that the longer has in the same order, by threes: 0 to 1. */
  readonly within: number;
  /** The same share of the longer one. */
  readonly of: number;
}

/** A run of three words is looked up; one that stands in more tasks than this tells nothing. */
const COMMON = 6;
/** Runs of a task that has enough of them to be told from others. */
const FEWEST = 7;
const MOST_LIKE = 0.8;
const HALF = 0.45;
const NEARLY = 0.9;

/** A task by its words, and the one before it that it is most like. */
interface Entry {
  /** Which task of the draft it is. */
  at: number;
  readonly text: string;
  readonly said: Said;
  like?: { readonly earlier: Entry; readonly within: number; readonly of: number } | undefined;
}

/** Tasks that begin with the same two words, by their runs and in the order written. */
interface Group {
  readonly byRun: Map<string, Entry[]>;
  /** The first of them, as long as it is the only one: it is compared with none. */
  alone?: Entry | undefined;
}

interface Index {
  readonly entries: readonly Entry[];
  readonly groups: Map<string, Group>;
}

/**
 * Pairs of like tasks that begin with the same two words. Each task is paired with the one most like it before it; only
 * those that share their beginning with another are gone through.
 */
export function similarTasks(draft: Draft): Pair[] {
  const { tasks } = draft;
  const pairs: Pair[] = [];
  for (const { at, like } of indexOf(draft).entries) {
    if (!like) continue;
    const [earlier, later] = [tasks[like.earlier.at], tasks[at]];
    if (earlier && later) pairs.push({ earlier, later, within: like.within, of: like.of });
  }
  return pairs;
}

const indexOf = carriedPer(
  ({ tasks }): Index => replaced({ entries: [], groups: new Map() }, tasks),
  (index, _, { tasks }) => replaced(index, tasks),
);

/** The index with other tasks, made over: only tasks with other words, and those that share runs with them, are compared. */
function replaced({ entries, groups }: Index, tasks: readonly Task[]): Index {
  const most = Math.min(entries.length, tasks.length);
  let first = 0;
  while (first < most && entries[first]?.text === tasks[first]?.text) first++;
  let last = 0;
  while (last < most - first && entries.at(-1 - last)?.text === tasks.at(-1 - last)?.text) last++;
  const removed = entries.slice(first, entries.length - last);
  const added = tasks.slice(first, tasks.length - last).map(
    ({ node, text }, i): Entry => ({
      at: first + i,
      text,
      said: saidBy(node.fact, text, () => ({ start: startOf(text) })),
    }),
  );
  const rest = entries.slice(entries.length - last);
  const others = new Set<Entry>();
  for (const entry of removed) for (const other of takeOut(groups, entry)) others.add(other);
  for (const [i, entry] of rest.entries()) entry.at = first + added.length + i;
  for (const entry of added) for (const other of putIn(groups, entry)) others.add(other);
  for (const entry of removed) others.delete(entry);
  for (const entry of others) entry.like = likeOf(groups, entry);
  return { entries: [...entries.slice(0, first), ...added, ...rest], groups };
}

/** Gives the entries that may be like another one now. */
function putIn(groups: Index['groups'], entry: Entry): readonly Entry[] {
  const { start } = entry.said;
  if (start === '') return [];
  const group = groups.get(start);
  if (!group) {
    groups.set(start, { byRun: new Map(), alone: entry });
    return [];
  }
  const { alone } = group;
  group.alone = undefined;
  return [...(alone ? putRuns(group, alone) : []), ...putRuns(group, entry)];
}

function putRuns({ byRun }: Group, entry: Entry): readonly Entry[] {
  const runs = runsOf(entry);
  if (runs.length < FEWEST) return [];
  const others = [entry];
  for (const run of new Set(runs)) {
    const seen = byRun.get(run);
    if (!seen) {
      byRun.set(run, [entry]);
      continue;
    }
    const place = placeIn(seen, entry);
    seen.splice(place, 0, entry);
    // The last of these had not too many before it till now.
    others.push(...seen.slice(place + 1, COMMON + 2));
  }
  return others;
}

/** Gives the entries that may be like another one now. */
function takeOut(groups: Index['groups'], entry: Entry): readonly Entry[] {
  const { start } = entry.said;
  const group = groups.get(start);
  if (!group) return [];
  if (group.alone === entry) groups.delete(start);
  const runs = runsOf(entry);
  if (group.alone || runs.length < FEWEST) return [];
  return [...new Set(runs)].flatMap((run) => {
    const seen = group.byRun.get(run) ?? [];
    const place = placeIn(seen, entry);
    seen.splice(place, 1);
    if (seen.length === 0) group.byRun.delete(run);
    return seen.slice(place, COMMON + 1);
  });
}

function placeIn(entries: readonly Entry[], { at }: Entry): number {
  return countBefore(entries, (each) => each.at, at);
}

function likeOf(groups: Index['groups'], entry: Entry): Entry['like'] {
  const runs = runsOf(entry);
  const { byRun } = groups.get(entry.said.start) ?? {};
  const shared = new Map<Entry, number>();
  for (const run of new Set(runs)) {
    const seen = byRun?.get(run) ?? [];
    const place = placeIn(seen, entry);
    if (place > COMMON) continue;
    for (const earlier of seen.slice(0, place)) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
  }
  let best: Entry['like'];
  for (const [earlier, count] of shared) {
    const others = runsOf(earlier);
    const within = count / Math.min(others.length, runs.length);
    const of = count / Math.max(others.length, runs.length);
    if (within < MOST_LIKE || of < HALF || (best && best.of >= of)) continue;
    if (of > NEARLY || endsWithin(others, runs)) best = { earlier, within, of };
  }
  return best;
}

const EAGERLY =
  /^(?:(?:tiếp tục|chủ động|tích cực|khẩn trương|tập trung|kịp thời|sớm|chủ trì|có trách nhiệm|và)[\s,]+)*/u;
/** Characters in which a task begins. */
const BEGINNING = 80;

/** What is read of a task's words alone. */
interface Said {
  readonly start: string;
  runs?: readonly string[];
}

/** Kept with its item from one reading of the draft to the next. */
const saidBy = keptWith<Fact, Said>();

/** The first two words: "Thiết lập Hệ thống ..." is not "Vận hành Hệ thống ...". */
function startOf(text: string): string {
  const folded = foldName(text.slice(0, BEGINNING));
  const rest = folded.slice(EAGERLY.exec(folded)?.[0].length ?? 0);
  return /^\p{L}+[^\p{L}]+\p{L}+/u.exec(rest)?.[0] ?? '';
}

/** Words of deadlines tell nothing of what is to be done. */
const OF_TIME = new Set(['hoàn', 'thành', 'xong', 'trước', 'ngày', 'tháng', 'năm', 'quý', 'trong', 'hết', 'đến']);

/** All runs of three words, figures and words of time left out. */
function runsOf({ said, text }: Entry): readonly string[] {
  said.runs ??= readRuns(text);
  return said.runs;
}

function readRuns(text: string): readonly string[] {
  const words = (foldName(text).match(/\p{L}+/gu) ?? []).filter((word) => !OF_TIME.has(word));
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}

/** The shorter one is told to its end: what stands last often tells which thing is meant. */
function endsWithin(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return longer.includes(shorter.at(-1) ?? '');
}
