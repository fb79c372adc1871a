import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { bundledRegistry, registryDate } from '../registry/bundled.ts';
import { startServer, type World } from './server.ts';
import { today } from './today.ts';
import type { Files } from './workspaces.ts';

const world: World = {
  today,
  registry: bundledRegistry,
  registryDate,
  files: { look, list, read: (uri) => readFile(fileURLToPath(uri)) },
  locale: 'vi',
};

/** Serves the editor that started this process with an IPC channel. */
export function startIpc(): void {
  if (!process.send) {
    console.error('Chương trình này do trình soạn thảo khởi động. Trên dòng lệnh, dùng: chidao lsp --stdio');
    process.exitCode = 2;
    return;
  }
  startServer(createConnection(new IPCMessageReader(process), new IPCMessageWriter(process)), world);
}

/** Serves any editor over standard input and output. */
export function startStdio(): void {
  // What a library prints must not come between the messages of the protocol.
  Object.assign(console, { log: console.error, info: console.error, debug: console.error });
  startServer(createConnection(process.stdin, process.stdout), world);
}

async function look(uri: string): ReturnType<Files['look']> {
  try {
    const entry = await stat(fileURLToPath(uri));
    if (entry.isDirectory()) return { kind: 'folder' };
    // A device may have no end.
    return entry.isFile() ? { kind: 'file', size: entry.size } : { kind: 'unreadable' };
  } catch (error) {
    // No path of this system, or nothing at the path.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: /^(?:ENOENT|ENOTDIR|ERR_.*)$/.test(code) ? 'missing' : 'unreadable' };
  }
}

async function list(uri: string): ReturnType<Files['list']> {
  try {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file',
    }));
  } catch {
    return [];
  }
}
