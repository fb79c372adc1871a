import { type FoldingRange, FoldingRangeKind, type SelectionRange } from 'vscode-languageserver';
import type { Node } from '../../core/nodes.ts';
import { positionAt, type Span } from '../../core/text.ts';
import { endOf, nodeAt } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** Everything with something under it: parts, sections, khoản, phases, annexes; and the front matter. */
export function folding(view: View): FoldingRange[] {
  const { draft } = view;
  const lineOf = (offset: number) => positionAt(draft.lines, offset).line - 1;
  const ranges: FoldingRange[] = [];
  const [first] = draft.sections;
  if (first?.section.front) {
    const end = lineOf(first.section.text.trimEnd().length);
    ranges.push({ startLine: 0, endLine: end, kind: FoldingRangeKind.Region });
  }
  for (const node of draft.nodes) {
    if (node.children.length === 0) continue;
    const [startLine, endLine] = [lineOf(node.span.start), lineOf(endOf(node))];
    if (endLine > startLine) ranges.push({ startLine, endLine });
  }
  return ranges;
}

/** From the word outwards: the sentence, the item, the item with what stands under it, and so on to the whole draft. */
export function selection(view: View, offset: number): SelectionRange {
  const { text } = view.draft;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const chain: Node[] = [];
  for (let node = nodeAt(view.draft, offset); node; node = node.parent) chain.unshift(node);
  for (const node of chain) spans.push({ start: node.span.start, end: endOf(node) });
  const item = chain.at(-1)?.span;
  if (item && offset <= item.end) {
    spans.push(item);
    spans.push(sentenceAround(text, item, offset));
  }
  spans.push(wordAround(text, offset));
  let range: SelectionRange = { range: toRange(view, spans[0] ?? { start: 0, end: 0 }) };
  let last: Span = { start: 0, end: text.length };
  for (const span of spans.slice(1)) {
    const inside = last.start <= span.start && span.end <= last.end && span.start <= offset && offset <= span.end;
    if (!inside || (span.start === last.start && span.end === last.end) || span.start === span.end) continue;
    range = { range: toRange(view, span), parent: range };
    last = span;
  }
  return range;
}

function sentenceAround(text: string, item: Span, offset: number): Span {
  const words = text.slice(item.start, item.end);
  let start = 0;
  for (const match of words.matchAll(/[.;:](?=\s)\s+/g)) {
    const next = match.index + match[0].length;
    if (item.start + next > offset) return { start: item.start + start, end: item.start + match.index + 1 };
    start = next;
  }
  return { start: item.start + start, end: item.end };
}

function wordAround(text: string, offset: number): Span {
  const before = /[\p{L}\p{M}\d]*$/u.exec(text.slice(Math.max(0, offset - 80), offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\d]*/u.exec(text.slice(offset, offset + 80))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}
