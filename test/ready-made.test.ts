import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { parse, parseAllDocuments } from 'yaml';
import { rules } from '../core/rules/index.ts';
import { run } from './fake-world.ts';

const WRONG = `---
loại: Kế hoạch
ngày ban hành: 05/3/2026
---

## I. NHIỆM VỤ

1. Bộ Tài chính rà soát các quy định, hoàn thành trước ngày 31/6/2026.

3. Bộ Nội vụ báo cáo.
`;
const GOOD = `---
loại: Công văn
---

Kính gửi: Bộ Tài chính.
`;

interface Step {
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A repository of directives as a CI system sees it, and the program as it is shipped. */
function makeRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'chidao-ready-'));
  const program = join(folder, 'bin/chidao');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/chidao.mjs')}" "$@"\n`);
  chmodSync(program, 0o755);
  const at = join(folder, 'repository');
  mkdirSync(join(at, 'van-ban moi'), { recursive: true });
  mkdirSync(join(at, 'tools'));
  writeFileSync(join(at, 'README.md'), '# Project\n\n1. Install\n');
  writeFileSync(join(at, 'van-ban moi/sai.md'), WRONG);
  writeFileSync(join(at, 'dung.md'), GOOD);
  const path = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
  return {
    folder,
    at,
    /** Runs a script as the runners of both systems do: bash that ends at the first fault. */
    bash(script: string, env: Readonly<Record<string, string>> = {}) {
      const all = { ...process.env, PATH: path, ...env };
      const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: at,
        encoding: 'utf8',
        env: all,
      });
      return { code: status, out: stdout, err: stderr };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

describe('ready-made: what VS Code reads of the output', () => {
  const { problemMatchers, taskDefinitions } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
  type Matcher = { name: string; severity: string; pattern: { regexp: string } & Record<string, number | string> };

  for (const locale of ['vi', 'en']) {
    it(`is each finding, with its place and severity (${locale})`, async () => {
      const files = {
        'examples/k.md': readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8'),
        'van ban/a.md': WRONG,
      };
      const [text, json] = await Promise.all(
        ['text', 'json'].map((format) => run(['check', '--locale', locale, '--format', format, '.'], { files, rules })),
      );
      const read = (text?.out ?? '').split('\n').flatMap((line) =>
        (problemMatchers as Matcher[]).flatMap(({ severity, pattern: { regexp, ...at } }) => {
          const match = new RegExp(regexp).exec(line);
          const group = (name: string) => match?.[Number(at[name])];
          if (!match) return [];
          return `${group('file')}:${group('line')}:${group('column')} ${severity} ${group('message')} ${group('code')}`;
        }),
      );
      type Found = { rule: string; severity: string; message: string; line: number; column: number };
      const documents: { path: string; diagnostics: Found[] }[] = JSON.parse(json?.out ?? '').documents;
      const found = documents.flatMap(({ path, diagnostics }) =>
        diagnostics.map(({ rule, severity, message, line, column }) => {
          return `${path}:${line}:${column} ${severity === 'hint' ? 'info' : severity} ${message} ${rule}`;
        }),
      );
      for (const severity of ['error', 'warning', 'info'])
        assert.ok(found.some((each) => each.includes(` ${severity} `)));
      assert.deepEqual(read, found);
    });
  }

  it('stays on one line each on a terminal, where that is asked for', async () => {
    const files = { 'a.md': WRONG };
    const check = (...argv: string[]) =>
      run(['check', '--no-color', ...argv], { files, rules, world: { isTerminal: true, width: 60 } });
    const [plain, wrapped] = [await check('--no-wrap'), await check()];
    const { out } = await run(['check'], { files, rules, world: { width: 60 } });
    assert.equal(plain.out, out);
    assert.notEqual(wrapped.out, out);
  });

  it('is named by the task of the extension', () => {
    const source = readFileSync('client/check-task.ts', 'utf8');
    for (const { name } of problemMatchers as Matcher[]) assert.ok(source.includes(`'$${name}'`), name);
    assert.equal(problemMatchers.length, source.match(/'\$chidao-/g)?.length);
    for (const name of Object.keys(taskDefinitions[0].properties))
      assert.ok(source.includes(`definition.${name}`), name);
  });
});

describe('ready-made: pre-commit hooks', () => {
  const repository = makeRepository();
  after(repository.end);
  type Hook = { id: string; name: string; entry: string; language: string; types: string[] };
  const hooks: Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  it('say what the framework has to know', () => {
    assert.deepEqual(
      hooks.map(({ id, language }) => [id, language]),
      [
        ['chidao', 'node'],
        ['chidao-installed', 'system'],
      ],
    );
    for (const { name, entry, types } of hooks)
      assert.ok(name && entry.startsWith('chidao ') && types[0] === 'markdown');
    // The command that a hook of language node finds once the package is installed.
    assert.ok(JSON.parse(readFileSync('package.json', 'utf8')).bin.chidao);
  });

  it('stop a commit with a fault in a directive, and no other', () => {
    for (const { entry } of hooks) {
      const wrong = repository.bash(`${entry} README.md "van-ban moi/sai.md" dung.md`);
      assert.equal(wrong.code, 1, wrong.err);
      assert.match(wrong.out, /^van-ban moi\/sai\.md:8:\d+ lỗi: /);
      assert.match(wrong.out, /Đã kiểm tra 2 văn bản/);
      const good = repository.bash(`${entry} README.md dung.md`);
      assert.deepEqual([good.code, good.err], [0, 'Đã bỏ qua 1 tệp .md không phải văn bản chỉ đạo.\n']);
      assert.deepEqual(repository.bash(`${entry} README.md`), { code: 0, out: '', err: '' });
      writeFileSync(join(repository.at, '.chidao.yaml'), 'trừ: [van-ban moi]\n');
      assert.equal(repository.bash(`${entry} "van-ban moi/sai.md" dung.md`).code, 0);
      rmSync(join(repository.at, '.chidao.yaml'));
    }
  });
});

describe('ready-made: what docs/ci.md shows', () => {
  const page = readFileSync('docs/ci.md', 'utf8');
  const blocks = (language: string) =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);

  it('is at most ten lines or so each, and uses what there is', () => {
    const shown = blocks('yaml').map((text) => parse(text));
    assert.equal(shown.length, 3);
    for (const text of blocks('[a-z]+')) assert.ok(text.split('\n').length <= 12, text);
    const [github, gitlab, hooks] = shown;
    const inputs = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs);
    const used = github.jobs['van-ban'].steps.at(-1);
    assert.deepEqual(
      Object.keys(used.with).filter((name) => !inputs.includes(name)),
      [],
    );
    const [include] = gitlab.include;
    const template = parseAllDocuments(readFileSync(include.file, 'utf8'))[0]?.toJS();
    for (const name of Object.keys(include.inputs)) assert.ok(template.spec.inputs[name], name);
    const [{ id }] = hooks.repos[0].hooks;
    assert.ok(readFileSync('.pre-commit-hooks.yaml', 'utf8').includes(`- id: ${id}\n`));
    const [{ tasks }] = blocks('json').map((text) => JSON.parse(text)) as [{ tasks: Record<string, unknown>[] }];
    const { problemMatchers, taskDefinitions } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    assert.deepEqual(
      tasks[0]?.problemMatcher,
      problemMatchers.map(({ name }: { name: string }) => `$${name}`),
    );
    assert.equal(tasks[0]?.type, taskDefinitions[0].type);
  });
});

describe('ready-made: the program as one file', () => {
  const repository = makeRepository();
  let archive = '';
  before(() => {
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', repository.folder],
      { encoding: 'utf8', shell: process.platform === 'win32' },
    );
    assert.equal(status, 0, stderr);
    archive = join(repository.folder, JSON.parse(stdout)[0].filename);
  });
  after(repository.end);

  it('holds all that the command line needs, and nothing of the extension', () => {
    const names = repository.bash(`tar -tzf "${archive}"`).out.split('\n');
    for (const name of ['dist/chidao.mjs', 'package.json', 'README.md', 'LICENSE', 'docs/rules.md']) {
      assert.ok(names.includes(`package/${name}`), name);
    }
    assert.deepEqual(
      names.filter((name) => /node_modules|extension|server\.|browser|\.ts$|test/.test(name)),
      [],
    );
    const { dependencies, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual([dependencies, bin], [undefined, { chidao: 'dist/chidao.mjs' }]);
  });

  it('installs and runs without a network', () => {
    const prefix = join(repository.folder, 'installed');
    const { code, err } = repository.bash(
      `npm install --global --offline --ignore-scripts --prefix "${prefix}" "${archive}"; "${prefix}/bin/chidao" check "van-ban moi" > /dev/null`,
    );
    assert.equal(code, 1, err);
    assert.equal(repository.bash(`"${prefix}/bin/chidao" lsp --stdio < /dev/null`).err, '');
  });

  describe('in the GitHub action', () => {
    const { inputs, runs } = parse(readFileSync('action.yml', 'utf8')) as {
      inputs: Record<string, { default: string; description: string }>;
      runs: { using: string; steps: (Step & { shell: string })[] };
    };

    /** Runs the steps as a runner does, with the inputs and the files by which steps tell one another. */
    function act(given: Readonly<Record<string, string>>) {
      const place = (name: string) => join(repository.folder, name);
      const files = { GITHUB_ENV: place('env'), GITHUB_STEP_SUMMARY: place('summary.md') };
      for (const file of Object.values(files)) writeFileSync(file, '');
      const temporary = place('temp');
      mkdirSync(temporary, { recursive: true });
      const base = { ...files, RUNNER_TEMP: temporary, GITHUB_ACTION_PATH: resolve('.') };
      let told = { code: 0 as number | null, out: '', err: '' };
      for (const { run: script, env = {} } of runs.steps) {
        const lines = readFileSync(files.GITHUB_ENV, 'utf8').split('\n').filter(Boolean);
        const kept = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
        const own = Object.entries(env).map(([name, value]) => [
          name,
          value.replace(
            /\$\{\{ inputs\.([\w-]+) \}\}/g,
            (_, input) => given[input] ?? inputs[input]?.default ?? assert.fail(input),
          ),
        ]);
        told = repository.bash(script, { ...base, ...kept, ...Object.fromEntries(own) });
        if (told.code !== 0) break;
      }
      return { ...told, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
    }

    it('is a composite action whose inputs are all used', () => {
      assert.equal(runs.using, 'composite');
      for (const { shell } of runs.steps) assert.equal(shell, 'bash');
      const used = JSON.stringify(runs);
      for (const [name, { description }] of Object.entries(inputs)) {
        assert.ok(used.includes(`inputs.${name} `) && description, name);
      }
    });

    it('annotates findings, and fails or not as asked', () => {
      const wrong = act({});
      assert.equal(wrong.code, 1, wrong.err);
      assert.match(wrong.out, /^::error file=van-ban moi\/sai\.md,line=8,/m);
      assert.match(wrong.summary, /sai\.md/);
      assert.equal(act({ 'fail-on': 'never' }).code, 0);
      assert.equal(act({ paths: 'dung.md\nREADME.md\n', options: '--skip-others --no-cache' }).code, 0);
      assert.match(act({ locale: 'en', archive }).out, /::error /);
      assert.notEqual(act({ archive: 'none.tgz' }).code, 0);
    });
  });

  describe('in the GitLab template', () => {
    const [head, body] = parseAllDocuments(readFileSync('templates/check.yml', 'utf8')).map((each) => each.toJS());
    const inputs: Record<string, { default: string; options?: string[] }> = head.spec.inputs;

    function work(given: Readonly<Record<string, string>>) {
      const script = (body.chidao.script as string[]).join('\n');
      const filled = script.replace(
        /\$\[\[ inputs\.([\w-]+) \]\]/g,
        (_, name) => given[name] ?? inputs[name]?.default ?? assert.fail(name),
      );
      return repository.bash(filled);
    }

    it('is a job whose inputs are all used', () => {
      const used = JSON.stringify(body);
      for (const name of Object.keys(inputs)) assert.ok(used.includes(`$[[ inputs.${name} ]]`), name);
      assert.equal(body.chidao.artifacts.when, 'always');
    });

    it('leaves the report that a merge request shows', () => {
      const report = join(repository.at, body.chidao.artifacts.reports.codequality);
      const { code, out, err } = work({ archive });
      assert.equal(code, 1, err);
      assert.match(out, /^van-ban moi\/sai\.md:8:/);
      const issues: { check_name: string; location: { path: string } }[] = JSON.parse(readFileSync(report, 'utf8'));
      assert.ok(issues.some(({ check_name }) => check_name === 'deadline/impossible'));
      assert.deepEqual(new Set(issues.map(({ location }) => location.path)), new Set(['van-ban moi/sai.md']));
      assert.equal(work({ archive, 'fail-on': 'never', options: '--rule numbering' }).code, 0);
      assert.ok(existsSync(report));
      assert.notEqual(work({}).code, 0);
    });
  });
});
