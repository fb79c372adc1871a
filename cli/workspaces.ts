import type { Registry } from '../core/registry.ts';
import type { Rule, Saying } from '../core/rule.ts';
import {
  bareWorkspace,
  keepWorkspaces,
  MOST_BYTES,
  type Workspace,
  type WorkspaceFile,
} from '../registry/workspace.ts';
import { faults } from './messages.ts';
import type { World } from './world.ts';

/** What the files around documents say to them. */
export interface Around {
  of(path: string): Promise<Workspace>;
  /** Is a file of a folder asked for one of the drafts there? */
  covers(path: string): Promise<boolean>;
  /** Reads a file for its faults, whether or not a document uses it. */
  inspect(path: string): Promise<void>;
  /**
   * The files read, by their whole names: of one folder the nearest settings first, then those they are based on, then
   * agencies, each laid over those before.
   */
  files(): ReadonlyMap<string, WorkspaceFile>;
  /** As people know a file. */
  nameOf(file: string): string;
  /** What is wrong with the files read. */
  faults(): readonly Saying[];
}

/** Reads the files through the world, each once; none with `config` false. */
export function readAround(world: World, rules: readonly Pick<Rule, 'id'>[], config: boolean, base: Registry): Around {
  const here = resolveFolder('.');
  const nameOf = (file: string) => (file.startsWith(here) ? file.slice(here.length) : file);
  if (!config) {
    const bare = bareWorkspace(base);
    return {
      of: async () => bare,
      covers: async () => true,
      inspect: async () => {},
      files: () => new Map(),
      nameOf,
      faults: () => [],
    };
  }
  const workspaces = keepWorkspaces(base, rules, {
    look: world.look,
    async read(file) {
      if ((await world.look(file)).kind === 'broken link') return faults.brokenLink(nameOf(file));
      const bytes = await world.read(file, MOST_BYTES + 1);
      return bytes instanceof Uint8Array ? bytes : faults.unreadable(nameOf(file), bytes.code);
    },
    above(folder) {
      const next = resolveFolder(`${folder}..`);
      return next === folder ? undefined : next;
    },
    resolve: (file, path) => world.resolve(`${file}/../${path}`),
    nameOf: (path) => path.replaceAll('\\', '/'),
  });
  // Standard input is known by a name alone, which puts it in the current folder.
  const of = (path: string) => workspaces.of(resolveFolder(`${path}/..`));
  return {
    of,
    covers: async (path) => (await of(path)).covers(world.resolve(path)),
    inspect: (path) => workspaces.inspect(world.resolve(path)),
    files: workspaces.files,
    nameOf,
    faults: () =>
      [...workspaces.files()].flatMap(([file, { faults: found }]) =>
        found.map((fault) => (fault.line === undefined ? fault : faults.inFile(nameOf(file), fault))),
      ),
  };

  function resolveFolder(path: string): string {
    return world.resolve(path).replace(/[^\\/]$/, '$&/');
  }
}
