import { type Range, TextEdit } from 'vscode-languageserver';
import type { UnitNode } from '../../core/nodes.ts';
import { linksTo } from '../../core/references.ts';
import type { Edit } from '../../core/text.ts';
import { innermost, type Thing, thingsAt, thingsOf } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** What can be renamed at a place: an agency throughout the draft, a number of a unit with the references to it. */
export function prepareRename(view: View, offset: number): { range: Range; placeholder: string } | undefined {
  const thing = renamable(view, offset);
  if (!thing) return undefined;
  if (thing.kind !== 'marker') return { range: toRange(view, thing.words), placeholder: thing.words.text };
  const span = numberOf(view, thing.unit);
  return span && { range: toRange(view, span), placeholder: span.text };
}

/**
 * The edits that give the thing a new name: an agency in every spelling it has in the draft, in capitals where it stands
 * in capitals, abbreviations left as they are; a number with each reference to it.
 */
export function rename(view: View, offset: number, name: string): TextEdit[] {
  const thing = renamable(view, offset);
  const wanted = name.trim();
  if (!thing || wanted === '') return [];
  const edits = thing.kind === 'marker' ? renumber(view, thing.unit, wanted) : renameAgency(view, thing, wanted);
  return edits.map((edit) => TextEdit.replace(toRange(view, edit), edit.text));
}

function renamable(view: View, offset: number): Thing | undefined {
  return thingsAt(view.draft, offset).find(({ kind }) => kind === 'marker' || kind === 'owner' || kind === 'name');
}

function numberOf({ draft }: View, { marker, markerWords }: UnitNode): Edit | undefined {
  const at = draft.text.slice(markerWords.start, markerWords.end).lastIndexOf(marker.number);
  if (at < 0) return undefined;
  const start = markerWords.start + at;
  return { start, end: start + marker.number.length, text: marker.number };
}

function renumber(view: View, unit: UnitNode, wanted: string): Edit[] {
  const own = numberOf(view, unit);
  if (!own) return [];
  // Typed with its mark or without ("đ)" or "đ").
  const { mark } = unit.marker;
  const text = mark !== '' && wanted.endsWith(mark) ? wanted.slice(0, -mark.length) : wanted;
  const links = linksTo(view.draft).get(unit) ?? [];
  return [{ ...own, text }, ...links.map(({ number: { start, end } }) => ({ start, end, text }))];
}

function renameAgency({ draft }: View, thing: Thing, wanted: string): Edit[] {
  const alike = thingsOf(draft).filter(({ key }) => key === thing.key);
  const agency = thing.kind === 'owner' || thing.kind === 'name' ? thing.agency : undefined;
  const short = new Set(agency?.abbreviations ?? []);
  const written = innermost(alike).filter(({ words }) => !short.has(words.text.normalize('NFC')));
  return written.map(({ words: { text, start, end } }) => ({
    start,
    end,
    text: /\p{Ll}/u.test(text) ? wanted : wanted.toUpperCase(),
  }));
}
