import type { Rule } from '../../rule.ts';

export const phaseRules: readonly Rule[] = [];
