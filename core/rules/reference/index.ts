import type { Rule } from '../../rule.ts';
import { referenceAnnexAbsent } from './annex-absent.ts';
import { referenceAnnexApart } from './annex-apart.ts';
import { referenceAnnexNumber } from './annex-number.ts';
import { referenceAnnexTwice } from './annex-twice.ts';
import { referenceAnnexUnmentioned } from './annex-unmentioned.ts';
import { referenceCapitals } from './capitals.ts';
import { referenceMissing } from './missing.ts';
import { referenceRecipients } from './recipients.ts';

export const referenceRules: readonly Rule[] = [
  referenceMissing,
  referenceAnnexAbsent,
  referenceAnnexApart,
  referenceAnnexUnmentioned,
  referenceAnnexNumber,
  referenceAnnexTwice,
  referenceRecipients,
  referenceCapitals,
];
