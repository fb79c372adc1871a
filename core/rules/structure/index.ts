import type { Rule } from '../../rule.ts';
import { structureAddressee } from './addressee.ts';
import { structureDate } from './date.ts';
import { structureDegree } from './degree.ts';
import { structureEmptySection } from './empty-section.ts';
import { structureEnding } from './ending.ts';
import { structureFrontMatter } from './front-matter.ts';
import { structureIncomplete } from './incomplete.ts';
import { structureLegalBasis } from './legal-basis.ts';
import { structureNotReady } from './not-ready.ts';
import { structureNumber } from './number.ts';
import { structureRecipients } from './recipients.ts';
import { structureSignature } from './signature.ts';
import { structureSigner } from './signer.ts';
import { structureSuppression } from './suppression.ts';

export const structureRules: readonly Rule[] = [
  structureFrontMatter,
  structureNotReady,
  structureIncomplete,
  structureNumber,
  structureDate,
  structureLegalBasis,
  structureAddressee,
  structureEmptySection,
  structureEnding,
  structureRecipients,
  structureSignature,
  structureSigner,
  structureDegree,
  structureSuppression,
];
