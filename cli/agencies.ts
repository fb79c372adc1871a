import type { Registry } from '../core/registry.ts';
import type { Saying } from '../core/rule.ts';
import { bundledRegistry, findOwnFile, MOST_OWN_BYTES, readOwnFile } from '../registry/bundled.ts';
import { faults } from './messages.ts';
import type { Entry, World } from './world.ts';

/**
 * Gives each document the registry of its folder: the bundled agencies, and over them the nearest
 * `.chidao/agencies.yaml` (registry/README.md). A file is read once, and what is wrong with it told once.
 */
export function registriesIn(world: World, tell: (fault: Saying) => void): (path: string) => Promise<Registry> {
  const entries = new Map<string, Promise<Entry>>();
  const folders = new Map<string, Promise<Registry>>();
  const files = new Map<string, Promise<Registry>>();
  const look = (path: string) => once(entries, path, world.look);

  // Standard input is known by a name alone, which puts it in the current folder.
  return (path) => once(folders, resolveFolder(`${path}/..`), find);

  async function find(folder: string): Promise<Registry> {
    const file = await findOwnFile(folder, above, look);
    return file === undefined ? bundledRegistry : once(files, file, read);
  }

  async function read(file: string): Promise<Registry> {
    const here = resolveFolder('.');
    const path = file.startsWith(here) ? file.slice(here.length) : file;
    const fail = (fault: Saying) => {
      tell(fault);
      return bundledRegistry;
    };
    const entry = await look(file);
    if (entry.kind === 'broken link') return fail(faults.brokenLink(path));
    const bytes = await world.read(file, MOST_OWN_BYTES + 1);
    if (!(bytes instanceof Uint8Array)) return fail(faults.unreadable(path, bytes.code));
    if (bytes.length > MOST_OWN_BYTES) return fail(faults.agenciesTooLarge(path));
    const own = readOwnFile(bundledRegistry, bytes, path);
    for (const fault of own.faults) tell(faults.inFile(path, fault));
    return own.registry;
  }

  function above(folder: string): string | undefined {
    const next = resolveFolder(`${folder}..`);
    return next === folder ? undefined : next;
  }

  function resolveFolder(path: string): string {
    return world.resolve(path).replace(/[^\\/]$/, '$&/');
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: (key: string) => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}
