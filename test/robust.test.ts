import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { bundledRegistry } from '../registry/bundled.ts';

const project = { registry: bundledRegistry, today: '2026-11-21' };
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Texts nobody writes, but a broken conversion or a stray key makes: what stands around them is read all the same. */
const ODD: Record<string, string> = {
  'quotes within quotes': `${'> '.repeat(20_000)}a`,
  'lists within lists on one line': `${'- '.repeat(20_000)}a`,
  'lists within lists, line by line': lines(600, (i) => `${'  '.repeat(i)}- a`),
  'a line of marks': '*a **b '.repeat(5000),
  'a line without a blank': 'a'.repeat(100_000),
  'a line of brackets': '('.repeat(20_000),
  'a line of dates': 'trước ngày 01/7/2026, '.repeat(2000),
  'a line of names': 'Bộ Y tế, '.repeat(5000),
  'many points': lines(2000, (i) => `${i + 1}) Rà soát.\n`),
  'half a surrogate and other broken signs': '\ud83d \ufffe \u0000 \ufeff \u2028 \u0338\u0323',
};

describe('odd texts', () => {
  for (const [name, odd] of Object.entries(ODD)) {
    it(name, () => {
      const text = `I. NHIỆM VỤ\n\n1. Sở Y tế xây dựng đề án.\n\n${odd}\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ theo dõi.\n`;
      const draft = readDraft(text, bundledRegistry);
      const leads = draft.tasks.map((task) => `${task.id} ${task.leads[0]?.text}`);
      assert.ok(leads.includes('I.1 Sở Y tế'), leads.slice(0, 5).join());
      assert.ok(leads.includes('II.1 Sở Nội vụ'), leads.slice(-5).join());
      check(draft, project);
    });
  }

  it('a front matter with any line ends and with keys that name members of objects', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['---', 'constructor: a', '__proto__: b', 'loại: Chỉ thị', 'số: 3/CT-TTg', '---', ''].join(end);
      const { letterhead } = readDraft(text, bundledRegistry);
      assert.equal(letterhead.type?.text, 'Chỉ thị', JSON.stringify(end));
      assert.equal(letterhead.number?.text, '3/CT-TTg');
    }
  });
});
