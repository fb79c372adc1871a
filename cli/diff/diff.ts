import { type Comparison, compareDrafts } from '../../core/compare.ts';
import { readDraft } from '../../core/draft.ts';
import { pairUp } from '../../core/likeness.ts';
import type { Rule, Saying } from '../../core/rule.ts';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Page } from '../terminal.ts';
import { readAround } from '../workspaces.ts';
import type { World } from '../world.ts';
import { formatComparisonsJson } from './json.ts';
import { formatComparisonsMarkdown } from './markdown.ts';
import { formatComparisons } from './text.ts';
import { type Edition, readVersions, type Version } from './versions.ts';

export interface DiffRequest {
  readonly command: 'diff';
  readonly words: readonly string[];
  readonly format: 'text' | 'json' | 'markdown';
  /** Exit with 1 where something differs. */
  readonly exitCode: boolean;
  readonly config: boolean;
}

/** A document in two versions; one is missing where it was made or removed as a whole. */
export interface Compared {
  readonly before: Edition | undefined;
  readonly after: Edition | undefined;
  readonly comparison: Comparison;
}

const FORMATS = { text: formatComparisons, json: formatComparisonsJson, markdown: formatComparisonsMarkdown };

/** Runs `diff`; gives the exit code. */
export async function diff(world: World, rules: readonly Rule[], request: DiffRequest, page: Page): Promise<number> {
  const around = readAround(world, rules, request.config, bundledRegistry);
  const versions = await readVersions(world, around, request.words);
  if ('vi' in versions) return fail([versions]);
  const compared = versions.pairs.flatMap(([before, after]) => compareVersions(before, after));
  const failed: Saying[] = [...around.faults(), ...versions.faults];
  if (compared.length > 0 || failed.length === 0) world.write(FORMATS[request.format](compared, page));
  if (failed.length > 0) return fail(failed);
  return request.exitCode && compared.some(differs) ? 1 : 0;

  function fail(sayings: readonly Saying[]): number {
    for (const saying of sayings) world.warn(`${saying[page.locale]}\n`);
    return 2;
  }
}

function differs({ comparison: { tasks, phases } }: Compared): boolean {
  return phases.length > 0 || tasks.some(({ kind }) => kind !== 'unchanged');
}

function compareVersions(before: Version, after: Version): Compared[] {
  const renamed = findRenamed(before, after);
  const from = new Set(renamed.values());
  const now = [...after.editions].map(
    ([path, edition]) => [path, before.editions.get(renamed.get(path) ?? path), edition] as const,
  );
  const removed = [...before.editions].filter(([path]) => !after.editions.has(path) && !from.has(path));
  return [...now, ...removed.map(([path, edition]) => [path, edition, undefined] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, one, other]) => compare(one, other));
}

function compare(before: Edition | undefined, after: Edition | undefined): Compared[] {
  const known = (after ?? before)?.draft;
  if (!known) return [];
  const none = readDraft('', known.registry);
  return [{ before, after, comparison: compareDrafts(before?.draft ?? none, after?.draft ?? none) }];
}

/** Of documents that are new, the one each was: no longer there, and half its tasks are told in the same words. */
function findRenamed(before: Version, after: Version): ReadonlyMap<string, string> {
  const toEntry = ([path, { draft }]: readonly [string, Edition]) => ({
    path,
    tasks: new Set(draft.tasks.map(({ text }) => text)),
  });
  const pairs = pairUp(
    [...before.editions].filter(([path]) => !after.editions.has(path)).map(toEntry),
    [...after.editions].filter(([path]) => !before.editions.has(path)).map(toEntry),
    ({ tasks }) => tasks,
    (one, other) => {
      const shared = [...one.tasks].filter((text) => other.tasks.has(text)).length;
      return shared >= Math.max(one.tasks.size, other.tasks.size) / 2 ? shared : 0;
    },
  );
  return new Map(pairs.map((pair) => [pair.after.path, pair.before.path]));
}
