import type { Rule } from '../../rule.ts';
import { structureFrontMatter } from './front-matter.ts';
import { structureSuppression } from './suppression.ts';

export const structureRules: readonly Rule[] = [structureFrontMatter, structureSuppression];
