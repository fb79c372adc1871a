import { DRAFT_NAME, decodeDraft } from '../core/draft-file.ts';
import { pairUp } from '../core/likeness.ts';
import type { Report } from '../core/report.ts';
import type { Saying } from '../core/rule.ts';
import { pairTraces, traceOf } from '../core/trace.ts';
import type { Document } from './documents.ts';
import { type Base, type Blob, findBase, openRepository, pathIn, readBlobs, readChanges } from './git.ts';
import { quote } from './messages.ts';
import { reviewFaults } from './review-messages.ts';
import type { Around } from './workspaces.ts';
import type { World } from './world.ts';

/** The documents as they were where the change began. */
export interface Before {
  /** All of them, by the paths of now: what did not change is the document of now. */
  readonly documents: readonly Document[];
  /** Those of them that are older than the document of now. */
  readonly old: ReadonlySet<Document>;
  /** Paths of the documents that the change made or touched. */
  readonly changed: ReadonlySet<string>;
  /** Paths of the documents of which git knows nothing. */
  readonly outside: readonly string[];
  /** Where the change began. */
  readonly base: Base;
}

/**
 * Reads from git what the documents were at the merge base with `ref`. They are judged by the settings and agencies of
 * now: a change is asked for its text, not for a rule that was turned on with it.
 */
export async function documentsBefore(
  world: World,
  around: Around,
  documents: readonly Document[],
  asked: readonly string[],
  ref: string | undefined,
): Promise<Before | Saying> {
  const repository = await openRepository(world);
  if ('vi' in repository) return repository;
  const { top } = repository;
  const base = await findBase(repository, ref);
  if ('vi' in base) {
    const isPath = ref !== undefined && (await world.look(ref)).kind !== 'missing';
    return isPath ? reviewFaults.pathAsRef(ref) : base;
  }
  const changes = await readChanges(repository, base.commit);
  if ('vi' in changes) return changes;

  const outside: string[] = [];
  const changed = new Map<Document, Blob | undefined>();
  for (const document of documents) {
    const path = pathIn(world, repository, document.path);
    if (path === undefined) outside.push(document.path);
    else if (document.isInput) changed.set(document, { path, id: `${base.commit}:${path}` });
    else if (changes.files.has(path)) changed.set(document, changes.files.get(path)?.was);
  }
  const deleted = changes.deleted.filter(({ path }) => DRAFT_NAME.test(path));
  const blobs = [...changed.values(), ...deleted].filter((blob) => blob !== undefined);
  const contents = await readBlobs(
    repository,
    blobs.map(({ id }) => id),
  );
  const textOf = new Map(blobs.map((blob, i) => [blob, toText(blob.path, contents[i])]));
  const renamed = findRenamed(
    deleted.map((blob) => ({ blob, lines: linesOf(textOf.get(blob) ?? '') })),
    [...changed].flatMap(([document, was]) => (was ? [] : [{ document, lines: linesOf(document.text) }])),
  );

  const old = new Set<Document>();
  const before = documents.flatMap((document) => {
    if (!changed.has(document)) return [document];
    const was = changed.get(document) ?? renamed.get(document);
    const text = was && textOf.get(was);
    if (text === undefined) return [];
    const older = { ...document, text };
    old.add(older);
    return [older];
  });
  const moved = new Set(renamed.values());
  for (const blob of deleted) {
    const text = moved.has(blob) || !isAsked(blob.path) ? undefined : textOf.get(blob);
    if (text === undefined) continue;
    const path = world.relative('.', world.resolve(`${top}/${blob.path}`));
    if (!(await around.covers(path))) continue;
    const { root, files, names } = await around.of(path);
    const named = names(world.resolve(path));
    before.push({ path, text, marked: false, isInput: false, named, root, settledBy: files });
  }
  return {
    documents: before,
    old,
    changed: new Set([...changed.keys()].map(({ path }) => path)),
    outside,
    base,
  };

  /** Was it in one of the folders asked for? */
  function isAsked(path: string): boolean {
    const file = world.resolve(`${top}/${path}`);
    return asked.some((folder) => !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:\/|$)/.test(world.relative(folder, file)));
  }
}

interface Side {
  readonly blob?: Blob;
  readonly document?: Document;
  readonly lines: ReadonlySet<string>;
}

/** A document renamed and not yet added is to git one that was deleted and another that is new: half its lines tell. */
function findRenamed(deleted: readonly Side[], fresh: readonly Side[]): ReadonlyMap<Document, Blob> {
  const pairs = pairUp(
    deleted,
    fresh,
    ({ lines }) => lines,
    (one, other) => {
      const shared = [...one.lines].filter((line) => other.lines.has(line)).length;
      return shared >= Math.max(one.lines.size, other.lines.size) / 2 ? shared : 0;
    },
  );
  return new Map(
    pairs.flatMap(({ before: { blob }, after: { document } }) => (blob && document ? [[document, blob] as const] : [])),
  );
}

function linesOf(text: string): Set<string> {
  return new Set(text.split(/\r?\n/).filter((line) => line.trim().length > 3));
}

/** What cannot be read counts as nothing: then all that is found now is new. */
function toText(path: string, bytes: Uint8Array | undefined): string | undefined {
  const read = bytes && decodeDraft(bytes, quote(path));
  return read && 'text' in read ? read.text : undefined;
}

/** The reports without the faults that were there before. */
export function subtractOld(reports: readonly Report[], old: readonly Report[]): Report[] {
  const before = new Map(old.map((report) => [report.path, report]));
  return reports.map((report) => {
    const pairs = pairTraces((before.get(report.path)?.findings ?? []).map(traceOf), report.findings.map(traceOf));
    const known = new Set(pairs.map(({ after }) => after));
    return { ...report, findings: report.findings.filter((finding) => !known.has(traceOf(finding))) };
  });
}
