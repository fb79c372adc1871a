import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { structureSuppression } from '../core/rules/structure/suppression.ts';
import { suppress } from '../core/suppressions.ts';
import { applyEdits, positionAt } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { findWords } from './fake-world.ts';

const wrong = findWords('owner/unknown', 'warning', 'SAI');
const mild = findWords('owner/ended', 'hint', 'KEM');

function find(text: string) {
  const draft = readDraft(text, bundledRegistry);
  const project = { registry: bundledRegistry, today: '2026-06-01' };
  const findings = check(draft, project, [wrong, mild, structureSuppression]);
  return { draft, findings };
}

/** Findings as "line:column what", of the words by the word alone. */
function found(text: string): string[] {
  const { draft, findings } = find(text);
  return findings.map(({ rule, start, end, message }) => {
    const { line, column } = positionAt(draft.lines, start);
    return `${line}:${column} ${rule.startsWith('structure') ? message.vi : draft.text.slice(start, end)}`;
  });
}

/** The same text however it is stored. */
function forms(text: string): string[] {
  const crlf = text.replaceAll('\n', '\r\n');
  return [text, text.normalize('NFD'), crlf, crlf.normalize('NFD'), text.replaceAll('\n', '\r')];
}

/** Only the lines named have findings, in every form. */
function expectLines(text: string, lines: readonly number[]): void {
  for (const form of forms(text)) {
    assert.deepEqual(
      found(form).map((each) => Number(each.split(':')[0])),
      lines,
      JSON.stringify(form),
    );
  }
}

const NOTE = '<!-- chidao-bỏ-qua owner/unknown: tên riêng của tỉnh -->';

describe('suppressions', () => {
  it('set aside what the block below has: a paragraph, a point, a heading, a line of a list', () => {
    expectLines(`SAI một.\n\n${NOTE}\n\nSAI hai.\n\nSAI ba.\n`, [1, 7]);
    expectLines(`SAI một.\n\n${NOTE}\nSAI hai.\n\nSAI ba.\n`, [1, 6]);
    expectLines(`1. SAI một.\n\n${NOTE}\n\n2. SAI hai SAI.\n\n3. SAI ba.\n`, [1, 7]);
    expectLines(`${NOTE}\n\n## I. PHẦN SAI\n\n1. SAI.\n`, [5]);
    expectLines(`${NOTE}\n## I. PHẦN SAI\n\n1. SAI.\n`, [4]);
    expectLines(`a) SAI\n\n${NOTE}\na) SAI\n\nb) SAI\n`, [1, 6]);
    expectLines(`- SAI một;\n${NOTE}\n- SAI hai;\n- SAI ba.\n`, [1, 4]);
    expectLines(`- SAI một:\n  ${NOTE}\n  + SAI hai;\n  + SAI ba.\n`, [1, 4]);
    expectLines(`- Một.\n\n  ${NOTE}\n\n  SAI hai.\n\n- SAI ba.\n`, [7]);
    expectLines(`> ${NOTE}\n> SAI một.\n\nSAI hai.\n`, [4]);
    expectLines(`${NOTE}\n\nSAI một của đoạn được ngắt dòng vì trang\ngiấy hẹp, SAI hai\nvà SAI ba.\n`, []);
  });

  it('read pasted text, whose lines follow each other without blank ones', () => {
    expectLines(`I. NHIỆM VỤ\n${NOTE}\n1. Sở SAI rà soát.\n2. Sở SAI báo cáo.\n`, [4]);
    expectLines(`I. NHIỆM VỤ\n1. Sở SAI rà soát.\n${NOTE}\n2. Sở SAI báo cáo.\na) SAI\n`, [2, 5]);
    expectLines(`1. Sở Nội vụ:\n${NOTE}\na) Rà soát SAI;\nb) Báo cáo SAI.\n`, [4]);
    expectLines(`Đoạn một SAI.\n${NOTE}\nĐoạn hai SAI.\nĐoạn ba SAI.\n`, [1, 4]);
    expectLines(`   ${NOTE}\n1. Sở SAI rà soát.\n`, []);
  });

  it('cover a whole table', () => {
    const rows = '| TT | Việc | SAI |\n|---|---|---|\n| 1 | SAI | a |\n| 2 | b | SAI |\n';
    expectLines(`${NOTE}\n\n${rows}\nSAI.\n`, [8]);
    expectLines(`${NOTE}\n${rows}\nSAI.\n`, [7]);
    expectLines(`${rows}\n${NOTE}\n\n${rows}\n${rows}`, [1, 3, 4, 13, 15, 16]);
    expectLines(`Bảng SAI:\n${NOTE}\n${rows}`, [1]);
  });

  it('in the front matter are for the document, with the signs of a comment or without', () => {
    for (const line of [
      '# chidao-bỏ-qua owner/unknown: tên riêng',
      '#chidao-ignore owner/unknown: tên riêng',
      '<!-- chidao-bỏ-qua owner/unknown: tên riêng -->',
      '  # chidao-bo-qua owner/unknown : tên riêng',
      'chidao-bỏ-qua owner/unknown: tên riêng',
      'chidao-ignore owner/unknown, owner/ended: tên riêng',
    ]) {
      const text = `---\nloại: Kế hoạch\n${line}\n---\n\nSAI.\n\n1. SAI SAI.\n\n| SAI |\n|---|\n`;
      for (const form of forms(text)) {
        const { draft, findings } = find(form);
        const left = findings.filter(({ rule }) => rule === 'owner/unknown');
        assert.deepEqual(left, [], form);
        assert.equal(draft.letterhead.fault, undefined, form);
        assert.equal(draft.letterhead.type?.text.normalize('NFC'), 'Kế hoạch');
      }
    }
  });

  it('name several rules, in either language', () => {
    for (const words of ['bỏ-qua', 'bo-qua', 'ignore']) {
      for (const list of ['owner/unknown, owner/ended', 'owner/ended owner/unknown', 'owner/unknown;owner/ended']) {
        expectLines(`<!-- chidao-${words} ${list}: lý do -->\n\nSAI và KEM.\n\nKEM.\n`, [5]);
        expectLines(`<!--chidao-${words} ${list}:lý do-->\nSAI và KEM.\n`, []);
      }
    }
    expectLines(`${NOTE}\n<!-- chidao-ignore owner/ended: cũng vậy -->\nSAI và KEM.\n`, []);
    expectLines(`${NOTE}\n\n<!-- chidao-ignore owner/ended: cũng vậy -->\n\nSAI và KEM.\n`, []);
  });

  it('run over several lines', () => {
    expectLines('<!--\nchidao-bỏ-qua owner/unknown: tên riêng\ncủa tỉnh\n-->\n\nSAI.\n\nSAI.\n', [8]);
  });

  it('are no other comments', () => {
    for (const comment of [
      '<!-- owner/unknown: lý do -->',
      '<!-- chidao-bỏ-quaowner/unknown: lý do -->',
      '<!-- chidao owner/unknown: lý do -->',
      '<!-- xem chidao-bỏ-qua owner/unknown: lý do -->',
    ]) {
      expectLines(`${comment}\n\nSAI.\n`, [3]);
    }
  });

  it('say what is wrong with them, at the word', () => {
    const cases: [string, string[]][] = [
      [
        '<!-- chidao-bỏ-qua owner/unknown -->\n\nSAI.\n',
        ['1:1 Lời bỏ qua chưa có lý do nên chưa có hiệu lực; thêm ": lý do" sau tên quy tắc.', '3:1 SAI'],
      ],
      [
        '<!-- chidao-bỏ-qua owner/unknown:   -->\n\nSAI.\n',
        ['1:1 Lời bỏ qua chưa có lý do nên chưa có hiệu lực; thêm ": lý do" sau tên quy tắc.', '3:1 SAI'],
      ],
      [
        '<!-- chidao-bỏ-qua: lý do -->\n\nSAI.\n',
        ['1:1 Lời bỏ qua không nêu quy tắc nào; viết như "chidao-bỏ-qua owner/unknown: lý do".', '3:1 SAI'],
      ],
      [
        '<!-- chidao-bỏ-qua owner/unknwon: lý do -->\n\nSAI.\n',
        ['1:20 Không có quy tắc "owner/unknwon"; tên gần nhất là "owner/unknown".', '3:1 SAI'],
      ],
      [`${NOTE}\n\nĐúng.\n\nSAI.\n`, ['1:20 Không có gì để bỏ qua: owner/unknown không báo gì ở đây.', '5:1 SAI']],
      [`Đúng.\n\n${NOTE}\n`, ['3:20 Không có gì để bỏ qua: owner/unknown không báo gì ở đây.']],
      [
        '<!-- chidao-bỏ-qua owner/unknown, owner/ended: lý do -->\n\nSAI.\n',
        ['1:35 Không có gì để bỏ qua: owner/ended không báo gì ở đây.'],
      ],
      [
        '---\n# chidao-bỏ-qua owner/ended: lý do\n---\n\nSAI.\n',
        ['2:1 Không có gì để bỏ qua: owner/ended không báo gì ở đây.', '5:1 SAI'],
      ],
    ];
    for (const [text, expected] of cases) {
      assert.deepEqual(found(text), expected, text);
      const nfd = found(text.normalize('NFD'));
      assert.deepEqual(
        nfd.map((each) => each.replace(/^\d+:\d+ /, '')),
        expected.map((each) => each.replace(/^\d+:\d+ /, '')),
      );
    }
  });

  it('stand where they say: every span is the words', () => {
    for (const form of forms(`Đoạn SAI.\n\n<!-- chidao-bỏ-qua owner/unknwon, owner/ended: ủy quyền -->\n\nĐúng.\n`)) {
      const { draft, findings } = find(form);
      const words = findings.map(({ start, end }) => draft.text.slice(start, end));
      assert.deepEqual(words, ['SAI', 'owner/unknwon', 'owner/ended']);
    }
  });

  it('are removed when nothing needs them, line and all', () => {
    const { draft, findings } = find(`Đúng.\n\n${NOTE}\nĐúng.\n`);
    assert.equal(applyEdits(draft.text, findings[0]?.fixes?.[0]?.edits ?? []), 'Đúng.\n\nĐúng.\n');
  });

  it('give no finding for a rule that did not run', () => {
    const draft = readDraft(`${NOTE}\n\nĐúng.\n`, bundledRegistry);
    const project = { registry: bundledRegistry, today: '2026-06-01' };
    assert.deepEqual(check(draft, project, [mild, structureSuppression]), []);
    const settings = { rules: { 'owner/unknown': 'off' as const }, ready: false, holidays: { off: [], worked: [] } };
    assert.deepEqual(check(draft, { ...project, settings }, [wrong, structureSuppression]), []);
  });
});

describe('suppressing a finding', () => {
  const texts = [
    'Một.\n\nSAI hai.\n\nSAI ba.\n',
    'SAI một.',
    '## I. PHẦN SAI\n\n1. SAI.\n',
    '1. Sở A.\n\n2. Sở SAI báo cáo.\n\n3. Sở C.\n',
    '- Một;\n- SAI hai;\n  + SAI ba;\n    SAI bốn;\n  + Năm.\n- SAI sáu.\n',
    '- Một.\n\n  SAI hai.\n\n- Ba.\n',
    '1. Sở A:\n   - SAI;\n   - Hai;\n     + SAI ba.\n2. SAI.\n',
    '> Một.\n\n> SAI hai.\n\n> - SAI ba.\n',
    'I. NHIỆM VỤ\n1. Sở SAI rà soát.\n2. Sở SAI báo cáo.\na) SAI một;\nb) Hai.\n',
    'Đoạn SAI dài được ngắt dòng giữa chừng vì trang giấy hẹp, nên phải\nxuống dòng SAI ở đây và còn viết\ntiếp nữa SAI.\n',
    'Trước.\n\n| TT | Việc SAI |\n|---|---|\n| 1 | SAI |\n| 2 | SAI b |\n\nSau SAI.\n',
    '- Mục:\n  | TT | Việc |\n  |---|---|\n  | 1 | SAI |\n',
    'Bảng:\n| TT | Việc |\n|---|---|\n| 1 | SAI |\n',
    '---\nloại: Kế hoạch SAI\n---\n\nSAI.\n',
    '---\nloại: Kế hoạch\n---\nSAI.\n',
    '```\nSAI\n```\n\nMột.\n',
    'Sở A: (1) SAI một; (2) Hai SAI.\n',
    '* Giai đoạn SAI\n\na) SAI.\n',
    '**1. Sở SAI:**\n- Rà soát SAI.\n',
    'Tiêu đề SAI\n===\n\nMột.\n',
    'PHỤ LỤC I\n\n    SAI thụt vào.\n',
    '<!-- ghi chú -->\nSAI.\n',
    'Nơi nhận:\n- Như trên;\n- SAI;\n- Lưu: VT.\n',
  ];

  it('sets aside what stands in its block and nothing else, wherever it is', () => {
    for (const text of texts.flatMap(forms)) {
      const before = find(text);
      for (const finding of before.findings) {
        const edit = suppress(before.draft, finding);
        assert.equal(edit.start, edit.end);
        const after = find(applyEdits(text, [edit]));
        const shown = JSON.stringify(after.draft.text);
        assert.ok(after.findings.length < before.findings.length, shown);
        assert.ok(
          after.findings.every(({ rule }) => rule === 'owner/unknown'),
          `${shown} ${JSON.stringify(after.findings)}`,
        );
        const rest = after.findings.map((each) => each.start - (each.start >= edit.start ? edit.text.length : 0));
        assert.ok(!rest.includes(finding.start), shown);
        assert.ok(
          rest.every((start) => before.findings.some((each) => each.start === start)),
          shown,
        );
      }
    }
  });

  it('leaves what is read as it was', () => {
    for (const text of texts.flatMap(forms)) {
      const before = find(text);
      const read = ({ draft }: typeof before) =>
        draft.nodes.map(({ kind, path, fact }) => `${kind} ${path} ${fact.item.body.text}`);
      for (const finding of before.findings) {
        const edit = suppress(before.draft, finding, 'tên riêng');
        assert.deepEqual(read(find(applyEdits(text, [edit]))), read(before), applyEdits(text, [edit]));
      }
    }
  });

  it('writes the comment as a person would', () => {
    const shown = (text: string) => {
      const { draft, findings } = find(text);
      const [finding] = findings;
      assert.ok(finding);
      return applyEdits(text, [suppress(draft, finding, 'tên riêng')]);
    };
    const note = '<!-- chidao-bỏ-qua owner/unknown: tên riêng -->';
    assert.equal(shown('Một.\n\n2. SAI.\n'), `Một.\n\n${note}\n2. SAI.\n`);
    assert.equal(shown('- Một:\r\n  + SAI.\r\n'), `- Một:\r\n  ${note}\r\n  + SAI.\r\n`);
    assert.equal(shown('---\nloại: SAI\n---\n'), '---\n# chidao-bỏ-qua owner/unknown: tên riêng\nloại: SAI\n---\n');
  });
});
