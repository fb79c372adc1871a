import type { Rule, Saying } from '../core/rule.ts';
import { version } from '../package.json';
import type { Merging } from './arguments.ts';
import { counts } from './fail-on.ts';
import { faults, texts } from './messages.ts';
import { needRules, rulesAsked } from './rules-asked.ts';
import type { ShardResult } from './shards.ts';
import type { Page } from './terminal.ts';
import type { World } from './world.ts';
import { writeResults } from './write.ts';

const MOST_BYTES = 1024 * 1024 * 1024;

/** Tells the results of all parts of a check as those of one; gives the exit code that one would have. */
export async function mergeShards(
  world: World,
  given: readonly Rule[] | undefined,
  { files, outputs, failOn }: Merging,
  page: Page,
): Promise<number> {
  const wrong: Saying[] = [];
  const parts = new Map<number, ShardResult>();
  let of = 0;
  let check: string | undefined;
  for (const file of files) {
    const part = await readPart(world, file);
    if ('vi' in part) {
      wrong.push(part);
      continue;
    }
    check ??= part.check;
    of ||= part.of;
    if (part.by !== version) wrong.push(faults.otherVersion(file, part.by));
    else if (part.check !== check || part.of !== of) wrong.push(faults.otherRun(file));
    else if (parts.has(part.number)) wrong.push(faults.shardTwice(file, part.number, part.of));
    else parts.set(part.number, part);
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((number) => !parts.has(number));
  if (missing.length > 0) wrong.push(faults.shardsMissing(missing, of));
  const inOrder = [...parts.values()].flatMap(({ reports, order }) =>
    reports.map((report, i) => ({ report, at: order[i] ?? 0 })),
  );
  const reports = inOrder.sort((a, b) => a.at - b.at).map(({ report }) => report);
  const said = new Map([...parts.values()].flatMap((part) => part.faults).map((fault) => [fault.vi, fault]));
  const failed = [...said.values(), ...wrong];
  if (parts.size > 0) {
    const [{ only = [] } = {}] = parts.values();
    const rules = needRules(outputs) ? await rulesAsked(given, only) : [];
    failed.push(
      ...(await writeResults(
        world,
        outputs,
        { reports, faults: [...failed], rules, failOn, today: world.today },
        page,
      )),
    );
    const passedOver = new Set([...parts.values()].flatMap((part) => part.passedOver)).size;
    if (outputs.some(({ format, file }) => format === 'text' && file === undefined) && passedOver > 0 && reports[0]) {
      world.warn(`${texts.passedOver(passedOver)[page.locale]}\n`);
    }
  }
  for (const saying of failed) world.warn(`${saying[page.locale]}\n`);
  if (failed.length > 0) return 2;
  return reports.some(({ findings }) => findings.some(({ severity }) => counts(severity, failOn))) ? 1 : 0;
}

/** What a file holds of a part, or why nothing. */
async function readPart(world: World, file: string): Promise<ShardResult | Saying> {
  const entry = await world.look(file);
  if (entry.kind === 'missing') return faults.noSuchFile(file);
  const bytes = await world.read(file, MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return faults.unreadable(file, bytes.code);
  try {
    const { version, shard }: { version?: unknown; shard?: Partial<ShardResult> } = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    );
    const isWhole =
      version === 1 &&
      typeof shard?.number === 'number' &&
      typeof shard.of === 'number' &&
      typeof shard.by === 'string' &&
      typeof shard.check === 'string' &&
      [shard.only, shard.reports, shard.order, shard.faults, shard.passedOver].every(Array.isArray);
    return isWhole ? (shard as ShardResult) : faults.noShard(file);
  } catch {
    return faults.noShard(file);
  }
}
