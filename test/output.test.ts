import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { FORMATS } from '../cli/option-values.ts';
import { readGlyphs, toPrintable, widthOf } from '../cli/terminal.ts';
import { DRAFT, refuses, run } from './fake-world.ts';

const files = { 'a.md': `${DRAFT}\nMột SAI, hai NHẸ.\n` };
const check = (...argv: string[]) => run(['check', 'a.md', ...argv], { files });

describe('command line: --format and --output', () => {
  it('each --output takes the --format right before it; one format may go to standard output', async () => {
    const text = (await check()).out;
    const json = (await check('--format', 'json')).out;
    const both = await check('--format', 'json', '--output', 'x.json', '--format', 'text');
    assert.deepEqual([both.code, both.out, both.saved], [1, text, { 'x.json': json }]);
    const turned = await check('--format', 'text', '--format', 'json', '--output', 'x.json');
    assert.deepEqual([turned.out, turned.saved], [text, { 'x.json': json }]);
    const apart = await check('--format=json', '--output=x.json', '--format=text', '--output=x.txt');
    assert.deepEqual([apart.out, apart.saved], ['', { 'x.json': json, 'x.txt': text }]);
    const dash = await check('--format', 'json', '--output', '-');
    assert.deepEqual([dash.out, dash.saved], [json, {}]);
  });

  it('without a --format the text goes to the file, without colours and on lines as long as they are', async () => {
    const { out, saved } = await run(['check', 'a.md', '--output', 'x.txt'], {
      files,
      world: { isTerminal: true, width: 60, environment: { FORCE_COLOR: '1' } },
    });
    assert.deepEqual([out, saved], ['', { 'x.txt': (await check()).out }]);
  });

  it('takes all formats at once', async () => {
    const argv = FORMATS.flatMap((format) => ['--format', format, '--output', `out/${format}`]);
    const { code, out, err, saved } = await check(...argv);
    assert.deepEqual([code, out, err, Object.keys(saved).length], [1, '', '', FORMATS.length]);
    for (const format of FORMATS) assert.equal(saved[`out/${format}`], (await check('--format', format)).out, format);
  });

  it('refuses what is not clear, with a sentence', async () => {
    const refused = (argv: string[], sentence: RegExp) => refuses(['check', 'a.md', ...argv], sentence, { files });
    await refused(['--format', 'json', '--format', 'sarif'], /^Cả json và sarif cùng ra đầu ra chuẩn;/);
    await refused(['--format', 'html', '--format', 'html'], /^Cả html và html/);
    await refused(['--output', 'x', '--format', 'json'], /^--output "x" không đi sau --format nào/);
    await refused(['--format', 'json', '--output', 'x', '--output', 'y'], /^--output "y" không đi sau --format nào/);
    await refused(['--format', 'json', '--output', 'x', '--format', 'html', '--output', './x'], /cùng ghi vào "\.\/x"/);
    await refused(['--output', ''], /^Tên tệp của --output để trống/);
    await refused(['--output'], /--output cần một giá trị/);
    await refused(['--format', 'sarf'], /có phải ý bạn là sarif\?/);
    await refused(['--format', 'sarif', '--fix-dry-run'], /^--fix-dry-run chỉ cho thấy/);
    await refuses(['tasks', 'a.md', '--format', 'html'], /hãy dùng text hoặc json/, { files });
    const last = await run(['tasks', 'a.md', '--format', 'text', '--format', 'json'], { files });
    assert.equal(JSON.parse(last.out).version, 1);
    await refuses(['outline', 'a.md', '--format'], /cần một giá trị: text hoặc json\./, { files });
  });

  it('never writes over a document it checks', async () => {
    const { code, err, saved } = await check('--format', 'markdown', '--output', './a.md');
    assert.deepEqual([code, saved], [2, {}]);
    assert.match(err, /^Kết quả không được ghi đè lên "\.\/a\.md"/);
  });

  it('says why a file could not be written, and writes the others', async () => {
    const failing = (code: string) => async (path: string) =>
      path === 'x' ? ({ kind: 'unreadable', code } as const) : undefined;
    for (const [code, sentence] of [
      ['ENOENT', /^Không ghi được kết quả vào "x": thư mục chứa nó không có; hãy tạo thư mục trước\.\n$/],
      ['EISDIR', /đó là thư mục/],
      ['EACCES', /không có quyền ghi/],
      ['ENOSPC', /hệ thống báo ENOSPC/],
    ] as const) {
      const argv = ['check', 'a.md', '--format', 'json', '--output', 'x', '--format', 'text', '--output', 'y'];
      const told = await run(argv, { files, world: { save: failing(code) } });
      assert.deepEqual([told.code, told.out], [2, '']);
      assert.match(told.err, sentence);
    }
  });

  it('keeps standard output for the mended text, and a diff apart from all else', async () => {
    const mended = await run(['check', '-', '--fix', '--format', 'sarif'], { input: 'SAI\n' });
    assert.equal(mended.out, '\n');
    assert.equal(JSON.parse(mended.err).version, '2.1.0');
    const diff = await run(['check', 'a.md', '--fix-dry-run', '--output', 'x.diff'], { files });
    assert.match(diff.saved['x.diff'] ?? '', /^--- a\.md\n\+\+\+ a\.md\n@@/);
    assert.equal(diff.out, '');
    assert.match(diff.err, /^Có thể sửa tự động 1 chỗ/);
  });

  it('names standard input so that programs find it, and for people in words', async () => {
    const named = async (...argv: string[]) => (await run(['check', '-', ...argv], { input: 'SAI\n' })).out;
    assert.match(await named('--format', 'github'), /^::error file=-,/);
    assert.match(await named('--format', 'html'), /\(đầu vào chuẩn\)/);
    assert.match(await named('--format', 'github', '--stdin-path', 'ó, b.md'), /^::error file=ó%2C b\.md,/);
  });
});

describe('command line: --output by the program itself', () => {
  let folder = '';
  const chidao = (...argv: string[]) =>
    spawnSync(process.execPath, [resolve('dist/chidao.mjs'), 'check', 'a.md', ...argv], {
      cwd: folder,
      encoding: 'utf8',
    });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-'));
    writeFileSync(join(folder, 'a.md'), DRAFT);
    mkdirSync(join(folder, 'b'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a new file, replaces an old one, through a link too, and leaves nothing else behind', () => {
    writeFileSync(join(folder, 'b/old.json'), 'x'.repeat(9999), { mode: 0o600 });
    symlinkSync('b/old.json', join(folder, 'link.json'));
    const told = chidao('--format', 'json', '--output', 'b/mới.json', '--format', 'json', '--output', 'link.json');
    assert.deepEqual([told.status, told.stdout, told.stderr], [0, '', '']);
    const [fresh, old] = ['b/mới.json', 'b/old.json'].map((name) => readFileSync(join(folder, name), 'utf8'));
    assert.equal(JSON.parse(fresh ?? '').version, 1);
    assert.equal(old, fresh);
    assert.equal(statSync(join(folder, 'b/old.json')).mode & 0o777, 0o600);
    assert.deepEqual(
      [readdirSync(join(folder, 'b')).sort(), readdirSync(folder).sort()],
      [
        ['mới.json', 'old.json'],
        ['a.md', 'b', 'link.json'],
      ],
    );
  });

  it('makes no folder, and says so', () => {
    const { status, stderr } = chidao('--output', 'không/có.txt');
    assert.equal(status, 2);
    assert.equal(
      stderr,
      'Không ghi được kết quả vào "không/có.txt": thư mục chứa nó không có; hãy tạo thư mục trước.\n',
    );
    assert.match(chidao('--output', 'b').stderr, /"b": đó là thư mục/);
  });
});

describe('terminal', () => {
  it('shows a letter alone as it does among others', () => {
    for (let code = 0; code < 0x3000; code++) {
      const letter = String.fromCharCode(code);
      if (/\p{M}/u.test(letter)) continue;
      // Beside a control character nothing is taken for plain.
      const [alone, among] = [readGlyphs(letter), readGlyphs(`${letter}\u0007`).slice(0, -1)];
      assert.deepEqual(alone, among, code.toString(16));
      assert.equal(toPrintable(letter), among.map(({ text }) => text).join(''));
      assert.equal(
        widthOf(letter),
        among.reduce((sum, { width }) => sum + width, 0),
      );
    }
  });
});
