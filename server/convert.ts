import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { Draft } from '../core/draft.ts';
import type { Place } from '../core/place.ts';
import type { FileFault } from '../core/registry-file.ts';
import type { Finding, Locale, Severity } from '../core/rule.ts';
import { countBefore } from '../core/sorted.ts';
import { positionAt, type Span } from '../core/text.ts';
import type { View } from './views.ts';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Lines and columns from 0, columns in UTF-16 units. */
export function toRange({ draft }: Pick<View, 'draft'>, span: Span): Range {
  return { start: toPosition(draft, span.start), end: toPosition(draft, span.end) };
}

/** More are of no use at once (VS Code shows 1,000), and to write them out takes longer than to find them. */
const MOST_SHOWN = 500;

/** All findings of a view as they are shown: of very many the gravest, and how many more there are. */
export function toDiagnostics(view: View, locale: Locale, pageOf?: (rule: string) => string | undefined): Diagnostic[] {
  const { findings, draft } = view;
  const shown = findings.length > MOST_SHOWN ? gravest(findings, draft.since?.carried.change.start ?? 0) : findings;
  const diagnostics = shown.map((finding) => toDiagnostic(view, finding, locale, pageOf));
  const left = findings.length - shown.length;
  if (left === 0) return diagnostics;
  const count = left.toLocaleString(locale);
  const message = {
    vi: `Còn ${count} phát hiện nữa, sẽ hiện dần khi các phát hiện này được sửa; lệnh "chidao check" cho thấy tất cả.`,
    en: `${count} more findings, shown as these are mended; "chidao check" shows all.`,
  }[locale];
  const start = { line: 0, character: 0 };
  return [
    { range: { start, end: start }, message, severity: DiagnosticSeverity.Information, source: 'chidao' },
    ...diagnostics,
  ];
}

/** As many as are shown, in the order of the text; of one severity those nearest to what was written last. */
function gravest(findings: readonly Finding[], place: number): readonly Finding[] {
  const shown: Finding[] = [];
  for (const severity of ['error', 'warning', 'info', 'hint'] as const) {
    const room = MOST_SHOWN - 1 - shown.length;
    const alike = findings.filter((finding) => finding.severity === severity);
    const nearest = countBefore(alike, ({ start }) => start, place);
    const from = Math.max(0, Math.min(nearest - (room >> 1), alike.length - room));
    shown.push(...alike.slice(from, from + room));
  }
  return shown.sort((a, b) => a.start - b.start);
}

/** `pageOf` gives the place where a rule is explained, for clients that have the page. */
export function toDiagnostic(
  view: View,
  finding: Finding,
  locale: Locale,
  pageOf?: (rule: string) => string | undefined,
): Diagnostic {
  const href = pageOf?.(finding.rule);
  return {
    range: toRange(view, finding),
    message: finding.message[locale],
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'chidao',
    data: finding.fingerprint,
    ...(finding.deprecated && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.related && {
      relatedInformation: finding.related.map((other) => ({
        location: { uri: other.in?.path ?? view.path, range: other.in ? placeToRange(other.in) : toRange(view, other) },
        message: other.message[locale],
      })),
    }),
  };
}

/** Would an editor show the same? */
export function sameDiagnostics(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return some.length === others.length && some.every((each, i) => isSame(each, others[i]));
}

function isSame(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return (
    other !== undefined &&
    isSameRange(one.range, other.range) &&
    one.message === other.message &&
    one.data === other.data &&
    one.severity === other.severity &&
    JSON.stringify(one.relatedInformation) === JSON.stringify(other.relatedInformation)
  );
}

function isSameRange({ start, end }: Range, other: Range): boolean {
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character
  );
}

/** A fault of a file around the documents, from its place to the end of that line. */
export function toFileDiagnostic(
  { line = 1, column = 1, ...message }: FileFault,
  text: string,
  kind: 'agencies' | 'settings',
  locale: Locale,
): Diagnostic {
  const end = Math.max(text.trimEnd().length, column - 1);
  return {
    range: { start: { line: line - 1, character: column - 1 }, end: { line: line - 1, character: end } },
    message: message[locale],
    severity: DiagnosticSeverity.Error,
    code: kind === 'agencies' ? 'registry/file' : 'settings/file',
    source: 'chidao',
  };
}

function placeToRange({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

export function toPosition({ lines }: Draft, offset: number): Range['start'] {
  const { line, column } = positionAt(lines, offset);
  return { line: line - 1, character: column - 1 };
}
