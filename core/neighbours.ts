import type { Draft } from './draft.ts';
import type { Day } from './language/calendar.ts';
import { oncePer } from './once.ts';
import type { BytePlace } from './place.ts';
import type { Project } from './project.ts';
import {
  FEWEST_PAIRS,
  foldTitle,
  type Heading,
  type Mention,
  type NotedTask,
  pairsOf,
  type Summary,
  summaryOf,
} from './summary.ts';
import type { Span } from './text.ts';

/** Another document of the workspace. */
export interface Neighbour extends Heading {
  /** As the host names it: a path or a URI. */
  readonly path: string;
  /** How it mentions the number of the draft. */
  readonly mentions: readonly Mention[];
}

/** A day that other documents give for what the draft mentions too. */
export interface GivenDay {
  readonly key: string;
  readonly day: Day;
  /** How many documents give it. */
  readonly count: number;
  /** In the first three of them, by path. */
  readonly places: readonly (Span & BytePlace & { readonly path: string })[];
}

/** A task of the draft and one of another document with nearly the same words; both have a last day. */
export interface Match {
  /** Which of the tasks of the draft's summary. */
  readonly task: number;
  readonly there: Omit<NotedTask, 'words'>;
  readonly neighbour: Neighbour;
  /** Part of the pairs of words of the shorter that both have. */
  readonly share: number;
  /** Part of the pairs of both that both have. */
  readonly alike: number;
}

/**
 * What the other documents of the workspace say of the same things as a draft: all that rules see of them. Plain data in
 * an order that depends on nothing but the documents: what is found is the same as long as it is the same.
 */
export interface Neighbourhood {
  /** Documents whose number the draft has or mentions, or whose title it names, by path. */
  readonly documents: readonly Neighbour[];
  /** Of what is mentioned with more than one day. */
  readonly days: readonly GivenDay[];
  /** By task, then by path. */
  readonly matches: readonly Match[];
}

/** What the others say of the things in a summary of the draft; it changes as the draft is mended. */
export type Neighbours = (summary: Summary) => Neighbourhood;

const NOBODY: Neighbourhood = { documents: [], days: [], matches: [] };

const knownAround = oncePer((_: Draft) => new WeakMap<Neighbours, Neighbourhood>());

/** What the other documents of the workspace say of the same things as the draft. */
export function neighbourhoodOf(draft: Draft, { neighbours }: Project): Neighbourhood {
  if (!neighbours) return NOBODY;
  const known = knownAround(draft);
  const around = known.get(neighbours) ?? neighbours(summaryOf(draft));
  known.set(neighbours, around);
  return around;
}

/** The documents of a workspace, by what is asked of them. */
export interface NeighbourIndex {
  /** Takes in a document, in the place of the one it had for the path. */
  put(path: string, summary: Summary): void;
  /** Leaves out all others. */
  keep(paths: ReadonlySet<string>): void;
  /** What the documents but the one at `path` say of the same things as the summary. */
  around(path: string, summary: Summary): Neighbourhood;
}

interface Entry {
  readonly path: string;
  readonly at: number;
  readonly task: NotedTask;
}

/** Pairs that so many tasks share ("tổ chức thực hiện") tell nothing. */
const COMMONEST = 40;
/** Tasks less alike are no match for any rule. */
const LEAST = { share: 0.75, alike: 0.55 };

export function indexNeighbours(): NeighbourIndex {
  const summaries = new Map<string, Summary>();
  const byNumber = new Map<string, Set<string>>();
  const byTitle = new Map<string, Set<string>>();
  const byMention = new Map<string, Set<string>>();
  const givenDays = new Map<string, Map<Day, Map<string, Span & BytePlace>>>();
  const entriesOf = new Map<string, readonly Entry[]>();
  const byPair = new Map<string, Entry[]>();

  return {
    put(path, summary) {
      if (summaries.get(path) === summary) return;
      remove(path);
      summaries.set(path, summary);
      for (const [index, keys] of keysOf(summary)) for (const key of keys) setIn(index, key).add(path);
      for (const { key, day, place } of summary.mentions) {
        if (day === undefined || !place) continue;
        const days = mapIn(givenDays, key);
        const paths = mapIn(days, day);
        if (!paths.has(path)) paths.set(path, place);
      }
      const entries = summary.tasks.map((task, at) => ({ path, at, task }));
      entriesOf.set(path, entries);
      for (const entry of entries) {
        for (const pair of pairsOf(entry.task)) {
          const list = byPair.get(pair);
          if (list) list.push(entry);
          else byPair.set(pair, [entry]);
        }
      }
    },
    keep(paths) {
      for (const path of [...summaries.keys()]) if (!paths.has(path)) remove(path);
    },
    around(path, summary) {
      const neighbours = new Map<string, Neighbour>();
      const neighbour = (other: string): Neighbour => {
        const known = neighbours.get(other) ?? toNeighbour(other, summary);
        neighbours.set(other, known);
        return known;
      };
      return {
        documents: named(path, summary).map(neighbour),
        days: daysAgainst(path, summary),
        matches: matchesOf(path, summary, neighbour),
      };
    },
  };

  function remove(path: string): void {
    const summary = summaries.get(path);
    if (!summary) return;
    summaries.delete(path);
    for (const [index, keys] of keysOf(summary)) for (const key of keys) index.get(key)?.delete(path);
    for (const { key, day } of summary.mentions) if (day !== undefined) givenDays.get(key)?.get(day)?.delete(path);
    const pairs = new Set(summary.tasks.flatMap((task) => [...pairsOf(task)]));
    for (const pair of pairs) {
      const left = byPair.get(pair)?.filter((entry) => entry.path !== path) ?? [];
      if (left.length > 0) byPair.set(pair, left);
      else byPair.delete(pair);
    }
    entriesOf.delete(path);
  }

  function keysOf({ titled, title, mentions }: Summary): [Map<string, Set<string>>, readonly string[]][] {
    return [
      [byNumber, titled ? [titled.key] : []],
      [byTitle, title ? [foldTitle(title.text)] : []],
      [byMention, mentions.map(({ key }) => key)],
    ];
  }

  function toNeighbour(path: string, own: Summary): Neighbour {
    const { mentions = [], tasks: _, ...heading } = summaries.get(path) ?? {};
    return { ...heading, path, mentions: mentions.filter(({ key }) => key === own.titled?.key) };
  }

  /** Paths of the documents that the draft shares a number with, mentions, or names by their title. */
  function named(path: string, { titled, mentions }: Summary): string[] {
    const paths = new Set<string>();
    const keys = new Set([...(titled ? [titled.key] : []), ...mentions.map(({ key }) => key)]);
    for (const key of keys) for (const other of byNumber.get(key) ?? []) paths.add(other);
    for (const { title, day } of mentions) {
      if (title === undefined || title === '') continue;
      for (const other of byTitle.get(title) ?? []) if (summaries.get(other)?.issued === day) paths.add(other);
    }
    paths.delete(path);
    return [...paths].sort();
  }

  function daysAgainst(path: string, { mentions }: Summary): GivenDay[] {
    const own = new Map<string, Set<Day>>();
    for (const { key, day, place } of mentions) if (day !== undefined && place) setIn(own, key).add(day);
    return [...own].flatMap(([key, days]): GivenDay[] => {
      const others = [...(givenDays.get(key) ?? [])].flatMap(([day, places]) => {
        const count = places.size - (places.has(path) ? 1 : 0);
        return count > 0 ? [{ key, day, count, places }] : [];
      });
      const [first] = days;
      if (days.size === 1 && others.every(({ day }) => day === first)) return [];
      return others
        .sort((a, b) => (a.day < b.day ? -1 : 1))
        .map((other) => ({ ...other, places: firstOf(other.places, path) }));
    });
  }

  function firstOf(places: ReadonlyMap<string, Span & BytePlace>, path: string): GivenDay['places'] {
    const paths = [...places.keys()].filter((other) => other !== path).sort();
    return paths.slice(0, 3).flatMap((other) => {
      const place = places.get(other);
      return place ? [{ ...place, path: other }] : [];
    });
  }

  /** Linear in the words of the draft: what many tasks share is passed over. */
  function matchesOf(path: string, { tasks }: Summary, neighbour: (path: string) => Neighbour): Match[] {
    const ownCounts = new Map<string, number>();
    for (const { task } of entriesOf.get(path) ?? []) {
      for (const pair of pairsOf(task)) ownCounts.set(pair, (ownCounts.get(pair) ?? 0) + 1);
    }
    return tasks.flatMap((own, task) => {
      const pairs = pairsOf(own);
      const counts = new Map<Entry, number>();
      for (const pair of pairs) {
        const list = byPair.get(pair);
        if (!list || list.length - (ownCounts.get(pair) ?? 0) > COMMONEST) continue;
        for (const entry of list) if (entry.path !== path) counts.set(entry, (counts.get(entry) ?? 0) + 1);
      }
      return [...counts]
        .filter(([, count]) => count >= FEWEST_PAIRS / 2)
        .sort(([a], [b]) => (a.path === b.path ? a.at - b.at : a.path < b.path ? -1 : 1))
        .flatMap(([entry]): Match[] => {
          const others = pairsOf(entry.task);
          let common = 0;
          for (const pair of pairs) if (others.has(pair)) common++;
          const share = common / Math.min(pairs.size, others.size);
          const alike = (2 * common) / (pairs.size + others.size);
          if (share < LEAST.share || alike < LEAST.alike) return [];
          const { words: _, ...there } = entry.task;
          return [{ task, there, neighbour: neighbour(entry.path), share, alike }];
        });
    });
  }
}

function setIn<V>(map: Map<string, Set<V>>, key: string): Set<V> {
  const set = map.get(key) ?? new Set<V>();
  map.set(key, set);
  return set;
}

function mapIn<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const inner = map.get(key) ?? new Map<K, V>();
  map.set(key, inner);
  return inner;
}
