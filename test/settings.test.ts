import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { rules } from '../core/rules/index.ts';
import { readSettings } from '../core/settings-file.ts';
import { seeded } from './random.ts';

const FILE = '.chidao.yaml';
const read = (text: string) => readSettings(text, FILE, rules);
const faultsOf = (text: string) => read(text).faults.map(({ line, column, vi }) => `${line}:${column} ${vi}`);

describe('settings file', () => {
  it('is read in Vietnamese, without diacritics, and in English', () => {
    const vi = `quy tắc:
  owner/unknown: tắt
  numbering: cảnh báo
  numbering/roman: lỗi
hệ: đảng
sắp ban hành: có
ngày nghỉ: [2026-02-16, 2026-02-17]
ngày làm bù: 2026-02-21
danh mục:
  - co-quan.yaml
  - ../chung/xã.yaml
gồm: [du-thao]
trừ: "*.nhap.md"
dựa trên: ../chung.yaml
`;
    const { settings, faults } = read(vi);
    assert.deepEqual(faults, []);
    assert.deepEqual(settings, {
      rules: {
        ...Object.fromEntries(rules.filter(({ id }) => id.startsWith('numbering/')).map(({ id }) => [id, 'warning'])),
        'owner/unknown': 'off',
        'numbering/roman': 'error',
      },
      profile: 'party',
      ready: true,
      holidays: ['2026-02-16', '2026-02-17'],
      workdays: ['2026-02-21'],
      registry: [
        { path: 'co-quan.yaml', place: { line: 10, column: 5 } },
        { path: '../chung/xã.yaml', place: { line: 11, column: 5 } },
      ],
      include: ['du-thao'],
      exclude: ['*.nhap.md'],
      extends: { path: '../chung.yaml', place: { line: 14, column: 11 } },
    });
    const plain = vi
      .replace('quy tắc:', 'Quy-tac:')
      .replace('tắt', 'TAT')
      .replace('cảnh báo', 'canh bao')
      .replace('hệ: đảng', 'he: dang')
      .replace('sắp ban hành: có', 'sap ban hanh: co')
      .replace('ngày nghỉ', 'ngay nghi')
      .replace('danh mục', 'danh muc')
      .replace('trừ', 'tru');
    const english = `rules:
  owner/unknown: off
  numbering: warning
  numbering/roman: error
profile: party
ready: true
holidays: [2026-02-16, 2026-02-17]
workdays: 2026-02-21
registry:
  - co-quan.yaml
  - ../chung/xã.yaml
include: [du-thao]
exclude: "*.nhap.md"
extends: ../chung.yaml
`;
    const bare = (text: string) =>
      JSON.stringify(read(text), (key, value) => (key === 'place' ? undefined : value)).replaceAll('\\r', '');
    for (const other of [
      plain,
      english,
      vi.normalize('NFD').replace('xã', 'xã'),
      `\ufeff${vi}`,
      vi.replaceAll('\n', '\r\n'),
    ]) {
      assert.equal(bare(other).normalize('NFC'), bare(vi).normalize('NFC'));
    }
  });

  it('says nothing where nothing is said', () => {
    for (const text of ['', '# ghi chú\n', '\n\n', 'quy tắc:\n', 'quy tắc: {}\nngày nghỉ: []\nhệ:\n']) {
      assert.deepEqual(read(text), {
        settings: { rules: {}, holidays: [], workdays: [], registry: [] },
        faults: [],
      });
    }
  });

  it('tells what is wrong at its place, names what may be meant, and uses the rest', () => {
    const text = `quy tac: {owner/unknwon: tắt, owner/ended: tat, ended: tắt, ownr: tắt, text/none-at-all: tắt}
qui tắc: {}
hệ: đảg
sắp ban hành: mai
ngày nghỉ: [30/4/2026, 2026-02-30, 2026-01-02]
danh mục: [/etc/x.yaml, 'C:\\x.yaml', ok.yaml, "file://x/y.yaml", ~/x.yaml, {a: b}]
trừ: {a: b}
quy tắc: {}
dựa trên: [a, b]
`;
    assert.deepEqual(
      faultsOf(text).map((each) => each.replace(/; lệnh.*|Các khóa.*/, '')),
      [
        '1:11 Không có quy tắc “owner/unknwon”; có phải là “owner/unknown”?',
        '1:49 Không có quy tắc “ended”; có phải là “owner/ended”?',
        '1:61 Không có quy tắc “ownr”; có phải là “owner”?',
        '1:72 Không có quy tắc “text/none-at-all”',
        '2:1 Không có khóa “qui tắc”. Có phải là “quy tắc”?',
        '3:5 “hệ” không nhận “đảg”; có phải là “đảng”?',
        '4:15 “sắp ban hành” không nhận “mai”; hãy ghi “có”, “không”.',
        '5:13 “30/4/2026” không phải là một ngày có thật viết theo năm-tháng-ngày, như “2026-04-30”.',
        '5:24 “2026-02-30” không phải là một ngày có thật viết theo năm-tháng-ngày, như “2025-03-01”.',
        ...['6:12 “/etc/x.yaml”', '6:25 “C:\\x.yaml”', '6:47 “file://x/y.yaml”', '6:66 “~/x.yaml”'].map(
          (each) =>
            `${each} phải là đường dẫn tính từ thư mục của tệp này, viết với dấu “/”, như “../chung/co-quan.yaml”.`,
        ),
        '6:76 “danh mục” phải là một dòng chữ.',
        '7:6 “trừ” phải là một dòng chữ.',
        '8:1 “quy tắc” được ghi hai lần; lần sau bị bỏ qua.',
        '9:11 “dựa trên” phải là một dòng chữ.',
      ],
    );
    const { settings } = read(text);
    assert.deepEqual(settings.rules, { 'owner/ended': 'off' });
    assert.deepEqual(settings.holidays, ['2026-01-02']);
    assert.deepEqual(
      settings.registry.map(({ path }) => path),
      ['ok.yaml'],
    );
    for (const { vi, en } of read(text).faults)
      assert.ok(vi !== en && /[.?]$/.test(vi) && /[.?]$/.test(en), `${vi} ${en}`);
  });

  it('reads the good parts of broken YAML', () => {
    const { settings, faults } = read('hệ: đảng\nquy tắc:\n  owner/ended: tắt\n bad: [\nsắp ban hành: có\n');
    assert.equal(faults.length, 1);
    assert.deepEqual([settings.profile, settings.ready], ['party', true]);
    assert.deepEqual(faultsOf('- a\n- b\n'), ['1:1 Tệp này phải gồm các dòng “khóa: giá trị”, ví dụ “hệ: nhà nước”.']);
    assert.deepEqual(faultsOf('quy tắc: tắt\n'), [
      '1:10 “quy tắc” phải gồm các dòng “mã quy tắc: mức”, ví dụ “owner/unknown: tắt”.',
    ]);
    assert.match(faultsOf('quy tắc:\n\towner/ended: tắt\n')[0] ?? '', /^2:1 .*phím Tab/);
  });

  it('never throws', () => {
    const random = seeded(7);
    const pieces = [
      'quy tắc',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      'owner/ended',
      'tắt',
      '&a',
      '*a',
      '"',
      '\t',
      '?',
      '2026-01-01',
      '|',
      '<<',
    ];
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      for (const { line, column } of read(text).faults) assert.ok((line ?? 0) >= 1 && (column ?? 0) >= 1, text);
    }
    read(`quy tắc: ${'['.repeat(100_000)}`);
  });

  it('fits the JSON schema just where it is read without fault', () => {
    const schema = JSON.parse(readFileSync('registry/schema/settings.schema.json', 'utf8'));
    const fits = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
    const texts = [
      '',
      'quy tắc: {owner/ended: tắt, numbering: error}\nhệ: nhà nước',
      'quy tac: {owner/ended: canh bao}\nhe: quy pham phap luat\nsap ban hanh: khong',
      'rules: {owner/ended: hint}\nprofile: legal\nready: false\nholidays: 2026-01-02\nworkdays: [2026-01-03]',
      'danh mục: a.yaml\ngồm: a/**\ntrừ: [b]\ndựa trên: ../x.yaml',
      'registry: [a.yaml, ../b.yaml]\ninclude:\nexclude: []\nextends: x.yaml',
      'quy tắc: {owner/endd: tắt}',
      'quy tắc: {owner/ended: đỏ}',
      'quy tắc: [owner/ended]',
      'rulez: {}',
      'hệ: riêng',
      'hệ: [đảng]',
      'sắp ban hành: sớm',
      'ngày nghỉ: 30/4/2026',
      'ngày nghỉ: {a: b}',
      'danh mục: /a.yaml',
      'danh mục: [https://x/a.yaml]',
      'dựa trên: [a.yaml]',
      'hệ: đảng\nprofile: party',
      'gồm: {a: b}',
      '[1, 2]',
    ];
    for (const text of texts) {
      assert.equal(
        fits(parse(text)),
        read(text).faults.length === 0,
        `${text}: ${JSON.stringify([fits.errors, faultsOf(text)])}`,
      );
    }
  });

  it('has its example in the manual', () => {
    const manual = readFileSync('docs/settings.md', 'utf8');
    const examples = [...manual.matchAll(/```yaml\n(.*?)```/gs)].map(([, example = '']) => example);
    assert.ok(examples.length >= 2);
    for (const example of examples) assert.deepEqual(faultsOf(example), [], example);
  });
});
