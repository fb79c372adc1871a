import { type Draft, readDraft } from '../core/draft.ts';
import { type DraftText, decodeDraft, MOST_BYTES } from '../core/draft-file.ts';
import { isDirective } from '../core/recognise.ts';
import type { Saying } from '../core/rule.ts';
import type { Workspace } from '../registry/workspace.ts';
import { faults, quote } from './messages.ts';
import { findSources, type Source } from './paths.ts';
import type { Around } from './workspaces.ts';
import type { World } from './world.ts';

/** What the other documents see of it is its path and draft. */
export interface Document {
  readonly path: string;
  readonly draft: Draft;
  readonly workspace: Workspace;
  readonly isInput: boolean;
  /** The file begins with a byte order mark, which is no part of the draft. */
  readonly marked: boolean;
}

export interface Documents {
  readonly documents: readonly Document[];
  /** What could not be read, and why. */
  readonly faults: readonly Saying[];
  /** Markdown files of folders that are no directives. */
  readonly passedOver: number;
}

/**
 * Reads all documents that the paths name; a fault of one keeps no other from being read. With `skipOthers` what is named
 * counts no more than what is found in a folder.
 */
export async function readDocuments(
  world: World,
  around: Around,
  paths: readonly string[],
  inputPath: string,
  skipOthers = false,
): Promise<Documents> {
  const found = await findSources(world, paths, inputPath);
  const documents: Document[] = [];
  const failed: Saying[] = [...found.faults];
  const passedOver: Source[] = [];
  const excluded: Source[] = [];
  for (const source of found.sources) {
    const { path, isInput } = source;
    const named = source.named && (isInput || !skipOthers);
    if (!named && !(await around.covers(path))) {
      excluded.push(source);
      continue;
    }
    const read = await readText(world, source);
    if (!('text' in read)) {
      failed.push(read);
      continue;
    }
    try {
      const workspace = await around.of(path);
      const draft = readDraft(read.text, workspace.registry);
      if (named || workspace.names(world.resolve(path)) || isDirective(draft))
        documents.push({ path, draft, workspace, isInput, marked: read.marked });
      else passedOver.push(source);
    } catch (error) {
      failed.push(faults.unexpected(error, path));
    }
  }
  for (const folder of found.folders) {
    const inside = found.sources.filter((source) => source.folders.includes(folder));
    const passed = inside.filter((source) => passedOver.includes(source) || excluded.includes(source));
    if (passed.length === inside.length) failed.push(faults.noDrafts(folder, passed.length));
  }
  return { documents, faults: failed, passedOver: passedOver.length };
}

/** The text of a document without its byte order mark, or why there is none. */
export async function readText(
  world: World,
  { path, isInput }: Pick<Source, 'path' | 'isInput'>,
): Promise<DraftText | Saying> {
  if (!isInput) {
    const entry = await world.look(path);
    if (entry.kind === 'file' && entry.size > MOST_BYTES) return faults.tooLarge(path);
    if (entry.kind === 'broken link') return faults.brokenLink(path);
    // A link to a folder, found in a folder.
    if (entry.kind === 'folder') return faults.folderNamedAsFile(path);
  }
  const bytes = await (isInput ? world.readInput(MOST_BYTES + 1) : world.read(path, MOST_BYTES + 1));
  if (!(bytes instanceof Uint8Array)) return faults.unreadable(path, bytes.code);
  if (bytes.length > MOST_BYTES) return faults.tooLarge(path);
  return decodeDraft(bytes, quote(path));
}
