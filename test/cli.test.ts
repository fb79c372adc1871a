import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { World } from '../cli/world.ts';
import { readDraft } from '../core/draft.ts';
import { isDirective } from '../core/recognise.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { DRAFT, type File, type Outside, refuses, run } from './fake-world.ts';

describe('command line: arguments', () => {
  it('writes help in Vietnamese and in English', async () => {
    const vi = await run(['--help']);
    assert.equal(vi.code, 0);
    for (const word of ['Cách dùng:', 'Văn bản:', 'check', 'outline', 'tasks', 'explain', 'registry', 'init', 'lsp']) {
      assert.ok(vi.out.includes(word), word);
    }
    assert.doesNotMatch(vi.out, /Usage|Options:|Commands:|\(default/);
    const en = await run(['--help', '--locale', 'en']);
    assert.match(en.out, /^Usage: chidao/);
    assert.doesNotMatch(en.out, /Cách dùng|Văn bản:/);
    const check = await run(['check', '--help']);
    for (const option of ['--format', '--fail-on', '--stdin-path', '--no-workspace', '--no-cache', '--no-config']) {
      assert.ok(check.out.includes(option), option);
    }
    assert.equal((await run(['help', 'check'])).out, check.out);
  });

  it('says its version', async () => {
    const { code, out } = await run(['--version']);
    assert.equal(code, 0);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  });

  it('without a command shows its help on standard error', async () => {
    const { code, out, err } = await run([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^Cách dùng:/);
  });

  it('refuses a wrong word in one sentence with the nearest right one', async () => {
    await refuses(['chek', 'a.md', '--format', 'json'], /"chek"; có phải ý bạn là check\?/);
    await refuses(['chek', '--locale=en'], /no command "chek"; did you mean check\?/);
    await refuses(['xyzzy'], /"xyzzy"; xem các lệnh/);
    await refuses(['a.md'], /chidao check a\.md/);
    await refuses(['check', '--fromat', 'json'], /"--fromat"; có phải ý bạn là --format\?/);
    await refuses(['check', '--quite'], /"--quite"; xem các tùy chọn/);
    await refuses(
      ['check', '--format', 'xml'],
      /--format không nhận giá trị "xml"; hãy dùng text, json, sarif, .* markdown hoặc html/,
    );
    await refuses(['outline', '--format', 'jsn'], /có phải ý bạn là json\?/);
    await refuses(['check', '--format'], /--format cần một giá trị: text, json, .* hoặc html/);
    await refuses(['check', '--fail-on', 'eror', '--locale', 'en'], /did you mean error\?/);
    await refuses(['outline', '--fail-on', 'error'], /"--fail-on"/);
    await refuses(['check', '--locale', 'fr'], /--locale không nhận giá trị "fr"; hãy dùng vi hoặc en/);
    await refuses(['explain', 'a', 'b'], /explain nhận nhiều đối số/);
    await refuses(['check', '--stdin-path', 'x.md', 'a.md'], /--stdin-path/, { files: { 'a.md': DRAFT } });
  });

  it('starts the language server over standard input and output only', async () => {
    const { code, served, out } = await run(['lsp', '--stdio', '--clientProcessId=12']);
    assert.deepEqual([code, served, out], [0, 1, '']);
    await refuses(['lsp'], /lsp --stdio/);
  });
});

describe('command line: paths', () => {
  const pathsOf = async (argv: readonly string[], outside: Outside) => {
    const { out, err, code } = await run(['check', '--format', 'json', ...argv], outside);
    return { code, err, paths: JSON.parse(out).documents.map(({ path }: { path: string }) => path) };
  };

  it('reads folders in order, each file once, and passes over what is no place for drafts', async () => {
    const files = Object.fromEntries(
      [
        'b.md',
        'a.md',
        'c/d.markdown',
        'c/x.txt',
        'c/e/f.md',
        'node_modules/n.md',
        'dist/o.md',
        '.git/p.md',
        '.q.md',
      ].map((name) => [name, DRAFT]),
    );
    const all = ['a.md', 'b.md', 'c/d.markdown', 'c/e/f.md'];
    assert.deepEqual(await pathsOf([], { files }), { code: 0, err: '', paths: all });
    assert.deepEqual((await pathsOf(['c/', 'c', 'c/e', 'b.md', './b.md'], { files })).paths, [...all.slice(2), 'b.md']);
    assert.deepEqual((await pathsOf(['*.md'], { files })).paths, ['a.md', 'b.md']);
    assert.deepEqual((await pathsOf(['dist'], { files })).paths, ['dist/o.md']);
  });

  it('takes a name with brackets for a name', async () => {
    const files = { 'Kế hoạch (dự thảo) [2].md': DRAFT };
    assert.deepEqual((await pathsOf(['Kế hoạch (dự thảo) [2].md'], { files })).paths, ['Kế hoạch (dự thảo) [2].md']);
    await refuses(['check', 'Kế hoạch (mới).md'], /Không tìm thấy/, { files });
  });

  it('reads standard input under the name given', async () => {
    assert.deepEqual((await pathsOf(['-'], { input: DRAFT })).paths, ['-']);
    assert.deepEqual((await pathsOf(['-', '--stdin-path', 'a/b.md'], { input: DRAFT })).paths, ['a/b.md']);
    assert.deepEqual((await pathsOf(['--stdin-path', 'a/b.md'], { input: DRAFT })).paths, ['a/b.md']);
    const { out } = await run(['check', '-'], { input: 'SAI' });
    assert.match(out, /^\(đầu vào chuẩn\):1:1 lỗi: Thấy SAI\./);
  });

  it('says in one sentence what cannot be read, and why', async () => {
    await refuses(['check', 'x.md'], /Không tìm thấy tệp hoặc thư mục "x\.md"/);
    await refuses(['tasks', 'x.md', '--locale', 'en'], /There is no file or folder "x\.md"/);
    await refuses(['check', ''], /Đường dẫn để trống/);
    await refuses(['check', 'x*.md'], /Không có tệp \.md nào khớp với mẫu "x\*\.md"/);
    await refuses(['check', 'a'], /Không có tệp \.md nào trong thư mục "a"/, { files: { 'a/b.txt': 'b' } });
    const unlike: [File, RegExp][] = [
      [{ kind: 'folder' }, /"a\.md" là thư mục/],
      [{ kind: 'broken link' }, /"a\.md" là liên kết/],
      [{ kind: 'unreadable', code: 'EACCES' }, /Không có quyền đọc "a\.md"/],
      [{ kind: 'unreadable', code: 'EIO' }, /Không đọc được "a\.md" \(hệ thống báo EIO\)/],
      [new Uint8Array([0x41, 0, 0x42]), /"a\.md" không phải tệp văn bản thuần/],
      [new Uint8Array([0xff, 0xfe, 0x41, 0]), /UTF-16/],
      [new Uint8Array([0xfe, 0xff, 0, 0x41]), /UTF-16/],
      [new Uint8Array([0x41, 10, 0x42, 0xe1, 0xba, 0x41]), /UTF-8 \(sai từ byte thứ 4, dòng 2\)/],
    ];
    for (const [file, sentence] of unlike) await refuses(['check', 'a.md'], sentence, { files: { 'a.md': file } });
  });

  it('does not open what is too large to be a directive', async () => {
    const world: Partial<World> = { look: async () => ({ kind: 'file', size: 50 * 1024 * 1024 }) };
    const { code, err, read } = await run(['check', 'a.md'], { world });
    assert.equal(code, 2);
    assert.match(err, /"a\.md" lớn hơn 10 MB/);
    assert.deepEqual(read, []);
    await refuses(['check', '-'], /lớn hơn 10 MB/, { input: new Uint8Array(11 * 1024 * 1024) });
  });

  it('reports the good documents beside those it cannot read', async () => {
    const files: Record<string, File> = {
      'a.md': 'SAI',
      'b.md': new Uint8Array([0]),
      'c.md': `${DRAFT}SAI`,
      'd.md': { kind: 'folder' },
    };
    const { code, out, err } = await run(['check', 'a.md', 'b.md', 'c.md', 'd.md', 'e.md', '--format', 'json'], {
      files,
    });
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).summary.error, 2);
    assert.deepEqual(err.match(/"\w\.md"/g), ['"d.md"', '"e.md"', '"b.md"']);
  });

  it('accepts a byte order mark, which takes no column', async () => {
    const { out } = await run(['check', 'a.md', '--format', 'json'], { files: { 'a.md': '\ufeffSAI' } });
    assert.equal(JSON.parse(out).documents[0].diagnostics[0].column, 1);
  });

  it('passes over other Markdown in a folder and says so, but reads it when named', async () => {
    const files = { 'a.md': DRAFT, 'README.md': '# Project SAI\n\n1. Install\n2. Run\n' };
    const folder = await run(['check'], { files });
    assert.equal(folder.code, 0);
    assert.match(folder.err, /^Đã bỏ qua 1 tệp \.md/);
    assert.match(folder.out, /Đã kiểm tra 1 văn bản/);
    const named = await run(['check', 'README.md', '.'], { files });
    assert.equal(named.code, 1);
    assert.equal(named.err, '');
    await refuses(['check', 'b'], /Không có văn bản chỉ đạo nào trong thư mục "b" \(1 tệp/, {
      files: { 'b/README.md': files['README.md'] },
    });
  });
});

describe('command line: recognising directives', () => {
  const reads = (text: string) => isDirective(readDraft(text, bundledRegistry));

  it('knows them by letterhead, numbering, tasks or signature', () => {
    assert.ok(reads('---\nloai: Công điện\n---\n'));
    assert.ok(reads('Số: 336/TB-VPCP\n\nVăn bản.\n'));
    assert.ok(reads('# I. QUAN ĐIỂM\n\nĐổi mới.\n'));
    assert.ok(reads('1. Bộ Tài chính chủ trì rà soát các quy định.\n'));
    assert.ok(reads('Văn bản.\n\nNơi nhận:\n- Như trên;\n'));
  });

  it('knows that a manual or an empty file is none', () => {
    assert.ok(!reads('# Project\n\n1. Install\n2. Run\n\n## 1.1 Options\n'));
    assert.ok(!reads('---\ntitle: Notes\ndate: 2025-01-01\n---\n\nText.\n'));
    assert.ok(!reads('1. Cài đặt chương trình.\n2. Người dùng chủ trì việc kiểm tra.\n\na. Chạy lệnh.\n'));
    assert.ok(!reads(''));
  });
});

describe('command line: the program itself', () => {
  let folder = '';
  const program = resolve('dist/chidao.mjs');
  const chidao = (argv: readonly string[], input = '') => {
    const options = { cwd: folder, encoding: 'utf8', input, env: { PATH: process.env.PATH ?? '' } } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], options);
    return { code: status, out: stdout, err: stderr };
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-'));
    mkdirSync(join(folder, 'ok/node_modules'), { recursive: true });
    mkdirSync(join(folder, 'bad/dir.md'), { recursive: true });
    for (const path of ['ok/b.md', 'ok/a.md', 'ok/node_modules/c.md', 'bad/a.md']) {
      writeFileSync(join(folder, path), DRAFT);
    }
    writeFileSync(join(folder, 'bad/big.md'), new Uint8Array(11 * 1024 * 1024));
    symlinkSync('nowhere.md', join(folder, 'bad/link.md'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const pathsIn = (out: string) => JSON.parse(out).documents.map(({ path }: { path: string }) => path);

  it('reads files, folders, patterns and standard input', () => {
    for (const asked of ['ok', 'ok/*.md', '**/ok/**/*.md']) {
      const { code, out } = chidao(['outline', '--format', 'json', asked]);
      assert.deepEqual([code, pathsIn(out)], [0, ['ok/a.md', 'ok/b.md']]);
    }
    assert.deepEqual(pathsIn(chidao(['tasks', '-', '--format', 'json'], DRAFT).out), ['-']);
  });

  it('reports the good file among bad ones', () => {
    const { code, out, err } = chidao(['outline', '--format', 'json', 'bad', 'none.md']);
    assert.deepEqual([code, pathsIn(out)], [2, ['bad/a.md']]);
    assert.deepEqual(err.match(/"[^"]+"/g)?.sort(), ['"bad/big.md"', '"bad/dir.md"', '"bad/link.md"', '"none.md"']);
  });

  it('refuses a wrong command without a stack trace', () => {
    const { code, out, err } = chidao(['chekc']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Không có lệnh "chekc"; có phải ý bạn là check\?\n$/);
  });
});
