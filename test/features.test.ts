import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { addName } from '../core/registry-edit.ts';
import { readAgencies } from '../core/registry-file.ts';
import { READ, type ReadParams, TABLE, TIMELINE, TREE, type TreeResult } from '../protocol/messages.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { completion } from '../server/features/completion.ts';
import { definition, links } from '../server/features/definition.ts';
import { folding, selection } from '../server/features/folding.ts';
import { highlights, references } from '../server/features/highlights.ts';
import { hints } from '../server/features/hints.ts';
import { hover } from '../server/features/hover.ts';
import { lenses } from '../server/features/lenses.ts';
import { onEnter } from '../server/features/on-enter.ts';
import { prepareRename, rename } from '../server/features/rename.ts';
import { legend, tokens } from '../server/features/tokens.ts';
import { workspaceSymbols } from '../server/features/workspace-symbols.ts';
import type { View } from '../server/views.ts';
import { endTalks, talk } from './fake-world.ts';

const today = '2026-11-21';

function open(text: string, uri = 'file:///w/a.md'): View {
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const alone = { registry: bundledRegistry, today };
  const draft = readDraft(text, bundledRegistry);
  return { path: uri, document, draft, directive: true, alone, findings: check(draft, alone) };
}

/** The draft without its cursor "‸", and where that stood. */
function at(marked: string, uri?: string): { view: View; offset: number } {
  const offset = marked.indexOf('‸');
  return { view: open(marked.replace('‸', ''), uri), offset };
}

const HEAD = '---\nloại: Kế hoạch\nsố: 12/KH-UBND\nngày ban hành: 2025-06-01\n---\n\n## I. NHIỆM VỤ\n\n';

function said(marked: string): string {
  const { view, offset } = at(marked);
  const contents = hover(view, offset, today, 'vi')?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

function offered(marked: string, others: readonly View[] = []): string[] {
  const { view, offset } = at(marked);
  return completion(view, offset, others, today, 'vi').items.map(({ label }) => label);
}

describe('hover', () => {
  it('tells the life of an agency and what it is now', () => {
    const ended = said(`${HEAD}1. Bộ Giao thông ‸vận tải rà soát các tuyến đường.\n`);
    assert.match(ended, /~~\*\*Bộ Giao thông vận tải\*\*~~/);
    assert.match(ended, /Nay là:\*\* Bộ Xây dựng/);
    assert.match(
      said(`${HEAD}1. Bộ Khoa học‸ và Công nghệ rà soát quy chuẩn.\n`),
      /Tiếp nối:\*\* .*Bộ Thông tin và Truyền thông/,
    );
  });

  it('tells a deadline as understood, with its weekday and the days there are', () => {
    const text = said(`${HEAD}1. Sở Y tế báo cáo kết quả trước ng‸ày 01/7/2025.\n`);
    assert.match(text, /trước thứ Ba, 01\/7\/2025/);
    assert.match(text, /Còn 29 ngày/);
    assert.match(said(`${HEAD}1. Sở Y tế báo cáo kết quả trong quý III‸/2025.\n`), /01\/7\/2025 – .*30\/9\/2025/);
  });

  it('shows a task as a card at its number, and what it leaves unsaid', () => {
    const text = said(`${HEAD}1‸. Sở Y tế chủ trì, phối hợp với Sở Nội vụ xây dựng đề án.\n`);
    for (const line of [
      /Ai:\*\* Sở Y tế/,
      /Phối hợp:\*\* Sở Nội vụ/,
      /Việc:\*\* xây dựng đề án/,
      /Thời hạn:\*\* \*\(chưa nêu\)/,
    ])
      assert.match(text, line);
  });
});

describe('completion', () => {
  it('finds agencies typed without marks, the ended last', () => {
    assert.equal(offered(`${HEAD}1. bo kh‸`)[0], 'Bộ Khoa học và Công nghệ');
    const all = offered(`${HEAD}1. Sở Y tế phối hợp với bộ k‸`);
    assert.ok(all.indexOf('Bộ Kế hoạch và Đầu tư') > all.indexOf('Bộ Khoa học và Công nghệ'));
    assert.equal(offered(`${HEAD}1. Giao bkhcn‸`)[0], 'Bộ Khoa học và Công nghệ');
    assert.deepEqual(offered(`${HEAD}1. Sở Y tế rà soát quy tr‸`), []);
  });

  it('goes on with the numbers of the series around', () => {
    const text = `${HEAD}1. Rà soát:\n\na) Lập danh mục.\n\nd) Sửa biểu mẫu.\n\n‸`;
    assert.deepEqual(offered(text), ['đ)', '2.', 'II.']);
    assert.deepEqual(offered(`${HEAD}1. Sở Y tế có trách nhiệm:\n\n‸`).slice(0, 2), ['a)', '2.']);
  });

  it('knows places of the document, cited documents, the end of the phase, the front matter', () => {
    const cited = '1. Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.\n\n';
    assert.deepEqual(offered(`${HEAD}${cited}2. Theo Nghị quyết số ‸`), ['57-NQ/TW ngày 22/12/2024 của Bộ Chính trị']);
    assert.deepEqual(offered(`${HEAD}${cited}2. Như đã nêu tại khoản ‸`), ['1', '2']);
    const phase = '### Giai đoạn từ nay đến ngày 30/6/2025\n\n';
    assert.ok(offered(`${HEAD}${phase}a) Sở Y tế hoàn thành ‸`).includes('trước ngày 01/7/2025'));
    assert.deepEqual(offered('---\nlo‸\n---\n\nI. A\n'), ['loại']);
    assert.ok(offered('---\nloại: K‸\n---\n\nI. A\n').includes('Kế hoạch'));
  });
});

describe('what Enter adds', () => {
  const typed = (marked: string): string => {
    const { view, offset } = at(marked);
    const edits = onEnter(view, view.document.positionAt(offset));
    return TextDocument.applyEdits(view.document, edits).slice(HEAD.length);
  };

  it('the next point, set off as those before it', () => {
    assert.equal(
      typed(`${HEAD}a) Lập danh mục.\n\nd) Sửa biểu mẫu.\n‸`),
      'a) Lập danh mục.\n\nd) Sửa biểu mẫu.\n\nđ) ',
    );
    assert.equal(typed(`${HEAD}a) Lập danh mục.\nb) Sửa.\n‸`), 'a) Lập danh mục.\nb) Sửa.\nc) ');
    assert.equal(typed(`${HEAD}- Lập danh mục.\n‸`), '- Lập danh mục.\n- ');
    assert.equal(typed(`${HEAD}1. Sở Y tế có trách nhiệm:\n‸`), '1. Sở Y tế có trách nhiệm:\n\na) ');
  });

  it('nothing below a title or a plain paragraph; an empty marker goes away', () => {
    assert.equal(typed(`${HEAD}## II. KINH PHÍ\n‸`), '## II. KINH PHÍ\n');
    assert.equal(typed(`${HEAD}Các đơn vị thực hiện nghiêm.\n‸`), 'Các đơn vị thực hiện nghiêm.\n');
    assert.equal(typed(`${HEAD}a) Lập danh mục.\n\nb) \n‸`), 'a) Lập danh mục.\n\n');
  });
});

describe('rename', () => {
  const renamed = (marked: string, name: string): string => {
    const { view, offset } = at(marked);
    return TextDocument.applyEdits(view.document, rename(view, offset, name)).slice(HEAD.length);
  };

  it('an agency throughout the draft, in capitals where it stands in capitals', () => {
    const text = `${HEAD}1. BỘ Y TẾ\n\n2. Bộ trưởng Bộ Y tế báo cáo; Sở Tài chính phối hợp với B‸ộ Y tế.\n`;
    assert.equal(
      renamed(text, 'Bộ Sức khỏe'),
      '1. BỘ SỨC KHỎE\n\n2. Bộ trưởng Bộ Sức khỏe báo cáo; Sở Tài chính phối hợp với Bộ Sức khỏe.\n',
    );
  });

  it('a number with the references to it', () => {
    const text = `${HEAD}1. Rà soát:\n\na) Lập danh mục.\n\n‸b) Sửa biểu mẫu nêu tại điểm a khoản 1 Mục I.\n\n2. Công bố biểu mẫu tại điểm b khoản 1 Mục I.\n`;
    assert.deepEqual(prepareRename(at(text).view, at(text).offset)?.placeholder, 'b');
    assert.equal(
      renamed(text, 'c)'),
      '1. Rà soát:\n\na) Lập danh mục.\n\nc) Sửa biểu mẫu nêu tại điểm a khoản 1 Mục I.\n\n2. Công bố biểu mẫu tại điểm c khoản 1 Mục I.\n',
    );
  });
});

describe('finding one’s way', () => {
  const text = `${HEAD}1. Sở Y tế phối hợp với Bộ Y tế thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.\n\n2. Bộ Y tế báo cáo trong quý III, theo Nghị quyết số 57-NQ/TW.\n`;

  it('shows all places of an agency and of a cited document', () => {
    const view = open(text);
    const lines = (offset: number) => highlights(view, offset).map(({ range }) => range.start.line);
    assert.deepEqual(lines(text.indexOf('Bộ Y tế') + 2), [8, 10]);
    assert.deepEqual(lines(text.indexOf('57-NQ') + 2), [8, 10]);
    const other = open(`${HEAD}1. Bộ Y tế rà soát.\n`, 'file:///w/b.md');
    assert.equal(references(view, text.lastIndexOf('Bộ Y tế'), [other]).at(-1)?.uri, 'file:///w/b.md');
  });

  it('goes to the cited document where it is open, else to its first mention', () => {
    const view = open(text);
    const last = text.lastIndexOf('57-NQ');
    const lineOf = (found: ReturnType<typeof definition>) => [found].flat()[0]?.range.start.line;
    assert.equal(lineOf(definition(view, last, [])), 8);
    const other = open('---\nloại: Nghị quyết\nsố: 57-NQ/TW\n---\n\nI. A\n', 'file:///w/b.md');
    assert.equal([definition(view, last, [other])].flat()[0]?.uri, 'file:///w/b.md');
    assert.equal(links(view, [other]).length, 2);
  });

  it('goes to the part a reference names, and tells it on hovering', () => {
    const draft = `${HEAD}1. Rà soát:\n\na) Lập danh mục.\n\n2. Công bố danh mục tại điểm a khoản 1 Mục I.\n`;
    const place = draft.indexOf('điểm a') + 1;
    const target = definition(open(draft), place, []);
    assert.deepEqual(
      [target].flat().map((each) => each?.range.start.line),
      [10],
    );
    assert.match(said(draft.replace('điểm a', 'đi‸ểm a')), /Lập danh mục/);
  });

  it('finds tasks of all directives by words typed without marks', () => {
    const names = workspaceSymbols([open(text)], 'bo y te bao cao').map(({ name }) => name);
    assert.deepEqual(names, ['I.2 Bộ Y tế: báo cáo trong quý III, theo Nghị quyết số 57-NQ/TW.']);
  });

  it('folds what has something under it and selects from the word outwards', () => {
    assert.deepEqual(
      folding(open(text)).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 4],
        [6, 10],
      ],
    );
    const view = open(text);
    const widths: number[] = [];
    for (let range = selection(view, text.indexOf('báo cáo') + 1); ; ) {
      widths.push(view.document.offsetAt(range.range.end) - view.document.offsetAt(range.range.start));
      if (!range.parent) break;
      range = range.parent;
    }
    assert.ok(widths.length >= 4 && widths.every((width, i) => width > (widths[i - 1] ?? 0)), widths.join());
    assert.equal(widths[0], 'báo'.length);
  });

  it('counts the tasks of a section above it', () => {
    const titles = lenses(open(text), 'vi').map(({ command }) => command?.title);
    assert.deepEqual(titles, ['2 nhiệm vụ · 2 đơn vị chủ trì · hạn 30/9/2025 · 1 chưa có hạn']);
  });

  it('hints at the day a deadline comes to and at inherited owners', () => {
    const draft = `${HEAD}1. Sở Y tế có trách nhiệm:\n\na) Báo cáo kết quả trong quý III.\n`;
    const labels = hints(open(draft), { start: 0, end: draft.length }, 'vi').map(({ label }) => label);
    assert.deepEqual(labels.sort(), ['= 30/9/2025', 'Sở Y tế:']);
  });

  it('colours markers, owners, deadlines and citations, each once', () => {
    const { data } = tokens(open(text));
    const types: string[] = [];
    for (let i = 0; i < data.length; i += 5) types.push(legend.tokenTypes[data[i + 3] ?? 0] ?? '');
    for (const type of ['keyword', 'class', 'number', 'string', 'function']) assert.ok(types.includes(type), type);
    for (let i = 0; i < data.length; i += 5) assert.ok((data[i + 2] ?? 0) > 0);
  });
});

describe('names taken into the agencies of a workspace', () => {
  const text = '# Của tỉnh\n- id: so-x\n  tên: Sở X\n';
  it('as agencies of their own, or as other names', () => {
    const more = addName(text, 'Trung tâm Dữ liệu', bundledRegistry) ?? '';
    assert.equal(more, `${text}- id: trung-tam-du-lieu\n  tên: Trung tâm Dữ liệu\n`);
    const other = addName(more, 'Bộ KHCN', bundledRegistry, 'bo-khoa-hoc-va-cong-nghe') ?? '';
    assert.deepEqual(readAgencies(other, 'a.yaml').faults, []);
    assert.equal(addName(other, 'Bộ KHCN', bundledRegistry, 'bo-khoa-hoc-va-cong-nghe'), other);
    assert.match(
      addName(other, 'Bộ KH-CN', bundledRegistry, 'bo-khoa-hoc-va-cong-nghe') ?? '',
      /Bộ KHCN[\s\S]*Bộ KH-CN/,
    );
    assert.equal(addName('a: [', 'Sở Y', bundledRegistry), undefined);
    assert.equal(addName('', 'Sở Y', bundledRegistry), '- id: so-y\n  tên: Sở Y\n');
  });
});

describe('answers over the protocol', () => {
  afterEach(endTalks);

  it('come for a directive and not for other Markdown', async () => {
    const world = { today: () => today, registry: bundledRegistry, locale: 'vi' } as const;
    const { client, told, published } = await talk(world, {}, { chidao: { views: true, rulesPage: 'file:///r.md' } });
    assert.equal(told.capabilities.hoverProvider, true);
    const read: ReadParams[] = [];
    client.onNotification(READ, (params: ReadParams) => {
      read.push(params);
    });
    const text = `${HEAD}1. Bộ Y tế báo cáo trước ngày 30/6/2025.\n`;
    for (const [uri, body] of [
      ['untitled:a', text],
      ['untitled:b', '# Ghi chú\n\nMua sữa.\n'],
    ]) {
      const textDocument = { uri, languageId: 'markdown', version: 1, text: body };
      await client.sendNotification('textDocument/didOpen', { textDocument });
    }
    const ask = (method: string, uri: string, more = {}) =>
      client.sendRequest(method, { textDocument: { uri }, ...more });
    const position = { line: 8, character: 5 };
    assert.match(JSON.stringify(await ask('textDocument/hover', 'untitled:a', { position })), /Bộ Y tế/);
    assert.equal(await ask('textDocument/hover', 'untitled:b', { position: { line: 0, character: 3 } }), null);
    assert.match(JSON.stringify(await ask('textDocument/foldingRange', 'untitled:a')), /startLine/);
    const tree = await client.sendRequest<TreeResult>(TREE, { uri: 'untitled:a', by: 'owner' });
    assert.deepEqual(
      tree?.map(({ label, count }) => [label, count]),
      [['Bộ Y tế', 1]],
    );
    assert.equal(await client.sendRequest(TREE, { uri: 'untitled:b', by: 'owner' }), null);
    assert.match(JSON.stringify(await client.sendRequest(TIMELINE, { uri: 'untitled:a' })), /<svg/);
    assert.match(String(await client.sendRequest(TABLE, { uri: 'untitled:a', format: 'tabs' })), /Bộ Y tế\t/);
    const [diagnostic] = published[0]?.diagnostics ?? [];
    assert.match(diagnostic?.codeDescription?.href ?? '', /^file:\/\/\/r\.md#L\d+$/);
    assert.deepEqual(
      read.map(({ uri, directive, tasks }) => [uri, directive, tasks]),
      [
        ['untitled:a', true, 1],
        ['untitled:b', false, 0],
      ],
    );
  });
});
