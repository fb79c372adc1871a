import { makeRegistry } from '../core/registry.ts';
import type { Rule, Saying } from '../core/rule.ts';
import { nearestRule, rulesNamed } from '../core/rule-names.ts';
import type { Reading } from './arguments.ts';
import { checkDocuments } from './check.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Document, type Documents, readDocuments } from './documents.ts';
import { counts } from './fail-on.ts';
import { faults, texts } from './messages.ts';
import type { Told } from './read.ts';
import { needRules, rulesAsked } from './rules-asked.ts';
import { inShard, toShardResult } from './shards.ts';
import { openStore, type Store } from './store.ts';
import type { Page } from './terminal.ts';
import { type Around, readAround } from './workspaces.ts';
import type { World } from './world.ts';
import { writeResults } from './write.ts';

/** A folder for results is made where so many documents are checked; the folder of somebody's one draft stays as it is. */
const MOST_WITHOUT_FOLDER = 20;

/** Runs check: what its documents are and what is found in them comes from the store where it can. */
export async function runCheck(
  world: World,
  given: readonly Rule[] | undefined,
  request: Reading,
  inputPath: string,
  page: Page,
): Promise<Told> {
  const { config, paths, outputs, failOn, only, shard, baseline, changed } = request;
  // Which files settle what is known without the agencies; what they settle is for who reads a document.
  const around = readAround(world, [], config, makeRegistry([]));
  const wrong = await findUnknownRule();
  if (wrong) return { faults: [wrong], passedOver: 0, fails: false };
  const found = await readDocuments(world, around, paths, inputPath, request.skipOthers);
  const store = await openStore(world, await findFolder(world, around, found.documents.length, request));
  const desk = openDesk(world, given, request, around, store, page);
  try {
    const failed = await settlingFaults(world, desk, store, around, found);
    const part = shard && inShard(found.documents, shard);
    const inPart = part && (({ path }: Document) => part.has(path));
    const checked = await (baseline || changed
      ? (await import('./review.ts')).reviewDocuments(
          world,
          desk,
          around,
          found.documents,
          given,
          request,
          page,
          inPart,
        )
      : checkDocuments(world, desk, found.documents, request, inPart));
    if ('vi' in checked) return { faults: [checked], passedOver: 0, fails: false };
    failed.push(...found.faults, ...found.emptyFolders(checked.passedOver), ...checked.faults);
    const rules = needRules(outputs) ? await rulesAsked(given, only) : [];
    const results = {
      ...checked,
      faults: [...failed],
      rules,
      failOn,
      today: world.today,
      ...(shard && { shard: toShardResult(world, shard, request, found.documents, checked, failed) }),
    };
    if (part && shard)
      world.warn(`${texts.shard(shard.number, shard.of, part.size, found.documents.length)[page.locale]}\n`);
    failed.push(...(await writeResults(world, outputs, results, page)));
    if (!(await store.keep()) && request.cacheFolder !== undefined) {
      failed.push(faults.unwritableCache(request.cacheFolder));
    }
    return {
      faults: failed,
      passedOver: checked.reports.length > 0 ? checked.passedOver.size : 0,
      fails: checked.reports.some(({ findings }) => findings.some(({ severity }) => counts(severity, failOn))),
    };
  } finally {
    desk.close();
  }

  async function findUnknownRule(): Promise<Saying | undefined> {
    if (only.length === 0) return undefined;
    const rules = await rulesAsked(given, []);
    const unknown = only.find((word) => rulesNamed(word, rules).length === 0);
    return unknown === undefined ? undefined : faults.unknownRule(unknown, nearestRule(unknown, rules));
  }
}

/** What is wrong with files of settings and agencies; it takes the agencies to tell, so it is stored too. */
async function settlingFaults(
  world: World,
  desk: Desk,
  store: Store,
  around: Around,
  { paths }: Documents,
): Promise<Saying[]> {
  const files = [...around.files()];
  if (files.length === 0) return [];
  const contents = files.map(([file, { kind, bytes }]) => [file, kind, bytes ? world.hash(bytes) : '']);
  const key = `settled:${world.hash(JSON.stringify([world.resolve('.'), contents]))}`;
  const known = store.get<readonly Saying[]>(key);
  if (known) return [...known];
  const { around: whole } = await desk.examiner();
  for (const path of paths) await whole.of(path);
  const found = whole.faults();
  store.put(key, found);
  return [...found];
}

/** The folder for results: that of the workspace, or else the current one. */
async function findFolder(
  world: World,
  around: Around,
  documents: number,
  { cache, cacheFolder }: Reading,
): Promise<string | undefined> {
  if (!cache || world.program === undefined) return undefined;
  if (cacheFolder !== undefined) return cacheFolder;
  const { root } = await around.of('./x');
  const folder = `${root === '' ? world.resolve('.') : root.replace(/[\\/]$/, '')}/.chidao-cache`;
  const isThere = (await world.look(folder)).kind === 'folder';
  return isThere || documents >= MOST_WITHOUT_FOLDER ? folder : undefined;
}
