import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { makeFolder, makeRepository, type Repository } from './git-repository.ts';

const draft = (...lines: string[]) =>
  `---\nloại: Kế hoạch\nsố: 12/KH-UBND\nngày ban hành: 2026-03-05\n---\n\n# I. NHIỆM VỤ\n\n${lines.map((line, i) => `${i + 1}. ${line}\n`).join('\n')}`;
const GOOD = 'Bộ Nội vụ tổng hợp kết quả, báo cáo trước ngày 30/6/2026.';
const OLD = 'Bộ Kế hoạch và Đầu tư xây dựng đề án thí điểm, hoàn thành trước ngày 30/9/2026.';
const NEW = 'Bộ Y tế rà soát danh mục thuốc, hoàn thành trước ngày 31/6/2026.';
const NAME = 'văn bản/kế hoạch 12.md';

describe('check --changed', () => {
  let repository: Repository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  /** What is told of which document, by rules that find errors; documents without findings too. */
  function told(words: readonly string[] = ['--changed'], options: Parameters<Repository['chidao']>[1] = {}) {
    const { out, err, code } = repository.chidao(['check', '--format', 'json', ...words], options);
    assert.notEqual(out, '', err);
    const documents: { path: string; diagnostics: { rule: string; severity: string }[] }[] = JSON.parse(out).documents;
    const found = documents.map(({ path, diagnostics }) => {
      const rules = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      return [path, ...rules].join(' ');
    });
    return { found, err, code };
  }

  const fails = (words: readonly string[], sentence: RegExp, options: Parameters<Repository['chidao']>[1] = {}) => {
    const { code, out, err } = repository.chidao(words, options);
    assert.equal(code, 2, err);
    assert.match(err, sentence);
    assert.equal(err.trim().split('\n').length, 1, err);
    assert.equal(out, '');
  };

  function begin(files: Readonly<Record<string, string>> = { [NAME]: draft(OLD, GOOD), 'b.md': draft(OLD) }) {
    repository.write(files);
    repository.commit();
    repository.git('checkout', '-q', '-b', 'viec-moi');
  }

  it('tells nothing where nothing changed', () => {
    begin();
    assert.deepEqual(told(), { found: [], err: 'So với "main": không có văn bản nào thay đổi.\n', code: 0 });
    assert.equal(repository.chidao(['check', '--changed']).out, '');
  });

  it('tells only what the change brought, committed or not, wherever the lines moved', () => {
    begin();
    repository.write({ [NAME]: draft('Bộ Tài chính bố trí kinh phí trước ngày 30/4/2026.', NEW, OLD, GOOD) });
    const expected = [`${NAME} deadline/impossible`];
    assert.deepEqual(told().found, expected);
    repository.git('add', '-A');
    assert.deepEqual(told().found, expected);
    repository.commit();
    const { found, code } = told(['--changed', 'main']);
    assert.deepEqual([found, code], [expected, 1]);
    assert.deepEqual(told(['--changed=HEAD']).found, []);
  });

  it('compares with where the work parted, not with what the main branch is now', () => {
    begin();
    repository.write({ [NAME]: draft(OLD, GOOD, NEW) });
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ [NAME]: draft(GOOD), 'c.md': draft(NEW) });
    repository.commit();
    repository.git('checkout', '-q', 'viec-moi');
    assert.deepEqual(told().found, [`${NAME} deadline/impossible`]);
  });

  it('tells in parts what it tells at once, of directives only', () => {
    begin({ [NAME]: draft(OLD), 'b.md': draft(OLD), 'c.md': draft(OLD), 'ghi chú.md': '# Ghi chú\n' });
    repository.write({ [NAME]: draft(NEW, OLD), 'c.md': draft(OLD, NEW), 'ghi chú.md': '# Ghi chú mới\n' });
    const { found, err } = told();
    assert.deepEqual(found, ['c.md deadline/impossible', `${NAME} deadline/impossible`]);
    assert.match(err, /^So với "main": 2 văn bản/);
    for (const part of [1, 2]) {
      const { out } = repository.chidao(['check', '--format', 'json', '--changed', '--shard', `${part}/2`]);
      repository.write({ [`${part}.json`]: out });
    }
    const whole = repository.chidao(['check', '--format', 'json', '--changed']).out;
    assert.equal(repository.chidao(['merge', '--format', 'json', '1.json', '2.json']).out, whole);
    repository.write({ '2.json': repository.chidao(['check', '--format', 'json', '--shard', '2/2']).out });
    assert.match(repository.chidao(['merge', '1.json', '2.json']).err, /"2\.json" là của một lần/);
  });

  it('takes new files whole, those not added too, but not those git ignores', () => {
    begin();
    repository.write({ 'mới.md': draft(OLD), '.gitignore': 'tạm.md\n', 'tạm.md': draft(OLD) });
    assert.deepEqual(told().found, ['mới.md owner/ended']);
  });

  it('follows renamed files, by git or by hand', () => {
    begin();
    repository.git('mv', NAME, 'đã đổi tên.md');
    assert.deepEqual(told().found, ['đã đổi tên.md']);
    repository.git('reset', '-q');
    assert.deepEqual(told().found, ['đã đổi tên.md']);
    assert.deepEqual(told(['đã đổi tên.md', '--changed']).found, ['đã đổi tên.md']);
    repository.write({ 'đã đổi tên.md': draft(OLD, GOOD, NEW) });
    assert.deepEqual(told().found, ['đã đổi tên.md deadline/impossible']);
  });

  it('works from a folder below, in a worktree, and past a deleted file', () => {
    begin();
    repository.write({ [NAME]: draft(NEW, OLD, GOOD), 'b.md': undefined });
    assert.deepEqual(told(['--changed'], { in: 'văn bản' }).found, ['kế hoạch 12.md deadline/impossible']);
    assert.deepEqual(told(['..', '--changed'], { in: 'văn bản' }).found, [`../${NAME} deadline/impossible`]);
    repository.git('worktree', 'add', '-q', 'khác', '-b', 'khac');
    repository.write({ 'khác/b.md': draft(OLD, NEW) });
    assert.deepEqual(told(['--changed', 'main'], { in: 'khác' }).found, ['b.md deadline/impossible']);
  });

  it('sees the other documents as they were: what a new neighbour brings into a changed file is new', () => {
    const numbered = (number: string, title: string) =>
      draft(GOOD)
        .replace('12/KH-UBND', number)
        .replace('---\n\n', `cơ quan ban hành: UBND tỉnh Lào Cai\ntrích yếu: ${title}\n---\n\n`);
    const rules = (words: readonly string[]) => told(['--rule', 'workspace/number', ...words]).found;
    begin({ 'a.md': numbered('12/KH-UBND', 'phòng chống thiên tai'), 'b.md': numbered('13/KH-UBND', 'cải cách') });
    repository.write({ 'b.md': numbered('12/KH-UBND', 'cải cách') });
    const both = ['a.md workspace/number', 'b.md workspace/number'];
    assert.deepEqual(rules([]), both);
    assert.deepEqual(rules(['--changed']), both.slice(1));
    repository.write({ 'a.md': `${numbered('12/KH-UBND', 'phòng chống thiên tai')}\n` });
    assert.deepEqual(rules(['--changed']), both);
    repository.commit();
    repository.write({ 'b.md': `${numbered('12/KH-UBND', 'cải cách')}\n` });
    assert.deepEqual(rules(['--changed=HEAD']), ['b.md']);
    repository.write({ 'a.md': undefined, 'b.md': numbered('12/KH-UBND', 'cải cách') });
    repository.commit();
    assert.deepEqual(rules(['--changed']), ['b.md']);
  });

  it('reads standard input as the new version of the file it is named', () => {
    begin();
    const input = draft(OLD, GOOD, NEW);
    const { found } = told(['-', '--stdin-path', NAME, '--changed'], { input });
    assert.deepEqual(found, [`${NAME} deadline/impossible`]);
    fails(['check', '-', '--changed'], /--stdin-path/);
  });

  it('mends only what changed, and goes together with a file of old faults', () => {
    begin();
    repository.write({ [NAME]: draft(OLD, GOOD, NEW) });
    assert.match(repository.chidao(['check', '--changed', '--fix-dry-run']).out, /^(?:--- văn bản|$)/);
    repository.chidao(['check', '--baseline', 'cu.json', '--update-baseline']);
    const { found, code } = told(['--changed', '--baseline', 'cu.json']);
    assert.deepEqual([found, code], [[NAME], 0]);
  });

  it('takes the main branch of the server, and in a shallow clone says what is missing', () => {
    begin();
    repository.write({ [NAME]: draft(OLD, GOOD, NEW) });
    repository.commit();
    repository.git('checkout', '-q', 'main');
    const clone = makeFolder();
    try {
      const url = `file://${repository.folder}`;
      clone.git('clone', '-q', url, 'đủ');
      clone.git('-C', 'đủ', 'checkout', '-q', 'viec-moi');
      const full = clone.chidao(['check', '--changed', '--format', 'json'], { in: 'đủ' });
      assert.match(full.err, /^So với "origin\/HEAD": 1 văn bản có thay đổi\.\n$/);
      clone.git('clone', '-q', '--depth', '1', '--no-single-branch', '-b', 'viec-moi', url, 'cạn');
      const shallow = clone.chidao(['check', '--changed', 'origin/main'], { in: 'cạn' });
      assert.deepEqual([shallow.code, shallow.out], [2, '']);
      assert.match(shallow.err, /lịch sử rút gọn.*git fetch --unshallow.*fetch-depth: 0/);
    } finally {
      clone.remove();
    }
  });

  it('says in one sentence why it cannot compare', () => {
    fails(['check', '--changed'], /chưa có bản ghi nào/);
    begin();
    fails(['check', '--changed', 'không-có'], /không có nhánh, thẻ hay bản ghi nào tên "không-có"/);
    fails(['check', '--changed=--help'], /"--help"/);
    fails(['check', '--changed', NAME], /không phải nhánh hay bản ghi git; hãy để --changed sau các đường dẫn/);
    fails(['check', '--changed', '--locale', 'en'], /^git cannot be run; install it/, { path: '/nonexistent' });
    repository.git('branch', '-q', '-m', 'main', 'trunk');
    fails(['check', '--changed'], /Không rõ nhánh chính.*--changed=origin\/main/);
    repository.git('checkout', '-q', '--orphan', 'riêng');
    // With the same text within the same second it would be the first commit again.
    repository.write({ 'b.md': draft(GOOD) });
    repository.commit();
    fails(['check', '--changed', 'trunk'], /không có bản ghi git chung/);
    const apart = makeFolder();
    try {
      mkdirSync(join(apart.folder, 'x'));
      apart.write({ 'x/a.md': draft(GOOD) });
      const { code, err } = apart.chidao(['check', '--changed'], { in: 'x' });
      assert.deepEqual([code, err.split('\n').length], [2, 2]);
      assert.match(err, /không nằm trong kho git nào/);
      const outside = repository.chidao(['check', apart.folder, '--changed=HEAD']);
      assert.equal(outside.code, 2);
      assert.match(outside.err, /a\.md" nằm ngoài kho git/);
    } finally {
      apart.remove();
    }
  });
});
