import type { Draft } from '../../core/draft.ts';
import type { Made } from '../../core/fix.ts';
import type { Finding, Severity } from '../../core/rule.ts';
import { positionAt, type Span } from '../../core/text.ts';
import { severityNames, texts } from '../messages.ts';
import { type Glyph, type Page, readGlyphs, toPrintable, wrapText } from '../terminal.ts';

/** A document and what the rules found in it. */
export interface Checked {
  readonly path: string;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** What was mended before; missing where nothing was to be. */
  readonly made?: readonly Made[];
}

/**
 * The findings for people: what was mended, a line each; then each finding with its place, its line with the words
 * underlined, its fixes; at the end a count.
 */
export function formatFindings(checked: readonly Checked[], page: Page): string {
  if (checked.length === 0) return '';
  const made = checked.flatMap(({ path, made = [] }) => made.map((each) => formatOne(path, each, page)));
  const findings = checked.flatMap(({ path, draft, findings }) =>
    findings.map((finding) => formatFinding(path, draft, finding, page)),
  );
  const lines = made.length > 0 ? [`${made.join('\n')}\n`] : [];
  return `${[...lines, ...findings, formatSummary(checked, page)].join('\n')}\n`;
}

/** What would be mended and what would be left, in one line. */
export function formatMade(checked: readonly Checked[], page: Page): string {
  const count = checked.reduce((sum, { made = [] }) => sum + made.length, 0);
  return `${texts.wouldFix(count)[page.locale]}; ${texts.left[page.locale]}: ${countFindings(checked, page)}.\n`;
}

function formatOne(path: string, { finding, fix, draft }: Made, { colours, locale }: Page): string {
  const { line, column } = positionAt(draft.lines, finding.start);
  const place = colours.bold(`${toPrintable(path)}:${line}:${column}`);
  const words = toPrintable(`${finding.message[locale]} → ${fix.title[locale]}`);
  return `${place} ${colours.green(texts.mended[locale])}: ${words} ${colours.dim(`[${finding.rule}]`)}`;
}

function formatFinding(path: string, draft: Draft, finding: Finding, page: Page): string {
  const { colours, locale } = page;
  const { line, column } = positionAt(draft.lines, finding.start);
  const paint = painter(finding.severity, page);
  const head = `${colours.bold(`${toPrintable(path)}:${line}:${column}`)} ${paint(severityNames[finding.severity][locale])}`;
  const gutter = ' '.repeat(String(line).length);
  const { shown, marks } = excerpt(draft, finding, page.width - gutter.length - 5);
  const lines = [
    ...formatMessage(head, `${finding.message[locale]} `, colours.dim(`[${finding.rule}]`), page),
    `  ${colours.dim(`${line} │`)} ${shown}`,
    `  ${gutter} ${colours.dim('│')} ${paint(marks)}`,
  ];
  for (const { start, message, in: other } of finding.related ?? []) {
    const at = positionAt((other?.draft ?? draft).lines, start);
    const place = other ? `${toPrintable(other.path)}:${at.line}:${at.column}` : texts.atLine(at.line)[locale];
    lines.push(`  ${gutter} ${colours.dim(`${place}:`)} ${toPrintable(message[locale])}`);
  }
  for (const { title } of finding.fixes ?? []) {
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
function excerpt({ text, lines }: Draft, { start, end }: Span, width: number): { shown: string; marks: string } {
  const lineStart = lines.findLast((each) => each <= start) ?? 0;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const glyphs = readGlyphs(line);
  const [from, to] = [start - lineStart, Math.min(end - lineStart, line.length)];
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

function formatSummary(checked: readonly Checked[], page: Page): string {
  const { locale } = page;
  const count = checked.reduce((sum, { made = [] }) => sum + made.length, 0);
  const fixed = count > 0 ? `${texts.fixed(count)[locale]}, ` : '';
  return `${texts.checked(checked.length)[locale]}: ${fixed}${countFindings(checked, page)}.`;
}

function countFindings(checked: readonly Checked[], page: Page): string {
  const { locale, colours } = page;
  const severities = checked.flatMap(({ findings }) => findings.map(({ severity }) => severity));
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
