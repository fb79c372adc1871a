import type { Example, Rule } from '../../core/rule.ts';
import { severityNames, texts } from '../messages.ts';
import { type Page, padText, toPrintable, widthOf, wrapText } from '../terminal.ts';

/** What a rule wants, why, and how it looks: right, wrong, mended. */
export function explainRule(rule: Rule, page: Page): string {
  const { locale, colours, width } = page;
  const lines = [
    `${colours.bold(rule.id)}`,
    ...wrapText(rule.summary[locale], width),
    '',
    ...rule.why[locale].split('\n').flatMap((line) => wrapText(line, width)),
    '',
    `${texts.severity[locale]} ${severityNames[rule.severity][locale]}`,
    ...rule.examples.flatMap((example) => ['', ...formatExample(example, page)]),
  ];
  return `${lines.join('\n')}\n`;
}

function formatExample({ text, problems, fixed }: Example, { locale, colours, width }: Page): string[] {
  const wrong = problems.length > 0;
  const title = (words: string) => colours.dim(`${words}:`);
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`.trimEnd());
  const body = (source: string) =>
    indent(
      source
        .trim()
        .split(/\r?\n/)
        .flatMap((line) => wrapText(line, width - 2)),
    );
  return [
    title(wrong ? texts.example[locale] : texts.exampleRight[locale]),
    ...body(text),
    ...(wrong
      ? [title(texts.exampleFound[locale]), ...indent(problems.flatMap((line) => wrapText(line, width - 2)))]
      : []),
    ...(fixed === undefined ? [] : [title(texts.exampleFixed[locale]), ...body(fixed)]),
  ];
}

/** All rules, one a line. */
export function listRules(rules: readonly Rule[], { locale, colours, width }: Page): string {
  if (rules.length === 0) return `${texts.noRules[locale]}\n`;
  const ids = Math.max(...rules.map(({ id }) => widthOf(id)));
  const severities = Math.max(...rules.map(({ severity }) => widthOf(severityNames[severity][locale])));
  const lines = rules.flatMap(({ id, severity, summary }) => {
    const [first = '', ...rest] = wrapText(toPrintable(summary[locale]), width - ids - severities - 4);
    const margin = ' '.repeat(ids + severities + 4);
    const name = severityNames[severity][locale];
    return [
      `${colours.bold(padText(id, ids))}  ${padText(name, severities)}  ${first}`,
      ...rest.map((line) => margin + line),
    ];
  });
  return `${lines.join('\n')}\n\n${texts.explainMore[locale]}\n`;
}
