import type { Rule } from '../../rule.ts';
import { ownerEnded } from './ended.ts';
import { ownerJoint } from './joint.ts';
import { ownerLeadUnsaid } from './lead-unsaid.ts';
import { ownerLeads } from './leads.ts';
import { ownerMissing } from './missing.ts';
import { ownerMisspelt } from './misspelt.ts';
import { ownerNoLead } from './no-lead.ts';
import { ownerUnassigned } from './unassigned.ts';
import { ownerUnknown } from './unknown.ts';

export const ownerRules: readonly Rule[] = [
  ownerUnknown,
  ownerEnded,
  ownerMisspelt,
  ownerMissing,
  ownerUnassigned,
  ownerLeads,
  ownerJoint,
  ownerNoLead,
  ownerLeadUnsaid,
];
