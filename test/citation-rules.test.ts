import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '../core/rules/index.ts';
import { findProblems } from './problems.ts';

const citation = rules.filter(({ id }) => id.startsWith('citation/'));
const faults = rules.filter(
  ({ id, severity }) => id.startsWith('citation/') && severity !== 'info' && severity !== 'hint',
);

/** "rule: words found" of each finding in a task of a State plan of 20/5/2026. */
function found(
  sentence: string,
  head = 'số: 12/KH-UBND\ncơ quan ban hành: UBND tỉnh Lào Cai',
  some = faults,
): string[] {
  const text = `---\nloại: Kế hoạch\n${head}\nngày ban hành: 2026-05-20\n---\n\n## I. NHIỆM VỤ\n\n1. Sở Y tế thực hiện ${sentence}.\n`;
  return findProblems(some, text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end).normalize('NFC')}`);
}

const RIGHT = [
  'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ',
  'Kết luận số 130-KL/TW của Bộ Chính trị, Ban Bí thư và Kết luận số 130-KL/TW của Ban Bí thư',
  'Nghị quyết số 10-NQ/TW ngày 03/6/2017 của Ban Chấp hành Trung ương khóa XII và Nghị quyết số 10-NQ/TW ngày 10/02/2022 của Bộ Chính trị; Nghị quyết số 10-NQ/TW của Bộ Chính trị',
  'Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân xã Hồng Phong',
  'Kế hoạch số 30/KH-UBND ngày 05/01/2026 của UBND tỉnh và Kế hoạch số 30/KH-UBND ngày 06/02/2026 của UBND xã Hồng Phong',
  'Quyết định số 12/QĐ-TTCP ngày 05/01/2026 của Tổng Thanh tra Chính phủ, Quyết định số 15/QĐ-NHNN của Thống đốc Ngân hàng Nhà nước Việt Nam',
  'Quyết định số 88/QĐ-CTN của Chủ tịch nước, Nghị quyết số 388/NQ-UBTVQH16 của Ủy ban Thường vụ Quốc hội',
  'Nghị quyết số 19-2016/NQ-CP ngày 28/4/2016 của Chính phủ, Nghị định 43/CP, Đề án 06/CP',
  'Thông tư liên tịch số 01/2016/TTLT-BTC-BNV ngày 05/01/2016, Công văn số 28/CV-SCT ngày 04/5/2026',
  'Thông báo Kết luận số 81-TB/TW ngày 18/7/2025, Thông báo kết luận số 09/TB-VPCP ngày 11/01/2026',
  'Chương trình hành động số 104-CTr/TU ngày 30/4/2026 của Ban Thường vụ Tỉnh ủy, Công văn số 3721/CT-HT ngày 04/5/2026',
  'hợp đồng số 12/2025/HĐ-KT ngày 05/01/2026, Quyết định số 01/2025/QĐ-UBND ngày 05/01/2025 của UBND tỉnh',
  'văn bản số 92/TTr-UBND, Hướng dẫn số 1234/BNV-CCVC, Báo cáo số 520-BC/BTCTW, ngày 27/10/2025',
  'kế hoạch theo quyết định số 12/QĐ-UBND ngày 05/01/2026 và báo cáo tại công văn số 3722/VPCP-CN',
  'dự án Luật Dữ liệu của Bộ Công an, Luật Thủ đô ngày 28/6/2024',
  'nội dung "Quyết định số 16/KH-UBND của Quốc hội ngày 20/9/2029" đã nêu',
  'Nghị quyết số 57-NQ/TW và số 71/NQ-CP ngày 01/4/2025 của Chính phủ; Nghị quyết số 57-NQ/TW ngày 22/12/2024',
  'Thông tư số 05/2025/TT-BTTTT ngày 28/02/2025, Thông tư số 08/2025/TT-BNNMT ngày 01/3/2025',
  'Quyết định số 510/QĐ-UBND ngày 30/6/2025 của UBND tỉnh Quảng Nam, Quyết định số 12/QĐ-UBND ngày 15/8/2025 của UBND tỉnh Lào Cai',
];

const WRONG: Record<string, readonly string[]> = {
  'Chương trình hành động số 39-CT/TU': ['citation/type: Chương trình hành động số 39-CT/TU'],
  'Thông tư số 12/2025/NĐ-CP': ['citation/type: Thông tư số 12/2025/NĐ-CP'],
  'Kết luận số 57-NQ/TW ngày 22/12/2024': ['citation/type: Kết luận số 57-NQ/TW'],
  'Quy định số 16/QĐ-TTg': ['citation/type: Quy định số 16/QĐ-TTg'],
  'Kế hoạch số 02/KH-BCĐTW ngày 19/6/2025': ['citation/form: 02/KH-BCĐTW'],
  'Chỉ thị số 11/CT-TU của Tỉnh ủy': ['citation/form: 11/CT-TU'],
  'Nghị quyết số 72-NQ-TW ngày 09/9/2025 của Bộ Chính trị': ['citation/form: 72-NQ-TW'],
  'Nghị định số 63/2024/ND-CP của Chính phủ': ['citation/form: 63/2024/ND-CP'],
  'Nghị định số 63-2024/NĐ-CP của Chính phủ': ['citation/form: 63-2024/NĐ-CP'],
  'Tờ trình số 52/Ttr-SNV': ['citation/form: 52/Ttr-SNV'],
  'Thông tư số 15/TT-BYT': ['citation/form: 15/TT-BYT'],
  'Nghị quyết số 43-NQ/TW của Quốc hội': ['citation/issuer: Quốc hội'],
  'Nghị quyết số 388/NQ-UBTVQH16 của Quốc hội': ['citation/issuer: Quốc hội'],
  'Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Thủ tướng Chính phủ': ['citation/issuer: Thủ tướng Chính phủ'],
  'Kế hoạch số 30/KH-UBND của Hội đồng nhân dân tỉnh': ['citation/issuer: Hội đồng nhân dân tỉnh'],
  'Thông tư số 15/2025/TT-BYT ngày 09/9/2025 của Bộ trưởng Bộ Tài chính': ['citation/issuer: Bộ trưởng Bộ Tài chính'],
  'Luật Thủ đô ngày 28/6/2024 của Chính phủ': ['citation/issuer: Chính phủ'],
  'Nghị định số 63/2024/NĐ-CP ngày 10 tháng 6 năm 2023': ['citation/year: 63/2024/NĐ-CP ngày 10 tháng 6 năm 2023'],
  'Luật Thư viện số 46/2019/QH14 ngày 21/11/2020': ['citation/year: 46/2019/QH14 ngày 21/11/2020'],
  'Công điện số 12/CĐ-TTg ngày 21/5/2026': ['citation/future: ngày 21/5/2026'],
  'Luật Thủ đô ngày 28/6/2027': ['citation/future: ngày 28/6/2027'],
  'Kế hoạch số 12/KH-UBND ngày 21/5/2025 của UBND tỉnh Lào Cai; Kế hoạch số 12/KH-UBND ngày 19/5/2026 của Ủy ban nhân dân tỉnh':
    ['citation/conflict: ngày 19/5/2026'],
  'Luật Đất đai ngày 18/01/2024 và Luật Đất đai ngày 19/01/2024': ['citation/conflict: ngày 19/01/2024'],
  'Nghị quyết số 19-NQ/TW ngày 25/10/2017; Nghị quyết số 19-NQ/TW ngày 25/10/2022': [
    'citation/conflict: ngày 25/10/2022',
  ],
  'Thông tư số 05/2022/TT-BTNMT ngày 10/4/2025 của Bộ Nông nghiệp và Môi trường': [
    'citation/issuer: Bộ Nông nghiệp và Môi trường',
    'citation/year: 05/2022/TT-BTNMT ngày 10/4/2025',
    'citation/ended-issuer: 05/2022/TT-BTNMT',
  ],
};

describe('citations: what is right', () => {
  for (const sentence of RIGHT) it(sentence, () => assert.deepEqual(found(sentence), []));
});

describe('citations: what is wrong', () => {
  for (const [sentence, expected] of Object.entries(WRONG)) {
    it(sentence, () => {
      assert.deepEqual(found(sentence).sort(), [...expected].sort());
      assert.deepEqual(found(sentence.normalize('NFD')).sort(), [...expected].sort());
      assert.deepEqual(found(sentence.replaceAll('ủy', 'uỷ').replaceAll('Ủy', 'Uỷ')).length, expected.length);
    });
  }
});

describe('citations: style', () => {
  const ids = (sentence: string, head?: string) => found(sentence, head, citation).map((each) => each.split(':')[0]);

  it('a comma here and not there, once a document', () => {
    const mixed =
      'Nghị quyết số 57-NQ/TW, ngày 22/12/2024, Công điện số 12/CĐ-TTg ngày 02/5/2026, Chỉ thị số 13/CT-TTg, ngày 02/5/2026';
    assert.deepEqual(ids(mixed), ['citation/comma']);
    assert.deepEqual(ids(mixed, 'số: 12-KH/TU'), ['citation/comma']);
  });
  it('a date only where the document is cited first', () => {
    assert.deepEqual(ids('Chỉ thị số 13/CT-TTg ngày 02/5/2026 và Chỉ thị số 13/CT-TTg'), []);
    assert.deepEqual(ids('Chỉ thị số 13/CT-TTg, Quyết định số 06/QĐ-TTg và Chỉ thị số 13/CT-TTg'), [
      'citation/undated',
      'citation/undated',
    ]);
    assert.deepEqual(ids('Chỉ thị số 13/CT-TTg', 'số: 21/2026/TT-BCT'), []);
  });
  it('collective citations that tell nothing', () => {
    assert.deepEqual(ids('nhiệm vụ giao tại các Nghị quyết, Chỉ thị'), ['citation/unnumbered']);
    assert.deepEqual(ids('nhiệm vụ giao tại các Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị'), []);
    assert.deepEqual(ids('nhiệm vụ giao tại các văn bản nêu trên và các nghị quyết về đầu tư'), []);
  });
});
