import type { Diagnostic } from 'vscode-languageserver';
import type { Registry } from '../core/registry.ts';
import type { Locale } from '../core/rule.ts';
import { findOwnFile, MOST_OWN_BYTES, OWN_FILE, type OwnRegistry, readOwnFile } from '../registry/bundled.ts';
import { toFileDiagnostic } from './convert.ts';
import type { Look } from './messages.ts';

/** The files around documents, by URI. */
export interface Files {
  /** Never rejects; nothing is there for a URI this host cannot see. */
  look(uri: string): Promise<Look>;
  /** Rejects if the file cannot be read. */
  read(uri: string): Promise<Uint8Array>;
}

/** The registries of the folders that documents are in. */
export interface Registries {
  /** Undefined while the folder is looked through for the first time: `changed` is called when it is known. */
  of(uri: string): Registry | undefined;
  /** Looks through the folder of a document that was opened. */
  open(uri: string): void;
  /** Reads all files anew, and those that are said to have changed. */
  refresh(uris: readonly string[]): void;
  /** Faults of files to publish, again for all of them. */
  publish(): void;
}

interface Own extends OwnRegistry {
  /** Missing where the file could not be read. */
  readonly bytes?: Uint8Array;
}

/**
 * Keeps for each folder the base registry with the nearest own file laid over it (registry/README.md). Files are read
 * when a document is opened or a file changes, one after the other, and parsed only when their bytes are new; between
 * that `of` answers at once.
 */
export function keepRegistries(
  base: Registry,
  files: Files | undefined,
  locale: () => Locale,
  tell: {
    changed(concerns: (uri: string) => boolean): void;
    publish(uri: string, diagnostics: Diagnostic[]): void;
    failed(error: unknown): void;
  },
): Registries {
  const folders = new Map<string, Registry>();
  const known = new Map<string, Own>();
  let work = Promise.resolve();

  return {
    of(uri) {
      const folder = files && folderOf(uri);
      return folder === undefined ? base : folders.get(folder);
    },
    open(uri) {
      const folder = folderOf(uri);
      if (files && folder !== undefined) queue(() => learn(files, folder));
    },
    refresh(uris) {
      if (!files) return;
      for (const uri of new Set([...known.keys(), ...uris.filter(isOwnFile)])) queue(() => read(files, uri));
      for (const folder of folders.keys()) queue(() => learn(files, folder));
    },
    publish() {
      for (const [uri, own] of known) publish(uri, own);
    },
  };

  function queue(task: () => Promise<unknown>): void {
    work = work.then(task).then(undefined, tell.failed);
  }

  async function learn(files: Files, folder: string): Promise<void> {
    let registry = base;
    try {
      const file = await findOwnFile(folder, above, (uri) => files.look(uri));
      if (file !== undefined) registry = (await read(files, file)) ?? base;
    } finally {
      const before = folders.get(folder);
      folders.set(folder, registry);
      if (before !== registry) tell.changed((uri) => folderOf(uri) === folder);
    }
  }

  /** The registry of a file; undefined if there is no such file any more. */
  async function read(files: Files, uri: string): Promise<Registry | undefined> {
    const before = known.get(uri);
    const { kind, size = 0 } = await files.look(uri);
    if (kind === 'missing') {
      known.delete(uri);
      if (before) tell.publish(uri, []);
      return undefined;
    }
    const own =
      size > MOST_OWN_BYTES ? cannotUse(TOO_LARGE) : await files.read(uri).then(parse, () => cannotUse(UNREADABLE));
    known.set(uri, own);
    if (own !== before && (own.faults.length > 0 || before)) publish(uri, own);
    return own.registry;

    function parse(bytes: Uint8Array): Own {
      const same = before?.bytes?.length === bytes.length && before.bytes.every((byte, i) => byte === bytes[i]);
      return same ? before : { bytes, ...readOwnFile(base, bytes, uri) };
    }

    function cannotUse(saying: typeof UNREADABLE): Own {
      return before?.faults[0]?.vi === saying.vi
        ? before
        : { registry: base, faults: [{ file: uri, line: 1, column: 1, ...saying }] };
    }
  }

  function publish(uri: string, { bytes, faults }: Own): void {
    const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
    const diagnostics = faults.map((fault) => toFileDiagnostic(fault, lines[fault.line - 1] ?? '', locale()));
    tell.publish(uri, diagnostics);
  }
}

/** The folder of a file, with a slash at its end; undefined for a document in none, as a new one (untitled:1). */
function folderOf(uri: string): string | undefined {
  return URL.canParse('.', uri) ? new URL('.', uri).href : undefined;
}

function above(folder: string): string | undefined {
  const next = new URL('..', folder).href;
  return next === folder ? undefined : next;
}

function isOwnFile(uri: string): boolean {
  return uri.endsWith(`/${OWN_FILE}`);
}

const UNREADABLE = {
  vi: 'Không đọc được tệp này, nên các cơ quan trong tệp chưa được dùng; hãy kiểm tra quyền truy cập.',
  en: 'This file cannot be read, so its agencies are not used; check its access rights.',
};
const TOO_LARGE = {
  vi: 'Tệp này lớn hơn 1 MB, quá lớn so với một danh mục cơ quan, nên các cơ quan trong tệp chưa được dùng.',
  en: 'This file is larger than 1 MB, too large to be a list of agencies, so its agencies are not used.',
};
