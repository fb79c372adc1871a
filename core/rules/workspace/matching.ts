import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { addDays, type Day } from '../../language/calendar.ts';
import type { Neighbour, Project } from '../../project.ts';
import type { Deadline, Task } from '../../task.ts';
import { foldName } from '../../text.ts';

/** A task of the draft and one of another document with nearly the same words; both have a last day. */
export interface Match {
  readonly task: Task;
  readonly there: Task;
  readonly neighbour: Neighbour;
  /** Part of the pairs of words of the shorter that both have. */
  readonly share: number;
  /** Part of the pairs of both that both have. */
  readonly alike: number;
}

/** Pairs of neighbouring words, days and figures left out. */
type Pairs = ReadonlySet<string>;

/** Fewer pairs of words say too little to be told from another task. */
const FEWEST = 8;
/** Pairs that so many tasks share ("tổ chức thực hiện") tell nothing. */
const COMMONEST = 40;
/** Tasks less alike are no match for any rule. */
const LEAST = { share: 0.75, alike: 0.55 };

const NOT_TOLD =
  /(?:hoàn thành|báo cáo kết quả|xong)?\s*(?:chậm nhất|muộn nhất|trước|trong|vào|đến hết|đến|hết)?\s*(?:ngày|tháng|quý|năm)\s+(?:\d|[ivx]+(?![\p{L}]))[\d/.\-\s]*(?:(?:tháng|năm|quý)\s+\d+)*|\d+/gu;

const knownPairs = new WeakMap<Fact, Map<string, Pairs>>();

/** Kept with what was read of the section: a keystroke elsewhere changes nothing of it. */
function pairsOf({ text, node: { fact } }: Task): Pairs {
  const ofFact = knownPairs.get(fact) ?? new Map<string, Pairs>();
  knownPairs.set(fact, ofFact);
  const known = ofFact.get(text);
  if (known) return known;
  const words =
    foldName(text)
      .replace(NOT_TOLD, ' ')
      .match(/\p{L}+/gu) ?? [];
  const pairs = new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
  ofFact.set(text, pairs);
  return pairs;
}

/** Tasks of a draft that can be compared. */
function comparable(draft: Draft): { task: Task; pairs: Pairs }[] {
  return draft.tasks.flatMap((task) => {
    const pairs = lastDayOf(task.deadline) === undefined ? undefined : pairsOf(task);
    return pairs && pairs.size >= FEWEST ? [{ task, pairs }] : [];
  });
}

interface Index {
  readonly drafts: readonly Draft[];
  readonly entries: readonly { task: Task; pairs: Pairs; neighbour: number }[];
  readonly byPair: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<Draft, Index>();

/** The tasks of all neighbours by their pairs; made again only when another draft is among them. */
function indexOf(neighbours: readonly Neighbour[]): Index | undefined {
  const [first] = neighbours;
  if (!first) return undefined;
  const found = indexes.get(first.draft);
  const same = found?.drafts.length === neighbours.length;
  if (found && same && neighbours.every(({ draft }, i) => draft === found.drafts[i])) return found;
  const entries = neighbours.flatMap(({ draft }, neighbour) =>
    comparable(draft).map((each) => ({ ...each, neighbour })),
  );
  const byPair = new Map<string, number[]>();
  for (const [i, { pairs }] of entries.entries()) {
    for (const pair of pairs) {
      const list = byPair.get(pair);
      if (list) list.push(i);
      else byPair.set(pair, [i]);
    }
  }
  const index = { drafts: neighbours.map(({ draft }) => draft), entries, byPair };
  indexes.set(first.draft, index);
  return index;
}

/** Drafts do not keep the index they were compared with: it is as large as all of them, and each has its own. */
const matches = new WeakMap<Draft, { readonly index: WeakRef<Index>; readonly found: readonly Match[] }>();

/** What tasks of the draft other documents of the workspace have too; linear in the words, made once for a draft. */
export function matchesOf(draft: Draft, { neighbours = [] }: Project): readonly Match[] {
  const index = indexOf(neighbours);
  if (!index || index.entries.length === 0) return [];
  const known = matches.get(draft);
  if (known?.index.deref() === index) return known.found;
  const found = comparable(draft).flatMap(({ task, pairs }): Match[] => {
    const counts = new Map<number, number>();
    for (const pair of pairs) {
      const list = index.byPair.get(pair);
      if (!list || list.length > COMMONEST) continue;
      for (const i of list) counts.set(i, (counts.get(i) ?? 0) + 1);
    }
    return [...counts].flatMap(([i, count]): Match[] => {
      const entry = index.entries[i];
      const neighbour = entry && neighbours[entry.neighbour];
      if (!entry || !neighbour || neighbour.draft === draft || count < FEWEST / 2) return [];
      let common = 0;
      for (const pair of pairs) if (entry.pairs.has(pair)) common++;
      const share = common / Math.min(pairs.size, entry.pairs.size);
      const alike = (2 * common) / (pairs.size + entry.pairs.size);
      if (share < LEAST.share || alike < LEAST.alike) return [];
      return [{ task, there: entry.task, neighbour, share, alike }];
    });
  });
  matches.set(draft, { index: new WeakRef(index), found });
  return found;
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
