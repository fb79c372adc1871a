import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { verbAt } from '../../language/lexicon.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Span } from '../../text.ts';
import { countTasks } from './unowned.ts';

/** A passive without an agent; offsets into the node's body. */
export interface Passive {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

const PASSIVE =
  /(?<!\p{L}|(?:chưa|đã|không|vẫn|đang) )((?:cần|phải|sẽ)(?: phải)?(?: sớm| khẩn trương)? )?được (?:khẩn trương |sớm |tiếp tục |tổ chức )?/giu;
const AGENT = /(?<!\p{L})(?:do|bởi) (?=\p{L})/iu;

/** Where the money comes from is said in the passive without a fault. */
const MEANS = /^(?:kinh phí|nguồn|ngân sách)/iu;

/** Passives of an item that names no owner; offsets into its body. */
const passivesIn = oncePer((fact: Fact): readonly Span[] => {
  const { whole, parts, item } = fact;
  const { text } = item.body;
  if (whole.assignment.leads.length > 0 || parts.length > 0) return [];
  if (!text.includes('được') || AGENT.test(text) || MEANS.test(text)) return [];
  return [...text.matchAll(PASSIVE)].flatMap((match) => {
    const verb = match.index + match[0].length;
    const length = verbAt(text, verb);
    const isDemand = match[1] !== undefined || whole.deadlines.length > 0;
    return length > 0 && isDemand ? { start: match.index, end: verb + length } : [];
  });
});

/** The words of them. */
export function passiveWords(fact: Fact): string[] {
  return passivesIn(fact).map(({ start, end }) => fact.item.body.text.slice(start, end));
}

/**
 * "Các quy định cần được rà soát ...": items among tasks given to somebody that say in the passive what is to be done,
 * and not by whom. A description ("kết quả được công bố") has neither "cần" nor a deadline.
 */
export function passivesOf(draft: Draft): Passive[] {
  const counts = countTasks(draft);
  const found: Passive[] = [];
  for (const node of draft.nodes) {
    if ((node.kind !== 'unit' && node.kind !== 'bullet') || node.region !== 'body' || node.children.length > 0)
      continue;
    const { fact, parent } = node;
    const around = parent && counts.get(parent);
    if (counts.has(node) || !around || around.owned < 2 || around.owned * 2 < around.all) continue;
    const [first] = passivesIn(fact);
    if (first) found.push({ node, from: first.start, to: first.end });
  }
  return found;
}
