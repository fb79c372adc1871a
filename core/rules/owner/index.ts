import type { Rule } from '../../rule.ts';
import { ownerEnded } from './ended.ts';
import { ownerMissing } from './missing.ts';
import { ownerMisspelt } from './misspelt.ts';
import { ownerUnassigned } from './unassigned.ts';
import { ownerUnknown } from './unknown.ts';

export const ownerRules: readonly Rule[] = [ownerUnknown, ownerEnded, ownerMisspelt, ownerMissing, ownerUnassigned];
