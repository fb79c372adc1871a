import pc from 'picocolors';
import type { Day } from '../core/language/calendar.ts';
import type { Report } from '../core/report.ts';
import type { Rule, Saying } from '../core/rule.ts';
import type { FailOn, Format, Output } from './arguments.ts';
import { formatCheckstyle } from './formats/checkstyle.ts';
import { formatPatch } from './formats/diff.ts';
import { formatGithub } from './formats/github.ts';
import { formatGitlab } from './formats/gitlab.ts';
import { sheetToHtml } from './formats/html.ts';
import { formatFindingsJson } from './formats/json.ts';
import { formatJunit } from './formats/junit.ts';
import { sheetToMarkdown } from './formats/markdown.ts';
import { placeReports } from './formats/paths.ts';
import { formatRdjson } from './formats/rdjson.ts';
import { formatSarif } from './formats/sarif.ts';
import { buildSheet } from './formats/sheet.ts';
import { formatFindings, formatMade } from './formats/text.ts';
import { faults } from './messages.ts';
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
    const text = formatAs[format](FOR_PEOPLE.includes(format) ? results : placed(), sheet);
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

const formatAs: Readonly<Record<Format, (results: Results, page: Page) => string>> = {
  text: ({ reports, patch }, page) => (patch === undefined ? formatFindings(reports, page) : formatPatch(patch, page)),
  json: ({ reports, patch }, { locale }) => formatFindingsJson(reports, locale, patch),
  sarif: (results, { locale }) => formatSarif(results, locale),
  github: (results, { locale }) => formatGithub(results, locale),
  gitlab: ({ reports }, { locale }) => formatGitlab(reports, locale),
  junit: (results, { locale }) => formatJunit(results, locale),
  checkstyle: ({ reports }, { locale }) => formatCheckstyle(reports, locale),
  rdjson: ({ reports }, { locale }) => formatRdjson(reports, locale),
  markdown: (results, { locale }) => sheetToMarkdown(buildSheet(results, locale)),
  html: (results, { locale }) => sheetToHtml(buildSheet(results, locale), locale),
};

/** Those that name files as people gave them; the others name them as pipelines know them. */
const FOR_PEOPLE: readonly Format[] = ['text', 'json', 'markdown', 'html'];
