import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import type { Registry } from '../../registry.ts';
import type { Span, Words } from '../../text.ts';
import { type Prose, perFact, proseAt, proseOf } from './passages.ts';

/** A committee called by the first words of its name before, or without, the name in full. */
export interface BareCommittee extends Words {
  /** Where the full name first stands; absent where it never does. */
  readonly full?: number;
}

const COMMITTEE =
  /(?<!\p{L})(Ban Chỉ đạo|Tổ [Cc]ông tác)( Trung ương| của Chính phủ| Chính phủ| của Thủ tướng Chính phủ)?(?!\p{L})/gu;
/** What goes on to say what the committee is for, of what level, or by which decision it was made. */
const GOES_ON =
  /^\s+(?:về|phòng|Phòng|thực hiện|triển khai|thúc đẩy|cải cách|Cải cách|xây dựng|Xây dựng|các|chuyển đổi|Chuyển đổi|phát triển|Phát triển|chống|\d|đặc biệt|Đề án|Chương trình|Nghị quyết|tổng kết|liên ngành|điều phối|quốc gia|Quốc gia|Nhà nước|ứng phó|đổi mới|công tác|tỉnh|Tỉnh|xã|phường|Thành phố|thành phố|cấp|số|được thành lập|theo Quyết định|\p{Lu})/u;
/** Several, or one that is yet to be. */
const GENERAL = /(?:các|những|một|mỗi|\d|thành lập|kiện toàn|lập)\s+$/iu;

/** A name of a committee in an item. */
interface CommitteeMention extends Span {
  readonly name: string;
  /** "Ban Chỉ đạo" of "Ban Chỉ đạo Trung ương". */
  readonly head: string;
  /** `full` with what the committee is for behind it, `bare` where one is meant and no more is said. */
  readonly form: 'full' | 'bare' | 'other';
}

/** Committees of an item, and the short names that it explains; undefined for an item that speaks of none. */
const committeesIn = perFact(
  ({ text, node, isOwn }): { named: readonly CommitteeMention[]; explained: readonly string[] } | undefined => {
    if (!/Ban Chỉ đạo|Tổ [Cc]ông tác/u.test(text)) return undefined;
    const named = [...text.matchAll(COMMITTEE)].map((match): CommitteeMention => {
      const [name, head = ''] = match;
      const span = { start: match.index, end: match.index + name.length };
      const isFull = GOES_ON.test(text.slice(span.end));
      const isBare = !isFull && !GENERAL.test(text.slice(0, span.start)) && isOwn(span);
      return { ...span, name, head, form: isFull ? 'full' : isBare ? 'bare' : 'other' };
    });
    return { named, explained: node.fact.abbreviations.map(({ short }) => short.trim()) };
  },
);

function committeesAt(prose: Prose, registry: Registry): ReturnType<typeof committeesIn> {
  const { region } = prose.node;
  return region === 'recipients' || region === 'signature' ? undefined : committeesIn(prose, registry, '');
}

/** What of an item tells which committees are named, and how. */
export function committeeNames(fact: Fact, node: Node, registry: Registry): readonly unknown[] {
  const { named = [], explained = [] } = committeesAt(proseAt(node, fact), registry) ?? {};
  return [named.map(({ name, form }) => [name, form]), explained];
}

/** The first bare use of each committee, where the draft does not say its full name before. */
export function bareCommittees(draft: Draft): BareCommittee[] {
  const issuer = `${draft.letterhead.issuer?.text ?? ''}\n${draft.letterhead.title?.text ?? ''}`.normalize('NFC');
  const explained = new Set<string>();
  for (const { index, 0: words } of issuer.matchAll(COMMITTEE))
    if (GOES_ON.test(issuer.slice(index + words.length))) explained.add(words);
  const bare = new Map<string, Words>();
  const later = new Map<string, number>();
  for (const prose of proseOf(draft)) {
    const found = committeesAt(prose, draft.registry);
    for (const short of found?.explained ?? []) explained.add(short);
    for (const { name, head, form, start, end } of found?.named ?? []) {
      const words = wordsOf(draft.text, prose.node, start, end);
      if (form === 'full') {
        for (const each of [name, head])
          if (bare.has(each) && !later.has(each)) later.set(each, words.start);
          else explained.add(each);
      } else if (form === 'bare' && !bare.has(name)) {
        const isKnown = explained.has(name) || [...explained].some((each) => each.startsWith(`${name} `));
        if (!isKnown) bare.set(name, words);
      }
    }
  }
  return [...bare].map(([name, words]) => {
    const full = later.get(name);
    return { ...words, ...(full !== undefined && { full }) };
  });
}
