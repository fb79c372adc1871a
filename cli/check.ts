import { judge } from '../core/check.ts';
import { fixAll, type Made } from '../core/fix.ts';
import type { Project } from '../core/project.ts';
import { type Report, toReport } from '../core/report.ts';
import type { Rule, Saying } from '../core/rule.ts';
import type { Settings } from '../core/settings.ts';
import type { Reading } from './arguments.ts';
import type { Document } from './documents.ts';
import { toPatch } from './formats/diff.ts';
import { faults } from './messages.ts';
import type { World } from './world.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** What was found, and what was mended before. */
export interface Checked {
  readonly reports: readonly Report[];
  /** Why something could not be checked or mended. */
  readonly faults: readonly Saying[];
  /** What --fix-dry-run would change, as a unified diff. */
  readonly patch?: string;
  /** Standard input with its fixes made. */
  readonly mended?: string;
}

/** Checks documents beside one another, all or those asked for; first mends them where that is asked for. */
export async function checkDocuments(
  world: World,
  documents: readonly Document[],
  rules: readonly Rule[],
  { workspace, fix, ready }: Reading,
  isAsked: (document: Document) => boolean = () => true,
): Promise<Checked> {
  const failed: Saying[] = [];
  const settings = new Map<Document['workspace'], Settings>();
  const now = [...documents];
  const made = new Map<string, readonly Made[]>();
  const asked = documents.filter(isAsked);
  if (fix !== 'no') for (const document of asked) await tried(document, () => mend(document));
  const reports: Report[] = [];
  for (const document of now.filter(isAsked)) {
    const { path, draft } = document;
    await tried(document, () => {
      const project = projectOf(document);
      const judged = judge(draft, project, rules);
      reports.push(toReport(path, draft, project, judged, fix === 'no' ? undefined : (made.get(path) ?? [])));
    });
  }
  const input = fix === 'write' && now.find(({ isInput }) => isInput);
  return {
    reports,
    faults: failed,
    ...(fix === 'diff' && { patch: documents.map((document, i) => patchOf(document, now[i] ?? document)).join('') }),
    ...(input && { mended: textOf(input) }),
  };

  /** Puts the mended document in the place of the one that was read, so that the others see it so. */
  async function mend(document: Document): Promise<void> {
    const { path, draft, isInput } = document;
    const fixed = fixAll(draft.text, projectOf(document), rules, draft);
    if (fixed.text === draft.text) return;
    const next = { ...document, draft: fixed.draft };
    const wrong = fix === 'write' && !isInput ? await world.save(path, textOf(next)) : undefined;
    if (wrong) {
      failed.push(faults.unwritable(path, wrong.code));
      return;
    }
    now[documents.indexOf(document)] = next;
    made.set(path, fixed.made);
  }

  async function tried({ path }: Document, action: () => void | Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      failed.push(faults.unexpected(error, path));
    }
  }

  function projectOf({ path, workspace: own }: Document): Project {
    const chosen = settings.get(own) ?? (ready ? { ...own.settings, ready } : own.settings);
    settings.set(own, chosen);
    return {
      registry: own.registry,
      today: world.today,
      settings: chosen,
      neighbours: workspace ? now.filter((other) => other.path !== path && other.workspace.root === own.root) : [],
    };
  }
}

function textOf({ draft, marked }: Document): string {
  return (marked ? BYTE_ORDER_MARK : '') + draft.text;
}

function patchOf(before: Document, after: Document): string {
  return toPatch({ path: before.path, before: textOf(before), after: textOf(after) });
}
