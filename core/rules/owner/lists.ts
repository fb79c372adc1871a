import { matchName, matchTail, type Registry } from '../../registry.ts';
import type { Span } from '../../text.ts';
import { type Prose, perFact } from './passages.ts';

/** A list of bodies or places behind what it is a list of: "15 tỉnh, thành phố (Cần Thơ, ...)", "các bộ: Công an, Nội vụ". */
export interface NameList extends Span {
  /** What is listed: "bộ", "sở", "tỉnh" (provinces and cities), or another noun as written. */
  readonly noun: string;
  /** The number stated before the noun, with its place. */
  readonly stated: (Span & { readonly count: number }) | undefined;
  readonly items: readonly ListItem[];
  /** Read to its end, every item a name; false where it ends in "..." or goes on in words of another kind. */
  readonly complete: boolean;
}

export interface ListItem extends Span {
  /** Agencies the item may stand for; none for a name the registry does not have. */
  readonly ids: readonly string[];
}

const NUMBER_WORDS = [
  ...['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  ...['mười một', 'mười hai', 'mười ba', 'mười bốn', 'mười lăm', 'mười sáu', 'mười bảy', 'mười tám', 'mười chín'],
  'hai mươi',
];
const NUMBER = [...NUMBER_WORDS].sort((a, b) => b.length - a.length).join('|');
const CAPITAL_NUMBER = NUMBER_WORDS.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('|');
const NOUN =
  'bộ|tỉnh|thành phố|địa phương|cơ quan ngang bộ|cơ quan|sở|ban|ngành|xã|phường|đặc khu|đơn vị|huyện|quận|thị xã|tập đoàn|tổng công ty|doanh nghiệp|ngân hàng';
const HEAD = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?:(?:(\\d{1,3}|${NUMBER}|${CAPITAL_NUMBER})|[Cc]ác|những|ở|tại)\\s+)(${NOUN})((?:,\\s+(?:và\\s+)?|\\s+và\\s+|\\s+hoặc\\s+)(?:${NOUN}))*(?!\\p{L})(?:(?:\\s+(?!\\p{Lu})[^:.;()|]{1,40}?)?\\s*([:(])\\s*|\\s+(?:(?:bao )?gồm\\s+|là\\s+)?(?=\\p{Lu}))`,
  'gu',
);
const PLACE_HEAD = /(?:[Tt]ỉnh|[Tt]hành phố|T[Pp]\.?|xã|phường|đặc khu|thị trấn|huyện|quận|thị xã)\s+(?=\p{Lu})/uy;
const LINK = /\s*(?:[,;]\s*(?:và\s+)?|\s+và\s+)/uy;
/** What says that not all are named. */
const OPEN = /\s*(?:\.\.\.|…|,?\s*v\.?\s?v|[,;]?\s*(?:và\s+)?(?:các|những|một số|\d+|nhiều|toàn bộ)\s)/iuy;
const PROPER = /\p{Lu}[\p{L}\d]*(?:(?:\s|-|\s-\s)\p{Lu}[\p{L}\d]*)*/uy;
const LOOSE = /\p{Lu}[^,;:.()"|]{1,60}?(?=[,;)|]|\s+và\s|$)/uy;

/** The lists of a passage; a list inside another is read once. */
export function listsOf(prose: Prose, registry: Registry): readonly NameList[] {
  return readLists(prose, registry, '');
}

const readLists = perFact(({ text, lower }, registry): readonly NameList[] => {
  const found: NameList[] = [];
  for (const match of text.matchAll(HEAD)) {
    const noun = (match[2] ?? '').toLowerCase();
    const kind = /^(?:tỉnh|thành phố|địa phương)$/.test(noun) ? 'tỉnh' : noun;
    const start = match.index + match[0].length;
    if (found.some((list) => start < list.end)) continue;
    const list = readItems(text, lower, start, kind, match[4], registry);
    if (list.items.length === 0) continue;
    const number = match[1];
    const count = number ? (/\d/.test(number) ? Number(number) : NUMBER_WORDS.indexOf(number.toLowerCase()) + 1) : 0;
    found.push({
      start,
      ...list,
      noun: kind,
      stated: number && count > 0 ? { count, start: match.index, end: match.index + number.length } : undefined,
    });
  }
  return found;
});

function readItems(
  text: string,
  lower: string,
  from: number,
  noun: string,
  opened: string | undefined,
  registry: Registry,
): { items: ListItem[]; end: number; complete: boolean } {
  const items: ListItem[] = [];
  let at = from;
  for (;;) {
    const item = readItem(text, lower, at, noun, registry);
    // "3 tỉnh Bắc Ninh, Lào Cai, An Giang": without a colon only names that are known belong to the list.
    if (!item || (opened === undefined && item.ids.length === 0)) return { items, end: at, complete: false };
    items.push(item);
    if (after(OPEN, text, item.end) > 0) return { items, end: item.end, complete: false };
    const link = after(LINK, text, item.end);
    const next = text[item.end + link] ?? '';
    if (link > 0 && /\p{Lu}/u.test(next)) at = item.end + link;
    else if (link > 0 && after(PLACE_HEAD, text, item.end + link) > 0) at = item.end + link;
    else {
      const rest = text.slice(item.end);
      const complete = opened === '(' ? /^\s*\)/.test(rest) : /^(?:[.;|]|$|\s(?!và\s)\p{Ll}|,\s\p{Ll})/u.test(rest);
      return { items, end: item.end, complete };
    }
  }
}

function readItem(text: string, lower: string, at: number, noun: string, registry: Registry): ListItem | undefined {
  const head = after(PLACE_HEAD, text, at);
  const start = at + head;
  const tail =
    noun === 'bộ' || noun === 'sở' || noun === 'ban' || noun === 'tỉnh' || head > 0
      ? matchTail(registry, head > 0 ? 'tỉnh' : noun, text, lower, start)
      : undefined;
  if (tail && !/^[xpđhq]/u.test(head > 0 ? (text[at] ?? '') : ''))
    return { start, end: start + tail.length, ids: tail.ids };
  const name = matchName(registry, text, lower, at);
  if (name && !name.group) return { start: at, end: at + name.length, ids: name.ids };
  const length =
    after(noun === 'bộ' || noun === 'sở' || noun === 'cơ quan' ? LOOSE : PROPER, text, start) ||
    after(PROPER, text, start);
  return length > 0 ? { start, end: start + length, ids: [] } : undefined;
}

/** Length of what a sticky expression takes at a place. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
