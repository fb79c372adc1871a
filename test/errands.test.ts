import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { renderAgenciesTemplate, renderSettingsTemplate } from '../core/exports/settings-template.ts';
import { readAgencies } from '../core/registry-file.ts';
import { rules } from '../core/rules/index.ts';
import { readSettings, settingsKeys } from '../core/settings-file.ts';
import agenciesSchema from '../registry/schema/agencies.schema.json';
import settingsSchema from '../registry/schema/settings.schema.json';
import { DRAFT, type File, refuses, run } from './fake-world.ts';

const WRONG = `${DRAFT}\n3. Bộ Thông tin và Truyền thông báo cáo trước ngày 31/02/2026.\n\n5. Bộ Kiểm chứng rà soát.\n`;

/** The examples of a template taken into use: all below the head, "# " left out. */
function uncomment(text: string): string {
  const at = text.indexOf('\n\n');
  return text.slice(0, at) + text.slice(at).replace(/^# /gm, '');
}

describe('chidao init', () => {
  it('writes settings and their schema, asks nothing and replaces nothing', async () => {
    const { code, out, err, saved } = await run(['init'], { rules });
    assert.deepEqual([code, err, Object.keys(saved)], [0, '', ['.chidao.yaml', '.chidao/settings.schema.json']]);
    assert.match(out, /^Đã viết "\.chidao\.yaml"\./);
    assert.equal(saved['.chidao.yaml']?.split('\n')[0], '# yaml-language-server: $schema=.chidao/settings.schema.json');
    assert.deepEqual(JSON.parse(saved['.chidao/settings.schema.json'] ?? ''), settingsSchema);
    const files = { 'b/.chidao.yaml': 'hệ: đảng\n', 'c.md': DRAFT };
    await refuses(['init', 'b/'], /"b\/\.chidao\.yaml" đã có/, { files });
    await refuses(['init', 'c.md', '--locale', 'en'], /"c\.md" is no folder/, { files });
    await refuses(['init', '--agencies', 'b', 'c'], /init nhận nhiều đối số/, { files });
  });

  it('writes a file of agencies with its schema', async () => {
    const { code, saved } = await run(['init', '--agencies', 'moi', '--locale', 'en']);
    assert.deepEqual(
      [code, Object.keys(saved)],
      [0, ['moi/.chidao/agencies.yaml', 'moi/.chidao/agencies.schema.json']],
    );
    assert.match(
      saved['moi/.chidao/agencies.yaml'] ?? '',
      /^# yaml-language-server: \$schema=agencies\.schema\.json\n/,
    );
    assert.deepEqual(JSON.parse(saved['moi/.chidao/agencies.schema.json'] ?? ''), agenciesSchema);
  });

  it('says where nothing can be written', async () => {
    const create = async () => ({ kind: 'unreadable', code: 'EROFS' }) as const;
    await refuses(['init'], /Không có quyền viết "\.chidao\.yaml"/, { world: { create } });
  });

  for (const locale of ['vi', 'en'] as const) {
    it(`leaves findings as they are, and each line may be taken into use (${locale})`, async () => {
      const check = (files: Record<string, File>) => run(['check', '--format', 'json'], { files, rules });
      const made = {
        '.chidao.yaml': renderSettingsTemplate('x.json', locale),
        '.chidao/agencies.yaml': renderAgenciesTemplate('x.json', locale),
      };
      const [without, beside] = await Promise.all([check({ 'a.md': WRONG }), check({ 'a.md': WRONG, ...made })]);
      assert.ok(JSON.parse(without.out).summary.error > 0);
      assert.deepEqual([beside.code, beside.out, beside.err], [without.code, without.out, without.err]);

      const used = uncomment(made['.chidao.yaml']);
      const { settings, faults } = readSettings(used, 'x', rules);
      assert.deepEqual(faults, []);
      const fields = settingsKeys.map(({ field }) => field);
      assert.deepEqual(
        fields.filter((field) => settings[field] === undefined || `${settings[field]}` === ''),
        [],
      );
      const ajv = new Ajv({ strict: false, allErrors: true });
      assert.ok(ajv.validate(settingsSchema, parse(used)), ajv.errorsText());
      const agencies = uncomment(made['.chidao/agencies.yaml']);
      assert.deepEqual(readAgencies(agencies, 'x').faults, []);
      assert.equal(readAgencies(agencies, 'x').agencies.length, 3);
      assert.ok(ajv.validate(agenciesSchema, parse(agencies, { schema: 'failsafe' })), ajv.errorsText());
      assert.doesNotMatch(`${used}${agencies}`, locale === 'en' ? /mọi|đường dẫn|Thêm/ : /\b(?:the|which|without)\b/);
    });
  }
});

describe('chidao registry find', () => {
  const names = async (...words: string[]) => {
    const { code, out } = await run(['registry', 'find', ...words, '--format', 'json'], { rules });
    const found = JSON.parse(out) as { agencies: { id: string; state: string }[]; nearest: { id: string }[] };
    return { code, ids: found.agencies.map(({ id }) => id), ...found };
  };

  it('finds by name without marks and case, abbreviation, other name, id and code', async () => {
    for (const [words, id] of [
      ['Bộ Khoa học và Công nghệ', 'bo-khoa-hoc-va-cong-nghe'],
      ['BO CONG NGHE', 'bo-khoa-hoc-va-cong-nghe'],
      ['bkhcn', 'bo-khoa-hoc-va-cong-nghe'],
      ['bo-tai-chinh', 'bo-tai-chinh'],
      ['nghe an', 'tinh-nghe-an'],
      ['h41', 'tinh-nghe-an'],
    ] as const) {
      const { code, ids } = await names(...words.split(' '));
      assert.deepEqual([code, ids[0]], [0, id], words);
    }
  });

  it('knows what an agency was and became on a day, and puts those in force first', async () => {
    const text = async (...argv: string[]) => (await run(['registry', 'find', ...argv], { rules })).out;
    const now = await text('BKHĐT');
    assert.match(now, /^Bộ Kế hoạch và Đầu tư \[đã kết thúc\] → nay Bộ Tài chính\n/);
    assert.match(now, /\n {2}hoạt động: đến hết 28\/02\/2025\n {2}kế thừa: Bộ Tài chính \(bo-tai-chinh\)\n {2}nguồn: /);
    assert.match(await text('BKHĐT', '--at', '1/2/2025'), /^Bộ Kế hoạch và Đầu tư\n/);
    assert.match(await text('bo tai chinh', '--locale', 'en'), /\n {2}before it: [^\n]*bo-ke-hoach-va-dau-tu/);
    const states = (await names('ủy ban')).agencies.map(({ state }) => state);
    assert.ok(states.includes('ended') && states.includes('valid'));
    const [before, after] = [await names('bộ', '--at', '2025-02-01'), await names('bộ')];
    const place = ({ ids }: { ids: string[] }) => ids.indexOf('bo-xay-dung') - ids.indexOf('bo-giao-thong-van-tai');
    assert.ok(place(after) < 0);
    assert.equal(before.agencies.find(({ id }) => id === 'bo-giao-thong-van-tai')?.state, 'valid');
  });

  it('names the nearest where there is none, and gives 1', async () => {
    const { code, ids, nearest } = await names('Bộ Tài chihn');
    assert.deepEqual([code, ids, nearest[0]?.id], [1, [], 'bo-tai-chinh']);
    const { code: none, out } = await run(['registry', 'find', 'xyzxyzxyz'], { rules });
    assert.deepEqual([none, out], [1, 'Không có cơ quan nào tên "xyzxyzxyz" trong danh mục.\n']);
  });

  it('sees the agencies of the folder, and says when there are more', async () => {
    const files = { '.chidao/agencies.yaml': '- id: nha-co-loa\n  tên: Nhà Cổ Loa\n' };
    assert.match((await run(['registry', 'find', 'co loa'], { files, rules })).out, /^Nhà Cổ Loa \(theo tệp/);
    assert.equal((await run(['registry', 'find', 'co loa', '--no-config'], { files, rules })).code, 1);
    assert.match((await run(['registry', 'find', 'tinh'], { rules })).out, /\n\nCòn \d+ cơ quan khác;[^\n]*\n$/);
  });

  it('refuses what it cannot look for', async () => {
    await refuses(['registry', 'find'], /Thiếu tên cần tìm/);
    await refuses(['registry', 'find', 'bo', '--at', '31/2/2025'], /--at không nhận giá trị "31\/2\/2025"/);
    await refuses(['registry', 'finf', 'bo'], /"registry finf"; có phải ý bạn là find\?/);
    await refuses(['registry', 'find', 'bo', '--format', 'jsn'], /có phải ý bạn là json\?/);
  });
});

describe('chidao registry check', () => {
  const FAULTY = `- id: trung-tam
  tên: Trung tâm Chuyển đổi số
  viết tắt: [BTC]
- id: Sở Sai
  tên: Sở Sai
- id: nha-khac
  tên: Bộ Tài chính
  trực thuộc: bo-ke-hoach-va-dau-tu
- id: so-cu
  tên: Sở Cũ
  đến ngày: 2025-01-31
`;

  it('tells faults by line, names there are already, and what may not be meant', async () => {
    const files = { '.chidao/agencies.yaml': FAULTY };
    const { code, out, err } = await run(['registry', 'check'], { files, rules });
    assert.deepEqual([code, err], [1, '']);
    const lines = out.split('\n');
    assert.match(lines[0] ?? '', /^\.chidao\/agencies\.yaml:1:3 cảnh báo: “BTC” cũng là chữ viết tắt của Bộ Tài chính/);
    assert.match(lines[1] ?? '', /^\.chidao\/agencies\.yaml:4:7 lỗi: Mã “Sở Sai”/);
    assert.match(out, /:6:3 lỗi: [^\n]*cùng mang tên “Bộ Tài chính”/);
    assert.match(out, /:6:3 cảnh báo: Cơ quan cấp trên “bo-ke-hoach-va-dau-tu” đã kết thúc[^\n]*“bo-tai-chinh”/);
    assert.match(out, /:9:3 cảnh báo: “so-cu” kết thúc ngày 2025-01-31 mà chưa có “kế thừa”/);
    assert.match(out, /": 3 mục \(3 cơ quan mới, 0 mục sửa cơ quan có sẵn\), 2 chỗ sai\.\n$/);
    const json = JSON.parse((await run(['registry', 'check', '--format', 'json'], { files, rules })).out);
    assert.deepEqual(json.files[0].diagnostics.map(({ severity }: { severity: string }) => severity).sort(), [
      'error',
      'error',
      'warning',
      'warning',
      'warning',
    ]);
  });

  it('checks a file by its name, and all that the folder uses', async () => {
    const files = {
      '.chidao.yaml': 'danh mục: [chung/co-quan.yaml]\n',
      'chung/co-quan.yaml': '- id: nha-co-loa\n  tên: Nhà Cổ Loa\n',
      '.chidao/agencies.yaml': '- id: nha-co-loa\n  tên khác: [Nhà Loa]\n',
      'khac.yaml': '- tên: Nhà\n',
    };
    const all = await run(['registry', 'check', '--locale', 'en'], { files, rules });
    assert.deepEqual(
      [all.code, all.out.trim().split('\n')],
      [
        0,
        [
          '"chung/co-quan.yaml": 1 entry (1 new, 0 for agencies there are), nothing wrong.',
          '".chidao/agencies.yaml": 1 entry (0 new, 1 for agencies there are), nothing wrong.',
        ],
      ],
    );
    const own = await run(['registry', 'check', '.chidao/agencies.yaml'], { files, rules });
    assert.deepEqual([own.code, own.out.split('\n').length], [0, 2]);
    const other = await run(['registry', 'check', 'khac.yaml'], { files, rules });
    assert.deepEqual([other.code, other.err], [1, '']);
    assert.match(other.out, /^khac\.yaml:1:3 lỗi: Mục này chưa có “id”/);
  });

  it('refuses what is no such file', async () => {
    await refuses(['registry', 'check'], /không dùng tệp cơ quan nào/);
    await refuses(['registry', 'check', 'none.yaml'], /Không tìm thấy tệp hoặc thư mục "none\.yaml"/);
    await refuses(['registry', 'check', 'b'], /"b" là thư mục/, { files: { 'b/c.md': '' } });
    const closed = { kind: 'unreadable', code: 'EACCES' } as const;
    await refuses(['registry', 'check', 'k.yaml'], /Không có quyền đọc "k\.yaml"/, { files: { 'k.yaml': closed } });
  });
});

describe('chidao doctor', () => {
  const doctor = async (files: Record<string, File>, ...argv: string[]) => {
    const { code, out, err } = await run(['doctor', ...argv], { files, rules });
    assert.equal(err, '');
    return { code, out };
  };

  it('says what the program is and that nothing is decided', async () => {
    const { code, out } = await doctor({ 'a.md': DRAFT });
    assert.equal(code, 0);
    assert.match(
      out,
      /^Chỉ Đạo \d+\.\d+\.\d+ · Node\.js 20\.0\.0 · linux x64\n\d+ quy tắc; danh mục \d+ cơ quan, [^\n]*\d{4}\.\n/,
    );
    assert.match(out, /\n {2}Cài đặt: không có tệp \.chidao\.yaml nào/);
  });

  it('says which file each setting comes from', async () => {
    const files = {
      'b/a.md': DRAFT,
      'b/.chidao.yaml':
        'dựa trên: ../chung.yaml\nquy tắc: {owner/unknown: tắt, numbering: gợi ý}\nngày nghỉ: 2026-08-31\n',
      'chung.yaml':
        'quy tắc: {owner/unknown: lỗi, owner/ended: cảnh báo}\nhệ: đảng\nngày nghỉ: [2026-05-04]\nsắp ban hành: có\n',
      'b/.chidao/agencies.yaml': '- id: nha-co-loa\n  tên: Nhà Cổ Loa\n',
    };
    const { code, out } = await doctor(files, 'b/a.md');
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .split('\n')
        .slice(3, 14)
        .map((line) => line.trim().replace(/ {2,}/g, ' | ')),
      [
        'b/a.md',
        'Cài đặt: b/.chidao.yaml, dựa trên chung.yaml',
        'numbering: gợi ý | b/.chidao.yaml',
        'owner/unknown: tắt | b/.chidao.yaml',
        'ngày nghỉ: 2026-08-31 | b/.chidao.yaml',
        'owner/ended: cảnh báo | chung.yaml',
        'hệ: đảng | chung.yaml',
        'sắp ban hành: có | chung.yaml',
        'ngày nghỉ: 2026-05-04 | chung.yaml',
        'Cơ quan của đơn vị: b/.chidao/agencies.yaml (1 mục)',
        '',
      ],
    );
    const json = JSON.parse((await doctor(files, 'b/a.md', '--format', 'json', '--locale', 'en')).out);
    const [asked] = json.paths;
    assert.deepEqual(asked.settings[1], { key: 'owner/unknown', value: 'off', file: 'b/.chidao.yaml' });
    assert.deepEqual(asked.files[0].reason, 'type');
    assert.match((await doctor(files, 'b', '--no-config')).out, /không đọc \(--no-config\)/);
  });

  it('says why a file is taken or not', async () => {
    const files: Record<string, File> = {
      'so.md': 'Số: 336/TB-VPCP\n\nVăn bản.\n',
      'nhan.md': 'Văn bản.\n\nNơi nhận:\n- Như trên;\n',
      'viec.md': '1. Bộ Tài chính chủ trì rà soát các quy định.\n',
      'muc.md': '# I. QUAN ĐIỂM\n\nĐổi mới.\n',
      'khac.md': '# Project\n\n1. Install\n',
      'ghi.txt': DRAFT,
      '.an.md': DRAFT,
      'dist/a.md': DRAFT,
      'luu/a.md': DRAFT,
      'lon.md': new Uint8Array(11 * 1024 * 1024),
      'cu.md': new Uint8Array([0x63, 0xf4, 0xea, 0x0a]),
      '.chidao.yaml': 'trừ: luu\n',
    };
    const reasons = async (...paths: string[]) => {
      const { code, out } = await doctor(files, '--format', 'json', ...paths);
      const told = JSON.parse(out).paths as { files: { path: string; directive: boolean; reason: string }[] }[];
      const all = told.flatMap((each) => each.files);
      for (const { directive, reason, path } of all) assert.equal(directive, SIGNS.includes(reason), path);
      return { code, found: Object.fromEntries(all.map(({ path, reason }) => [path, reason])) };
    };
    const SIGNS = ['type', 'number', 'recipients', 'signature', 'owner', 'unit'];
    assert.deepEqual(
      await reasons('so.md', 'nhan.md', 'viec.md', 'muc.md', 'khac.md', 'ghi.txt', '.an.md', 'dist/a.md', 'luu/a.md'),
      {
        code: 0,
        found: {
          'so.md': 'number',
          'nhan.md': 'recipients',
          'viec.md': 'owner',
          'muc.md': 'unit',
          'khac.md': 'no sign',
          'ghi.txt': 'name',
          '.an.md': 'hidden',
          'dist/a.md': 'passed folder',
          'luu/a.md': 'excluded',
        },
      },
    );
    assert.deepEqual(await reasons('lon.md', 'cu.md', 'none.md'), {
      code: 2,
      found: { 'lon.md': 'fault', 'cu.md': 'fault', 'none.md': 'fault' },
    });
    // A folder is told file by file, in agreement with what is checked there.
    const { found } = await reasons('.');
    const checked = await run(['check', '--format', 'json', '.'], { files });
    const taken = JSON.parse(checked.out).documents.map(({ path }: { path: string }) => path);
    assert.deepEqual(
      Object.keys(found).filter((path) => SIGNS.includes(found[path] ?? '')),
      taken,
    );
    assert.match(
      (await doctor(files, 'so.md')).out,
      /✓ so\.md: văn bản chỉ đạo: có số, ký hiệu \(dòng 1: Số: 336\/TB-VPCP\)\n$/,
    );
  });

  it('says what leads to nothing', async () => {
    const { code, out } = await doctor({ 'a.md': DRAFT }, 'none.md', 'a.md', '*.markdown', '');
    assert.equal(code, 2);
    const told = out.split('\n').filter((line) => /^[✓✗-]/.test(line));
    assert.deepEqual(
      told.map((line) => line.slice(0, 30)),
      [
        '✗ Không tìm thấy tệp hoặc thư mục "none.md"',
        '✓ a.md: văn bản chỉ đạo: có tên',
        '✗ Không có tệp .md nào khớp với',
        '✗ Đường dẫn để trống; hãy nêu tên',
      ].map((line) => line.slice(0, 30)),
    );
  });

  it('shows the faults of settings, and gives 2 as a check does', async () => {
    const { code, out } = await doctor({ '.chidao.yaml': 'quy tăc: {}\nhệ: x\n', 'a.md': DRAFT }, 'a.md');
    assert.equal(code, 2);
    assert.match(out, /\n {2}✗ \.chidao\.yaml:2:5 “hệ” không nhận “x”/);
  });
});
