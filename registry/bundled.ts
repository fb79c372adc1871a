import { makeRegistry, type Registry } from '../core/registry.ts';
import { type Agency, mergeAgencies, type RegistryFault, readAgencies } from '../core/registry-file.ts';
import { bundledAgencies, departments } from './index.ts';

/** Departments of provinces as agencies: one entry stands for the department of that name in every province. */
const departmentAgencies: readonly Agency[] = departments.map((department) => {
  const successor = departments.find((other) => other.name === department.successor);
  return {
    id: idOf(department.name),
    name: department.name,
    abbreviations: [],
    aliases: department.aliases,
    bareNames: [],
    kind: 'department',
    ...(department.endedBy !== undefined && { validTo: dayBefore(department.endedBy) }),
    successors: successor ? [idOf(successor.name)] : [],
  };
});

/** The registry every host starts from. */
export const bundledRegistry: Registry = makeRegistry([...bundledAgencies, ...departmentAgencies]);

/** Where a folder keeps agencies of its own. */
export const OWN_FILE = '.chidao/agencies.yaml';

/** Some seven thousand agencies. */
export const MOST_OWN_BYTES = 1024 * 1024;

export interface OwnRegistry {
  readonly registry: Registry;
  /** In the order of the file; the good entries are in the registry all the same. */
  readonly faults: readonly RegistryFault[];
}

/** Lays the entries of an own file over a registry. Never throws; a file that is no text leaves the registry as it is. */
export function readOwnFile(base: Registry, bytes: Uint8Array, file: string): OwnRegistry {
  const text = new TextDecoder().decode(bytes);
  const broken = /[\0\ufffd]/.exec(text);
  if (broken && (text.includes('\0') || !isUtf8(bytes))) {
    const lines = text.slice(0, broken.index).split('\n');
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    return { registry: base, faults: [{ file, ...place, ...NOT_UTF8 }] };
  }
  const read = readAgencies(text, file);
  if (read.agencies.length === 0) return { registry: base, faults: read.faults };
  const merged = mergeAgencies([...base.agencies.values()], read.agencies, file);
  const faults = [...read.faults, ...merged.faults].sort((a, b) => a.line - b.line || a.column - b.column);
  return { registry: makeRegistry(merged.agencies), faults };
}

/**
 * The nearest own file in the folder of a document or a folder above it; a folder with `.git` is the last one searched.
 * Folders end in a slash; `above` gives undefined at the root. Folders that may not be looked into have none.
 */
export async function findOwnFile(
  folder: string,
  above: (folder: string) => string | undefined,
  look: (path: string) => Promise<{ readonly kind: string }>,
): Promise<string | undefined> {
  const isThere = async (path: string) => !['missing', 'unreadable'].includes((await look(path)).kind);
  for (let at: string | undefined = folder; at !== undefined; at = above(at)) {
    // What cannot be read inside a folder that is there is a fault to tell, not a reason to search on.
    const file = at + OWN_FILE;
    if ((await isThere(`${at}.chidao`)) && (await look(file)).kind !== 'missing') return file;
    if (await isThere(`${at}.git`)) return undefined;
  }
  return undefined;
}

const NOT_UTF8 = {
  vi: 'Từ chỗ này tệp không phải văn bản UTF-8, nên các cơ quan trong tệp chưa được dùng; hãy lưu lại với mã hóa UTF-8.',
  en: 'From here the file is not UTF-8 text, so its agencies are not used; save it as UTF-8.',
};

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}

function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
