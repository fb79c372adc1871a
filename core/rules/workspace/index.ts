import type { Rule } from '../../rule.ts';
import { workspaceCitation } from './citation.ts';
import { workspaceNumber } from './number.ts';
import { workspaceSuperior } from './superior.ts';
import { workspaceTaskDate } from './task-date.ts';

export const workspaceRules: readonly Rule[] = [
  workspaceCitation,
  workspaceNumber,
  workspaceTaskDate,
  workspaceSuperior,
];
