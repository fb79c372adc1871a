import type { Rule } from '../../rule.ts';
import { citationComma } from './comma.ts';
import { citationConflict } from './conflict.ts';
import { citationEndedIssuer } from './ended-issuer.ts';
import { citationForm } from './form.ts';
import { citationFuture } from './future.ts';
import { citationIssuer } from './issuer.ts';
import { citationLawNumber } from './law-number.ts';
import { citationNoNumber } from './no-number.ts';
import { citationNumber } from './other-number.ts';
import { citationType } from './type.ts';
import { citationUndated } from './undated.ts';
import { citationUnnumbered } from './unnumbered.ts';
import { citationWorkspace } from './workspace.ts';
import { citationYear } from './year.ts';

export const citationRules: readonly Rule[] = [
  citationConflict,
  citationNumber,
  citationType,
  citationIssuer,
  citationForm,
  citationYear,
  citationFuture,
  citationEndedIssuer,
  citationUndated,
  citationNoNumber,
  citationUnnumbered,
  citationLawNumber,
  citationComma,
  citationWorkspace,
];
