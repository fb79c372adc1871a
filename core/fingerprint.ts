import type { Draft } from './draft.ts';
import type { Fact } from './facts.ts';
import { hash } from './hash.ts';
import { oncePer } from './once.ts';
import type { Problem } from './rule.ts';
import { oneLine, type Span, sourceSpan } from './text.ts';
import { nodeAt } from './things.ts';

/** What the fingerprint of a problem is made of; the same for a problem that was carried over with its item. */
export interface Name {
  readonly key: string;
  /** Which of those with the same key. */
  readonly count: number;
  readonly fingerprint: string;
}

/**
 * Names problems of a draft so that the same fault has the same name in the next version: by its rule, its words and the
 * text of the item it stands in, without the numbers of parts, which change when a part is put in above. Equal ones are
 * told apart by their order, so problems are to be given in the order of the text. 14 hexadecimal digits. `known` is the
 * name it had, where the item and the words are the same.
 */
export function namesIn(draft: Draft): (rule: string, problem: Problem, known?: Name) => Name {
  const seen = new Map<string, number>();
  return (rule, problem, known) => {
    const key = known?.key ?? keyOf(draft, rule, problem);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return known?.count === count ? known : { key, count, fingerprint: hash(`${key}|${count}`) };
  };
}

function keyOf(draft: Draft, rule: string, problem: Problem): string {
  const node = nodeAt(draft, problem.start);
  const kept = node && keptOf(node.fact);
  const words = kept ? wordsWithout(draft.text, problem, node.start, kept.numbers) : wordsOf(draft.text, problem);
  return `${rule}|${kept?.said ?? ''}|${words}`;
}

/** What of an item stays when parts are numbered anew. */
interface Kept {
  /** A hash of what it says. */
  readonly said: string;
  /** Where numbers of parts stand in it, relative to its section: its own and those of references. */
  readonly numbers: readonly Span[];
}

const keptOf = oncePer(({ item, references, annexes }: Fact): Kept => {
  const { body, markerSpan } = item;
  const inBody = [
    ...references.flatMap(({ steps, external }) => (external ? [] : steps.flatMap(({ numbers }) => numbers))),
    ...annexes.flatMap(({ numberSpan }) => (numberSpan ? [numberSpan] : [])),
  ].sort((a, b) => a.start - b.start);
  const numbers = inBody.map(({ start, end }) => sourceSpan(body, start, end));
  return {
    said: hash(without(body.text, { start: 0, end: body.text.length }, inBody)),
    numbers: markerSpan ? [markerSpan, ...numbers] : numbers,
  };
});

function wordsWithout(text: string, { start, end }: Span, from: number, numbers: readonly Span[]): string {
  const cut = numbers.filter((span) => from + span.start < end && start < from + span.end);
  if (cut.length === 0) return wordsOf(text, { start, end });
  const spans = cut.map((span) => ({ start: from + span.start, end: from + span.end }));
  return oneLine(without(text, { start, end }, spans));
}

function wordsOf(text: string, { start, end }: Span): string {
  return oneLine(text.slice(start, end));
}

/** The text from `start` to `end` with "#" for the spans, which are in order. */
function without(text: string, { start, end }: Span, spans: readonly Span[]): string {
  let out = '';
  let at = start;
  for (const span of spans) {
    // What is said once for several references is met with each.
    if (span.end <= at) continue;
    out += `${text.slice(at, span.start)}#`;
    at = span.end;
  }
  return out + text.slice(at, end);
}
