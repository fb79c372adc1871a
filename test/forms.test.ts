import { describe, it } from 'mocha';
import { structureRules } from '../core/rules/structure/index.ts';
import { expectProblems } from './problems.ts';

function rulesOf(...names: string[]) {
  return structureRules.filter(({ id }) => names.includes(id.slice('structure/'.length)));
}

function front(type: string, number: string, issuer: string): string {
  return `---\nloại: ${type}\nsố: ${number}\ncơ quan ban hành: ${issuer}\n---\n\nNội dung.\n`;
}

describe('form of the number', () => {
  const rules = rulesOf('number');

  it('accepts the forms seen in public documents', () => {
    for (const [type, number, issuer] of [
      ['Kế hoạch', '02-KH/BCĐTW', 'Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ'],
      ['Thông báo', '47-TB/TGV', 'Tổ Giúp việc Ban Chỉ đạo Trung ương'],
      ['Công văn', '17129-CV/VPTW', 'Văn phòng Trung ương Đảng'],
      ['Công văn', '6240/BGDĐT-KHCNTT', 'Bộ Giáo dục và Đào tạo'],
      ['Công điện', '149/CĐ-TTg', 'Thủ tướng Chính phủ'],
      ['Quy định', '399-QĐ/TW', 'Ban Bí thư'],
      ['Quyết định', '07/2025/QĐ-TTg', 'Thủ tướng Chính phủ'],
      ['Nghị quyết', '66.25/2026/NQ-CP', 'Chính phủ'],
      ['Tờ trình', '03-TTr/ĐUMTTQ, CĐTTW', 'Đảng ủy Mặt trận Tổ quốc'],
      ['Kế hoạch', '77/KH-LT', 'Liên tịch'],
      ['Chương trình hành động', '104-CTr/TU', 'Tỉnh ủy Lào Cai'],
      ['Quyết định', '01/QĐ-BCĐTW', 'Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia'],
      ['Kế hoạch', '-KH/ĐU', 'Đảng uỷ xã Công Hải'],
      ['Kế hoạch', '/KH-UBND', 'Ủy ban nhân dân tỉnh'],
      ['Quy chế', '317-QĐ/TWĐTN', 'Trung ương Đoàn'],
    ] as const)
      expectProblems(rules, front(type, number, issuer), []);
  });

  it('tells a number of a decision issued with a plan', () => {
    const text = `${front('Kế hoạch', '1422/QĐ-TTg', 'Thủ tướng Chính phủ')}\n*(Kèm theo Quyết định số 1422/QĐ-TTg ngày 19 tháng 11 năm 2024 của Thủ tướng Chính phủ)*\n`;
    expectProblems(rules, text, []);
  });

  it('knows what each family writes otherwise', () => {
    const cases: [string, string, string, string | undefined, string][] = [
      [
        'Quy định',
        '15/QĐ-UBND',
        'Ủy ban nhân dân tỉnh',
        undefined,
        'Quy định có chữ viết tắt là QyĐ, không phải QĐ; viết "15/QyĐ-UBND"',
      ],
      [
        'Công văn',
        '15/CV-UBND',
        'Ủy ban nhân dân tỉnh',
        undefined,
        'công văn không có chữ viết tắt tên loại (như 15/UBND-VX); viết "15/UBND"',
      ],
      [
        'Kế hoạch',
        '15/KH - UBND',
        'Ủy ban nhân dân tỉnh',
        '15/KH-UBND',
        'không có dấu cách hai bên dấu gạch trong số và ký hiệu; viết "15/KH-UBND"',
      ],
      [
        'Kế hoạch',
        '15/2026/KH-UBND',
        'Ủy ban nhân dân tỉnh',
        '15/KH-UBND',
        'số của văn bản hành chính không ghi năm; viết "15/KH-UBND"',
      ],
      ['Kế hoạch', '15', 'Ủy ban nhân dân tỉnh', undefined, 'thiếu ký hiệu (như 15/KH-UBND)'],
    ];
    for (const [type, number, issuer, fixed, problem] of cases) {
      const found = [`3:5 Số, ký hiệu "${number}": ${problem}.`];
      expectProblems(rules, front(type, number, issuer), found, fixed && front(type, fixed, issuer));
    }
  });
});

describe('form of the signature', () => {
  const rules = rulesOf('signature', 'signer');
  const signed = (number: string, ...lines: string[]) =>
    `---\nsố: ${number}\n---\n\n1. Rà soát.\n\n${lines.join('\n\n')}\n`;

  it('accepts the stacks of ND 30 and of the Party', () => {
    expectProblems(rules, signed('15/KH-UBND', 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Văn A'), []);
    expectProblems(
      rules,
      signed('15/TB-VP', 'TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'Lê Văn A'),
      [],
    );
    expectProblems(rules, signed('15/TB-BNV', 'KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG', 'Lê Văn A'), []);
    expectProblems(rules, signed('15/TB-BNV', 'BỘ TRƯỞNG', 'Lê Văn A'), []);
    expectProblems(rules, signed('15-TB/TU', 'T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Lê Văn A'), []);
    expectProblems(rules, signed('15-KL/TW', 'T/M BỘ CHÍNH TRỊ', 'THƯỜNG TRỰC BAN BÍ THƯ'), []);
    expectProblems(rules, signed('15-CV/VPTU', 'T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG'), []);
  });

  it('leaves sentences and abbreviations alone', () => {
    expectProblems(rules, '1. KT-XH phát triển.\n\nTMĐT là thương mại điện tử.\n\nQ. Bình Thạnh báo cáo.\n', []);
  });
});

describe('recipients beside the signature', () => {
  it('are read on between its words', () => {
    const columns = [
      'Nơi nhận:                     KT. GIÁM ĐỐC',
      '- Như trên;',
      '                              PHÓ GIÁM ĐỐC',
      '- UBND tỉnh (để b/c);',
      '- Lưu: VT, NV.',
      '',
      '                              Nguyễn Văn A',
    ];
    const text = `1. Bệnh viện Đa khoa tỉnh rà soát danh mục thuốc./.\n\n${columns.join('\n')}\n`;
    expectProblems(rulesOf('recipients'), text, []);
    const unmarked = text.replace('(để b/c);', '(để b/c)');
    const said = '6:3 Nơi nhận "UBND tỉnh (để b/c)": cuối dòng là dấu ";".';
    expectProblems(rulesOf('recipients'), unmarked, [said], text);
  });
});

describe('recipients', () => {
  it('end in the sign of who typed the document', () => {
    for (const sign of ['Lưu: VT, TCCV (2). 45', 'Lưu: VT, KTTH (3).Th', 'Lưu: VT, NN (2).'])
      expectProblems(rulesOf('recipients'), `1. Bộ Y tế rà soát./.\n\nNơi nhận:\n\n- Như trên;\n- ${sign}\n`, []);
  });
});

describe('legal bases', () => {
  it('may be lines of several kinds, pasted as one paragraph', () => {
    const lines = ['Căn cứ Luật Tổ chức chính quyền địa phương;', 'Thực hiện Chương trình kiểm tra năm 2026;'];
    const opens = 'Xét đề nghị của Giám đốc Sở Y tế, Ủy ban nhân dân xã thông báo như sau:';
    expectProblems(rulesOf('legal-basis'), `${[...lines, opens].join('\n')}\n\n1. Trạm Y tế rà soát.\n`, []);
  });
});

describe('parts of a letter', () => {
  it('have no name of type', () => {
    const head = 'UBND TỈNH LÀO CAI\n\nSố: 12/UBND-NC\n\nV/v rà soát hồ sơ\n\nLào Cai, ngày 10 tháng 8 năm 2026\n\n';
    const end = 'Nơi nhận:\n\n- Lưu: VT.\n\nCHỦ TỊCH\n\n';
    expectProblems(rulesOf('incomplete'), `${head}Sở Y tế rà soát hồ sơ trước ngày 20/8/2026./.\n\n${end}`, []);
  });
});

describe('sections without contents', () => {
  const rules = rulesOf('empty-section');

  it('sees what stands below a title, however it is written', () => {
    for (const text of [
      '## I. MỤC TIÊU\n\n<!-- ghi chú -->\n\n- Số hóa.\n',
      '## I. MỤC TIÊU\n\n<table><tr><td>Số hóa</td></tr></table>\n\n## II. NHIỆM VỤ\n\nSố hóa.\n',
      '**I. MỤC TIÊU**\n1. Số hóa.\n2. Kết nối.\n',
      'I- MỤC TIÊU\n\n1- Số hóa.\n\n2- Kết nối.\n',
      '## Điều 1. Giao Sở Nội vụ rà soát\n\n## Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành\n',
      '1. Sở Nội vụ:\n\na) Rà soát;\n\nb) Báo cáo.\n\n2. Sở Tài chính:\n\n| TT | Việc |\n| --- | --- |\n| 1 | Cấp vốn |\n',
    ])
      expectProblems(rules, text, []);
  });

  it('finds a title before the end or before the next', () => {
    expectProblems(rules, 'I. MỤC TIÊU\n\nII. NHIỆM VỤ\n\n1. Số hóa.\n', ['1:1 Mục "MỤC TIÊU" không có nội dung.']);
    expectProblems(rules, '1. Số hóa.\n\n2. Các sở thực hiện như sau:\n\nNơi nhận:\n\n- Lưu: VT.\n', [
      '3:1 Sau "Các sở thực hiện như sau:" không có nội dung nào.',
    ]);
  });
});
