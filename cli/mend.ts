import type { NeighbourIndex } from '../core/neighbours.ts';
import type { Report, ReportedMade } from '../core/report.ts';
import type { Saying } from '../core/rule.ts';
import type { Reading } from './arguments.ts';
import type { Desk, Known } from './desk.ts';
import type { Document } from './documents.ts';
import { faults } from './messages.ts';
import { keyOfAround, type Surroundings } from './surroundings.ts';
import type { World } from './world.ts';

const BYTE_ORDER_MARK = '\ufeff';

export interface Mending {
  /** The documents that were mended, as they are now, and what was mended in them. */
  readonly mended: ReadonlyMap<Document, { readonly now: Document; readonly made: readonly ReportedMade[] }>;
  readonly faults: readonly Saying[];
}

/**
 * Makes the certain fixes of documents, one after the other, so that each sees those before it mended. What was found in
 * a document tells whether there is anything to mend, as long as its neighbours say what they said.
 */
export async function mendDocuments(
  world: World,
  desk: Desk,
  reports: ReadonlyMap<Document, Report>,
  known: ReadonlyMap<Document, Known>,
  around: ReadonlyMap<Document, Surroundings>,
  { fix, workspace }: Reading,
): Promise<Mending> {
  const failed: Saying[] = [];
  const mended = new Map<Document, { now: Document; made: readonly ReportedMade[] }>();
  const indexes = new Map<string, NeighbourIndex>();
  const touched = new Set<string>();
  for (const [document, report] of reports) {
    try {
      await mend(document, report);
    } catch (error) {
      failed.push(faults.unexpected(error, document.path));
    }
  }
  return { mended, faults: failed };

  async function mend(document: Document, { findings }: Report): Promise<void> {
    const { path, text, root, isInput } = document;
    const isSure = findings.some(({ fixes }) => fixes.some(({ certain }) => certain));
    if (!isSure && !(touched.has(root) && (await isToldElse(document)))) return;
    const index = workspace ? await indexOf(root) : undefined;
    const fixed = await desk.mend(document, index && ((summary) => index.around(path, summary)));
    if (fixed.text === text) return;
    const now = { ...document, text: fixed.text };
    const wrong = fix === 'write' && !isInput ? await world.save(path, textOf(now)) : undefined;
    if (wrong) {
      failed.push(faults.unwritable(path, wrong.code));
      return;
    }
    mended.set(document, { now, made: fixed.made });
    index?.put(path, fixed.summary);
    touched.add(root);
  }

  /** Do the neighbours, some of them mended, say something else than when the document was checked? */
  async function isToldElse(document: Document): Promise<boolean> {
    const own = known.get(document);
    if (!own || !workspace) return false;
    const index = await indexOf(document.root);
    const now = index.around(document.path, await desk.summaryOf(document, own));
    return keyOfAround(world.hash, now) !== (around.get(document)?.key ?? '');
  }

  async function indexOf(root: string): Promise<NeighbourIndex> {
    const index = indexes.get(root) ?? (await desk.indexRoot(known, root));
    indexes.set(root, index);
    return index;
  }
}

/** The text as it stands in the file. */
export function textOf({ text, marked }: Document): string {
  return (marked ? BYTE_ORDER_MARK : '') + text;
}
