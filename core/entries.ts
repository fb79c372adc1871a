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

export interface Entry {
  readonly place: Place;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly key: string;
  readonly place: Place;
  /** '' for a key left empty; missing where the file has neither a text nor a list of texts. */
  readonly value?: string | readonly string[];
  readonly valuePlace: Place;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly faults: readonly (Place & Saying)[];
}

/**
 * Reads a YAML list of flat entries, every value as the text that is written. Never throws. Where the YAML is broken,
 * the broken entries are left out, each with a fault, and the others are read.
 */
export function readEntries(text: string): Entries {
  // At start-up yaml needs some 150 ms for the bundled registry, reading its plain lines a tenth of that.
  const plain = readPlainLines(text);
  if (plain !== undefined) return { entries: plain, faults: [] };
  const whole = readYaml(text, 0);
  if (whole.faults.length === 0) return whole;
  const parts: Entries[] = [];
  let line = 0;
  for (const part of text.split(/^(?=- )/m)) {
    parts.push(readYaml(part, line));
    line += part.split('\n').length - 1;
  }
  const faults = parts.flatMap((part) => part.faults);
  return { entries: parts.flatMap((part) => part.entries), faults: faults.length === 0 ? whole.faults : faults };
}

/**
 * Reads the lines the bundled files are made of; undefined as soon as one needs a real YAML reader. What it accepts
 * it must read exactly as yaml does: test/registry.test.ts compares the two.
 */
function readPlainLines(text: string): Entry[] | undefined {
  const entries: { place: Place; fields: Field[] }[] = [];
  let last: { -readonly [K in keyof Field]: Field[K] } | undefined;
  let open: 'list' | 'fold' | undefined;
  let row = 0;
  for (const line of text.split(/\r?\n/)) {
    row++;
    if (/[\s\0]$|[\t\uFEFF]/.test(line)) return undefined;
    if (open === 'fold' && last !== undefined && /^ {4}[^ ]/.test(line)) {
      last.value = last.value === '' ? line.slice(4) : `${last.value} ${line.slice(4)}`;
      continue;
    }
    if (open === 'fold') open = undefined;
    if (line === '' || /^ *#/.test(line)) continue;
    if (line.startsWith('    - ')) {
      const item = line.slice(6);
      if (open !== 'list' || last === undefined || !isPlain(item)) return undefined;
      if (last.value === '') last.valuePlace = { line: row, column: 5 };
      last.value = [...(last.value ?? []), item];
      continue;
    }
    const [, start, key, gap = '', written] = /^(- | {2})([^\0-@[-`{-\xa0][^:#]*):(?:( +)(.+))?$/.exec(line) ?? [];
    if (key === undefined || key.endsWith(' ')) return undefined;
    if (start === '- ') entries.push({ place: { line: row, column: 3 }, fields: [] });
    const value = written === undefined || written === '>-' ? '' : readPlainValue(written);
    const entry = entries.at(-1);
    if (value === undefined || entry === undefined) return undefined;
    open = written === undefined ? 'list' : written === '>-' ? 'fold' : undefined;
    const valuePlace = { line: row, column: 4 + key.length + gap.length };
    last = { key, place: { line: row, column: 3 }, value, valuePlace };
    entry.fields.push(last);
  }
  return entries;
}

function readPlainValue(written: string): string | string[] | undefined {
  if (isPlain(written)) return written;
  const items = /^\[([^[\]{}]*)\]$/.exec(written)?.[1]?.split(', ');
  return items?.every((item) => isPlain(item) && !item.includes(',')) ? items : undefined;
}

function isPlain(text: string): boolean {
  return /^[0-9A-Za-z]|^[^\0-\xa0]/.test(text) && !/:(?: |$)| #|\s$/.test(text);
}

function readYaml(text: string, linesBefore: number): Entries {
  const lines = new LineCounter();
  const placeOf = (node: unknown): Place => {
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as number[] | null) : null;
    const { line, col } = lines.linePos(range?.[0] ?? 0);
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  let document: Document.Parsed;
  if (isTooDeep(text)) return { entries: [], faults: [{ line: 1 + linesBefore, column: 1, ...sayBroken('too deep') }] };
  try {
    document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  } catch {
    return { entries: [], faults: [{ line: 1 + linesBefore, column: 1, ...sayBroken('not readable') }] };
  }
  const error = document.errors[0];
  if (error !== undefined) {
    const place = placeOf({ range: error.pos });
    const line = text.split('\n')[place.line - linesBefore - 1] ?? '';
    const code = /^ *\t/.test(line) ? 'TAB_AS_INDENT' : error.code;
    return { entries: [], faults: [{ ...place, ...sayBroken(error.message, code) }] };
  }
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const readValue = (written: unknown): Field['value'] => {
    const node = resolve(written);
    if (node === null || node === undefined) return '';
    if (isScalar(node)) return `${node.value ?? ''}`;
    const items = isSeq(node) ? node.items.map(resolve) : undefined;
    return items?.every(isScalar) ? items.map((item) => `${item.value ?? ''}`) : undefined;
  };
  const root = resolve(document.contents);
  if (root === null || (isScalar(root) && root.value === '')) return { entries: [], faults: [] };
  if (!isSeq(root)) {
    const vi = 'Tệp này phải là một danh sách: mỗi mục bắt đầu bằng “- id: ...”.';
    return {
      entries: [],
      faults: [{ ...placeOf(root), vi, en: 'This file must be a list: each entry starts with "- id: ...".' }],
    };
  }
  const entries: Entry[] = [];
  const faults: (Place & Saying)[] = [];
  for (const written of root.items) {
    const node = resolve(written);
    if (!isMap(node)) {
      const vi = 'Mục này phải gồm các dòng “khóa: giá trị”, ví dụ “id: bo-y-te”.';
      faults.push({
        ...placeOf(written),
        vi,
        en: 'This entry must be made of "key: value" lines, for example "id: bo-y-te".',
      });
      continue;
    }
    const fields = node.items.map(({ key, value }) => ({
      key: isScalar(key) ? `${key.value ?? ''}` : '',
      place: placeOf(key),
      value: readValue(value),
      valuePlace: placeOf(value ?? key),
    }));
    entries.push({ place: placeOf(written), fields });
  }
  return { entries, faults };
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
