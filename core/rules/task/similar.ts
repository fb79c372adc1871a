import type { Draft } from '../../draft.ts';
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
/** Words of a task that has enough of them to be told from others. */
const FEWEST = 9;
const MOST_LIKE = 0.8;
const HALF = 0.45;
const NEARLY = 0.9;

const DUE =
  /(?:[,;.]\s*)?(?:hoàn thành|xong|thời hạn|thời gian)?[^,;.]{0,20}?(?:trước ngày|trong (?:ngày|tháng|quý|năm)|chậm nhất|đến hết|trước) [\d/ivx]+(?: (?:tháng|năm) \d+)*(?:\/\d+)*/giu;

/** Pairs of like tasks, in the order of the later one. Each task is paired with the one most like it before it. */
export function similarTasks(draft: Draft): Pair[] {
  const index = new Map<string, number[]>();
  const all: string[][] = [];
  const pairs: Pair[] = [];
  for (const [at, later] of draft.tasks.entries()) {
    const runs = runsOf(later.text);
    all.push(runs);
    if (runs.length < FEWEST - 2) continue;
    const shared = new Map<number, number>();
    for (const run of new Set(runs)) {
      const seen = index.get(run);
      if (!seen) index.set(run, [at]);
      else {
        if (seen.length <= COMMON) for (const other of seen) shared.set(other, (shared.get(other) ?? 0) + 1);
        seen.push(at);
      }
    }
    let best: Pair | undefined;
    for (const [other, count] of shared) {
      const earlier = draft.tasks[other];
      const others = all[other] ?? [];
      const within = count / Math.min(others.length, runs.length);
      const of = count / Math.max(others.length, runs.length);
      if (!earlier || within < MOST_LIKE || of < HALF || (best && best.of >= of)) continue;
      if (!startsAlike(earlier, later) || !(of > NEARLY || endsWithin(others, runs))) continue;
      best = { earlier, later, within, of };
    }
    if (best) pairs.push(best);
  }
  return pairs;
}

const EAGERLY =
  /^(?:(?:tiếp tục|chủ động|tích cực|khẩn trương|tập trung|kịp thời|sớm|chủ trì|có trách nhiệm|và)[\s,]+)*/u;

/** "Thiết lập Hệ thống ..." is not "Vận hành Hệ thống ...". */
function startsAlike(one: Task, other: Task): boolean {
  const [a, b] = [one, other].map(({ text }) => {
    const folded = foldName(text);
    return /^\p{L}+[^\p{L}]+\p{L}+/u.exec(folded.slice(EAGERLY.exec(folded)?.[0].length ?? 0))?.[0];
  });
  return a !== undefined && a === b;
}

/** The shorter one is told to its end: what stands last often tells which thing is meant. */
function endsWithin(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return longer.includes(shorter.at(-1) ?? '');
}

function runsOf(text: string): string[] {
  const words =
    foldName(text)
      .replace(DUE, ' ')
      .match(/[\p{L}\d]+/gu) ?? [];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}
