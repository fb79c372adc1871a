import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { endTalks, type File, filesOf, refuses, run, type Talk, talk, until } from './fake-world.ts';

const OWN = '.chidao/agencies.yaml';

/** A directive that gives tasks to a unit of the province, to a body by a name of its own, and to one that ended. */
const DRAFT = `---
loại: Kế hoạch
ngày ban hành: 2026-06-01
---

## I. NHIỆM VỤ

1. Nhà Cổ Loa chủ trì rà soát các quy định.

2. Bộ Tài chính báo cáo kết quả.

3. Bộ Khoa học và Công nghệ công bố danh mục.
`;

const ADDED = '- id: nha-co-loa\n  tên: Nhà Cổ Loa\n';
const ALIASED = '- id: bo-tai-chinh\n  tên khác: [Nhà Cổ Loa]\n';
const ENDED = '- id: bo-khoa-hoc-va-cong-nghe\n  đến ngày: 2025-12-31\n  kế thừa: [bo-tai-chinh]\n';
const ENDED_SENTENCE = '"Bộ Khoa học và Công nghệ" đã kết thúc hoạt động ngày 31/12/2025; nay là Bộ Tài chính.';
const FAULTY = `${ADDED}- id: Sở Sai\n  tên: Sở Sai\n- id: nha-khac\n  tên: Nhà Khác\n  đến ngày: 31/02/2026\n`;

describe('agencies of a workspace: command line', () => {
  const check = (files: Record<string, File>, ...argv: string[]) =>
    run(['check', '--format', 'json', ...argv], { files, rules });
  /** The agency of each task's first owner, by the path of the document. */
  const ownersOf = async (files: Record<string, File>, ...argv: string[]) => {
    const { code, out, err } = await run(['tasks', '--format', 'json', ...argv], { files });
    const documents: { path: string; tasks: { leads: { agency: string | null }[] }[] }[] = JSON.parse(out).documents;
    const owners = Object.fromEntries(
      documents.map(({ path, tasks }) => [path, tasks.map((task) => task.leads[0]?.agency)]),
    );
    return { code, err, owners };
  };
  const others = ['bo-tai-chinh', 'bo-khoa-hoc-va-cong-nghe'];

  it('adds a unit: its name becomes an owner', async () => {
    assert.notEqual((await ownersOf({ 'a.md': DRAFT })).owners['a.md']?.[0], 'nha-co-loa');
    const found = await ownersOf({ 'a.md': DRAFT, [OWN]: ADDED });
    assert.deepEqual(found, { code: 0, err: '', owners: { 'a.md': ['nha-co-loa', ...others] } });
  });

  it('gives an agency another name', async () => {
    const { owners } = await ownersOf({ 'a.md': DRAFT, [OWN]: ALIASED });
    assert.deepEqual(owners, { 'a.md': ['bo-tai-chinh', ...others] });
  });

  it('ends an agency: its successor is named', async () => {
    const ended = async (files: Record<string, File>) => {
      const { out } = await check(files, 'a.md');
      const found: { rule: string; message: string }[] = JSON.parse(out).documents[0].diagnostics;
      return found.filter(({ rule }) => rule === 'owner/ended').map(({ message }) => message);
    };
    assert.deepEqual(await ended({ 'a.md': DRAFT }), []);
    assert.deepEqual(await ended({ 'a.md': DRAFT, [OWN]: ENDED }), [ENDED_SENTENCE]);
  });

  it('takes the nearest file of the folder and those above, up to a repository', async () => {
    const files = { 'a.md': DRAFT, 'b/c/d.md': DRAFT, [OWN]: ADDED, [`b/${OWN}`]: ALIASED };
    const found = await ownersOf(files, '.');
    assert.deepEqual(found.owners, { 'a.md': ['nha-co-loa', ...others], 'b/c/d.md': ['bo-tai-chinh', ...others] });
    const first = async (files: Record<string, File>, path: string) =>
      (await ownersOf({ [path]: DRAFT, ...files }, path)).owners[path]?.[0];
    assert.equal(await first({ [`/w/${OWN}`]: ADDED }, 'b/c/d.md'), 'nha-co-loa');
    assert.equal(await first({ [`/${OWN}`]: ADDED }, 'd.md'), 'nha-co-loa');
    assert.equal(await first({ [`/v/${OWN}`]: ADDED }, '/v/u/d.md'), 'nha-co-loa');
    assert.equal(await first({ [OWN]: ADDED, '.git': 'gitdir: /elsewhere' }, 'b/d.md'), 'nha-co-loa');
    for (const git of ['b/.git/HEAD', 'b/.git']) {
      assert.notEqual(await first({ [OWN]: ADDED, [git]: 'x' }, 'b/c/d.md'), 'nha-co-loa', git);
    }
    assert.equal(await first({ [OWN]: ADDED, 'b/.chidao/other': 'x' }, 'b/d.md'), 'nha-co-loa');
    assert.notEqual(await first({ [`b/${OWN}`]: ADDED }, 'd.md'), 'nha-co-loa');
  });

  it('looks for standard input where it is said to lie, else in the current folder', async () => {
    const first = async (files: Record<string, File>, ...argv: string[]) => {
      const { out } = await run(['tasks', '--format', 'json', '-', ...argv], { files, input: DRAFT });
      return JSON.parse(out).documents[0].tasks[0].leads[0]?.agency;
    };
    assert.equal(await first({ [OWN]: ADDED }), 'nha-co-loa');
    assert.equal(await first({ [OWN]: ADDED, [`b/${OWN}`]: ALIASED }, '--stdin-path', 'b/new.md'), 'bo-tai-chinh');
    assert.equal(await first({ [OWN]: ADDED, [`b/${OWN}`]: ALIASED }, '--stdin-path', 'new.md'), 'nha-co-loa');
  });

  it('leaves the file aside with --no-config', async () => {
    const files = { 'a.md': DRAFT, [OWN]: FAULTY };
    const { code, err, owners } = await ownersOf(files, '--no-config', 'a.md');
    assert.deepEqual({ code, err, owners }, await ownersOf({ 'a.md': DRAFT }, 'a.md'));
    assert.notEqual(owners['a.md']?.[0], 'nha-co-loa');
    assert.deepEqual((await run(['tasks', '--no-config', 'a.md'], { files })).read, ['a.md']);
    assert.match((await run(['check', '--help'])).out, /--no-config [^-]*\.chidao\/agencies\.yaml\n/);
  });

  it('tells the faults of a file once, by line and column, and uses its good entries', async () => {
    const files = { 'a.md': DRAFT, 'b/a.md': DRAFT, 'c.md': DRAFT, [OWN]: FAULTY };
    const { code, err, owners } = await ownersOf(files, '.');
    assert.equal(code, 2);
    assert.deepEqual(err.split('\n'), [
      '.chidao/agencies.yaml:3:7 Mã “Sở Sai” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối, như “so-sai”.',
      '.chidao/agencies.yaml:7:13 “31/02/2026” không phải là một ngày có thật viết theo năm-tháng-ngày, như “2025-03-01”.',
      '',
    ]);
    assert.deepEqual(Object.keys(owners), ['a.md', 'c.md', 'b/a.md']);
    for (const found of Object.values(owners)) assert.equal(found[0], 'nha-co-loa');
    const english = await check(files, 'a.md', '--locale', 'en');
    assert.equal(english.code, 2);
    assert.match(
      english.err,
      /^\.chidao\/agencies\.yaml:3:7 The id "Sở Sai" may have only plain .*\n.*:7:13 "31\/02\/2026" is not a real date/,
    );
    const outside = await check({ 'a.md': DRAFT, [`/w/${OWN}`]: '- id: x\n- tên: Không mã\n' }, 'a.md');
    assert.match(
      outside.err,
      /^\/w\/\.chidao\/agencies\.yaml:1:3 “x” là cơ quan mới nên phải có “tên”.*\n\/w\/.*:2:3 /,
    );
  });

  it('reads each file once', async () => {
    const files = { 'a.md': DRAFT, 'b/a.md': DRAFT, 'c.md': DRAFT, [OWN]: ADDED };
    const { read } = await run(['tasks', '.'], { files });
    assert.deepEqual(
      read.filter((path) => path.endsWith('agencies.yaml')),
      [`/w/x/${OWN}`],
    );
  });

  it('goes on with the bundled agencies where the file cannot be read', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...ADDED].flatMap((letter) => [letter.charCodeAt(0) & 255, 1])]);
    const unlike: [File, RegExp, RegExp][] = [
      [{ kind: 'unreadable', code: 'EACCES' }, /^Không có quyền đọc "\.chidao\/agencies\.yaml"/, /^No permission/],
      [{ kind: 'folder' }, /^Không đọc được "\.chidao\/agencies\.yaml"/, /cannot be read/],
      [{ kind: 'broken link' }, /^"\.chidao\/agencies\.yaml" là liên kết/, /is a link/],
      [
        new Uint8Array(2 * 1024 * 1024).fill(35),
        /^\.chidao\/agencies\.yaml:1:1 Tệp này lớn hơn 1 MB/,
        /larger than 1 MB/,
      ],
      [
        new Uint8Array([0x23, 10, 0x23, 0xe1, 10]),
        /^\.chidao\/agencies\.yaml:2:2 Từ chỗ này .*UTF-8/,
        /:2:2 From here/,
      ],
      [utf16, /^\.chidao\/agencies\.yaml:1:1 .*UTF-8/, /:1:1 From here/],
      [`${ADDED}  nguồn: \0\n`, /^\.chidao\/agencies\.yaml:3:10 .*UTF-8/, /:3:10 From here/],
    ];
    for (const [file, vi, en] of unlike) {
      const files = { 'a.md': DRAFT, 'b.md': DRAFT, [OWN]: file };
      const { code, err, owners } = await ownersOf(files, 'a.md', 'b.md');
      assert.equal(code, 2, err);
      assert.match(err, vi);
      assert.equal(err.trim().split('\n').length, 1, err);
      assert.deepEqual(owners['b.md']?.slice(-2), others);
      assert.notEqual(owners['b.md']?.[0], 'nha-co-loa');
      assert.match((await check(files, 'a.md', '--locale', 'en')).err, en);
    }
    await refuses(['check', 'none.md'], /Không tìm thấy/, { files: { [OWN]: FAULTY } });
  });

  it('accepts a file with a byte order mark, Windows line ends, or nothing but a note', async () => {
    for (const text of [`\ufeff${ADDED}`, ADDED.replaceAll('\n', '\r\n'), `# ghi chú \ufffd\n${ADDED}`]) {
      assert.deepEqual((await ownersOf({ 'a.md': DRAFT, [OWN]: text })).owners['a.md']?.[0], 'nha-co-loa');
    }
    for (const text of ['', '# chưa có gì\n']) {
      const { code, err } = await ownersOf({ 'a.md': DRAFT, [OWN]: text });
      assert.deepEqual({ code, err }, { code: 0, err: '' });
    }
  });
});

describe('agencies of a workspace: language server', () => {
  const root = 'file:///d%C6%B0-th%E1%BA%A3o/';
  const uri = `${root}a/b.md`;
  const own = `${root}.chidao/agencies.yaml`;

  async function start(contents: Map<string, string | Uint8Array | undefined>, capabilities: object = {}) {
    const files = filesOf(contents);
    const world = { today: () => '2026-06-01', registry: bundledRegistry, locale: 'vi', rules, files } as const;
    return { files, session: await talk(world, capabilities) };
  }

  const open = ({ client }: Talk, at = uri) =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at, languageId: 'markdown', version: 1, text: DRAFT },
    });
  const changed = ({ client }: Talk, at = own) =>
    client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: at, type: 2 }] });
  const of = ({ published }: Talk, at: string) => published.filter((each) => each.uri === at);
  const endedIn = (published: PublishDiagnosticsParams | undefined) =>
    published?.diagnostics.filter(({ code }) => code === 'owner/ended').map(({ message }) => message);
  const arrived = async (session: Talk, at: string, count: number) => {
    await until(() => of(session, at).length >= count);
    await session.last();
    assert.equal(of(session, at).length, count, `${at}: ${JSON.stringify(of(session, at))}`);
    return of(session, at).at(-1);
  };
  afterEach(endTalks);

  it('checks an open document with the agencies of its folder, and shows nothing before it knows them', async () => {
    const { session } = await start(new Map([[own, ENDED]]));
    await open(session);
    assert.deepEqual(endedIn(await arrived(session, uri, 1)), [ENDED_SENTENCE]);
    assert.deepEqual(of(session, own), []);
  });

  it('leaves documents that are no files to the bundled agencies', async () => {
    const { session, files } = await start(new Map([[own, ENDED]]));
    for (const at of ['untitled:Untitled-1', 'vscode-vfs://github/a/b.md']) {
      await open(session, at);
      assert.deepEqual(endedIn(await arrived(session, at, 1)), []);
    }
    assert.equal(files.reads, 0);
  });

  it('takes the agencies of a folder that is not on disk, if it is shown one', async () => {
    const at = 'vscode-vfs://github/a/b.md';
    const { session } = await start(new Map([['vscode-vfs://github/.chidao/agencies.yaml', ENDED]]));
    await open(session, at);
    assert.deepEqual(endedIn(await arrived(session, at, 1)), [ENDED_SENTENCE]);
  });

  it('answers a keystroke without reading a file', async () => {
    const { session, files } = await start(new Map([[own, ENDED]]));
    await open(session);
    await arrived(session, uri, 1);
    const { reads } = files;
    const contentChanges = [{ text: `${DRAFT}\n4. Bộ Nội vụ báo cáo.\n` }];
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges,
    });
    assert.deepEqual(endedIn(await session.last()), [ENDED_SENTENCE]);
    assert.deepEqual([session.published.length, files.reads], [2, reads]);
  });

  it('reads anew when the file is written, appears nearer, or is removed', async () => {
    const contents = new Map([[own, ADDED]]);
    const { session } = await start(contents);
    await open(session);
    assert.deepEqual(endedIn(await arrived(session, uri, 1)), []);
    contents.set(own, ENDED);
    await changed(session);
    assert.deepEqual(endedIn(await arrived(session, uri, 2)), [ENDED_SENTENCE]);
    contents.set(`${root}a/.chidao/agencies.yaml`, ADDED);
    await changed(session, `${root}a/.chidao/agencies.yaml`);
    assert.deepEqual(endedIn(await arrived(session, uri, 3)), []);
    contents.delete(`${root}a/.chidao/agencies.yaml`);
    await changed(session, `${root}a/.chidao`);
    assert.deepEqual(endedIn(await arrived(session, uri, 4)), [ENDED_SENTENCE]);
    contents.delete(own);
    await changed(session);
    assert.deepEqual(endedIn(await arrived(session, uri, 5)), []);
  });

  it('reads anew when a document is opened, for clients that tell of no changes', async () => {
    const contents = new Map([[own, ADDED]]);
    const { session } = await start(contents);
    await open(session);
    await arrived(session, uri, 1);
    contents.set(own, ENDED);
    await open(session, `${root}a/c.md`);
    await until(() => (endedIn(of(session, `${root}a/c.md`).at(-1))?.length ?? 0) > 0);
    assert.deepEqual(endedIn(of(session, `${root}a/c.md`).at(-1)), [ENDED_SENTENCE]);
    assert.deepEqual(endedIn(of(session, uri).at(-1)), [ENDED_SENTENCE]);
  });

  it('shows the faults of the file in the file until they are mended', async () => {
    const contents = new Map<string, string | Uint8Array | undefined>([[own, `${FAULTY}${ENDED}`]]);
    const { session } = await start(contents, { workspace: { configuration: true } });
    const faultIn = async (count: number) => String((await arrived(session, own, count))?.diagnostics[0]?.message);
    await open(session);
    const faults = await arrived(session, own, 1);
    assert.deepEqual(
      faults?.diagnostics.map(({ range: { start, end }, message, ...rest }) => [
        [start.line, start.character, end.line, end.character],
        String(message).slice(0, 12),
        rest,
      ]),
      [
        [[2, 6, 2, 12], 'Mã “Sở Sai” ', { severity: 1, code: 'registry/file', source: 'chidao' }],
        [[6, 12, 6, 22], '“31/02/2026”', { severity: 1, code: 'registry/file', source: 'chidao' }],
      ],
    );
    assert.deepEqual(endedIn(await arrived(session, uri, 1)), [ENDED_SENTENCE]);
    session.settings = { locale: 'en' };
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.match(await faultIn(2), /^The id "Sở Sai"/);
    contents.set(own, undefined);
    await changed(session);
    assert.match(await faultIn(3), /cannot be read/);
    contents.set(own, new Uint8Array([0x23, 0xe1]));
    await changed(session);
    assert.match(await faultIn(4), /UTF-8/);
    contents.set(own, '#'.repeat(2 * 1024 * 1024));
    await changed(session);
    assert.match(await faultIn(5), /1 MB/);
    contents.set(own, '');
    await changed(session);
    assert.deepEqual((await arrived(session, own, 6))?.diagnostics, []);
    contents.set(own, FAULTY);
    await changed(session);
    assert.equal((await arrived(session, own, 7))?.diagnostics.length, 2);
    contents.delete(own);
    await changed(session);
    assert.deepEqual((await arrived(session, own, 8))?.diagnostics, []);
    contents.set(`${root}c/.chidao/agencies.yaml`, FAULTY);
    await changed(session, `${root}c/.chidao/agencies.yaml`);
    assert.equal((await arrived(session, `${root}c/.chidao/agencies.yaml`, 1))?.diagnostics.length, 2);
    assert.deepEqual(session.logged, []);
  });

  it('asks the client to watch, where it can be asked', async () => {
    const watched = async (capabilities: object) => {
      const { session } = await start(new Map(), capabilities);
      await session.last();
      await new Promise((done) => setTimeout(done, 20));
      return session.registered.map(({ method, registerOptions }) => [method, registerOptions]);
    };
    assert.deepEqual(await watched({}), []);
    assert.deepEqual(await watched({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }), [
      [
        'workspace/didChangeWatchedFiles',
        {
          watchers: [
            { globPattern: '**/*.{yaml,yml}' },
            { globPattern: '**/.chidao' },
            { globPattern: '**/*.{md,markdown}' },
            { globPattern: '**/*', kind: 5 },
          ],
        },
      ],
    ]);
  });
});

describe('agencies of a workspace: the program itself', () => {
  let folder = '';
  const program = resolve('dist/chidao.mjs');

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao dự thảo '));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    mkdirSync(join(folder, '.chidao'));
    writeFileSync(join(folder, OWN), `${FAULTY}${ENDED}`);
    writeFileSync(join(folder, 'a/b/c.md'), DRAFT);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the file above a document', () => {
    const argv = [program, 'tasks', '--format', 'json', 'a/b/c.md'];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^\.chidao\/agencies\.yaml:3:7 .*\n\.chidao\/agencies\.yaml:7:13 .*\n$/);
    assert.equal(JSON.parse(stdout).documents[0].tasks[0].leads[0].agency, 'nha-co-loa');
  });

  it('serves it to editors', async () => {
    const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published: PublishDiagnosticsParams[] = [];
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.push(params);
    });
    client.listen();
    try {
      await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      const uri = pathToFileURL(join(folder, 'a/b/c.md')).href;
      const textDocument = { uri, languageId: 'markdown', version: 1, text: DRAFT };
      await client.sendNotification('textDocument/didOpen', { textDocument });
      await until(() => published.length > 1);
      assert.deepEqual(published.map((each) => each.uri).sort(), [pathToFileURL(join(folder, OWN)).href, uri]);
      assert.ok(published.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'owner/ended')));
    } finally {
      client.dispose();
      server.kill();
    }
  });
});
