import type { createColors } from 'picocolors';
import type { Locale } from '../core/rule.ts';
import type { Span } from '../core/text.ts';
import type { World } from './world.ts';

/** How to write for people. */
export interface Page {
  readonly locale: Locale;
  readonly colours: ReturnType<typeof createColors>;
  /** Columns. */
  readonly width: number;
  /** Long sentences are broken at the width; in a file or a pipe each stays one line, which can be searched. */
  readonly wraps: boolean;
}

/** What a terminal shows as one character, with its place in the text it comes from. */
export interface Glyph extends Span {
  readonly text: string;
  /** Columns: 0, 1, 2, or 4 for a tab. */
  readonly width: number;
}

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
/** Composed letters and signs of one column each, which are shown as they are: nearly all there is, and told fast. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u257f]*$/;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/**
 * The text as a terminal shows it: NFC, so that a letter typed in parts is one column, and without control characters,
 * so that a draft cannot speak to the terminal.
 */
export function readGlyphs(text: string): Glyph[] {
  if (PLAIN.test(text)) {
    return Array.from(text, (letter, start) => ({ text: letter, width: 1, start, end: start + 1 }));
  }
  return Array.from(text.matchAll(CLUSTER), ({ 0: cluster, index: start }) => {
    const [shown, width] = show(cluster);
    return { text: shown, width, start, end: start + cluster.length };
  });
}

function show(cluster: string): [string, number] {
  if (cluster === '\t') return ['    ', 4];
  if (/^[\n\r\u2028\u2029]/.test(cluster)) return [' ', 1];
  if (/^\p{Cf}/u.test(cluster)) return ['', 0];
  if (/^(?:\p{Cc}|\p{Cs})/u.test(cluster)) return ['·', 1];
  return [cluster.normalize('NFC'), WIDE.test(cluster) ? 2 : 1];
}

/** One line that is safe to print. */
export function toPrintable(text: string): string {
  if (PLAIN.test(text)) return text;
  return readGlyphs(text)
    .map((glyph) => glyph.text)
    .join('');
}

/** Columns a text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return readGlyphs(text).reduce((sum, glyph) => sum + glyph.width, 0);
}

/** The text in at most `width` columns, with "…" where it was cut. */
export function cutText(text: string, width: number): string {
  const glyphs = readGlyphs(text);
  let used = 0;
  let kept = '';
  for (const [i, glyph] of glyphs.entries()) {
    if (used + glyph.width > width - 1 && !(i === glyphs.length - 1 && used + glyph.width <= width)) {
      return `${kept.trimEnd()}…`;
    }
    kept += glyph.text;
    used += glyph.width;
  }
  return kept;
}

/** Lines of at most `width` columns, broken at blanks; a word longer than a line is broken where the line ends. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of toPrintable(text).split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = '';
    }
    while (widthOf(word) > width) {
      const head = [...word].slice(0, width).join('');
      lines.push(head);
      word = word.slice(head.length);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The text and blanks up to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Columns to lay text out in: those of the terminal, within what can be read. */
export function readWidth(world: World): number {
  const columns = world.width ?? (Number(world.environment.COLUMNS) || 100);
  return Math.min(Math.max(columns, 60), 140);
}

/** Colours: never with NO_COLOR or a wish against them, always with FORCE_COLOR, else on a terminal that has them. */
export function wantsColour(world: World, allowed: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = world.environment;
  if (!allowed || NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return world.isTerminal && TERM !== 'dumb';
}
