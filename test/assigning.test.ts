import { describe, it } from 'mocha';
import { ownerRules } from '../core/rules/owner/index.ts';
import { taskRules } from '../core/rules/task/index.ts';
import { expectProblems } from './problems.ts';

const rulesOf = (...ids: readonly string[]) => [...ownerRules, ...taskRules].filter(({ id }) => ids.includes(id));
const all = [...ownerRules, ...taskRules];

const STATE = '---\nsố: 77/TB-VPCP\ncơ quan ban hành: Văn phòng Chính phủ\nngày ban hành: 2026-03-19\n---\n\n';
const PROVINCE =
  '---\nsố: 112/KH-UBND\ncơ quan ban hành: Ủy ban nhân dân tỉnh Lào Cai\nngày ban hành: 2026-03-19\n---\n\n';

describe('who leads', () => {
  const leads = rulesOf('owner/leads', 'owner/joint', 'owner/no-lead', 'owner/lead-unsaid');

  it('is one, however the others are joined to it', () => {
    for (const words of [
      'Bộ Y tế cùng với Bộ Tài chính chủ trì',
      'Bộ Y tế cùng Bộ Tài chính đồng chủ trì',
      'Bộ Y tế và Bộ Tài chính là cơ quan chủ trì',
      'Bộ Y tế, Bộ Tài chính chịu trách nhiệm',
      'Giao Bộ Y tế, Bộ Tài chính cùng chủ trì',
    ]) {
      const column = words.startsWith('Giao') ? 9 : 4;
      expectProblems(rulesOf('owner/leads'), `1. ${words} xây dựng Thông tư về giá thuốc.\n`, [
        `1:${column} Bộ Y tế và Bộ Tài chính cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.`,
      ]);
    }
  });

  it('is each of them where each does its own part', () => {
    for (const line of [
      'Các bộ: Công Thương, Xây dựng, Y tế, mỗi bộ rà soát danh mục dịch vụ công của mình.',
      'Bộ Công an, Bộ Quốc phòng theo chức năng, nhiệm vụ được giao bảo đảm an ninh.',
      'Ủy ban nhân dân các tỉnh, thành phố và các bộ, ngành có trách nhiệm rà soát, báo cáo trước ngày 30/6/2026.',
      'Chủ tịch Ủy ban nhân dân các tỉnh: Quảng Ninh, Lào Cai hoàn thành di dời dân trước ngày 30/6/2026.',
      'Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam tổ chức tuyên truyền về Chỉ thị này.',
    ])
      expectProblems(leads, `1. ${line}\n`, []);
  });

  it('is not asked of those who only help one that leads', () => {
    expectProblems(
      leads,
      '1. Bộ Công an chủ trì, phối hợp với: (1) Bộ Tư pháp, Bộ Nội vụ xây dựng quy chế. (2) Bộ Y tế, Bộ Tài chính hoàn thiện dữ liệu.\n',
      [],
    );
  });
});

describe('a task without an owner', () => {
  const missing = rulesOf('owner/missing', 'task/clarity');

  it('is found in the passive, and behind "cần"', () => {
    const around = '1. Bộ Y tế ban hành Thông tư.\n\n2. Bộ Nội vụ trình Nghị định.\n\n';
    expectProblems(missing, `${around}3. Việc rà soát thủ tục phải được hoàn thành trước ngày 30/6/2026.\n`, [
      '5:25 "phải được hoàn thành" không nêu cơ quan thực hiện; viết ai làm thay cho thể bị động.',
    ]);
    expectProblems(missing, `${around}3. Đề án được Bộ Tài chính hoàn thiện trước ngày 30/6/2026.\n`, []);
    expectProblems(missing, `${around}3. Công tác giám sát chưa được triển khai thường xuyên.\n`, []);
    expectProblems(missing, `${around}3. Kinh phí thực hiện được bố trí trong dự toán năm 2026.\n`, []);
  });

  it('is none where another part tells who does it', () => {
    expectProblems(
      rulesOf('owner/missing', 'owner/unassigned'),
      '## II. NHIỆM VỤ\n\n1. Hoàn thiện thể chế\n\n- Ban hành quy chế dữ liệu.\n\n- Xây dựng kiến trúc số.\n\n## III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính bố trí kinh phí.\n\n2. Sở Nội vụ theo dõi.\n',
      [],
    );
  });
});

describe('orders', () => {
  const authority = rulesOf('owner/authority');

  it('go to bodies of the executive, not to others', () => {
    expectProblems(
      authority,
      `${STATE}1. Yêu cầu Ban Tổ chức Trung ương hướng dẫn.\n\n2. Bộ Y tế rà soát; giao Kiểm toán nhà nước kiểm toán.\n\n3. Giao Bộ Y tế, Văn phòng Quốc hội kết nối dữ liệu.\n\n4. Đề nghị Quốc hội xem xét.\n`,
      [
        '7:4 "Ban Tổ chức Trung ương" ở ngoài thẩm quyền của Văn phòng Chính phủ; dùng "Đề nghị" thay cho "Yêu cầu".',
        '9:21 "Kiểm toán nhà nước" ở ngoài thẩm quyền của Văn phòng Chính phủ; dùng "đề nghị" thay cho "giao".',
        '11:18 "Văn phòng Quốc hội" ở ngoài thẩm quyền của Văn phòng Chính phủ; dùng "Đề nghị" thay cho "Giao".',
      ],
      `${STATE}1. Đề nghị Ban Tổ chức Trung ương hướng dẫn.\n\n2. Bộ Y tế rà soát; đề nghị Kiểm toán nhà nước kiểm toán.\n\n3. Giao Bộ Y tế, Văn phòng Quốc hội kết nối dữ liệu.\n\n4. Đề nghị Quốc hội xem xét.\n`,
    );
  });

  it('of a province go to its own bodies, and words of others are left alone', () => {
    expectProblems(
      authority,
      `${PROVINCE}1. Giao Sở Y tế, Công an tỉnh rà soát các nhiệm vụ Thủ tướng Chính phủ giao Tỉnh ủy lãnh đạo.\n\n2. Thực hiện nhiệm vụ được Quốc hội giao, Sở Tư pháp "yêu cầu Tòa án nhân dân tỉnh" theo mẫu.\n`,
      [],
    );
  });
});

describe('totals', () => {
  const total = rulesOf('task/total', 'task/total-unlisted');

  it('are read in figures and words, with lists below and in the line', () => {
    expectProblems(
      total,
      '1. Bộ Y tế tập trung vào hai nội dung: rà soát thuốc; mua sắm vật tư tiêu hao; đào tạo nhân lực.\n\n2. Bộ Nội vụ có 3 nhóm việc gồm: (1) Rà soát. (2) Báo cáo.\n\n3. Bộ Tài chính thực hiện năm giải pháp sau:\n\n- Tiết kiệm chi.\n\n- Tăng thu.\n',
      [
        '1:26 Nêu "hai nội dung" nhưng liệt kê 3.',
        '3:17 Nêu "3 nhóm" nhưng liệt kê 2.',
        '5:27 Nêu "năm giải pháp" nhưng liệt kê 2.',
      ],
    );
  });

  it('are only of the list that follows', () => {
    for (const line of [
      'Trong 6 tháng cuối năm tập trung các nội dung sau: rà soát; báo cáo.',
      'Các bộ đã được giao 34 nhiệm vụ; trong đó: Bộ Y tế báo cáo, Bộ Nội vụ rà soát.',
      'Bộ Y tế thực hiện khoản 2 nội dung sau: rà soát; báo cáo; tổng kết.',
      'Bộ Y tế thực hiện ít nhất 5 nội dung sau: rà soát; báo cáo.',
      'Trong năm nội dung sau được ưu tiên: rà soát; báo cáo.',
    ])
      expectProblems(total, `1. ${line}\n`, []);
  });
});

it('a directive that assigns well has nothing to be told', () => {
  expectProblems(
    all,
    `${PROVINCE}## II. NHIỆM VỤ\n\n1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và các cơ quan liên quan trình Hội đồng nhân dân tỉnh Nghị quyết về hỗ trợ chuyển đổi số trong tháng 6/2026.\n\n2. Sở Khoa học và Công nghệ thực hiện 02 nhiệm vụ sau:\n\na) Ban hành kiến trúc số của tỉnh trước ngày 30/9/2026.\n\nb) Thường xuyên kiểm tra an toàn thông tin.\n\n3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện.\n`,
    [],
  );
});
