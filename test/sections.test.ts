import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { type Block, readBlocks } from '../core/markdown.ts';
import { cutSections } from '../core/sections.ts';
import { pick, seeded } from './random.ts';

const move = (by: number) => (span: { start: number; end: number }) => ({ start: span.start + by, end: span.end + by });

/** The block at another place of the text. */
function shifted(block: Block, by: number): Block {
  const line = (each: { spans: readonly { start: number; end: number }[]; bold: boolean }) => ({
    ...each,
    spans: each.spans.map(move(by)),
  });
  if (block.kind === 'comment') return { ...block, span: move(by)(block.span) };
  if (block.kind === 'table')
    return { ...block, rows: block.rows.map((row) => row.map(line)), rowSpans: block.rowSpans.map(move(by)) };
  return { ...block, lines: block.lines.map(line) };
}

function piecewise(text: string): Block[] {
  return cutSections(text).flatMap((section) =>
    section.front ? [] : readBlocks(section.text).map((block) => shifted(block, section.start)),
  );
}

/** All of it at once, below the front matter. */
function whole(text: string): Block[] {
  const [first] = cutSections(text);
  const by = first?.front ? first.text.length : 0;
  return readBlocks(text.slice(by)).map((block) => shifted(block, by));
}

const LINES = [
  '## I. NHIỆM VỤ',
  '### 1. Về thể chế',
  'a) Bộ Tài chính chủ trì, phối hợp với Bộ Nội vụ. Hoàn thành trước ngày 30/6/2025.',
  'đ) Các bộ, ngành: (1) Rà soát; (2) báo cáo.',
  '1. Văn phòng Chính phủ',
  '2. Bộ Công an theo dõi',
  '3) Về dữ liệu',
  '- Gạch đầu dòng',
  '  + cộng',
  '+ Cộng',
  '* Giai đoạn từ nay đến ngày 30/6/2025',
  '• tròn',
  '   tiếp dòng',
  '    thụt vào',
  '\tthụt bằng tab',
  'dòng nối tiếp',
  '> trích dẫn',
  '**Nơi nhận:**',
  '| TT | Nhiệm vụ | Cơ quan chủ trì |',
  '| --- | --- | --- |',
  '| 1 | Xây dựng Đề án | Bộ Xây dựng |',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '  ```',
  '````',
  '- ```',
  '<!-- ghi chú -->',
  '<!-- mở',
  '-->',
  '<div>',
  '</div>',
  '<br>',
  '<pre>',
  '</pre>',
  '<?x',
  '?>',
  '[1]: http://example.com',
  '\\- không phải gạch',
  '&nbsp;',
  '\u00a0',
  '_nghiêng_ và **đậm',
  'hết**',
  '2025.',
  '10.',
  '-',
];

function randomText(random: () => number): string {
  const ending = pick(random, ['\n', '\n', '\n', '\r\n', '\r']);
  let text = '';
  const count = 1 + Math.floor(random() * 14);
  for (let i = 0; i < count; i++) {
    text += pick(random, LINES);
    text += ending.repeat(random() < 0.5 ? 1 : random() < 0.8 ? 2 : 3);
    if (random() < 0.04) text += `  ${ending}`;
  }
  return random() < 0.2 ? text.trimEnd() : text;
}

describe('sections', () => {
  it('joined are the text', () => {
    const random = seeded(7);
    for (let i = 0; i < 300; i++) {
      const text = randomText(random);
      assert.equal(
        cutSections(text)
          .map((section) => section.text)
          .join(''),
        text,
      );
    }
  });

  it('read one by one as within the whole (2,000 random documents)', () => {
    const random = seeded(20250619);
    let cuts = 0;
    for (let i = 0; i < 2000; i++) {
      const text = randomText(random);
      cuts += cutSections(text).length - 1;
      assert.deepEqual(piecewise(text), whole(text), JSON.stringify(text));
    }
    assert.ok(cuts > 1500, `only ${cuts} cuts: the test would prove little`);
  });

  it('cut a real directive into its paragraphs', () => {
    const text = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8');
    const sections = cutSections(text);
    assert.ok(sections.length > 50, `${sections.length} sections`);
    assert.equal(sections[0]?.front, true);
    assert.deepEqual(piecewise(text), whole(text));
  });

  it('leave an unclosed front matter to Markdown', () => {
    const sections = cutSections('---\nloại: Kế hoạch\n\nI. NHIỆM VỤ\n');
    assert.equal(
      sections.some((section) => section.front),
      false,
    );
  });
});
