import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
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
import { applyPatch } from 'diff';
import { after, before, describe, it } from 'mocha';
import { fixAll } from '../core/fix.ts';
import { neighbourhoodOf } from '../core/neighbours.ts';
import type { Rule } from '../core/rule.ts';
import { rules } from '../core/rules/index.ts';
import { elsewhere } from '../core/summary.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { DRAFT, findWords, refuses, run } from './fake-world.ts';

const project = { registry: bundledRegistry, today: '2026-06-01' };

/** Puts one text in the place of another, where it stands at the first time. */
function replaces(id: string, from: string, to: string): Rule {
  return {
    ...findWords(id, 'error', from),
    *check({ text }) {
      const start = text.indexOf(from);
      if (start < 0) return;
      const edit = { start, end: start + from.length, text: to };
      const saying = { vi: `Thấy ${from}.`, en: `Saw ${from}.` };
      yield { start, end: edit.end, message: saying, fixes: [{ title: saying, edits: [edit], certain: true }] };
    },
  };
}

const fixed = (text: string, ...some: Rule[]) => fixAll(text, project, some);

describe('making all certain fixes', () => {
  it('makes them in rounds until nothing changes', () => {
    const { text, made, left } = fixed('một hai', replaces('a/a', 'một', 'hai'), replaces('a/b', 'hai hai', 'ba'));
    assert.equal(text, 'ba');
    assert.deepEqual(
      made.map(({ finding, draft }) => [finding.rule, draft.text]),
      [
        ['a/a', 'một hai'],
        ['a/b', 'hai hai'],
      ],
    );
    assert.deepEqual(left, []);
  });

  it('never makes two together that overlap or stand at one place', () => {
    assert.equal(fixed('abcd', replaces('a/a', 'abc', 'x'), replaces('a/b', 'bcd', 'y')).text, 'xd');
    assert.equal(fixed('abcd', replaces('a/a', 'ab', 'x'), replaces('a/b', 'abcd', 'y')).text, 'xcd');
    assert.equal(fixed('abcd', replaces('a/a', 'ab', 'x'), replaces('a/b', 'cd', 'y')).text, 'xy');
    const twoParts: Rule = {
      ...findWords('a/c', 'error', 'a'),
      *check({ text }) {
        const message = { vi: 'x', en: 'x' };
        const edits = [
          { start: 0, end: 1, text: 'A' },
          { start: 3, end: 4, text: 'D' },
        ];
        if (text.startsWith('a'))
          yield { start: 0, end: 1, message, fixes: [{ title: message, edits, certain: true }] };
      },
    };
    // All parts of a fix or none.
    assert.equal(fixed('abcd', twoParts, replaces('a/b', 'cd', 'xd')).text, 'AbcD');
  });

  it('leaves uncertain fixes to the writer', () => {
    const { text, made, left } = fixed(
      'SAI KEM',
      findWords('a/a', 'hint', 'KEM'),
      findWords('a/b', 'error', 'SAI', true),
    );
    assert.deepEqual([text, made.length, left.length], [' KEM', 1, 1]);
  });

  it('ends where fixes lead back, change nothing, or go on for ever', () => {
    assert.equal(fixed('a', replaces('a/a', 'a', 'b'), replaces('a/b', 'b', 'a')).text, 'b');
    assert.equal(fixed('a', replaces('a/a', 'a', 'a')).text, 'a');
    assert.ok(fixed('a', replaces('a/a', 'a', 'aa')).text.length < 100);
  });

  it('writes the line ends of the text', () => {
    assert.equal(fixed('a\r\nb\r\n', replaces('a/a', 'a', 'x\ny')).text, 'x\r\ny\r\nb\r\n');
    assert.equal(fixed('a\nb\r\n', replaces('a/a', 'a', 'x\ny')).text, 'x\ny\nb\r\n');
  });

  it('gives a text that nothing changes again, for every example of the rules', () => {
    for (const { text } of rules.flatMap(({ examples }) => examples)) {
      for (const form of [text, text.normalize('NFD'), text.replaceAll('\n', '\r\n')]) {
        const once = fixAll(form, project);
        assert.equal(fixAll(once.text, project).text, once.text);
        if (form.includes('\r\n')) assert.doesNotMatch(once.text, /(?<!\r)\n/);
      }
    }
  });
});

describe('command line: fixes', () => {
  const files = { 'a.md': `${DRAFT}\nMột SAI, hai NHẸ, ba SAI.\n`, 'b.md': DRAFT };
  const mended = files['a.md'].replaceAll('SAI', '');

  it('writes the files that change, and says what was mended and what is left', async () => {
    const { code, out, err, saved } = await run(['check', '--fix', '.'], { files });
    assert.deepEqual([code, err, saved], [0, '', { 'a.md': mended }]);
    assert.equal(
      out,
      [
        'a.md:13:5 đã sửa: Thấy SAI. → Bỏ đi [test/first]',
        'a.md:13:22 đã sửa: Thấy SAI. → Bỏ đi [test/first]',
        '',
        'a.md:13:11 gợi ý: Thấy NHẸ. [test/second]',
        '  13 │ Một , hai NHẸ, ba .',
        '     │           ^^^',
        '     → Bỏ đi',
        '',
        'Đã kiểm tra 2 văn bản: đã sửa 2 chỗ, 1 gợi ý.',
        '',
      ].join('\n'),
    );
    const again = await run(['check', '--fix', 'b.md', '--locale', 'en'], { files });
    assert.deepEqual([again.saved, again.out], [{}, '1 document checked: nothing found.\n']);
  });

  it('tells programs what was mended', async () => {
    const { out, saved } = await run(['check', '--fix', 'a.md', 'b.md', '--format', 'json'], { files });
    const { documents, summary, version } = JSON.parse(out);
    assert.deepEqual(saved, { 'a.md': mended });
    assert.deepEqual([version, summary.error, summary.hint], [1, 0, 1]);
    const [{ fingerprint, ...first }] = documents[0].fixed;
    assert.match(fingerprint, /^[0-9a-f]{14}$/);
    assert.deepEqual(first, { rule: 'test/first', message: 'Thấy SAI.', title: 'Bỏ đi', line: 13, column: 5 });
    assert.deepEqual([documents[0].fixed.length, documents[1].fixed], [2, []]);
    assert.equal(
      JSON.parse((await run(['check', 'a.md', '--format', 'json'], { files })).out).documents[0].fixed,
      undefined,
    );
  });

  it('keeps byte order mark and line ends', async () => {
    const text = `\ufeff${files['a.md'].replaceAll('\n', '\r\n')}`;
    const { saved } = await run(['check', '--fix', 'a.md'], { files: { 'a.md': text } });
    assert.deepEqual(saved, { 'a.md': text.replaceAll('SAI', '') });
  });

  it('with standard input writes the text out and all else to standard error', async () => {
    const { code, out, err, saved } = await run(['check', '--fix', '-'], { input: `\ufeff${files['a.md']}` });
    assert.deepEqual([code, out, saved], [0, `\ufeff${mended}`, {}]);
    assert.match(err, /^\(đầu vào chuẩn\):13:5 đã sửa: .*\n.*\n\n\(đầu vào chuẩn\):13:11 gợi ý/);
    const plain = await run(['check', '--fix', '-'], { input: DRAFT });
    assert.equal(plain.out, DRAFT);
    const json = await run(['check', '--fix', '-', '--format', 'json'], { input: files['a.md'] });
    assert.deepEqual([json.out, JSON.parse(json.err).documents[0].fixed.length], [mended, 2]);
  });

  it('says which file it may not write, and shows what is found there as it is', async () => {
    const save = async () => ({ kind: 'unreadable', code: 'EACCES' }) as const;
    const { code, out, err } = await run(['check', '--fix', 'a.md'], { files, world: { save } });
    assert.equal(code, 2);
    assert.match(err, /^Không có quyền ghi "a\.md" nên chưa sửa gì trong tệp này; [^\n]*\n$/);
    assert.match(out, /Đã kiểm tra 1 văn bản: 2 lỗi, 1 gợi ý\.\n$/);
    const full = async () => ({ kind: 'unreadable', code: 'ENOSPC' }) as const;
    assert.match(
      (await run(['check', '--fix', 'a.md', '--locale', 'en'], { files, world: { save: full } })).err,
      /ENOSPC/,
    );
  });

  it('shows as a diff what it would write', async () => {
    const { code, out, err, saved } = await run(['check', '--fix-dry-run', '.'], { files });
    assert.deepEqual([code, saved], [0, {}]);
    assert.equal(err, 'Có thể sửa tự động 2 chỗ (chưa ghi vào tệp); còn lại: 1 gợi ý.\n');
    assert.equal(
      out,
      [
        '--- a.md',
        '+++ a.md',
        '@@ -10,4 +10,4 @@',
        ' ',
        ' 2. Bộ Nội vụ báo cáo kết quả.',
        ' ',
        '-Một SAI, hai NHẸ, ba SAI.',
        '+Một , hai NHẸ, ba .',
        '',
      ].join('\n'),
    );
    for (const text of [files['a.md'], `\ufeffSAI\r\n\r\nSAI`, 'SAI']) {
      const patch = await run(['check', '--fix-dry-run', '--fix', 'a.md'], { files: { 'a.md': text } });
      assert.equal(applyPatch(text, patch.out, { autoConvertLineEndings: false }), text.replaceAll('SAI', ''));
      const json = await run(['check', '--fix-dry-run', 'a.md', '--format', 'json'], { files: { 'a.md': text } });
      assert.equal(JSON.parse(json.out).diff, patch.out);
    }
    const shown = await run(['check', '--fix-dry-run', 'a.md'], {
      files: { 'a.md': `SAI \u001b[2J${files['a.md']}` },
      world: { isTerminal: true },
    });
    assert.ok(shown.out.includes('\u001b[31m-') && !shown.out.includes('\u001b[2J'));
    assert.equal((await run(['check', '--fix-dry-run', 'b.md'], { files })).out, '');
  });

  it('checks chosen rules only, by id or category', async () => {
    const only = async (...argv: string[]) => {
      const { out } = await run(['check', 'a.md', '--format', 'json', ...argv], { files });
      return JSON.parse(out).documents[0].diagnostics.map(({ rule }: { rule: string }) => rule);
    };
    assert.deepEqual(await only('--rule', 'test/second'), ['test/second']);
    assert.deepEqual(await only('--rule', 'test/second', '--rule', 'test/first'), [
      'test/first',
      'test/second',
      'test/first',
    ]);
    assert.deepEqual(await only('--rule', 'test'), ['test/first', 'test/second', 'test/first']);
    await refuses(['check', 'a.md', '--rule', 'test/secnd'], /"test\/secnd"; có phải ý bạn là test\/second\?/, {
      files,
    });
    await refuses(['tasks', 'a.md', '--fix'], /"--fix"/, { files });
  });

  it('checks drafts as ready to be issued where asked', async () => {
    const ready: Rule = {
      ...findWords('test/ready', 'error', 'x'),
      *check(_, { settings }) {
        if (settings?.ready) yield { start: 0, end: 3, message: { vi: 'Thiếu.', en: 'Missing.' } };
      },
    };
    const codes = async (argv: string[], own: string) =>
      (await run(['check', 'b.md', ...argv], { files: { ...files, '.chidao.yaml': own }, rules: [ready] })).code;
    assert.equal(await codes([], ''), 0);
    assert.equal(await codes(['--ready'], ''), 1);
    assert.equal(await codes(['--ready'], 'sắp ban hành: không'), 1);
    assert.equal(await codes([], 'sắp ban hành: có'), 1);
  });
});

describe('command line: documents beside one another', () => {
  /** Names the other documents it sees, and points to their numbers. */
  const beside: Rule = {
    ...findWords('test/beside', 'warning', 'x'),
    acrossDocuments: true,
    *check(draft, project) {
      for (const { path, number } of neighbourhoodOf(draft, project).documents) {
        const saying = { vi: `Thấy ${path}.`, en: `Saw ${path}.` };
        const related = number ? [{ ...elsewhere(path, number), message: saying }] : [];
        yield { start: 0, end: 3, message: saying, related };
      }
    },
  };
  const text = '---\nsố: 12/KH-UBND\n---\n\nHai SAI.\n';
  const files = { 'a.md': text, 'b.md': text, 'c/d.md': text, 'c/.chidao.yaml': '# của thư mục này\n', 'c/e.md': text };
  const seen = async (...argv: string[]) => {
    const { out } = await run(['check', '--format', 'json', ...argv], { files, rules: [beside] });
    const documents: { path: string; diagnostics: { message: string }[] }[] = JSON.parse(out).documents;
    return documents.map(({ path, diagnostics }) => `${path}: ${diagnostics.map(({ message }) => message).join(' ')}`);
  };

  it('are those named in the run with the same settings', async () => {
    assert.deepEqual(await seen('a.md', 'b.md', 'c/d.md', 'c/e.md'), [
      'a.md: Thấy b.md.',
      'b.md: Thấy a.md.',
      'c/d.md: Thấy c/e.md.',
      'c/e.md: Thấy c/d.md.',
    ]);
    assert.deepEqual(await seen('a.md', 'c/d.md'), ['a.md: ', 'c/d.md: ']);
    assert.deepEqual(await seen('--no-workspace', 'a.md', 'b.md'), ['a.md: ', 'b.md: ']);
    assert.deepEqual(await seen('--no-config', 'a.md', 'c/d.md'), ['a.md: Thấy c/d.md.', 'c/d.md: Thấy a.md.']);
  });

  it('are shown with path and place', async () => {
    const { out } = await run(['check', 'a.md', 'b.md'], { files, rules: [beside] });
    assert.match(out, /^a\.md:1:1 cảnh báo: .*\n.*\n.*\n {4}b\.md:2:5: Thấy b\.md\.\n/);
  });

  it('see each other mended', async () => {
    const { out } = await run(['check', '--fix', 'a.md', 'b.md'], {
      files: { 'a.md': text.replace('Hai', 'SAI'), 'b.md': text.replace('SAI', '') },
      rules: [beside, findWords('test/first', 'error', 'SAI', true)],
    });
    assert.match(out, /đã sửa 2 chỗ, 2 cảnh báo\./);
  });
});

describe('command line: fixes by the program itself', () => {
  let folder = '';
  const wrong = 'a) Lập danh mục.\r\n\r\nb) Phân công.\r\n\r\nb) Báo cáo.\r\n';
  const right = wrong.replace('b) Báo', 'c) Báo');
  const chidao = (argv: readonly string[], input = '') =>
    spawnSync(process.execPath, [resolve('dist/chidao.mjs'), 'check', ...argv], {
      cwd: folder,
      encoding: 'utf8',
      input,
    });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-'));
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b/đích.md'), `\ufeff${wrong}`);
    chmodSync(join(folder, 'b/đích.md'), 0o640);
    symlinkSync('b/đích.md', join(folder, 'a.md'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('writes through a link, with mode, byte order mark and line ends kept, and leaves nothing else behind', () => {
    const dry = chidao(['--fix-dry-run', 'a.md']);
    assert.match(dry.stdout, /^--- a\.md\n\+\+\+ a\.md\n@@.*\n[\s\S]*-b\) Báo cáo\.\r\n\+c\) Báo cáo\.\r\n$/);
    assert.equal(readFileSync(join(folder, 'b/đích.md'), 'utf8'), `\ufeff${wrong}`);
    const { status, stdout, stderr } = chidao(['--fix', 'a.md']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^a\.md:5:1 đã sửa: /);
    assert.equal(readFileSync(join(folder, 'b/đích.md'), 'utf8'), `\ufeff${right}`);
    assert.equal(statSync(join(folder, 'b/đích.md')).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(folder, 'a.md')).isSymbolicLink());
    assert.deepEqual([readdirSync(join(folder, 'b')), readdirSync(folder).sort()], [['đích.md'], ['a.md', 'b']]);
  });

  it('shows a diff that tools for patches take, whatever the name', function () {
    const names = ['Kế hoạch (dự thảo) 1.md', 'a"b.md', 'c.md'];
    for (const name of names) writeFileSync(join(folder, 'b', name), wrong.replaceAll('\r', ''));
    const { stdout } = chidao(['--fix-dry-run', ...names.map((name) => `b/${name}`)]);
    const git = spawnSync('git', ['apply', '-p0', '-'], { cwd: folder, input: stdout, encoding: 'utf8' });
    if (git.error) this.skip();
    assert.deepEqual([git.status, git.stderr], [0, '']);
    for (const name of names) {
      assert.equal(readFileSync(join(folder, 'b', name), 'utf8'), right.replaceAll('\r', ''));
      rmSync(join(folder, 'b', name));
    }
  });

  it('mends standard input', () => {
    assert.equal(chidao(['--fix', '-'], wrong).stdout, right);
  });

  it('refuses what it may not write', function () {
    if (process.getuid?.() === 0) this.skip();
    writeFileSync(join(folder, 'b/x.md'), wrong, { mode: 0o444 });
    const { status, stderr } = chidao(['--fix', 'b/x.md']);
    assert.equal(status, 2);
    assert.match(stderr, /^Không có quyền ghi "b\/x\.md"/);
    assert.equal(readFileSync(join(folder, 'b/x.md'), 'utf8'), wrong);
  });
});
