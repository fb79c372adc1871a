import type { Rule } from '../../rule.ts';
import { deadlineBeforeIssue } from './before-issue.ts';
import { deadlineImpossible } from './impossible.ts';
import { deadlineOutsidePhase } from './outside-phase.ts';

export const deadlineRules: readonly Rule[] = [deadlineImpossible, deadlineBeforeIssue, deadlineOutsidePhase];
