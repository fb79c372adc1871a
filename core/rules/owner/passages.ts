import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Day } from '../../language/calendar.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Registry } from '../../registry.ts';
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

const passageOf = oncePer((fact: Fact): Omit<Prose, 'node'> => {
  const { text } = fact.item.body;
  let taken: Taken | undefined;
  const isOwn = (span: Span) => {
    taken ??= takenBy([...fact.citations, ...quotesOf(text)], text.length);
    return taken.isFree(span);
  };
  return { text, lower: lowerCase(text), isOwn };
});

/** The items of a draft as passages, made once for all rules of names. */
export const proseOf = oncePer((draft: Draft): readonly Prose[] => {
  const all = draft.nodes.flatMap((node): Prose[] =>
    node.fact.item.kind === 'comment' || node.fact.item.body.text === '' ? [] : [{ node, ...passageOf(node.fact) }],
  );
  return all;
});

/** What an item says in its place, or said there before. */
export function proseAt(node: Node, fact: Fact): Prose {
  return { node: fact === node.fact ? node : { ...node, fact }, ...passageOf(fact) };
}

/**
 * A finding over one passage kept by its fact: sections that did not change between two readings keep their facts, so a
 * keystroke looks at one of them. What is found may hold offsets into the passage only, never its node.
 */
export function perFact<T>(find: (prose: Prose, registry: Registry, day: Day) => T): typeof find {
  const before = new WeakMap<Fact, { registry: Registry; day: Day; value: T }>();
  return (prose, registry, day) => {
    const { fact } = prose.node;
    const known = before.get(fact);
    if (known && known.registry === registry && known.day === day) return known.value;
    const value = find(prose, registry, day);
    before.set(fact, { registry, day, value });
    return value;
  };
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
