import type { Locale } from '../../core/rule.ts';
import { positionAt } from '../../core/text.ts';
import type { Checked } from './text.ts';

/**
 * The findings for programs, version 1. Lines and columns from 1, columns in UTF-16 units; `fixable`: a fix is
 * offered; `fingerprint`: the same for the same fault in the next version of the document; `fixed`: what --fix mended, by
 * the place where it stood; `diff`: all that --fix would change.
 */
export function formatFindingsJson(checked: readonly Checked[], locale: Locale, diff?: string): string {
  const summary = { documents: checked.length, error: 0, warning: 0, info: 0, hint: 0 };
  const documents = checked.map(({ path, draft, findings, made }) => ({
    path,
    ...(made && {
      fixed: made.map(({ finding: { rule, message, start, fingerprint }, fix, draft: { lines } }) => ({
        rule,
        message: message[locale],
        title: fix.title[locale],
        ...positionAt(lines, start),
        fingerprint,
      })),
    }),
    diagnostics: findings.map(({ rule, severity, message, start, end, fixes, fingerprint }) => {
      summary[severity]++;
      const from = positionAt(draft.lines, start);
      const to = positionAt(draft.lines, end);
      return {
        rule,
        severity,
        message: message[locale],
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
        fixable: (fixes ?? []).length > 0,
        fingerprint,
      };
    }),
  }));
  return `${JSON.stringify({ version: 1, documents, summary, ...(diff !== undefined && { diff }) }, null, 2)}\n`;
}
