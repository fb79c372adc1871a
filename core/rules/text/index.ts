import type { Rule } from '../../rule.ts';
import { textBrackets } from './brackets.ts';
import { textDoubledWord } from './doubled-word.ts';
import { textLegacyFont } from './legacy-font.ts';
import { textNfc } from './nfc.ts';
import { textSpacing } from './spacing.ts';
import { textSyllable } from './syllable.ts';
import { textToneMarks } from './tone-marks.ts';

export const textRules: readonly Rule[] = [
  textLegacyFont,
  textSyllable,
  textDoubledWord,
  textBrackets,
  textSpacing,
  textToneMarks,
  textNfc,
];
