import type { Report } from '../core/report.ts';
import type { Saying } from '../core/rule.ts';
import { version } from '../package.json';
import type { Reading, Shard } from './arguments.ts';
import type { Checked } from './check.ts';
import { type Document, hashOfText } from './documents.ts';
import type { World } from './world.ts';

/** What one part of a check tells chidao merge: all that any format is made from. */
export interface ShardResult extends Shard {
  /** The version of the program that checked. */
  readonly by: string;
  /** The same for all parts of one check: of its documents, their content, and what was asked. */
  readonly check: string;
  /** The only rules or categories that were asked for; none for all. */
  readonly only: readonly string[];
  readonly reports: readonly Report[];
  /** Places of the reports among those of all parts. */
  readonly order: readonly number[];
  readonly faults: readonly Saying[];
  readonly passedOver: readonly string[];
}

/** The paths of a part: each nth of all, by path, so that the parts are of one size and every machine has the same. */
export function inShard(documents: readonly Document[], { number, of }: Shard): ReadonlySet<string> {
  const sorted = documents.map(({ path }) => path).sort();
  return new Set(sorted.filter((_, i) => i % of === number - 1));
}

export function toShardResult(
  world: World,
  { number, of }: Shard,
  { config, workspace, ready, only }: Reading,
  documents: readonly Document[],
  { reports, passedOver, against = '' }: Checked,
  faults: readonly Saying[],
): ShardResult {
  const { hash, today } = world;
  const asked = [config, workspace, ready, only, today, against];
  const places = new Map(documents.map(({ path }, i) => [path, i]));
  return {
    number,
    of,
    by: version,
    check: hash(JSON.stringify([asked, documents.map((one) => [one.path, hashOfText(world, one)])])),
    only,
    reports,
    order: reports.map(({ path }) => places.get(path) ?? 0),
    faults,
    passedOver: [...passedOver],
  };
}
