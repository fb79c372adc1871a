import type { NeighbourIndex, Neighbours } from '../core/neighbours.ts';
import { lineAt } from '../core/place.ts';
import type { Report, ReportedFinding } from '../core/report.ts';
import type { Rule, Saying } from '../core/rule.ts';
import type { Summary } from '../core/summary.ts';
import type { Reading } from './arguments.ts';
import { type Document, hashOfText } from './documents.ts';
import type { Examined, Examiner, Job, Mended, Unnamed } from './examine.ts';
import { faults, texts } from './messages.ts';
import { type Pool, startPool } from './pool.ts';
import { openProgress } from './progress.ts';
import type { Store } from './store.ts';
import { ALONE, indexRoot, type Surroundings, surround } from './surroundings.ts';
import type { Page } from './terminal.ts';
import type { Around } from './workspaces.ts';
import type { World } from './world.ts';

/** What is known of a document before it is checked beside others. */
export interface Known {
  readonly isDirective: boolean;
  /** It has a day of issue, so what is found does not depend on today. */
  readonly isDated: boolean;
  /** The same for the same summary. */
  readonly summary: string;
}

/** Where documents are read and checked, by whatever threads there are, unless it is known what comes of it. */
export interface Desk {
  /** What the documents are; those asked for are checked at once where they have to be read. */
  read(documents: readonly Document[], isAsked: (document: Document) => boolean): Promise<Map<Document, Known>>;
  /** What directives say to one another. */
  surround(known: ReadonlyMap<Document, Known>): Promise<ReadonlyMap<Document, Surroundings>>;
  indexRoot(known: ReadonlyMap<Document, Known>, root: string): Promise<NeighbourIndex>;
  summaryOf(document: Document, known: Known): Promise<Summary>;
  check(
    documents: readonly Document[],
    known: ReadonlyMap<Document, Known>,
    around: ReadonlyMap<Document, Surroundings>,
  ): Promise<Map<Document, Report>>;
  mend(document: Document, neighbours: Neighbours | undefined): Promise<Mended>;
  /** The rules and what reads by them; loading them takes most of the start of the program. */
  examiner(): Promise<Examiner>;
  /** What went wrong with documents. */
  readonly faults: readonly Saying[];
  close(): void;
}

/** A thread has to start first; with fewer documents for each this one alone is sooner done (test/bench-scale.ts). */
const FEWEST_EACH = 8;

type DocumentJob = Job & { readonly document: Document };

export function openDesk(
  world: World,
  given: readonly Rule[] | undefined,
  { config, ready, only, jobs: wanted }: Reading,
  around: Around,
  store: Store,
  page: Page,
): Desk {
  const { hash, today } = world;
  const setup = { config, ready, only, today };
  const failed: Saying[] = [];
  const settled = new Map<string, string>();
  const keys = new WeakMap<Document, string>();
  let made: Promise<Examiner> | undefined;
  let pool: Pool<DocumentJob, Examined> | undefined;

  return {
    faults: failed,
    examiner,
    summaryOf,
    surround: (known) => surround(world, store, known, summaryOf),
    indexRoot: (known, root) => indexRoot(known, root, summaryOf),
    async read(documents, isAsked) {
      const known = new Map<Document, Known>();
      const jobs: DocumentJob[] = [];
      for (const document of documents) {
        const found = store.get<Known>(`document:${keyOf(document)}`);
        if (found) known.set(document, found);
        else jobs.push(jobOf(document, isAsked(document)));
      }
      await run(texts.reading, jobs, ({ document }, examined) => {
        known.set(document, take(document, examined));
        // What came with it was found without others.
        if (examined.report) store.offer(reportKey(document, examined, ALONE), withoutSources(examined.report));
      });
      return known;
    },
    async check(documents, known, around) {
      const reports = new Map<Document, Report>();
      const jobs: DocumentJob[] = [];
      for (const document of documents) {
        const own = known.get(document);
        if (!own) continue;
        const there = around.get(document) ?? ALONE;
        const found = store.get<Unnamed>(reportKey(document, own, there));
        if (found) reports.set(document, { path: document.path, ...withSources(document, found) });
        else jobs.push({ ...jobOf(document, true), around: await there.get() });
      }
      await run(texts.comparing, jobs, ({ document }, { report, isDated }) => {
        if (!report) return;
        store.put(reportKey(document, { isDated }, around.get(document) ?? ALONE), withoutSources(report));
        reports.set(document, { path: document.path, ...report });
      });
      return reports;
    },
    mend: async ({ path, text }, neighbours) => (await examiner()).mend(path, text, neighbours),
    close: () => pool?.end(),
  };

  function examiner(): Promise<Examiner> {
    made ??= import('./examine.ts').then(({ makeExaminer }) => makeExaminer(world, setup, given));
    return made;
  }

  /** Of all that decides how a document is read, and of its text. */
  function keyOf(document: Document): string {
    const { settledBy } = document;
    const names = settledBy.join('\n');
    const settlement = settled.get(names) ?? (config ? hash(settledBy.map(contentOf).join('\n')) : '');
    settled.set(names, settlement);
    const key = keys.get(document) ?? `${settlement} ${hashOfText(world, document)}`;
    keys.set(document, key);
    return key;
  }

  function contentOf(file: string): string {
    const { kind, bytes } = around.files().get(file) ?? {};
    return `${kind} ${bytes ? hash(bytes) : ''}`;
  }

  function reportKey(document: Document, { isDated }: Pick<Known, 'isDated'>, { key }: Surroundings): string {
    return `report:${hash(JSON.stringify([keyOf(document), isDated ? '' : today, ready, only, key]))}`;
  }

  function take(document: Document, { isDirective, isDated, summary }: Examined): Known {
    const key = hash(JSON.stringify(summary));
    const known = { isDirective, isDated, summary: key };
    store.put(`document:${keyOf(document)}`, known);
    store.put(`summary:${key}`, summary);
    return known;
  }

  async function summaryOf(document: Document, known: Known): Promise<Summary> {
    const found = store.get<Summary>(`summary:${known.summary}`);
    if (found) return found;
    const { examine } = await examiner();
    const { document: _, ...job } = jobOf(document, false);
    const examined = await examine(job);
    take(document, examined);
    return examined.summary;
  }

  /** Has all jobs done; a fault is that of its document. */
  async function run(
    saying: (done: number, all: number) => Saying,
    jobs: readonly DocumentJob[],
    done: (job: DocumentJob, examined: Examined) => void,
  ): Promise<void> {
    if (jobs.length === 0) return;
    const progress = openProgress(world, page, jobs.length, saying);
    const finish = (job: DocumentJob, result: Examined | Error) => {
      progress.step();
      if (result instanceof Error) failed.push(faults.unexpected(result, job.path));
      else done(job, result);
    };
    pool ??= poolFor(jobs.length);
    if (pool) await pool.run(jobs, finish);
    else {
      const { examine } = await examiner();
      for (const job of jobs) {
        await world.rest();
        finish(job, await examine(job).catch(toError));
      }
    }
    progress.end();
  }

  function poolFor(jobs: number): Pool<DocumentJob, Examined> | undefined {
    const { startThread, cores } = world;
    const count = Math.min(wanted ?? cores, wanted === undefined ? Math.floor(jobs / FEWEST_EACH) : jobs);
    if (given || !startThread || count < 2) return undefined;
    return startPool(count, () => {
      const thread = startThread(setup);
      return { ask: ({ document: _, ...job }: DocumentJob) => thread.ask(job), end: thread.end };
    });
  }
}

/** The lines that findings are in make half of a report, and the text has them. */
function withoutSources(report: Unnamed): Unnamed {
  const without = <F extends ReportedFinding>(finding: F): F => ({ ...finding, source: '' });
  return { ...report, findings: report.findings.map(without), setAside: report.setAside.map(without) };
}

/** The text is decoded only where a line is looked at. */
function withSources(document: Document, report: Unnamed): Unnamed {
  const within = <F extends ReportedFinding>(finding: F): F => ({
    ...finding,
    get source() {
      return lineAt(document.text, finding.start);
    },
  });
  return { ...report, findings: report.findings.map(within), setAside: report.setAside.map(within) };
}

function jobOf(document: Document, checks: boolean): DocumentJob {
  const { path, text, named } = document;
  return { document, path, text, checks: checks ? (named ? 'always' : 'directive') : 'never' };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
