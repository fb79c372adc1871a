import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tetOf } from '../core/language/calendar.ts';
import { readCitations } from '../core/language/citations.ts';
import { mainDeadline, readDeadlines } from '../core/language/deadlines.ts';
import { resolveDeadline } from '../core/language/due.ts';

const ISSUED = '2026-05-20';

/** "words | relation | start..date" of the deadline a sentence sets in a document of 20/5/2026; "" for none. */
function deadlineOf(sentence: string, bare = false): string {
  const mention = mainDeadline(readDeadlines(sentence, readCitations(sentence), bare));
  if (!mention) return '';
  const { start, date } = resolveDeadline(mention, ISSUED);
  return `${sentence.slice(mention.start, mention.end)} | ${mention.relation} | ${start ?? ''}..${date ?? ''}`;
}

const CASES: Record<string, readonly [string, string][]> = {
  'before a day': [
    ['Sở Y tế gửi danh sách trước ngày 29 tháng 8 năm 2026.', 'trước ngày 29 tháng 8 năm 2026 | before | ..2026-08-29'],
    ['rà soát xong trước 15/9/2026.', 'xong trước 15/9/2026 | before | ..2026-09-15'],
    [
      'hoàn thành chậm nhất trước ngày 10 tháng 7 năm 2026;',
      'hoàn thành chậm nhất trước ngày 10 tháng 7 năm 2026 | before | ..2026-07-10',
    ],
    ['báo cáo trước 17 giờ ngày 02/6/2026', 'trước 17 giờ ngày 02/6/2026 | before | ..2026-06-02'],
    ['vận hành trước 7h00 sáng ngày 01/7/2026', 'trước 7h00 sáng ngày 01/7/2026 | before | ..2026-07-01'],
    ['khánh thành trước ngày Quốc khánh 02/9/2026', 'trước ngày Quốc khánh 02/9/2026 | before | ..2026-09-02'],
    ['Trước ngày 05/8/2026, Bộ Y tế gửi báo cáo.', 'Trước ngày 05/8/2026 | before | ..2026-08-05'],
    ['Lập danh sách học sinh trước ngày 20/8/2026.', 'trước ngày 20/8/2026 | before | ..2026-08-20'],
    ['Tổng vệ sinh trước ngày 20/8/2026.', 'trước ngày 20/8/2026 | before | ..2026-08-20'],
    ['Rà soát người sinh trước ngày 01/01/1960.', ''],
    ['trao quà xong trước Tết Nguyên đán Đinh Mùi', 'xong trước Tết Nguyên đán Đinh Mùi | before | ..2027-02-06'],
  ],
  'a number that counts is no day': [
    ['tập huấn trong tuần 2 tháng 10/2026', 'trong tuần 2 tháng 10/2026 | within | 2026-10-01..2026-10-31'],
    ['tổ chức đợt 1 tháng 6/2026.', 'đợt 1 tháng 6/2026 | within | 2026-06-01..2026-06-30'],
  ],
  'a time before who does it': [
    ['Quý III/2026, Sở Nội vụ trình đề án.', 'Quý III/2026 | within | 2026-07-01..2026-09-30'],
    ['Tháng 9/2026: Rà soát quy hoạch.', 'Tháng 9/2026 | within | 2026-09-01..2026-09-30'],
    ['Trước tháng 12/2026, Sở Nội vụ báo cáo.', 'Trước tháng 12/2026 | before | ..2026-12-01'],
  ],
  'so long ahead of something, on no day that is known': [
    ['gửi tài liệu trước 05 ngày tổ chức hội nghị.', 'trước 05 ngày tổ chức hội nghị | before | ..'],
    ['gửi tài liệu trước khi họp ít nhất 03 ngày làm việc.', 'trước khi họp ít nhất 03 ngày làm việc | before | ..'],
    ['gửi giấy mời chậm nhất 02 ngày trước ngày khai mạc.', 'chậm nhất 02 ngày trước ngày khai mạc | within | ..'],
    ['gửi tài liệu trước ngày họp 05 tháng 6 năm 2026.', ''],
  ],
  'year omitted: the first one not before the issue': [
    ['hoàn thành việc kiểm kê trước ngày 31/8', 'trước ngày 31/8 | before | ..2026-08-31'],
    ['nộp hồ sơ trước ngày 15/3', 'trước ngày 15/3 | before | ..2027-03-15'],
    ['hoàn thành trong quý I', 'hoàn thành trong quý I | within | 2027-01-01..2027-03-31'],
    ['hoàn thành trong tháng này', 'hoàn thành trong tháng này | within | 2026-05-01..2026-05-31'],
  ],
  'latest, until, on': [
    ['gửi về Sở Nội vụ chậm nhất là ngày 25/12/2026', 'chậm nhất là ngày 25/12/2026 | by | ..2026-12-25'],
    ['xong muộn nhất vào ngày 25/12/2026', 'xong muộn nhất vào ngày 25/12/2026 | by | ..2026-12-25'],
    ['hoàn thành chậm nhất trong tháng 10/2026', 'hoàn thành chậm nhất trong tháng 10/2026 | by | ..2026-10-31'],
    ['duy trì trực ban đến hết ngày 30/9/2026.', 'đến hết ngày 30/9/2026 | by | ..2026-09-30'],
    ['Hoàn thành trong ngày 25/6/2026.', 'Hoàn thành trong ngày 25/6/2026 | on | ..2026-06-25'],
    ['tổ chức lễ phát động vào ngày 05/6/2026', 'vào ngày 05/6/2026 | on | ..2026-06-05'],
    ['hoàn thành hết năm 2027', 'hoàn thành hết năm 2027 | by | ..2027-12-31'],
  ],
  'month, quarter, half-year, year': [
    ['trình Chính phủ trong tháng 11/2026', 'trong tháng 11/2026 | within | 2026-11-01..2026-11-30'],
    ['trình Chính phủ trong tháng 02 năm 2027', 'trong tháng 02 năm 2027 | within | 2027-02-01..2027-02-28'],
    ['Hoàn thành tháng 9/2026.', 'Hoàn thành tháng 9/2026 | within | 2026-09-01..2026-09-30'],
    ['hoàn thành trong quý III/2026', 'hoàn thành trong quý III/2026 | within | 2026-07-01..2026-09-30'],
    ['trình phê duyệt (quí 4 năm 2026)', 'quí 4 năm 2026 | within | 2026-10-01..2026-12-31'],
    ['ban hành kế hoạch trong đầu quý IV/2026', 'trong đầu quý IV/2026 | within | 2026-10-01..2026-10-31'],
    ['kiểm tra trong quý II và quý III năm 2026', 'trong quý II và quý III năm 2026 | within | 2026-04-01..2026-09-30'],
    [
      'hoàn thành trong 6 tháng cuối năm 2026',
      'hoàn thành trong 6 tháng cuối năm 2026 | within | 2026-07-01..2026-12-31',
    ],
    ['kiểm kê, hoàn thành trong tháng 7, 8/2026', 'hoàn thành trong tháng 7, 8/2026 | within | 2026-07-01..2026-08-31'],
    ['hoàn thành trong tháng 9 - 11/2026', 'hoàn thành trong tháng 9 - 11/2026 | within | 2026-09-01..2026-11-30'],
    [
      'hoàn thành trong 9 tháng cuối năm 2026',
      'hoàn thành trong 9 tháng cuối năm 2026 | within | 2026-04-01..2026-12-31',
    ],
    ['tập huấn từ 01/7 - 15/8/2026', 'từ 01/7 - 15/8/2026 | within | 2026-07-01..2026-08-15'],
    ['nâng cấp toàn bộ thiết bị trong năm 2026', 'trong năm 2026 | within | 2026-01-01..2026-12-31'],
    ['giải phóng mặt bằng xong trước năm 2027', 'xong trước năm 2027 | before | ..2027-01-01'],
  ],
  'stretches of time': [
    [
      'tổ chức lấy ý kiến từ ngày 10/6/2026 đến hết ngày 14/6/2026',
      'từ ngày 10/6/2026 đến hết ngày 14/6/2026 | within | 2026-06-10..2026-06-14',
    ],
    [
      'tổ chức lấy ý kiến từ ngày 10/6 đến ngày 14/6/2026',
      'từ ngày 10/6 đến ngày 14/6/2026 | within | 2026-06-10..2026-06-14',
    ],
    ['trực ban 24/24 giờ từ nay đến hết tháng 11/2026', 'từ nay đến hết tháng 11/2026 | within | ..2026-11-30'],
    ['kiểm tra tất cả các hồ chứa từ nay đến hết năm', 'từ nay đến hết năm | within | ..2026-12-31'],
  ],
  'reckoned from the issue or an event': [
    [
      'gửi báo cáo trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch này',
      'trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch này | within | 2026-05-20..2026-06-04',
    ],
    [
      'gửi báo cáo chậm nhất sau 10 ngày làm việc kể từ ngày ký',
      'chậm nhất sau 10 ngày làm việc kể từ ngày ký | within | 2026-05-20..2026-06-03',
    ],
    [
      'thẩm định trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ',
      'trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ | within | ..',
    ],
    [
      'hoàn thành ngay sau khi Ủy ban nhân dân xã đi vào hoạt động',
      'hoàn thành ngay sau khi Ủy ban nhân dân xã đi vào hoạt động | after | ..',
    ],
  ],
  'again and again, always': [
    ['tiếp tục chế độ báo cáo hằng ngày, gửi Bộ Y tế tổng hợp', 'hằng ngày | recurring | ..'],
    ['định kỳ (vào ngày 22 hàng tháng) báo cáo Bộ', 'định kỳ (vào ngày 22 hàng tháng) | recurring | ..'],
    ['tổng hợp, báo cáo trước ngày 20 hằng tháng', 'trước ngày 20 hằng tháng | recurring | ..'],
    ['đề xuất danh mục trước ngày 30 tháng 6 hằng năm', 'trước ngày 30 tháng 6 hằng năm | recurring | ..'],
    ['định kỳ 6 tháng một lần đánh giá kết quả', 'định kỳ 6 tháng một lần | recurring | ..'],
    ['kết nối các hệ thống. Nhiệm vụ thường xuyên.', 'Nhiệm vụ thường xuyên | ongoing | ..'],
    ['hỗ trợ người dân trước và sau ngày 01 tháng 7 năm 2026', 'trước và sau ngày 01 tháng 7 năm 2026 | ongoing | ..'],
  ],
  'several: the one beside a word of completion': [
    [
      'báo cáo tiến độ trước ngày 20 hằng tháng; hoàn thành trước ngày 30/9/2026',
      'hoàn thành trước ngày 30/9/2026 | before | ..2026-09-30',
    ],
    [
      'trình Bộ trưởng trước ngày 15/9/2026; công bố trước ngày 20/9/2026',
      'trước ngày 15/9/2026 | before | ..2026-09-15',
    ],
  ],
  'what only looks like one': [
    ['Chiến lược phát triển đến năm 2030, tầm nhìn đến năm 2045', ''],
    ['thực hiện Chương trình giai đoạn 2026 - 2030', ''],
    ['Quyết định này có hiệu lực thi hành kể từ ngày 01/7/2026', ''],
    ['theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị', ''],
    ['theo kết luận tại cuộc họp ngày 15/5/2026', ''],
    ['Phấn đấu đến năm 2030 có 50% số xã đạt chuẩn', ''],
    ['đáp ứng yêu cầu triển khai thực hiện từ ngày 01/7/2026', ''],
    ['khẩn trương, sớm hoàn thành việc bàn giao', ''],
    ['xử lý hồ sơ tiếp nhận trước ngày 01/3/2026', ''],
    ['xây dựng kế hoạch đầu tư công năm 2027', ''],
    ['bố trí trong kinh phí hằng năm', ''],
  ],
};

describe('deadlines', () => {
  for (const [name, cases] of Object.entries(CASES)) {
    describe(name, () => {
      for (const [sentence, expected] of cases) it(sentence, () => assert.equal(deadlineOf(sentence), expected));
    });
  }

  describe('in a cell or behind a label', () => {
    for (const [cell, expected] of [
      ['15/12/2026', '15/12/2026 | by | ..2026-12-15'],
      ['2026', '2026 | within | 2026-01-01..2026-12-31'],
      ['2026 - 2028', '2026 - 2028 | within | 2026-01-01..2028-12-31'],
      ['Quý III, IV/2026', 'Quý III, IV/2026 | within | 2026-07-01..2026-12-31'],
      ['Quý IV/2026, 2027', 'Quý IV/2026, 2027 | within | 2026-10-01..2027-12-31'],
      ['Tháng 9/2026', 'Tháng 9/2026 | within | 2026-09-01..2026-09-30'],
      ['Thường xuyên', 'Thường xuyên | ongoing | ..'],
      ['Hằng năm', 'Hằng năm | recurring | ..'],
      ['Sau khi Đề án được phê duyệt', ''],
    ] as const) {
      it(cell, () => assert.equal(deadlineOf(cell, true), expected));
    }
  });

  it('knows a closing sentence from a clause', () => {
    assert.equal(readDeadlines('(2) Trình Chính phủ. Hoàn thành trong tháng 8/2026.')[0]?.closing, true);
    assert.equal(readDeadlines('(2) Trình Chính phủ, hoàn thành trong tháng 8/2026.')[0]?.closing, false);
  });

  it('leaves a date without a year open where the day of issue is unknown', () => {
    const [mention] = readDeadlines('trước ngày 31/8');
    assert.deepEqual(mention && resolveDeadline(mention, undefined), { start: null, date: null });
  });

  it('has the Tết days of the Chinese calendar, which mostly are the Vietnamese ones', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    for (let year = 2015; year <= 2035; year++) {
      const tet = tetOf(year);
      assert.ok(tet);
      // The new moon falls within minutes of midnight in China: ICU reckons not finely enough for these two.
      if (year === 2027 || year === 2030) continue;
      assert.equal(lunar.format(new Date(`${tet}T12:00:00Z`)), '1/1', String(year));
    }
  });
});
