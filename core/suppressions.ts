import { carriedPer } from './carried.ts';
import type { Draft, ReadSection } from './draft.ts';
import type { Node } from './nodes.ts';
import type { Finding } from './rule.ts';
import { countBefore } from './sorted.ts';
import { type Edit, oneLine, positionAt, type Span, sourceSpan, type Words } from './text.ts';

/** A comment of the draft that sets rules aside, with the reason its writer gives. */
export interface Suppression extends Span {
  /** Ids as written. */
  readonly rules: readonly Words[];
  /** Empty where none is given: then nothing is set aside. */
  readonly reason: string;
  /** The block it stands above, or the whole document. */
  readonly scope: Span;
}

const COMMENT = /^<!--\s*chidao-(?:bỏ-qua|bo-qua|ignore)(?![\p{L}\d-])\s*([^:]*?)\s*(?::\s*(.*?)\s*)?-->$/su;
const FRONT_LINE =
  /^[ \t]*(?:<!--|#)?[ \t]*chidao-(?:bỏ-qua|bo-qua|ignore)(?![\p{L}\d-])[ \t]*([^:]*?)[ \t]*(?::[ \t]*(.*?)[ \t]*)?(?:-->)?[ \t]*$/u;

/**
 * "<!-- chidao-bỏ-qua owner/unknown: lý do -->" in the order of the text: for the block below it (a paragraph, a point, a
 * heading, a table), or, as a line of the front matter, for the document.
 */
export const readSuppressions = carriedPer(read, (none, _, { since }) => {
  const { before = [], now = [] } = since?.sections ?? {};
  const mayHave = ({ section, facts }: ReadSection) =>
    section.front || facts.some(({ item }) => item.kind === 'comment');
  return none.length === 0 && ![...before, ...now].some(mayHave) ? none : undefined;
});

function read(draft: Draft): readonly Suppression[] {
  const found: Suppression[] = [];
  const [first] = draft.sections;
  if (first?.section.front) {
    for (const { 0: line, index: start } of first.section.text.matchAll(/[^\r\n]+/g)) {
      // Composed, so that the words are found; only the line as a whole is a place.
      const match = FRONT_LINE.exec(line.normalize('NFC'));
      const span = { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
      if (match) {
        const rules = splitRules(match[1] ?? '').map((text) => ({ ...span, text }));
        found.push({ ...span, rules, reason: match[2] ?? '', scope: { start: 0, end: draft.text.length } });
      }
    }
  }
  for (const [i, { facts }] of draft.sections.entries()) {
    const begin = draft.starts[i] ?? 0;
    for (const { item } of facts) {
      const match = item.kind === 'comment' && COMMENT.exec(item.body.text);
      if (!match) continue;
      const at = (from: number, to: number) => {
        const span = sourceSpan(item.body, from, to);
        return { start: begin + span.start, end: begin + span.end };
      };
      let from = item.body.text.indexOf(match[1] ?? '', match[0].indexOf('chidao-') + 'chidao-'.length + 5);
      const rules = splitRules(match[1] ?? '').map((text) => {
        const start = item.body.text.indexOf(text, from);
        from = start + text.length;
        return { ...at(start, from), text };
      });
      const span = at(0, item.body.text.length);
      found.push({ ...span, rules, reason: oneLine(match[2] ?? ''), scope: blockBelow(draft, span.end) });
    }
  }
  return found;
}

function splitRules(list: string): string[] {
  return list.split(/[\s,;]+/).filter((id) => id !== '');
}

/** All up to the end of the next item, or of the table that it begins. Empty at the end of the draft. */
function blockBelow(draft: Draft, offset: number): Span {
  const node = draft.nodes[firstFrom(draft, offset)];
  return { start: offset, end: node ? blockOf(draft, node).end : offset };
}

/** The item, or the whole table of a row. */
function blockOf({ nodes, text }: Draft, node: Node): Span {
  if (node.kind !== 'row') return node.span;
  const at = nodes.indexOf(node);
  let [first, last] = [at, at];
  const goesOn = (above: number) => {
    const [upper, lower] = [nodes[above], nodes[above + 1]];
    if (upper?.kind !== 'row' || lower?.kind !== 'row' || lower.fact.item.head) return false;
    return !/\S/.test(text.slice(upper.span.end, lower.span.start).replace(/[-:|>\s]/g, ''));
  };
  while (goesOn(first - 1)) first--;
  while (goesOn(last)) last++;
  return { start: nodes[first]?.span.start ?? node.span.start, end: nodes[last]?.span.end ?? node.span.end };
}

/** The index of the first node that begins at the offset or after it. */
function firstFrom({ nodes }: Draft, offset: number): number {
  return countBefore(nodes, ({ span }) => span.start, offset);
}

/**
 * The comment that sets a finding aside, with the reason given, in the line above its block; where no block can have
 * one (the front matter, code), in the front matter for the whole document.
 */
export function suppress(draft: Draft, { rule, start }: Pick<Finding, 'rule' | 'start'>, reason = 'lý do'): Edit {
  const { text, lines, nodes, sections } = draft;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const words = `chidao-bỏ-qua ${rule}: ${reason}`;
  const next = firstFrom(draft, start + 1);
  for (const node of [nodes[next - 1], nodes[next]]) {
    if (!node) continue;
    const block = blockOf(draft, node);
    const line = lines[positionAt(lines, block.start).line - 1] ?? 0;
    if (start < line || start >= block.end) continue;
    // Within lists and quotations the comment stands where the block does, so that it ends none of them.
    const margin = /^(?:[ \t]*>)*[ \t]*/.exec(text.slice(line, block.start))?.[0] ?? '';
    return { start: line, end: line, text: `${margin}<!-- ${words} -->${lineEnd}` };
  }
  const fence = sections[0]?.section.front ? /^.*(?:\r\n|\n|\r)/.exec(text)?.[0] : undefined;
  const at = fence?.length ?? 0;
  return {
    start: at,
    end: at,
    text: fence ? `# ${words}${lineEnd}` : ['---', `# ${words}`, '---', '', ''].join(lineEnd),
  };
}
