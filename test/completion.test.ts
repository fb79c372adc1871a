import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { rules } from '../core/rules/index.ts';
import { refuses, run } from './fake-world.ts';

describe('shell completion: what may stand next', () => {
  const words = async (...typed: string[]) => {
    const { code, out, err } = await run(['complete', '--', ...typed], { rules });
    assert.deepEqual([code, err], [0, '']);
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')[0]);
  };

  it('knows the commands, those within one and the options of both', async () => {
    const help = (await run(['--help'])).out;
    const commands = await words('');
    assert.ok(commands.length >= 9);
    for (const command of commands) assert.match(help, new RegExp(`\n {2}${command} `));
    assert.deepEqual(await words('registry', ''), ['find', 'check']);
    assert.deepEqual(await words('che'), ['check']);
    const options = await words('check', 'a.md', '--');
    const printed = (await run(['check', '--help'])).out.match(/(?<= )--[\w-]+(?=[ \n])/g) ?? [];
    assert.deepEqual(
      printed.filter((option) => !options.includes(option)),
      [],
    );
    assert.ok(options.includes('--locale') && !options.includes('--clientProcessId'));
  });

  it('knows values: of options, rules, agencies, shells', async () => {
    assert.deepEqual(await words('tasks', '--format', ''), ['text', 'json']);
    assert.deepEqual(await words('tasks', '--format=j'), ['--format=json']);
    assert.deepEqual(await words('tasks', '--format', '=', 'j'), ['json']);
    assert.deepEqual(await words('tasks', '--format', '='), ['text', 'json']);
    assert.deepEqual(await words('check', '--fail-on', 'n'), ['never']);
    assert.deepEqual(await words('check', '--rule', 'numb'), [
      ...rules.map(({ id }) => id).filter((id) => id.startsWith('numbering/')),
      'numbering',
    ]);
    assert.deepEqual(await words('explain', 'owner/ende'), ['owner/ended']);
    assert.deepEqual(await words('explain', 'owner'), await words('explain', 'owner/'));
    assert.deepEqual(await words('registry', 'find', 'bo-tai-c'), ['bo-tai-chinh']);
    assert.deepEqual(await words('completion', 'p '), ['powershell']);
    assert.deepEqual(await words('--locale', ''), ['vi', 'en']);
  });

  it('leaves files to the shell', async () => {
    assert.deepEqual(await words('check', ''), []);
    assert.deepEqual(await words('check', '--stdin-path', ''), []);
    assert.deepEqual(await words('nonsense', 'x', '--y', 'z'), []);
  });

  it('says what a word is for, in the language asked for', async () => {
    const { out } = await run(['complete', '--', '--locale', 'en', 'registry', 'c']);
    assert.equal(out, 'check\tFind what is wrong in an own file of agencies\n');
  });

  it('prints a script for each shell, and no other', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { code, out } = await run(['completion', shell]);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^# [^\n]+\n# {3}[^\n]*chidao completion ${shell}`));
      assert.match(out, / complete '?--'? /);
    }
    await refuses(['completion', 'bsh'], /có phải ý bạn là bash\?/);
    await refuses(['completion', '--locale', 'en'], /name of a shell is missing: bash, zsh, fish, powershell/);
  });
});

describe('shell completion: the shells themselves', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'chidao-shell-'));
    const program = join(folder, 'chidao');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/chidao.mjs')}" "$@"\n`);
    chmodSync(program, 0o755);
    writeFileSync(join(folder, 'du thao.md'), '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What a shell says; undefined where this machine has none of the kind. */
  const shell = (name: string, script: string): string | undefined => {
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: folder, TERM: 'xterm' };
    const { error, stdout, stderr } = spawnSync(name, ['-c', script], { cwd: folder, encoding: 'utf8', env });
    if (error) return undefined;
    assert.equal(stderr, '');
    return stdout;
  };

  it('bash', function () {
    const ask = (...line: string[]) =>
      `COMP_WORDS=(chidao ${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length}; _chidao chidao; echo "\${COMPREPLY[*]}"`;
    const script = `eval "$(chidao completion bash)"; ${ask('registry', '')}; ${ask('tasks', '--format', '')}; ${ask('check', '')}; complete -p chidao`;
    const told = shell('bash', script);
    if (told === undefined) return this.skip();
    assert.equal(told, 'find check\ntext json\n\ncomplete -o default -F _chidao chidao\n');
  });

  it('fish', function () {
    const script =
      'chidao completion fish | source; for line in "chidao registry " "chidao tasks --form" "chidao check du"; complete -C $line; end';
    const told = shell('fish', script);
    if (told === undefined) return this.skip();
    const lines = told.trim().split('\n');
    assert.deepEqual(
      lines.map((line) => line.split('\t')[0]),
      ['find', 'check', '--format', 'du thao.md'],
    );
    assert.match(lines[0] ?? '', /\tTìm cơ quan/);
  });

  it('zsh', function () {
    // A line editor completes only at a terminal: zsh brings one to speak to another zsh with.
    const script = `zmodload zsh/zpty
zpty -b z zsh -f -i
see() {
  local out all
  for i in {1..600}; do
    if zpty -r -t z out; then all+=$out; [[ $all == \${~1} ]] && { echo seen; return }; else sleep 0.05; fi
  done
  print -r -- "not seen: $1 in \${(V)all}"
}
zpty -w z 'PS1=; autoload -Uz compinit && compinit -u -D; eval "$(chidao completion zsh)"; echo REA""DY'
see '*READY*'
zpty -w -n z $'chidao registry find bo-tai-c\\t'
see '*bo-tai-chinh*'
zpty -w -n z $'\\C-uchidao registry \\t'
see '*Tìm chỗ sai*'
zpty -w -n z $'\\C-uchidao check du\\t'
see '*thao.md*'
zpty -d z`;
    const told = shell('zsh', script);
    if (told === undefined) return this.skip();
    assert.equal(told, 'seen\n'.repeat(4));
  });
});
