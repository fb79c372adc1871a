import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** Where something stands in its file, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The same sentence in both languages. */
export interface Saying {
  readonly vi: string;
  readonly en: string;
}

/** A value as written. What it is not is missing; a key left empty has the words ''. */
export interface Value {
  readonly place: Place;
  /** A text, or a list of texts. */
  readonly words?: string | readonly string[];
  readonly items?: readonly Value[];
  readonly fields?: readonly { readonly key: string; readonly place: Place; readonly value: Value }[];
}

/**
 * Reads YAML, every value as the text that is written. Never throws; of a broken text only the fault is given. Lines
 * are counted from the one after `linesBefore`. An empty file has no root.
 */
export function parseYaml(text: string, linesBefore = 0): { root?: Value; faults: readonly (Place & Saying)[] } {
  const lines = new LineCounter();
  const placeOf = (node: unknown): Place => {
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as number[] | null) : null;
    const { line, col } = lines.linePos(range?.[0] ?? 0);
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  let document: Document.Parsed;
  if (isTooDeep(text)) return { faults: [{ line: 1 + linesBefore, column: 1, ...sayBroken('too deep') }] };
  try {
    document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  } catch {
    return { faults: [{ line: 1 + linesBefore, column: 1, ...sayBroken('not readable') }] };
  }
  const error = document.errors[0];
  if (error !== undefined) {
    const place = placeOf({ range: error.pos });
    const line = text.split('\n')[place.line - linesBefore - 1] ?? '';
    const code = /^ *\t/.test(line) ? 'TAB_AS_INDENT' : error.code;
    return { faults: [{ ...place, ...sayBroken(error.message, code) }] };
  }
  const root = read(document.contents, 0, document.contents);
  return root.words === '' ? { faults: [] } : { root, faults: [] };

  /** Aliases may make a ring, or a few lines a tree without end: nothing here needs more than three levels. */
  function read(written: unknown, depth: number, at: unknown): Value {
    const node = isAlias(written) ? written.resolve(document) : written;
    const place = placeOf(at);
    if (node === null || written === undefined) return { place, words: '' };
    if (isScalar(node)) return { place, words: `${node.value ?? ''}` };
    if (depth > 2) return { place };
    if (isSeq(node)) {
      const items = node.items.map((item) => read(item, depth + 1, item));
      const words = items.flatMap((item) => (typeof item.words === 'string' ? [item.words] : []));
      return { place, items, ...(words.length === items.length && { words }) };
    }
    if (!isMap(node)) return { place };
    const fields = node.items.map(({ key, value }) => ({
      key: isScalar(key) ? `${key.value ?? ''}` : '',
      place: placeOf(key),
      value: read(value, depth + 1, value ?? key),
    }));
    return { place, fields };
  }
}

/** yaml recurses, and node ends the whole process when a regular expression meets the end of the stack. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    depth = '[{'.includes(mark) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > 50) return true;
  }
  return /^ {200}|(?:[-?:] +){50}/m.test(text);
}

function sayBroken(message: string, code = ''): Saying {
  const hints: Readonly<Record<string, string>> = {
    BAD_INDENT: 'số dấu cách đầu dòng không khớp với các dòng bên cạnh',
    TAB_AS_INDENT: 'đầu dòng phải là dấu cách, không phải phím Tab',
    MISSING_CHAR: 'thiếu một dấu ngoặc, dấu nháy hoặc dấu hai chấm',
    BLOCK_AS_IMPLICIT_KEY: 'có dấu hai chấm trong giá trị; hãy đặt cả giá trị trong dấu nháy',
    MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau khóa, hoặc đầu dòng thụt vào không đều',
    BAD_SCALAR_START: 'giá trị bắt đầu bằng một dấu đặc biệt; hãy đặt cả giá trị trong dấu nháy',
  };
  const hint = hints[code] ?? 'tệp không đúng cách viết YAML';
  return { vi: `Không đọc được từ chỗ này: ${hint}.`, en: `Cannot read this as YAML: ${message.split('\n')[0]}.` };
}
