import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { check } from '../core/check.ts';
import { readDraft } from '../core/draft.ts';
import { isDirective } from '../core/recognise.ts';
import type { Owner } from '../core/task.ts';
import { bundledRegistry as registry } from '../registry/bundled.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const read = (name: string) => Object.entries<Snippet>(JSON.parse(readFileSync(`snippets/${name}.json`, 'utf8')));
const today = '2026-03-02';

/** What the editor inserts when every default is kept and the first of each choice is taken. */
function expand(body: string): string {
  const values = new Map<string, string>();
  let at = 0;
  const sequence = (end: string): string => {
    let out = '';
    while (at < body.length && !(end !== '' && body.startsWith(end, at))) {
      const stop = /^\$(?:(\w+)|\{(\w+)([:|}]))/.exec(body.slice(at));
      if (!stop) {
        out += body[at++];
        continue;
      }
      at += stop[0].length;
      const [, short, long, mark] = stop;
      const name = short ?? long ?? '';
      if (mark === ':') {
        values.set(name, sequence('}'));
        at++;
      } else if (mark === '|') {
        const close = body.indexOf('|}', at);
        values.set(name, body.slice(at, close).split(',')[0] ?? '');
        at = close + 2;
      }
      if (name === 'CURRENT_YEAR') values.set(name, today.slice(0, 4));
      out += values.get(name) ?? '';
    }
    return out;
  };
  return sequence('');
}

/** Numbers of the units, then "task: leads + coordinators, last day". */
function summary(text: string): string[] {
  const draft = readDraft(text, registry);
  const names = (owners: readonly Owner[]) => owners.map((owner) => owner.text).join(', ');
  return [
    draft.units.map((unit) => unit.path).join(' '),
    ...draft.tasks.map(({ id, leads, coordinators, deadline }) => {
      const who = [names(leads), ...(coordinators.length > 0 ? [names(coordinators)] : [])].join(' + ');
      return `${id}: ${who}, ${deadline?.date ?? deadline?.relation ?? '-'}`;
    }),
  ];
}

const expected: Record<string, readonly string[]> = {
  'Kế hoạch': [
    'I I.1 I.2 II II.1 II.1.a II.1.b II.2 II.2.a II.2.b III III.1 III.2',
    'II.1.a: Sở Khoa học và Công nghệ + Sở Tư pháp, 2026-12-31',
    'II.1.b: Sở Nội vụ, 2026-12-31',
    'II.2.a: Công an tỉnh + Sở Khoa học và Công nghệ, 2026-12-31',
    'II.2.b: Ủy ban nhân dân các xã, phường, 2026-12-31',
    'III.1: Sở Khoa học và Công nghệ, recurring',
    'III.2: Sở Tài chính + Sở Khoa học và Công nghệ, -',
  ],
  'Thông báo kết luận': [
    'I II II.1 II.2 II.3',
    'II.1: Sở Khoa học và Công nghệ + Công an tỉnh, 2026-12-31',
    'II.2: Sở Tài chính, 2026-12-31',
    'II.3: Ủy ban nhân dân các xã, phường, 2026-12-31',
  ],
  'Chỉ thị': [
    '1 2 2.a 2.b 3',
    '1: Công an tỉnh + Sở Khoa học và Công nghệ, 2026-12-31',
    '2.a: Các sở, ban, ngành tỉnh, Ủy ban nhân dân các xã, phường, 2026-12-31',
    '2.b: Các sở, ban, ngành tỉnh, Ủy ban nhân dân các xã, phường, 2026-12-31',
    '3: Sở Khoa học và Công nghệ, recurring',
  ],
  'Công điện': [
    '1 2 3',
    '1: Chủ tịch Ủy ban nhân dân các xã, phường, 2026-12-31',
    '2: Sở Tài chính + Sở Xây dựng, 2026-12-31',
    '3: Văn phòng Ủy ban nhân dân tỉnh, -',
  ],
  'Quyết định': ['Đ1 Đ2 Đ2.1 Đ2.2 Đ3', 'Đ2.1: Tổ công tác, -', 'Đ2.2: Tổ công tác, -'],
  'Kế hoạch của Đảng': [
    'I I.1 I.2 II II.1 II.1.a II.1.b II.2 II.2.a II.2.b III III.1 III.2',
    'II.1.a: Ban Tuyên giáo và Dân vận Tỉnh ủy + Ban Tổ chức Tỉnh ủy, 2026-12-31',
    'II.1.b: Văn phòng Tỉnh ủy, 2026-12-31',
    'II.2.a: Đảng ủy Ủy ban nhân dân tỉnh, 2026-12-31',
    'II.2.b: Ban Tổ chức Tỉnh ủy, 2026-12-31',
    'III.1: Ủy ban Kiểm tra Tỉnh ủy, -',
    'III.2: Văn phòng Tỉnh ủy, recurring',
  ],
  'Kết luận của Đảng': [
    'I II II.1 II.2 II.3 III',
    'II.1: Văn phòng Tỉnh ủy + Ban Tổ chức Tỉnh ủy, 2026-12-31',
    'II.2: Đảng ủy Ủy ban nhân dân tỉnh, 2026-12-31',
    'II.3: Ban Tuyên giáo và Dân vận Tỉnh ủy, 2026-12-31',
    'III.p1: Văn phòng Tỉnh ủy, recurring',
  ],
  'Chỉ thị của Đảng': [
    '1 2 3',
    '1: Đảng ủy Ủy ban nhân dân tỉnh, 2026-12-31',
    '2: Ban Tuyên giáo và Dân vận Tỉnh ủy + Ban Tổ chức Tỉnh ủy, 2026-12-31',
    '3: Văn phòng Tỉnh ủy, recurring',
  ],
  'Thông báo kết luận của Đảng': [
    '1 2 3',
    '1: Văn phòng Tỉnh ủy + Ban Tổ chức Tỉnh ủy, 2026-12-31',
    '2: Đảng ủy Ủy ban nhân dân tỉnh, 2026-12-31',
    '3: Ủy ban Kiểm tra Tỉnh ủy, recurring',
  ],
};

describe('snippets', () => {
  const documents = read('documents');
  const parts = read('parts');
  const part = (name: string) => expand(parts.find(([other]) => other === name)?.[1].body.join('\n') ?? '');

  for (const [name, { body }] of documents) {
    it(`${name}: a whole draft without findings`, () => {
      const text = expand(body.join('\n'));
      const draft = readDraft(text, registry);
      assert.ok(isDirective(draft));
      assert.deepEqual(check(draft, { registry, today }), []);
      assert.deepEqual(summary(text), expected[name]);
      const { type, family, number, issuer, issued } = draft.letterhead;
      const party = name.endsWith('của Đảng');
      assert.equal(type?.text, name.replace(/(?: kết luận)?(?: của Đảng)?$/, ''));
      assert.equal(family, party ? 'party' : 'state');
      assert.match(number?.text ?? '', party ? /^-[A-Z]+\/TU$/ : /^\/[A-ZĐ]+-UBND$/);
      assert.ok(issuer && !issued);
      assert.equal(draft.recipients?.lines.at(-1)?.text.startsWith(party ? 'Lưu Văn phòng' : 'Lưu: VT, '), true);
      for (const line of draft.recipients?.lines.slice(0, -1) ?? []) assert.match(line.text, /;$/);
      assert.match(draft.recipients?.lines.at(-1)?.text ?? '', /\.$/);
      assert.ok(draft.signature);
      // State documents end with "./." (ND 30/2020, Phụ lục III), those of the Party with a full stop.
      const end = text.slice(0, draft.recipients?.start).replace(/[\s*]+$/, '');
      assert.equal(end.endsWith('./.'), !party);
      assert.match(end, /\.$/);
    });
  }

  it('parts read as what they are named', () => {
    assert.deepEqual(summary(`## I. NHIỆM VỤ\n\n${part('Điểm giao việc')}\n`), [
      'I I.a',
      'I.a: Sở Khoa học và Công nghệ + Sở Tài chính, 2026-12-31',
    ]);
    assert.deepEqual(summary(`## I. NHIỆM VỤ\n\na) Bộ Công an:\n\n${part('Nhiệm vụ có thời hạn')}\n`), [
      'I I.a',
      'I.a.-1: Bộ Công an, 2026-12-31',
    ]);
    assert.deepEqual(summary(`## I. NHIỆM VỤ\n\n${part('Nhiệm vụ theo mục')}\n`), [
      'I I.1',
      'I.1: Sở Khoa học và Công nghệ + Sở Tài chính, 2026-12-31',
    ]);
    const [phase] = readDraft(`## I. NHIỆM VỤ\n\n${part('Giai đoạn')}`, registry).phases;
    assert.deepEqual([phase?.startDay, phase?.endDay], ['2026-01-01', '2026-12-31']);
    for (const of of ['', ' của Đảng']) {
      const draft = readDraft(`I. NHIỆM VỤ\n\n${part(`Nơi nhận${of}`)}\n\n${part(`Chữ ký${of}`)}`, registry);
      assert.ok(draft.recipients && draft.recipients.lines.length >= 2);
      assert.ok(draft.signature);
    }
  });

  it('are offered by prefixes typed with and without marks, each once', () => {
    const prefixes = [...documents, ...parts].flatMap(([, { prefix }]) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const [name, { prefix, description }] of [...documents, ...parts]) {
      assert.match(prefix[0] ?? '', /^[a-z]+$/, name);
      assert.notEqual(description, '', name);
    }
  });
});
