import type { Draft } from './draft.ts';
import type { Made } from './fix.ts';
import type { Finding, Saying, Severity } from './rule.ts';
import { positionAt, type Span } from './text.ts';

/** Lines and columns from 1, columns in UTF-16 units; the end is behind the last letter. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A document that was checked, as plain data: it may come from another thread or from a file. */
export interface Report {
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
  /** What was mended before, by the place where it stood; missing where nothing was to be. */
  readonly made?: readonly ReportedMade[];
}

export interface ReportedFinding extends Place, Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Saying;
  readonly fingerprint: string;
  readonly deprecated?: true;
  /** The line where it begins, whole. */
  readonly source: string;
  /** The other end of a contradiction; in another document where there is a path. */
  readonly related: readonly (Place & { readonly message: Saying; readonly path?: string })[];
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: Saying;
  readonly certain: boolean;
  readonly edits: readonly (Place & Span & { readonly text: string })[];
}

export interface ReportedMade extends Place {
  readonly rule: string;
  readonly message: Saying;
  readonly title: Saying;
  readonly fingerprint: string;
}

/** The findings of a draft as plain data. */
export function toReport(path: string, draft: Draft, findings: readonly Finding[], made?: readonly Made[]): Report {
  return {
    path,
    findings: findings.map((finding) => toReported(draft, finding)),
    ...(made && {
      made: made.map(({ finding: { rule, message, fingerprint, start, end }, fix, draft: before }) => ({
        rule,
        message,
        title: fix.title,
        fingerprint,
        ...placeOf(before, { start, end }),
      })),
    }),
  };
}

function toReported(draft: Draft, finding: Finding): ReportedFinding {
  const { rule, severity, message, fingerprint, start, end, deprecated, related = [], fixes = [] } = finding;
  return {
    rule,
    severity,
    message,
    fingerprint,
    start,
    end,
    ...placeOf(draft, finding),
    ...(deprecated && { deprecated }),
    source: /^[^\r\n]*/.exec(draft.text.slice(startOfLine(draft, start)))?.[0] ?? '',
    related: related.map(({ message, in: other, ...span }) => ({
      message,
      ...placeOf(other?.draft ?? draft, span),
      ...(other && { path: other.path }),
    })),
    fixes: fixes.map(({ title, certain, edits }) => ({
      title,
      certain,
      edits: edits.map(({ start, end, text }) => ({ start, end, text, ...placeOf(draft, { start, end }) })),
    })),
  };
}

function placeOf({ lines }: Draft, { start, end }: Span): Place {
  const { line, column } = positionAt(lines, start);
  const to = positionAt(lines, end);
  return { line, column, endLine: to.line, endColumn: to.column };
}

function startOfLine({ lines }: Draft, offset: number): number {
  return lines[positionAt(lines, offset).line - 1] ?? 0;
}
