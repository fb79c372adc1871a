import type { Draft } from '../../draft.ts';
import type { Cited } from './cited.ts';

/** In the running text, where a reader looks for the date: not in a title, the recipients or the signature. */
export function isRunning({ letterhead }: Draft, { kind, fact, region }: Cited['node']): boolean {
  const { text } = fact.item.body;
  if (kind === 'heading' || fact.item.level > 0 || region === 'recipients' || region === 'signature') return false;
  return !isAbstract(text) && !(mayBeTitle(text) && text === letterhead.title?.text);
}

/** "V/v ...", "Về việc ...". */
export function isAbstract(text: string): boolean {
  return /^(?:V\/v|Về việc)\s/iu.test(text);
}

/** No sentence and no item of a list. */
export function mayBeTitle(text: string): boolean {
  return !/[.;:,]$/.test(text);
}

/** Is it the right form of a number written wrongly before ("Nghị quyết số 57-QĐ/TW"), where its date stands? */
export function isSlipOf(all: readonly Cited[], { type, key, parts, start }: Cited): boolean {
  return all.some(
    (other) =>
      other.start < start &&
      other.date !== undefined &&
      other.type === type &&
      other.key !== key &&
      other.parts?.figure === parts?.figure &&
      other.parts?.issuers.join() === parts?.issuers.join(),
  );
}
