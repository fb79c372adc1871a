import type { Rule } from '../rule.ts';
import { citationRules } from './citation/index.ts';
import { deadlineRules } from './deadline/index.ts';
import { numberingRules } from './numbering/index.ts';
import { ownerRules } from './owner/index.ts';
import { phaseRules } from './phase/index.ts';
import { referenceRules } from './reference/index.ts';
import { structureRules } from './structure/index.ts';
import { taskRules } from './task/index.ts';
import { textRules } from './text/index.ts';
import { workspaceRules } from './workspace/index.ts';

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...numberingRules,
  ...ownerRules,
  ...deadlineRules,
  ...phaseRules,
  ...taskRules,
  ...referenceRules,
  ...citationRules,
  ...structureRules,
  ...textRules,
  ...workspaceRules,
];
