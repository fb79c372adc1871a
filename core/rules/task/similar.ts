import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
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

/**
 * Pairs of like tasks that begin with the same two words. Each task is paired with the one most like it before it; only
 * those that share their beginning with another are gone through.
 */
export function similarTasks(draft: Draft): Pair[] {
  const groups = new Map<string, Task[]>();
  for (const task of draft.tasks) {
    const start = startOf(task);
    if (start === '') continue;
    const group = groups.get(start);
    if (group) group.push(task);
    else groups.set(start, [task]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).flatMap(pairsOf);
}

function pairsOf(tasks: readonly Task[]): Pair[] {
  const index = new Map<string, number[]>();
  const all: (readonly string[])[] = [];
  const pairs: Pair[] = [];
  for (const [at, later] of tasks.entries()) {
    const runs = runsOf(later);
    all.push(runs);
    if (runs.length < FEWEST) continue;
    const shared = new Map<number, number>();
    for (const run of new Set(runs)) {
      const seen = index.get(run);
      if (!seen) {
        index.set(run, [at]);
        continue;
      }
      if (seen.length <= COMMON) for (const other of seen) shared.set(other, (shared.get(other) ?? 0) + 1);
      seen.push(at);
    }
    let best: Pair | undefined;
    for (const [other, count] of shared) {
      const earlier = tasks[other];
      const others = all[other] ?? [];
      const within = count / Math.min(others.length, runs.length);
      const of = count / Math.max(others.length, runs.length);
      if (!earlier || within < MOST_LIKE || of < HALF || (best && best.of >= of)) continue;
      if (of > NEARLY || endsWithin(others, runs)) best = { earlier, later, within, of };
    }
    if (best) pairs.push(best);
  }
  return pairs;
}

const EAGERLY =
  /^(?:(?:tiếp tục|chủ động|tích cực|khẩn trương|tập trung|kịp thời|sớm|chủ trì|có trách nhiệm|và)[\s,]+)*/u;
/** Characters in which a task begins. */
const BEGINNING = 80;

/** What is read of a task's words alone, kept with its item from one reading of the draft to the next. */
interface Kept {
  start?: string;
  runs?: readonly string[];
}

const kept = new WeakMap<Fact, Map<string, Kept>>();

function keptOf({ node, text }: Task): Kept {
  const { fact } = node;
  let texts = kept.get(fact);
  if (!texts) {
    texts = new Map();
    kept.set(fact, texts);
  }
  let own = texts.get(text);
  if (!own) {
    own = {};
    texts.set(text, own);
  }
  return own;
}

/** The first two words: "Thiết lập Hệ thống ..." is not "Vận hành Hệ thống ...". */
function startOf(task: Task): string {
  const own = keptOf(task);
  if (own.start === undefined) {
    const folded = foldName(task.text.slice(0, BEGINNING));
    const rest = folded.slice(EAGERLY.exec(folded)?.[0].length ?? 0);
    own.start = /^\p{L}+[^\p{L}]+\p{L}+/u.exec(rest)?.[0] ?? '';
  }
  return own.start;
}

/** Words of deadlines tell nothing of what is to be done. */
const OF_TIME = new Set(['hoàn', 'thành', 'xong', 'trước', 'ngày', 'tháng', 'năm', 'quý', 'trong', 'hết', 'đến']);

/** All runs of three words, figures and words of time left out. */
function runsOf(task: Task): readonly string[] {
  const own = keptOf(task);
  if (!own.runs) {
    const words = (foldName(task.text).match(/\p{L}+/gu) ?? []).filter((word) => !OF_TIME.has(word));
    own.runs = words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
  }
  return own.runs;
}

/** The shorter one is told to its end: what stands last often tells which thing is meant. */
function endsWithin(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return longer.includes(shorter.at(-1) ?? '');
}
