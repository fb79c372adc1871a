import picomatch from 'picomatch';
import { makeRegistry, type Registry } from '../core/registry.ts';
import { type FileFault, mergeAgencies, readAgencies } from '../core/registry-file.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { type NamedFile, NO_SETTINGS, readSettings, type SettingsFile } from '../core/settings-file.ts';
import type { Saying } from '../core/yaml.ts';

/** Where a folder keeps agencies of its own, and its settings. */
export const OWN_FILE = '.chidao/agencies.yaml';
export const SETTINGS_FILE = '.chidao.yaml';

/** Some seven thousand agencies. */
export const MOST_BYTES = 1024 * 1024;
const MOST_EXTENDS = 10;

/** The files around documents. Folders end in a slash. */
export interface Reader {
  look(path: string): Promise<{ readonly kind: string }>;
  /** At least `MOST_BYTES + 1` bytes of a longer file, or why there are none: one sentence that names the file. */
  read(path: string): Promise<Uint8Array | Saying>;
  /** Undefined at the root. */
  above(folder: string): string | undefined;
  /** What a file names by a path from its folder. */
  resolve(file: string, path: string): string;
  /** A path as people write it, with slashes. */
  nameOf(path: string): string;
}

/** What the files of a folder and those above it say to its documents. */
export interface Workspace {
  readonly registry: Registry;
  readonly settings: Settings;
  /** The folder whose documents see each other: of the settings file, else of the repository, else ''. */
  readonly root: string;
  /** The settings file, where there is one. */
  readonly file?: string;
  /** Do the settings count a file below `root` among the drafts? */
  readonly covers: (file: string) => boolean;
  /** Do they name it a directive, whatever it looks like? */
  readonly names: (file: string) => boolean;
  /** The files that decided all this, in the order in which each is laid over those before it. */
  readonly files: readonly string[];
}

/** A file as it was last read: `bytes` are missing where it could not be. Faults in the order of the file. */
export interface WorkspaceFile {
  readonly kind: 'agencies' | 'settings';
  readonly bytes?: Uint8Array;
  readonly faults: readonly FileFault[];
}

export interface Workspaces {
  /** Never rejects for a fault of a file: the good part is used. */
  of(folder: string): Promise<Workspace>;
  /** Reads a file for its faults, whether or not a document uses it. */
  inspect(file: string): Promise<void>;
  /** Looks for all files and reads them anew when asked next; of what did not change the same values are given. */
  forget(): void;
  /** The files read since then. */
  files(): ReadonlyMap<string, WorkspaceFile>;
}

type Merged = Omit<SettingsFile, 'registry' | 'extends'> & {
  readonly files: readonly string[];
  readonly registry: readonly { readonly file: string; readonly named: NamedFile; readonly by: string }[];
};

/** What holds where no files are read: the built-in settings and the agencies given. */
export function bareWorkspace(registry: Registry): Workspace {
  return { registry, settings: DEFAULT_SETTINGS, root: '', covers: () => true, names: () => false, files: [] };
}

/**
 * Finds and reads what is decided for folders (registry/README.md, docs/settings.md): the nearest settings file with
 * those it is based on, and over the agencies of `base` those of the settings and the nearest own file.
 */
export function keepWorkspaces(base: Registry, rules: readonly { readonly id: string }[], reader: Reader): Workspaces {
  const given = new Map<string, { readonly key: string; readonly workspace: Workspace }>();
  const layers = new WeakMap<Registry, Map<string, { bytes: Uint8Array; own: OwnRegistry }>>();
  let looks = new Map<string, Promise<{ readonly kind: string }>>();
  let folders = new Map<string, Promise<Workspace>>();
  let files = new Map<string, Promise<Read>>();
  let found = new Map<string, { kind: WorkspaceFile['kind']; bytes?: Uint8Array; faults: Map<string, FileFault> }>();

  return {
    of: (folder) => once(folders, folder, find),
    async inspect(file) {
      if ((await look(file)).kind === 'missing') return;
      if (isSettings(file)) await settingsIn(file, []);
      else await layer(base, file);
    },
    forget() {
      [looks, folders, files, found] = [new Map(), new Map(), new Map(), new Map()];
    },
    files() {
      const inOrder = (a: FileFault, b: FileFault) =>
        (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
      return new Map(
        [...found].map(([file, { faults, ...rest }]) => [
          file,
          { ...rest, faults: [...faults.values()].sort(inOrder) },
        ]),
      );
    },
  };

  function look(path: string) {
    return once(looks, path, reader.look);
  }

  /** The nearest files in a folder and those above it; a folder with `.git` is the last one searched. */
  async function find(folder: string): Promise<Workspace> {
    const isThere = async (path: string) => !['missing', 'unreadable'].includes((await look(path)).kind);
    let settings: string | undefined;
    let agencies: string | undefined;
    let root = '';
    for (let at: string | undefined = folder; at !== undefined; at = reader.above(at)) {
      if (settings === undefined && (await isThere(at + SETTINGS_FILE))) {
        settings = at + SETTINGS_FILE;
        root = at;
      }
      // What cannot be read inside a folder that is there is a fault to tell, not a reason to search on.
      const own = at + OWN_FILE;
      if (agencies === undefined && (await isThere(`${at}.chidao`)) && (await look(own)).kind !== 'missing') {
        agencies = own;
      }
      if (settings !== undefined && agencies !== undefined) break;
      if (await isThere(`${at}.git`)) {
        root ||= at;
        break;
      }
    }
    const merged =
      settings === undefined ? { ...NO_SETTINGS, registry: [], files: [] } : await settingsIn(settings, []);
    let registry = base;
    for (const { file, named, by } of merged.registry) {
      if ((await look(file)).kind === 'missing') report(by, { ...named.place, ...sayMissing(named.path) });
      else registry = await layer(registry, file);
    }
    if (agencies !== undefined) registry = await layer(registry, agencies);
    const files = [
      ...merged.files,
      ...merged.registry.map(({ file }) => file),
      ...(agencies === undefined ? [] : [agencies]),
    ];
    const key = JSON.stringify([root, merged, files]);
    const before = given.get(folder);
    if (before?.key === key && before.workspace.registry === registry) return before.workspace;
    const nameOf = (file: string) => reader.nameOf(file.slice(root.length));
    const workspace = {
      registry,
      settings: toSettings(merged),
      root,
      ...(settings !== undefined && { file: settings }),
      covers: coveredBy(merged, nameOf),
      names: matching(merged.directives ?? [], nameOf),
      files,
    };
    given.set(folder, { key, workspace });
    return workspace;
  }

  async function settingsIn(file: string, below: readonly string[]): Promise<Merged> {
    const { text } = await read(file, 'settings');
    const { settings, faults } = readSettings(text, file, rules);
    for (const fault of faults) report(file, fault);
    const { extends: named, registry, ...rest } = settings;
    const own = {
      ...rest,
      files: [file],
      registry: registry.map((each) => ({ file: reader.resolve(file, each.path), named: each, by: file })),
    };
    if (!named) return own;
    const next = reader.resolve(file, named.path);
    const trail = [...below, file];
    const wrong = trail.includes(next)
      ? { vi: `“${named.path}” lại dựa trên chính tệp này.`, en: `"${named.path}" is based on this file itself.` }
      : trail.length >= MOST_EXTENDS
        ? { vi: 'Quá nhiều tệp dựa trên nhau.', en: 'Too many files are based on one another.' }
        : (await look(next)).kind === 'missing'
          ? sayMissing(named.path)
          : undefined;
    if (!wrong) return merge(await settingsIn(next, trail), own);
    report(file, { ...named.place, ...wrong });
    return own;
  }

  /** The registry with the entries of a file laid over it. */
  async function layer(under: Registry, file: string): Promise<Registry> {
    const { text, bytes } = await read(file, 'agencies');
    if (!bytes) return under;
    const known = layers.get(under) ?? new Map<string, { bytes: Uint8Array; own: OwnRegistry }>();
    layers.set(under, known);
    let kept = known.get(file);
    if (!kept || !isSame(kept.bytes, bytes)) {
      kept = { bytes, own: layOver(under, text, file) };
      known.set(file, kept);
    }
    for (const fault of kept.own.faults) report(file, fault);
    return kept.own.registry;
  }

  /** The text of a file, '' where it cannot be used: then the reason is reported. */
  function read(file: string, kind: WorkspaceFile['kind']): Promise<Read> {
    return once(files, file, async () => {
      const bytes = await reader.read(file);
      if (!(bytes instanceof Uint8Array)) {
        found.set(file, { kind, faults: new Map() });
        report(file, bytes);
        return { text: '' };
      }
      found.set(file, { kind, bytes, faults: new Map() });
      const text = new TextDecoder().decode(bytes);
      const fault = bytes.length > MOST_BYTES ? { line: 1, column: 1, ...TOO_LARGE } : faultOfText(text, bytes);
      if (!fault) return { text, bytes };
      report(file, fault);
      return { text: '' };
    });
  }

  function report(file: string, fault: Omit<FileFault, 'file'>): void {
    found.get(file)?.faults.set(`${fault.line}:${fault.column} ${fault.vi}`, { ...fault, file });
  }
}

interface Read {
  readonly text: string;
  /** Missing where the file cannot be used. */
  readonly bytes?: Uint8Array;
}

interface OwnRegistry {
  readonly registry: Registry;
  readonly faults: readonly FileFault[];
}

function layOver(base: Registry, text: string, file: string): OwnRegistry {
  const read = readAgencies(text, file);
  if (read.agencies.length === 0) return { registry: base, faults: read.faults };
  const merged = mergeAgencies([...base.agencies.values()], read.agencies, file);
  return { registry: makeRegistry(merged.agencies), faults: [...read.faults, ...merged.faults] };
}

function merge(base: Merged, own: Merged): Merged {
  return {
    ...base,
    ...own,
    rules: { ...base.rules, ...own.rules },
    holidays: [...base.holidays, ...own.holidays],
    workdays: [...base.workdays, ...own.workdays],
    registry: [...base.registry, ...own.registry],
    files: [...base.files, ...own.files],
  };
}

function toSettings({ rules, profile, ready = false, holidays, workdays }: Merged): Settings {
  return {
    ...DEFAULT_SETTINGS,
    rules,
    ready,
    ...(profile && { profile }),
    holidays: { off: holidays, worked: workdays },
  };
}

function coveredBy({ include, exclude }: Merged, nameOf: (file: string) => string): Workspace['covers'] {
  if (!include && !exclude) return () => true;
  const isIn = include ? matching(include, nameOf) : () => true;
  const isOut = matching(exclude ?? [], nameOf);
  return (file) => isIn(file) && !isOut(file);
}

/** Does a pattern fit the name of a file? A name alone stands for what bears it at any depth; a folder for all in it. */
export function matching(
  patterns: readonly string[],
  nameOf: (file: string) => string = (file) => file,
): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  const forms = patterns.map((pattern) => pattern.normalize('NFC').replace(/^\.\/|\/+$/g, ''));
  const all = forms.map((form) => (form.includes('/') ? form : `**/${form}`)).flatMap((form) => [form, `${form}/**`]);
  const fits = picomatch(all, { dot: true, noextglob: true, windows: false });
  return (file) => fits(nameOf(file).normalize('NFC'));
}

/** Where a text stops to be UTF-8; undefined for a text. */
function faultOfText(text: string, bytes: Uint8Array): Omit<FileFault, 'file'> | undefined {
  const broken = /[\0\ufffd]/.exec(text);
  if (!broken || (!text.includes('\0') && isUtf8(bytes))) return undefined;
  const lines = text.slice(0, broken.index).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, ...NOT_UTF8 };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function isSettings(file: string): boolean {
  return file.endsWith(`/${SETTINGS_FILE}`);
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: (key: string) => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

function sayMissing(path: string): Saying {
  return { vi: `Không có tệp “${path}”.`, en: `There is no file "${path}".` };
}

const NOT_UTF8: Saying = {
  vi: 'Từ chỗ này tệp không phải văn bản UTF-8, nên nội dung tệp chưa được dùng; hãy lưu lại với mã hóa UTF-8.',
  en: 'From here the file is not UTF-8 text, so what it says is not used; save it as UTF-8.',
};
export const TOO_LARGE: Saying = {
  vi: 'Tệp này lớn hơn 1 MB, quá lớn so với một tệp cài đặt hay danh mục cơ quan, nên chưa được dùng.',
  en: 'This file is larger than 1 MB, too large for settings or a list of agencies, so it is not used.',
};
