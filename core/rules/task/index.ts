import type { Rule } from '../../rule.ts';

export const taskRules: readonly Rule[] = [];
