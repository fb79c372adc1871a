import type { Judged } from './check.ts';
import { type Clarity, readClarity } from './clarity.ts';
import type { Draft } from './draft.ts';
import type { Made } from './fix.ts';
import { isUnit, type Node } from './nodes.ts';
import { type BytePlace, bytePlaceOf, lineAt, type Place, placeOf } from './place.ts';
import type { Project } from './project.ts';
import type { Finding, Saying, Severity } from './rule.ts';
import { oneLine, positionAt, type Span } from './text.ts';
import { nodeAt } from './things.ts';

/** A document that was checked, as plain data: it may come from another thread or from a file. */
export interface Report {
  readonly path: string;
  readonly letterhead: ReportedLetterhead;
  readonly findings: readonly ReportedFinding[];
  /** What comments of the document set aside, each with its comment. */
  readonly setAside: readonly (ReportedFinding & { readonly by: { readonly line: number; readonly reason: string } })[];
  readonly clarity: Clarity;
  /** What was mended before, by the place where it stood; missing where nothing was to be. */
  readonly made?: readonly ReportedMade[];
}

/** What the letterhead says, each on one line; `issued` is a day (2025-06-30) or, where it is none, the words. */
export interface ReportedLetterhead {
  readonly type?: string;
  readonly number?: string;
  readonly issued?: string;
  readonly issuer?: string;
  /** The subject ("trích yếu"). */
  readonly title?: string;
}

export interface ReportedFinding extends BytePlace, Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Saying;
  readonly fingerprint: string;
  readonly deprecated?: true;
  /** The path of the unit it stands in ("II.3.a"); "" above the first, and below the body. */
  readonly unit: string;
  /** The line where it begins, whole. */
  readonly source: string;
  /** The other end of a contradiction; in another document where there is a path. */
  readonly related: readonly (BytePlace & { readonly message: Saying; readonly path?: string })[];
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: Saying;
  readonly certain: boolean;
  readonly edits: readonly (BytePlace & Span & { readonly text: string })[];
}

export interface ReportedMade extends Place {
  readonly rule: string;
  readonly message: Saying;
  readonly title: Saying;
  readonly fingerprint: string;
}

/** What was judged of a draft as plain data. */
export function toReport(path: string, draft: Draft, project: Project, { findings, setAside }: Judged): Report {
  return {
    path,
    letterhead: readReportedLetterhead(draft),
    findings: findings.map((finding) => toReported(draft, finding)),
    setAside: setAside.map(({ by, ...finding }) => ({
      ...toReported(draft, finding),
      by: { line: positionAt(draft.lines, by.start).line, reason: by.reason },
    })),
    clarity: readClarity(draft, project),
  };
}

export function toReportedMade(made: readonly Made[]): ReportedMade[] {
  return made.map(({ finding: { rule, message, fingerprint, start, end }, fix, draft: before }) => ({
    rule,
    message,
    title: fix.title,
    fingerprint,
    ...placeOf(before, { start, end }),
  }));
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
    ...bytePlaceOf(draft, finding),
    ...(deprecated && { deprecated }),
    unit: unitOf(draft, start),
    source: lineAt(draft.text, start),
    related: related.map(({ message, in: other, ...span }) => ({
      message,
      ...(other ?? bytePlaceOf(draft, span)),
    })),
    fixes: fixes.map(({ title, certain, edits }) => ({
      title,
      certain,
      edits: edits.map(({ start, end, text }) => ({ start, end, text, ...bytePlaceOf(draft, { start, end }) })),
    })),
  };
}

/** The path of the unit or annex in whose text an offset lies. */
function unitOf({ nodes }: Draft, offset: number): string {
  const node = nodeAt({ nodes }, offset);
  if (!node || (node.region !== 'body' && node.region !== 'opening')) return '';
  let at: Node | undefined = node;
  while (at && !isUnit(at) && at.kind !== 'annex') at = at.parent;
  return at?.path ?? '';
}

function readReportedLetterhead({ letterhead, issued }: Draft): ReportedLetterhead {
  const { type, number, issuer, title } = letterhead;
  const words = { type, number, issuer, title, issued: issued ? { text: issued } : letterhead.issued };
  const entries = Object.entries(words).map(([key, said]) => [key, oneLine(said?.text ?? '')] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
