import { type Draft, wordsOf } from '../../draft.ts';
import type { Words } from '../../text.ts';
import { proseOf } from './passages.ts';

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

/** The first bare use of each committee, where the draft does not say its full name before. */
export function bareCommittees(draft: Draft): BareCommittee[] {
  const issuer = `${draft.letterhead.issuer?.text ?? ''}\n${draft.letterhead.title?.text ?? ''}`.normalize('NFC');
  const explained = new Set<string>();
  for (const { index, 0: words } of issuer.matchAll(COMMITTEE))
    if (GOES_ON.test(issuer.slice(index + words.length))) explained.add(words);
  const bare = new Map<string, Words>();
  const later = new Map<string, number>();
  for (const prose of proseOf(draft)) {
    const { node, text } = prose;
    if (!/Ban Chỉ đạo|Tổ [Cc]ông tác/u.test(text) || node.region === 'recipients' || node.region === 'signature')
      continue;
    for (const { short } of node.fact.abbreviations) explained.add(short.trim());
    for (const match of text.matchAll(COMMITTEE)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (GOES_ON.test(text.slice(span.end))) {
        const at = wordsOf(draft.text, node, span.start, span.end).start;
        for (const name of [match[0], match[1] ?? ''])
          if (bare.has(name) && !later.has(name)) later.set(name, at);
          else explained.add(name);
        continue;
      }
      const isKnown = explained.has(match[0]) || [...explained].some((name) => name.startsWith(`${match[0]} `));
      if (isKnown || bare.has(match[0]) || GENERAL.test(text.slice(0, span.start)) || !prose.isOwn(span)) continue;
      bare.set(match[0], wordsOf(draft.text, node, span.start, span.end));
    }
  }
  return [...bare].map(([name, words]) => {
    const full = later.get(name);
    return { ...words, ...(full !== undefined && { full }) };
  });
}
