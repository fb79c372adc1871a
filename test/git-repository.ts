import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROGRAM = resolve('dist/chidao.mjs');

/** A git repository of its own in a folder that is gone afterwards. */
export interface Repository {
  readonly folder: string;
  git(...words: string[]): string;
  /** Writes files by their path; undefined deletes one. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  commit(): void;
  /** Runs the command line in it, or in a folder below. */
  chidao(words: readonly string[], options?: { in?: string; input?: string; path?: string }): Answer;
  remove(): void;
}

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function makeFolder(): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'chidao git '));
  // Nothing of the machine has a say: neither settings of its user nor of its system.
  const none = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_CEILING_DIRECTORIES: tmpdir() };
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...none };
  const git = (...words: string[]) => {
    const names = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
    const { status, stdout, stderr } = spawnSync('git', [...names, ...words], { cwd: folder, encoding: 'utf8', env });
    assert.equal(status, 0, `git ${words.join(' ')}: ${stderr}`);
    return stdout;
  };
  return {
    folder,
    git,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        if (text === undefined) rmSync(file);
        else writeFileSync(file, text);
      }
    },
    commit() {
      git('add', '-A');
      git('commit', '-q', '-m', 'x');
    },
    chidao(words, { in: below = '.', input = '', path = env.PATH } = {}) {
      const options = { cwd: join(folder, below), encoding: 'utf8', input, env: { ...env, PATH: path } } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], options);
      return { code: status, out: stdout, err: stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function makeRepository(): Repository {
  const repository = makeFolder();
  repository.git('init', '-q', '-b', 'main');
  return repository;
}
