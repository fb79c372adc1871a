import { describe, it } from 'mocha';
import { rules } from '../core/rules/index.ts';
import { expectProblems } from './problems.ts';

/** One number alone has a test of its own: here it stands for the first of many. */
const numbering = rules.filter(({ id }) => id.startsWith('numbering/') && id !== 'numbering/lone');
const PHASES = ['##### Giai đoạn từ nay đến ngày 30/6/2026', '##### Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026'];

/**
 * Items as paragraphs: "a)" stands for a point with words of its own, "I." for a titled section, "G" for a phase; what
 * has more words is taken as it is.
 */
function write(items: string): string {
  let phases = 0;
  const lines = items.split(/ (?=\S)/).map((item) => {
    const marker = item.replaceAll('_', ' ');
    if (item === 'G') return PHASES[phases++ % 2];
    if (/^(?:[IVX]+|[A-E]|l+|1I)[.-]$/.test(item)) return `${marker} NHIỆM VỤ CHUNG`;
    if (/^(?:Chương|Phần|Mục)_/.test(item)) return `${marker}\n\nQUY ĐỊNH CHUNG`;
    return item.includes('_') && !/^Điều/.test(item) ? marker : `${marker} Rà soát các nhiệm vụ được giao.`;
  });
  return `${lines.join('\n\n')}\n`;
}

/** The items are found to have just these problems, each told by its place among the items. */
function expectFaults(items: string, problems: Record<number, string>, fixed = items): void {
  const text = write(items);
  const lines = text.split('\n');
  const heads = items.split(' ').map((_, i, all) => write(all.slice(0, i + 1).join(' ')));
  const found = Object.entries(problems).map(([item, message]) => {
    const head = heads[Number(item) - 2] ?? '';
    const line = head.split('\n').length + (head === '' ? 0 : 1);
    return `${line}:1 ${message}`;
  });
  expectProblems(numbering, lines.join('\n'), found, write(fixed));
}

function expectRight(...layouts: string[]): void {
  for (const items of layouts) expectFaults(items, {});
}

describe('numbering: what is right', () => {
  it('sections, khoản, points', () => expectRight('I. 1. a) b) c) 2. II. 1. 2. a) b) 3.', '1. 2. 3. a) b) 4.'));
  it('points through đ, and past y', () =>
    expectRight('1. a) b) c) d) đ) e) g) h) i) k) l) m) n) o) p) q) r) s) t) u) v) x) y) aa) bb) cc) 2.'));
  it('capitals above sections', () => expectRight('A. I. 1. 2. a) b) II. B. I. II. C. I. II.'));
  it('numbers of two and three levels', () =>
    expectRight(
      'I. 1. 1.1. a) b) 1.2. 2. 2.1. 2.2. II. 1.',
      '1. 1.1. 1.1.1. 1.1.2. 1.2. 2.',
      '2.9. 2.10. 2.11.'.replace('2.9.', '1. 2. 2.1. 2.2. 2.3. 2.4. 2.5. 2.6. 2.7. 2.8. 2.9.'),
    ));
  it('numbers of two levels right below a section', () =>
    expectRight('I. 1.1. 1.2. 2.1. 2.2. II. 1.1. 1.2.', 'I. 1.1. 1.2. II. 2.1. 2.2.'));
  it('articles through all chapters, khoản within each', () =>
    expectRight('Chương_I Điều_1. 1. 2. a) b) Điều_2. Chương_II Điều_3. 1. 2. Điều_4. Điều_5.'));
  it('an article put in between', () => expectRight('Điều_1. Điều_2. Điều_2a. Điều_2b. Điều_3.'));
  it('chapters that go on or begin again in each part', () =>
    expectRight(
      'Phần_I Chương_I Điều_1. Chương_II Điều_2. Phần_II Chương_III Điều_3.',
      'Phần_I Chương_I Điều_1. Chương_II Điều_2. Phần_II Chương_I Điều_3.',
    ));
  it('series that begin again below each phase', () =>
    expectRight('I. 1. G a) b) c) G a) b) 2. G a) G a) b)', 'I. G 1. a) b) 2. G 1. 2. 3. II. G 1. 2.'));
  it('series that go on below the next phase', () => expectRight('I. 1. G a) b) G c) d) 2. G a) G b) c)'));
  it('series that begin again or go on below a heading without number', () =>
    expectRight('I. 1. 2. **Nhóm_nhiệm_vụ_về_dữ_liệu** 1. 2. II.', 'I. 1. 2. **Nhóm_nhiệm_vụ_về_dữ_liệu** 3. 4. II.'));
  it('points that begin again below each owner', () => expectRight('1. Bộ_Tài_chính: a) b) Bộ_Nội_vụ: a) b) c) 2.'));
  it('an annex numbered for itself', () => {
    const main = write('I. 1. 2. II. 1. 2. III.');
    expectProblems(
      numbering,
      `${main}\n# PHỤ LỤC I\n\n${write('I. 1. 2. II. 1.')}\n# PHỤ LỤC II\n\n${write('1. 2.')}`,
      [],
    );
  });
  it('the Party form', () => expectRight('I- 1- 2- a) b) II- 1- 2- 3-'));
  it('numbers in brackets', () => expectRight('1. (1) (2) (3) 2. (a) (b) (c) 3. (i) (ii) (iii) (iv)'));
  it('small numerals', () => expectRight('1. i) ii) iv) v) 2. a) b) c) d) đ) e) g) h) i) k)'));
  it('a list with another mark below its like', () => expectRight('1. 1) 2) 3) 2. 1) 2) 3.'));
  it('words of another document that are quoted', () =>
    expectRight(
      'Điều_1._Sửa_đổi_khoản_3_như_sau: "3._Bộ_Tài_chính_bố_trí_kinh_phí. 4. 5._Bộ_Nội_vụ_theo_dõi." Điều_2. Điều_3.',
    ));
  it('a lone number, and none at all', () => expectRight('1.', 'a)', 'Kính_gửi_các_đơn_vị.'));
  it('headings, NBSP, CRLF, NFD, bold markers', () => {
    expectProblems(numbering, '## I. MỤC TIÊU\r\n\r\n**1.** Một.\r\n\r\n**2**. Hai.\r\n\r\n3.\u00a0Ba.\r\n', []);
    expectProblems(numbering, write('d)').normalize('NFD'), ['1:1 Dãy số bắt đầu bằng "d)"; cần bắt đầu bằng "a)".']);
  });
});

describe('numbering/sequence', () => {
  it('a number left out: renumbering is offered, not made', () => {
    expectFaults('1. 2. 4. 5.', { 3: 'Đánh số không liên tục: sau "2." là "4."; thiếu "3.".' });
    expectFaults('I. II. V. VI.', { 3: 'Đánh số không liên tục: sau "II." là "V."; thiếu "III.", "IV.".' });
    expectFaults('1. 2. 8.', { 3: 'Đánh số không liên tục: sau "2." là "8."; thiếu từ "3." đến "7.".' });
    expectFaults('1. 1.1. 1.3. 2.', { 3: 'Đánh số không liên tục: sau "1.1." là "1.3."; thiếu "1.2.".' });
    expectFaults('Điều_1. Điều_3. Điều_4.', {
      2: 'Đánh số không liên tục: sau "Điều 1." là "Điều 3."; thiếu "Điều 2.".',
    });
    expectFaults('1. 4. 8.', {
      2: 'Đánh số không liên tục: sau "1." là "4."; thiếu "2.", "3.".',
      3: 'Đánh số không liên tục: sau "4." là "8."; thiếu "5.", "6.", "7.".',
    });
    expectFaults('1. (1) (3)', { 3: 'Đánh số không liên tục: sau "(1)" là "(3)"; thiếu "(2)".' });
  });
  it('đ left out', () =>
    expectFaults('1. a) b) c) d) e) g) 2.', { 6: 'Đánh số không liên tục: sau "d)" là "e)"; thiếu "đ)".' }));
  it('a number repeated', () => {
    expectFaults('1. a) b) b) 2.', { 4: 'Đánh số trùng: sau "b)" lại là "b)"; cần "c)".' }, '1. a) b) c) 2.');
    expectFaults('1. a) b) b) c) 2.', { 4: 'Đánh số trùng: sau "b)" lại là "b)"; cần "c)".' });
    expectFaults('I. II. II. IV.', { 3: 'Đánh số trùng: sau "II." lại là "II."; cần "III.".' }, 'I. II. III. IV.');
  });
  it('đ that lost its bar', () => {
    const message = 'Đánh số trùng: sau "d)" lại là "d)"; có lẽ là "đ)".';
    expectFaults('1. a) b) c) d) d) e) 2.', { 6: message }, '1. a) b) c) d) đ) e) 2.');
    expectFaults('1. a) b) c) d) d) 2.', { 6: message }, '1. a) b) c) d) đ) 2.');
  });
  it('one wrong number among right ones', () => {
    expectFaults('1. 2. 7. 4. 5.', { 3: 'Đánh số không liên tục: sau "2." là "7."; cần "3.".' }, '1. 2. 3. 4. 5.');
    expectFaults('1. 2. 1. 4.', { 3: 'Đánh số lùi: sau "2." là "1."; cần "3.".' }, '1. 2. 3. 4.');
    expectFaults('b) b) c)', { 1: 'Dãy số bắt đầu bằng "b)"; cần bắt đầu bằng "a)".' }, 'a) b) c)');
  });
  it('an item moved without its number', () =>
    expectFaults('1. 2. 5. 3. 4.', { 3: 'Đánh số không liên tục: sau "2." là "5."; thiếu "3.", "4.".' }));
  it('two numbers that changed places: one finding', () =>
    expectFaults('1. a) c) b) d) 2.', { 3: 'Đánh số đảo chỗ: "c)" đứng trước "b)".' }));
  it('a series that begins again without reason: one finding', () =>
    expectFaults('1. 2. 3. 1. 2. 3.', { 4: 'Đánh số lùi: sau "3." là "1."; cần "4.".' }));
  it('a series that does not begin at the first', () => {
    expectFaults('II. III.', { 1: 'Dãy số bắt đầu bằng "II."; cần bắt đầu bằng "I.".' });
    expectFaults('I. 1. 2. II. 3. 4.', { 5: 'Dãy số bắt đầu bằng "3."; cần bắt đầu bằng "1.".' });
  });
  it('articles that begin again in a chapter', () =>
    expectFaults('Chương_I Điều_1. Điều_2. Chương_II Điều_1. Điều_2.', {
      5: 'Đánh số lùi: sau "Điều 2." là "Điều 1."; cần "Điều 3.".',
    }));
  it('a gap below a phase', () =>
    expectFaults('1. G a) b) G a) c) 2.', { 7: 'Đánh số không liên tục: sau "a)" là "c)"; thiếu "b)".' }));
});

describe('numbering/style', () => {
  it('another mark', () => {
    expectFaults('1. 2) 3.', { 2: '"2)" khác dấu với các mục cùng dãy; cần "2.".' }, '1. 2. 3.');
    expectFaults('I. II- III.', { 2: '"II-" khác dấu với các mục cùng dãy; cần "II.".' }, 'I. II. III.');
    expectFaults('1. a. b) 2. a) b)', { 2: '"a." khác dấu với các mục cùng dãy; cần "a)".' }, '1. a) b) 2. a) b)');
    expectFaults(
      '1. 1.1. 1.2 1.3. 2.',
      { 3: '"1.2" khác dấu với các mục cùng dãy; cần "1.2.".' },
      '1. 1.1. 1.2. 1.3. 2.',
    );
    expectFaults(
      'Điều_1. Điều_2: Điều_3.',
      { 2: '"Điều 2:" khác dấu với các mục cùng dãy; cần "Điều 2.".' },
      'Điều_1. Điều_2. Điều_3.',
    );
  });
  it('half and half: the first is right', () =>
    expectFaults(
      'a) b. c) d.',
      { 2: '"b." khác dấu với các mục cùng dãy; cần "b)".', 4: '"d." khác dấu với các mục cùng dãy; cần "d)".' },
      'a) b) c) d)',
    ));
  it('another style', () => {
    expectFaults(
      'I. 1. 2. III._Rà_soát_các_nhiệm_vụ_được_giao. 4. II.',
      { 4: '"III." lạc kiểu số: sau "2." cần "3.".' },
      'I. 1. 2. 3. 4. II.',
    );
    expectFaults(
      'I. II. 3. IV.',
      { 3: '"3." lạc kiểu số: sau "II." cần "III.".' },
      'I. II. III._Rà_soát_các_nhiệm_vụ_được_giao. IV.',
    );
    expectFaults('1. a) b) 3) d) 2.', { 4: '"3)" lạc kiểu số: sau "b)" cần "c)".' }, '1. a) b) c) d) 2.');
    expectFaults('1. a) b) 2. 1) b) 3.', { 5: '"1)" lạc kiểu số; ở đây cần "a)".' }, '1. a) b) 2. a) b) 3.');
  });
  it('chapters in digits among Roman ones', () =>
    expectFaults(
      'Chương_I Chương_2 Chương_III',
      { 2: '"Chương 2" lạc kiểu số: sau "Chương I" cần "Chương II".' },
      'Chương_I Chương_II Chương_III',
    ));
  it('"3)" after "2.2.": either may be meant', () => {
    expectFaults('1. 2. 2.1. 2.2. 3)', { 5: '"3)" lạc kiểu số: sau "2.2." cần "2.3." (hoặc "3." nếu là mục mới).' });
    expectFaults(
      '1. 2. 2.1. 2.2. 3) 2.4. 3.',
      { 5: '"3)" lạc kiểu số: sau "2.2." cần "2.3.".' },
      '1. 2. 2.1. 2.2. 2.3. 2.4. 3.',
    );
  });
});

describe('numbering/parent', () => {
  it('one number of another item', () =>
    expectFaults(
      '1. 2. 2.1. 3.2. 2.3. 3.',
      { 4: '"3.2." không thuộc mục "2."; cần "2.2.".' },
      '1. 2. 2.1. 2.2. 2.3. 3.',
    ));
  it('a whole series of another item: one finding', () =>
    expectFaults('1. 2. 3.1. 3.2. 3.3. 3.', { 3: '"3.1." không thuộc mục "2."; cần "2.1.".' }));
  it('in three levels', () =>
    expectFaults(
      '1. 1.1. 1.1.1. 1.2.2. 1.1.3. 1.2.',
      { 4: '"1.2.2." không thuộc mục "1.1."; cần "1.1.2.".' },
      '1. 1.1. 1.1.1. 1.1.2. 1.1.3. 1.2.',
    ));
});

describe('numbering/letter', () => {
  it('f among points in order', () => {
    expectFaults(
      '1. a) b) c) d) đ) e) f) h) 2.',
      { 8: 'Chữ "f" không dùng để đánh số điểm; sau "e)" cần "g)".' },
      '1. a) b) c) d) đ) e) g) h) 2.',
    );
    expectFaults('1. a) b) c) d) đ) e) f) g) 2.', { 8: 'Chữ "f" không dùng để đánh số điểm; sau "e)" cần "g)".' });
  });
  it('the order of an English keyboard: e and f each one place off', () =>
    expectFaults(
      '1. a) b) c) d) e) f) g) 2.',
      {
        6: 'Đánh số không liên tục: sau "d)" là "e)"; cần "đ)".',
        7: 'Chữ "f" không dùng để đánh số điểm; ở đây cần "e)".',
      },
      '1. a) b) c) d) đ) e) g) 2.',
    ));
  it('w as a marker', () =>
    expectFaults('1. a) w) c) 2.', { 3: 'Chữ "w" không dùng để đánh số điểm; sau "a)" cần "b)".' }, '1. a) b) c) 2.'));
});

describe('numbering/roman', () => {
  it('numerals that are none', () => {
    expectFaults('I. II. III. IIII. V.', { 4: '"IIII" không phải số La Mã; ở đây cần "IV.".' }, 'I. II. III. IV. V.');
    expectFaults('l. II.', { 1: '"l" không phải số La Mã; ở đây cần "I.".' }, 'I. II.');
  });
});
