import type { Diagnostic } from 'vscode-languageserver';
import type { Registry } from '../core/registry.ts';
import type { Locale, Rule } from '../core/rule.ts';
import type { Listed, Look } from '../protocol/messages.ts';
import {
  bareWorkspace,
  isSettings,
  keepWorkspaces,
  MOST_BYTES,
  OWN_FILE,
  TOO_LARGE,
  type Workspace,
  type WorkspaceFile,
} from '../registry/workspace.ts';
import { toFileDiagnostic } from './convert.ts';

/** The files around documents, by URI. */
export interface Files {
  /** Never rejects; nothing is there for a URI this host cannot see. */
  look(uri: string): Promise<Look>;
  /** Rejects if the file cannot be read. */
  read(uri: string): Promise<Uint8Array>;
  /** Never rejects; nothing is listed of a folder that cannot be read. */
  list(uri: string): Promise<readonly Listed[]>;
}

/** What the folders that documents are in decide for them. */
export interface Around {
  /** Undefined while the folder is looked through for the first time: `changed` is called when it is known. */
  of(uri: string): Workspace | undefined;
  /** Looks through the folder of a document; done when it is known. */
  open(uri: string): Promise<void>;
  /** Reads all files anew, and those that are said to have changed. */
  refresh(uris: readonly string[]): void;
  /** Faults of files to publish, again for all of them. */
  publish(): void;
}

/**
 * Keeps what the files around each folder say (registry/workspace.ts). They are read when a document is opened or a file
 * changes, one after the other; between that `of` answers at once.
 */
export function keepAround(
  base: Registry,
  rules: readonly Rule[],
  files: Files | undefined,
  locale: () => Locale,
  tell: {
    changed(concerns: (uri: string) => boolean): void;
    publish(uri: string, diagnostics: Diagnostic[]): void;
    failed(error: unknown): void;
  },
): Around {
  const bare = bareWorkspace(base);
  const workspaces = files && keepWorkspaces(base, rules, readerOf(files));
  const folders = new Map<string, Workspace>();
  const known = new Map<string, WorkspaceFile>();
  let work = Promise.resolve();

  return {
    of(uri) {
      const folder = workspaces && folderOf(uri);
      return folder === undefined ? bare : folders.get(folder);
    },
    open(uri) {
      const folder = workspaces && folderOf(uri);
      if (folder === undefined) return Promise.resolve();
      return queue(async () => {
        workspaces?.forget();
        await learn(folder);
        show();
      });
    },
    refresh(uris) {
      const isRead = (uri: string) => known.has(uri) || isSettings(uri) || /\/\.chidao(?:\/agencies\.yaml)?$/.test(uri);
      if (!workspaces || !uris.some(isRead)) return;
      void queue(async () => {
        workspaces.forget();
        const named = uris.filter((uri) => isSettings(uri) || uri.endsWith(`/${OWN_FILE}`));
        for (const folder of folders.keys()) await learn(folder);
        for (const uri of new Set([...known.keys(), ...named])) {
          if (!workspaces.files().has(uri)) await workspaces.inspect(uri);
        }
        show();
        for (const [uri, { faults }] of known) {
          if (workspaces.files().has(uri)) continue;
          known.delete(uri);
          if (faults.length > 0) tell.publish(uri, []);
        }
      });
    },
    publish() {
      for (const [uri, file] of known) publish(uri, file);
    },
  };

  function queue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).then(undefined, tell.failed);
    return work;
  }

  async function learn(folder: string): Promise<void> {
    const before = folders.get(folder);
    let workspace = bare;
    try {
      workspace = (await workspaces?.of(folder)) ?? bare;
    } finally {
      folders.set(folder, workspace);
      if (before !== workspace) tell.changed((uri) => folderOf(uri) === folder);
    }
  }

  /** Publishes the faults of files that are not those told before. */
  function show(): void {
    for (const [uri, file] of workspaces?.files() ?? []) {
      const before = known.get(uri)?.faults ?? [];
      known.set(uri, file);
      if (JSON.stringify(before) !== JSON.stringify(file.faults)) publish(uri, file);
    }
  }

  function publish(uri: string, { kind, bytes, faults }: WorkspaceFile): void {
    const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
    const diagnostics = faults.map((fault) =>
      toFileDiagnostic(fault, lines[(fault.line ?? 1) - 1] ?? '', kind, locale()),
    );
    tell.publish(uri, diagnostics);
  }
}

function readerOf(files: Files): Parameters<typeof keepWorkspaces>[2] {
  return {
    look: (uri) => files.look(uri),
    async read(uri) {
      const { kind, size = 0 } = await files.look(uri);
      if (kind !== 'file') return UNREADABLE;
      return size > MOST_BYTES ? TOO_LARGE : files.read(uri).catch(() => UNREADABLE);
    },
    above(folder) {
      const next = new URL('..', folder).href;
      return next === folder ? undefined : next;
    },
    resolve: (file, path) => new URL(path.split('/').map(encodeURIComponent).join('/'), file).href,
    nameOf(uri) {
      try {
        return decodeURIComponent(uri);
      } catch {
        return uri;
      }
    },
  };
}

/** The folder of a file, with a slash at its end; undefined for a document in none, as a new one (untitled:1). */
function folderOf(uri: string): string | undefined {
  return URL.canParse('.', uri) ? new URL('.', uri).href : undefined;
}

const UNREADABLE = {
  vi: 'Không đọc được tệp này, nên nội dung tệp chưa được dùng; hãy kiểm tra quyền truy cập.',
  en: 'This file cannot be read, so what it says is not used; check its access rights.',
};
