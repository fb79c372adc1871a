import type { Rule } from '../../rule.ts';
import { phaseGap } from './gap.ts';
import { phaseInconsistent } from './inconsistent.ts';
import { phaseOngoing } from './ongoing.ts';
import { phaseOverlap } from './overlap.ts';
import { phasePlanEnd } from './plan-end.ts';
import { phaseSwapped } from './swapped.ts';
import { phaseUnphased } from './unphased.ts';

export const phaseRules: readonly Rule[] = [
  phaseSwapped,
  phaseOverlap,
  phaseGap,
  phaseInconsistent,
  phasePlanEnd,
  phaseUnphased,
  phaseOngoing,
];
