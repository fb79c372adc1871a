import type { Rule } from '../rule.ts';
import { deadlineBeforeIssue } from './deadline-before-issue.ts';
import { deadlineImpossible } from './deadline-impossible.ts';
import { deadlineOutsidePhase } from './deadline-outside-phase.ts';
import { numberingLetter } from './numbering-letter.ts';
import { numberingParent } from './numbering-parent.ts';
import { numberingRoman } from './numbering-roman.ts';
import { numberingSequence } from './numbering-sequence.ts';
import { numberingStyle } from './numbering-style.ts';
import { ownerEnded } from './owner-ended.ts';
import { ownerMisspelt } from './owner-misspelt.ts';
import { ownerUnknown } from './owner-unknown.ts';
import { structureFrontMatter } from './structure-front-matter.ts';

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [
  numberingSequence,
  numberingStyle,
  numberingParent,
  numberingLetter,
  numberingRoman,
  ownerUnknown,
  ownerEnded,
  ownerMisspelt,
  deadlineImpossible,
  deadlineBeforeIssue,
  deadlineOutsidePhase,
  structureFrontMatter,
];
