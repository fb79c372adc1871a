import type { Registry } from '../../registry.ts';
import { foldTitle, type Heading, type Summary } from '../../summary.ts';
import { foldName } from '../../text.ts';
import { isThat } from '../citation/days.ts';

/**
 * How high the issuer of a document stands: 0 for the central organs of Party and State, 1 for their offices and the
 * ministries, 2 for a province, 3 for its departments, 4 for a commune; undefined where the letterhead does not tell.
 */
function levelOf({ titled, issuer: words }: Heading): number | undefined {
  const [symbol = ''] = titled?.parts.issuers ?? [];
  const issuer = foldName(words?.text ?? '');
  const commune = /(?:^|\s)(?:xã|phường|đặc khu|thị trấn|huyện|quận)(?!\p{L})/u.test(issuer);
  if (/^(?:TW|BCĐTW|TTg|CP|CTN|(?:UBTV)?QH\d*)$/.test(symbol)) return 0;
  if (/^(?:VP(?:CP|TW|QH|CTN)|\p{Lu}{2,}TW|TGV|TTCP|NHNN|KTNN|B\p{Lu}{2,})$/u.test(symbol) && !commune) return 1;
  if (/^(?:UBND|HĐND|TU)$/.test(symbol)) return commune ? 4 : 2;
  if (symbol === 'ĐU') return commune ? 4 : 3;
  return /^S\p{Lu}{1,}$/u.test(symbol) ? 3 : undefined;
}

/** Is it a copy, a version or a part of the same document? */
export function isSameDocument(one: Heading, other: Heading): boolean {
  const [own, another] = [one.titled?.key, other.titled?.key];
  const [title, there] = [one.title, other.title];
  // A new plan may bear the title of the old one; its number tells.
  if (own !== undefined && another !== undefined)
    return own === another && one.issued?.slice(0, 4) === other.issued?.slice(0, 4);
  return title !== undefined && there !== undefined && foldTitle(title.text) === foldTitle(there.text);
}

type Citing = Heading & Pick<Summary, 'mentions'>;

/** Does a document cite that other one? */
function cites(one: Citing, other: Heading, registry: Registry): boolean {
  const key = other.titled?.key;
  const isMeant = (mention: Citing['mentions'][number]) => mention.key === key && isThat(mention, other, one, registry);
  return key !== undefined && one.mentions.some(isMeant);
}

/** Does a document carry out the other: it cites it, and the other is earlier and from a higher body? */
export function carriesOut(one: Citing, other: Heading, registry: Registry): boolean {
  const [own, above] = [levelOf(one), levelOf(other)];
  if (own === undefined || above === undefined || above >= own) return false;
  if (one.issued !== undefined && other.issued !== undefined && other.issued > one.issued) return false;
  return cites(one, other, registry);
}
