import type { Rule } from '../../rule.ts';
import { taskClarity } from './clarity.ts';
import { taskDuplicate } from './duplicate.ts';
import { taskTotal } from './total.ts';
import { taskTotalUnlisted } from './total-unlisted.ts';

export const taskRules: readonly Rule[] = [taskClarity, taskDuplicate, taskTotal, taskTotalUnlisted];
