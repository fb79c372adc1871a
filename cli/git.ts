import type { Saying } from '../core/rule.ts';
import { reviewFaults } from './review-messages.ts';
import type { World } from './world.ts';

/** The repository around the current folder. */
export interface Repository {
  /** Its folder, as a path of this machine. */
  readonly top: string;
  readonly isShallow: boolean;
  git(words: readonly string[], input?: string): Promise<Answer>;
}

interface Answer {
  readonly ok: boolean;
  readonly out: Uint8Array;
  readonly text: string;
}

/** A file as it was: its path from the top, and what git knows its content by. */
export interface Blob {
  readonly path: string;
  readonly id: string;
}

/** A commit at which work began, and what it was found by. */
export interface Base {
  readonly ref: string;
  readonly commit: string;
}

/** What became of a file since a revision, by its path now; `was` is missing for a new one. */
export interface Changes {
  readonly files: ReadonlyMap<string, { readonly was?: Blob }>;
  readonly deleted: readonly Blob[];
}

/** `git` with the path of a folder or file as git writes it: from the top, with "/", in one form of Unicode. */
export function pathIn(world: World, { top }: Repository, path: string): string | undefined {
  const way = world.relative(top, world.resolve(path)).normalize('NFC');
  return /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:\/)/.test(way) ? undefined : way;
}

export async function openRepository(world: World): Promise<Repository | Saying> {
  const ran = await world.run('git', ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-cdup']);
  if ('kind' in ran) return reviewFaults.noGit();
  if (ran.code !== 0)
    return /not a git repository/.test(ran.err) ? reviewFaults.noRepository() : reviewFaults.gitFailed(ran.err);
  const [isInside, isShallow, up = ''] = new TextDecoder().decode(ran.out).split('\n');
  if (isInside !== 'true') return reviewFaults.noRepository();
  const top = world.resolve(up || '.');
  return {
    top,
    isShallow: isShallow === 'true',
    async git(words, input) {
      const answer = await world.run('git', ['-C', top, '-c', 'diff.relative=false', ...words], input);
      if ('kind' in answer) return { ok: false, out: new Uint8Array(), text: '' };
      return { ok: answer.code === 0, out: answer.out, text: new TextDecoder().decode(answer.out) };
    },
  };
}

/** The commit a word names; undefined for none. */
export async function findCommit({ git }: Repository, name: string): Promise<string | undefined> {
  if (name === '' || name.startsWith('-')) return undefined;
  const { ok, text } = await git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return ok ? text.trim() : undefined;
}

/** Where work begins when nobody says: the main branch of the server, else what the branch follows, else `main`. */
const STARTS = ['origin/HEAD', '@{upstream}', 'origin/main', 'origin/master', 'main', 'master'];

/** The commit at which the work of now parted from `ref`. */
export async function findBase(repository: Repository, ref: string | undefined): Promise<Base | Saying> {
  const { git, isShallow } = repository;
  if (!(await findCommit(repository, 'HEAD'))) return reviewFaults.noCommits();
  for (const name of ref === undefined ? STARTS : [ref]) {
    if (!(await findCommit(repository, name))) continue;
    const { ok, text } = await git(['merge-base', name, 'HEAD']);
    if (ok) return { ref: name, commit: text.trim() };
    return isShallow ? reviewFaults.shallow(name) : reviewFaults.noBase(name);
  }
  return ref === undefined ? reviewFaults.noDefaultRef() : reviewFaults.noRevision(ref, isShallow);
}

/** What the files of now changed since a commit, those not yet added among them; ignored ones are left out. */
export async function readChanges({ git }: Repository, commit: string): Promise<Changes | Saying> {
  const [diff, others] = await Promise.all([
    git(['diff', '--raw', '-z', '-M', '--no-abbrev', '--no-ext-diff', '--ignore-submodules', commit, '--']),
    git(['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  if (!diff.ok || !others.ok) return reviewFaults.gitFailed('git diff');
  const files = new Map<string, { was?: Blob }>();
  const deleted: Blob[] = [];
  const fields = diff.text.split('\0');
  for (let i = 0; i + 1 < fields.length; ) {
    const [, , id = '', , status = ''] = (fields[i++] ?? '').split(' ');
    const from = (fields[i++] ?? '').normalize('NFC');
    const to = /^[RC]/.test(status) ? (fields[i++] ?? '').normalize('NFC') : from;
    // A file with a conflict comes twice, once without the old content.
    const isNew = /^0+$/.test(id);
    if (status === 'D') deleted.push({ path: from, id });
    else if (!files.has(to) || !isNew) files.set(to, isNew ? {} : { was: { path: from, id } });
  }
  for (const path of others.text.split('\0')) if (path !== '') files.set(path.normalize('NFC'), {});
  return { files, deleted };
}

/** The files at a revision below a path from the top, '' for all. */
export async function listFiles({ git }: Repository, commit: string, path: string): Promise<readonly Blob[]> {
  const { text } = await git(['ls-tree', '-r', '-z', '--full-tree', commit, ...(path === '' ? [] : ['--', path])]);
  return text.split('\0').flatMap((line) => {
    const [, id, name] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return id !== undefined && name !== undefined ? [{ path: name.normalize('NFC'), id }] : [];
  });
}

/** The content of files as they were, in order; undefined where git has none (it was never fetched). */
export async function readBlobs({ git }: Repository, ids: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  if (ids.length === 0) return [];
  const { out } = await git(['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map(() => {
    const end = out.indexOf(10, at);
    if (end < 0) return undefined;
    const [, size] = / blob (\d+)$/.exec(new TextDecoder().decode(out.subarray(at, end))) ?? [];
    at = end + 1;
    if (size === undefined) return undefined;
    const content = out.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return content;
  });
}
