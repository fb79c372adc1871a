import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judge } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { toReport } from '../core/report.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { pairTraces, traceOf } from '../core/trace.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { findWords, type Outside, refuses, run } from './fake-world.ts';
import { directives } from './planting.ts';

const project = { registry: bundledRegistry, today: '2026-11-21', settings: DEFAULT_SETTINGS };
const find = (text: string) => {
  const draft = readDraft(text, bundledRegistry);
  return toReport('a.md', draft, project, judge(draft, project)).findings;
};
const printsOf = (text: string) =>
  find(text)
    .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
    .sort();

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const next = (number: string) => ROMAN[ROMAN.indexOf(number) + 1] ?? '';

/** A section put in as the first, those behind it and what refers to them numbered anew. */
function insertSection(text: string): string {
  const [, mark = ''] = /^## [IVX]+([.-])/m.exec(text) ?? [];
  const moved = text
    .replace(/^(## )([IVX]+)(?=[.-])/gm, (_, sharp, number) => sharp + next(number))
    .replace(/((?:mục|Mục|Phần) )([IVX]+)(?![\p{L}\d])/gu, (_, word, number) => word + next(number));
  const section = `## I${mark} TÌNH HÌNH\n\nThời gian qua, công tác chuyển đổi số đạt nhiều kết quả.\n\n`;
  const at = moved.search(/^## /m);
  return moved.slice(0, at) + section + moved.slice(at);
}

describe('fingerprints', () => {
  for (const { name, text } of directives) {
    it(`of ${name} survive a section put in at the top`, () => {
      assert.notEqual(insertSection(text), text);
      const before = printsOf(text);
      assert.ok(before.length > 20);
      assert.deepEqual(printsOf(insertSection(text)), before);
    });

    it(`of ${name} are the same however lines end and letters are composed`, () => {
      assert.deepEqual(printsOf(text.replaceAll('\n', '\r\n')), printsOf(text));
    });
  }

  const FAULTY = [
    '## I. CHUNG\n\n1. Bộ Kế hoạch và Đầu tư báo cáo theo khoản 1 Mục II.\n\n3. Bộ Y tế báo cáo trước ngày 31/6/2026.\n',
    '## II. NHIỆM VỤ\n\n1. Bộ Kế hoạch và Đầu tư xây dựng đề án, trình theo khoản 9 Mục I.\n\n2. Bộ Nội vụ tổng hợp.\n',
  ];
  const rulesOf = (text: string) => find(text).map(({ rule }) => rule);

  it('survive renumbering of what they point at and what they stand in', () => {
    const referring =
      '## I. MỤC TIÊU\n\n## II. NHIỆM VỤ\n\n1. Sở Nội vụ rà soát quy trình.\n\n2. Sở Tài chính bố trí kinh phí cho nhiệm vụ tại khoản 3 Mục này và điểm a khoản 1 Mục IV.\n';
    const texts = [FAULTY.join('\n'), referring];
    const found = texts.flatMap(rulesOf);
    for (const rule of ['numbering/sequence', 'reference/missing', 'owner/ended', 'deadline/impossible']) {
      assert.ok(found.includes(rule), rule);
    }
    for (const text of texts) assert.deepEqual(printsOf(insertSection(text)), printsOf(text));
  });

  it('of what a moved section holds stay', () => {
    const [one = '', other = ''] = FAULTY;
    const moved = [other.replace('II. NHIỆM', 'I. NHIỆM'), one.replace('I. CHUNG', 'II. CHUNG')].join('\n');
    const own = (text: string) => printsOf(text).filter((print) => /^(?:owner|deadline)/.test(print));
    assert.deepEqual(own(moved), own(FAULTY.join('\n')));
  });

  it('tell faults apart that stand in different places, and equal ones by their order', () => {
    const line = '1. Bộ Kế hoạch và Đầu tư và Bộ Kế hoạch và Đầu tư báo cáo.\n';
    const findings = find(`## I. CHUNG\n\n${line}`).filter(({ rule }) => rule === 'owner/ended');
    assert.equal(findings.length, 2);
    assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 2);
  });
});

describe('a fault in two versions', () => {
  const pairs = (before: string, after: string) => {
    const [old, now] = [find(before).map(traceOf), find(after).map(traceOf)];
    const paired = pairTraces(old, now);
    const words = (rest: typeof old) => rest.map(({ rule, words: found }) => `${rule} ${found}`);
    return {
      known: words(paired.map((pair) => pair.after)),
      fresh: words(now.filter((trace) => !paired.some((pair) => pair.after === trace))),
      gone: words(old.filter((trace) => !paired.some((pair) => pair.before === trace))),
    };
  };
  const draft = (...lines: string[]) =>
    `## I. NHIỆM VỤ\n\n${[...lines, 'Bộ Nội vụ tổng hợp, báo cáo trước ngày 01/12/2026.'].map((line, i) => `${i + 1}. ${line}\n`).join('\n')}`;
  const OLD = 'Bộ Kế hoạch và Đầu tư xây dựng đề án đổi mới cơ chế đầu tư công, hoàn thành trước ngày 30/9/2026.';
  const ENDED = 'owner/ended Bộ Kế hoạch và Đầu tư';

  it('is known when the sentence around it was edited', () => {
    const edited = OLD.replace('đổi mới cơ chế đầu tư công', 'hoàn thiện cơ chế đầu tư công trung hạn');
    assert.deepEqual(pairs(draft(OLD), draft(edited)), { known: [ENDED], fresh: [], gone: [] });
  });

  it('is another when the same words are wrong in a new sentence', () => {
    const other = 'Bộ Kế hoạch và Đầu tư công bố danh sách doanh nghiệp nợ thuế, hoàn thành trước ngày 30/11/2026.';
    assert.deepEqual(pairs(draft(OLD), draft(OLD, other)), { known: [ENDED], fresh: [ENDED], gone: [] });
    assert.deepEqual(pairs(draft(OLD), draft(other)), { known: [], fresh: [ENDED], gone: [ENDED] });
  });

  it('is gone when it was mended, though the same rule finds another fault beside it', () => {
    const before = 'Bộ Tài chính báo cáo trước ngày 31/6/2026.';
    const after = 'Bộ Tài chính báo cáo kết quả sơ kết trước ngày 31/9/2027.';
    const { fresh, gone } = pairs(draft(before), draft(after));
    assert.deepEqual([fresh, gone], [['deadline/impossible ngày 31/9/2027'], ['deadline/impossible ngày 31/6/2026']]);
  });
});

const RULES = [findWords('test/first', 'error', 'SAI'), findWords('test/second', 'warning', 'NHẸ')];
const DRAFT = (...lines: string[]) => `# I. NHIỆM VỤ\n\n${lines.map((line, i) => `${i + 1}. ${line}\n`).join('\n')}`;
const A = DRAFT('Bộ Tài chính rà soát SAI các quy định.', 'Bộ Nội vụ NHẸ báo cáo kết quả.');
const B = DRAFT('Bộ Y tế SAI kiểm tra việc thực hiện.');

/** Runs check with the files as they are, and with what it wrote. */
async function checkWith(files: Record<string, string>, ...words: string[]) {
  const outside: Outside = { files, rules: RULES };
  const { out, err, code, saved } = await run(['check', '--format', 'json', ...words], outside);
  const lines = (out === '' ? [] : JSON.parse(out).documents).flatMap(
    ({ path, diagnostics }: { path: string; diagnostics: { line: number; rule: string }[] }) =>
      diagnostics.map(({ line, rule }) => `${path}:${line} ${rule}`),
  );
  return { lines, err, code, saved, files: { ...files, ...saved } };
}

describe('check --baseline', () => {
  const made = () => checkWith({ 'a.md': A, 'b.md': B }, '--baseline', 'cu.json', '--update-baseline');

  it('writes all that is found, sorted, one fault a line, and then tells nothing of it', async () => {
    const first = await made();
    assert.deepEqual([first.code, first.lines], [0, []]);
    assert.match(first.err, /^Đã ghi 3 lỗi hiện có vào "cu\.json"\.\n$/);
    const text = first.saved['cu.json'] ?? '';
    const { version, documents } = JSON.parse(text);
    assert.equal(version, 1);
    assert.deepEqual(Object.keys(documents), ['a.md', 'b.md']);
    assert.deepEqual(
      documents['a.md'].map(({ rule, words }: { rule: string; words: string }) => [rule, words]),
      [
        ['test/first', 'SAI'],
        ['test/second', 'NHẸ'],
      ],
    );
    assert.equal(text.split('\n').filter((line) => line.includes('fingerprint')).length, 3);
    const again = await checkWith(first.files, '--baseline', 'cu.json');
    assert.deepEqual([again.code, again.lines], [0, []]);
    assert.match(again.err, /^Không báo 3 lỗi cũ ghi trong "cu\.json"\.\n$/);
    const twice = await checkWith(first.files, 'b.md', 'a.md', '--baseline', 'cu.json', '--update-baseline');
    assert.equal(twice.saved['cu.json'], text);
  });

  it('tells what is new, at its place, and counts it', async () => {
    const { files } = await made();
    const more = DRAFT(
      'Bộ Công an SAI điều tra.',
      'Bộ Tài chính rà soát SAI các quy định.',
      'Bộ Nội vụ NHẸ báo cáo kết quả.',
    );
    const { code, lines } = await checkWith({ ...files, 'a.md': more }, '--baseline', 'cu.json');
    assert.deepEqual([code, lines], [1, ['a.md:3 test/first']]);
  });

  it('tells what is gone without failing, and drops it when updated', async () => {
    const { files } = await made();
    const mended = { ...files, 'a.md': A.replace('SAI ', '') };
    const { code, err, lines } = await checkWith(mended, '--baseline', 'cu.json');
    assert.deepEqual([code, lines], [0, []]);
    assert.match(err, /1 lỗi cũ đã hết; cập nhật bằng --update-baseline:\n {2}a\.md: test\/first "SAI"\n/);
    const { saved } = await checkWith(mended, '--baseline', 'cu.json', '--update-baseline');
    assert.equal(JSON.parse(saved['cu.json'] ?? '').documents['a.md'].length, 1);
    const { 'b.md': _, ...rest } = files;
    assert.match((await checkWith(rest, '--baseline', 'cu.json')).err, /1 lỗi cũ đã hết.*\n {2}b\.md/);
  });

  it('follows a document that was renamed', async () => {
    const { files } = await made();
    const { 'a.md': text, ...rest } = files as Record<string, string>;
    const { code, lines, err } = await checkWith({ ...rest, 'c.md': text ?? '' }, '--baseline', 'cu.json');
    assert.deepEqual([code, lines], [0, []]);
    assert.doesNotMatch(err, /đã hết/);
    const copied = await checkWith({ ...files, 'c.md': text ?? '' }, '--baseline', 'cu.json');
    assert.deepEqual(copied.lines, ['c.md:3 test/first', 'c.md:5 test/second']);
  });

  it('leaves alone what was not checked: other documents, rules not asked for', async () => {
    const { files, saved } = await made();
    for (const words of [['b.md'], ['--rule', 'test/second']]) {
      const { err } = await checkWith(files, ...words, '--baseline', 'cu.json');
      assert.doesNotMatch(err, /đã hết/);
      const updated = await checkWith(files, ...words, '--baseline', 'cu.json', '--update-baseline');
      assert.equal(updated.saved['cu.json'], saved['cu.json']);
    }
  });

  it('names documents from its own folder', async () => {
    const { saved } = await checkWith(
      { 'van-ban/a.md': A, 'x/y.txt': '' },
      '--baseline',
      'x/cu.json',
      '--update-baseline',
    );
    assert.deepEqual(Object.keys(JSON.parse(saved['x/cu.json'] ?? '').documents), ['../van-ban/a.md']);
    const { lines } = await checkWith(
      { 'van-ban/a.md': A, 'x/cu.json': saved['x/cu.json'] ?? '' },
      '--baseline',
      '/w/x/x/cu.json',
    );
    assert.deepEqual(lines, []);
  });

  it('refuses a file that is not there or cannot be read, and leaves it as it is', async () => {
    const refusesFile = async (content: string, sentence: RegExp) => {
      const outside = { files: { 'a.md': A, 'cu.json': content }, rules: RULES };
      await refuses(['check', 'a.md', '--baseline', 'cu.json'], sentence, outside);
      const { code, saved } = await run(['check', 'a.md', '--baseline', 'cu.json', '--update-baseline'], outside);
      assert.deepEqual([code, saved], [2, {}]);
    };
    await refuses(
      ['check', 'a.md', '--baseline', 'cu.json'],
      /Không tìm thấy tệp lỗi cũ "cu\.json".*--update-baseline/,
      {
        files: { 'a.md': A },
      },
    );
    await refusesFile('{', /"cu\.json" không phải tệp JSON/);
    await refusesFile('{}', /không phải tệp do --update-baseline ghi/);
    await refusesFile('[]', /không phải tệp do --update-baseline ghi/);
    await refusesFile('{"version": 2, "documents": {}}', /phiên bản Chỉ Đạo mới hơn/);
    await refusesFile('{"version": 1, "documents": {"a.md": [{"rule": 1}]}}', /mục không đọc được ở "a\.md"/);
    await refusesFile('{\n<<<<<<< HEAD\n', /dấu xung đột của git/);
  });

  it('refuses words that do not go together', async () => {
    await refuses(['check', '--update-baseline'], /--baseline TỆP/);
    await refuses(['check', '--baseline', 'x.json', '--update-baseline', '--changed'], /--changed/);
    await refuses(['check', '-', '--baseline', 'x.json'], /--stdin-path/);
  });
});
