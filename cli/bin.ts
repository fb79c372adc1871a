#!/usr/bin/env node
import { isUtf8 } from 'node:buffer';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
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
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { glob } from 'tinyglobby';
import type { Examined, Job, Setup } from './examine.ts';
import { main } from './main.ts';
import type { Thread } from './pool.ts';
import type { Entry, Ran, Unreadable, World } from './world.ts';

/** Files that are being written, to be put in the place of others. */
const unfinished = new Set<string>();
/** Folders made for results, in which there may be none yet. */
const made = new Set<string>();

const world: World = {
  argv: process.argv.slice(2),
  environment: process.env,
  isTerminal: process.stdout.isTTY === true,
  isErrorTerminal: process.stderr.isTTY === true,
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
  read,
  readInput: (limit) => readStart(() => process.stdin, limit),
  save,
  run,
  create,
  store,
  remove: (path) => rm(path, { force: true }).catch(() => undefined),
  isUtf8,
  hash,
  // The names of all parts are hashes of what is in them, and stand in the first.
  program: hash(readFileSync(fileURLToPath(import.meta.url))),
  cores: availableParallelism(),
  startThread,
  rest: () => setImmediate(),
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
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  if (isMainThread) process.once(signal, () => stop(code));
}
if (isMainThread) process.exitCode = await main(world);
else await serve(workerData);

/** Ends at once and leaves nothing half-written. */
function stop(code: number): void {
  for (const file of unfinished) rmSync(file, { force: true });
  for (const folder of made) {
    try {
      rmdirSync(folder);
    } catch {
      // There is something in it.
    }
  }
  // The line of the progress, with "^C" in it.
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  process.exit(code);
}

interface Answer {
  readonly examined?: Examined;
  readonly error?: string;
}

/** A thread's side: examines one document after the other. */
async function serve(setup: Setup): Promise<void> {
  const { makeExaminer } = await import('./examine.ts');
  const { examine } = makeExaminer(world, setup);
  const answer = (answer: Answer) => parentPort?.postMessage(answer);
  parentPort?.on('message', (job: Job) => {
    examine(job).then(
      (examined) => answer({ examined }),
      (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
}

function startThread(setup: Setup): Thread<Job, Examined> {
  const worker = new Worker(new URL(import.meta.url), { workerData: setup });
  let waiting: { resolve(examined: Examined): void; reject(error: Error): void } | undefined;
  worker.on('message', ({ examined, error = '' }: Answer) => {
    if (examined) waiting?.resolve(examined);
    else waiting?.reject(new Error(error));
  });
  worker.on('error', (error) => waiting?.reject(error));
  worker.on('exit', () => waiting?.reject(new Error('the thread ended')));
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(job);
      }),
    end: () => void worker.terminate(),
  };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}

/** Without waiting: of a thousand files that takes a tenth of the time. */
async function look(path: string): Promise<Entry> {
  try {
    const entry = statSync(path);
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

async function read(path: string, limit: number): Promise<Uint8Array | Unreadable> {
  try {
    const entry = statSync(path);
    // What is no file (a pipe, a device) may have nothing to give yet; what has no size may give something (/proc).
    if (!entry.isFile() || entry.size === 0) return readStart(() => createReadStream(path, { end: limit - 1 }), limit);
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.allocUnsafe(Math.min(limit, entry.size + 1));
      let length = 0;
      for (let more = 1; more > 0 && length < bytes.length; length += more) {
        more = readSync(file, bytes, length, bytes.length - length, null);
      }
      return bytes.subarray(0, length);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return unreadable(error);
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
      beside = besideOf(path);
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
    beside = besideOf(file);
    await writeFile(beside, text, { flag: 'wx', mode });
    // Only who may give files away can keep another's file theirs.
    await chown(beside, uid, gid).catch(() => undefined);
    await chmod(beside, mode);
    await rename(beside, file);
    return undefined;
  } catch (error) {
    if (beside !== undefined) await rm(beside, { force: true }).catch(() => undefined);
    return unreadable(error);
  } finally {
    if (beside !== undefined) unfinished.delete(beside);
  }
}

function besideOf(file: string): string {
  const beside = join(dirname(file), `.${basename(file)}.${crypto.randomUUID()}.tmp`);
  unfinished.add(beside);
  return beside;
}

async function store(path: string, text: string): Promise<boolean> {
  const beside = besideOf(path);
  try {
    // Without waiting, so that the run cannot be ended between the two.
    if (mkdirSync(dirname(path), { recursive: true }) !== undefined) made.add(dirname(path));
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
    return true;
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
    return false;
  } finally {
    unfinished.delete(beside);
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
