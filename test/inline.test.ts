import { describe, it } from 'mocha';
import { rules } from '../core/rules/index.ts';
import { expectProblems } from './problems.ts';

const numbering = rules.filter(({ id }) => id.startsWith('numbering/'));

function expectRight(text: string): void {
  expectProblems(numbering, text, []);
}

describe('numbers within a sentence', () => {
  it('in order', () => {
    expectRight('Sở Nội vụ: (1) Rà soát. (2) Sửa đổi; (3) Tập huấn và (4) báo cáo.\n');
    expectRight('Sở Nội vụ: (i) rà soát; (ii) sửa đổi; (iii) tập huấn; (iv) báo cáo; (v) lưu hồ sơ.\n');
    expectRight(
      'Sở Nội vụ: (a) rà soát; (b) sửa; (c) lập; (d) gửi; (đ) họp; (e) tổng hợp; (g) in; (h) phát; (i) lưu.\n',
    );
  });
  it('small ones below large ones', () =>
    expectRight('Sở Nội vụ: (1) Rà soát: (i) quy trình; (ii) biểu mẫu. (2) Tập huấn: (i) kỹ năng; (ii) quy định.\n'));
  it('two series in one passage', () =>
    expectRight('Sở Nội vụ: (1) rà soát; (2) sửa đổi. Sở Tài chính: (1) bố trí kinh phí; (2) hướng dẫn chi.\n'));
  it('counts, notes and names in brackets', () => {
    expectRight('Cử hai (02) người, ba (03) xe đến 5 xã (2) theo mẫu (4).\n');
    expectRight('Sở Nội vụ: (1) cử hai (02) người theo mẫu (3); (2) cử ba (03) xe. (3) Báo cáo theo mục (2).\n');
  });
  it('each in a paragraph of its own', () => {
    expectRight('a) Sở Nội vụ:\n\n(1) Rà soát.\n\n(2) Sửa đổi.\n\nb) Sở Y tế báo cáo.\n');
    expectRight('a) Sở Nội vụ: (1) Rà soát.\n\n(2) Sửa đổi.\n\n(3) Tập huấn.\n\nb) Sở Y tế báo cáo.\n');
    expectRight('a) Sở Nội vụ:\n\n(1) Rà soát. (2) Sửa đổi.\n\n(3) Tập huấn.\n\nb) Sở Y tế báo cáo.\n');
  });
  it('left out, repeated, stepping back', () => {
    expectProblems(numbering, 'Sở Nội vụ: (1) Rà soát. (3) Tập huấn. (4) Báo cáo.\n', [
      '1:25 Đánh số không liên tục: sau "(1)" là "(3)"; cần "(2)".',
    ]);
    expectProblems(
      numbering,
      'Sở Nội vụ: (1) Rà soát. (1) Tập huấn. (3) Báo cáo.\n',
      ['1:25 Đánh số trùng: sau "(1)" lại là "(1)"; cần "(2)".'],
      'Sở Nội vụ: (1) Rà soát. (2) Tập huấn. (3) Báo cáo.\n',
    );
    expectProblems(
      numbering,
      'Sở Nội vụ: (i) rà soát; (ii) tập huấn; (ii) báo cáo.\n',
      ['1:40 Đánh số trùng: sau "(ii)" lại là "(ii)"; cần "(iii)".'],
      'Sở Nội vụ: (i) rà soát; (ii) tập huấn; (iii) báo cáo.\n',
    );
    expectProblems(numbering, 'Sở Nội vụ: (1) Rà soát. (3) Tập huấn. (2) Báo cáo. (4) Họp.\n', [
      '1:25 Đánh số đảo chỗ: "(3)" đứng trước "(2)".',
    ]);
    expectProblems(
      numbering,
      'Sở Nội vụ: (1) Rà soát. (2) Tập huấn. (1) Báo cáo. (4) Họp.\n',
      ['1:39 Đánh số lùi: sau "(2)" là "(1)"; cần "(3)".'],
      'Sở Nội vụ: (1) Rà soát. (2) Tập huấn. (3) Báo cáo. (4) Họp.\n',
    );
    expectProblems(numbering, 'Sở Nội vụ: (2) Rà soát.\n', ['1:12 Các ý bắt đầu bằng "(2)"; cần bắt đầu bằng "(1)".']);
  });
  it('small ones at fault below large ones', () =>
    expectProblems(numbering, 'Sở Nội vụ: (1) Rà soát: (i) quy trình; (iii) biểu mẫu. (2) Tập huấn.\n', [
      '1:40 Đánh số không liên tục: sau "(i)" là "(iii)"; cần "(ii)".',
    ]));
  it('one alone', () => {
    const alone = (mark: string, next: string) => `Chỉ có "${mark}" mà không có "${next}": thừa số hoặc thiếu mục sau.`;
    expectProblems(numbering, 'Sở Nội vụ: (i) rà soát quy trình.\n', [`1:12 ${alone('(i)', '(ii)')}`]);
    expectProblems(numbering, '1. Một:\n\n1.1. Rà soát.\n\n2. Hai.\n', [`3:1 ${alone('1.1.', '1.2.')}`]);
    expectProblems(numbering, '## I. CHUNG\n\n1. Rà soát.\n\n## II. RIÊNG\n\n1. Lập.\n\n2. Gửi.\n', [
      `3:1 ${alone('1.', '2.')}`,
    ]);
    expectProblems(numbering, '1. Một:\n\n(1) Rà soát.\n\n2. Hai.\n', [`3:1 ${alone('(1)', '(2)')}`]);
    expectRight('1. Một:\n\n- Rà soát.\n\n2. Hai.\n');
    expectRight('Điều 1. Ban hành Quy chế.\n');
    expectRight('I. CHUNG\n\nRà soát.\n');
  });
});
