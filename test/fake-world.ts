import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { main } from '../cli/main.ts';
import type { Entry, World } from '../cli/world.ts';
import type { Rule, Severity } from '../core/rule.ts';
import { type World as ServerWorld, startServer } from '../server/server.ts';
import type { Files } from '../server/workspaces.ts';

/** A small directive: three units, two tasks. */
export const DRAFT = `---
loại: Công điện
số: 12/CĐ-TTg
ngày ban hành: 2025-06-01
---

# I. NHIỆM VỤ

1. Bộ Tài chính chủ trì, phối hợp với Bộ Công an rà soát các quy định, hoàn thành trước ngày 30/6/2025.

2. Bộ Nội vụ báo cáo kết quả.
`;

/** Finds each of the given words; nothing of the tests hangs on which rules there are. */
export function findWords(id: string, severity: Severity, word: string, certain = false): Rule {
  const saying = { vi: `Thấy ${word}.`, en: `Saw ${word}.` };
  return {
    id,
    severity,
    summary: { vi: `Tìm ${word}.`, en: `Looks for ${word}.` },
    why: { vi: 'Vì cần.', en: 'Because.' },
    *check({ text }) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        const span = { start, end: start + word.length };
        yield {
          ...span,
          message: saying,
          fixes: [{ title: { vi: 'Bỏ đi', en: 'Remove' }, edits: [{ ...span, text: '' }], certain }],
        };
      }
    },
    examples: [{ text: `a ${word}\n`, problems: [`1:3 Thấy ${word}.`], fixed: 'a\n' }],
  };
}

const RULES = [findWords('test/first', 'error', 'SAI', true), findWords('test/second', 'hint', 'NHẸ')];

export type File = string | Uint8Array | Exclude<Entry, { kind: 'missing' }>;

export interface Outside {
  readonly files?: Readonly<Record<string, File>>;
  readonly input?: string | Uint8Array;
  readonly rules?: readonly Rule[];
  readonly world?: Partial<World>;
}

/** The folder the command line runs in. */
const HERE = '/w/x';

function resolve(path: string): string {
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : `${HERE}/${path}`).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

/**
 * Runs the command line in a world made of `files`, named from the current folder or the root; `read` are the files it
 * opened.
 */
export async function run(
  argv: readonly string[],
  { files = {}, input = '', rules = RULES, world = {} }: Outside = {},
) {
  const told = { out: '', err: '', served: 0, read: [] as string[], saved: {} as Record<string, string> };
  const encode = (file: string | Uint8Array) => (typeof file === 'string' ? new TextEncoder().encode(file) : file);
  const isContent = (file: File): file is string | Uint8Array => typeof file === 'string' || file instanceof Uint8Array;
  const all = new Map(Object.entries(files).map(([name, file]) => [resolve(name), file]));
  const find = (path: string): File => {
    const key = resolve(path);
    const inside = key === HERE || [...all.keys()].some((name) => name.startsWith(`${key}/`));
    return (path && all.get(key)) || (path && inside ? { kind: 'folder' } : ({ kind: 'missing' } as never));
  };
  const code = await main(
    {
      argv,
      environment: {},
      isTerminal: false,
      isErrorTerminal: false,
      width: undefined,
      today: '2025-06-15',
      host: { node: 'v20.0.0', platform: 'linux x64' },
      resolve,
      relative: (folder, path) => posix.relative(resolve(folder), resolve(path)),
      look: async (path) => {
        const file = find(path);
        return isContent(file) ? { kind: 'file', size: encode(file).length } : file;
      },
      list: async (folder) => {
        const base = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
        const below = Object.keys(files).filter((name) => name.startsWith(base) && !name.startsWith('/'));
        const names = new Set(below.map((name) => name.slice(base.length).split('/')[0] ?? ''));
        return [...names].reverse().map((name) => {
          const file = find(base + name);
          return { name, kind: isContent(file) || file.kind !== 'folder' ? 'file' : 'folder' };
        });
      },
      glob: async (pattern) => {
        const form = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^./][^/]*')}$`);
        return Object.keys(files).filter((name) => form.test(name));
      },
      read: async (path, limit) => {
        told.read.push(path);
        const file = find(path);
        if (isContent(file)) return encode(file).subarray(0, limit);
        return file.kind === 'unreadable' ? file : { kind: 'unreadable', code: 'EISDIR' };
      },
      save: async (path, text) => {
        told.saved[path] = text;
        return undefined;
      },
      run: async () => ({ kind: 'unreadable', code: 'ENOENT' }),
      create: async (path, text) => {
        if (all.has(resolve(path))) return 'there';
        told.saved[path] = text;
        all.set(resolve(path), text);
        return undefined;
      },
      store: async () => false,
      remove: async () => undefined,
      isUtf8,
      hash: (content) => createHash('sha256').update(content).digest('hex'),
      cores: 1,
      rest: async () => undefined,
      readInput: async (limit) => encode(input).subarray(0, limit),
      write: (text) => {
        told.out += text;
      },
      warn: (text) => {
        told.err += text;
      },
      startServer: async () => {
        told.served++;
      },
      ...world,
    },
    rules,
  );
  return { code, ...told };
}

/** The command is refused with one sentence and nothing else. */
export async function refuses(argv: readonly string[], sentence: RegExp, outside?: Outside): Promise<void> {
  const { code, out, err } = await run(argv, outside);
  assert.equal(code, 2);
  assert.match(err, sentence);
  assert.equal(err.trim().split('\n').length, 1, err);
  assert.doesNotMatch(err, /error:|Error|\bat \//);
  assert.equal(out, '');
}

/** A client that has shaken hands with the language server. */
export interface Talk {
  readonly client: ProtocolConnection;
  readonly told: InitializeResult;
  readonly published: PublishDiagnosticsParams[];
  readonly logged: string[];
  /** Shown to the user. */
  readonly said: string[];
  readonly registered: Registration[];
  /** Given when the server asks for them. */
  settings: unknown;
  /** What was published last, once the server has taken in all that was sent. */
  last(): Promise<PublishDiagnosticsParams | undefined>;
}

const clients: ProtocolConnection[] = [];

/** Starts the server on two streams. */
export async function talk(
  world: ServerWorld,
  capabilities: object = {},
  initializationOptions?: object,
  folders: readonly string[] = [],
) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), world);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  clients.push(client);
  const [published, registered]: [PublishDiagnosticsParams[], Registration[]] = [[], []];
  const [logged, said]: [string[], string[]] = [[], []];
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  client.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
    logged.push(message);
  });
  client.onNotification('window/showMessage', ({ message }: { message: string }) => {
    said.push(message);
  });
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => session.settings));
  client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    registered.push(...registrations);
    return null;
  });
  client.listen();
  const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
  const params = { processId: null, rootUri: null, capabilities, initializationOptions, workspaceFolders };
  const last = async () => {
    await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///none.md' } });
    return published.at(-1);
  };
  const session: Talk = {
    client,
    told: { capabilities: {} },
    published,
    logged,
    said,
    registered,
    settings: undefined,
    last,
  };
  const told = await client.sendRequest<InitializeResult>('initialize', params);
  await client.sendNotification('initialized', {});
  return Object.assign(session, { told });
}

/** Files of a server that tests change, by URI; undefined is one that cannot be read. */
export function filesOf(contents: Map<string, string | Uint8Array | undefined>): Files & { reads: number } {
  return {
    reads: 0,
    async look(uri) {
      if ([...contents.keys()].some((name) => name.startsWith(`${uri}/`))) return { kind: 'folder' };
      if (!contents.has(uri)) return { kind: 'missing' };
      return { kind: 'file', size: contents.get(uri)?.length ?? 0 };
    },
    async list(uri) {
      const inside = [...contents.keys()].filter((name) => name.startsWith(`${uri}/`));
      const names = new Set(inside.map((name) => name.slice(uri.length + 1)));
      const first = new Map([...names].map((name) => [name.split('/')[0] ?? '', name.includes('/')]));
      return [...first].map(([name, deep]) => ({ name: decodeURIComponent(name), kind: deep ? 'folder' : 'file' }));
    },
    async read(uri) {
      this.reads++;
      const content = contents.get(uri);
      if (content === undefined) throw new Error('EACCES');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

export function endTalks(): void {
  for (const client of clients.splice(0)) client.dispose();
}

export async function until(test: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !test(); i++) await new Promise((done) => setTimeout(done, 5));
}
