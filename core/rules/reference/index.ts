import type { Rule } from '../../rule.ts';
import { referenceMissing } from './missing.ts';

export const referenceRules: readonly Rule[] = [referenceMissing];
