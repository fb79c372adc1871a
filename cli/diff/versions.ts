import { type Draft, readDraft } from '../../core/draft.ts';
import { DRAFT_NAME, decodeDraft, PASSED_FOLDER } from '../../core/draft-file.ts';
import { isDirective } from '../../core/recognise.ts';
import type { Saying } from '../../core/rule.ts';
import { readDrafts } from '../drafts.ts';
import { findCommit, listFiles, openRepository, pathIn, type Repository, readBlobs, readChanges } from '../git.ts';
import { quote } from '../messages.ts';
import type { Around } from '../workspaces.ts';
import type { World } from '../world.ts';
import { diffFaults } from './messages.ts';

/** A document of one version. */
export interface Edition {
  /** As people know it: "HEAD~1:van-ban/a.md" where it comes from git. */
  readonly name: string;
  readonly draft: Draft;
}

/** A file, or the directives of a folder by their path in it; the path of a file is ''. Nothing where there is none. */
export interface Version {
  readonly isFile: boolean;
  readonly editions: ReadonlyMap<string, Edition>;
}

export interface Versions {
  readonly pairs: readonly (readonly [Version, Version])[];
  /** What could not be read. */
  readonly faults: readonly Saying[];
}

/** What a word of the command line names. `missing` is nothing now, but may be a path at a revision. */
type Place = { readonly kind: 'disk' | 'missing'; readonly path: string } | Revision | AtRevision;

interface Revision {
  readonly kind: 'revision';
  readonly name: string;
  readonly commit: string;
}

interface AtRevision extends Omit<Revision, 'kind'> {
  readonly kind: 'git';
  readonly path: string;
  /** The path is one of now: the file may have had another name. */
  readonly isOfNow?: boolean;
}

/**
 * Reads what is to be compared: two files or folders, of which each may be one at a revision ("HEAD~1:a.md"); a
 * revision and paths, which are compared with those of now; two revisions and paths. A word that is a file is that
 * file, whatever else git calls so.
 */
export async function readVersions(world: World, around: Around, words: readonly string[]): Promise<Versions | Saying> {
  const failed: Saying[] = [];
  let opened: Promise<Repository | Saying> | undefined;
  const open = () => {
    opened ??= openRepository(world);
    return opened;
  };
  const places: Place[] = [];
  for (const word of words) places.push(await find(word));
  const repository = places.some(({ kind }) => kind === 'revision') ? await open() : undefined;
  const sides = arrange(places, (revision, place) => {
    const path = 'path' in place ? place.path : '.';
    const inside = repository && !('vi' in repository) ? pathIn(world, repository, path) : undefined;
    return { ...revision, kind: 'git', path: place.kind === 'git' ? place.path : (inside ?? path), isOfNow: true };
  });
  if ('vi' in sides) return sides;
  const pairs: (readonly [Version, Version])[] = [];
  for (const [before, after] of sides) {
    const told = failed.length;
    const pair = [await readPlace(before), await readPlace(after)] as const;
    const [one, other] = pair.map(({ editions }) => editions.size);
    // What could not be read is not what was removed or added.
    if (failed.length > told && (one === 0 || other === 0)) continue;
    if (one === 0 && other === 0) failed.push(diffFaults.noVersion(nameOf(before)));
    else if (one && other && pair[0].isFile !== pair[1].isFile) {
      failed.push(diffFaults.fileAndFolder(nameOf(before), nameOf(after)));
    } else pairs.push(pair);
  }
  return { pairs, faults: failed };

  async function find(word: string): Promise<Place> {
    const { kind } = await world.look(word);
    // Windows takes no ":" in a name.
    const isName = kind !== 'missing' && !(kind === 'unreadable' && word.includes(':'));
    if (isName) return { kind: 'disk', path: word };
    const repository = await open();
    if ('vi' in repository) return { kind: 'missing', path: word };
    const whole = await findCommit(repository, word);
    if (whole) return { kind: 'revision', name: word, commit: whole };
    const [, name = '', path = ''] = /^([^:]+):(.*)$/s.exec(word) ?? [];
    const commit = await findCommit(repository, name);
    if (!commit) return { kind: 'missing', path: word };
    // As git has it: from the top, or from here with "./".
    const inside = /^\.\.?(?:\/|$)/.test(path) ? pathIn(world, repository, path) : path.normalize('NFC');
    return { kind: 'git', name, commit, path: (inside ?? path).replace(/\/+$/, '') };
  }

  async function readPlace(place: Place): Promise<Version> {
    if (place.kind === 'disk') return readDisk(place.path);
    const repository = await open();
    if (place.kind !== 'git' || 'vi' in repository) return { isFile: false, editions: new Map() };
    return readRevision(repository, place);
  }

  async function readDisk(path: string): Promise<Version> {
    const isFile = (await world.look(path)).kind === 'file';
    const found = await readDrafts(world, around, [path], path);
    failed.push(...found.faults);
    const editions = found.drafts.map(({ path: name, draft }) => {
      const key = isFile ? '' : world.relative(path, name).normalize('NFC');
      return [key, { name, draft }] as const;
    });
    return { isFile, editions: new Map(editions) };
  }

  async function readRevision(repository: Repository, place: AtRevision): Promise<Version> {
    const { name: revision, commit } = place;
    let { path } = place;
    let listed = await listFiles(repository, commit, path);
    if (listed.length === 0 && place.isOfNow) {
      const changes = await readChanges(repository, commit);
      const was = 'vi' in changes ? undefined : changes.files.get(path)?.was;
      if (was) [path, listed] = [was.path, [was]];
    } else if (listed.length === 0) failed.push(diffFaults.noVersion(nameOf(place)));
    const isFile = listed.length === 1 && listed[0]?.path === path;
    const keyOf = (file: string) => file.slice(path === '' ? 0 : path.length + 1);
    const blobs = isFile ? listed : listed.filter((blob) => isDraftName(keyOf(blob.path)));
    const contents = await readBlobs(
      repository,
      blobs.map(({ id }) => id),
    );
    const editions = new Map<string, Edition>();
    for (const [i, blob] of blobs.entries()) {
      const name = `${revision}:${blob.path}`;
      const bytes = contents[i];
      const read = bytes ? decodeDraft(bytes, quote(name)) : diffFaults.notFetched(name);
      // What an office decides for the place of a file holds for its older versions too.
      const file = `${repository.top}/${blob.path}`;
      if (!('text' in read)) failed.push(read);
      else if (isFile || (await around.covers(file))) {
        const { registry, names } = await around.of(file);
        const draft = readDraft(read.text, registry);
        if (isFile || names(file) || isDirective(draft)) editions.set(keyOf(blob.path), { name, draft });
      }
    }
    return { isFile, editions };
  }
}

/** Who is compared with whom. */
function arrange(
  given: readonly Place[],
  at: (revision: Revision, place: Place) => Place,
): readonly (readonly [Place, Place])[] | Saying {
  const [first, second] = given;
  if (!first) return diffFaults.diffUsage();
  if (first.kind === 'missing') return diffFaults.noVersion(first.path);
  if (first.kind !== 'revision') {
    if (!second || given.length > 2) return diffFaults.diffUsage();
    if (second.kind === 'missing') return diffFaults.noVersion(second.path);
    return [[first, second.kind === 'revision' ? at(second, first) : second]];
  }
  const isTwo = second?.kind === 'revision';
  const rest = given.slice(isTwo ? 2 : 1);
  if (rest.some(({ kind }) => kind === 'revision')) return diffFaults.diffUsage();
  const paths: readonly Place[] = rest.length > 0 ? rest : [{ kind: 'disk', path: '.' }];
  return paths.map((path) => [at(first, path), isTwo ? at(second, path) : path]);
}

function isDraftName(path: string): boolean {
  const names = path.split('/');
  const name = names.pop() ?? '';
  return DRAFT_NAME.test(name) && !name.startsWith('.') && !names.some((folder) => PASSED_FOLDER.test(folder));
}

function nameOf(place: Place): string {
  return place.kind === 'revision' ? place.name : place.kind === 'git' ? `${place.name}:${place.path}` : place.path;
}
