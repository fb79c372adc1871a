import { DRAFT_NAME, PASSED_FOLDER } from '../core/draft-file.ts';
import type { Saying } from '../core/rule.ts';
import { faults } from './messages.ts';
import type { World } from './world.ts';

/** A document to read. */
export interface Source {
  /** As people know it; of standard input, the name it was given. */
  readonly path: string;
  readonly isInput: boolean;
  /** Named itself, so read whatever it is; else found in a folder. */
  readonly named: boolean;
  /** The folders asked for in which it lies. */
  readonly folders: readonly string[];
}

export interface Found {
  readonly sources: readonly Source[];
  /** The folders asked for that could be read in whole. */
  readonly folders: readonly string[];
  readonly faults: readonly Saying[];
}

// A round bracket alone is no pattern: people name files "Kế hoạch (dự thảo).md".
const PATTERN = /[*?[\]{}]|[@!+]\(/;

/**
 * The documents that files, folders and patterns name, each once, in the order asked for, a folder's own files by name
 * before those of its folders. `-` is standard input, known as `inputPath`.
 */
export async function findSources(world: World, paths: readonly string[], inputPath: string): Promise<Found> {
  const sources = new Map<string, Source>();
  const folders = new Map<string, string>();
  const found: Saying[] = [];
  for (const path of paths) await find(path);
  return { sources: [...sources.values()], folders: [...folders.values()], faults: found };

  async function find(path: string): Promise<void> {
    if (path === '-') {
      sources.set('-', { path: inputPath, isInput: true, named: true, folders: [] });
      return;
    }
    const entry = await world.look(path);
    if (entry.kind === 'file') add(path);
    else if (entry.kind === 'folder') {
      if (DRAFT_NAME.test(path)) found.push(faults.folderNamedAsFile(path));
      else {
        const before = found.length;
        await walk(path, path);
        if (found.length === before) folders.set(world.resolve(path), path);
      }
    } else if (entry.kind === 'missing' && PATTERN.test(path)) await match(path);
    else if (entry.kind === 'missing') found.push(path === '' ? faults.emptyPath() : faults.noSuchFile(path));
    else found.push(entry.kind === 'broken link' ? faults.brokenLink(path) : faults.unreadable(path, entry.code));
  }

  async function match(pattern: string): Promise<void> {
    const matches = (await world.glob(pattern)).filter((path) => DRAFT_NAME.test(path)).sort();
    if (matches.length === 0) found.push(faults.noMatch(pattern));
    for (const path of matches) await find(path);
  }

  async function walk(folder: string, asked: string): Promise<void> {
    const entries = await world.list(folder);
    if ('kind' in entries) {
      found.push(faults.unreadable(folder, entries.code));
      return;
    }
    const inner: string[] = [];
    for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '.' ? name : `${folder.replace(/[\\/]+$/, '')}/${name}`;
      if (kind === 'folder' && PASSED_FOLDER.test(name)) continue;
      if (!DRAFT_NAME.test(name)) {
        if (kind === 'folder') inner.push(path);
      } else if (name.startsWith('.')) continue;
      else if (kind === 'folder') found.push(faults.folderNamedAsFile(path));
      else add(path, asked);
    }
    for (const path of inner) await walk(path, asked);
  }

  function add(path: string, folder?: string): void {
    const key = world.resolve(path);
    const known = sources.get(key) ?? { path, isInput: false, named: false, folders: [] };
    sources.set(
      key,
      folder === undefined ? { ...known, named: true } : { ...known, folders: [...known.folders, folder] },
    );
  }
}
