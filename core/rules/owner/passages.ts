import type { Draft } from '../../draft.ts';
import type { Node } from '../../nodes.ts';
import { lowerCase, type Span, type Taken, takenBy } from '../../text.ts';

/** What one item says, and where names in it may be judged. */
export interface Prose {
  readonly node: Node;
  /** Cells of a table row are parted by "|". */
  readonly text: string;
  /** `text` in lower case, character by character. */
  readonly lower: string;
  /** Not inside a citation, which speaks for its own time, nor inside quotation marks, which are another's words. */
  isOwn(span: Span): boolean;
}

const known = new WeakMap<Draft, readonly Prose[]>();

/** The items of a draft as passages, made once for all rules of names. */
export function proseOf(draft: Draft): readonly Prose[] {
  const before = known.get(draft);
  if (before) return before;
  const all = draft.nodes.flatMap((node): Prose[] => {
    const { text } = node.fact.item.body;
    if (node.fact.item.kind === 'comment' || text === '') return [];
    let taken: Taken | undefined;
    const isOwn = (span: Span) => {
      taken ??= takenBy([...node.fact.citations, ...quotesOf(text)], text.length);
      return taken.isFree(span);
    };
    return [{ node, text, lower: lowerCase(text), isOwn }];
  });
  known.set(draft, all);
  return all;
}

/** Words between quotation marks (clean text has one kind of them); a mark without its pair opens nothing. */
function quotesOf(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = text.indexOf('"', start + 1);
    if (end < 0) break;
    spans.push({ start, end: end + 1 });
    start = text.indexOf('"', end + 1);
  }
  return spans;
}

/** A word of a passage: letters and digits, "&" for "và". */
export interface Syllable extends Span {
  readonly lower: string;
}

/** All words of a passage in order. */
export function syllablesOf({ lower }: Prose): Syllable[] {
  return [...lower.matchAll(/[\p{L}\d]+/gu)].map((match) => ({
    lower: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
