import type { Rule } from '../../rule.ts';
import { ownerAbbreviation } from './abbreviation.ts';
import { ownerCapitals } from './capitals.ts';
import { ownerCount } from './count.ts';
import { ownerDistrict } from './district.ts';
import { ownerEnded } from './ended.ts';
import { ownerFuture } from './future.ts';
import { ownerMisspelt } from './misspelt.ts';
import { ownerProvinceStatus } from './province-status.ts';
import { ownerUnexplained } from './unexplained.ts';
import { ownerUnknown } from './unknown.ts';
import { ownerVariant } from './variant.ts';

export const ownerRules: readonly Rule[] = [
  ownerUnknown,
  ownerEnded,
  ownerMisspelt,
  ownerFuture,
  ownerCount,
  ownerProvinceStatus,
  ownerDistrict,
  ownerCapitals,
  ownerAbbreviation,
  ownerVariant,
  ownerUnexplained,
];
