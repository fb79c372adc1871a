import { type Span, textBefore } from '../text.ts';
import { parenValue } from './numbering.ts';

/** An item numbered within a sentence: "(1) ...", "(i) ...". Offsets into the passage. */
export interface InlineItem extends Span {
  /** As written: "(1)", "(iii)". */
  readonly marker: string;
  readonly number: string;
  readonly value: number;
  /** Where its words begin. */
  readonly body: number;
}

const MARKER = /\((\d{1,2}|[ivx]{1,5}|[a-hk-uyđ])\)(?=\s+\S|\p{Lu})/gu;

/**
 * The inline items of a passage, in order. A lone number is an item only behind the end of a clause ("...: (1) ..."): a
 * number in brackets elsewhere is a footnote or a count.
 */
export function readInlineItems(text: string): InlineItem[] {
  const marks: { at: number; marker: string; number: string; value: number }[] = [];
  let style = '';
  for (const match of text.matchAll(MARKER)) {
    const number = match[1] ?? '';
    const kind = /\d/.test(number) ? 'arabic' : /^[ivx]+$/.test(number) ? 'roman' : 'letter';
    if (style === '') style = kind;
    if (kind !== style) continue;
    if (marks.length === 0 && !/(?:^|[:;.,]\s*|\s(?:và|hoặc|là|gồm)\s+)$/u.test(textBefore(text, match.index)))
      continue;
    marks.push({ at: match.index, marker: match[0], number, value: parenValue(number) });
  }
  if (marks.length === 1 && !/(?:^|[:.;]\s*)$/u.test(text.slice(0, marks[0]?.at))) return [];
  return marks.map((mark, i) => {
    const end = marks[i + 1]?.at ?? text.length;
    const body =
      mark.at + mark.marker.length + (/^\s*/.exec(text.slice(mark.at + mark.marker.length))?.[0].length ?? 0);
    return { start: mark.at, end, marker: mark.marker, number: mark.number, value: mark.value, body };
  });
}
