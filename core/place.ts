import { positionAt, type Span } from './text.ts';

/** Lines and columns from 1, columns in UTF-16 units; the end is behind the last letter. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place that other programs look up too, some of which count columns in bytes of UTF-8. */
export interface BytePlace extends Place {
  readonly byteColumn: number;
  readonly endByteColumn: number;
}

/** A text and the offsets at which its lines start. */
interface Lined {
  readonly text: string;
  readonly lines: readonly number[];
}

export function placeOf({ lines }: Lined, { start, end }: Span): Place {
  const { line, column } = positionAt(lines, start);
  const to = positionAt(lines, end);
  return { line, column, endLine: to.line, endColumn: to.column };
}

export function bytePlaceOf(lined: Lined, span: Span): BytePlace {
  const { text, lines } = lined;
  const columnOf = (offset: number) => {
    const start = lines[positionAt(lines, offset).line - 1] ?? 0;
    return 1 + bytesOf(text.slice(start, offset));
  };
  return { ...placeOf(lined, span), byteColumn: columnOf(span.start), endByteColumn: columnOf(span.end) };
}

/** The length of a text in UTF-8; a half of a pair alone is written as the replacement character, of three bytes. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The line an offset is in, whole, without its end. */
export function lineAt(text: string, offset: number): string {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const head = /[^\r]*$/.exec(text.slice(start, offset))?.[0] ?? '';
  return head + (/^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '');
}
