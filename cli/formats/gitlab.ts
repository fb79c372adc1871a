import { hash } from '../../core/hash.ts';
import type { Report } from '../../core/report.ts';
import type { Locale, Severity } from '../../core/rule.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/**
 * The findings as a Code Quality report (docs.gitlab.com, "Code quality report format"). GitLab tells findings apart by
 * the fingerprint alone, through all files, so the path is part of it.
 */
export function formatGitlab(reports: readonly Report[], locale: Locale): string {
  const issues = reports.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, line, endLine, fingerprint }) => ({
      type: 'issue',
      check_name: rule,
      description: message[locale],
      categories: ['Style'],
      severity: LEVELS[severity],
      fingerprint: hash(`${path}|${fingerprint}`) + fingerprint,
      location: { path, lines: { begin: line, end: endLine } },
    })),
  );
  return `${JSON.stringify(issues, null, 2)}\n`;
}
