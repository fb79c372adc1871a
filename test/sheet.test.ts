import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, it } from 'mocha';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { placeWords } from '../cli/formats/words.ts';
import { readDraft } from '../core/draft.ts';
import { isDirective } from '../core/recognise.ts';
import { rules } from '../core/rules/index.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { run } from './fake-world.ts';

const plan = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8');
const notice = readFileSync('examples/thong-bao-336-TB-VPCP.md', 'utf8');
/** Words that would be markup, a link, a call to somebody or a program where the sheet is shown. */
const HOSTILE = `---
loại: Kế hoạch
số: 12/KH-UBND
cơ quan ban hành: Ủy ban nhân dân tỉnh Lào Cai
ngày ban hành: 2026-03-05
trích yếu: <script>alert(1)</script> | *đậm* [x](http://x) @ai (#1) !2 \`mã\` &amp; $a$
---

# KẾ HOẠCH

## I. NHIỆM VỤ

<!-- chidao-bỏ-qua owner/ended: <b>đã có</b> | \`công văn\` -->
1. Bộ Kế hoạch và Đầu tư <img src=x onerror=alert(1)> thẩm định trước ngày 31/2/2026.

2. Sở Tài chính tăng cường công tác phối hợp.

3. Giao Tòa án nhân dân tỉnh Lào Cai báo cáo trước ngày 30/6/2026.
`;

const files: Readonly<Record<string, string>> = { 'ke-hoach.md': plan, 'thong-bao.md': notice, 'a_b*c.md': HOSTILE };
const write = async (format: string, ...more: string[]) => {
  const { out } = await run(['check', '--format', format, ...more], { files, rules });
  return out;
};

/** As GitHub and GitLab read it. */
function parseMarkdown(text: string): Nodes[] {
  const tree = unified()
    .use(remarkParse)
    .data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] })
    .parse(text);
  const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];
  return all(tree);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '\n' : node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

describe('sheet before signature', () => {
  it('says what the document is, what stands in the way, how clear it is, what was set aside and who signs', async () => {
    const text = await write('markdown', 'a_b*c.md');
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [
      'PHIẾU KIỂM TRA TRƯỚC KHI TRÌNH KÝ',
      'Kế hoạch số 12/KH-UBND',
      'Lỗi phải sửa (1)',
      'Cảnh báo cần xem lại (1)',
      '6 rõ',
      'Phát hiện được bỏ qua có lý do (1)',
      'Ý kiến và chữ ký',
      'Kèm theo: lưu ý (1)',
      'Kèm theo: gợi ý (1)',
    ]);
    const shown = parseMarkdown(text)
      .map((node) => (node.type === 'tableRow' ? node.children.map(textOf).join(' | ') : textOf(node)))
      .join('\n');
    assert.match(shown, /Ngày ban hành: 05\/3\/2026/);
    assert.match(shown, /Kiểm tra: 15\/6\/2025, chidao \d/);
    assert.match(shown, /Còn 1 lỗi phải sửa trước khi trình ký và 1 cảnh báo cần xem lại\./);
    assert.match(shown, /mục I\.1, dòng 14 \| Không có ngày/);
    assert.match(shown, /Rõ thời gian \| 1\/3 \| I\.1 \(dòng 14\); I\.2 \(dòng 16\)\n/);
    assert.match(shown, /<b>đã có<\/b> \| `công văn`/);
  });

  it('speaks English where that is asked for', async () => {
    const text = await write('markdown', 'a_b*c.md', '--locale', 'en');
    assert.match(text, /^# CHECK SHEET BEFORE SIGNATURE\n/);
    assert.match(text, /\n\*\*1 error to mend before signature, 1 warning to look at\.\*\*\n/);
    assert.match(text, /\| part I\.1, line 14 \|/);
    assert.match(await write('html', 'a_b*c.md', '--locale', 'en'), /<html lang="en">/);
  });

  it('has a table of all documents where there are several, and the files that could not be read', async () => {
    const text = await write('markdown', ...Object.keys(files), 'none.md');
    const rows = text.split('\n').filter((line) => /^\| (?:Kế hoạch|Thông báo) số/.test(line));
    assert.deepEqual(
      rows.map((row) => row.split('<br>')[0]),
      ['| Kế hoạch số 02-KH/BCĐTW', '| Thông báo số 336/TB-VPCP', '| Kế hoạch số 12/KH-UBND'],
    );
    assert.match(rows[0] ?? '', /\| 2 \| 8 \| 15 \| 3 \| 90% \|$/);
    assert.match(text, /## Chưa kiểm tra được\n\n- .*none\.md/);
  });

  it('says so where nothing was found, and what --fix mended', async () => {
    const clean = await run(['check', 'a.md', '--format', 'markdown'], { files: { 'a.md': 'Lời mở đầu.\n' } });
    assert.match(clean.out, /\*\*Không phát hiện vấn đề nào\.\*\*/);
    assert.match(clean.out, /Không đọc thấy nhiệm vụ nào\./);
    const { out } = await run(['check', 'a.md', '--fix', '--format', 'markdown'], { files: { 'a.md': 'x SAI NHẸ\n' } });
    assert.match(out, /### Chỗ đã sửa tự động \(1\)/);
    assert.match(out, /\| dòng 1 \| Thấy SAI\.<br>`test\/first` \| Bỏ đi \|/);
    assert.match(out, /\*\*Không có lỗi và cảnh báo; có 1 lưu ý, gợi ý\.\*\*/);
  });

  it('lets no words of a draft become markup in Markdown', async () => {
    const nodes = parseMarkdown(await write('markdown', 'a_b*c.md'));
    const kinds = new Set(nodes.map(({ type }) => type));
    for (const kind of ['link', 'image', 'emphasis', 'definition']) assert.ok(!kinds.has(kind as Nodes['type']), kind);
    const html = new Set(nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])));
    assert.deepEqual([...html], ['<br>']);
    const said = nodes.map(textOf).join('\n');
    assert.ok(said.includes('<script>alert(1)</script> | *đậm* [x](http://x) @ai (#1) !2 `mã` &amp; $a$'), said);
    for (const row of nodes.filter((node) => node.type === 'tableRow')) {
      assert.ok([3, 4].includes(row.children.length), textOf(row));
    }
  });

  it('is no directive itself: a sheet kept beside the drafts is passed over', async () => {
    for (const path of Object.keys(files)) {
      assert.equal(isDirective(readDraft(await write('markdown', path), bundledRegistry)), false, path);
    }
    assert.equal(isDirective(readDraft(await write('markdown', ...Object.keys(files)), bundledRegistry)), false);
  });

  it('is one HTML file that asks for nothing else and runs nothing', async () => {
    const page = await write('html', ...Object.keys(files));
    assert.match(page, /^<!DOCTYPE html>\n<html lang="vi">/);
    assert.match(page, /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
    const tags = [...page.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag.toLowerCase());
    for (const tag of ['script', 'img', 'link', 'iframe', 'object', 'form', 'a']) assert.ok(!tags.includes(tag), tag);
    assert.doesNotMatch(page, /url\(|@import|<[^>]*\s(?:on\w+|src|href)=/);
    assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt; | *đậm* [x](http://x)'));
    const levels = [...page.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [i, level] of levels.entries()) assert.ok(level <= (levels[i - 1] ?? 0) + 1, `h${level} at ${i}`);
    const balance = new Map<string, number>();
    for (const [, close, tag = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)/g)) {
      balance.set(tag, (balance.get(tag) ?? 0) + (close ? -1 : 1));
    }
    for (const empty of ['meta', 'br']) balance.delete(empty);
    assert.deepEqual(
      [...balance].filter(([, open]) => open !== 0),
      [],
    );
  });

  it('names places as people do', () => {
    const vi = (unit: string) => placeWords({ unit, line: 5 }, 'vi');
    assert.equal(vi(''), 'dòng 5');
    assert.equal(vi('II.3.a'), 'mục II.3.a, dòng 5');
    assert.equal(vi('Đ2.1.a'), 'điểm a khoản 1 Điều 2, dòng 5');
    assert.equal(vi('Đ2.a'), 'điểm a Điều 2, dòng 5');
    assert.equal(vi('Đ2'), 'Điều 2, dòng 5');
    assert.equal(vi('PLI.2'), 'mục 2 Phụ lục I, dòng 5');
    assert.equal(vi('PL'), 'Phụ lục, dòng 5');
    assert.equal(vi('ChII.M1'), 'Mục 1 Chương II, dòng 5');
    assert.equal(vi('IV.2.1.G1.a'), 'điểm a giai đoạn 1 mục IV.2.1, dòng 5');
    assert.equal(placeWords({ unit: 'Đ2.1.a', line: 5 }, 'en'), 'point a, clause 1, Article 2, line 5');
  });
});
