import type { Report, ReportedFinding, ReportedMade } from '../../core/report.ts';
import type { Severity } from '../../core/rule.ts';
import { severityNames, texts } from '../messages.ts';
import { type Glyph, type Page, readGlyphs, toPrintable, wrapText } from '../terminal.ts';

/**
 * The findings for people: what was mended, a line each; then each finding with its place, its line with the words
 * underlined, its fixes; at the end a count.
 */
export function formatFindings(reports: readonly Report[], page: Page): string {
  if (reports.length === 0) return '';
  const made = reports.flatMap(({ path, made = [] }) => made.map((each) => formatOne(path, each, page)));
  const findings = reports.flatMap(({ path, findings }) =>
    findings.map((finding) => formatFinding(path, finding, page)),
  );
  const lines = made.length > 0 ? [`${made.join('\n')}\n`] : [];
  return `${[...lines, ...findings, formatSummary(reports, page)].join('\n')}\n`;
}

/** What would be mended and what would be left, in one line. */
export function formatMade(reports: readonly Report[], page: Page): string {
  const count = reports.reduce((sum, { made = [] }) => sum + made.length, 0);
  return `${texts.wouldFix(count)[page.locale]}; ${texts.left[page.locale]}: ${countFindings(reports, page)}.\n`;
}

function formatOne(path: string, made: ReportedMade, { colours, locale }: Page): string {
  const { line, column, message, title, rule } = made;
  const place = colours.bold(`${toPrintable(path)}:${line}:${column}`);
  const words = toPrintable(`${message[locale]} → ${title[locale]}`);
  return `${place} ${colours.green(texts.mended[locale])}: ${words} ${colours.dim(`[${rule}]`)}`;
}

function formatFinding(path: string, finding: ReportedFinding, page: Page): string {
  const { colours, locale } = page;
  const { line, column } = finding;
  const paint = painter(finding.severity, page);
  const head = `${colours.bold(`${toPrintable(path)}:${line}:${column}`)} ${paint(severityNames[finding.severity][locale])}`;
  const gutter = ' '.repeat(String(line).length);
  const { shown, marks } = excerpt(finding, page.width - gutter.length - 5);
  const lines = [
    ...formatMessage(head, `${finding.message[locale]} `, colours.dim(`[${finding.rule}]`), page),
    `  ${colours.dim(`${line} │`)} ${shown}`,
    `  ${gutter} ${colours.dim('│')} ${paint(marks)}`,
  ];
  for (const { line, column, message, path: other } of finding.related) {
    const place = other === undefined ? texts.atLine(line)[locale] : `${toPrintable(other)}:${line}:${column}`;
    lines.push(`  ${gutter} ${colours.dim(`${place}:`)} ${toPrintable(message[locale])}`);
  }
  for (const { title } of finding.fixes) {
    lines.push(`  ${gutter} ${colours.green('→')} ${toPrintable(title[locale])}`);
  }
  return `${lines.join('\n')}\n`;
}

/** On a terminal the message has lines of its own; in a pipe all stands on one, so that it can be searched. */
function formatMessage(head: string, message: string, rule: string, { wraps, width }: Page): string[] {
  if (!wraps) return [`${head}: ${toPrintable(message)}${rule}`];
  return [`${head} ${rule}`, ...wrapText(message.trim(), width - 2).map((line) => `  ${line}`)];
}

/** The line of the words, cut around them to `width` columns, and the marks to print below. */
function excerpt({ source, column, start, end }: ReportedFinding, width: number): { shown: string; marks: string } {
  // No glyph of a line is made of more letters and marks than these, so what lies beyond is not shown.
  const reach = 8 * width;
  const cut = Math.max(0, column - 1 - reach);
  const near = source.slice(cut, column - 1 + reach);
  const glyphs = readGlyphs(near);
  const from = column - 1 - cut;
  const to = Math.min(from + end - start, near.length);
  const first = glyphs.findIndex((glyph) => glyph.end > from);
  const begin = first < 0 ? glyphs.length : first;
  const marked = glyphs.filter((glyph) => glyph.end > from && glyph.start < to).length;
  const [left, right] = chooseStretch(glyphs, begin, begin + marked, width);
  const columns = (some: readonly Glyph[]) => some.reduce((sum, glyph) => sum + glyph.width, 0);
  const inside = glyphs.slice(begin, Math.min(begin + marked, right));
  const shown = glyphs.slice(left, right).map((glyph) => glyph.text);
  const [before, after] = [left > 0 ? '…' : '', right < glyphs.length ? '…' : ''];
  return {
    shown: (before + shown.join('') + after).trimEnd(),
    marks: ' '.repeat(before.length + columns(glyphs.slice(left, begin))) + '^'.repeat(Math.max(1, columns(inside))),
  };
}

/** The widest stretch of glyphs around the words that fits, more of it after than before them. */
function chooseStretch(glyphs: readonly Glyph[], begin: number, end: number, width: number): [number, number] {
  const wide = (i: number) => glyphs[i]?.width ?? 0;
  let room = width - 2;
  let right = begin;
  while (right < end && room >= wide(right)) room -= wide(right++);
  let left = begin;
  const reserve = right < end ? 0 : Math.floor(room / 3);
  while (right < glyphs.length && room - wide(right) >= reserve) room -= wide(right++);
  while (left > 0 && room >= wide(left - 1)) room -= wide(--left);
  while (right < glyphs.length && room >= wide(right)) room -= wide(right++);
  return [left, right];
}

function formatSummary(reports: readonly Report[], page: Page): string {
  const { locale } = page;
  const count = reports.reduce((sum, { made = [] }) => sum + made.length, 0);
  const fixed = count > 0 ? `${texts.fixed(count)[locale]}, ` : '';
  return `${texts.checked(reports.length)[locale]}: ${fixed}${countFindings(reports, page)}.`;
}

function countFindings(reports: readonly Report[], page: Page): string {
  const { locale, colours } = page;
  const severities = reports.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .map((severity) => [severity, severities.filter((each) => each === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => painter(severity, page)(texts.found(severity, count)[locale]));
  return counts.length > 0 ? counts.join(', ') : colours.green(texts.nothingFound[locale]);
}

function painter(severity: Severity, { colours }: Page): (text: string) => string {
  const { red, yellow, cyan, dim } = colours;
  return { error: red, warning: yellow, info: cyan, hint: dim }[severity];
}
