import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ownerRules } from '../core/rules/owner/index.ts';
import { findProblems } from './problems.ts';

/** Rules of names only: who leads is judged elsewhere. */
const rules = ownerRules.filter(({ id }) =>
  /misspelt|unknown|ended|future|count|province-status|district|capitals|abbreviation|variant|unexplained/.test(id),
);

function found(text: string, day = '2025-10-06'): string[] {
  const draft = `---\nloại: Kế hoạch\nngày ban hành: ${day}\n---\n\n${text}\n`;
  return findProblems(rules, draft).map(({ rule, start, end }) => `${rule.slice(6)}: ${draft.slice(start, end)}`);
}

function expectFound(text: string, expected: readonly string[], day?: string): void {
  assert.deepEqual(found(text, day), expected);
}

const cases: readonly (readonly [string, readonly string[], string?])[] = [
  ['1. Bộ Nội vu rà soát.', ['misspelt: Bộ Nội vu']],
  ['1. Uy ban nhân dân tỉnh Lào Cai rà soát.', ['misspelt: Uy ban nhân dân']],
  ['1. Bộ Tài Chinh rà soát.', ['misspelt: Bộ Tài Chinh']],
  ['1. Bộ Khoa học Công nghệ rà soát.', ['misspelt: Bộ Khoa học Công nghệ']],
  ['1. Bộ Công nghệ và Khoa học rà soát.', ['misspelt: Bộ Công nghệ và Khoa học']],
  ['1. Bộ Nông nghiệp và Phát triển môi trường rà soát.', ['misspelt: Bộ Nông nghiệp và Phát triển môi trường']],
  ['1. Sở Khoa học Công nghệ rà soát.', ['misspelt: Sở Khoa học Công nghệ']],
  ['1. Ủy ban nhân dân tỉnh Lài Cai rà soát.', ['misspelt: Lài Cai']],
  ['1. Sở Y tế thành phố Hải Phong rà soát.', ['misspelt: Hải Phong']],
  ['1. Ủy ban nhân dân tỉnh Đắc Lắk rà soát.', ['misspelt: Đắc Lắk']],
  ['1. Tỉnh ủy Đắc Lắc rà soát.', ['misspelt: Đắc Lắc']],
  ['1. Bộ Y tế làm việc với tỉnh Quảng Tây (Trung Quốc), tỉnh Chăm-pa-sắc, thành phố Hạ Long.', []],
  ['1. Tổ Tài chính, Đội Công an, Phòng Nội vụ rà soát.', []],
  ['1. Viện Khoa học và Công nghệ quân sự rà soát.', []],
  ['1. Công ty Xây dựng Lào Cai rà soát; Bộ Ngoại giao Hoa Kỳ trao đổi.', []],
  ['1. Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn rà soát.', []],
  ['1. Tại Bắc Ninh, Lài Cai, An Giang, Bộ Y tế rà soát.', ['misspelt: Lài Cai']],
  ['1. Bộ Y tế rà soát tại Hà Nội, Hải Phòng, Hòa Lạc, Nha Trang.', []],
  ['1. Ủy ban nhân dân ba tỉnh: Lào Cai, Sơn La, Lai Châu, Điện Biên rà soát.', ['count: ba']],
  ['1. Các 04 bộ: Công an, Quốc phòng, Nội vụ rà soát.', ['count: 04']],
  ['1. Ủy ban nhân dân 3 tỉnh Lào Cai, Sơn La rà soát.', ['count: 3']],
  ['1. Ủy ban nhân dân 3 tỉnh gồm Lào Cai, Sơn La, Sơn La rà soát.', ['count: Sơn La']],
  ['1. UBND 05 xã: Hướng Phùng, Lao Bảo, Khe Sanh và Tân Lập rà soát.', ['count: 05']],
  ['1. Ủy ban nhân dân 10 tỉnh (Lào Cai, Sơn La...) và 5 tỉnh (Hà Tĩnh, Nghệ An và các tỉnh khác) rà soát.', []],
  ['1. Hai bộ Công an, Quốc phòng rà soát 3 nội dung: A, B.', []],
  ['1. 02 bộ: Khoa học và Công nghệ, Giáo dục và Đào tạo rà soát.', []],
  ['1. Ủy ban nhân dân tỉnh Đà Nẵng rà soát.', ['province-status: tỉnh Đà Nẵng']],
  ['1. Ủy ban nhân dân thành phố Lào Cai rà soát.', ['province-status: thành phố Lào Cai']],
  ['1. Tỉnh ủy Cần Thơ rà soát.', ['province-status: Tỉnh ủy Cần Thơ']],
  ['1. Ủy ban nhân dân tỉnh Huế rà soát.', [], '2024-05-01'],
  ['1. Đường nối thành phố Lào Cai với Sa Pa do Bộ Xây dựng rà soát.', []],
  ['1. Huyện ủy Bắc Hà rà soát.', ['district: Huyện ủy Bắc Hà']],
  ['1. Ủy ban nhân dân huyện Bắc Hà rà soát.', ['district: Ủy ban nhân dân huyện Bắc Hà']],
  ['1. Phòng Giáo dục và Đào tạo các huyện rà soát.', ['district: Phòng Giáo dục và Đào tạo các huyện']],
  ['1. Các quận, huyện, thị xã rà soát.', ['district: Các quận, huyện, thị xã']],
  ['1. Sở Nội vụ chỉ đạo cấp huyện, cấp xã rà soát.', ['district: cấp huyện, cấp xã']],
  ['1. Sở Nội vụ số hóa hồ sơ của cấp huyện cũ.', []],
  ['1. Sở Nội vụ bố trí cán bộ cấp huyện chuyển về cấp xã.', []],
  ['1. Sở Nội vụ rà soát nhiệm vụ khi không tổ chức cấp huyện.', []],
  ['1. Bộ Dân tộc và Tôn giáo rà soát.', ['future: Bộ Dân tộc và Tôn giáo'], '2024-05-01'],
  [
    '1. Ủy ban nhân dân cấp huyện rà soát, hoàn thành trong tháng 8/2025.',
    ['district: Ủy ban nhân dân cấp huyện'],
    '2025-06-19',
  ],
  ['1. Ủy ban nhân dân cấp huyện rà soát, hoàn thành trước ngày 30/6/2025.', [], '2025-06-19'],
  ['1. Tòa án nhân dân cấp huyện rà soát.', ['ended: Tòa án nhân dân cấp huyện']],
  ['1. Bộ Tổng Tham mưu, Chi cục Hải quan khu vực VII, các Bộ Tài chính, Nội vụ rà soát.', []],
  ['1. Các Bộ Tài nguyên và Môi trường, Nội vụ rà soát.', ['ended: Bộ Tài nguyên và Môi trường']],
  ['1. BTC, BCA và Bộ GD&ĐT rà soát.', ['abbreviation: BTC', 'abbreviation: BCA', 'abbreviation: Bộ GD&ĐT']],
  ['1. Sở KH&CN rà soát.', ['abbreviation: Sở KH&CN']],
  ['1. Bộ TT&TT rà soát.', ['ended: Bộ TT&TT']],
  ['1. VNPT, EVN và Viettel rà soát.', []],
  ['1. Bộ Khoa học và Công nghệ (sau đây gọi là Bộ KH&CN) rà soát.\n\n2. Bộ KH&CN báo cáo.', []],
  ['1. Bộ Y tế rà soát.\n\nNơi nhận:\n\n- BTC, UBND tỉnh;\n- Lưu: VT, KGVX.', []],
  ['| TT | Nhiệm vụ | Chủ trì |\n| --- | --- | --- |\n| 1 | Rà soát CSDL | Bộ KH&CN, UBND tỉnh |', []],
  ['1. Bộ Y tế rà soát KHCN.\n\n2. Bộ Y tế rà soát KH&CN.', ['unexplained: KHCN', 'unexplained: KH&CN']],
  ['1. Bộ Y tế rà soát trung tâm điều hành (IOC); kết nối IOC với GIS, ISO 9001, đường ĐT.261, QL.1A.', []],
  ['1. Bộ Y tế rà soát IOC.', ['unexplained: IOC']],
  [
    '1. Bộ Y tế rà soát cơ sở dữ liệu (CSDL), kết nối CSDL.\n\n2. Bộ Y tế mở cơ sở dữ liệu (CSDL).',
    ['unexplained: CSDL'],
  ],
  ['1. Bộ Y tế kiện toàn Ban Chỉ đạo cấp tỉnh; các Ban Chỉ đạo; Ban Chỉ đạo 389 quốc gia.', []],
  ['1. Bộ Y tế báo cáo Ban Chỉ đạo.', ['unexplained: Ban Chỉ đạo']],
  ['1. Chi bộ Công an xã, cán bộ Tư pháp, Đảng bộ Quốc phòng và nội bộ Công an tỉnh rà soát.', []],
  ['| TT | Việc | Chủ trì |\n|---|---|---|\n| 1 | Rà soát | Bộ Y tế, Bộ Nội vụ, các bộ ngành liên quan |', []],
  ['1. Đoàn TNCS Hồ Chí Minh, Đội TNTP Hồ Chí Minh rà soát.', []],
  ['1. Bộ y tế rà soát.', ['capitals: Bộ y tế']],
  ['1. Sở tài chính rà soát.', ['capitals: Sở tài chính']],
  ['1. Bộ Khoa học và Công Nghệ rà soát.', ['capitals: Bộ Khoa học và Công Nghệ']],
  ['1. Các bộ Công an, Y tế, ủy ban nhân dân các cấp, Viện Kiểm sát nhân dân tối cao rà soát.', []],
];

describe('rules of names', () => {
  for (const [text, expected, day] of cases) it(text, () => expectFound(text, expected, day));
});
