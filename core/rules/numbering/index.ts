import type { Rule } from '../../rule.ts';
import { numberingLetter } from './letter.ts';
import { numberingParent } from './parent.ts';
import { numberingRoman } from './roman.ts';
import { numberingSequence } from './sequence.ts';
import { numberingStyle } from './style.ts';

export const numberingRules: readonly Rule[] = [
  numberingSequence,
  numberingStyle,
  numberingParent,
  numberingLetter,
  numberingRoman,
];
