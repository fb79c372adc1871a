import type { Change } from './change.ts';
import { countBefore } from './sorted.ts';

/**
 * A slice of a draft that Markdown reads the same alone as within the whole. `front` is the YAML front matter with its
 * fences; every other slice is Markdown. The slices joined are the text.
 */
export interface Section {
  readonly start: number;
  readonly text: string;
  readonly front: boolean;
}

const FRONT = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/;
const BLANK = /^[ \t\r\n]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** Raw HTML that may run over blank lines (CommonMark's kinds 1 to 5); the other kinds end at a blank line. */
const OPEN_HTML = /^[ \t]*<(?:!|\?|(?:script|pre|style|textarea)(?:[\s>]|$))/i;
const COMMENT = /^[ \t]*<!--(?:(?!-->).)*-->[ \t]*[\r\n]*$/;
const HTML = /^[ \t]*<\/?[a-z]/i;
const LIST_OR_QUOTE = /^[ \t]*(?:[-+*>]|\d{1,9}[.)](?:[ \t\r\n]|$))/;

/**
 * Cuts a draft into sections. A cut is made only before an unindented line that follows a blank line and starts neither
 * list item nor quote, outside fences and raw HTML: there a paragraph, a point or a heading stands by itself. In doubt
 * no cut is made: slower, never wrong. Link definitions must not be depended upon.
 */
export function cutSections(text: string): Section[] {
  const front = FRONT.exec(text)?.[0] ?? '';
  const sections = cutFrom(text, front.length);
  if (front === '') return sections;
  const head = { start: 0, text: front, front: true };
  return front.length < text.length ? [head, ...sections] : [head];
}

/** How a text is cut, by the sections of an earlier one. */
export interface Recut {
  /** How many at the beginning are those of before. */
  readonly first: number;
  /** How many at the end are those of before, all of them moved. */
  readonly last: number;
  readonly by: number;
  /** What stands between. */
  readonly middle: readonly Section[];
}

/**
 * What cutSections(text) gives, from the sections of an earlier text and what changed since: only what stands between the
 * sections that are the same at both ends is cut again, and one more at either end, on whose lines the cut may depend.
 */
export function recutSections(text: string, before: readonly { readonly section: Section }[], change: Change): Recut {
  const by = change.newEnd - change.oldEnd;
  const startOf = ({ section }: { readonly section: Section }) => section.start;
  const same = countBefore(before, ({ section }) => section.start + section.text.length, change.start + 1);
  const front = before[0]?.section.front ? before[0].section.text : '';
  // What the text begins with decides whether there is a front matter, and where it ends.
  const isFirm = front === '' ? !/^\ufeff?---/.test(text) : same > 0 && /[^\r\n](?:\n|\r\n)$/.test(front);
  if (!isFirm) return { first: 0, last: 0, by, middle: cutSections(text) };
  // A cut stands as long as the line behind it does.
  const first = Math.max(front === '' ? 0 : 1, same - 1);
  const resume = before[first]?.section.start ?? front.length;
  const firstBehind = Math.max(first + 1, countBefore(before, startOf, change.oldEnd));
  const at = (before[firstBehind]?.section.start ?? text.length - by) + by;
  let found = before.length;
  const isNext = (start: number) => {
    if (start < at) return false;
    const index = countBefore(before, startOf, start - by);
    if (before[index]?.section.start === start - by) found = index;
    return found < before.length;
  };
  const middle = first > 0 && resume === text.length ? [] : cutFrom(text, resume, isNext);
  return { first, last: before.length - found, by, middle };
}

/** Cuts from a place where a section begins, up to a cut where `stop` says so; a last section without text is none. */
function cutFrom(text: string, from: number, stop: (start: number) => boolean = () => false): Section[] {
  const sections: Section[] = [];
  let start = from;
  let at = start;
  let afterBlank = false;
  let fence = '';
  let html = false;
  let container = false;
  let doubt = false;
  while (at < text.length && !doubt) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const blank = BLANK.test(line);
    if (fence !== '') {
      const close = FENCE.exec(line);
      if (close?.[1]?.startsWith(fence) && BLANK.test(line.slice(close[0].length))) fence = '';
    } else if (blank) {
      html = false;
    } else {
      if (afterBlank && !/^[ \t]/.test(line) && !LIST_OR_QUOTE.test(line)) {
        if (at > start) sections.push({ start, text: apart(text.slice(start, at)), front: false });
        start = at;
        if (stop(start)) return sections;
        container = false;
      }
      container ||= LIST_OR_QUOTE.test(line);
      const open = FENCE.exec(line)?.[1];
      if (OPEN_HTML.test(line)) doubt = !COMMENT.test(line) || container;
      else if (HTML.test(line)) html = true;
      // Within list or quote, or right under raw HTML, a fence may or may not open: what follows is left whole.
      else if (open !== undefined || /(`{3,}|~{3,})/.test(container ? line : '')) {
        if (container || html) doubt = true;
        else fence = open ?? '';
      }
    }
    afterBlank = blank;
    at = end;
  }
  if (start < text.length || sections.length === 0)
    sections.push({ start, text: apart(text.slice(start)), front: false });
  return sections;
}

/** A text of its own: a slice would hold the whole text it was cut from, with every keystroke another one. */
function apart(slice: string): string {
  return ` ${slice}`.slice(1);
}

function lineEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}
