import { type DraftText, decodeDraft, MOST_BYTES } from '../core/draft-file.ts';
import type { Saying } from '../core/rule.ts';
import { faults, quote } from './messages.ts';
import { type Found, findSources, type Source } from './paths.ts';
import type { Around } from './workspaces.ts';
import type { World } from './world.ts';

/** A file that was read, or standard input; whether it is a directive is not yet known. */
export interface Document {
  readonly path: string;
  /** Decoded when it is asked for: where all is known from runs before, it is not. */
  readonly text: string;
  /** The file begins with a byte order mark, which is no part of the text. */
  readonly marked: boolean;
  readonly isInput: boolean;
  /** Named itself or by the settings, so taken whatever it is. */
  readonly named: boolean;
  /** Documents of one root see each other. */
  readonly root: string;
  /** The files whose settings and agencies it goes by. */
  readonly settledBy: readonly string[];
}

export interface Documents {
  readonly documents: readonly Document[];
  /** Of all files the paths name, read or not. */
  readonly paths: readonly string[];
  /** What could not be read, and why. */
  readonly faults: readonly Saying[];
  /** Folders asked for in which nothing is left when some documents are no directives. */
  readonly emptyFolders: (passedOver: ReadonlySet<string>) => readonly Saying[];
}

/**
 * Reads all files that the paths name; a fault of one keeps no other from being read. With `skipOthers` what is named
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
  const excluded = new Set<string>();
  for (const [i, source] of found.sources.entries()) {
    const { path, isInput } = source;
    const named = source.named && (isInput || !skipOthers);
    if (i % 50 === 0) await world.rest();
    if (!named && !(await around.covers(path))) {
      excluded.add(path);
      continue;
    }
    const read = await readText(world, source);
    if ('text' in read) {
      const { root, files, names } = await around.of(path);
      const taken = named || names(world.resolve(path));
      const { marked, hash } = read;
      const document = { path, marked, isInput, named: taken, root, settledBy: files };
      documents.push(withText(document, () => read.text, hash));
    } else failed.push(read);
  }
  const all = found.sources.map(({ path }) => path);
  return {
    documents,
    paths: all,
    faults: failed,
    emptyFolders: (passedOver) => emptyFolders(found, excluded, passedOver),
  };
}

function emptyFolders(
  { folders, sources }: Found,
  excluded: ReadonlySet<string>,
  passedOver: ReadonlySet<string>,
): Saying[] {
  return folders.flatMap((folder) => {
    const inside = sources.filter((source) => source.folders.includes(folder));
    const passed = inside.filter(({ path }) => passedOver.has(path) || excluded.has(path));
    return passed.length === inside.length ? [faults.noDrafts(folder, passed.length)] : [];
  });
}

const hashes = new WeakMap<Document, string>();

function withText(document: Omit<Document, 'text'>, read: () => string, hash: string | undefined): Document {
  const whole = {
    ...document,
    get text() {
      return read();
    },
  };
  if (hash !== undefined) hashes.set(whole, hash);
  return whole;
}

/** The same for the same text, for no other. */
export function hashOfText({ hash }: World, document: Document): string {
  const known = hashes.get(document) ?? hash(document.text);
  hashes.set(document, known);
  return known;
}

/** The text of a document without its byte order mark, or why there is none. */
export async function readText(
  world: World,
  { path, isInput }: Pick<Source, 'path' | 'isInput'>,
): Promise<(DraftText & { readonly hash?: string }) | Saying> {
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
  if (!world.isUtf8(bytes) || bytes.includes(0)) return decodeDraft(bytes, quote(path));
  let text: string | undefined;
  return {
    marked: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
    hash: world.hash(bytes),
    get text() {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
  };
}
