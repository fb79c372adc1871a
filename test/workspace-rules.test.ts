import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { readDraft } from '../core/draft.ts';
import { citedIn } from '../core/rules/citation/cited.ts';
import { rules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { expectProblems, findProblems } from './problems.ts';

// Those that speak of other documents; more only ask them for a day.
const across = rules.filter(({ id }) => /^workspace\/|^citation\/workspace$/.test(id));
const plan = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8');
const notice = readFileSync('examples/thong-bao-336-TB-VPCP.md', 'utf8');
const workspace = { 'ke-hoach.md': plan };

const draft = (text: string) => readDraft(text, bundledRegistry);

/** A document with the letterhead "Kế hoạch, 12/KH-UBND, UBND tỉnh Lào Cai, 2026-05-20". */
function document(head: string, body: string): string {
  const [type = '', number = '', issuer = '', issued = '', title = ''] = head.split(', ');
  const front = [`loại: ${type}`, `số: ${number}`, `cơ quan ban hành: ${issuer}`, `ngày ban hành: ${issued}`];
  return `---\n${front.join('\n')}${title === '' ? '' : `\ntrích yếu: ${title}`}\n---\n\n${body}\n`;
}

describe('rules across documents', () => {
  it('find nothing in the two signed directives beside each other', () => {
    expectProblems(across, notice, [], notice, { workspace });
    expectProblems(across, plan, [], plan, { workspace: { 'thong-bao.md': notice } });
  });

  it('find nothing where the other documents are copies or versions of the draft', () => {
    for (const text of [plan, notice]) {
      const copy = text.replaceAll('30/6/2025', '29/6/2025').replaceAll('tháng 8/2025', 'tháng 9/2025');
      expectProblems(across, text, [], text, { workspace: { 'copy.md': text, 'version.md': copy } });
    }
  });

  it('find each date of the plan in the workspace that the notice gets wrong', () => {
    const cited = citedIn(draft(notice)).filter(({ number }) => number?.text === '02-KH/BCĐTW');
    assert.equal(cited.length, 2);
    for (const { dayWords } of cited) {
      for (const day of ['ngày 18 tháng 6 năm 2025', 'ngày 19/5/2025', 'ngày 19 tháng 6 năm 2024', 'ngày 29/6/2025']) {
        const text = notice.slice(0, dayWords?.start) + day + notice.slice(dayWords?.end);
        const found = findProblems(rules, text, { workspace }).filter(({ start }) => start === dayWords?.start);
        assert.deepEqual(
          found.map(({ rule }) => rule),
          ['citation/workspace'],
        );
        assert.equal(found[0]?.related?.[0]?.in?.path, 'ke-hoach.md');
      }
    }
  });

  it('put the date of a document of the workspace into a citation without one', () => {
    const text = notice.replaceAll(' ngày 19 tháng 6 năm 2025', '');
    const found = findProblems(rules, text, { workspace }).filter(
      ({ rule, message }) => rule === 'citation/undated' && message.vi.includes('02-KH'),
    );
    assert.equal(found.length, 1);
    assert.equal(found[0]?.fixes?.[0]?.edits[0]?.text, ' ngày 19/6/2025');
  });

  it('find tasks of the plan that another central document gives with another date', () => {
    const tasks = draft(plan).tasks.filter(
      ({ deadline, leads, text }) =>
        deadline?.date && leads.length > 0 && deadline.words.text.length > 5 && text.length > 120,
    );
    assert.ok(tasks.length > 15);
    let found = 0;
    for (const task of tasks) {
      const { words } = task.deadline ?? { words: { text: '' } };
      const sentence = plan
        .slice(task.action, task.end)
        .split('\n')
        .join(' ')
        .replace(words.text, '')
        .replace(/[.;\s]+$/, '');
      const body = `## II. NHIỆM VỤ\n\n1. ${task.leads[0]?.text} ${sentence}, hoàn thành trước ngày 20/12/2025.`;
      const other = document('Nghị quyết, 71/NQ-CP, Chính phủ, 2025-07-01', body);
      if (findProblems(across, other, { workspace }).some(({ rule }) => rule === 'workspace/task-date')) found++;
    }
    assert.ok(found >= tasks.length * 0.7, `${found} of ${tasks.length}`);
  });

  it('compare a province’s plan with the plan it carries out', () => {
    const body = (day: string, cited = 'Kế hoạch số 02-KH/BCĐTW, ngày 19/6/2025 của Ban Chỉ đạo Trung ương') =>
      document(
        'Kế hoạch, 187/KH-UBND, UBND tỉnh Lào Cai, 2025-06-25, triển khai chuyển đổi số',
        `Thực hiện ${cited}, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n## II. NHIỆM VỤ\n\n1. Sở Khoa học và Công nghệ xây dựng, ban hành và công bố mã định danh điện tử của các cơ quan, đơn vị theo Quyết định số 20/2020/QĐ-TTg ngày 22/7/2020, hoàn thành ${day}.`,
      );
    const ids = (text: string) => findProblems(across, text, { workspace }).map(({ rule }) => rule);
    assert.deepEqual(ids(body('trước ngày 15/7/2025')), ['workspace/superior']);
    assert.deepEqual(ids(body('trước ngày 25/6/2025')), []);
    assert.deepEqual(ids(body('trước ngày 20/6/2025')), []);
    assert.deepEqual(ids(body('trước ngày 15/7/2025', 'Nghị quyết số 57-NQ/TW của Bộ Chính trị')), []);
  });

  it('leave alone numbers that every province, year or term gives anew', () => {
    const plans = { 'kh.md': document('Kế hoạch, 200/KH-UBND, UBND tỉnh Đắk Lắk, 2026-05-05, phòng cháy', '') };
    for (const cited of [
      'Kế hoạch số 200/KH-UBND ngày 12/5/2026 của UBND tỉnh Lào Cai',
      'Kế hoạch số 200/KH-UBND ngày 12/6/2025 của UBND tỉnh Đắk Lắk',
    ]) {
      const text = `1. Sở Y tế thực hiện ${cited}.\n`;
      expectProblems(across, text, [], text, { workspace: plans });
    }
  });

  it('tell one number of two documents from copies and other bodies', () => {
    const head = 'Kế hoạch, 12/KH-UBND, UBND tỉnh Lào Cai, 2026-02-10, phòng chống thiên tai';
    const found = (other: string) =>
      findProblems(across, document(head, ''), { workspace: { 'b.md': document(other, '') } }).map(({ rule }) => rule);
    assert.deepEqual(found('Kế hoạch, 12/KH-UBND, Ủy ban nhân dân tỉnh Lào Cai, 2026-03-01, cải cách'), [
      'workspace/number',
    ]);
    assert.deepEqual(found('Kế hoạch, 12/KH-UBND, UBND tỉnh Lào Cai, 2025-03-01, cải cách'), []);
    assert.deepEqual(found('Kế hoạch, 12/KH-UBND, UBND xã Công Hải, 2026-03-01, cải cách'), []);
    assert.deepEqual(found('Quyết định, 12/QĐ-UBND, UBND tỉnh Lào Cai, 2026-03-01, cải cách'), []);
  });

  it('take the day most documents give for a law', () => {
    const law = (day: string) => `Căn cứ Luật Tổ chức Chính phủ ngày ${day} tháng 02 năm 2025;\n`;
    const ids = (own: string, ...others: string[]) =>
      findProblems(across, law(own), {
        workspace: Object.fromEntries(others.map((day, i) => [`${i}.md`, law(day)])),
      }).map(({ rule }) => rule);
    assert.deepEqual(ids('19', '18', '18'), ['workspace/citation']);
    assert.deepEqual(ids('18', '19', '18'), []);
    assert.deepEqual(ids('18', '18', '18'), []);
  });
});
