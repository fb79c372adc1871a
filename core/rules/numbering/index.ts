import type { Rule } from '../../rule.ts';
import { numberingInline } from './inline.ts';
import { numberingLetter } from './letter.ts';
import { numberingLone } from './lone.ts';
import { numberingParent } from './parent.ts';
import { numberingRoman } from './roman.ts';
import { numberingSequence } from './sequence.ts';
import { numberingStyle } from './style.ts';
import { numberingUntitled } from './untitled.ts';

export const numberingRules: readonly Rule[] = [
  numberingSequence,
  numberingStyle,
  numberingParent,
  numberingLetter,
  numberingRoman,
  numberingInline,
  numberingLone,
  numberingUntitled,
];
