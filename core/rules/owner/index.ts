import type { Rule } from '../../rule.ts';
import { ownerAuthority } from './authority.ts';
import { ownerEnded } from './ended.ts';
import { ownerJoint } from './joint.ts';
import { ownerLeadUnsaid } from './lead-unsaid.ts';
import { ownerLeads } from './leads.ts';
import { ownerMissing } from './missing.ts';
import { ownerMisspelt } from './misspelt.ts';
import { ownerNoLead } from './no-lead.ts';
import { ownerRecipients } from './recipients.ts';
import { ownerRepeated } from './repeated.ts';
import { ownerUnassigned } from './unassigned.ts';
import { ownerUnknown } from './unknown.ts';
import { ownerUnnamed } from './unnamed.ts';
import { ownerVague } from './vague.ts';

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
  ownerRepeated,
  ownerVague,
  ownerUnnamed,
  ownerAuthority,
  ownerRecipients,
];
