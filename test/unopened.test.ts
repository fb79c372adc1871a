import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { neighbourhoodOf } from '../core/neighbours.ts';
import type { Rule } from '../core/rule.ts';
import { rules as allRules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { DRAFT, endTalks, type File, filesOf, findWords, run, type Talk, talk, until } from './fake-world.ts';

const root = 'file:///d%C6%B0-th%E1%BA%A3o';
const test = [findWords('test/first', 'error', 'SAI', true)];
const WRONG = `${DRAFT}\nMột SAI.\n`;

/** Tells the titles of the other documents with the same number. */
const across: Rule = {
  ...findWords('test/across', 'info', ''),
  acrossDocuments: true,
  *check(draft, project) {
    const titles = neighbourhoodOf(draft, project).documents.map(({ title }) => title?.text);
    yield { start: 0, end: 1, message: { vi: titles.sort().join(' '), en: '' } };
  },
};

type Contents = Map<string, string | Uint8Array | undefined>;

interface Setting {
  readonly rules?: readonly Rule[];
  readonly options?: object;
  readonly folders?: readonly string[];
}

function start(contents: Contents, { rules = test, options, folders = [root] }: Setting = {}): Promise<Talk> {
  const world = { today: () => '2025-06-15', registry: bundledRegistry, locale: 'vi', rules } as const;
  return talk({ ...world, files: filesOf(contents) }, {}, { chidao: options }, folders);
}

function inFolder(files: Record<string, string | Uint8Array | undefined>): Contents {
  return new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]));
}

/** As VS Code writes it. */
function uriOf(name: string): string {
  return `${root}/${encodeURI(name).replace('(', '%28').replace(')', '%29')}`;
}

/** What is shown now, by the name in the folder. */
function shown({ published }: Talk): Record<string, string[]> {
  const last = new Map<string, PublishDiagnosticsParams>();
  for (const each of published) last.set(each.uri, each);
  const all = [...last.values()].filter(({ diagnostics }) => diagnostics.length > 0);
  const named = all.map(({ uri, diagnostics }): [string, string[]] => [
    decodeURIComponent(uri.slice(root.length + 1)),
    diagnostics.map(({ code, message }) => (code === 'test/across' ? String(message) : String(code))),
  ]);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function becomes(session: Talk, expected: Record<string, string[]>): Promise<void> {
  await until(() => JSON.stringify(shown(session)) === JSON.stringify(expected));
  assert.deepEqual(shown(session), expected);
}

function check({ client }: Talk): Promise<unknown> {
  return client.sendRequest('workspace/executeCommand', { command: 'chidao.checkWorkspace' });
}

function tell({ client }: Talk, type: 1 | 2 | 3, ...names: string[]): Promise<void> {
  const changes = names.map((name) => ({ uri: uriOf(name), type }));
  return client.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

async function open({ client }: Talk, name: string, text: string): Promise<void> {
  const textDocument = { uri: uriOf(name), languageId: 'markdown', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
}

async function close({ client }: Talk, name: string): Promise<void> {
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
}

describe('directives that are not open', () => {
  afterEach(endTalks);

  it('are checked at the start in a small folder, those that are drafts', async () => {
    const session = await start(
      inFolder({
        'Kế hoạch (1).md': WRONG,
        'b/c/d.markdown': WRONG,
        'b/ghi chú.md': '# SAI\n',
        '.git/x.md': WRONG,
        'node_modules/x.md': WRONG,
        'c.txt': WRONG,
        'luu/e.md': WRONG,
        '.chidao.yaml': 'trừ: luu\n',
      }),
    );
    await becomes(session, { 'Kế hoạch (1).md': ['test/first'], 'b/c/d.markdown': ['test/first'] });
    assert.deepEqual(session.logged, []);
  });

  it('are not checked at the start in a large one, nor where that is turned off, but when asked for', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`${i + 10}.md`, WRONG]));
    const all = Object.fromEntries(Object.keys(many).map((name) => [name, ['test/first']]));
    const large = await start(inFolder(many));
    await until(() => large.logged.length > 0);
    assert.match(large.logged.join(), /nhiều hơn 50 tệp/);
    assert.deepEqual(shown(large), {});
    assert.deepEqual(await check(large), { directives: 51, faulty: 51, findings: 51 });
    await becomes(large, all);
    assert.deepEqual(large.said, [
      'Đã kiểm tra 51 văn bản chỉ đạo: 51 lỗi, 0 cảnh báo, 0 lưu ý và gợi ý trong 51 văn bản.',
    ]);

    const off = await start(inFolder({ 'a.md': WRONG, 'b.md': DRAFT }), { options: { checkWorkspaceOnStart: false } });
    await new Promise((done) => setTimeout(done, 50));
    assert.deepEqual(shown(off), {});
    assert.deepEqual(await check(off), { directives: 2, faulty: 1, findings: 1 });
    assert.deepEqual(shown(off), { 'a.md': ['test/first'] });
    const nowhere = await start(new Map(), { folders: [] });
    assert.equal(await check(nowhere), null);
    assert.match(nowhere.said.join(), /^Hãy mở một thư mục trước/);
  });

  it('follow their files: written, created, removed, with a whole folder', async () => {
    const contents = inFolder({ 'a.md': WRONG, 'b/c.md': WRONG });
    const session = await start(contents);
    const [a, c] = [['test/first'], ['test/first']];
    await becomes(session, { 'a.md': a, 'b/c.md': c });
    contents.set(`${root}/a.md`, DRAFT);
    await tell(session, 2, 'a.md');
    await becomes(session, { 'b/c.md': c });
    contents.set(`${root}/d.md`, WRONG);
    contents.set(`${root}/e.txt`, WRONG);
    await tell(session, 1, 'd.md', 'e.txt', '.git/x.md');
    await becomes(session, { 'b/c.md': c, 'd.md': ['test/first'] });
    contents.delete(`${root}/b/c.md`);
    contents.set(`${root}/f/c.md`, WRONG);
    await tell(session, 3, 'b');
    await tell(session, 1, 'f');
    await becomes(session, { 'd.md': ['test/first'], 'f/c.md': c });
    contents.set(`${root}/d.md`, '# Ghi chú SAI\n');
    await tell(session, 2, 'd.md');
    await becomes(session, { 'f/c.md': c });
  });

  it('give way to the open document, and speak again when it is closed', async () => {
    const contents = inFolder({ 'Dự thảo.md': WRONG });
    const session = await start(contents);
    await becomes(session, { 'Dự thảo.md': ['test/first'] });
    await open(session, 'Dự thảo.md', `${WRONG}\nHai SAI.\n`);
    await becomes(session, { 'Dự thảo.md': ['test/first', 'test/first'] });
    await tell(session, 2, 'Dự thảo.md');
    await session.last();
    assert.deepEqual(shown(session), { 'Dự thảo.md': ['test/first', 'test/first'] });
    assert.deepEqual(session.published.at(-1)?.version, 1);
    const before = session.published.length;
    await close(session, 'Dự thảo.md');
    await becomes(session, { 'Dự thảo.md': ['test/first'] });
    // They do not vanish in between.
    assert.ok(session.published.slice(before).every(({ diagnostics }) => diagnostics.length > 0));
  });

  it('are one with a document that is named otherwise', async () => {
    const session = await start(inFolder({ 'a (1).md': WRONG }));
    await becomes(session, { 'a (1).md': ['test/first'] });
    const textDocument = { uri: `${decodeURI(root)}/a (1).md`, languageId: 'markdown', version: 1, text: DRAFT };
    await session.client.sendNotification('textDocument/didOpen', { textDocument });
    await becomes(session, {});
  });

  it('see one another and the open ones, as they are seen', async () => {
    const titled = (title: string) => DRAFT.replace('---\n', `---\ntrích yếu: ${title}\n`);
    const contents = inFolder({ 'a.md': titled('a'), 'b.md': titled('b'), 'c/d.md': titled('c') });
    contents.set(`${root}/.chidao.yaml`, '');
    const session = await start(contents, { rules: [across] });
    await becomes(session, { 'a.md': ['b c'], 'b.md': ['a c'], 'c/d.md': ['a b'] });
    await open(session, 'b.md', titled('d'));
    await becomes(session, { 'a.md': ['c d'], 'b.md': ['a c'], 'c/d.md': ['a d'] });
    contents.set(`${root}/.chidao.yaml`, 'trừ: a.md\n');
    await tell(session, 2, '.chidao.yaml');
    await becomes(session, { 'b.md': ['c'], 'c/d.md': ['d'] });
  });

  it('are found by symbols, and cited documents are gone to', async () => {
    const cited = 'Công điện số 12/CĐ-TTg';
    const session = await start(inFolder({ 'a.md': `${DRAFT}\nMột SAI.\n`, '.chidao.yaml': '' }));
    await becomes(session, { 'a.md': ['test/first'] });
    const symbols = await session.client.sendRequest<{ location: { uri: string } }[]>('workspace/symbol', {
      query: 'ra soat quy dinh',
    });
    assert.deepEqual([...new Set(symbols.map(({ location }) => location.uri))], [uriOf('a.md')]);
    await open(session, 'b.md', `1. Bộ Tài chính thực hiện ${cited} ngày 01/6/2025.\n`);
    const params = { textDocument: { uri: uriOf('b.md') } };
    const links = await session.client.sendRequest<{ target: string }[]>('textDocument/documentLink', params);
    assert.deepEqual(
      links.map(({ target }) => target),
      [uriOf('a.md')],
    );
  });

  it('are passed over with a plain sentence where they cannot be read', async () => {
    const session = await start(
      inFolder({
        'a.md': undefined,
        'b.md': new Uint8Array([0x23, 0xe1]),
        'c.md': 'x'.repeat(10 * 1024 * 1024 + 1),
        'd.md': new Uint8Array([0xff, 0xfe, 0x23, 0]),
        'e.md': WRONG,
      }),
    );
    await becomes(session, { 'e.md': ['test/first'] });
    await until(() => session.logged.length >= 4);
    assert.deepEqual(
      session.logged.map((line) => /[a-d]\.md" (.*?)[;,(]/.exec(line)?.[1]?.trim()),
      [undefined, 'không phải văn bản UTF-8', 'lớn hơn 10 MB', 'được lưu với mã hóa UTF-16'],
    );
    assert.match(session.logged[0] ?? '', /Không đọc được ".*a\.md"; hãy kiểm tra quyền truy cập\./);
  });

  it('are recognised by the settings of the editor and of the folder', async () => {
    const notes = '# Ghi chú\n\nMột SAI.\n';
    const files = { 'chi-dao/x/a.md': notes, 'b.md': notes, 'c.md': notes, 'luu/chi-dao/d.md': notes };
    const settings = 'văn bản chỉ đạo: b.md\ntrừ: luu\n';
    const options = { directives: ['**/chi-dao/**/*.md'] };
    const session = await start(inFolder({ ...files, '.chidao.yaml': settings }), { options });
    await becomes(session, { 'b.md': ['test/first'], 'chi-dao/x/a.md': ['test/first'] });
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { chidao: { directives: ['c.md'] } },
    });
    await becomes(session, { 'b.md': ['test/first'], 'c.md': ['test/first'] });
    await open(session, 'c.md', notes);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { chidao: { directives: [] } },
    });
    await becomes(session, { 'b.md': ['test/first'] });

    const { out } = await run(['check', '--format', 'json', '.'], {
      files: { ...files, '.chidao.yaml': settings },
      rules: test,
    });
    assert.deepEqual(
      JSON.parse(out).documents.map(({ path }: { path: string }) => path),
      ['b.md'],
    );
  });

  it('have the findings that the command line tells of the folder', async () => {
    const files: Record<string, string> = { '.chidao.yaml': '' };
    for (const name of readdirSync('examples')) files[`examples/${name}`] = readFileSync(`examples/${name}`, 'utf8');
    for (const name of readdirSync('test/editor/workspace'))
      files[`w/${name}`] = readFileSync(`test/editor/workspace/${name}`, 'utf8');
    // Beside the document they cite and whose tasks they share, so that rules that look across documents have a say.
    for (const { id, examples } of allRules.filter(({ acrossDocuments }) => acrossDocuments)) {
      for (const [i, { text, workspace = {} }] of examples.entries()) {
        files[`rules/${id}/${i}.md`] = text;
        for (const [name, other] of Object.entries(workspace)) files[`rules/${id}/${i}-${name}`] = other;
      }
    }
    const session = await start(inFolder(files), { rules: allRules, options: { checkWorkspaceOnStart: false } });
    const told = await check(session);
    const { out } = await run(['check', '--format', 'json', '.'], {
      files: files as Record<string, File>,
      rules: allRules,
    });
    const documents: { path: string; diagnostics: { rule: string }[] }[] = JSON.parse(out).documents;
    const expected = documents
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ path, diagnostics }) => [path, diagnostics.map(({ rule }) => rule)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual(shown(session), Object.fromEntries(expected));
    const findings = expected.reduce((sum, [, list]) => sum + list.length, 0);
    assert.deepEqual(told, { directives: documents.length, faulty: expected.length, findings });
    const named = new Set(expected.flatMap(([, list]) => list));
    for (const id of ['citation/workspace', 'workspace/superior']) assert.ok(named.has(id), id);
  });
});
