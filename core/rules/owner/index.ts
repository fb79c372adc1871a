import type { Rule } from '../../rule.ts';
import { ownerAbbreviation } from './abbreviation.ts';
import { ownerAuthority } from './authority.ts';
import { ownerCapitals } from './capitals.ts';
import { ownerCount } from './count.ts';
import { ownerDistrict } from './district.ts';
import { ownerEnded } from './ended.ts';
import { ownerFuture } from './future.ts';
import { ownerJoint } from './joint.ts';
import { ownerLeadUnsaid } from './lead-unsaid.ts';
import { ownerLeads } from './leads.ts';
import { ownerMissing } from './missing.ts';
import { ownerMisspelt } from './misspelt.ts';
import { ownerNoLead } from './no-lead.ts';
import { ownerProvinceStatus } from './province-status.ts';
import { ownerRecipients } from './recipients.ts';
import { ownerRepeated } from './repeated.ts';
import { ownerUnassigned } from './unassigned.ts';
import { ownerUnexplained } from './unexplained.ts';
import { ownerUnknown } from './unknown.ts';
import { ownerUnnamed } from './unnamed.ts';
import { ownerVague } from './vague.ts';
import { ownerVariant } from './variant.ts';

export const ownerRules: readonly Rule[] = [
  ownerUnknown,
  ownerEnded,
  ownerMisspelt,
  ownerFuture,
  ownerCount,
  ownerProvinceStatus,
  ownerDistrict,
  ownerCapitals,
  ownerAbbreviation,
  ownerVariant,
  ownerUnexplained,
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
