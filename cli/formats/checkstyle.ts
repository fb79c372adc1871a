import type { Report } from '../../core/report.ts';
import type { Locale, Severity } from '../../core/rule.ts';
import { attributes } from './xml.ts';

/** Checkstyle has no fourth severity: a hint is an info. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

/**
 * The findings as Checkstyle writes its own (com.puppycrawl.tools.checkstyle.XMLLogger). Readers take what follows the
 * last point of `source` for the kind of finding, so the rule stands there whole.
 */
export function formatCheckstyle(reports: readonly Report[], locale: Locale): string {
  const files = reports.map(({ path, findings }) => {
    const errors = findings.map(({ line, column, severity, message, rule }) => {
      const values = { line, column, severity: LEVELS[severity], message: message[locale], source: `chidao.${rule}` };
      return `    <error${attributes(values)}/>\n`;
    });
    return `  <file${attributes({ name: path })}>\n${errors.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n${files.join('')}</checkstyle>\n`;
}
