import pc from 'picocolors';
import type { Report } from '../core/report.ts';
import type { Rule, Saying } from '../core/rule.ts';
import type { FailOn, Output } from './arguments.ts';
import { formatPatch } from './formats/diff.ts';
import { formatFindingsJson } from './formats/json.ts';
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
  /** What --fix-dry-run would change, as a unified diff. */
  readonly patch?: string;
  /** Standard input with its fixes made: then standard output is for it alone. */
  readonly mended?: string;
}

/** Writes the results in the formats asked for; gives what could not be written. */
export async function writeResults(
  world: World,
  outputs: readonly Output[],
  results: Results,
  page: Page,
): Promise<readonly Saying[]> {
  const { reports, patch, mended } = results;
  const failed: Saying[] = [];
  const documents = new Set(reports.map(({ path }) => world.resolve(path)));
  if (mended !== undefined) world.write(mended);
  const writeOut = mended === undefined ? world.write : world.warn;
  for (const { format, file } of outputs) {
    const sheet = file === undefined ? page : { ...page, colours: pc.createColors(false), width: 100, wraps: false };
    const text = formatAs[format](results, sheet);
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
}

const formatAs: Readonly<Record<Output['format'], (results: Results, page: Page) => string>> = {
  text: ({ reports, patch }, page) => (patch === undefined ? formatFindings(reports, page) : formatPatch(patch, page)),
  json: ({ reports, patch }, { locale }) => formatFindingsJson(reports, locale, patch),
};
