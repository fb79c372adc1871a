import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDraft } from '../core/draft.ts';
import { toOutline } from '../core/exports/outline.ts';
import { readMarker } from '../core/language/numbering.ts';
import { bundledRegistry } from '../registry/bundled.ts';

const outline = (text: string) => toOutline(readDraft(text, bundledRegistry), 'x');
const paths = (...lines: string[]) => outline(lines.join('\n\n')).units.map((unit) => unit.path);
/** "id | leads | coordinators | date | phase" of each task. */
const tasks = (...lines: string[]) =>
  outline(lines.join('\n\n')).tasks.map((task) =>
    [
      task.id,
      task.leads.map((owner) => owner.text).join('; '),
      task.coordinators.map((owner) => owner.text).join('; '),
      task.deadline?.date ?? task.deadline?.relation ?? '',
      ...(task.phase ? [task.phase] : []),
    ].join(' | '),
  );

describe('markers', () => {
  for (const [line, style, value] of [
    ['I. QUAN ĐIỂM', 'roman', 1],
    ['IV- NHIỆM VỤ', 'roman', 4],
    ['IIII. TỔ CHỨC', 'roman', Number.NaN],
    ['12. Bộ Y tế', 'arabic', 12],
    ['3) Về dữ liệu', 'arabic', 3],
    ['1- Quan điểm', 'arabic', 1],
    ['2/ Bộ Y tế', 'arabic', 2],
    ['2.1. Về thể chế', 'decimal', 1],
    ['2.1.3 Về thể chế', 'decimal', 3],
    ['đ) Các bộ', 'letter', 5],
    ['e. Các bộ', 'letter', 6],
    ['f) Các bộ', 'letter', Number.NaN],
    ['Điều 12. Tổ chức thực hiện', 'article', 12],
    ['Chương II', 'chapter', 2],
    ['Phần thứ hai', 'part', 2],
    ['MỤC 3', 'section', 3],
    ['B. NỘI DUNG', 'capital', 2],
    ['(iii) cập nhật', 'paren', 3],
  ] as const) {
    it(line, () => {
      const marker = readMarker(line);
      assert.equal(marker?.style, style);
      assert.equal(marker?.value, value);
    });
  }
  for (const line of [
    '1.139 thủ tục hành chính',
    '30/6/2025 là hạn cuối',
    '2025. Hết năm',
    '1.5 triệu đồng',
    'Phần mềm dùng chung',
    'Mục 1 Phần II nêu rõ',
    'Điều 5 Luật Đất đai',
    'và các bộ',
    '15 tỉnh, thành phố',
  ]) {
    it(`none: ${line}`, () => assert.equal(readMarker(line), undefined));
  }
});

describe('units', () => {
  it('I > 1 > a, restarting under each', () => {
    assert.deepEqual(paths('I. A', '1. B', 'a) c', 'b) d', '2. E', 'a) f', 'II. G', '1. H'), [
      'I',
      'I.1',
      'I.1.a',
      'I.1.b',
      'I.2',
      'I.2.a',
      'II',
      'II.1',
    ]);
  });
  it('decimals under their number', () => {
    assert.deepEqual(paths('IV. A', '2. B', '2.1. C', 'a) d', '2.2. E', 'a) f', '3. G'), [
      'IV',
      'IV.2',
      'IV.2.1',
      'IV.2.1.a',
      'IV.2.2',
      'IV.2.2.a',
      'IV.3',
    ]);
  });
  it('articles through the chapters', () => {
    assert.deepEqual(paths('Chương I', 'Điều 1. A', '1. b', 'a) c', 'Chương II', 'Điều 2. D', '1. e'), [
      'ChI',
      'Đ1',
      'Đ1.1',
      'Đ1.1.a',
      'ChII',
      'Đ2',
      'Đ2.1',
    ]);
  });
  it('A above I', () => {
    assert.deepEqual(paths('A. X', 'I. Y', '1. z', 'B. X', 'I. Y', 'C. X'), ['A', 'A.I', 'A.I.1', 'B', 'B.I', 'C']);
  });
  it('points of a phase restart', () => {
    assert.deepEqual(paths('1. A', 'Giai đoạn 1 (2025 - 2026)', 'a) b', 'b) c', 'Giai đoạn 2 (2027 - 2028)', 'a) d'), [
      '1',
      '1.G1.a',
      '1.G1.b',
      '1.G2.a',
    ]);
  });
  it('an annex begins anew', () => {
    assert.deepEqual(paths('I. A', 'II. B', 'Nơi nhận:', '- Như trên;', '# PHỤ LỤC II', 'I. C', '1. D'), [
      'I',
      'II',
      'PLII.I',
      'PLII.I.1',
    ]);
  });
  it('a wrong mark stays in its series', () => {
    assert.deepEqual(paths('2. A', '2.1. B', 'a) c', '2.2. D', '3) E', 'a) f'), [
      '2',
      '2.1',
      '2.1.a',
      '2.2',
      '3',
      '3.a',
    ]);
  });
});

describe('bold as converters write it', () => {
  it('hides no number, title or owner', () => {
    assert.deepEqual(
      paths(
        '**I. NHIỆM VỤ **',
        '**1. **Sở Y tế rà soát thuốc.',
        '**2.**Sở Nội vụ báo cáo.',
        '** 3. Sở Tài chính:** Bố trí vốn.',
      ),
      ['I', 'I.1', 'I.2', 'I.3'],
    );
    assert.deepEqual(tasks('**I. NHIỆM VỤ **', '**1. Sở Y tế **rà soát thuốc.', '**2. Sở Tài chính: **Bố trí vốn.'), [
      'I.1 | Sở Y tế |  | ',
      'I.2 | Sở Tài chính |  | ',
    ]);
    assert.deepEqual(paths('1. Rà soát \\*\\*mục\\*\\* (**) và 2 ** 3.'), ['1']);
  });
});

describe('tasks', () => {
  it('are in tables, where these say who or when: not in the numbers of columns nor in a list of things', () => {
    const opening = 'Bộ Tài chính đề nghị Ủy ban nhân dân các tỉnh, thành phố thực hiện các nhiệm vụ sau:';
    const before = '1 | Ủy ban nhân dân các tỉnh, thành phố |  | ';
    const point = '1. Bố trí vốn cho các dự án.';
    const list = '| STT | Tên dự án | Tổng mức đầu tư |\n|---|---|---|\n| 1 | Xây dựng trụ sở xã | 12 tỷ |';
    assert.deepEqual(tasks(opening, point, 'PHỤ LỤC', list), [before]);
    for (const numbers of ['| (1) | (2) | (3) | (4) |', '|  | A | B | C |', '| 1 | 2 | 3 | 4 = 3 + 2 |'])
      assert.deepEqual(
        tasks(
          '## II. NHIỆM VỤ',
          `| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n${numbers}\n| 1 | Rà soát | Bộ Y tế | 01/9/2026 |`,
        ),
        ['II.R1 | Bộ Y tế |  | 2026-09-01'],
      );
  });

  it('inherit the owner of a point that only names it', () => {
    assert.deepEqual(
      tasks('## II. NHIỆM VỤ', 'a) Bộ Y tế:', '- Xây dựng hướng dẫn;\n- Phối hợp với Bộ Công an kết nối dữ liệu.'),
      ['II.a.-1 | Bộ Y tế |  | ', 'II.a.-2 | Bộ Y tế | Bộ Công an | '],
    );
  });
  it('inherit the owner of a line and of a heading', () => {
    assert.deepEqual(
      tasks(
        '## I. YÊU CẦU',
        'Ủy ban nhân dân các tỉnh, thành phố:',
        '1. Kiện toàn ban chỉ đạo.',
        '## II. TỔ CHỨC THỰC HIỆN',
        '### 1. Sở Tài chính',
        '- Bố trí kinh phí.',
      ),
      ['I.1 | Ủy ban nhân dân các tỉnh, thành phố |  | ', 'II.1.-1 | Sở Tài chính |  | '],
    );
  });
  it('their own subject goes before an inherited one', () => {
    assert.deepEqual(tasks('## I. NHIỆM VỤ', 'Các sở, ngành:', '1. Sở Y tế rà soát danh mục.', '2. Rà soát quy chế.'), [
      'I.1 | Sở Y tế |  | ',
      'I.2 | Các sở, ngành |  | ',
    ]);
  });
  it('inline items share owner, coordinators and a closing deadline', () => {
    assert.deepEqual(
      tasks(
        '## I. NHIỆM VỤ',
        'a) Bộ Y tế chủ trì, phối hợp với Bộ Tài chính: (1) Xây dựng đề án. (2) Trình Chính phủ nghị định. Hoàn thành trong tháng 8/2026.',
      ),
      ['I.a.(1) | Bộ Y tế | Bộ Tài chính | 2026-08-31', 'I.a.(2) | Bộ Y tế | Bộ Tài chính | 2026-08-31'],
    );
  });
  it('a deadline of one inline item is its own', () => {
    assert.deepEqual(
      tasks('## I. NHIỆM VỤ', 'a) Bộ Y tế: (1) Xây dựng đề án, hoàn thành trước ngày 30/6/2026. (2) Rà soát quy chế.'),
      ['I.a.(1) | Bộ Y tế |  | 2026-06-30', 'I.a.(2) | Bộ Y tế |  | '],
    );
  });
  it('each inline item may begin with its coordinators', () => {
    assert.deepEqual(
      tasks(
        '## I. NHIỆM VỤ',
        'a) Bộ Công an phối hợp với: (1) Bộ Y tế xây dựng kho dữ liệu. (2) Các bộ, ngành làm sạch dữ liệu.',
      ),
      ['I.a.(1) | Bộ Công an | Bộ Y tế | ', 'I.a.(2) | Bộ Công an | Các bộ, ngành | '],
    );
  });
  it('a line after a list closes it', () => {
    assert.deepEqual(
      tasks(
        '## I. NHIỆM VỤ',
        '1. Sở Y tế:',
        'a) Rà soát danh mục.',
        'b) Xây dựng quy chế, hoàn thành trước ngày 01/6/2026.',
        'Hoàn thành trong quý III/2026.',
      ),
      ['I.1.a | Sở Y tế |  | 2026-09-30', 'I.1.b | Sở Y tế |  | 2026-06-01'],
    );
  });
  it('stand in the phase above them', () => {
    assert.deepEqual(tasks('## I. NHIỆM VỤ', '### Giai đoạn 1 (2025 - 2026)', 'a) Bộ Y tế xây dựng đề án.'), [
      'I.G1.a | Bộ Y tế |  |  | Giai đoạn 1 (2025 - 2026)',
    ]);
  });
  it('labelled lines are one task', () => {
    assert.deepEqual(
      tasks(
        '## II. NHIỆM VỤ',
        '1.1. Xây dựng đề án dữ liệu',
        '- Cơ quan chủ trì: Sở Y tế\n- Cơ quan phối hợp: Sở Nội vụ, Sở Tài chính\n- Thời gian hoàn thành: Quý IV/2026\n- Sản phẩm: Đề án',
      ),
      ['II.1.1 | Sở Y tế | Sở Nội vụ; Sở Tài chính | 2026-12-31'],
    );
  });
  it('numbered lines that only say who and when belong to the task above', () => {
    assert.deepEqual(
      tasks(
        '## II. NỘI DUNG',
        '1. Tập huấn thủ thư',
        'a) Cơ quan chủ trì: Sở Y tế.',
        'b) Cơ quan phối hợp: Sở Nội vụ.',
        'c) Thời gian thực hiện: Quý IV năm 2026.',
        '2. Sở Nội vụ theo dõi việc thực hiện.',
      ),
      ['II.1 | Sở Y tế | Sở Nội vụ | 2026-12-31', 'II.2 | Sở Nội vụ |  | '],
    );
  });
  it('a table of owners may call its tasks by what they make', () => {
    const table =
      '| TT | Cơ sở dữ liệu | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Thư viện số | Sở Y tế | 9/2026 |';
    assert.deepEqual(tasks(`## PHỤ LỤC\n\n${table}`), ['PL.R1 | Sở Y tế |  | 2026-09-30']);
  });
  it('rows of a table, its group rows left out', () => {
    const table =
      '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n|---|---|---|---|---|\n| I | Về thể chế | | | |\n| 1 | Xây dựng quy chế | Sở Y tế | Sở Nội vụ; các đơn vị liên quan | 12/2026 |\n| 2 | Rà soát | Sở Nội vụ | | Tháng 9/2026 |';
    const read = outline(`## PHỤ LỤC\n\n${table}`).tasks;
    assert.deepEqual(
      read.map((task) => [task.text, task.leads[0]?.text, task.coordinators.length]),
      [
        ['Xây dựng quy chế', 'Sở Y tế', 2],
        ['Rà soát', 'Sở Nội vụ', 0],
      ],
    );
    assert.equal(read[1]?.deadline?.date, '2026-09-30');
  });
  it('views, aims, the opening and the closing assign nothing', () => {
    assert.deepEqual(
      tasks(
        'Bộ Y tế ban hành Kế hoạch như sau:',
        '## I. QUAN ĐIỂM',
        '- Xây dựng hệ thống thống nhất.',
        '## II. MỤC TIÊU',
        '1. Các bộ, ngành hoàn thành 100% chỉ tiêu.',
        'Bộ Y tế thông báo để các đơn vị biết, thực hiện./.',
        'Nơi nhận:',
        '- Văn phòng Chính phủ;\n- Lưu: VT.',
      ),
      [],
    );
  });
  it('who issues the document asks others, and is not told to ask them', () => {
    const issued = (issuer: string, ...lines: string[]) =>
      tasks(`---\nloại: Công văn\ncơ quan ban hành: ${issuer}\nngày ban hành: 2026-08-10\n---`, ...lines);
    const asks = '1. Sở Y tế yêu cầu các bệnh viện báo cáo trước ngày 20/8/2026.';
    assert.deepEqual(issued('Sở Y tế tỉnh Lào Cai', asks), ['1 | các bệnh viện |  | 2026-08-20']);
    assert.deepEqual(issued('Sở Y tế', asks), ['1 | các bệnh viện |  | 2026-08-20']);
    assert.deepEqual(issued('Ủy ban nhân dân tỉnh Lào Cai', asks), ['1 | Sở Y tế |  | 2026-08-20']);
    assert.deepEqual(issued('Sở Y', asks), ['1 | Sở Y tế |  | 2026-08-20']);
    assert.deepEqual(tasks(asks), ['1 | Sở Y tế |  | 2026-08-20']);
    assert.deepEqual(tasks('UBND TỈNH LÀO CAI', 'SỞ Y TẾ', asks), ['1 | các bệnh viện |  | 2026-08-20']);
    assert.deepEqual(tasks('KẾ HOẠCH', 'Sở Y tế đề nghị các phòng khám nộp hồ sơ trước ngày 20/8/2026.'), [
      'p2 | các phòng khám |  | 2026-08-20',
    ]);
  });
  it('whoever a title makes answer for it is told what stands below', () => {
    assert.deepEqual(tasks('## Điều 3. Trách nhiệm của người bệnh', '1. Chấp hành nội quy.', '2. Nộp viện phí.'), [
      'Đ3.1 | người bệnh |  | ',
      'Đ3.2 | người bệnh |  | ',
    ]);
  });
  it('a day by which it is to be done makes a paragraph a task, a description not', () => {
    const opens = 'CÔNG ĐIỆN';
    assert.deepEqual(
      tasks(
        opens,
        'Bộ Nội vụ hướng dẫn các tỉnh trước ngày 30/9/2026.',
        'Bộ Nội vụ đã hướng dẫn trước ngày 30/6/2026.',
      ),
      ['p2 | Bộ Nội vụ |  | 2026-09-30'],
    );
    assert.deepEqual(tasks('## I. KẾT QUẢ', 'Bộ Nội vụ hướng dẫn các tỉnh trước ngày 30/9/2026.'), []);
  });
  it('topics of a training or a report are no tasks', () => {
    const [section, lead] = ['## II. NHIỆM VỤ', '1. Sở Xây dựng tập huấn các nội dung:'];
    const inline = ' (i) lập hồ sơ; (ii) thẩm định; (iii) nghiệm thu, hoàn thành trước ngày 25/8/2026.';
    assert.deepEqual(tasks(section, lead + inline), ['II.1 | Sở Xây dựng |  | 2026-08-25']);
    assert.deepEqual(tasks(section, lead, 'a) Lập hồ sơ.', 'b) Thẩm định.'), ['II.1 | Sở Xây dựng |  | ']);
    assert.deepEqual(tasks(section, '1. Sở Xây dựng thực hiện các nội dung:', 'a) Lập hồ sơ.', 'b) Thẩm định.'), [
      'II.1.a | Sở Xây dựng |  | ',
      'II.1.b | Sở Xây dựng |  | ',
    ]);
  });
  it('when and where a meeting is, what it is about and rows that name a group are no tasks', () => {
    assert.deepEqual(
      tasks('## I. THỜI GIAN, ĐỊA ĐIỂM', '1. Thời gian: 08 giờ ngày 20/8/2026.', '2. Địa điểm: Hội trường.'),
      [],
    );
    assert.deepEqual(tasks('## II. NỘI DUNG HỘI NGHỊ', '1. Hướng dẫn lập biểu (60 phút).'), []);
    const rows = [
      '| Thời gian | Nội dung công việc | Đơn vị chịu trách nhiệm | Đơn vị chủ trì |',
      '|---|---|---|---|',
      '| I | GIAI ĐOẠN 1 | | |',
      '| 10-11/2026 | Lập nhiệm vụ | Cục Hạ tầng | - Vụ Pháp chế; - Vụ Quy hoạch |',
    ];
    assert.deepEqual(tasks('## I. NHIỆM VỤ', rows.join('\n')), ['I.R2 | Vụ Pháp chế; Vụ Quy hoạch |  | 2026-11-30']);
  });
  it('an ownerless action counts where work is handed out', () => {
    assert.deepEqual(tasks('## III. NHIỆM VỤ, GIẢI PHÁP', '1. Đẩy mạnh cải cách hành chính.'), ['III.1 |  |  | ']);
  });
});

describe('letterhead', () => {
  for (const keys of [
    'loại: Kế hoạch\nsố: 12/KH-UBND\nngày ban hành: 05/3/2026',
    'loai: Kế hoạch\nso: 12/KH-UBND\nngay ban hanh: 2026-03-05',
    'type: "Kế hoạch"\nnumber: 12/KH-UBND\nissued: 2026-03-05',
  ]) {
    it(`from the front matter: ${keys.split('\n')[0]}`, () => {
      const { type, number, issued } = outline(`---\n${keys}\n---\n\nNội dung\n`);
      assert.deepEqual([type, number, issued], ['Kế hoạch', '12/KH-UBND', '2026-03-05']);
    });
  }
  it('from the text', () => {
    const { type, number, issued } = outline(
      'VĂN PHÒNG CHÍNH PHỦ\n\nSố: 336/TB-VPCP\n\nHà Nội, ngày 30 tháng 6 năm 2025\n\nTHÔNG BÁO\n\nKết luận ...\n',
    );
    assert.deepEqual([type, number, issued], ['Thông báo', '336/TB-VPCP', '2025-06-30']);
  });
  it('from the text: who issues it stands above the type, below the body it belongs to', () => {
    const issuer = (...lines: string[]) => readDraft(lines.join('\n\n'), bundledRegistry).letterhead.issuer?.text;
    const body = ['Số: 12/KH-UBND', 'KẾ HOẠCH', 'PHÒNG CHÁY, CHỮA CHÁY RỪNG', '1. Sở Y tế rà soát.'];
    assert.equal(issuer('ỦY BAN NHÂN DÂN TỈNH LÀO CAI', ...body), 'ỦY BAN NHÂN DÂN TỈNH LÀO CAI');
    assert.equal(issuer('ỦY BAN NHÂN DÂN TỈNH LÀO CAI', 'SỞ Y TẾ', ...body), 'SỞ Y TẾ');
    assert.equal(issuer('UBND TỈNH LÀO CAI', 'PHÒNG CHỐNG THIÊN TAI', ...body), undefined);
  });
  it('from the text, where the day was copied without its place', () => {
    for (const lines of ['Số: 12/KH-UBND, ngày 17 tháng 8 năm 2026', 'Số: 12/KH-UBND\n\nNgày 17 tháng 8 năm 2026']) {
      const { number, issued } = outline(`KẾ HOẠCH\n\n${lines}\n\n1. Sở Y tế rà soát.\n`);
      assert.deepEqual([number, issued], ['12/KH-UBND', '2026-08-17']);
    }
    assert.equal(outline('Theo Công văn số 3/SYT, ngày 17 tháng 8 năm 2026\n\n1. Sở Y tế rà soát.\n').issued, null);
  });
  it('a broken line takes none of the others along', () => {
    const { type, number, issued } = outline(
      '---\nloại: Thông báo\ntrích yếu: Kết luận: tiến độ\nsố: 12/TB-UBND\nngày ban hành: 2026-03-05\n---\n\nNội dung\n',
    );
    assert.deepEqual([type, number, issued], ['Thông báo', '12/TB-UBND', '2026-03-05']);
  });
  it('a draft may leave number and date blank', () => {
    const { number, issued } = outline(
      '---\nloại: Kế hoạch\nsố:\nngày ban hành:\n---\n\n1. Bộ Y tế rà soát quy chế.\n',
    );
    assert.deepEqual([number, issued], [null, null]);
  });
});
