import type { FileFault } from '../../core/registry-file.ts';
import { readAgencies } from '../../core/registry-file.ts';
import type { Locale, Rule } from '../../core/rule.ts';
import {
  familyWords,
  readSettings,
  type SettingsFile,
  settingsKeys,
  severityWords,
  yesWords,
} from '../../core/settings-file.ts';
import { MOST_BYTES, type WorkspaceFile } from '../../registry/workspace.ts';

/** What the files around a document decide, each setting with the file it comes from. */
export interface InEffect {
  readonly settingsFiles: readonly string[];
  readonly settings: readonly { readonly key: string; readonly value: string; readonly file: string }[];
  readonly agencyFiles: readonly { readonly file: string; readonly entries: number }[];
  readonly faults: readonly FileFault[];
}

/** `files` as they lie over one another: the nearest settings first (cli/workspaces.ts, `files`). */
export function readInEffect(
  files: ReadonlyMap<string, WorkspaceFile>,
  nameOf: (file: string) => string,
  rules: readonly Rule[],
  locale: Locale,
): InEffect {
  const settings: InEffect['settings'][number][] = [];
  const given = new Set<string>();
  const of = (kind: WorkspaceFile['kind']) => [...files].filter(([, file]) => file.kind === kind);
  for (const [path, file] of of('settings')) {
    const read = readSettings(textOf(file), path, rules).settings;
    const rows = [...rulesIn(read, rules, given, locale), ...othersIn(read, given, locale)];
    settings.push(...rows.map(([key, value]) => ({ key, value, file: nameOf(path) })));
  }
  return {
    settingsFiles: of('settings').map(([path]) => nameOf(path)),
    settings,
    agencyFiles: of('agencies').map(([path, file]) => ({
      file: nameOf(path),
      entries: readAgencies(textOf(file), path).agencies.length,
    })),
    faults: [...files].flatMap(([path, { faults }]) => faults.map((fault) => ({ ...fault, file: nameOf(path) }))),
  };
}

type Row = readonly [key: string, value: string];

/** The rules that no nearer file speaks of; a category all of one severity is one row. */
function rulesIn(read: SettingsFile, rules: readonly Rule[], given: Set<string>, locale: Locale): Row[] {
  const own = Object.entries(read.rules).filter(([id]) => !given.has(id));
  for (const [id] of own) given.add(id);
  const rows = new Map<string, Row>();
  for (const [id, severity] of own) {
    const category = id.slice(0, id.indexOf('/'));
    const all = rules.filter((rule) => rule.id.startsWith(`${category}/`));
    const isWhole =
      all.length > 1 && all.every((rule) => own.some(([each, at]) => each === rule.id && at === severity));
    const key = isWhole ? category : id;
    rows.set(key, [key, severityWords.find(({ en }) => en === severity)?.[locale] ?? severity]);
  }
  return [...rows.values()];
}

const ADDED: readonly (keyof SettingsFile)[] = ['holidays', 'workdays', 'registry'];

function othersIn(read: SettingsFile, given: Set<string>, locale: Locale): Row[] {
  const rows: Row[] = [];
  for (const { field, ...key } of settingsKeys) {
    const value = read[field];
    // What a file is based on is told by the list of files.
    if (field === 'rules' || field === 'extends' || value === undefined || (Array.isArray(value) && value.length === 0))
      continue;
    if (given.has(field) && !ADDED.includes(field)) continue;
    given.add(field);
    rows.push([key[locale], show(value, locale)]);
  }
  return rows;
}

function show(value: unknown, locale: Locale): string {
  if (Array.isArray(value)) return value.map((each) => show(each, locale)).join(', ');
  if (typeof value === 'object' && value !== null && 'path' in value) return `${value.path}`;
  const word = [...familyWords, ...yesWords].find(({ en }) => en === `${value}`);
  return word?.[locale] ?? `${value}`;
}

/** '' for a file that is not used at all, which its faults tell. */
function textOf({ bytes }: WorkspaceFile): string {
  if (!bytes || bytes.length > MOST_BYTES || bytes.includes(0)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
