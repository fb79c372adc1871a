import type { Draft } from '../../draft.ts';
import { foldName } from '../../text.ts';
import { citedIn } from '../citation/cited.ts';
import { isThat } from '../citation/days.ts';
import { foldTitle, titleOf } from './neighbours.ts';

/**
 * How high the issuer of a document stands: 0 for the central organs of Party and State, 1 for their offices and the
 * ministries, 2 for a province, 3 for its departments, 4 for a commune; undefined where the letterhead does not tell.
 */
function levelOf(draft: Draft): number | undefined {
  const titled = titleOf(draft);
  const [symbol = ''] = titled?.parts.issuers ?? [];
  const issuer = foldName(draft.letterhead.issuer?.text ?? '');
  const commune = /(?:^|\s)(?:xã|phường|đặc khu|thị trấn|huyện|quận)(?!\p{L})/u.test(issuer);
  if (/^(?:TW|BCĐTW|TTg|CP|CTN|(?:UBTV)?QH\d*)$/.test(symbol)) return 0;
  if (/^(?:VP(?:CP|TW|QH|CTN)|\p{Lu}{2,}TW|TGV|TTCP|NHNN|KTNN|B\p{Lu}{2,})$/u.test(symbol) && !commune) return 1;
  if (/^(?:UBND|HĐND|TU)$/.test(symbol)) return commune ? 4 : 2;
  if (symbol === 'ĐU') return commune ? 4 : 3;
  return /^S\p{Lu}{1,}$/u.test(symbol) ? 3 : undefined;
}

/** Is it a copy, a version or a part of the same document? */
export function isSameDocument(draft: Draft, other: Draft): boolean {
  const [own, another] = [titleOf(draft)?.key, titleOf(other)?.key];
  const [title, there] = [draft.letterhead.title, other.letterhead.title];
  // A new plan may bear the title of the old one; its number tells.
  if (own !== undefined && another !== undefined)
    return own === another && draft.issued?.slice(0, 4) === other.issued?.slice(0, 4);
  return title !== undefined && there !== undefined && foldTitle(title.text) === foldTitle(there.text);
}

/** Does the draft cite that other document of the workspace? */
export function cites(draft: Draft, other: Draft): boolean {
  const key = titleOf(other)?.key;
  return key !== undefined && citedIn(draft).some((cited) => cited.key === key && isThat(cited, other, draft));
}

/** Does the draft carry out the other: it cites it, and the other is earlier and from a higher body? */
export function carriesOut(draft: Draft, other: Draft): boolean {
  const [own, above] = [levelOf(draft), levelOf(other)];
  if (own === undefined || above === undefined || above >= own) return false;
  if (draft.issued !== undefined && other.issued !== undefined && other.issued > draft.issued) return false;
  return cites(draft, other);
}
