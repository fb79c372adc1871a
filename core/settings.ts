import type { Family } from './family.ts';
import type { Day } from './language/calendar.ts';
import type { Severity } from './rule.ts';

/** What an office decides for a folder of drafts (`.chidao.yaml`). */
export interface Settings {
  /** Rules turned off, or with another severity; a rule not named has its own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The form the drafts follow, where the draft itself does not say. */
  readonly profile?: Family;
  /** The drafts are about to be signed: number, date and signature must be there. */
  readonly ready: boolean;
  /** Days off and days worked beside those of the law. */
  readonly holidays: { readonly off: readonly Day[]; readonly worked: readonly Day[] };
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, ready: false, holidays: { off: [], worked: [] } };
