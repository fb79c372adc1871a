import type { Draft } from './draft.ts';
import { oneLine, type Span, sourceSpan, type Words } from './text.ts';

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
  /^[ \t]*(?:<!--|#)[ \t]*chidao-(?:bỏ-qua|bo-qua|ignore)(?![\p{L}\d-])[ \t]*([^:]*?)[ \t]*(?::[ \t]*(.*?)[ \t]*)?(?:-->)?[ \t]*$/u;

/**
 * "<!-- chidao-bỏ-qua owner/unknown: lý do -->" in the order of the text: for the block below it (a paragraph, a point, a
 * heading, a table), or, as a line of the front matter, for the document.
 */
export function readSuppressions(draft: Draft): Suppression[] {
  const found: Suppression[] = [];
  const [first] = draft.sections;
  if (first?.section.front) {
    let start = first.section.start;
    for (const line of first.section.text.split('\n')) {
      // Composed, so that the words are found; only the line as a whole is a place.
      const match = FRONT_LINE.exec(line.replace(/\r$/, '').normalize('NFC'));
      const span = { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
      if (match) {
        const rules = splitRules(match[1] ?? '').map((text) => ({ ...span, text }));
        found.push({ ...span, rules, reason: match[2] ?? '', scope: { start: 0, end: draft.text.length } });
      }
      start += line.length + 1;
    }
  }
  for (const { section, facts } of draft.sections) {
    for (const { item } of facts) {
      const match = item.kind === 'comment' && COMMENT.exec(item.body.text);
      if (!match) continue;
      const at = (from: number, to: number) => {
        const span = sourceSpan(item.body, from, to);
        return { start: section.start + span.start, end: section.start + span.end };
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

/** The next item; of a table all its rows. Empty at the end of the draft. */
function blockBelow(draft: Draft, offset: number): Span {
  let at = draft.nodes.findIndex(({ span }) => span.start >= offset);
  const first = draft.nodes[at];
  if (!first) return { start: offset, end: offset };
  let { end } = first.span;
  while (first.kind === 'row') {
    const next = draft.nodes[++at];
    if (next?.kind !== 'row' || /\n\s*\n/.test(draft.text.slice(end, next.span.start))) break;
    end = next.span.end;
  }
  return { start: first.span.start, end };
}
