import { partsLongLines, WIDEST_WRAP } from './items.ts';
import { clean } from './text.ts';

/** A cut: where a section begins, and what has to stand above it when it is read by itself (sections.ts). */
export interface Cut {
  readonly start: number;
  readonly above: string;
}

const BLANK = /^[ \t\r\n]*$/;
const INDENTED = /^[ \t]/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** Raw HTML that may run over blank lines (CommonMark's kinds 1 to 5); the other kinds end at a blank line. */
const OPEN_HTML = /^[ \t]*<(?:!|\?|(?:script|pre|style|textarea)(?:[\s>]|$))/i;
const COMMENT = /^[ \t]*<!--(?:(?!-->).)*-->[ \t]*[\r\n]*$/;
const HTML = /^[ \t]*<\/?[a-z]/i;
const LIST_OR_QUOTE = /^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$))/;
/** A heading with words: nothing before it goes on behind it. */
const HEADING = /^#{1,6}[ \t]+[\p{L}\d]/u;
/** An item of a list at the margin, with words; a year may be the last word of the line before (items.ts). */
const LIST_ITEM = /^(?:[-+*]|(?!\d{4}[.)])(\d{1,9})[.)])[ \t]+(?=.*[\p{L}\d])(.)/u;
/** A line within an open list, or one that goes on with its last item. */
const STAYS_IN_LIST = /^[ \t]*(?:["'“(•*_]*[ \t]*[\p{L}\d]|[-+*][ \t]+\p{L})/u;
/** A line that ends what it says: a "-" below it begins an item (items.ts asks the same of what it read). */
const FINISHED = /^[^&]*[\p{L}\d)]["”]?[.;:,][ \t\r\n]*$/u;
/** A line of a paragraph without signs of Markdown that may reach into the next line. */
const PLAIN = /^["'“(•]?[ \t]*[\p{L}\d][^*_`[<\\|]*$/u;
const ROW = /^\|.*\|[ \t\r\n]*$/;
const DELIMITERS = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t\r\n]*$/;
/** Stands for a paragraph with a line too long to be wrapped; behind the marker of a list for that of its last item. */
const LONG_LINE = `${'a'.repeat(WIDEST_WRAP + 1)}.\n`;

interface State {
  readonly afterBlank: boolean;
  /** Within a list or a quote, it may be. */
  readonly container: boolean;
  /** The marker of the last item of a list, with its blanks, where the line is in a list for certain. */
  readonly list: string;
  /** The head of the table, and how many lines with bars there were. */
  readonly head: string;
  readonly bars: number;
  /** Is there one with a long line above the last, if all of its lines are plain? */
  readonly paragraph: 'none' | 'plain' | 'long';
}

/**
 * Cuts from a place where a section begins, up to a cut where `stop` says so. A cut is made only before an unindented
 * line, outside fences and raw HTML:
 * - a heading, or an item of a list that does not go on with the one before;
 * - one that follows a blank line or a heading and starts neither list item nor quote;
 * - a row of a table, which is read with the head of its table above it;
 * - one that begins an item in a paragraph of long lines, which is read with a long line above it.
 * In doubt no cut is made: slower, never wrong. What follows a cut depends on the cut and the text behind it alone. Link
 * definitions must not be depended upon.
 */
export function cutFrom(
  text: string,
  from: Cut,
  stop: (cut: Cut) => boolean = () => false,
): { cuts: Cut[]; end: number } {
  const cuts = [from];
  let before = '';
  let fence = '';
  let html = false;
  let { afterBlank, container, list, head, bars, paragraph } = stateBehind(from.above);

  for (let at = from.start, end = at; at < text.length; at = end) {
    end = lineEnd(text, at);
    const line = text.slice(at, end);
    const blank = BLANK.test(line);
    if (fence !== '') {
      const close = FENCE.exec(line);
      if (close?.[1]?.startsWith(fence) && BLANK.test(line.slice(close[0].length))) fence = '';
    } else if (blank) {
      html = false;
    } else {
      if (paragraph === 'plain' && !afterBlank && isLong(before)) paragraph = 'long';
      const item = html ? null : itemAt(line);
      const above = html || at === from.start ? undefined : aboveAt(line, item);
      if (above !== undefined) {
        const cut = { start: at, above };
        if (stop(cut)) return { cuts, end: at };
        cuts.push(cut);
        ({ afterBlank, container, list, head, bars, paragraph } = stateBehind(above));
      }
      readTable(line);
      readParagraph(line, item);
      if (item) list = item[0].slice(0, -1);
      else if (afterBlank || !STAYS_IN_LIST.test(line)) list = '';
      container ||= LIST_OR_QUOTE.test(line);
      if (!readConcrete(line)) break;
      before = line;
    }
    afterBlank = blank;
  }
  return { cuts, end: text.length };

  function isFresh(): boolean {
    return afterBlank || HEADING.test(before);
  }

  /** Where the line begins an item of a list. Right below a paragraph only a "1." does: "2." goes on with it. */
  function itemAt(line: string): RegExpExecArray | null {
    const item = LIST_ITEM.exec(line);
    const number = item?.[1];
    return number === undefined || number === '1' || list !== '' || isFresh() ? item : null;
  }

  /** What has to stand above a section that begins with the line; undefined where none may. */
  function aboveAt(line: string, item: RegExpExecArray | null): string | undefined {
    if (HEADING.test(line)) return '';
    if (item) return line[0] !== '-' || /[\p{Lu}\d]/u.test(item[2] ?? '') || FINISHED.test(before) ? '' : undefined;
    if (INDENTED.test(line)) return undefined;
    if (isFresh()) return !LIST_OR_QUOTE.test(line) && /[\p{L}\d]/u.test(line) ? '' : undefined;
    if (head !== '' && ROW.test(line)) return head;
    if (paragraph !== 'long' || !PLAIN.test(line) || (list !== '' && LIST_OR_QUOTE.test(line))) return undefined;
    const words = wordsOf(line);
    const parts = partsLongLines(wordsOf(before), words) && partsLongLines(LONG_LINE.trimEnd(), words);
    return parts ? list + LONG_LINE : undefined;
  }

  function readTable(line: string): void {
    const isRow = ROW.test(line);
    if (!isRow || afterBlank) head = '';
    if (afterBlank) bars = 0;
    if (bars === 1 && DELIMITERS.test(line) && isHead(before, line)) head = before + line;
    if (line.includes('|')) bars = /^[ \t:|-]*[\r\n]*$/.test(line) ? Math.max(2, bars) : bars + 1;
    // Lines without bars may be rows as well.
    else if (bars < 2) bars = 0;
  }

  function readParagraph(line: string, item: RegExpExecArray | null): void {
    const begins = item !== null || (isFresh() && !INDENTED.test(line) && !LIST_OR_QUOTE.test(line));
    const isText = PLAIN.test(item === null ? line : line.slice(item[0].length - 1));
    const goesOn = !afterBlank && !(list !== '' && LIST_OR_QUOTE.test(line));
    if (!isText || !(begins || goesOn)) paragraph = 'none';
    else if (begins) paragraph = 'plain';
  }

  /** Raw HTML and fences, whose lines are not Markdown. False where it cannot be told what follows. */
  function readConcrete(line: string): boolean {
    const open = FENCE.exec(line)?.[1];
    if (OPEN_HTML.test(line)) return COMMENT.test(line) && !container;
    if (HTML.test(line)) html = true;
    // Within list or quote, or right under raw HTML, a fence may or may not open: what follows is left whole.
    else if (open !== undefined || (container && /(`{3,}|~{3,})/.test(line))) {
      if (container || html) return false;
      fence = open ?? '';
    }
    return true;
  }
}

/** What is known at the beginning of a section. */
function stateBehind(above: string): State {
  const isRow = above.startsWith('|');
  return {
    afterBlank: above === '',
    container: above !== '',
    list: isRow ? '' : above.slice(0, -LONG_LINE.length),
    head: isRow ? above : '',
    bars: isRow ? 2 : 0,
    paragraph: above === '' || isRow ? 'none' : 'long',
  };
}

function isHead(line: string, delimiters: string): boolean {
  const bars = (row: string) => row.split('|').length;
  return ROW.test(line) && !line.includes('\\') && bars(line) === bars(delimiters);
}

function isLong(line: string): boolean {
  return line.length > WIDEST_WRAP && wordsOf(line).replace(LIST_OR_QUOTE, '').length > WIDEST_WRAP;
}

function wordsOf(line: string): string {
  return clean(line, [{ start: 0, end: line.trimEnd().length }]).text;
}

function lineEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}
