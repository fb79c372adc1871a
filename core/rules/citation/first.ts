import type { Draft } from '../../draft.ts';
import { textBefore } from '../../text.ts';
import type { Cited } from './cited.ts';

/** "Ngày 21 tháng 5 năm 2026, Chính phủ đã ban hành Nghị định số ...": the day stands before. */
const DATED_BEFORE =
  /ngày\s+\d{1,2}(?:\/|\s+tháng\s+)\d{1,2}(?:\/|\s+năm\s+)\d{4}[^.;]*(?:ban hành|thông qua|ký|có)\s[^.;]*$/iu;

/** In the running text, where a reader looks for the date: not in a title, the recipients or the signature. */
export function isRunning({ letterhead }: Draft, { kind, fact, region }: Cited['node']): boolean {
  const { text } = fact.item.body;
  if (kind === 'heading' || fact.item.level > 0 || region === 'recipients' || region === 'signature') return false;
  return !/^(?:V\/v|Về việc)\s/iu.test(text) && text !== letterhead.title?.text;
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

export function isDatedBefore({ node, mention }: Cited): boolean {
  return DATED_BEFORE.test(textBefore(node.fact.item.body.text, mention.start, 300));
}
