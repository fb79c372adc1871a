import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Saying } from '../core/rule.ts';
import { isDraftBelow, keyOf, listDrafts, readDraftFile } from './draft-files.ts';
import type { Views } from './views.ts';
import type { Around, Files } from './workspaces.ts';

/**
 * So long after a keystroke, in milliseconds, no file is read and none checked again: what is being written comes first.
 * What others say of the words changes with each of them, so that waits for a real pause.
 */
const QUIET = { read: 700, check: 3000 };

/** The directives of folders as their files have them, beside those that are open. */
export interface Unopened {
  /** Is the view of a URI made from its file? */
  holds(uri: string): boolean;
  /**
   * Reads all drafts of the folders, checks them beside one another and from then on looks after their files. Where there
   * are more than `most` files the first are taken, or with `all` none; then `more`. `told` is given the part that is
   * done, from 0 to 1.
   */
  check(folders: readonly string[], most: number, options?: Options): Promise<{ more: boolean }>;
  /** Reads again the files of the documents concerned. */
  reread(concerns: (uri: string) => boolean): void;
  /** Checks a directive again when there is time: another document changed. */
  recheck(uri: string): void;
  /** An open document speaks for its file. */
  opened(uri: string): void;
  /** Its file speaks again, if that is looked after. */
  closed(uri: string): boolean;
  changed(events: readonly FileEvent[]): void;
  typed(): void;
}

interface Options {
  readonly all?: boolean;
  readonly told?: (part: number) => void;
  readonly stopped?: () => boolean;
}

/** Keeps the directives of folders that are not open in `views`, one file at a time between what the client asks. */
export function keepUnopened(
  files: Files | undefined,
  around: Around,
  views: Views,
  isOpen: (key: string) => boolean,
  tell: { unread(why: Saying): void; failed(error: unknown): void },
): Unopened {
  /** The files looked after, and those of them that have a view: URIs by key. */
  const known = new Map<string, string>();
  const held = new Set<string>();
  const toRead = new Set<string>();
  const toCheck = new Set<string>();
  let watched: readonly string[] = [];
  let lastTyped = Number.NEGATIVE_INFINITY;
  let work: Promise<void> | undefined;

  return {
    holds: (uri) => held.has(uri),
    check,
    reread(concerns) {
      for (const uri of known.values()) if (concerns(uri)) toRead.add(uri);
      void go();
    },
    recheck(uri) {
      toCheck.add(uri);
      void go();
    },
    opened(uri) {
      const own = known.get(keyOf(uri));
      if (own !== undefined && held.delete(own) && own !== uri) views.close(own);
    },
    closed(uri) {
      const own = known.get(keyOf(uri));
      if (own === undefined) return false;
      if (own === uri) held.add(own);
      else views.close(uri);
      toRead.add(own);
      void go();
      return true;
    },
    changed(events) {
      for (const event of events) follow(event);
      void go();
    },
    typed() {
      lastTyped = Date.now();
    },
  };

  async function check(folders: readonly string[], most: number, { all, told, stopped }: Options = {}) {
    if (!files) return { more: false };
    const { uris, more } = await listIn(folders, most);
    if (more && all) return { more };
    watched = folders;
    const keys = new Set(uris.map(keyOf));
    for (const key of [...known.keys()]) if (!keys.has(key)) forget(key);
    for (const uri of uris) take(uri);
    const count = 2 * uris.length;
    while (toRead.size + toCheck.size > 0) {
      if (stopped?.()) {
        toRead.clear();
        toCheck.clear();
      }
      told?.(Math.max(0, 1 - (2 * toRead.size + toCheck.size) / count));
      await Promise.race([go(), pause(100)]);
    }
    await go();
    return { more };
  }

  async function listIn(folders: readonly string[], most: number) {
    const uris: string[] = [];
    let more = false;
    for (const folder of folders) {
      const found = files ? await listDrafts(files, folder, most - uris.length) : { uris: [], more: false };
      uris.push(...found.uris);
      more ||= found.more;
    }
    return { uris, more };
  }

  function follow({ uri, type }: FileEvent): void {
    const key = keyOf(uri);
    if (type === FileChangeType.Deleted) {
      // Who removes or renames a folder is not told of the files in it.
      for (const each of [...known.keys()]) if (each === key || each.startsWith(`${key}/`)) forget(each);
    } else if (watched.some((folder) => isDraftBelow(folder, uri))) take(uri);
    else if (type === FileChangeType.Created && watched.some((folder) => isDraftBelow(folder, `${uri}/x.md`))) {
      listIn([uri], MOST_CREATED).then(({ uris }) => {
        uris.forEach(take);
        return go();
      }, tell.failed);
    }
  }

  function take(uri: string): void {
    const own = known.get(keyOf(uri)) ?? uri;
    known.set(keyOf(uri), own);
    toRead.add(own);
  }

  function forget(key: string): void {
    const uri = known.get(key);
    known.delete(key);
    if (uri === undefined) return;
    toRead.delete(uri);
    toCheck.delete(uri);
    if (held.delete(uri)) views.close(uri);
  }

  /** Does all there is to do, first what is to be read: a draft is checked when all its neighbours are known. */
  function go(): Promise<void> {
    work ??= run().finally(() => {
      work = undefined;
    });
    return work;
  }

  async function run(): Promise<void> {
    for (;;) {
      const due = lastTyped + (toRead.size > 0 ? QUIET.read : QUIET.check);
      await pause(Math.max(0, Math.min(QUIET.read, due - Date.now())));
      if (Date.now() < due) continue;
      const [uri] = toRead.size > 0 ? toRead : toCheck;
      if (uri === undefined) return;
      try {
        if (toRead.has(uri)) await read(uri);
        else {
          toCheck.delete(uri);
          views.check(uri);
        }
      } catch (error) {
        tell.failed(error);
      }
    }
  }

  async function read(uri: string): Promise<void> {
    const key = keyOf(uri);
    if (around.of(uri) === undefined) await around.open(uri);
    toRead.delete(uri);
    if (!files || isOpen(key)) return;
    const text = await readDraftFile(files, uri);
    // Opened or removed meanwhile.
    if (isOpen(key) || !known.has(key)) return;
    if (typeof text === 'string') {
      held.add(uri);
      if (views.put(TextDocument.create(uri, 'markdown', 0, text))) toCheck.add(uri);
      else held.delete(uri);
      return;
    }
    if (text) tell.unread(text);
    if (held.delete(uri)) views.close(uri);
    if (!text) known.delete(key);
  }
}

/** Files taken from a folder that has just come into being. */
const MOST_CREATED = 500;

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
