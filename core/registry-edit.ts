import { type Document, isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import { foldKey } from './keys.ts';
import type { Registry } from './registry.ts';
import { stripDiacritics } from './text.ts';
import { isTooDeep } from './yaml.ts';

/**
 * The text of an own file (.chidao/agencies.yaml) with one name more: as another name of the agency `id`, else as an
 * agency of its own. Comments and other entries stay as they are; undefined for a file that is no list of entries.
 */
export function addName(text: string, name: string, registry: Registry, id?: string): string | undefined {
  if (isTooDeep(text)) return undefined;
  // Of its own type the parser gives a document that nothing can be added to.
  const document: Document = parseDocument(text, { logLevel: 'silent' }) as Document;
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) document.contents = new YAMLSeq();
  const list = document.contents;
  if (!isSeq(list)) return undefined;
  const entries = list.items.filter((item): item is YAMLMap => isMap(item));
  if (id === undefined) {
    list.add(document.createNode({ id: newId(name, registry, entries), tên: name }));
  } else {
    const entry = entries.find((each) => keyOf(each, 'id')?.value === id);
    const known = entry && (keyOf(entry, 'tên khác') ?? keyOf(entry, 'aliases'));
    const names = known ? [known.value].flat().filter((each) => typeof each === 'string') : [];
    if (names.includes(name)) return text;
    if (!entry) list.add(document.createNode({ id, 'tên khác': [name] }));
    else entry.set(known?.key ?? 'tên khác', document.createNode([...names, name]));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function keyOf(entry: YAMLMap, key: string): { key: unknown; value: unknown } | undefined {
  for (const [written, value] of Object.entries(entry.toJSON() as Record<string, unknown>)) {
    if (foldKey(written) === foldKey(key)) return { key: written, value };
  }
  return undefined;
}

function newId(name: string, { agencies }: Registry, entries: readonly YAMLMap[]): string {
  const taken = new Set([...agencies.keys(), ...entries.map((entry) => keyOf(entry, 'id')?.value)]);
  const base =
    stripDiacritics(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'co-quan';
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  return id;
}
