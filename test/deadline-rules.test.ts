import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dayOff } from '../core/language/holidays.ts';
import { deadlineRules } from '../core/rules/deadline/index.ts';
import { phaseRules } from '../core/rules/phase/index.ts';
import { findProblems } from './problems.ts';

/** The rules on deadlines and phases that find something in a plan of 20/5/2026, each with the words found. */
function found(body: string, front = 'loại: Kế hoạch\nngày ban hành: 2026-05-20'): string[] {
  const text = `---\n${front}\n---\n\n## I. NHIỆM VỤ\n\n${body}\n`;
  return findProblems([...deadlineRules, ...phaseRules], text).map(
    ({ rule, start, end }) => `${rule} ${text.slice(start, end)}`,
  );
}

describe('rules on deadlines and phases', () => {
  it('tell words that contradict each other, in whatever order', () => {
    for (const words of [
      'muộn nhất là trước',
      'trước và trong',
      'trong hoặc trước',
      'từ nay trước',
      'chậm nhất đến trước',
      'trước hết',
      'chậm nhất sau',
      'muộn nhất vào trước',
    ])
      assert.deepEqual(
        found(`1. Sở Y tế báo cáo ${words} ngày 10/7/2026.`).filter((each) => /wording/.test(each)),
        [`deadline/wording ${words}`],
      );
    for (const right of [
      'chậm nhất trước ngày họp 05 ngày',
      'chậm nhất trước 05 ngày làm việc',
      'đến trước ngày 10/7/2026',
      'trước, trong và sau ngày bầu cử',
    ])
      assert.deepEqual(found(`1. Sở Y tế gửi hồ sơ ${right}.`), []);
    assert.deepEqual(found('1. Sở Y tế phổ biến quy định "hoàn thành chậm nhất trước ngày 10/7/2026".'), []);
  });

  it('compare a part with the whole it belongs to', () => {
    assert.deepEqual(
      found(
        'a) Bộ Y tế chủ trì (hoàn thành trước ngày 30/6/2026):\n\n- Xây dựng quy chế trước ngày 15/7/2026;\n- Rà soát danh mục trong tháng 6/2026.',
      ),
      ['deadline/after-parent trước ngày 15/7/2026'],
    );
    assert.deepEqual(
      found(
        '1. Bộ Y tế: (1) Xây dựng quy chế, hoàn thành trước ngày 15/7/2026. (2) Rà soát danh mục, hoàn thành trong tháng 6/2026. Cả điểm hoàn thành trước ngày 30/6/2026.',
      ).filter((each) => /parent/.test(each)),
      ['deadline/after-parent hoàn thành trước ngày 15/7/2026'],
    );
    assert.deepEqual(
      found(
        '1. Bộ Y tế thực hiện đề án trong năm 2027. Báo cáo kết quả thực hiện các nhiệm vụ nêu trên trước ngày 16/12/2026.',
      ),
      [],
    );
  });

  it('know who is to sum up what', () => {
    const sums = (body: string) => found(body).filter((each) => /collector/.test(each));
    assert.deepEqual(
      sums(
        '1. Các sở, ngành định kỳ gửi báo cáo về Sở Khoa học và Công nghệ trước ngày 20 hằng tháng.\n\n2. Sở Khoa học và Công nghệ theo dõi, đôn đốc, tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20 hằng tháng.',
      ),
      ['deadline/collector trước ngày 20 hằng tháng'],
    );
    assert.deepEqual(
      sums(
        '1. Các sở, ngành báo cáo Sở Nội vụ trước ngày 15/12/2026.\n\n2. Sở Tài chính tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12/2026.\n\n3. Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026.',
      ),
      [],
    );
    assert.deepEqual(
      sums(
        '1. Các đơn vị gửi Sở Y tế trước 14 giờ hằng ngày; Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước 16 giờ hằng ngày.',
      ),
      [],
    );
  });

  it('leave phases of sections with a schedule of their own alone', () => {
    const section = (n: number, ends: string, next: string) =>
      `### ${n}. Về thể chế\n\n#### Giai đoạn đến ngày ${ends}\n\na) Bộ Y tế trình quy chế.\n\n#### Giai đoạn từ ngày ${next} đến ngày 31/12/202${6 + n}\n\na) Bộ Y tế tổng kết.`;
    const phases = (body: string) => found(body).filter((each) => /phase/.test(each));
    assert.deepEqual(phases(`${section(1, '30/6/2026', '01/7/2026')}\n\n${section(2, '30/9/2026', '01/10/2026')}`), []);
    assert.deepEqual(phases(section(1, '30/6/2026', '01/7/2026').replace('30/6/2026', '31/8/2026')), [
      'phase/overlap Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2027',
    ]);
  });

  it('know the days off of the law and of the yearly notices', () => {
    for (const day of [
      '2025-01-29',
      '2025-04-07',
      '2025-09-01',
      '2026-02-20',
      '2026-04-27',
      '2026-08-31',
      '2026-11-24',
      '2027-02-06',
      '2030-04-12',
    ])
      assert.ok(dayOff(day), day);
    for (const day of ['2025-11-24', '2026-08-22', '2026-01-10', '2026-06-30'])
      assert.equal(dayOff(day), undefined, day);
  });

  it('ask no day of a telegram, of standing duties and of what comes up', () => {
    assert.deepEqual(
      found('1. Bộ Y tế khẩn trương rà soát phương án.', 'loại: Công điện\nngày ban hành: 2026-05-20'),
      [],
    );
    assert.deepEqual(
      found('1. Bộ Y tế kịp thời tháo gỡ các khó khăn, vướng mắc.\n\n2. Bộ Nội vụ theo dõi, đôn đốc việc thực hiện.'),
      [],
    );
  });
});
