import type { Rule, Saying } from '../core/rule.ts';
import type { Reading } from './arguments.ts';
import { loadBaseline, setOldAside } from './baseline.ts';
import { documentsBefore, subtractOld } from './changed.ts';
import { type Checked, checkDocuments } from './check.ts';
import type { Desk } from './desk.ts';
import type { Document } from './documents.ts';
import { reviewFaults, reviewTexts } from './review-messages.ts';
import { rulesAsked } from './rules-asked.ts';
import type { Page } from './terminal.ts';
import type { Around } from './workspaces.ts';
import type { World } from './world.ts';

/**
 * Checks documents and leaves out what is not asked for: old faults of --baseline, and with --changed what was there
 * before the change. A saying where the old cannot be known: then nothing is told, for all would look new. With `inPart`
 * only those documents are told of, beside all.
 */
export async function reviewDocuments(
  world: World,
  desk: Desk,
  around: Around,
  documents: readonly Document[],
  given: readonly Rule[] | undefined,
  request: Reading,
  page: Page,
  inPart: (document: Document) => boolean = () => true,
): Promise<Checked | Saying> {
  const { baseline: file, changed, only, shard } = request;
  const baseline = file && (await loadBaseline(world, file));
  if (baseline && 'vi' in baseline) return baseline;
  const before = changed && (await documentsBefore(world, around, documents, request.paths, changed.ref));
  if (before && 'vi' in before) return before;

  const against = JSON.stringify([baseline && [...baseline], before?.base.commit]);
  const isAsked = (document: Document) => inPart(document) && (!before || before.changed.has(document.path));
  let checked: Checked = { ...(await checkDocuments(world, desk, documents, request, isAsked)), against };
  const notes: Saying[] = [];
  if (file && baseline) {
    const ran = only.length > 0 ? await rulesAsked(given, only) : undefined;
    const aside = await setOldAside(world, file, baseline, checked.reports, ran, shard === undefined);
    checked = {
      ...checked,
      reports: aside.reports,
      faults: [...checked.faults, ...(aside.fault ? [aside.fault] : [])],
    };
    notes.push(...aside.notes);
  }
  if (before) {
    const isDirective = (path: string) => !checked.passedOver.has(path);
    const isOld = (document: Document) => before.old.has(document) && inPart(document);
    const old = await checkDocuments(world, desk, before.documents, { ...request, fix: 'no' }, isOld);
    const outside = before.outside.filter(isDirective).map(reviewFaults.outsideRepository);
    checked = {
      ...checked,
      reports: subtractOld(checked.reports, old.reports),
      faults: [...new Set([...checked.faults, ...old.faults]), ...outside],
    };
    notes.push(reviewTexts.changedSince([...before.changed].filter(isDirective).length, before.base.ref));
  }
  for (const note of notes) world.warn(`${note[page.locale]}\n`);
  return checked;
}
