import type { Rule } from '../../rule.ts';
import { taskClarity } from './clarity.ts';
import { taskDuplicate } from './duplicate.ts';

export const taskRules: readonly Rule[] = [taskClarity, taskDuplicate];
