import type { Severity } from '../core/rule.ts';
import type { FailOn } from './option-values.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Does a finding of this severity make the check fail? */
export function counts(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
