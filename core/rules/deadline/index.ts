import type { Rule } from '../../rule.ts';
import { deadlineAfterParent } from './after-parent.ts';
import { deadlineBeforeIssue } from './before-issue.ts';
import { deadlineCollector } from './collector.ts';
import { deadlineDayOff } from './day-off.ts';
import { deadlineForm } from './form.ts';
import { deadlineImpossible } from './impossible.ts';
import { deadlineMissing } from './missing.ts';
import { deadlineOutsidePhase } from './outside-phase.ts';
import { deadlineSeveral } from './several.ts';
import { deadlineShortNotice } from './short-notice.ts';
import { deadlineVague } from './vague.ts';
import { deadlineWording } from './wording.ts';
import { deadlineYear } from './year.ts';

export const deadlineRules: readonly Rule[] = [
  deadlineImpossible,
  deadlineBeforeIssue,
  deadlineShortNotice,
  deadlineOutsidePhase,
  deadlineAfterParent,
  deadlineCollector,
  deadlineWording,
  deadlineSeveral,
  deadlineMissing,
  deadlineVague,
  deadlineDayOff,
  deadlineYear,
  deadlineForm,
];
