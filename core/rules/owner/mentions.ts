import type { Draft } from '../../draft.ts';
import { wordsOf } from '../../draft.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import { type Span, takenBy, textBefore, type Words } from '../../text.ts';

/** A name in the draft's text that stands for a body of today, not for one of the past or of another document. */
export interface Mention extends Words {
  readonly ids: readonly string[];
  readonly group: boolean;
  readonly node: Node;
  /** Where it begins in the node's body. */
  readonly at: number;
}

/** Words that put what is named into the past ("nguyên là", "(cũ)", "trước sáp nhập"). */
const PAST_BEFORE =
  /(?:nguyên|trước đây|trước kia|nay là|tiền thân|tiếp nhận từ|chuyển từ|bàn giao từ|hợp nhất|sáp nhập|giải thể|chấm dứt hoạt động|kế thừa|thay thế|tách từ|trên cơ sở)(?:\s+(?:là|của|từ))?\s*$/iu;
const PAST_AFTER =
  /^\s*(?:\(?(?:cũ|trước đây|trước kia|nay là|trước khi|trước sắp xếp|trước sáp nhập)(?!\p{L})|\([^)]{0,200}(?:nay là|cũ)\)|(?:,|và)\s[^.;]{0,80}(?:cũ|trước đây|sáp nhập|hợp nhất)(?!\p{L}))/iu;

/**
 * Names of the registry in the body, the addressees and the recipients. A name inside a citation is judged by the cited
 * document, one in quotation marks is another's words; both are left out, as is what is said of the past.
 */
export const mentionsOf = oncePer((draft: Draft): readonly Mention[] => {
  const found = [...readMentions(draft)];
  return found;
});

function* readMentions(draft: Draft): Iterable<Mention> {
  for (const node of draft.nodes) {
    if (node.fact.names.length === 0) continue;
    const { text } = node.fact.item.body;
    const cited = takenBy(node.fact.citations, text.length);
    let quotes = 0;
    let quote = text.indexOf('"');
    const lastQuote = text.lastIndexOf('"');
    // Names stand in the order of the text: the quotation marks before them are counted as they come.
    for (const name of node.fact.names) {
      for (; quote >= 0 && quote < name.start; quote = text.indexOf('"', quote + 1)) quotes++;
      if (quotes % 2 === 1 && lastQuote >= name.end) continue;
      if (!cited.isFree(name)) continue;
      if (isPast(text, name)) continue;
      yield {
        ...wordsOf(draft.text, node, name.start, name.end),
        ids: name.ids,
        group: name.group,
        node,
        at: name.start,
      };
    }
  }
}

/** Do the words around a name put it into the past? */
export function isPast(text: string, { start, end }: Span): boolean {
  return PAST_BEFORE.test(textBefore(text, start)) || PAST_AFTER.test(text.slice(end, end + 300));
}
