import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { readEntries } from '../core/entries.ts';
import {
  type Agency,
  agencyKinds,
  checkAgencies,
  completeAgency,
  mergeAgencies,
  readAgencies,
} from '../core/registry-file.ts';
import {
  ambiguousAbbreviations,
  bundledAgencies,
  communes,
  departments,
  positions,
  symbols,
} from '../registry/index.ts';

const kinds = Object.keys(agencyKinds).filter((kind) => kind !== 'workspace');
const ambiguous = ambiguousAbbreviations.map(({ abbreviation }) => abbreviation);
const ids = new Set(bundledAgencies.map(({ id }) => id));
const readBundled = (name: string): string => readFileSync(`registry/${name}.yaml`, 'utf8');
const agencyFiles = kinds.map((kind) => `agencies/${kind}`);
const ruleFiles = ['ambiguous-abbreviations', 'communes', 'departments', 'positions', 'symbols'].map(
  (name) => `rules/${name}`,
);

/** Faults as `line:column Vietnamese sentence`. */
function faultsOf(text: string): string[] {
  return readAgencies(text, 'agencies.yaml').faults.map(({ line, column, vi }) => `${line}:${column} ${vi}`);
}

function agency(given: Partial<Agency> & { readonly id: string }): Agency {
  return completeAgency({ ...given, place: { line: 1, column: 1 } });
}

describe('bundled registry', () => {
  it('has every entry of every file', () => {
    const written = agencyFiles.map((name) => readBundled(name).match(/^- id: /gm)?.length ?? 0);
    assert.equal(
      bundledAgencies.length,
      written.reduce((sum, count) => sum + count, 0),
    );
    assert.ok(bundledAgencies.length >= 274);
    assert.deepEqual([...new Set(bundledAgencies.map(({ kind }) => kind))].sort(), [...kinds].sort());
    assert.ok(bundledAgencies.every(({ name, source }) => name !== '' && source !== undefined));
  });

  it('is read without faults and is consistent', () => {
    for (const name of agencyFiles) assert.deepEqual(readAgencies(readBundled(name), name).faults, [], name);
    assert.deepEqual(checkAgencies(bundledAgencies, ambiguous), []);
  });

  it('fits the JSON schema', () => {
    const schema = JSON.parse(readFileSync('registry/schema/agencies.schema.json', 'utf8'));
    const fits = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
    for (const name of agencyFiles)
      assert.ok(fits(parse(readBundled(name))), `${name}: ${JSON.stringify(fits.errors)}`);
    assert.deepEqual(
      schema.definitions.kind.enum.filter((kind: string | null) => kind !== null).sort(),
      [...Object.keys(agencyKinds), ...Object.values(agencyKinds)].sort(),
    );
    const good = [
      [{ id: 'a', tên: 'A', 'viết tắt': ['A'], 'từ ngày': '2025-03-01', 'kế thừa': 'b' }],
      [{ id: 'a', ten: 'A', 'viet tat': ['A'], 'ke thua': ['b'], loai: 'bộ' }],
      [{ id: 'a', name: 'A', abbreviations: ['A'], successors: ['b'], kind: 'ministry' }],
      [],
    ];
    const bad = [
      { id: 'a' },
      [{ tên: 'A' }],
      [{ id: 'Bộ A' }],
      [{ id: 'a', tenn: 'A' }],
      [{ id: 'a', 'từ ngày': '01/03/2025' }],
      [{ id: 'a', 'viết tắt': { a: 'b' } }],
      [{ id: 'a', tên: 'A', name: 'A' }],
      [{ id: 'a', loại: 'bô' }],
    ];
    for (const each of good) assert.ok(fits(each), JSON.stringify([each, fits.errors]));
    for (const each of bad) assert.ok(!fits(each), JSON.stringify(each));
  });

  it('counts the provinces right on the days they changed', () => {
    const count = (prefix: string, date: string): number =>
      bundledAgencies.filter(
        ({ kind, id, validFrom = '', validTo = '9' }) =>
          kind === 'province' && id.startsWith(prefix) && validFrom <= date && date <= validTo,
      ).length;
    const counts = [
      '2024-12-31',
      '2025-01-01',
      '2025-06-30',
      '2025-07-01',
      '2026-04-30',
      '2026-09-01',
      '2026-09-20',
    ].map((date) => `${date}: ${count('tinh-', date)} + ${count('thanh-pho-', date)}`);
    assert.deepEqual(counts, [
      '2024-12-31: 58 + 5',
      '2025-01-01: 57 + 6',
      '2025-06-30: 57 + 6',
      '2025-07-01: 28 + 6',
      '2026-04-30: 27 + 7',
      '2026-09-01: 26 + 8',
      '2026-09-20: 25 + 9',
    ]);
  });

  it('has rule tables without unknown keys that point to agencies that exist', () => {
    const known: Record<string, string[]> = {
      'rules/ambiguous-abbreviations': ['viết tắt', 'cơ quan', 'nghĩa khác', 'ghi chú'],
      'rules/communes': ['loại', 'số lượng', 'tính đến ngày', 'đến ngày', 'tên riêng', 'nguồn'],
      'rules/departments': ['tên', 'tên khác', 'loại', 'chỉ ở', 'thay bằng', 'bắt đầu bỏ', 'bỏ hẳn', 'ghi chú'],
      'rules/positions': ['chức vụ', 'cơ quan', 'tên cơ quan'],
      'rules/symbols': ['ký hiệu', 'cơ quan', 'tên chung'],
    };
    for (const name of ruleFiles) {
      const { entries, faults } = readEntries(readBundled(name));
      assert.deepEqual(faults, [], name);
      const used = entries.flatMap(({ fields }) => fields.map(({ key }) => key));
      assert.deepEqual(
        used.filter((key) => !known[name]?.includes(key)),
        [],
        name,
      );
    }
    const pointed = [
      ...symbols.flatMap(({ agencies }) => agencies),
      ...ambiguousAbbreviations.flatMap(({ agencies }) => agencies),
      ...positions.flatMap(({ agency: id }) => id ?? []),
      ...departments.flatMap(({ onlyIn }) => onlyIn),
    ];
    assert.deepEqual(
      pointed.filter((id) => !ids.has(id)),
      [],
    );
  });

  it('has rule tables that are complete', () => {
    const current = new Set(departments.filter(({ status }) => status !== 'abolished').map(({ name }) => name));
    assert.deepEqual(
      ['mandatory', 'conditional', 'abolished'].map(
        (status) => departments.filter((each) => each.status === status).length,
      ),
      [12, 5, 8],
    );
    for (const { status, name, successor, endsFrom, endedBy } of departments) {
      if (status !== 'abolished') assert.equal(successor, undefined, name);
      else assert.ok(current.has(successor ?? '') && (endsFrom ?? '9') < (endedBy ?? ''), name);
    }
    assert.deepEqual(symbols.find(({ symbol }) => symbol === 'TW')?.agencies.length, 3);
    assert.deepEqual(symbols.find(({ symbol }) => symbol === 'TU')?.name, 'Tỉnh ủy, Thành ủy');
    assert.equal(new Set(symbols.map(({ symbol }) => symbol)).size, symbols.length);
    assert.ok(symbols.every(({ agencies, name }) => (agencies.length === 0) !== (name === undefined)));
    assert.ok(positions.every(({ agency: id, agencyName }) => (id === undefined) !== (agencyName === undefined)));
    assert.ok(ambiguousAbbreviations.every(({ agencies, meanings }) => agencies.length + meanings.length > 0));
    const inUse = communes.filter(({ validTo }) => validTo === undefined);
    assert.deepEqual(
      inUse.map(({ type, count }) => [type, count]),
      [
        ['xã', 2598],
        ['phường', 710],
        ['đặc khu', 13],
      ],
    );
    assert.equal(inUse[2]?.names.length, 13);
    assert.ok(communes.some(({ type, validTo }) => type === 'thị trấn' && validTo === '2025-06-30'));
  });
});

describe('reading plain lines without yaml', () => {
  // A document end marker is YAML that the plain reader leaves to yaml, and moves no line.
  const readWithYaml = (text: string) => readEntries(`${text}\n...\n`);

  it('gives what yaml gives for every bundled file', () => {
    for (const name of [...agencyFiles, ...ruleFiles]) {
      assert.deepEqual(readEntries(readBundled(name)), readWithYaml(readBundled(name)), name);
    }
  });

  it('gives what yaml gives where the two could differ', () => {
    const values = [
      '[A , B]',
      '[A,B]',
      '[ A, B ]',
      '[A, B, ]',
      'a:b',
      'a #b',
      'a#b',
      "a 'b'",
      '“a”',
      '- a',
      'a: b',
      '',
      '>-',
      '[]',
    ];
    for (const value of values) {
      const text = `- id: a\n  tên: ${value}\n  nguồn: b\n`;
      assert.deepEqual(readEntries(text).entries, readWithYaml(text).entries, value);
    }
  });

  it('gives what yaml gives for damaged files', () => {
    const source = ['court', 'government', 'steering-committee']
      .map((name) => readBundled(`agencies/${name}`))
      .join('');
    const starts = [...source.matchAll(/^- /gm)].map(({ index }) => index);
    const pieces = [
      ' ',
      '  ',
      '\n',
      '- ',
      ': ',
      '#',
      ' #',
      '[',
      ']',
      ', ',
      "'",
      '"',
      '>-',
      '\t',
      '&a',
      '\r\n',
      ':',
      '',
      '',
      '',
    ];
    let seed = 7;
    const pick = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 2000; round++) {
      const start = starts[pick(starts.length)] ?? 0;
      const text = source.slice(start, start + 200 + pick(500));
      const at = pick(text.length);
      const damaged = text.slice(0, at) + pieces[pick(pieces.length)] + text.slice(at + pick(3));
      const read = readEntries(damaged);
      // Only yaml reports faults, at places that the end marker may move.
      if (read.faults.length === 0) assert.deepEqual(read, readWithYaml(damaged), JSON.stringify(damaged));
    }
  });
});

describe('readAgencies', () => {
  it('reads one entry written in three ways', () => {
    const expected = {
      id: 'so-a',
      name: 'Sở A',
      kind: 'group',
      abbreviations: ['SA', 'ĐUMTTQ, CĐTTW'],
      aliases: ['Sở A cũ'],
      bareNames: ['A'],
      parent: 'so-b',
      validFrom: '2025-03-01',
      validTo: '2026-03-01',
      successors: ['so-c', 'so-d'],
      code: '007',
      source: 'QĐ 1',
      note: 'ghi: chú',
      place: { line: 1, column: 3 },
    };
    const spellings = [
      'tên|loại|viết tắt|tên khác|tên riêng|trực thuộc|từ ngày|đến ngày|kế thừa|mã định danh|nguồn|ghi chú',
      'ten|loai|viet tat|ten khac|ten rieng|truc thuoc|tu ngay|den ngay|ke thua|ma dinh danh|nguon|ghi chu',
      'name|kind|abbreviations|aliases|bareNames|parent|validFrom|validTo|successors|code|source|note',
    ];
    const values =
      "Sở A|nhóm|[SA, 'ĐUMTTQ, CĐTTW']|Sở A cũ|[A]|so-b|2025-03-01|2026-03-01|[so-c, so-d]|007|QĐ 1|'ghi: chú'".split(
        '|',
      );
    for (const spelling of spellings) {
      const lines = spelling.split('|').map((key, at) => `  ${key}: ${values[at]}`);
      const text = ['- id: so-a', ...lines].join('\n');
      assert.deepEqual(readAgencies(text, 'a.yaml'), { agencies: [expected], faults: [] }, spelling);
    }
  });

  it('gives the kind of the file, unless the entry says another', () => {
    const { agencies } = readAgencies('- id: a\n- id: b\n  loại: Cơ quan ngang bộ\n', 'a.yaml', 'party');
    assert.deepEqual(
      agencies.map(({ kind }) => kind),
      ['party', 'ministerial-level'],
    );
  });

  it('takes an empty file and empty keys for nothing', () => {
    for (const text of ['', '\n', '# chưa có gì\n', '---\n', '[]']) {
      assert.deepEqual(readAgencies(text, 'a.yaml'), { agencies: [], faults: [] }, JSON.stringify(text));
    }
    assert.deepEqual(readAgencies('- id: a\n  tên:\n  viết tắt:\n  đến ngày: ""\n', 'a.yaml'), {
      agencies: [{ id: 'a', place: { line: 1, column: 3 } }],
      faults: [],
    });
  });

  it('names the nearest key', () => {
    assert.deepEqual(faultsOf('- id: a\n  tên: A\n  viết tăt: [A]\n  den ngày: 2025-01-01\n  ke thưaa: [b]\n'), [
      '5:3 Không có khóa “ke thưaa”. Có phải là “kế thừa”?',
    ]);
    assert.deepEqual(
      faultsOf('- id: a\n  alias: [b]\n  color: red\n')[0],
      '2:3 Không có khóa “alias”. Có phải là “tên khác”?',
    );
    assert.match(faultsOf('- id: a\n  cấu hình gì đó: red\n')[0] ?? '', /^2:3 .* Các khóa dùng được: id, tên, /);
  });

  it('reports a key given twice, in whatever spelling', () => {
    assert.deepEqual(faultsOf('- id: a\n  tên: A\n  name: B\n'), [
      '3:3 “tên” được ghi hai lần trong một mục; lần sau bị bỏ qua.',
    ]);
    assert.equal(readAgencies('- id: a\n  tên: A\n  tên: B\n', 'a.yaml').agencies[0]?.name, 'A');
  });

  it('reports values of the wrong shape', () => {
    assert.deepEqual(faultsOf('- id: a\n  tên: [A, B]\n  viết tắt: {x: y}\n  tên khác:\n    - [B]\n  ghi chú: c\n'), [
      '2:8 “tên” phải là một dòng chữ.',
      '3:13 “viết tắt” phải là một danh sách các dòng chữ.',
      '5:5 “tên khác” phải là một danh sách các dòng chữ.',
    ]);
  });

  it('reports bad ids, dates and kinds, and keeps the rest of the entry', () => {
    const text = `- id: a
  từ ngày: 1/3/2025
  đến ngày: 2025-02-30
  trực thuộc: Bộ Y tế
  kế thừa: [b, C]
  loại: phòng
- id: Sở Y tế
- tên: Sở B
- id: [c]
`;
    const { agencies, faults } = readAgencies(text, 'agencies.yaml');
    assert.deepEqual(agencies, [{ id: 'a', successors: ['b'], place: { line: 1, column: 3 } }]);
    assert.deepEqual(
      faults.map(({ file, line, column, vi }) => `${file}:${line}:${column} ${vi.slice(0, 60)}`),
      [
        'agencies.yaml:2:12 “1/3/2025” không phải là một ngày có thật viết theo năm-thán',
        'agencies.yaml:3:13 “2025-02-30” không phải là một ngày có thật viết theo năm-th',
        'agencies.yaml:4:15 Mã “Bộ Y tế” chỉ được gồm chữ thường không dấu, chữ số và dấ',
        'agencies.yaml:5:12 Mã “C” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch',
        'agencies.yaml:6:9 Không có loại “phòng”. Các loại: đảng; ban chỉ đạo; quốc hội',
        'agencies.yaml:7:7 Mã “Sở Y tế” chỉ được gồm chữ thường không dấu, chữ số và dấ',
        'agencies.yaml:8:3 Mục này chưa có “id”.',
        'agencies.yaml:9:7 “id” phải là một dòng chữ.',
      ],
    );
    assert.match(faults[0]?.vi ?? '', /như “2025-03-01”/);
    assert.match(faults[2]?.en ?? '', /like "bo-y-te"/);
  });

  it('reports an id used twice', () => {
    const { agencies, faults } = readAgencies('- id: a\n  tên: A\n\n- id: a\n  tên: B\n', 'a.yaml');
    assert.deepEqual(
      agencies.map(({ name }) => name),
      ['A'],
    );
    assert.deepEqual(faults, [
      {
        file: 'a.yaml',
        line: 4,
        column: 3,
        vi: '“a” đã có ở dòng 1. Hãy gộp hai mục làm một.',
        en: '"a" is already on line 1. Merge the two entries.',
      },
    ]);
  });

  it('reads the entries around broken YAML', () => {
    const text = `# đầu tệp
- id: a
  tên: A

- id: b
  tên: 'B
- id: c
	tên: C
- id: d
  ghi chú: một: hai
- chữ
- id: e
  tên: E
`;
    const { agencies, faults } = readAgencies(text, 'a.yaml');
    assert.deepEqual(
      agencies.map(({ id, place }) => `${id}:${place.line}`),
      ['a:2', 'e:12'],
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [7, 8, 10, 11],
    );
    assert.match(faults[0]?.vi ?? '', /thiếu một dấu ngoặc, dấu nháy/);
    assert.match(faults[1]?.vi ?? '', /phím Tab/);
    assert.match(faults[2]?.vi ?? '', /dấu hai chấm/);
    assert.match(faults[3]?.vi ?? '', /khóa: giá trị/);
  });

  it('never throws', () => {
    const texts = [
      'a: b',
      'chữ',
      '{',
      '*a',
      '- *a',
      '- &a [*a]',
      '%',
      '\0',
      '- id: a\n--- \n- id: b',
      '? a\n: b',
      '- ? [x]\n  : y',
    ];
    for (const text of [...texts, '['.repeat(20_000), '- '.repeat(20_000)]) {
      const { agencies, faults } = readAgencies(text, 'a.yaml');
      assert.ok(agencies.length > 0 || faults.length > 0, text.slice(0, 40));
      assert.ok(faults.every(({ line, column }) => line >= 1 && column >= 1));
    }
    assert.match(readAgencies('- '.repeat(60), 'a.yaml').faults[0]?.en ?? '', /too deep/);
    assert.match(readAgencies('[a, '.repeat(60), 'a.yaml').faults[0]?.en ?? '', /too deep/);
  });
});

describe('mergeAgencies', () => {
  const base = [
    agency({ id: 'bo-a', name: 'Bộ A', abbreviations: ['BA'], aliases: ['Bộ Aa'], note: 'cũ', kind: 'ministry' }),
    agency({ id: 'bo-b', name: 'Bộ B', validFrom: '2025-03-01', kind: 'ministry' }),
  ];
  const merge = (text: string) => mergeAgencies(base, readAgencies(text, 'own.yaml').agencies, 'own.yaml');

  it('leaves everything as it is without own entries', () => {
    assert.deepEqual(merge(''), { agencies: base, faults: [] });
  });

  it('adds new agencies with a kind', () => {
    const { agencies, faults } = merge(
      '- id: c\n  tên: Trung tâm C\n- id: d\n  tên: Các đơn vị của tỉnh\n- id: e\n  tên: Sở E\n  loại: tòa án\n',
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      agencies.slice(2).map(({ id, kind }) => `${id} ${kind}`),
      ['c workspace', 'd group', 'e court'],
    );
    assert.deepEqual(agencies[2], {
      id: 'c',
      name: 'Trung tâm C',
      kind: 'workspace',
      abbreviations: [],
      aliases: [],
      bareNames: [],
      successors: [],
    });
  });

  it('replaces what is given and adds to abbreviations and aliases', () => {
    const { agencies, faults } = merge('- id: bo-a\n  viết tắt: [BA, BoA]\n  tên khác: [Bộ Cũ]\n  ghi chú: mới\n');
    assert.deepEqual(faults, []);
    assert.deepEqual(agencies[0], {
      ...base[0],
      abbreviations: ['BA', 'BoA'],
      aliases: ['Bộ Aa', 'Bộ Cũ'],
      note: 'mới',
    });
    assert.equal(agencies[1], base[1]);
  });

  it('ends an agency', () => {
    const { agencies, faults } = merge('- id: bo-a\n  đến ngày: 2025-02-28\n  kế thừa: [bo-b]\n');
    assert.deepEqual(faults, []);
    assert.deepEqual([agencies[0]?.validTo, agencies[0]?.successors], ['2025-02-28', ['bo-b']]);
  });

  it('reports at the entry what does not fit', () => {
    const { agencies, faults } = merge(`- id: bo-aa
  ghi chú: gõ nhầm mã
- id: c
  tên: bộ  aa
- id: bo-b
  trực thuộc: bo-x
  đến ngày: 2025-01-01
`);
    assert.deepEqual(
      faults.map(({ file, line, column, vi }) => `${file}:${line}:${column} ${vi}`),
      [
        'own.yaml:1:3 “bo-aa” là cơ quan mới nên phải có “tên”. Nếu định sửa “bo-a”, hãy ghi đúng mã ấy.',
        'own.yaml:5:3 “bo-b” nhắc đến “bo-x”, nhưng không có cơ quan nào mang mã ấy. Có phải “bo-a”?',
        'own.yaml:5:3 “bo-b” kết thúc (2025-01-01) trước khi bắt đầu (2025-03-01).',
        'own.yaml:3:3 “bo-a” và “c” cùng mang tên “bộ  aa” trong cùng một thời gian.',
      ],
    );
    assert.equal(agencies.length, 3);
  });

  it('takes the example of the README without a fault', () => {
    const readme = readFileSync('registry/README.md', 'utf8');
    const example = [...readme.matchAll(/```yaml\n(.*?)```/gs)].at(-1)?.[1] ?? '';
    const { agencies: own, faults } = readAgencies(example, 'own.yaml');
    assert.deepEqual(faults, []);
    const merged = mergeAgencies(bundledAgencies, own, 'own.yaml');
    assert.deepEqual(merged.faults, []);
    assert.equal(merged.agencies.length, bundledAgencies.length + 1);
    assert.deepEqual(checkAgencies(merged.agencies, ambiguous), []);
  });

  it('does not blame the workspace for the bundled data', () => {
    const broken = [...base, agency({ id: 'bo-c', name: 'Bộ B', parent: 'không có' })];
    const own = readAgencies('- id: d\n  tên: Sở D\n', 'own.yaml').agencies;
    assert.deepEqual(mergeAgencies(broken, own, 'own.yaml').faults, []);
  });
});

describe('checkAgencies', () => {
  const check = (agencies: readonly Agency[], listed: readonly string[] = []): string[] =>
    checkAgencies(agencies, listed).map(({ agencies: at, vi }) => `${at.join('+')}: ${vi}`);

  it('finds what does not fit together', () => {
    const a = agency({ id: 'a', name: 'Sở A' });
    assert.deepEqual(check([a, agency({ id: 'a', name: 'Sở B' })]), ['a: Mã “a” bị dùng hai lần.']);
    assert.deepEqual(check([agency({ id: 'a', name: 'A', successors: ['b'], validTo: '2025-01-01' })]), [
      'a: “a” nhắc đến “b”, nhưng không có cơ quan nào mang mã ấy.',
    ]);
    assert.deepEqual(check([agency({ id: 'a', name: 'A', successors: ['b'] }), agency({ id: 'b', name: 'B' })]), [
      'a: “a” có “kế thừa” nhưng chưa có “đến ngày”.',
    ]);
    assert.deepEqual(check([agency({ id: 'a', name: 'A', validFrom: '2025-01-02', validTo: '2025-01-01' })]), [
      'a: “a” kết thúc (2025-01-01) trước khi bắt đầu (2025-01-02).',
    ]);
  });

  it('wants an heir on the next day, or a chain to one', () => {
    const heir = (given: Partial<Agency>) => agency({ id: 'b', name: 'B', ...given });
    const a = agency({ id: 'a', name: 'A', validTo: '2024-02-28', successors: ['b'] });
    assert.deepEqual(check([a, heir({ validFrom: '2024-02-29' })]), []);
    assert.deepEqual(check([a, heir({ validFrom: '2024-03-01' })]), [
      'a: “a” kết thúc ngày 2024-02-28, nhưng ngày 2024-02-29 chưa có cơ quan kế thừa nào hoạt động.',
    ]);
    const ended = heir({ validTo: '2020-01-01', successors: ['c'] });
    assert.deepEqual(check([a, ended, agency({ id: 'c', name: 'C' })]), []);
  });

  it('finds successors that lead back', () => {
    const one = agency({ id: 'a', name: 'A', validTo: '2024-01-01', successors: ['b'] });
    const two = agency({ id: 'b', name: 'B', validTo: '2025-01-01', successors: ['a'] });
    assert.deepEqual(check([one, two]), [
      'a: Chuỗi kế thừa của “a” quay về chính nó.',
      'b: Chuỗi kế thừa của “b” quay về chính nó.',
    ]);
  });

  it('finds names shared at the same time, however they are typed', () => {
    const pairs: [string, string][] = [
      ['Sở Văn hóa và Thể thao', 'sở  văn hoá & thể thao'],
      ['Bà Rịa - Vũng Tàu', 'Bà Rịa–Vũng Tàu'],
      ['Ủy ban A'.normalize('NFD'), 'Uỷ ban A'],
    ];
    for (const [name, alias] of pairs) {
      const first = agency({ id: 'a', name, validTo: '2025-01-01' });
      const second = agency({ id: 'b', name: 'Khác', aliases: [alias] });
      assert.deepEqual(check([first, second]), [`b+a: “a” và “b” cùng mang tên “${alias}” trong cùng một thời gian.`]);
      assert.deepEqual(check([first, { ...second, validFrom: '2025-01-02' }]), []);
    }
    assert.deepEqual(check([agency({ id: 'a', name: 'Sở Mà' }), agency({ id: 'b', name: 'Sở Má' })]), []);
  });

  it('lets abbreviations be shared only when they are listed', () => {
    const both = ['a', 'b'].map((id) => agency({ id, name: id, abbreviations: ['BCT'] }));
    assert.equal(check(both).length, 1);
    assert.deepEqual(check(both, ['BCT']), []);
    assert.deepEqual(
      check([
        agency({ id: 'a', name: 'x', abbreviations: ['TTg'] }),
        agency({ id: 'b', name: 'y', abbreviations: ['TTG'] }),
      ]),
      [],
    );
    assert.equal(checkAgencies(bundledAgencies, []).length, 3);
  });
});
