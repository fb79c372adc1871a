#!/usr/bin/env node
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import {
  access,
  chmod,
  chown,
  constants,
  lstat,
  mkdir,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { glob } from 'tinyglobby';
import { main } from './main.ts';
import type { Entry, Ran, Unreadable, World } from './world.ts';

const world: World = {
  argv: process.argv.slice(2),
  environment: process.env,
  isTerminal: process.stdout.isTTY === true,
  width: process.stdout.columns,
  today: today(),
  host: { node: process.version, platform: `${process.platform} ${process.arch}` },
  resolve: (path) => resolve(path),
  relative: (folder, path) => {
    const way = relative(folder, path);
    return process.platform === 'win32' ? way.replaceAll('\\', '/') : way;
  },
  look,
  list: async (folder) => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file',
      }));
    } catch (error) {
      return unreadable(error);
    }
  },
  glob: async (pattern) => {
    const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
    const found = await glob(slashed, {
      ignore: ['**/node_modules/**', '**/.git/**'],
      onlyFiles: false,
      expandDirectories: false,
    });
    return found.map((path) => path.replace(/\/$/, ''));
  },
  read: (path, limit) => readStart(() => createReadStream(path, { end: limit - 1 }), limit),
  readInput: (limit) => readStart(() => process.stdin, limit),
  save,
  run,
  create,
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  startServer: async () => {
    const { startStdio } = await import('../server/node.ts');
    startStdio();
  },
};

// "chidao check | head": the reader has seen enough, which is no fault of the check.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
process.exitCode = await main(world);

async function look(path: string): Promise<Entry> {
  try {
    const entry = await stat(path);
    return entry.isDirectory() ? { kind: 'folder' } : { kind: 'file', size: entry.size };
  } catch (error) {
    const { code } = unreadable(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { kind: 'unreadable', code };
    return lstat(path).then(
      () => ({ kind: 'broken link' }),
      () => ({ kind: 'missing' }),
    );
  }
}

/** The stream is left once it gives more than the limit: it may be a device without end. */
async function readStart(open: () => Readable, limit: number): Promise<Uint8Array | Unreadable> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of open()) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= limit) break;
    }
  } catch (error) {
    return unreadable(error);
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

/** By way of a file beside it, so that whatever happens the old text or the new one is there, whole. */
async function save(path: string, text: string, mayBeNew = false): Promise<Unreadable | undefined> {
  let beside: string | undefined;
  try {
    if (mayBeNew && (await look(path)).kind === 'missing') {
      beside = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}.tmp`);
      await writeFile(beside, text, { flag: 'wx' });
      await rename(beside, path);
      return undefined;
    }
    const file = await realpath(path);
    await access(file, constants.W_OK);
    const entry = await stat(file);
    if (mayBeNew && !entry.isFile() && !entry.isDirectory()) {
      // A device or a pipe (/dev/null) takes what it is given.
      await writeFile(file, text);
      return undefined;
    }
    if (!entry.isFile()) return { kind: 'unreadable', code: entry.isDirectory() ? 'EISDIR' : 'EINVAL' };
    const { mode, uid, gid } = entry;
    beside = join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}.tmp`);
    await writeFile(beside, text, { flag: 'wx', mode });
    // Only who may give files away can keep another's file theirs.
    await chown(beside, uid, gid).catch(() => undefined);
    await chmod(beside, mode);
    await rename(beside, file);
    return undefined;
  } catch (error) {
    if (beside !== undefined) await rm(beside, { force: true }).catch(() => undefined);
    return unreadable(error);
  }
}

/** In English, for what went wrong is told by git's own words alone. */
function run(program: string, words: readonly string[], input = ''): Promise<Ran | Unreadable> {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  const options = { encoding: 'buffer', maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true, env } as const;
  return new Promise((done) => {
    const child = execFile(program, words, options, (error, out, err) => {
      if (error && typeof error.code !== 'number') done(unreadable(error));
      else done({ code: Number(error?.code ?? 0), out, err: err.toString() });
    });
    // It may end before it has read all.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

async function create(path: string, text: string): Promise<Unreadable | 'there' | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    return unreadable(error);
  }
  try {
    await writeFile(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const fault = unreadable(error);
    return fault.code === 'EEXIST' ? 'there' : fault;
  }
}

function unreadable(error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return { kind: 'unreadable', code };
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
