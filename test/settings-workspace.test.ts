import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { bundledRegistry } from '../registry/bundled.ts';
import { DRAFT, endTalks, type File, filesOf, findWords, run, type Talk, talk, until } from './fake-world.ts';

const FILE = '.chidao.yaml';

const test = [findWords('test/first', 'error', 'SAI', true), findWords('test/second', 'hint', 'KEM')];
const WRONG = `${DRAFT}\nMột SAI, hai KEM.\n`;

describe('settings of a workspace: command line', () => {
  const check = async (files: Record<string, File>, ...argv: string[]) => {
    const { code, out, err, read } = await run(['check', '--format', 'json', ...argv], { files, rules: test });
    const documents: { path: string; diagnostics: { rule: string; severity: string }[] }[] = JSON.parse(out).documents;
    const found = Object.fromEntries(
      documents.map(({ path, diagnostics }) => [path, diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)]),
    );
    return { code, err, found, read };
  };
  const plain = ['test/first error', 'test/second hint'];

  it('turn rules off and change their severity, the nearest file alone', async () => {
    const files = {
      'a.md': WRONG,
      'b/a.md': WRONG,
      'b/c/a.md': WRONG,
      [FILE]: 'quy tắc: {test/first: tắt}\n',
      [`b/${FILE}`]: 'rules: {test/first: info, test/second: lỗi}\n',
    };
    const { code, err, found } = await check(files, '.');
    const near = ['test/first info', 'test/second error'];
    assert.deepEqual([code, err, found], [1, '', { 'a.md': ['test/second hint'], 'b/a.md': near, 'b/c/a.md': near }]);
    assert.deepEqual((await check(files, '--no-config', 'a.md')).found, { 'a.md': plain });
    assert.deepEqual((await check(files, '--no-config', 'a.md')).read, ['a.md']);
  });

  it('are based on others, which they change', async () => {
    const files = {
      'b/a.md': WRONG,
      [`b/${FILE}`]: 'dựa trên: ../chung/co-ban.yaml\nquy tắc: {test/second: tắt}\n',
      'chung/co-ban.yaml': 'dựa trên: sau.yaml\nquy tắc: {test/second: lỗi}\n',
      'chung/sau.yaml': 'quy tắc: {test/first: gợi ý, test/second: cảnh báo}\n',
    };
    assert.deepEqual(await check(files, 'b').then(({ read: _, ...rest }) => rest), {
      code: 0,
      err: '',
      found: { 'b/a.md': ['test/first hint'] },
    });
  });

  it('tell of rings, chains without end and files that are missing, and are used all the same', async () => {
    const own = 'quy tắc: {test/first: tắt}\n';
    const told = async (files: Record<string, string>) => {
      const { code, err, found } = await check({ 'a.md': WRONG, ...files }, 'a.md');
      assert.equal(code, 2);
      assert.deepEqual(found, { 'a.md': ['test/second hint'] }, err);
      return err.trim().split('\n');
    };
    assert.deepEqual(await told({ [FILE]: `${own}dựa trên: .chidao.yaml\n` }), [
      '.chidao.yaml:2:11 “.chidao.yaml” lại dựa trên chính tệp này.',
    ]);
    assert.deepEqual(await told({ [FILE]: `${own}dựa trên: b/c.yaml\n`, 'b/c.yaml': 'extends: ../.chidao.yaml' }), [
      'b/c.yaml:1:10 “../.chidao.yaml” lại dựa trên chính tệp này.',
    ]);
    assert.deepEqual(await told({ [FILE]: `${own}dựa trên: none.yaml\n` }), [
      '.chidao.yaml:2:11 Không có tệp “none.yaml”.',
    ]);
    assert.deepEqual(await told({ [FILE]: `${own}danh mục: [none.yaml]\n` }), [
      '.chidao.yaml:2:12 Không có tệp “none.yaml”.',
    ]);
    const chain = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`x${i}.yaml`, `extends: x${i + 1}.yaml`]));
    assert.deepEqual(await told({ ...chain, [FILE]: `${own}dựa trên: x0.yaml\n` }), [
      'x8.yaml:1:10 Quá nhiều tệp dựa trên nhau.',
    ]);
    assert.deepEqual(await told({ [FILE]: `${own}quy tăc: {}\nhệ: x\n` }), [
      '.chidao.yaml:2:1 “quy tắc” được ghi hai lần; lần sau bị bỏ qua.',
      '.chidao.yaml:3:5 “hệ” không nhận “x”; hãy ghi “nhà nước”, “đảng”, “quy phạm pháp luật”.',
    ]);
  });

  it('add agencies of other files, below those of the folder itself', async () => {
    const files = {
      'b/a.md': '1. Nhà Cổ Loa rà soát.\n\n2. Nhà Thăng Long rà soát.\n',
      [FILE]: 'danh mục: [chung/co-quan.yaml]\n',
      'chung/co-quan.yaml': '- id: nha-co-loa\n  tên: Nhà Cổ Loa\n- id: sai sai\n  tên: x\n',
      'b/.chidao/agencies.yaml': '- id: nha-co-loa\n  tên khác: [Nhà Thăng Long]\n',
    };
    const { code, out, err } = await run(['tasks', '--format', 'json', 'b/a.md'], { files });
    const tasks: { leads: { agency: string }[] }[] = JSON.parse(out).documents[0].tasks;
    assert.deepEqual(
      tasks.map(({ leads }) => leads[0]?.agency),
      ['nha-co-loa', 'nha-co-loa'],
    );
    assert.equal(code, 2);
    assert.match(err, /^chung\/co-quan\.yaml:3:7 Mã “sai sai”[^\n]*\n$/);
  });

  it('say which files of a folder are drafts; a file that is named is read all the same', async () => {
    const names = ['a.md', 'luu/b.md', 'luu/c/d.md', 'nhap/e.md', 'e.nhap.md', 'Dự thảo/f.md'];
    const files = (settings: string) => ({
      ...Object.fromEntries(names.map((name) => [name, WRONG])),
      [FILE]: settings,
    });
    const taken = async (settings: string, ...argv: string[]) =>
      Object.keys((await check(files(settings), ...argv)).found);
    assert.deepEqual(await taken('trừ: [luu, "*.nhap.md"]', '.'), ['a.md', 'Dự thảo/f.md', 'nhap/e.md']);
    assert.deepEqual(await taken('trừ: luu/c/\n', '.'), ['a.md', 'e.nhap.md', 'Dự thảo/f.md', 'luu/b.md', 'nhap/e.md']);
    assert.deepEqual(await taken('gồm: ["luu/**", nhap]\ntrừ: ./luu/*.md\n', '.'), ['luu/c/d.md', 'nhap/e.md']);
    assert.deepEqual(await taken('gồm: "**/f.md"', '.'), ['Dự thảo/f.md']);
    assert.deepEqual(await taken('gồm: "Dự thảo"'.normalize('NFD'), '.'), ['Dự thảo/f.md']);
    assert.deepEqual(await taken('trừ: luu', 'luu/b.md', 'a.md'), ['luu/b.md', 'a.md']);
    const none = await check(files('trừ: luu'), 'luu', 'a.md');
    assert.match(none.err, /Không có văn bản chỉ đạo nào trong thư mục "luu" \(2 tệp/);
  });
});

describe('settings of a workspace: language server', () => {
  const root = 'file:///d%C6%B0-th%E1%BA%A3o/';
  const uri = `${root}a/b.md`;
  afterEach(endTalks);

  async function start(contents: Map<string, string | undefined>, at = uri) {
    const world = { today: () => '2026-06-01', registry: bundledRegistry, locale: 'vi', rules: test } as const;
    const session = await talk({ ...world, files: filesOf(contents) });
    const textDocument = { uri: at, languageId: 'markdown', version: 1, text: WRONG };
    await session.client.sendNotification('textDocument/didOpen', { textDocument });
    return session;
  }
  const of = ({ published }: Talk, at: string) => published.filter((each) => each.uri === at);
  const arrived = async (session: Talk, at: string, count: number) => {
    await until(() => of(session, at).length >= count);
    await session.last();
    assert.equal(of(session, at).length, count, JSON.stringify(of(session, at)));
    return of(session, at)
      .at(-1)
      ?.diagnostics.map(({ severity, code }) => `${code} ${severity}`);
  };
  const changed = ({ client }: Talk, at: string) =>
    client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: at, type: 2 }] });

  it('are used, also those they are based on, and read anew when they change', async () => {
    const contents = new Map<string, string | undefined>([
      [`${root}${FILE}`, 'dựa trên: chung/cơ bản.yaml\n'],
      [`${root}chung/c%C6%A1%20b%E1%BA%A3n.yaml`, 'quy tắc: {test/first: cảnh báo, test/second: tắt}\n'],
    ]);
    const session = await start(contents);
    assert.deepEqual(await arrived(session, uri, 1), ['test/first 2']);
    contents.set(`${root}chung/c%C6%A1%20b%E1%BA%A3n.yaml`, 'quy tắc: {test/second: tắt}\n');
    await changed(session, `${root}chung/c%C6%A1%20b%E1%BA%A3n.yaml`);
    assert.deepEqual(await arrived(session, uri, 2), ['test/first 1']);
    contents.set(`${root}a/${FILE}`, 'quy tắc: {test/first: tắt}\n');
    await changed(session, `${root}a/${FILE}`);
    assert.deepEqual(await arrived(session, uri, 3), ['test/second 4']);
    contents.delete(`${root}a/${FILE}`);
    await changed(session, `${root}a/${FILE}`);
    assert.deepEqual(await arrived(session, uri, 4), ['test/first 1']);
    await changed(session, `${root}khac.yaml`);
    assert.deepEqual(await arrived(session, uri, 4), ['test/first 1']);
  });

  it('show their faults in the file', async () => {
    const own = `${root}${FILE}`;
    const contents = new Map<string, string | undefined>([[own, 'quy tắc: {test/frist: tắt, test/second: tắt}\n']]);
    const session = await start(contents);
    assert.deepEqual(await arrived(session, uri, 1), ['test/first 1']);
    assert.deepEqual(await arrived(session, own, 1), ['settings/file 1']);
    assert.match(JSON.stringify(of(session, own)), /“test\/first”\?/);
    contents.set(own, '');
    await changed(session, own);
    assert.deepEqual(await arrived(session, own, 2), []);
    assert.deepEqual(await arrived(session, uri, 2), ['test/first 1', 'test/second 4']);
    assert.deepEqual(session.logged, []);
  });

  it('leave files alone that are no drafts', async () => {
    const own = `${root}${FILE}`;
    const contents = new Map<string, string | undefined>([[own, 'trừ: a\n']]);
    const session = await start(contents);
    await new Promise((done) => setTimeout(done, 50));
    assert.equal(of(session, uri).length, 0);
    contents.set(own, 'trừ: b\n');
    await changed(session, own);
    assert.equal((await arrived(session, uri, 1))?.length, 2);
    contents.set(own, 'gồm: b\n');
    await changed(session, own);
    assert.deepEqual(await arrived(session, uri, 2), []);
    // As clients write names: letter by letter, in UTF-8, or in what is neither.
    for (const [at, pattern] of [
      ['file:///dự-thảo/a b.md', '"a b.md"'],
      [`${root}a%20b.md`, '"a b.md"'],
      [`${root}%E1.md`, '"%E1.md"'],
    ] as const) {
      const other = await start(new Map([[own, `gồm: ${pattern}\n`]]), at);
      assert.equal((await arrived(other, at, 1))?.length, 2, at);
    }
  });
});
