import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { World } from '../cli/world.ts';
import type { Rule } from '../core/rule.ts';
import { DRAFT, findWords, refuses, run } from './fake-world.ts';

describe('command line: findings', () => {
  const files = { 'a.md': `${DRAFT}\nMột SAI, hai NHẸ.\n`, 'b.md': DRAFT };

  it('writes JSON as promised', async () => {
    const { code, out, err } = await run(['check', 'a.md', 'b.md', '--format', 'json'], { files });
    const answer = JSON.parse(out);
    assert.equal(code, 1);
    assert.equal(err, '');
    const [first, second] = answer.documents[0].diagnostics;
    assert.match(first.fingerprint, /^[0-9a-f]{14}$/);
    assert.deepEqual(
      { ...answer, documents: [{ ...answer.documents[0], diagnostics: [first] }, answer.documents[1]] },
      {
        version: 1,
        documents: [
          {
            path: 'a.md',
            diagnostics: [
              {
                rule: 'test/first',
                severity: 'error',
                message: 'Thấy SAI.',
                line: 13,
                column: 5,
                endLine: 13,
                endColumn: 8,
                fixable: true,
                fingerprint: first.fingerprint,
              },
            ],
          },
          { path: 'b.md', diagnostics: [] },
        ],
        summary: { documents: 2, error: 1, warning: 0, info: 0, hint: 1 },
      },
    );
    assert.equal(second.fixable, true);
    const english = await run(['check', 'a.md', '--format', 'json', '--locale', 'en'], { files });
    assert.equal(JSON.parse(english.out).documents[0].diagnostics[0].message, 'Saw SAI.');
  });

  it('exits by the severity asked for', async () => {
    const codes = async (text: string, ...levels: string[]) => {
      const results = await Promise.all(
        levels.map((level) => run(['check', 'a.md', '--fail-on', level], { files: { 'a.md': text } })),
      );
      return results.map(({ code }) => code);
    };
    assert.deepEqual(await codes('NHẸ', 'error', 'warning', 'info', 'hint', 'never'), [0, 0, 0, 1, 0]);
    assert.deepEqual(await codes('SAI', 'error', 'hint', 'never'), [1, 1, 0]);
    assert.equal((await run(['check', 'a.md'], { files: { 'a.md': 'NHẸ' } })).code, 0);
  });

  it('accepts --no-workspace, --no-cache and --no-config', async () => {
    const plain = await run(['check', 'a.md'], { files });
    assert.deepEqual(await run(['check', 'a.md', '--no-workspace', '--no-cache', '--no-config'], { files }), plain);
  });

  it('shows the line with the words underlined, the fix and the count', async () => {
    const { out } = await run(['check', 'a.md', 'b.md'], { files });
    assert.equal(
      out,
      [
        'a.md:13:5 lỗi: Thấy SAI. [test/first]',
        '  13 │ Một SAI, hai NHẸ.',
        '     │     ^^^',
        '     → Bỏ đi',
        '',
        'a.md:13:14 gợi ý: Thấy NHẸ. [test/second]',
        '  13 │ Một SAI, hai NHẸ.',
        '     │              ^^^',
        '     → Bỏ đi',
        '',
        'Đã kiểm tra 2 văn bản: 1 lỗi, 1 gợi ý.',
        '',
      ].join('\n'),
    );
    assert.match(
      (await run(['check', 'b.md', '--locale', 'en'], { files })).out,
      /^1 document checked: nothing found\.\n$/,
    );
  });

  it('underlines letters typed in parts, after tabs, and cuts long lines around the words', async () => {
    const shown = async (line: string, width?: number) => {
      const world = width === undefined ? {} : { width };
      const { out } = await run(['check', 'a.md'], { files: { 'a.md': `${line}\n` }, world });
      return out.split('\n').slice(1, 3);
    };
    assert.deepEqual(await shown('\tThời hạn SAI rồi'.normalize('NFD')), [
      '  1 │     Thời hạn SAI rồi',
      '    │              ^^^',
    ]);
    const [line = '', marks = ''] = await shown(`${'trước '.repeat(60)}SAI ${'sau '.repeat(60)}`, 80);
    assert.ok(line.length <= 80, line);
    assert.match(line, /│ ….*SAI.*…$/);
    assert.equal(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), 'SAI');
  });

  it('lets no control character of a draft reach the terminal', async () => {
    const { out } = await run(['check', 'a\u001b[31m.md'], { files: { 'a\u001b[31m.md': 'x\u001b[2J\u0007 SAI' } });
    assert.ok(!out.includes('\u001b') && !out.includes('\u0007'));
  });

  it('uses colours on a terminal, unless asked not to', async () => {
    const coloured = async (argv: string[], world: Partial<World>) =>
      (await run(['check', 'a.md', ...argv], { files, world })).out.includes('\u001b[');
    const terminal = { isTerminal: true, width: 80 };
    assert.equal(await coloured([], {}), false);
    assert.equal(await coloured([], terminal), true);
    assert.equal(await coloured(['--no-color'], terminal), false);
    assert.equal(await coloured([], { ...terminal, environment: { NO_COLOR: '1' } }), false);
    assert.equal(await coloured([], { ...terminal, environment: { TERM: 'dumb' } }), false);
    assert.equal(await coloured([], { environment: { FORCE_COLOR: '1' } }), true);
    assert.equal(await coloured(['--no-color'], { environment: { FORCE_COLOR: '1' } }), false);
  });

  it('asks to report what it did not expect, and goes on with the other documents', async () => {
    const broken: Rule = {
      ...findWords('test/broken', 'error', 'SAI'),
      check: ({ text }) => {
        if (text.includes('SAI')) throw new TypeError('x is not\na function');
        return [];
      },
    };
    const { code, out, err } = await run(['check', 'a.md', 'b.md'], { files, rules: [broken] });
    assert.equal(code, 2);
    assert.match(out, /Đã kiểm tra 1 văn bản/);
    assert.match(
      err,
      /^Chương trình gặp lỗi ngoài dự kiến khi đọc "a\.md" \(x is not a function\); xin báo lỗi này.*\n$/,
    );
    await refuses(['check', 'a.md'], /ngoài dự kiến \(boom\)/, { world: { look: () => Promise.reject('boom') } });
  });
});

describe('command line: outline, tasks, explain', () => {
  const files = { 'a.md': DRAFT };

  it('writes outlines and task tables as JSON', async () => {
    const outline = JSON.parse((await run(['outline', 'a.md', '--format', 'json'], { files })).out);
    assert.deepEqual([outline.version, outline.documents.length], [1, 1]);
    const [document] = outline.documents;
    assert.deepEqual([document.path, document.type, document.issued], ['a.md', 'Công điện', '2025-06-01']);
    assert.equal(document.units.length, 3);
    const tasks = JSON.parse((await run(['tasks', 'a.md', '--format', 'json'], { files })).out);
    assert.deepEqual(tasks, { version: 1, documents: [{ path: 'a.md', tasks: document.tasks }] });
    assert.equal(document.tasks.length, 2);
  });

  it('draws the outline as a tree with who and when', async () => {
    const { out } = await run(['outline', 'a.md'], { files });
    assert.match(out, /^a\.md\nCông điện số 12\/CĐ-TTg ngày 01\/6\/2025\n3 mục đánh số · 2 nhiệm vụ/);
    assert.match(out, /^ *7 {2}I\. NHIỆM VỤ +2 nhiệm vụ$/m);
    assert.match(out, /^ *9 {4}1\. Bộ Tài chính chủ trì.*… +Bộ Tài chính · trước 30\/6\/2025$/m);
  });

  it('draws the task table within the page, also a narrow one', async () => {
    for (const width of [80, 100, 120]) {
      const { out } = await run(['tasks', 'a.md'], { files, world: { width } });
      assert.ok(
        out.split('\n').every((line) => line.length <= width),
        out,
      );
      for (const words of [
        'I.1',
        'Bộ Tài chính',
        'Rà soát',
        'trước 30/6/2025',
        'phối hợp: Bộ Công an',
        'I.2',
        'I. NHIỆM VỤ',
      ]) {
        assert.ok(out.includes(words), `${width}: ${words}\n${out}`);
      }
    }
    assert.match((await run(['tasks', 'a.md'], { files: { 'a.md': 'Chữ.' } })).out, /Không đọc thấy nhiệm vụ nào/);
  });

  it('explains a rule, lists all, and knows the one meant', async () => {
    const one = await run(['explain', 'test/first']);
    assert.equal(one.code, 0);
    for (const words of ['test/first', 'Tìm SAI.', 'Vì cần.', 'lỗi', 'a SAI', '1:3 Thấy SAI.', 'Sửa thành']) {
      assert.ok(one.out.includes(words), words);
    }
    assert.match((await run(['explain', 'test/first', '--locale', 'en'])).out, /Looks for SAI\./);
    const all = await run(['explain']);
    assert.match(all.out, /^test\/first +lỗi +Tìm SAI\.\ntest\/second +gợi ý +Tìm NHẸ\.\n/);
    await refuses(['explain', 'test/frist'], /"test\/frist"; có phải ý bạn là test\/first\?/);
    await refuses(['explain', 'second'], /có phải ý bạn là test\/second\?/);
    await refuses(['explain', 'khác hẳn'], /xem danh sách bằng chidao explain/);
  });
});
