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
  const sections: Section[] = [];
  const front = FRONT.exec(text)?.[0] ?? '';
  if (front !== '') sections.push({ start: 0, text: front, front: true });
  let start = front.length;
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
        if (at > start) sections.push({ start, text: text.slice(start, at), front: false });
        start = at;
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
  if (start < text.length || sections.length === 0) sections.push({ start, text: text.slice(start), front: false });
  return sections;
}

function lineEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}
