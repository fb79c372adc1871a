import type { Place } from '../../core/place.ts';
import type { Report, ReportedFinding, ReportedFix } from '../../core/report.ts';
import type { Locale, Severity } from '../../core/rule.ts';
import { applyEdits } from '../../core/text.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' };

/** The findings in the Reviewdog Diagnostic Format, whose columns count bytes of UTF-8 from 1. */
export function formatRdjson(reports: readonly Report[], locale: Locale): string {
  const diagnostics = reports.flatMap(({ path, findings }) =>
    findings.map((finding) => {
      const { rule, severity, message, related, fixes } = finding;
      const suggestions = fixes.flatMap((fix) => toSuggestion(finding, fix));
      return {
        message: message[locale],
        location: { path, range: toRange(finding) },
        severity: LEVELS[severity],
        code: { value: rule },
        ...(suggestions.length > 0 && { suggestions }),
        ...(related.length > 0 && {
          related_locations: related.map((other) => ({
            message: other.message[locale],
            location: { path: other.path ?? path, range: toRange(other) },
          })),
        }),
      };
    }),
  );
  return `${JSON.stringify({ source: { name: 'chidao' }, diagnostics }, null, 2)}\n`;
}

type BytePlace = Place & { readonly byteColumn: number; readonly endByteColumn: number };

function toRange({ line, endLine, byteColumn, endByteColumn }: BytePlace) {
  return { start: { line, column: byteColumn }, end: { line: endLine, column: endByteColumn } };
}

/**
 * A suggestion is one replacement. Several edits within the line of the finding become one, with the words between;
 * those that reach further cannot be suggested, for a part of them would leave the document wrong.
 */
function toSuggestion({ line, column, start, source }: ReportedFinding, { edits }: ReportedFix) {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return [];
  if (first === last) return [{ range: toRange(first), text: first.text }];
  if (sorted.some((edit) => edit.line !== line || edit.endLine !== line)) return [];
  const lineStart = start - (column - 1);
  const between = source.slice(first.start - lineStart, last.end - lineStart);
  const moved = sorted.map((edit) => ({ ...edit, start: edit.start - first.start, end: edit.end - first.start }));
  const { endByteColumn } = last;
  return [{ range: toRange({ ...first, endByteColumn }), text: applyEdits(between, moved) }];
}
