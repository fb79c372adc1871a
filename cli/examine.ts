import { judge } from '../core/check.ts';
import { type Draft, readDraft } from '../core/draft.ts';
import { fixAll } from '../core/fix.ts';
import type { Day } from '../core/language/calendar.ts';
import type { Neighbourhood, Neighbours } from '../core/neighbours.ts';
import type { Project } from '../core/project.ts';
import { isDirective } from '../core/recognise.ts';
import { type Report, type ReportedMade, toReport, toReportedMade } from '../core/report.ts';
import type { Rule } from '../core/rule.ts';
import { rulesNamed } from '../core/rule-names.ts';
import { rules as allRules } from '../core/rules/index.ts';
import type { Settings } from '../core/settings.ts';
import { type Summary, summaryOf } from '../core/summary.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { type Around, readAround } from './workspaces.ts';
import type { World } from './world.ts';

/** What all documents of a run are examined by; plain data, for a thread is given it. */
export interface Setup {
  readonly config: boolean;
  readonly ready: boolean;
  readonly only: readonly string[];
  readonly today: Day;
}

/** A document to examine: plain data. */
export interface Job {
  readonly path: string;
  readonly text: string;
  /** It is to be checked: always, if it is a directive, or never. */
  readonly checks: 'always' | 'directive' | 'never';
  readonly around?: Neighbourhood;
}

/** What a document says to the others and, if it was checked, what was found beside what the job has around it. */
export interface Examined {
  readonly isDirective: boolean;
  /** It has a day of issue, so what is found does not depend on today. */
  readonly isDated: boolean;
  readonly summary: Summary;
  readonly report?: Unnamed;
}

/** A report that may be of any file with the same content. */
export type Unnamed = Omit<Report, 'path'>;

export interface Examiner {
  /** All rules there are. */
  readonly rules: readonly Rule[];
  readonly around: Around;
  examine(job: Job): Promise<Examined>;
  mend(path: string, text: string, neighbours: Neighbours | undefined): Promise<Mended>;
}

export interface Mended {
  readonly text: string;
  readonly summary: Summary;
  readonly made: readonly ReportedMade[];
}

/** Drafts kept for when their neighbours are known; one takes about a megabyte. The others are read once more. */
const MOST_KEPT = 150;

/** Reads and checks documents. Loading this file takes most of the start of the program. */
export function makeExaminer(world: World, { config, ready, only, today }: Setup, rules = allRules): Examiner {
  const around = readAround(world, rules, config, bundledRegistry);
  const chosen = only.length === 0 ? rules : rules.filter((rule) => only.some((word) => rulesNamed(word, [rule])[0]));
  const settings = new Map<Settings, Settings>();
  const kept = new Map<string, Draft>();

  return {
    rules,
    around,
    async examine({ path, text, checks, around: there }) {
      const project = await projectOf(path, there && (() => there));
      const draft = read(path, text, project);
      const isOne = isDirective(draft);
      const isChecked = checks === 'always' || (checks === 'directive' && isOne);
      const { path: _, ...report } = isChecked
        ? toReport(path, draft, project, judge(draft, project, chosen))
        : { path };
      return {
        isDirective: isOne,
        isDated: draft.issued !== undefined,
        summary: summaryOf(draft),
        ...('findings' in report && { report }),
      };
    },
    async mend(path, text, neighbours) {
      const project = await projectOf(path, neighbours);
      const fixed = fixAll(text, project, chosen, read(path, text, project));
      return { text: fixed.text, summary: summaryOf(fixed.draft), made: toReportedMade(fixed.made) };
    },
  };

  function read(path: string, text: string, { registry }: Project): Draft {
    const known = kept.get(path);
    kept.delete(path);
    const draft = known?.text === text && known.registry === registry ? known : readDraft(text, registry);
    // Who comes first stays: all are asked for again in the same order.
    if (kept.size < MOST_KEPT) kept.set(path, draft);
    return draft;
  }

  async function projectOf(path: string, neighbours: Neighbours | undefined): Promise<Project> {
    const { registry, settings: own } = await around.of(path);
    const asked = settings.get(own) ?? (ready ? { ...own, ready } : own);
    settings.set(own, asked);
    return { registry, today, settings: asked, ...(neighbours && { neighbours }) };
  }
}
