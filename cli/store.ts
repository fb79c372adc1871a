import type { World } from './world.ts';

/**
 * Results kept by the content they were made from, in this run and, where there is a folder, for the next ones. A key
 * says all that its value depends on, so nothing is ever out of date, only no longer asked for.
 */
export interface Store {
  /** The value as it was put; undefined for none and for one that was damaged. */
  get<T>(key: string): T | undefined;
  put(key: string, value: unknown): void;
  /** Puts a value that is kept for the next runs only if this one asks for it. */
  offer(key: string, value: unknown): void;
  /** Writes what is new into the folder, unless nothing is. False where the folder cannot be written. */
  keep(): Promise<boolean>;
}

/** Packs are joined when there are so many. */
const MOST_PACKS = 8;
/** What this run did not ask for is kept up to so many bytes, the newest first. */
const MOST_UNUSED = 32 * 1024 * 1024;
/** No pack is larger; a larger one was not written here. */
const MOST_BYTES = 1024 * 1024 * 1024;
const PACK_NAME = /^[\w-]+\.pack$/;

/** What backup programs look for (https://bford.info/cachedir/), and git. */
const NOTES = {
  '.gitignore': '*\n',
  'CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n# Kept by chidao; may be removed at any time.\n',
};

interface Line {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Opens the results kept in a folder; without one they last as long as the run. The folder holds packs: files that are
 * written whole under a name of their own and never changed, so that runs at the same time cannot disturb one another.
 * A pack has a line for the program that wrote it, then of each value its key, the hash of its JSON, and its JSON.
 */
export async function openStore(world: World, folder: string | undefined): Promise<Store> {
  const { hash, program = '' } = world;
  const head = `chidao 1 ${program}`;
  const decoder = new TextDecoder();
  const lines = new Map<string, Line>();
  const values = new Map<string, unknown>();
  const used = new Set<string>();
  const fresh = new Set<string>();
  const offered = new Set<string>();
  const packs = folder === undefined ? [] : await readPacks(folder);

  return {
    get<T>(key: string): T | undefined {
      const line = lines.get(key);
      if (line && !values.has(key)) values.set(key, read(line));
      const value = values.get(key);
      if (value === undefined) return undefined;
      used.add(key);
      if (offered.delete(key)) fresh.add(key);
      return value as T;
    },
    put(key, value) {
      values.set(key, value);
      fresh.add(key);
    },
    offer(key, value) {
      values.set(key, value);
      offered.add(key);
    },
    async keep() {
      if (folder === undefined || fresh.size === 0) return true;
      for (const [name, text] of Object.entries(NOTES)) {
        if (
          (await world.look(`${folder}/${name}`)).kind === 'missing' &&
          !(await world.store(`${folder}/${name}`, text))
        )
          return false;
      }
      const joins = packs.length + 1 >= MOST_PACKS;
      const parts = [`${head}\n`, ...freshLines(), ...(joins ? oldLines() : [])];
      if (!(await world.store(`${folder}/${crypto.randomUUID()}.pack`, parts.join('')))) return false;
      for (const { path, own } of packs) if (joins || !own) await world.remove(path);
      return true;
    },
  };

  function freshLines(): string[] {
    return [...fresh].map((key) => {
      const json = JSON.stringify(values.get(key));
      return `${key}\t${hash(json)}\t${json}\n`;
    });
  }

  async function readPacks(folder: string) {
    const listed = await world.list(folder);
    const found: { path: string; own: boolean }[] = [];
    for (const { name, kind } of 'kind' in listed ? [] : listed) {
      if (kind !== 'file' || !PACK_NAME.test(name)) continue;
      const path = `${folder}/${name}`;
      const bytes = await world.read(path, MOST_BYTES);
      if (!(bytes instanceof Uint8Array)) continue;
      found.push({ path, own: readPack(bytes) });
    }
    return found;
  }

  /** Takes in the lines of a pack, unless another program wrote it. */
  function readPack(bytes: Uint8Array): boolean {
    let start = bytes.indexOf(10) + 1;
    if (decoder.decode(bytes.subarray(0, Math.max(0, start - 1))) !== head) return false;
    for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
      const tab = bytes.indexOf(9, start);
      if (tab >= 0 && tab < end) {
        const key = decoder.decode(bytes.subarray(start, tab));
        lines.set(key, { key, bytes: bytes.subarray(tab + 1, end) });
      }
      start = end + 1;
    }
    return true;
  }

  function read({ bytes }: Line): unknown {
    const tab = bytes.indexOf(9);
    const json = bytes.subarray(tab + 1);
    if (tab < 0 || hash(json) !== decoder.decode(bytes.subarray(0, tab))) return undefined;
    return JSON.parse(decoder.decode(json));
  }

  /** The lines that this run used, and of the others as many as there is room for. */
  function oldLines(): string[] {
    let room = MOST_UNUSED;
    return [...lines.values()].reverse().flatMap(({ key, bytes }) => {
      if (fresh.has(key)) return [];
      if (!used.has(key)) {
        room -= bytes.length;
        if (room < 0) return [];
      }
      return [`${key}\t${decoder.decode(bytes)}\n`];
    });
  }
}
