import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { readDraft } from '../core/draft.ts';
import { readFacts } from '../core/facts.ts';
import { cutSections, recutSections, type Section } from '../core/sections.ts';
import type { Clean, Span } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { pick, seeded } from './random.ts';

const move = (by: number) => (span: Span) => ({ start: span.start + by, end: span.end + by });

/** What is read of a section, with its places in the text. */
function factsOf({ text, start, above }: { text: string; start: number; above: string }): unknown[] {
  return (readFacts([text], bundledRegistry, above)[0] ?? []).map(({ item, cells, ...said }) => {
    const { body, span, markerSpan, ...own } = item;
    const places = (clean: Clean) => [clean.text, [...clean.starts].map((at) => at + start)];
    return {
      ...said,
      ...own,
      body: places(body),
      cells: item.cells?.map(places),
      columns: cells?.map((cell) => cell.column),
      span: move(start)(span),
      markerSpan: markerSpan && move(start)(markerSpan),
    };
  });
}

function piecewise(text: string): unknown[] {
  return cutSections(text).flatMap((section) => (section.front ? [] : factsOf(section)));
}

/** All of it at once, below the front matter. */
function whole(text: string): unknown[] {
  const [first] = cutSections(text);
  const start = first?.front ? first.text.length : 0;
  return factsOf({ text: text.slice(start), start, above: '' });
}

const LONG = `Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị liên quan rà soát, tổng hợp, báo cáo ${'Ủy ban nhân dân tỉnh '.repeat(5)}`;

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
  `a) ${LONG}`,
  `b) ${LONG};`,
  `2. ${LONG}.`,
  `- ${LONG};`,
  `  ${LONG}`,
  `${LONG} của năm`,
  `• ${LONG}`,
  `c) **Rà soát** ${LONG}`,
  'd) Rà soát',
  'II. TỔ CHỨC',
  'kết quả;',
  '| 2 | Rà soát | Bộ Nội vụ |',
  '| Giai đoạn 1 | | |',
  '|---|:-:|---|',
  '| a \\| b | c |',
  'x | y',
  '--- | ---',
  '2025.',
  '2025. Các đơn vị báo cáo.',
  '1. Sở Nội vụ tổng hợp kết quả của năm',
  '10.',
  '2) sở, ngành',
  'Các tổ chức chính trị và đoàn thể ở địa phương, tổ chức chính trị',
  '- tổ chức chính trị và đoàn thể các cấp ở địa phương;',
  '- xã hội nghề nghiệp.',
  '- **Sở Y tế** chủ trì',
  '- &nbsp;;',
  '* * *',
  '# Phần một',
  '# &nbsp;',
  '#### ',
  '-',
];

/** Lines of few kinds meet one another more often. */
function randomText(random: () => number): string {
  const ending = pick(random, ['\n', '\n', '\n', '\r\n', '\r']);
  const lines =
    random() < 0.5 ? LINES : Array.from({ length: 2 + Math.floor(random() * 6) }, () => pick(random, LINES));
  const blanks = pick(random, [0, 0.1, 0.5]);
  let text = '';
  const count = 1 + Math.floor(random() * 14);
  for (let i = 0; i < count; i++) {
    text += pick(random, lines);
    text += ending.repeat(random() >= blanks ? 1 : random() < 0.6 ? 2 : 3);
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
      const together = readDraft(text, bundledRegistry).sections.filter(({ section }) => !section.front);
      const one = ({ text, above }: Section) => readFacts([text], bundledRegistry, above)[0];
      for (const { section, facts } of together) assert.deepEqual(facts, one(section), JSON.stringify(text));
    }
    assert.ok(cuts > 1500, `only ${cuts} cuts: the test would prove little`);
  });

  it('cut again behind a change as from the beginning (20,000 random changes)', () => {
    const random = seeded(1995);
    let carried = 0;
    for (let i = 0; i < 20000; i++) {
      const text = randomText(random);
      const start = Math.floor(random() * (text.length + 1));
      const oldEnd = random() < 0.5 ? start : Math.min(text.length, start + Math.floor(random() * random() * 200));
      const put = pick(random, [
        '',
        'a',
        '1',
        '.',
        ')',
        ' ',
        '-',
        '|',
        '\n',
        '\r',
        ';',
        '#',
        '**',
        pick(random, LINES),
      ]);
      const now = text.slice(0, start) + put + text.slice(oldEnd);
      const kept = cutSections(text);
      const before = { sections: kept.map((section) => ({ section })), starts: kept.map((section) => section.start) };
      const { first, last, by, middle } = recutSections(now, before, { start, oldEnd, newEnd: start + put.length });
      const moved = kept.slice(kept.length - last).map((section) => ({ ...section, start: section.start + by }));
      carried += first + last;
      assert.deepEqual(
        [...kept.slice(0, first), ...middle, ...moved],
        cutSections(now),
        JSON.stringify([text.slice(0, start), text.slice(start, oldEnd), put, text.slice(oldEnd)]),
      );
    }
    assert.ok(carried > 10000, `only ${carried} sections stayed: the test would prove little`);
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
