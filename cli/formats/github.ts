import type { Report } from '../../core/report.ts';
import type { Locale, Severity } from '../../core/rule.ts';
import { SEVERITIES } from '../fail-on.ts';
import { severityNames, texts } from '../messages.ts';
import { toPrintable } from '../terminal.ts';
import type { Results } from '../write.ts';

const COMMANDS: Readonly<Record<Severity, Command>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};
type Command = 'error' | 'warning' | 'notice';

/** GitHub shows no more of a kind from one step (actions/toolkit, docs/problem-matchers.md, "Limitations"). */
const MOST = 10;

/**
 * The findings as workflow commands, the gravest first. Where there are more of a kind than GitHub shows, the last one
 * shown says how many are left, and these stand in the log.
 */
export function formatGithub({ reports, faults }: Pick<Results, 'reports' | 'faults'>, locale: Locale): string {
  const wanted: { command: Command; values: Values; words: string; log: string }[] = faults.map((fault) => ({
    command: 'error',
    values: {},
    words: fault[locale],
    log: `${severityNames.error[locale]} ${fault[locale]}`,
  }));
  for (const severity of SEVERITIES) {
    for (const { path, findings } of reports) {
      for (const finding of findings) {
        if (finding.severity !== severity) continue;
        const words = finding.message[locale];
        const log = `${severityNames[severity][locale]} ${path}:${finding.line}:${finding.column}: ${words} [${finding.rule}]`;
        wanted.push({ command: COMMANDS[severity], values: valuesOf(path, finding), words, log });
      }
    }
  }
  const lines: string[] = [];
  const left: string[] = [];
  for (const command of ['error', 'warning', 'notice'] as const) {
    const all = wanted.filter((each) => each.command === command);
    const shown = all.length > MOST ? MOST - 1 : all.length;
    for (const { values, words } of all.slice(0, shown)) lines.push(toCommand(command, values, words));
    if (shown === all.length) continue;
    lines.push(toCommand(command, {}, texts.moreInLog(all.length - shown)[locale]));
    left.push(...all.slice(shown).map(({ log }) => toPrintable(log)));
  }
  if (left.length > 0) lines.push(toCommand('group', {}, texts.rest(left.length)[locale]), ...left, '::endgroup::');
  return lines.map((line) => `${line}\n`).join('');
}

type Values = Readonly<Record<string, string | number>>;

/** Columns only where the words stand on one line: GitHub refuses them otherwise. */
function valuesOf(path: string, finding: Report['findings'][number]): Values {
  const { line, column, endLine, endColumn, rule } = finding;
  const values: Record<string, string | number> = { file: path, line, endLine };
  if (line === endLine) Object.assign(values, { col: column, endColumn: Math.max(column, endColumn - 1) });
  return { ...values, title: rule };
}

function toCommand(name: string, values: Values, words: string): string {
  const given = Object.entries(values).map(([key, value]) => `${key}=${escapeValue(String(value))}`);
  return `::${name}${given.length > 0 ? ` ${given.join(',')}` : ''}::${escapeData(words)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeValue(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
