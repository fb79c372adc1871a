import { type Draft, readDraft } from '../core/draft.ts';
import { isDirective } from '../core/recognise.ts';
import type { Rule, Saying } from '../core/rule.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import type { Reading } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { formatOutlines, formatOutlinesJson } from './formats/outline.ts';
import { formatTasks, formatTasksJson } from './formats/tasks.ts';
import { faults } from './messages.ts';
import type { Told } from './read.ts';
import type { Page } from './terminal.ts';
import { type Around, readAround } from './workspaces.ts';
import type { World } from './world.ts';

/** A document and what was read of it. */
export interface ReadDocument {
  readonly path: string;
  readonly draft: Draft;
}

/** Reads the directives among the documents that paths name. */
export async function readDrafts(
  world: World,
  around: Around,
  paths: readonly string[],
  inputPath: string,
  skipOthers = false,
): Promise<{ drafts: readonly ReadDocument[]; faults: readonly Saying[]; passedOver: number }> {
  const found = await readDocuments(world, around, paths, inputPath, skipOthers);
  const failed: Saying[] = [...found.faults];
  const drafts: ReadDocument[] = [];
  const passedOver = new Set<string>();
  for (const { path, text, named } of found.documents) {
    try {
      const draft = readDraft(text, (await around.of(path)).registry);
      if (named || isDirective(draft)) drafts.push({ path, draft });
      else passedOver.add(path);
    } catch (error) {
      failed.push(faults.unexpected(error, path));
    }
  }
  failed.push(...found.emptyFolders(passedOver));
  return { drafts, faults: failed, passedOver: passedOver.size };
}

/** Runs outline or tasks. */
export async function showDrafts(
  world: World,
  rules: readonly Rule[],
  { command, paths, outputs, config, skipOthers }: Reading,
  inputPath: string,
  page: Page,
): Promise<Told> {
  const around = readAround(world, rules, config, bundledRegistry);
  const { drafts, faults, passedOver } = await readDrafts(world, around, paths, inputPath, skipOthers);
  const asText = outputs.some(({ format }) => format === 'text');
  if (command === 'outline') world.write(asText ? formatOutlines(drafts, page) : formatOutlinesJson(drafts));
  else world.write(asText ? formatTasks(drafts, page) : formatTasksJson(drafts));
  return { faults: [...around.faults(), ...faults], passedOver: drafts.length > 0 ? passedOver : 0, fails: false };
}
