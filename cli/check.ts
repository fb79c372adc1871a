import type { Report } from '../core/report.ts';
import type { Saying } from '../core/rule.ts';
import type { Reading } from './arguments.ts';
import type { Desk } from './desk.ts';
import type { Document } from './documents.ts';
import { mendDocuments, textOf } from './mend.ts';
import type { World } from './world.ts';

/** What was found, and what was mended before. */
export interface Checked {
  readonly reports: readonly Report[];
  /** Why something could not be checked or mended. */
  readonly faults: readonly Saying[];
  /** Files of folders that are no directives. */
  readonly passedOver: ReadonlySet<string>;
  /** The same for all that was left out as old; missing where nothing was to be. */
  readonly against?: string;
  /** What --fix-dry-run would change, as a unified diff. */
  readonly patch?: string;
  /** Standard input with its fixes made. */
  readonly mended?: string;
}

/** Checks documents beside one another, all or those asked for; first mends them where that is asked for. */
export async function checkDocuments(
  world: World,
  desk: Desk,
  documents: readonly Document[],
  request: Reading,
  isAsked: (document: Document) => boolean = () => true,
): Promise<Checked> {
  const { fix, workspace } = request;
  const asked = new Set(documents.filter(isAsked).map(({ path }) => path));
  const before = await look(documents);
  const passedOver = new Set(documents.flatMap((document) => (before.isPassed(document) ? [document.path] : [])));
  if (fix === 'no') return { reports: [...before.reports.values()], faults: [...desk.faults], passedOver };

  const mending = await mendDocuments(world, desk, before.reports, before.known, before.around, request);
  const nowOf = (document: Document) => mending.mended.get(document)?.now ?? document;
  const after = mending.mended.size === 0 ? before : await look(documents.map(nowOf));
  const reports = documents.flatMap((document): Report[] => {
    const report = after.reports.get(nowOf(document));
    return report ? [{ ...report, made: mending.mended.get(document)?.made ?? [] }] : [];
  });
  const input = fix === 'write' ? documents.find((one) => one.isInput && !before.isPassed(one)) : undefined;
  const { toPatch } = await import('./formats/diff.ts');
  const patchOf = (document: Document) =>
    toPatch({ path: document.path, before: textOf(document), after: textOf(nowOf(document)) });
  return {
    reports,
    faults: [...desk.faults, ...mending.faults],
    passedOver,
    ...(fix === 'diff' && { patch: documents.map(patchOf).join('') }),
    ...(input && { mended: textOf(nowOf(input)) }),
  };

  async function look(documents: readonly Document[]) {
    const read = await desk.read(documents, isAskedNow);
    const isPassed = (document: Document) => !document.named && read.get(document)?.isDirective === false;
    const known = new Map([...read].filter(([document]) => !isPassed(document)));
    const around = workspace ? await desk.surround(known) : new Map();
    const checked = documents.filter((document) => known.has(document) && isAskedNow(document));
    const reports = await desk.check(checked, known, around);
    const inOrder = checked.flatMap((document) => {
      const report = reports.get(document);
      return report ? [[document, report] as const] : [];
    });
    return { known, around, isPassed, reports: new Map(inOrder) };
  }

  /** A mended document is asked for as the one it was. */
  function isAskedNow({ path }: Document): boolean {
    return asked.has(path);
  }
}
