import pc from 'picocolors';
import type { Day } from '../core/language/calendar.ts';
import type { Report } from '../core/report.ts';
import type { Rule, Saying } from '../core/rule.ts';
import { formatFindingsJson } from './formats/json.ts';
import { placeReports } from './formats/paths.ts';
import { formatFindings, formatMade } from './formats/text.ts';
import { faults } from './messages.ts';
import type { FailOn, Format, Output } from './option-values.ts';
import type { ShardResult } from './shards.ts';
import type { Page } from './terminal.ts';
import type { World } from './world.ts';

/** What there is to tell of a check; every format is made from this alone. */
export interface Results {
  readonly reports: readonly Report[];
  /** Why something asked for could not be read or checked. */
  readonly faults: readonly Saying[];
  /** The rules that were asked for. */
  readonly rules: readonly Rule[];
  /** The severity from which a finding makes the check fail. */
  readonly failOn: FailOn;
  readonly today: Day;
  /** What --fix-dry-run would change, as a unified diff. */
  readonly patch?: string;
  /** Standard input with its fixes made: then standard output is for it alone. */
  readonly mended?: string;
  /** These are the results of one part of the documents. */
  readonly shard?: ShardResult;
}

/** Writes the results in the formats asked for; gives what could not be written. */
export async function writeResults(
  world: Pick<World, 'resolve' | 'write' | 'warn' | 'save'>,
  outputs: readonly Output[],
  results: Results,
  page: Page,
): Promise<readonly Saying[]> {
  const { reports, patch, mended } = results;
  const failed: Saying[] = [];
  let placedResults: Results | undefined;
  const documents = new Set(reports.map(({ path }) => world.resolve(path)));
  if (mended !== undefined) world.write(mended);
  const writeOut = mended === undefined ? world.write : world.warn;
  for (const { format, file } of outputs) {
    const sheet = file === undefined ? page : { ...page, colours: pc.createColors(false), width: 100, wraps: false };
    const text = await formatAs[format](FOR_PEOPLE.includes(format) ? results : placed(), sheet);
    if (file === undefined) writeOut(text);
    else if (documents.has(world.resolve(file))) failed.push(faults.outputIsDocument(file));
    else {
      const wrong = await world.save(file, text, true);
      if (wrong) failed.push(faults.unwritten(file, wrong.code));
    }
    // A diff is for other programs: nothing else stands with it.
    if (format === 'text' && patch !== undefined) world.warn(formatMade(reports, page));
  }
  return failed;

  function placed(): Results {
    placedResults ??= { ...results, reports: placeReports(reports, world) };
    return placedResults;
  }
}

/** All but the two that are mostly asked for are loaded when they are: some of them bring all rules with them. */
const formatAs: Readonly<Record<Format, (results: Results, page: Page) => string | Promise<string>>> = {
  text: async ({ reports, patch }, page) =>
    patch === undefined ? formatFindings(reports, page) : (await import('./formats/diff.ts')).formatPatch(patch, page),
  json: ({ reports, patch, shard }, { locale }) => formatFindingsJson(reports, locale, patch, shard),
  sarif: async (results, { locale }) => (await import('./formats/sarif.ts')).formatSarif(results, locale),
  github: async (results, { locale }) => (await import('./formats/github.ts')).formatGithub(results, locale),
  gitlab: async ({ reports }, { locale }) => (await import('./formats/gitlab.ts')).formatGitlab(reports, locale),
  junit: async (results, { locale }) => (await import('./formats/junit.ts')).formatJunit(results, locale),
  checkstyle: async ({ reports }, { locale }) =>
    (await import('./formats/checkstyle.ts')).formatCheckstyle(reports, locale),
  rdjson: async ({ reports }, { locale }) => (await import('./formats/rdjson.ts')).formatRdjson(reports, locale),
  markdown: async (results, { locale }) => {
    const { buildSheet } = await import('./formats/sheet.ts');
    return (await import('./formats/markdown.ts')).sheetToMarkdown(buildSheet(results, locale));
  },
  html: async (results, { locale }) => {
    const { buildSheet } = await import('./formats/sheet.ts');
    return (await import('./formats/html.ts')).sheetToHtml(buildSheet(results, locale), locale);
  },
};

/** Those that name files as people gave them; the others name them as pipelines know them. */
const FOR_PEOPLE: readonly Format[] = ['text', 'json', 'markdown', 'html'];
