import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { startPool } from '../cli/pool.ts';
import { refuses, run } from './fake-world.ts';

const COUNT = 24;
const two = (part: number) => String(part).padStart(2, '0');

/** A plan that cites the one before, every fourth with a wrong day, and numbers its points wrongly. */
function makePlan(n: number): string {
  const before = `Kế hoạch số ${n - 1}/KH-BNV ngày ${n % 4 === 0 ? '01' : two(9 + n)} tháng 6 năm 2025 của Bộ Nội vụ`;
  return `---
loại: Kế hoạch
số: ${n}/KH-BNV
cơ quan ban hành: Bộ Nội vụ
${n % 5 === 0 ? '' : `ngày ban hành: 2025-06-${two(10 + n)}\n`}trích yếu: việc thứ ${n}
---

## I. NHIỆM VỤ

1. Bộ Tài chính thực hiện ${before}, rà soát các quy định về thủ tục hành chính, hồ sơ điện tử và cơ sở dữ liệu dùng chung của ngành, hoàn thành trước ngày ${two(1 + n)}/8/2026.

${n % 3 === 0 ? '3' : '2'}. Bộ Y tế báo cáo kết quả.
`;
}

function writePlans(folder: string): void {
  for (let n = 1; n <= COUNT; n++) {
    const inner = join(folder, n % 2 ? 'a' : 'b');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `kế hoạch ${two(n)}.md`), makePlan(n));
  }
  writeFileSync(join(folder, 'README.md'), '# Ghi chú\n');
  writeFileSync(join(folder, 'a', 'ảnh.md'), new Uint8Array([0x89, 0x50, 0, 1]));
}

describe('command line: many documents', () => {
  let folder = '';
  const program = resolve('dist/chidao.mjs');
  const chidao = (argv: readonly string[], cwd = folder) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { cwd, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const check = (...argv: string[]) => chidao(['check', '--format', 'json', ...argv]);
  const kept = () => join(folder, '.chidao-cache');
  const packs = () => readdirSync(kept()).filter((name) => name.endsWith('.pack'));
  let alone: ReturnType<typeof check>;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-scale-'));
    writePlans(folder);
    alone = check('--jobs', '1', '--no-cache');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('find something in each other, and a file that cannot be read stops nothing', () => {
    assert.equal(alone.status, 2);
    assert.match(alone.stderr, /ảnh\.md" không phải tệp văn bản thuần/);
    const found: { path: string; diagnostics: { rule: string }[] }[] = JSON.parse(alone.stdout).documents;
    assert.equal(found.length, COUNT);
    const rules = new Set(found.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)));
    for (const rule of ['citation/workspace', 'citation/undated', 'workspace/task-date', 'numbering/sequence']) {
      assert.equal(rules.has(rule), rule !== 'citation/undated', rule);
    }
    assert.ok(!existsSync(kept()));
  });

  it('give the same whether threads share them, whether results are stored or used, and in parts', () => {
    assert.deepEqual(check('--jobs', '3', '--no-cache'), alone);
    assert.deepEqual(check('--jobs', '2'), alone);
    assert.equal(packs().length, 1);
    assert.deepEqual(check(), alone);
    assert.equal(packs().length, 1);
    const asText = chidao(['check', '--no-cache', '--jobs', '1']);
    assert.deepEqual(chidao(['check']), asText);
    const parts = [1, 2, 3].map((part) => {
      const { stdout } = check('--shard', `${part}/3`, ...(part === 2 ? ['--no-cache'] : []));
      writeFileSync(join(folder, `${part}.json`), stdout);
      return `${part}.json`;
    });
    const merged = chidao(['merge', '--format', 'json', ...parts.reverse()]);
    assert.deepEqual(merged, alone);
    assert.deepEqual(chidao(['merge', ...parts]), asText);
  });

  it('say which parts are missing, are given twice or are of another check, and tell the rest', () => {
    const { status, stdout, stderr } = chidao(['merge', '--format', 'json', '1.json', '1.json', 'README.md', '3.json']);
    assert.equal(status, 2);
    assert.equal(JSON.parse(stdout).documents.length, (2 * COUNT) / 3);
    assert.match(stderr, /"1\.json" cũng là phần 1\/3/);
    assert.match(stderr, /"README\.md" không phải kết quả/);
    assert.match(stderr, /Thiếu phần 2 trong 3 phần/);
    writeFileSync(join(folder, 'khác.json'), check('--shard', '2/4').stdout);
    assert.match(chidao(['merge', '1.json', '2.json', '3.json', 'khác.json']).stderr, /"khác\.json" là của một lần/);
    const older = readFileSync(join(folder, '1.json'), 'utf8').replace(/"by": "[^"]*"/, '"by": "0.0.1"');
    writeFileSync(join(folder, 'cũ.json'), older);
    assert.match(chidao(['merge', 'cũ.json']).stderr, /"cũ\.json" do phiên bản 0\.0\.1 ghi/);
  });

  it('follow what others say, settings and agencies', () => {
    const path = join(folder, 'a/kế hoạch 03.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('2025-06-13', '2025-06-23'));
    const changed = check();
    assert.deepEqual(changed, check('--no-cache'));
    assert.notDeepEqual(changed, alone);
    writeFileSync(path, text);
    assert.deepEqual(check(), alone);
    writeFileSync(join(folder, '.chidao.yaml'), 'quy tắc:\n  citation/workspace: tắt\n  sai: tắt\n');
    const settled = check();
    assert.match(settled.stderr, /\.chidao\.yaml:3:3/);
    assert.doesNotMatch(settled.stdout, /citation\/workspace/);
    assert.deepEqual(check(), settled);
    rmSync(join(folder, '.chidao.yaml'));
    assert.deepEqual(check(), alone);
    assert.notDeepEqual(check('--no-workspace').stdout, alone.stdout);
    assert.notDeepEqual(check('--ready').stdout, alone.stdout);
    assert.doesNotMatch(check('--rule', 'citation').stdout, /"numbering/);
    assert.deepEqual(check(), alone);
  });

  it('are told in parts without their old faults, which are those of one file', () => {
    const baseline = ['--baseline', 'cũ/lỗi.json'];
    mkdirSync(join(folder, 'cũ'));
    check(...baseline, '--update-baseline');
    const path = join(folder, 'a/kế hoạch 03.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\n7. Bộ Công an báo cáo kết quả.\n`);
    const whole = check(...baseline);
    const { summary }: { summary: { error: number } } = JSON.parse(whole.stdout);
    assert.equal(summary.error, 1);
    assert.equal(check(...baseline, '--no-cache', '--jobs', '1').stdout, whole.stdout);
    const parts = [1, 2].map((part) => {
      writeFileSync(join(folder, `${part}.json`), check(...baseline, '--shard', `${part}/2`).stdout);
      return `${part}.json`;
    });
    assert.equal(chidao(['merge', '--format', 'json', ...parts]).stdout, whole.stdout);
    writeFileSync(join(folder, '2.json'), check('--shard', '2/2').stdout);
    assert.match(chidao(['merge', ...parts]).stderr, /"2\.json" là của một lần/);
    writeFileSync(path, text);
    rmSync(join(folder, 'cũ'), { recursive: true });
    assert.deepEqual(check(), alone);
  });

  it('are taken as directives where the settings name them, and passed over where only a hook does', () => {
    const paths = ({ stdout }: ReturnType<typeof check>) =>
      JSON.parse(stdout).documents.map(({ path }: { path: string }) => path);
    assert.equal(paths(check('README.md', '--skip-others')).length, 0);
    assert.deepEqual(paths(check('README.md')), ['README.md']);
    writeFileSync(join(folder, '.chidao.yaml'), 'văn bản chỉ đạo: README.md\n');
    const named = check('--jobs', '2');
    assert.equal(paths(named).length, COUNT + 1);
    assert.deepEqual(check(), named);
    assert.deepEqual(check('--no-cache', '--jobs', '1'), named);
    assert.deepEqual(paths(check('README.md', '--skip-others')), ['README.md']);
    rmSync(join(folder, '.chidao.yaml'));
    assert.deepEqual(check(), alone);
  });

  it('are checked afresh where stored results are damaged', () => {
    const fresh = readFileSync(join(kept(), packs()[0] ?? ''));
    const damages: ((bytes: Buffer) => Uint8Array)[] = [
      (bytes) => bytes.subarray(0, bytes.length / 2),
      (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('citation/', 'citatiom/')),
      (bytes) => Buffer.from(bytes.toString('utf8').replace(/^chidao 1 .*/, 'chidao 1 other')),
      () => Buffer.from('\0\n\n\t\n{}'),
      () => Buffer.alloc(0),
    ];
    for (const damage of damages) {
      for (const name of packs()) rmSync(join(kept(), name));
      writeFileSync(join(kept(), 'x.pack'), damage(fresh));
      assert.deepEqual(check(), alone, String(damage));
    }
    assert.ok(packs().length < 8);
    rmSync(kept(), { recursive: true });
    writeFileSync(kept(), 'a file');
    assert.deepEqual(check(), alone);
    rmSync(kept());
  });

  it('are checked by several runs at once with the same stored results', async () => {
    const runs = Array.from(
      { length: 4 },
      () =>
        new Promise<string>((done) => {
          const child = spawn(process.execPath, [program, 'check', '--format', 'json'], { cwd: folder });
          let out = '';
          child.stdout.on('data', (part) => {
            out += part;
          });
          child.on('close', () => done(out));
        }),
    );
    for (const out of await Promise.all(runs)) assert.equal(out, alone.stdout);
    assert.deepEqual(check(), alone);
    assert.ok(readdirSync(kept()).every((name) => /\.pack$|^\.gitignore$|^CACHEDIR\.TAG$/.test(name)));
    assert.equal(readFileSync(join(kept(), '.gitignore'), 'utf8'), '*\n');
  });

  it('are mended as without stored results', () => {
    const [other, third] = [`${folder}-2`, `${folder}-3`];
    cpSync(folder, other, { recursive: true });
    cpSync(folder, third, { recursive: true });
    try {
      const stored = chidao(['check', '--fix', '--format', 'json'], other);
      const afresh = chidao(['check', '--fix', '--format', 'json', '--no-cache', '--jobs', '1'], third);
      assert.deepEqual(stored, afresh);
      const { documents }: { documents: { fixed: object[] }[] } = JSON.parse(stored.stdout);
      assert.ok(documents.some(({ fixed }) => fixed.length > 0));
      const names = ['a', 'b'].flatMap((name) => readdirSync(join(other, name)).map((file) => join(name, file)));
      for (const name of names)
        assert.deepEqual(readFileSync(join(other, name)), readFileSync(join(third, name)), name);
      assert.deepEqual(chidao(['check'], other), chidao(['check', '--no-cache'], other));
    } finally {
      for (const each of [other, third]) rmSync(each, { recursive: true, force: true });
    }
  });

  it('leave a folder with a few of them as it was, unless results are to be stored elsewhere', () => {
    const few = mkdtempSync(join(tmpdir(), 'chidao-few-'));
    try {
      writeFileSync(join(few, 'a.md'), makePlan(1));
      chidao(['check'], few);
      assert.deepEqual(readdirSync(few), ['a.md']);
      chidao(['check', '--cache-folder', 'kết quả/x'], few);
      assert.deepEqual(readdirSync(join(few, 'kết quả/x')).length, 3);
      assert.match(chidao(['check', '--cache-folder', 'a.md/x'], few).stderr, /Không ghi được vào thư mục "a\.md\/x"/);
    } finally {
      rmSync(few, { recursive: true, force: true });
    }
  });

  it('leave nothing behind when the run is ended', async function () {
    if (process.platform === 'win32') this.skip();
    rmSync(kept(), { recursive: true, force: true });
    const before = readdirSync(folder);
    const end = async (argv: string[], signal: 'SIGINT' | 'SIGTERM', wait: number) => {
      const child = spawn(process.execPath, [program, 'check', ...argv], { cwd: folder });
      setTimeout(() => child.kill(signal), wait);
      const status = await new Promise((done) => child.on('close', done));
      assert.ok([null, 130, 143, 2].includes(status as number | null), `${status}`);
      // Near its end a run has stored its results, whole ones.
      const stored = existsSync(kept()) ? readdirSync(kept()) : ['no.pack'];
      assert.notEqual(stored.length, 0);
      const there = readdirSync(folder).filter((name) => argv.includes('-') || name !== '.chidao-cache');
      if (status !== 2) assert.deepEqual(there, before);
      assert.deepEqual(
        stored.filter((name) => !/^[^.].*\.pack$|^\.gitignore$|^CACHEDIR\.TAG$/.test(name)),
        [],
      );
      rmSync(kept(), { recursive: true, force: true });
      return status;
    };
    // It waits for standard input, so it is ended once it has started, sooner or later.
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      let status: unknown = null;
      for (let wait = 500; status === null && wait < 20_000; wait *= 2) status = await end(['.', '-'], signal, wait);
      assert.equal(status, code);
    }
    for (const wait of [400, 800, 1200]) await end(['--jobs', '2'], 'SIGINT', wait);
  });
});

describe('command line: threads', () => {
  it('take one document with them when they die, and others take their place', async () => {
    let started = 0;
    const pool = startPool<{ path: string }, string>(2, () => {
      started++;
      return {
        ask: async ({ path }) => {
          if (path === '3') throw new Error('out of memory');
          return `${path}!`;
        },
        end: () => {},
      };
    });
    const done: string[] = [];
    const jobs = Array.from({ length: 9 }, (_, i) => ({ path: String(i) }));
    await pool.run(jobs, ({ path }, result) => {
      done.push(`${path} ${result instanceof Error ? result.message : result}`);
    });
    assert.deepEqual(
      done.sort(),
      jobs.map(({ path }) => (path === '3' ? '3 out of memory' : `${path} ${path}!`)),
    );
    assert.equal(started, 3);
  });

  it('and shards are asked for in plain words', async () => {
    await refuses(['check', '--jobs', '0'], /--jobs cần một số nguyên từ 1 trở lên, không phải "0"/);
    await refuses(['check', '--shard', '3/2'], /--shard cần dạng PHẦN\/TỔNG như 2\/4, không phải "3\/2"/);
    await refuses(['check', '--shard', '1/2', '--fix'], /--shard chỉ dùng để kiểm tra/);
    await refuses(
      ['check', '--shard', '1/2', '--baseline', 'cu.json', '--update-baseline'],
      /--update-baseline cùng --shard/,
    );
    await refuses(['check', '--no-cache', '--cache-folder', 'x'], /trái nhau/);
    await refuses(['merge'], /cần ít nhất một tệp/);
    await refuses(['merge', 'none.json'], /Không tìm thấy/);
  });
});

describe('command line: progress', () => {
  const CLEAR = '\r\u001b[2K';
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.md`, makePlan(n)]));
  const isErrorTerminal = true;

  it('is told in one line of a terminal that is gone at the end', async () => {
    const { err } = await run(['check', '.'], { files, world: { isErrorTerminal } });
    const lines = err.split(CLEAR);
    assert.deepEqual(lines.slice(0, 3), ['', 'Đã đọc 0/30 văn bản', 'Đã đọc 1/30 văn bản']);
    assert.ok(lines.includes('Đã đọc 30/30 văn bản'));
    assert.equal(lines.at(-1), '');
  });

  it('is not told to a file, to CI, or of a few documents', async () => {
    const quiet = async (world: object, some = files) => (await run(['check', '.'], { files: some, world })).err;
    assert.equal(await quiet({}), '');
    assert.equal(await quiet({ isErrorTerminal, environment: { CI: 'true' } }), '');
    assert.equal(await quiet({ isErrorTerminal }, { 'a.md': makePlan(1) }), '');
  });
});
