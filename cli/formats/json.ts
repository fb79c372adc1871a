import type { Report } from '../../core/report.ts';
import type { Locale } from '../../core/rule.ts';
import type { ShardResult } from '../shards.ts';

/**
 * The findings for programs, version 1. Lines and columns from 1, columns in UTF-16 units; `fixable`: a fix is
 * offered; `fingerprint`: the same for the same fault in the next version of the document; `fixed`: what --fix mended, by
 * the place where it stood; `diff`: all that --fix would change; `shard`: all
 * that chidao merge needs.
 */
export function formatFindingsJson(
  reports: readonly Report[],
  locale: Locale,
  diff?: string,
  shard?: ShardResult,
): string {
  const summary = { documents: reports.length, error: 0, warning: 0, info: 0, hint: 0 };
  const documents = reports.map(({ path, findings, made }) => ({
    path,
    ...(made && {
      fixed: made.map(({ rule, message, title, line, column, fingerprint }) => ({
        rule,
        message: message[locale],
        title: title[locale],
        line,
        column,
        fingerprint,
      })),
    }),
    diagnostics: findings.map(({ rule, severity, message, line, column, endLine, endColumn, fixes, fingerprint }) => {
      summary[severity]++;
      return {
        rule,
        severity,
        message: message[locale],
        line,
        column,
        endLine,
        endColumn,
        fixable: fixes.length > 0,
        fingerprint,
      };
    }),
  }));
  return `${JSON.stringify({ version: 1, documents, summary, ...(diff !== undefined && { diff }), ...(shard && { shard }) }, null, 2)}\n`;
}
