import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { compareWords } from '../cli/diff/words.ts';
import { type Comparison, compareDrafts, type TaskChange } from '../core/compare.ts';
import { readDraft } from '../core/draft.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { refuses, run } from './fake-world.ts';
import { makeRepository, type Repository } from './git-repository.ts';
import { directives } from './planting.ts';
import { pick, seeded } from './random.ts';

const compare = (before: string, after: string) =>
  compareDrafts(readDraft(before, bundledRegistry), readDraft(after, bundledRegistry));

/** "changed I.1>II.1 leads,text"; what did not change is left out. */
function tell(change: TaskChange): string {
  if (change.kind === 'added') return `added ${change.after.id}`;
  if (change.kind === 'removed') return `removed ${change.before.id}`;
  const number = `${change.before.id}>${change.after.id}`;
  return `${change.kind} ${number} ${change.fields.join(',')}`.trim();
}

const changes = (before: string, after: string) =>
  compare(before, after)
    .tasks.filter(({ kind }) => kind !== 'unchanged')
    .map(tell);

const draft = (...sections: string[][]) =>
  `---\nloại: Kế hoạch\nngày ban hành: 2026-03-05\n---\n\n${sections
    .map(
      (lines, i) =>
        `## ${['I', 'II', 'III'][i]}. ${lines.map((line, at) => (at === 0 ? `${line}\n` : `${at}. ${line}\n`)).join('\n')}`,
    )
    .join('\n')}`;

const TASKS = [
  'NHIỆM VỤ',
  'Bộ Y tế chủ trì, phối hợp với Bộ Công an rà soát danh mục thuốc thiết yếu, hoàn thành trước ngày 30/6/2026.',
  'Bộ Nội vụ xây dựng đề án vị trí việc làm của cơ quan hành chính, trình trước ngày 30/9/2026.',
  'Bộ Tài chính bố trí kinh phí cho hạ tầng số dùng chung, hoàn thành trong quý II năm 2026.',
];
const edit = (from: string, to: string) => {
  assert.ok(
    TASKS.some((line) => line.includes(from)),
    from,
  );
  return draft(TASKS.map((line) => line.replace(from, to)));
};

describe('comparing tasks', () => {
  const cases: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
    'nothing changed': [draft(TASKS), draft(TASKS), []],
    'line ends, composed letters, where the tone mark stands': [
      draft(TASKS),
      draft(TASKS).normalize('NFD').replaceAll('\n', '\r\n').replace('hoàn', 'hoàn'),
      [],
    ],
    'another lead': [draft(TASKS), edit('Bộ Nội vụ', 'Bộ Tư pháp'), ['changed I.2>I.2 leads']],
    'the lead under another of its names': [
      draft(['NHIỆM VỤ', 'UBND tỉnh Lào Cai rà soát quy hoạch.', 'Bộ Y tế tổng hợp.']),
      draft(['NHIỆM VỤ', 'Ủy ban nhân dân tỉnh Lào Cai rà soát quy hoạch.', 'Bộ Y tế tổng hợp.']),
      [],
    ],
    'another coordinator': [draft(TASKS), edit('Bộ Công an', 'Bộ Tài chính'), ['changed I.1>I.1 coordinators']],
    'no coordinator any more': [
      draft(TASKS),
      edit('chủ trì, phối hợp với Bộ Công an ', ''),
      ['changed I.1>I.1 coordinators'],
    ],
    'another day': [draft(TASKS), edit('30/9/2026', '31/10/2026'), ['changed I.2>I.2 deadline']],
    'no deadline any more': [draft(TASKS), edit(', hoàn thành trước ngày 30/6/2026', ''), ['changed I.1>I.1 deadline']],
    'the same day in other words': [draft(TASKS), edit('30/6/2026', '30 tháng 6 năm 2026'), []],
    'another text': [
      draft(TASKS),
      edit('danh mục thuốc thiết yếu', 'danh mục thuốc và vật tư y tế thiết yếu'),
      ['changed I.1>I.1 text'],
    ],
    'only its full stop': [draft(TASKS), edit('quý II năm 2026.', 'quý II năm 2026;'), []],
    'a new task before the others': [
      draft(TASKS),
      draft([TASKS[0] ?? '', 'Bộ Công Thương kiểm tra thị trường xăng dầu.', ...TASKS.slice(1)]),
      ['added I.1', 'moved I.1>I.2', 'moved I.2>I.3', 'moved I.3>I.4'],
    ],
    'a task taken out': [draft(TASKS), draft(TASKS.filter((_, i) => i !== 2)), ['removed I.2', 'moved I.3>I.2']],
    'another task in the place of one': [
      draft(TASKS),
      edit(TASKS[2] ?? '', 'Bộ Công Thương kiểm tra thị trường xăng dầu trước ngày 30/9/2026.'),
      ['removed I.2', 'added I.2'],
    ],
    'one split in two': [
      draft(['NHIỆM VỤ', 'Bộ Y tế rà soát danh mục thuốc, xây dựng kho dữ liệu dược quốc gia.', 'Bộ Nội vụ tổng hợp.']),
      draft([
        'NHIỆM VỤ',
        'Bộ Y tế xây dựng kho dữ liệu dược quốc gia.',
        'Bộ Y tế rà soát giá trang thiết bị.',
        'Bộ Nội vụ tổng hợp.',
      ]),
      ['changed I.1>I.1 text', 'added I.2', 'moved I.2>I.3'],
    ],
    'a section put in above, with a reference that follows': [
      draft(['CHUNG', 'Bộ Y tế tổng hợp nhu cầu.'], ['RIÊNG', 'Bộ Nội vụ báo cáo theo khoản 1 Mục I.']),
      draft(
        ['MỚI', 'Bộ Công Thương kiểm tra thị trường xăng dầu.'],
        ['CHUNG', 'Bộ Y tế tổng hợp nhu cầu.'],
        ['RIÊNG', 'Bộ Nội vụ báo cáo theo khoản 1 Mục II.'],
      ),
      ['added I.1', 'moved I.1>II.1', 'moved II.1>III.1'],
    ],
    'a reference to another part': [
      draft(
        ['CHUNG', 'Bộ Y tế tổng hợp nhu cầu.', 'Bộ Nội vụ báo cáo.'],
        ['RIÊNG', 'Bộ Công an làm theo khoản 1 Mục I.'],
      ),
      draft(
        ['CHUNG', 'Bộ Y tế tổng hợp nhu cầu.', 'Bộ Nội vụ báo cáo.'],
        ['RIÊNG', 'Bộ Công an làm theo khoản 2 Mục I.'],
      ),
      ['changed II.1>II.1 text'],
    ],
    'equal tasks, one more of them': [
      draft(['NHIỆM VỤ', 'Bộ Y tế báo cáo kết quả.', 'Bộ Y tế báo cáo kết quả.']),
      draft(['NHIỆM VỤ', 'Bộ Y tế báo cáo kết quả.', 'Bộ Y tế báo cáo kết quả.', 'Bộ Y tế báo cáo kết quả.']),
      ['added I.3'],
    ],
    'equal words in two sections that changed places': [
      draft(['Y TẾ', 'Bộ Y tế báo cáo kết quả.'], ['NỘI VỤ', 'Bộ Y tế báo cáo kết quả.']),
      draft(['NỘI VỤ', 'Bộ Y tế báo cáo kết quả.'], ['Y TẾ', 'Bộ Y tế báo cáo kết quả.']),
      ['moved II.1>I.1', 'moved I.1>II.1'],
    ],
  };
  for (const [what, [before, after, expected]] of Object.entries(cases)) {
    it(what, () => assert.deepEqual(changes(before, after).sort(), [...expected].sort()));
  }

  it('tells a phase whose title changed once, and a task that changed its phase by itself', () => {
    const phased = (first: string, lines: string[], second: string, rest: string[]) =>
      [
        `## I. NHIỆM VỤ\n\n### ${first}\n`,
        ...lines.map((line, i) => `${'abc'[i]}) ${line}\n`),
        `### ${second}\n`,
        ...rest.map((line, i) => `${'abc'[i]}) ${line}\n`),
      ].join('\n');
    const [one, two] = ['Giai đoạn từ nay đến ngày 30/6/2026', 'Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026'];
    const [a, b, c] = ['Bộ Y tế rà soát thuốc.', 'Bộ Nội vụ lập đề án.', 'Bộ Công an cấp mã số.'];
    const before = phased(one, [a, b], two, [c]);
    const later = one.replace('30/6', '15/7');
    const retitled = compare(before, phased(later, [a, b], two, [c]));
    assert.deepEqual(retitled.phases, [{ before: one, after: later }]);
    assert.ok(retitled.tasks.every(({ kind }) => kind === 'unchanged'));
    assert.deepEqual(changes(before, phased(one, [a], two, [c, b])), ['changed I.G1.b>I.G2.b phase']);
  });

  for (const { name, text } of directives) {
    it(`of ${name} with a section put in: all are known again`, () => {
      const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
      const moved = text.replace(/^## ([IVX]+)/gm, (_, number) => `## ${roman[roman.indexOf(number) + 1]}`);
      const at = moved.search(/^## /m);
      const section =
        '## I. VIỆC CẦN LÀM NGAY\n\n1. Bộ Công Thương kiểm tra thị trường xăng dầu.\n\n2. Bộ Y tế dự trữ thuốc.\n\n';
      const { tasks } = compare(text, moved.slice(0, at) + section + moved.slice(at));
      assert.deepEqual(tasks.filter(({ kind }) => kind === 'added').map(tell), ['added I.1', 'added I.2']);
      const known = tasks.filter(({ kind }) => kind === 'moved' || kind === 'unchanged');
      assert.equal(known.length, readDraft(text, bundledRegistry).tasks.length);
      assert.equal(known.length, tasks.length - 2);
    });

    it(`of ${name} after any edits: each is told once, and the other way round it is the mirror`, () => {
      const random = seeded(20260305);
      const one = readDraft(text, bundledRegistry);
      const lines = text.split('\n');
      for (let round = 0; round < 8; round++) {
        const edited = [...lines];
        for (let i = 0; i < 6; i++) mangle(edited, random);
        const other = readDraft(edited.join('\n'), bundledRegistry, one);
        const there = compareDrafts(one, other);
        const ids = (tasks: readonly { readonly id: string }[]) => tasks.map(({ id }) => id).sort();
        const before = there.tasks.flatMap((change) => (change.kind === 'added' ? [] : [change.before]));
        const after = there.tasks.flatMap((change) => (change.kind === 'removed' ? [] : [change.after]));
        assert.deepEqual(ids(before), ids(one.tasks));
        assert.deepEqual(ids(after), ids(other.tasks));
        assert.deepEqual(there.tasks.map(tell).sort(), mirror(compareDrafts(other, one)));
      }
    });
  }
});

/** Takes out, puts in, copies, moves or rewrites a line. */
function mangle(lines: string[], random: () => number): void {
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? '';
  const words = line.split(' ');
  const kind = Math.floor(random() * 5);
  if (kind === 0) lines.splice(at, 1);
  else if (kind === 1) lines.splice(at, 0, '', 'a) Bộ Y tế kiểm tra kho thuốc dự trữ quốc gia.', '');
  else if (kind === 2) lines.splice(Math.floor(random() * lines.length), 0, '', line, '');
  else if (kind === 3) lines.push(...lines.splice(at, 3));
  else
    lines[at] = words
      .filter((_, i) => i < 3 || random() > 0.3)
      .join(' ')
      .replace('Bộ Công an', pick(random, ['Bộ Nội vụ', 'Bộ Y tế']));
}

function mirror({ tasks }: Comparison): string[] {
  return tasks
    .map((change): TaskChange => {
      if (change.kind === 'added') return { kind: 'removed', before: change.after };
      if (change.kind === 'removed') return { kind: 'added', after: change.before };
      return { ...change, before: change.after, after: change.before };
    })
    .map(tell)
    .sort();
}

describe('comparing words', () => {
  const show = (before: string, after: string) =>
    compareWords(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[${text}]` : `{${text}}`))
      .join('');

  it('keeps dates whole and what stands together together', () => {
    assert.equal(show('trước ngày 30/6/2026', 'trước ngày 15/7/2026'), 'trước ngày [30/6/2026]{15/7/2026}');
    assert.equal(show('lập đề án mới', 'lập kế hoạch năm mới'), 'lập [đề án]{kế hoạch năm} mới');
    assert.equal(show('rà soát', 'rà soát, báo cáo'), 'rà soát{, báo cáo}');
  });

  it('leaves out what stayed far from a change', () => {
    const long = Array.from({ length: 30 }, (_, i) => `chữ${i}`).join(' ');
    assert.equal(show(`${long} cũ`, `${long} mới`), '… chữ25 chữ26 chữ27 chữ28 chữ29 [cũ]{mới}');
    assert.equal(show(`cũ ${long}`, `mới ${long}`), '[cũ]{mới} chữ0 chữ1 chữ2 chữ3 …');
  });
});

describe('chidao diff', () => {
  const [OLD, NEW] = [draft(TASKS), edit('Bộ Nội vụ', 'Bộ Tư pháp').replace('30/6/2026', '15/7/2026')];

  it('shows people what changed, in one line each', async () => {
    const { out, err, code } = await run(['diff', 'cu.md', 'moi.md'], { files: { 'cu.md': OLD, 'moi.md': NEW } });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^cu\.md → moi\.md\nNhiệm vụ: 2 sửa, 1 giữ nguyên\.\n/);
    assert.match(out, /\n~ I\.1 {2}Bộ Y tế: .*\n {2}Thời hạn: trước 30\/6\/2026 → trước 15\/7\/2026\n/);
    assert.match(out, /\n~ I\.2 .*\n {2}Chủ trì: Bộ Nội vụ → Bộ Tư pháp\n/);
    const same = await run(['diff', 'cu.md', 'cu.md', '--locale', 'en'], { files: { 'cu.md': OLD } });
    assert.equal(same.out, '1 document compared: no task changed.\n');
  });

  it('fails only where it is asked to', async () => {
    const files = { 'cu.md': OLD, 'moi.md': NEW };
    const code = async (...words: string[]) => (await run(['diff', ...words], { files })).code;
    assert.deepEqual(
      [
        await code('cu.md', 'moi.md'),
        await code('cu.md', 'moi.md', '--exit-code'),
        await code('cu.md', 'cu.md', '--exit-code'),
      ],
      [0, 1, 0],
    );
  });

  it('gives programs the tasks before and after and what differs', async () => {
    const { out } = await run(['diff', 'cu.md', 'moi.md', '--format', 'json'], {
      files: { 'cu.md': OLD, 'moi.md': NEW },
    });
    const { version, documents, summary } = JSON.parse(out);
    assert.equal(version, 1);
    assert.deepEqual(summary, { documents: 1, added: 0, removed: 0, changed: 2, moved: 0, unchanged: 1 });
    const [{ before, after, tasks, phases }] = documents;
    assert.deepEqual([before, after, phases], ['cu.md', 'moi.md', []]);
    assert.deepEqual(
      tasks.map(({ kind, fields }: { kind: string; fields: string[] }) => [kind, ...fields]),
      [
        ['changed', 'deadline'],
        ['changed', 'leads'],
      ],
    );
    assert.deepEqual([tasks[0].before.deadline.date, tasks[0].after.deadline.date], ['2026-06-30', '2026-07-15']);
    assert.equal(tasks[0].after.line, 8);
  });

  it('writes a comment for a merge request, whatever signs the text holds', async () => {
    const sign = 'Bộ Công Thương kiểm tra <b>giá|sản lượng</b> *xăng* và `dầu`.';
    const files = { 'cu.md': OLD, 'moi.md': `${NEW}\n4. ${sign}\n` };
    const { out } = await run(['diff', 'cu.md', 'moi.md', '--format', 'markdown'], { files });
    assert.match(out, /^## Thay đổi về nhiệm vụ\n\n### cu\.md → moi\.md\n/);
    assert.match(out, /\| Thêm \| Bỏ \| Sửa \| Đổi số \| Giữ nguyên \|\n\| --- .*\n\| 1 \| 0 \| 2 \| 0 \| 1 \|\n/);
    assert.match(out, /\| I\.2 \| Bộ Tư pháp \| \*\*Chủ trì:\*\* Bộ Nội vụ → Bộ Tư pháp \|\n/);
    assert.match(out, /\| I\.4 \| Bộ Công Thương \| kiểm tra &lt;b&gt;giá\\\|sản lượng&lt;\/b&gt; \\\*xăng\\\*/);
  });

  it('compares folders file by file, also those renamed', async () => {
    const files = { 'cu/a.md': OLD, 'cu/b.md': NEW, 'moi/a.md': OLD, 'moi/c.md': NEW.replace('Bộ Tư pháp', 'Bộ Y tế') };
    const { documents } = JSON.parse((await run(['diff', 'cu', 'moi', '--format', 'json'], { files })).out);
    assert.deepEqual(
      documents.map(({ before, after, tasks }: Record<string, unknown[]>) => [before, after, tasks?.length]),
      [
        ['cu/a.md', 'moi/a.md', 0],
        ['cu/b.md', 'moi/c.md', 1],
      ],
    );
  });

  it('refuses what it cannot compare in one sentence', async () => {
    const files = { 'a.md': OLD, 'x/b.md': NEW };
    await refuses(['diff'], /Cần nêu hai bản/);
    await refuses(['diff', 'a.md'], /Cần nêu hai bản/, { files });
    await refuses(['diff', 'a.md', 'a.md', 'a.md'], /Cần nêu hai bản/, { files });
    await refuses(['diff', 'a.md', 'khong.md'], /Không có tệp, thư mục hay bản git nào tên "khong\.md"/, { files });
    await refuses(['diff', 'a.md', 'x'], /Không so được tệp với thư mục/, { files });
    await refuses(['diff', 'a.md', 'a.md', '--format', 'html'], /hãy dùng text, json hoặc markdown/, { files });
  });

  describe('with git', () => {
    let repository: Repository;
    beforeEach(() => {
      repository = makeRepository();
      repository.write({ 'văn bản/a.md': OLD, 'b.md': OLD });
      repository.commit();
      repository.write({ 'văn bản/a.md': NEW });
      repository.commit();
    });
    afterEach(() => repository.remove());

    const names = (words: readonly string[], options?: { in: string }) => {
      const { out, err, code } = repository.chidao(['diff', '--format', 'json', ...words], options);
      assert.equal(code, 0, err);
      return JSON.parse(out).documents.map(
        ({ before, after, tasks }: Record<string, unknown[]>) => `${before} ${after} ${tasks?.length}`,
      );
    };

    it('takes revisions, with or without paths, and files at them', () => {
      const changed = 'HEAD~1:văn bản/a.md HEAD:văn bản/a.md 2';
      assert.deepEqual(names(['HEAD~1', 'HEAD']), ['HEAD~1:b.md HEAD:b.md 0', changed]);
      assert.deepEqual(names(['HEAD~1', 'HEAD', '--', 'văn bản/a.md']), [changed]);
      assert.deepEqual(names(['HEAD~1', 'HEAD', 'văn bản', 'b.md']), [changed, 'HEAD~1:b.md HEAD:b.md 0']);
      assert.deepEqual(names(['HEAD~1:văn bản/a.md', 'văn bản/a.md']), ['HEAD~1:văn bản/a.md văn bản/a.md 2']);
      assert.deepEqual(names(['HEAD~1', '--', 'văn bản/a.md']), ['HEAD~1:văn bản/a.md văn bản/a.md 2']);
      assert.deepEqual(names(['HEAD~1'], { in: 'văn bản' }), ['HEAD~1:văn bản/a.md a.md 2']);
      assert.deepEqual(names(['HEAD~1:./a.md', 'a.md'], { in: 'văn bản' }), ['HEAD~1:văn bản/a.md a.md 2']);
      assert.deepEqual(names(['HEAD~1:b.md', 'HEAD:văn bản/a.md']), ['HEAD~1:b.md HEAD:văn bản/a.md 2']);
      assert.deepEqual(names(['b.md', 'HEAD']), ['b.md HEAD:b.md 0']);
    });

    it('knows files that were added, removed or renamed since', () => {
      repository.git('mv', 'văn bản/a.md', 'c.md');
      repository.write({ 'b.md': undefined, 'd.md': draft(['NHIỆM VỤ', 'Bộ Công Thương kiểm tra xăng dầu.']) });
      assert.deepEqual(names(['HEAD']), ['HEAD:b.md null 3', 'HEAD:văn bản/a.md c.md 0', 'null d.md 1']);
      assert.deepEqual(names(['HEAD', 'c.md']), ['HEAD:văn bản/a.md c.md 0']);
    });

    it('says what there is not', () => {
      const refused = (words: readonly string[], sentence: RegExp) => {
        const { code, out, err } = repository.chidao(['diff', ...words]);
        assert.deepEqual([code, out, err.trim().split('\n').length], [2, '', 1], err);
        assert.match(err, sentence);
      };
      refused(['nhánh-lạ', 'b.md'], /"nhánh-lạ"/);
      refused(['HEAD:không.md', 'b.md'], /"HEAD:không\.md"/);
      refused(['HEAD', 'không.md'], /"HEAD:không\.md"/);
      refused(['HEAD', 'HEAD', 'HEAD'], /Cần nêu hai bản/);
    });
  });
});
