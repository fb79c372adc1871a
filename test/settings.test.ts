import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterEach, describe, it } from 'mocha';
import { parse } from 'yaml';
import { rules } from '../core/rules/index.ts';
import { readSettings } from '../core/settings-file.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { DRAFT, endTalks, type File, filesOf, findWords, run, type Talk, talk, until } from './fake-world.ts';
import { seeded } from './random.ts';

const FILE = '.chidao.yaml';
const read = (text: string) => readSettings(text, FILE, rules);
const faultsOf = (text: string) => read(text).faults.map(({ line, column, vi }) => `${line}:${column} ${vi}`);

describe('settings file', () => {
  it('is read in Vietnamese, without diacritics, and in English', () => {
    const vi = `quy tắc:
  owner/unknown: tắt
  numbering: cảnh báo
  numbering/roman: lỗi
hệ: đảng
sắp ban hành: có
ngày nghỉ: [2026-02-16, 2026-02-17]
ngày làm bù: 2026-02-21
danh mục:
  - co-quan.yaml
  - ../chung/xã.yaml
gồm: [du-thao]
trừ: "*.nhap.md"
dựa trên: ../chung.yaml
`;
    const { settings, faults } = read(vi);
    assert.deepEqual(faults, []);
    assert.deepEqual(settings, {
      rules: {
        ...Object.fromEntries(rules.filter(({ id }) => id.startsWith('numbering/')).map(({ id }) => [id, 'warning'])),
        'owner/unknown': 'off',
        'numbering/roman': 'error',
      },
      profile: 'party',
      ready: true,
      holidays: ['2026-02-16', '2026-02-17'],
      workdays: ['2026-02-21'],
      registry: [
        { path: 'co-quan.yaml', place: { line: 10, column: 5 } },
        { path: '../chung/xã.yaml', place: { line: 11, column: 5 } },
      ],
      include: ['du-thao'],
      exclude: ['*.nhap.md'],
      extends: { path: '../chung.yaml', place: { line: 14, column: 11 } },
    });
    const plain = vi
      .replace('quy tắc:', 'Quy-tac:')
      .replace('tắt', 'TAT')
      .replace('cảnh báo', 'canh bao')
      .replace('hệ: đảng', 'he: dang')
      .replace('sắp ban hành: có', 'sap ban hanh: co')
      .replace('ngày nghỉ', 'ngay nghi')
      .replace('danh mục', 'danh muc')
      .replace('trừ', 'tru');
    const english = `rules:
  owner/unknown: off
  numbering: warning
  numbering/roman: error
profile: party
ready: true
holidays: [2026-02-16, 2026-02-17]
workdays: 2026-02-21
registry:
  - co-quan.yaml
  - ../chung/xã.yaml
include: [du-thao]
exclude: "*.nhap.md"
extends: ../chung.yaml
`;
    const bare = (text: string) =>
      JSON.stringify(read(text), (key, value) => (key === 'place' ? undefined : value)).replaceAll('\\r', '');
    for (const other of [
      plain,
      english,
      vi.normalize('NFD').replace('xã', 'xã'),
      `\ufeff${vi}`,
      vi.replaceAll('\n', '\r\n'),
    ]) {
      assert.equal(bare(other).normalize('NFC'), bare(vi).normalize('NFC'));
    }
  });

  it('says nothing where nothing is said', () => {
    for (const text of ['', '# ghi chú\n', '\n\n', 'quy tắc:\n', 'quy tắc: {}\nngày nghỉ: []\nhệ:\n']) {
      assert.deepEqual(read(text), {
        settings: { rules: {}, holidays: [], workdays: [], registry: [] },
        faults: [],
      });
    }
  });

  it('tells what is wrong at its place, names what may be meant, and uses the rest', () => {
    const text = `quy tac: {owner/unknwon: tắt, owner/ended: tat, ended: tắt, ownr: tắt, text/none-at-all: tắt}
qui tắc: {}
hệ: đảg
sắp ban hành: mai
ngày nghỉ: [30/4/2026, 2026-02-30, 2026-01-02]
danh mục: [/etc/x.yaml, 'C:\\x.yaml', ok.yaml, "file://x/y.yaml", ~/x.yaml, {a: b}]
trừ: {a: b}
quy tắc: {}
dựa trên: [a, b]
`;
    assert.deepEqual(
      faultsOf(text).map((each) => each.replace(/; lệnh.*|Các khóa.*/, '')),
      [
        '1:11 Không có quy tắc “owner/unknwon”; có phải là “owner/unknown”?',
        '1:49 Không có quy tắc “ended”; có phải là “owner/ended”?',
        '1:61 Không có quy tắc “ownr”; có phải là “owner”?',
        '1:72 Không có quy tắc “text/none-at-all”',
        '2:1 Không có khóa “qui tắc”. Có phải là “quy tắc”?',
        '3:5 “hệ” không nhận “đảg”; có phải là “đảng”?',
        '4:15 “sắp ban hành” không nhận “mai”; hãy ghi “có”, “không”.',
        '5:13 “30/4/2026” không phải là một ngày có thật viết theo năm-tháng-ngày, như “2026-04-30”.',
        '5:24 “2026-02-30” không phải là một ngày có thật viết theo năm-tháng-ngày, như “2025-03-01”.',
        ...['6:12 “/etc/x.yaml”', '6:25 “C:\\x.yaml”', '6:47 “file://x/y.yaml”', '6:66 “~/x.yaml”'].map(
          (each) =>
            `${each} phải là đường dẫn tính từ thư mục của tệp này, viết với dấu “/”, như “../chung/co-quan.yaml”.`,
        ),
        '6:76 “danh mục” phải là một dòng chữ.',
        '7:6 “trừ” phải là một dòng chữ.',
        '8:1 “quy tắc” được ghi hai lần; lần sau bị bỏ qua.',
        '9:11 “dựa trên” phải là một dòng chữ.',
      ],
    );
    const { settings } = read(text);
    assert.deepEqual(settings.rules, { 'owner/ended': 'off' });
    assert.deepEqual(settings.holidays, ['2026-01-02']);
    assert.deepEqual(
      settings.registry.map(({ path }) => path),
      ['ok.yaml'],
    );
    for (const { vi, en } of read(text).faults)
      assert.ok(vi !== en && /[.?]$/.test(vi) && /[.?]$/.test(en), `${vi} ${en}`);
  });

  it('reads the good parts of broken YAML', () => {
    const { settings, faults } = read('hệ: đảng\nquy tắc:\n  owner/ended: tắt\n bad: [\nsắp ban hành: có\n');
    assert.equal(faults.length, 1);
    assert.deepEqual([settings.profile, settings.ready], ['party', true]);
    assert.deepEqual(faultsOf('- a\n- b\n'), ['1:1 Tệp này phải gồm các dòng “khóa: giá trị”, ví dụ “hệ: nhà nước”.']);
    assert.deepEqual(faultsOf('quy tắc: tắt\n'), [
      '1:10 “quy tắc” phải gồm các dòng “mã quy tắc: mức”, ví dụ “owner/unknown: tắt”.',
    ]);
    assert.match(faultsOf('quy tắc:\n\towner/ended: tắt\n')[0] ?? '', /^2:1 .*phím Tab/);
  });

  it('never throws', () => {
    const random = seeded(7);
    const pieces = [
      'quy tắc',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      'owner/ended',
      'tắt',
      '&a',
      '*a',
      '"',
      '\t',
      '?',
      '2026-01-01',
      '|',
      '<<',
    ];
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      for (const { line, column } of read(text).faults) assert.ok((line ?? 0) >= 1 && (column ?? 0) >= 1, text);
    }
    read(`quy tắc: ${'['.repeat(100_000)}`);
  });

  it('fits the JSON schema just where it is read without fault', () => {
    const schema = JSON.parse(readFileSync('registry/schema/settings.schema.json', 'utf8'));
    const fits = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
    const texts = [
      '',
      'quy tắc: {owner/ended: tắt, numbering: error}\nhệ: nhà nước',
      'quy tac: {owner/ended: canh bao}\nhe: quy pham phap luat\nsap ban hanh: khong',
      'rules: {owner/ended: hint}\nprofile: legal\nready: false\nholidays: 2026-01-02\nworkdays: [2026-01-03]',
      'danh mục: a.yaml\ngồm: a/**\ntrừ: [b]\ndựa trên: ../x.yaml',
      'registry: [a.yaml, ../b.yaml]\ninclude:\nexclude: []\nextends: x.yaml',
      'quy tắc: {owner/endd: tắt}',
      'quy tắc: {owner/ended: đỏ}',
      'quy tắc: [owner/ended]',
      'rulez: {}',
      'hệ: riêng',
      'hệ: [đảng]',
      'sắp ban hành: sớm',
      'ngày nghỉ: 30/4/2026',
      'ngày nghỉ: {a: b}',
      'danh mục: /a.yaml',
      'danh mục: [https://x/a.yaml]',
      'dựa trên: [a.yaml]',
      'hệ: đảng\nprofile: party',
      'gồm: {a: b}',
      '[1, 2]',
    ];
    for (const text of texts) {
      assert.equal(
        fits(parse(text)),
        read(text).faults.length === 0,
        `${text}: ${JSON.stringify([fits.errors, faultsOf(text)])}`,
      );
    }
  });

  it('has its example in the manual', () => {
    const manual = readFileSync('docs/settings.md', 'utf8');
    const examples = [...manual.matchAll(/```yaml\n(.*?)```/gs)].map(([, example = '']) => example);
    assert.ok(examples.length >= 2);
    for (const example of examples) assert.deepEqual(faultsOf(example), [], example);
  });
});

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
