import type { Rule, Saying } from '../core/rule.ts';
import type { Reading } from './arguments.ts';
import { loadBaseline, setOldAside } from './baseline.ts';
import { documentsBefore, subtractOld } from './changed.ts';
import { type Checked, checkDocuments } from './check.ts';
import type { Document } from './documents.ts';
import type { Page } from './terminal.ts';
import type { Around } from './workspaces.ts';
import type { World } from './world.ts';

/**
 * Checks documents and leaves out what is not asked for: old faults of --baseline, and with --changed what was there
 * before the change. A saying where the old cannot be known: then nothing is told, for all would look new.
 */
export async function reviewDocuments(
  world: World,
  around: Around,
  documents: readonly Document[],
  rules: readonly Rule[],
  request: Reading,
  page: Page,
): Promise<Checked | Saying> {
  const { baseline: file, changed, only } = request;
  const baseline = file && (await loadBaseline(world, file));
  if (baseline && 'vi' in baseline) return baseline;
  const before = changed && (await documentsBefore(world, around, documents, request.paths, changed.ref));
  if (before && 'vi' in before) return before;

  const isAsked = before ? (document: Document) => before.changed.has(document.path) : undefined;
  let checked = await checkDocuments(world, documents, rules, request, isAsked);
  const notes: Saying[] = [];
  if (file && baseline) {
    const ran = only.length > 0 ? rules : undefined;
    const aside = await setOldAside(world, file, baseline, checked.reports, ran);
    checked = {
      ...checked,
      reports: aside.reports,
      faults: [...checked.faults, ...(aside.fault ? [aside.fault] : [])],
    };
    notes.push(...aside.notes);
  }
  if (before) {
    const old = await checkDocuments(world, before.documents, rules, { ...request, fix: 'no' }, (document) =>
      before.old.has(document),
    );
    const reports = subtractOld(checked.reports, old.reports);
    checked = { ...checked, reports, faults: [...checked.faults, ...before.faults] };
    notes.push(before.note);
  }
  for (const note of notes) world.warn(`${note[page.locale]}\n`);
  return checked;
}
