import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import { countBefore } from '../../sorted.ts';
import type { Clean, Span, Words } from '../../text.ts';
import { sourceSpan } from '../../text.ts';

/** What is read as one piece: a paragraph, a point without its marker, a cell of a table. */
export interface Passage {
  readonly node: Pick<Node, 'start' | 'fact'>;
  readonly clean: Clean;
  /** What stands between quotation marks, marks included; offsets into the clean text. */
  readonly quotes: readonly Span[];
}

/** All passages of a draft in the order of the text; the front matter is none. Made once for all rules. */
export const passagesOf = oncePer((draft: Draft): readonly Passage[] => draft.nodes.flatMap(passagesIn));

function passagesIn(node: Passage['node']): Passage[] {
  const { cells, body } = node.fact.item;
  return (cells ?? [body]).map((clean) => ({ node, clean, quotes: quotesOf(clean.text) }));
}

/** The passages of one section, by places in it. */
export function passagesOfSection(facts: readonly Fact[]): Passage[] {
  return facts.filter(({ item }) => item.kind !== 'comment').flatMap((fact) => passagesIn({ start: 0, fact }));
}

/** Words of a passage as they stand in the draft. */
export function wordsIn(draft: Pick<Draft, 'text'>, { node, clean }: Passage, from: number, to: number): Words {
  if (clean === node.fact.item.body) return wordsOf(draft.text, node, from, to);
  const span = sourceSpan(clean, from, to);
  const [start, end] = [node.start + span.start, node.start + span.end];
  return { text: draft.text.slice(start, end), start, end };
}

/** The source of a passage as it stands, composed: tone marks are where they were written. */
export function sourceOf(draft: Pick<Draft, 'text'>, { node, clean }: Passage, from: number, to: number): string {
  const span = sourceSpan(clean, from, to);
  return draft.text.slice(node.start + span.start, node.start + span.end).normalize('NFC');
}

/** Is the place in one of the spans, which stand in order? */
export function isInside(spans: readonly Span[], at: number): boolean {
  return at < (spans[countBefore(spans, ({ start }) => start, at + 1) - 1]?.end ?? 0);
}

function quotesOf(text: string): Span[] {
  if (!text.includes('"')) return [];
  return [...text.matchAll(/"[^"]*"/g)].map(({ 0: quote, index }) => ({ start: index, end: index + quote.length }));
}

/** What is told of a fact alone is told once, however often the draft is read again around it. */
export function perPassage<T>(tell: (clean: Clean, quotes: readonly Span[]) => T): (passage: Passage) => T {
  const told = new WeakMap<Clean, T>();
  return ({ clean, quotes }) => {
    const kept = told.get(clean);
    if (kept !== undefined) return kept;
    const made = tell(clean, quotes);
    told.set(clean, made);
    return made;
  };
}
