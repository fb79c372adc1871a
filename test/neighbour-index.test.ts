import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDraft } from '../core/draft.ts';
import { indexNeighbours } from '../core/neighbours.ts';
import { type Summary, summaryOf } from '../core/summary.ts';
import { bundledRegistry } from '../registry/bundled.ts';

const head = (number: number, day: string, title = `việc ${number}`) =>
  `---\nloại: Kế hoạch\nsố: ${number}/KH-BNV\ncơ quan ban hành: Bộ Nội vụ\nngày ban hành: 2025-06-${day}\ntrích yếu: ${title}\n---\n\n`;
const task = (who: string, day: string) =>
  `${who} rà soát, kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu hộ tịch điện tử, hoàn thành trước ngày ${day}.\n\n`;
const law = (day: string) => `Căn cứ Luật Tổ chức Chính phủ ngày ${day} tháng 02 năm 2025;\n\n`;
const read = (text: string): Summary => summaryOf(readDraft(text, bundledRegistry));

const texts = Array.from({ length: 12 }, (_, n) => {
  const cited = `1. Bộ Y tế thực hiện Kế hoạch số ${(n + 5) % 12}/KH-BNV ngày 1${n % 3}/6/2025 của Bộ Nội vụ.\n\n`;
  return head(n, `1${n % 4}`) + law(n % 5 === 0 ? '19' : '18') + cited + task('2. Bộ Công an', `${10 + n}/7/2026`);
});

describe('what neighbours say', () => {
  it('is plain data, and the same in whatever order documents came, went and changed', () => {
    const summaries = texts.map((text, n) => [`${n}.md`, read(text)] as const);
    const [forwards, backwards] = [indexNeighbours(), indexNeighbours()];
    for (const [path, summary] of summaries) forwards.put(path, JSON.parse(JSON.stringify(summary)));
    for (const [path] of summaries)
      backwards.put(path, read(head(99, '01') + law('20') + task('1. Bộ Công an', '1/9/2026')));
    backwards.put('gone.md', read(texts[3] ?? ''));
    for (const [path, summary] of [...summaries].reverse()) backwards.put(path, summary);
    backwards.keep(new Set(summaries.map(([path]) => path)));
    for (const [path, summary] of summaries) {
      const around = forwards.around(path, summary);
      assert.deepEqual(backwards.around(path, summary), around);
      assert.deepEqual(JSON.parse(JSON.stringify(around)), around);
      assert.ok(around.documents.length > 0 && around.days.length > 0 && around.matches.length > 0);
      assert.doesNotMatch(JSON.stringify(around), new RegExp(`"path":"${path}"`));
    }
  });

  it('is nothing where documents have nothing in common, and only what differs where they have', () => {
    const index = indexNeighbours();
    index.put('a.md', read(head(1, '10') + law('18')));
    index.put('b.md', read(head(2, '11') + law('18')));
    const alone = { documents: [], days: [], matches: [] };
    assert.deepEqual(index.around('a.md', read(head(1, '10') + law('18'))), alone);
    assert.deepEqual(index.around('c.md', read('')), alone);
    const { days } = index.around('c.md', read(law('19')));
    assert.deepEqual(
      days.map(({ day, count, places }) => [day, count, places.map(({ path, line }) => `${path}:${line}`)]),
      [['2025-02-18', 2, ['a.md:9', 'b.md:9']]],
    );
  });

  it('does not count words that too many tasks share', () => {
    const index = indexNeighbours();
    const put = (from: number, to: number) => {
      for (let n = from; n < to; n++) index.put(`${n}.md`, read(head(n, '10') + task('1. Bộ Công an', '1/8/2026')));
    };
    const own = read(task('1. Bộ Công an', '1/7/2026'));
    put(0, 40);
    assert.equal(index.around('own.md', own).matches.length, 40);
    index.put('own.md', own);
    assert.equal(index.around('own.md', own).matches.length, 40);
    put(40, 41);
    assert.equal(index.around('own.md', own).matches.length, 0);
  });
});
