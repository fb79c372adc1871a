import { type Marker, readMarker } from './language/numbering.ts';
import { isPhaseLine } from './language/phases.ts';
import type { Block, Bullet, Line } from './markdown.ts';
import { type Clean, clean, type Span, sliceClean, sourceSpan } from './text.ts';

/**
 * One thing written as a line of its own: a title, a numbered point, a bullet, a plain paragraph, a table row. Markdown
 * makes one paragraph of pasted lines; items are parted at markers and joined over hard wraps.
 */
export interface Item {
  readonly kind: 'heading' | 'text' | 'row' | 'comment';
  /** Level of the Markdown heading; 0 for anything else. */
  readonly level: number;
  readonly bullet?: Bullet;
  readonly marker?: Marker;
  /** Place of the marker as written. */
  readonly markerSpan?: Span;
  readonly bold: boolean;
  /** What is said, without marker. */
  readonly body: Clean;
  /** Marker and body. */
  readonly span: Span;
  /** Of a table row: its cells, and whether it is the head of its table. */
  readonly cells?: readonly Clean[];
  readonly head?: boolean;
}

const OTHER_BULLET = /^[•▪●◦·‣⁃-]\s+/;
const FINISHED = /(?:[.;:!?…]|\.\/\.)["')\]]*$/;
const CONNECTOR =
  /(?:^|\s)(?:và|của|với|cho|tại|về|theo|các|những|từ|đến|trong|trước|ngày|quý|tháng|năm|số|Bộ|Sở|Ủy ban)$|[,-]$/u;
/** No line of a letter or a page is wider; a longer one was not wrapped. */
export const WIDEST_WRAP = 160;
/** No sentence is longer: what is joined line by line is read again each time. */
const LONGEST_JOINED = 4000;

/** Parts the blocks of one section into items. Offsets are relative to the section. */
export function readItems(source: string, blocks: readonly Block[]): Item[] {
  const items: Item[] = [];
  let count = 0;
  for (const block of blocks) {
    // Nothing goes on behind a block without words.
    const above = items.length > count ? items.at(-1) : undefined;
    count = items.length;
    if (block.kind === 'comment') {
      items.push({ kind: 'comment', level: 0, bold: false, body: clean(source, [block.span]), span: block.span });
    } else if (block.kind === 'table') {
      block.rows.forEach((row, index) => {
        const cells = row.map((cell) => clean(source, cell.spans));
        const body = clean(source, withBars(row.map((cell) => cell.spans)));
        const span = block.rowSpans[index] ?? { start: 0, end: 0 };
        items.push({ kind: 'row', level: 0, bold: false, body, span, cells, head: index === 0 });
      });
    } else if (block.kind === 'heading') {
      const passage = clean(
        source,
        block.lines.flatMap((line) => line.spans),
      );
      if (passage.text !== '') items.push(toItem(passage, { level: block.depth, bold: false }));
    } else {
      readParagraph(source, block, above, items);
    }
  }
  return items;
}

/** The item, its places moved. */
export function moveItem(item: Item, by: number): Item {
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  const moveClean = ({ text, starts, ends }: Clean): Clean => ({
    text,
    starts: starts.map((start) => start + by),
    ends: ends.map((end) => end + by),
  });
  return {
    ...item,
    body: moveClean(item.body),
    span: move(item.span),
    ...(item.markerSpan && { markerSpan: move(item.markerSpan) }),
    ...(item.cells && { cells: item.cells.map(moveClean) }),
  };
}

/** The spans of a row's cells and what parts them ("|"): without it the words of two cells would be one. */
function withBars(cells: readonly (readonly Span[])[]): Span[] {
  const spans: Span[] = [];
  for (const cell of cells) {
    const [last, first] = [spans.at(-1), cell[0]];
    if (last && first) spans.push({ start: last.end, end: first.start });
    spans.push(...cell);
  }
  return spans;
}

function readParagraph(
  source: string,
  { lines, bullet }: { readonly lines: readonly Line[]; readonly bullet?: Bullet },
  previous: Item | undefined,
  items: Item[],
): void {
  const read = lines.map((line) => ({ line, text: clean(source, line.spans).text })).filter(({ text }) => text !== '');
  const width = read.reduce((most, { text }) => Math.max(most, text.length), 0);
  const wrapped =
    width <= WIDEST_WRAP &&
    read.some(
      ({ text }, i) =>
        !FINISHED.test(text) &&
        !isTitleCase(text) &&
        /^\p{Ll}/u.test(read[i + 1]?.text ?? '') &&
        !readMarker(read[i + 1]?.text ?? ''),
    );
  const isWritten = read[0]?.line === lines[0];
  let open: Line[] = [];
  let first = true;
  const close = () => {
    if (open.length === 0) return;
    const passage = clean(
      source,
      open.flatMap((line) => line.spans),
    );
    // "chính trị / - xã hội": a wrapped line that happens to begin with the dash of a compound.
    const goesOn = bullet?.char === '-' ? splitCompound : bullet ? undefined : splitYear;
    const short = (previous?.body.text.length ?? 0) < LONGEST_JOINED;
    if (first && isWritten && previous?.kind === 'text' && short && goesOn?.(previous, passage)) {
      const dash = { start: previous.span.end, end: sourceSpan(passage, 0, 1).start };
      items[items.length - 1] = joinItems(source, previous, dash, passage);
    } else {
      items.push(
        toItem(passage, { level: 0, bold: open.every((line) => line.bold), ...(first && bullet && { bullet }) }),
      );
    }
    first = false;
    open = [];
  };
  read.forEach(({ line, text }, i) => {
    const before = read[i - 1]?.text;
    if (before !== undefined && startsItem(before, text, width, wrapped)) close();
    open.push(line);
  });
  close();
}

/** Of a paragraph with a line wider than any wrap: does the line below another one start something new? */
export function partsLongLines(above: string, text: string): boolean {
  return above !== '' && startsItem(above, text, Number.POSITIVE_INFINITY, false);
}

/** Does the line start something new, or only go on after a hard wrap? */
function startsItem(before: string, text: string, width: number, wrapped: boolean): boolean {
  const full = wrapped && before.length + 1 + (/^\S+/.exec(text)?.[0].length ?? 0) > width - 3;
  const middle = full && !FINISHED.test(before) && !isTitleCase(before);
  const marker = readMarker(text);
  // "(2)" may stand anywhere in a sentence: at the start of a full line it says nothing of a new item.
  if (marker?.style === 'paren') return !full;
  // "a) Rà soát" below a title that fills its line: no sentence goes on so, unless it names "điểm a)".
  const point = marker?.style === 'letter' && marker.mark === ')' && /^\p{Lu}/u.test(text.slice(marker.length));
  if (point) return !middle || !(CONNECTOR.test(before) || /(?:điểm|khoản)$/iu.test(before));
  if (marker || OTHER_BULLET.test(text)) return !middle || isTitleCase(text);
  if (isPhaseLine(text)) return !middle;
  if (isPhaseLine(before) && !/^\p{Ll}/u.test(text) && !full) return true;
  if (/\.\/\.$/.test(before) || isTitleCase(before) !== isTitleCase(text)) return !(middle && /^\p{Ll}/u.test(text));
  if (/^\p{Ll}/u.test(text) || CONNECTOR.test(before)) return false;
  // A line of some length that does not end a sentence goes on, unless the lines are whole paragraphs.
  if (width <= WIDEST_WRAP && before.length >= 50 && !FINISHED.test(before) && !isTitleCase(before)) return false;
  return !full;
}

function isTitleCase(text: string): boolean {
  const words = text.slice(readMarker(text)?.length ?? 0);
  return /^["'(]?\p{Lu}/u.test(words) && /\p{Lu}{2}/u.test(words) && !/\p{Ll}{2}/u.test(words);
}

function splitCompound(previous: Item, passage: Clean): boolean {
  return (
    /^\p{Ll}/u.test(passage.text) &&
    !FINISHED.test(previous.body.text) &&
    !/[,]$/.test(previous.body.text) &&
    previous.body.text.length > 40
  );
}

/** "... năm / 2025.": Markdown takes the year at the start of a wrapped line for the number of a list. */
function splitYear(previous: Item, passage: Clean): boolean {
  return /^\d{4}[.)]/.test(passage.text) && /\s(?:năm|tháng|ngày|số)$/u.test(previous.body.text);
}

function joinItems(source: string, previous: Item, dash: Span, passage: Clean): Item {
  const body = previous.body;
  const spans = [
    { start: body.starts[0] ?? 0, end: body.ends[body.ends.length - 1] ?? 0 },
    dash,
    { start: passage.starts[0] ?? 0, end: passage.ends[passage.ends.length - 1] ?? 0 },
  ];
  return { ...previous, body: clean(source, spans), span: { start: previous.span.start, end: spans[2]?.end ?? 0 } };
}

function toItem(passage: Clean, about: { level: number; bold: boolean; bullet?: Bullet }): Item {
  let body = passage;
  let bullet = about.bullet;
  const span = sourceSpan(passage, 0, passage.text.length);
  const written = OTHER_BULLET.exec(body.text);
  if (!bullet && about.level === 0 && written) {
    bullet = { char: written[0].trim(), depth: 1 };
    body = sliceClean(body, written[0].length);
  }
  const marker = readMarker(body.text);
  const common = { kind: about.level > 0 ? 'heading' : 'text', level: about.level, bold: about.bold, span } as const;
  if (!marker) return { ...common, body, ...(bullet && { bullet }) };
  return {
    ...common,
    marker,
    markerSpan: sourceSpan(body, 0, marker.text.length),
    body: sliceClean(body, marker.length),
    ...(bullet && { bullet }),
  };
}
