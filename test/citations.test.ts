import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCitations } from '../core/language/citations.ts';
import { readAbbreviations, readAnnexMentions } from '../core/language/references.ts';

/** "type number date issuer" of each document a sentence cites. */
function cited(sentence: string): string[] {
  return readCitations(sentence).map((cite) => {
    const { year, month, day } = cite.date?.from ?? {};
    const date = year ? `${day}/${month}/${year}` : '-';
    return `${cite.type} ${cite.number ?? `[${cite.name}]`} ${date} ${cite.issuer ?? '-'}`;
  });
}

const CASES: Record<string, readonly [string, readonly string[]][]> = {
  'State and Party forms': [
    [
      'theo Nghị định số 63/2024/NĐ-CP ngày 10/6/2024 của Chính phủ về liên thông',
      ['Nghị định 63/2024/NĐ-CP 10/6/2024 Chính phủ'],
    ],
    [
      'Chỉ thị số 19-CT/TU, ngày 05 tháng 3 năm 2026 của Ban Thường vụ Tỉnh ủy',
      ['Chỉ thị 19-CT/TU 5/3/2026 Ban Thường vụ Tỉnh ủy'],
    ],
    ['Công văn 3722/VPCP-CN', ['Công văn 3722/VPCP-CN - -']],
    ['Quy chế làm việc số 01-QC/BCĐ ngày 28/02/2025', ['Quy chế 01-QC/BCĐ 28/2/2025 -']],
    ['tại văn bản số 92/TTr-UBND', ['Văn bản 92/TTr-UBND - -']],
    ['Nghị quyết số 66.25/2026/NQ-CP', ['Nghị quyết 66.25/2026/NQ-CP - -']],
    ['Tờ trình số 03-TTr/ĐUMTTQ, CĐTTW', ['Tờ trình 03-TTr/ĐUMTTQ, CĐTTW - -']],
    ['QUYẾT ĐỊNH SỐ 42/QĐ-TTG NGÀY 21/5/2026', ['Quyết định 42/QĐ-TTG 21/5/2026 -']],
  ],
  'several at once': [
    [
      'các Quyết định số 229-QĐ/TW và 230-QĐ/TW, ngày 10/01/2025',
      ['Quyết định 229-QĐ/TW 10/1/2025 -', 'Quyết định 230-QĐ/TW 10/1/2025 -'],
    ],
    [
      'các văn bản số 1407/UBND-NN ngày 05/4/2026 và số 1446/UBND-NN ngày 07/4/2026',
      ['Văn bản 1407/UBND-NN 5/4/2026 -', 'Văn bản 1446/UBND-NN 7/4/2026 -'],
    ],
    [
      'Quyết định số 20/2020/QĐ-TTg, ngày 22/7/2020 được sửa đổi bởi Quyết định số 09/2025/QĐ-TTg, ngày 14/4/2025',
      ['Quyết định 20/2020/QĐ-TTg 22/7/2020 -', 'Quyết định 09/2025/QĐ-TTg 14/4/2025 -'],
    ],
  ],
  'known by number or name': [
    ['tiếp tục triển khai Đề án 06 và Nghị quyết 18', ['Đề án 06 - -', 'Nghị quyết 18 - -']],
    ['Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;', ['Luật [Luật Tổ chức Chính phủ] 18/2/2025 -']],
    [
      'hướng dẫn Luật Phòng, chống ma túy, Luật Dữ liệu và các quy định',
      ['Luật [Luật Phòng, chống ma túy] - -', 'Luật [Luật Dữ liệu] - -'],
    ],
    ['Luật số 64/2025/QH15', ['Luật 64/2025/QH15 - -']],
    ['thi hành Luật Quy hoạch số 21/2017/QH14', ['Luật 21/2017/QH14 - -']],
    ['thi hành Luật Thư viện số 46/2019/QH14', ['Luật 46/2019/QH14 - -']],
    ['trình dự thảo Luật Thư viện trước ngày 10/10/2026', ['Luật [Luật Thư viện] - -']],
    ['quy định chi tiết một số điều của Luật Thư viện', ['Luật [Luật Thư viện] - -']],
    ['sửa đổi, bổ sung một số điều của 15 luật', []],
  ],
  'the date behind the issuer': [
    [
      'Nghị quyết số 34-NQ/TU của Tỉnh ủy Lào Cai ngày 27/12/2025 về cụm công nghiệp',
      ['Nghị quyết 34-NQ/TU 27/12/2025 Tỉnh ủy Lào Cai'],
    ],
  ],
  'issuers and types in full': [
    [
      'Văn bản số 4250/BNNMT-ĐCKS ngày 29/4/2026 của Bộ Nông nghiệp và Môi trường về việc kiểm tra',
      ['Văn bản 4250/BNNMT-ĐCKS 29/4/2026 Bộ Nông nghiệp và Môi trường'],
    ],
    [
      'Quyết định số 12/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch và Kế hoạch số 30/KH-UBND',
      ['Quyết định 12/QĐ-BVHTTDL - Bộ Văn hóa, Thể thao và Du lịch', 'Kế hoạch 30/KH-UBND - -'],
    ],
    [
      'Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ sửa đổi, bổ sung Chương trình hành động',
      ['Nghị quyết 71/NQ-CP 1/4/2025 Chính phủ'],
    ],
    ['tại Thông báo Kết luận số 81-TB/TW của Bộ Chính trị', ['Thông báo 81-TB/TW - Bộ Chính trị']],
    ['kế hoạch theo quyết định số 12/QĐ-UBND', ['Quyết định 12/QĐ-UBND - -']],
    [
      'Nghị quyết số 57-NQ/TW và số 71/NQ-CP ngày 01/4/2025',
      ['Nghị quyết 57-NQ/TW - -', 'Nghị quyết 71/NQ-CP 1/4/2025 -'],
    ],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019',
      [
        'Luật [Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương] 22/11/2019 -',
      ],
    ],
  ],
  'no citations': [
    ['thực hiện Kế hoạch 5 năm và Nghị quyết 15 nhiệm vụ', []],
    ['trực 24/7, xử lý 982 dịch vụ công, 1.139 thủ tục', []],
    ['pháp luật về đất đai; các luật chuyên ngành', []],
    ['trước ngày 15/7/2026', []],
  ],
};

describe('citations', () => {
  for (const [name, cases] of Object.entries(CASES)) {
    describe(name, () => {
      for (const [sentence, expected] of cases) it(sentence, () => assert.deepEqual(cited(sentence), expected));
    });
  }
});

describe('annexes, abbreviations', () => {
  it('annexes', () => {
    const annexes = (sentence: string) =>
      readAnnexMentions(sentence, readCitations(sentence)).map(({ number }) => number);
    assert.deepEqual(annexes('chi tiết tại Phụ lục I kèm theo'), ['I']);
    assert.deepEqual(annexes('tại các Phụ lục II, III và Phụ lục kèm theo'), ['II', 'III', '']);
  });
  it('abbreviations and what they stand for', () => {
    const defined = (sentence: string) => readAbbreviations(sentence).map(({ short, long }) => [short, long]);
    assert.deepEqual(defined('Ban Chỉ đạo liên ngành (sau đây gọi tắt là Ban Chỉ đạo) họp'), [
      ['Ban Chỉ đạo', 'Ban Chỉ đạo liên ngành'],
    ]);
    assert.deepEqual(defined('nâng cấp cơ sở dữ liệu (CSDL) đất đai')[0]?.[0], 'CSDL');
    assert.deepEqual(defined('lấy ý kiến (nếu có) của các bộ'), []);
  });
});
