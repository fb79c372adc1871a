import type { Nodes, Paragraph, Parents, Root, Table } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Span } from './text.ts';

/** One written line of a block: the places of its text, markup left out. */
export interface Line {
  readonly spans: readonly Span[];
  /** All of it stands in bold. */
  readonly bold: boolean;
}

export interface Bullet {
  /** As written: "-", "+", "*". */
  readonly char: string;
  /** How many lists it stands in, from 1. */
  readonly depth: number;
}

/**
 * A block in the order of the text. Numbered list items are text whose first line begins with the number as written
 * (Markdown's own count is never used). Offsets are relative to the section.
 */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly lines: readonly Line[] }
  | { readonly kind: 'text'; readonly lines: readonly Line[]; readonly bullet?: Bullet }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Line[])[]; readonly rowSpans: readonly Span[] }
  | { readonly kind: 'comment'; readonly span: Span };

/** Of GFM only tables: the rest doubles the time of a parse. */
const parser = (...left: readonly string[]) =>
  unified()
    .use(remarkParse)
    .use(function tables(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [gfmTable(), { disable: { null: [...left] } }];
      data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
    })
    .freeze();
/** Indented code is no part of a directive, and would swallow a list that follows it. */
const body = parser('codeIndented', 'definition');
/** For a line that opens lists or quotes within one another beyond all use: Markdown's parser recurses into each. */
const flat = parser('codeIndented', 'definition', 'list', 'blockQuote');
const TOO_DEEP = /^(?:(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){200}|[ \t]{200,}(?:>|[-+*]|\d{1,9}[.)])[ \t])/m;

const front = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

/** The place of the YAML between the fences of a front matter, or undefined where there is none. */
export function readFrontMatter(section: string): Span | undefined {
  const node = (front.parse(section) as Root).children[0];
  if (node?.type !== 'yaml') return undefined;
  const fence = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(section)?.[0] ?? '';
  return { start: fence.length, end: fence.length + node.value.length };
}

/** Reads the Markdown of one section (or of a whole draft) as blocks. */
export function readBlocks(section: string): Block[] {
  const blocks: Block[] = [];
  visit((TOO_DEEP.test(section) ? flat : body).parse(section) as Root, { depth: 0 });
  return blocks;

  function visit(parent: Parents, list: { depth: number; marker?: Span; bullet?: Bullet }): void {
    let marker = list.marker;
    let bullet = list.bullet;
    for (const node of parent.children as Nodes[]) {
      switch (node.type) {
        case 'heading': {
          // "Text" underlined with --- is a pasted rule under a title, not a heading of a level.
          if (section[start(node)] === '#') blocks.push({ kind: 'heading', depth: node.depth, lines: lines(node) });
          else blocks.push({ kind: 'text', lines: lines(node) });
          break;
        }
        case 'paragraph': {
          const text = lines(node, marker);
          const table = hiddenTable(section, node);
          if (table !== undefined) {
            const above = text.filter((line) => (line.spans[0]?.start ?? 0) < table);
            if (above.length > 0) blocks.push({ kind: 'text', lines: above, ...(bullet && { bullet }) });
            // Blanks for all that stands before keep the offsets.
            blocks.push(
              ...readBlocks(section.slice(0, table).replace(/[^\r\n]/g, ' ') + section.slice(table, end(node))),
            );
            marker = bullet = undefined;
            break;
          }
          blocks.push({ kind: 'text', lines: text, ...(bullet && { bullet }) });
          marker = bullet = undefined;
          break;
        }
        case 'list':
          for (const item of node.children) {
            const at = start(item);
            const written = /^(?:[-+*]|\d{1,9}[.)])/.exec(section.slice(at, at + 11))?.[0] ?? '';
            const depth = list.depth + 1;
            if (/\d/.test(written)) visit(item, { depth, marker: { start: at, end: at + written.length } });
            else visit(item, { depth, bullet: { char: written, depth } });
            // An item without a word ("a bare 3.") still is a number that was written.
            if (item.children.length === 0 && /\d/.test(written)) {
              const spans = [{ start: at, end: at + written.length }];
              blocks.push({ kind: 'text', lines: [{ spans, bold: false }] });
            }
          }
          break;
        case 'blockquote':
          visit(node, { depth: list.depth });
          break;
        case 'table':
          readTable(node);
          break;
        case 'html':
          blocks.push({ kind: 'comment', span: { start: start(node), end: end(node) } });
          break;
      }
    }
  }

  function readTable(node: Table): void {
    // Markdown takes lines right below a table for rows of one cell; without a bar they are the text that goes on.
    const last = node.children.findLastIndex((row) => section.slice(start(row), end(row)).includes('|'));
    const rows = node.children.slice(0, last + 1);
    const below = node.children.slice(last + 1).flatMap((row) => row.children.flatMap((cell) => lines(cell)));
    blocks.push({
      kind: 'table',
      rows: rows.map((row) => row.children.map((cell) => lines(cell)[0] ?? { spans: [], bold: false })),
      rowSpans: rows.map((row) => ({ start: start(row), end: end(row) })),
    });
    if (below.length > 0) blocks.push({ kind: 'text', lines: below });
  }

  function lines(block: Paragraph | Nodes, marker?: Span): Line[] {
    const out: { spans: Span[]; bold: boolean }[] = [];
    let line: { spans: Span[]; bold: boolean } = { spans: [], bold: true };
    const close = () => {
      if (line.spans.length > 0) out.push(line);
      line = { spans: [], bold: true };
    };
    if (marker) line.spans.push({ start: marker.start, end: marker.end + 1 });
    const add = (from: number, to: number, bold: boolean) => {
      let at = from;
      for (let i = from; i <= to; i++) {
        const char = i < to ? section[i] : undefined;
        if (i < to && char !== '\n' && char !== '\r' && !(char === '\\' && /[!-/:-@[-`{-~]/.test(section[i + 1] ?? '')))
          continue;
        if (i > at) {
          line.spans.push({ start: at, end: i });
          if (!bold && /[^\s]/.test(section.slice(at, i))) line.bold = false;
        }
        if (char === '\n' || char === '\r') close();
        else if (char === '\\') i++;
        at = char === '\\' ? i : i + 1;
      }
    };
    const addText = (from: number, to: number, bold: boolean) => {
      let at = from;
      for (const { 0: words, index } of section.slice(from, to).matchAll(MISPLACED_STARS)) {
        add(at, from + index, bold);
        at = from + index + words.length;
        add(from + index + 2, at - 2, true);
      }
      add(at, to, bold);
    };
    const walk = (node: Nodes, bold: boolean): void => {
      if (node.type === 'text') addText(start(node), end(node), bold);
      else if (node.type === 'inlineCode') add(start(node) + 1, end(node) - 1, bold);
      else if (node.type === 'break') close();
      else if ('children' in node) for (const child of node.children) walk(child, bold || node.type === 'strong');
    };
    walk(block as Nodes, false);
    close();
    return out;
  }
}

/** "**(1) **Rà soát", "**Điều 2.**Sở A": bold as converters write it, which Markdown does not take for bold. */
const MISPLACED_STARS = /(?<![\\*])\*\*(?!\*)[^*\r\n]{1,300}?(?<!\\)\*\*(?!\*)/gu;

const TABLE_BELOW = /^[ \t]*\|.*\|[ \t]*(?:\r\n|\n|\r)[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$/m;

/** Where a table begins right below the line of a list, which Markdown reads as more words of that line. */
function hiddenTable(section: string, node: Paragraph): number | undefined {
  const from = start(node);
  const index = section.slice(from, end(node)).search(TABLE_BELOW);
  return index > 0 ? from + index : undefined;
}

function start(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function end(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
