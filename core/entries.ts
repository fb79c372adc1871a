import { type Place, parseYaml, type Saying } from './yaml.ts';

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
  const { root, faults: broken } = parseYaml(text, linesBefore);
  if (broken.length > 0 || root === undefined) return { entries: [], faults: broken };
  if (!root.items) {
    const vi = 'Tệp này phải là một danh sách: mỗi mục bắt đầu bằng “- id: ...”.';
    return {
      entries: [],
      faults: [{ ...root.place, vi, en: 'This file must be a list: each entry starts with "- id: ...".' }],
    };
  }
  const entries: Entry[] = [];
  const faults: (Place & Saying)[] = [];
  for (const { place, fields } of root.items) {
    if (fields) {
      entries.push({
        place,
        fields: fields.map(({ key, place, value }) => ({ key, place, value: value.words, valuePlace: value.place })),
      });
      continue;
    }
    const vi = 'Mục này phải gồm các dòng “khóa: giá trị”, ví dụ “id: bo-y-te”.';
    faults.push({ ...place, vi, en: 'This entry must be made of "key: value" lines, for example "id: bo-y-te".' });
  }
  return { entries, faults };
}
