import type { DocumentLink, Location, SymbolInformation } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { readInternalReferences } from '../../core/references.ts';
import { oneLine, type Span, stripDiacritics } from '../../core/text.ts';
import { thingsAt, thingsOf } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** Citations of documents that are open beside this one. */
export function links(view: View, others: readonly View[]): DocumentLink[] {
  return thingsOf(view.draft).flatMap((thing) => {
    if (thing.kind !== 'citation') return [];
    const target = cited(thing.citation.number?.text, others);
    return target ? [{ range: toRange(view, thing.words), target: target.document.uri }] : [];
  });
}

/**
 * Where what stands at a place is told in full: the part a reference points to, the cited document where it is open,
 * else the first mention of a document, a short name, an agency.
 */
export function definition(view: View, offset: number, others: readonly View[]): Location | Location[] | undefined {
  const at = (span: Span) => ({ uri: view.document.uri, range: toRange(view, span) });
  const reference = readInternalReferences(view.draft).find(({ start, end }) => start <= offset && offset <= end);
  if (reference) {
    const link = reference.links.find(({ number }) => number.start <= offset && offset <= number.end);
    return (link ? [link.unit] : reference.units).map(({ span }) => at(span));
  }
  for (const thing of thingsAt(view.draft, offset)) {
    if (thing.kind === 'citation') {
      const target = cited(thing.citation.number?.text, others);
      if (target) return { uri: target.document.uri, range: toRange(target, { start: 0, end: 0 }) };
    }
    if (thing.kind === 'reference' || thing.kind === 'marker' || thing.kind === 'phase') continue;
    const first = thingsOf(view.draft).find(({ key }) => key === thing.key);
    if (first) return at(first.words);
  }
  return undefined;
}

function cited(number: string | undefined, others: readonly View[]): View | undefined {
  if (number === undefined) return undefined;
  const folded = foldNumber(number);
  return others.find(({ draft }) => foldNumber(draft.letterhead.number?.text ?? '') === folded);
}

function foldNumber(number: string): string {
  return number.normalize('NFC').replace(/\s/g, '');
}

/** Units and tasks of all directives whose words or owner have the words asked for, typed with or without marks. */
export function workspaceSymbols(views: readonly View[], query: string, most = 200): SymbolInformation[] {
  const words = stripDiacritics(query).split(/\s+/).filter(Boolean);
  const found: SymbolInformation[] = [];
  for (const view of views) {
    const { uri } = view.document;
    const container = view.draft.letterhead.number?.text ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    const put = (name: string, kind: SymbolKind, span: { start: number; end: number }) => {
      if (found.length >= most || !words.every((word) => stripDiacritics(name).includes(word))) return;
      found.push({ name, kind, containerName: container, location: { uri, range: toRange(view, span) } });
    };
    const tasks = new Set(view.draft.tasks.map(({ start }) => start));
    for (const unit of view.draft.units) {
      const { text } = unit.fact.item.body;
      if (!tasks.has(unit.span.start)) put(`${unit.marker.text} ${clip(text)}`, SymbolKind.Namespace, unit.span);
    }
    for (const task of view.draft.tasks) {
      const owners = task.leads.map((lead) => lead.text).join(', ');
      put(`${task.id} ${owners ? `${owners}: ` : ''}${clip(task.text)}`, SymbolKind.Method, task);
    }
  }
  return found;
}

function clip(text: string): string {
  const line = oneLine(text);
  return line.length <= 120 ? line : `${line.slice(0, line.lastIndexOf(' ', 120))} …`;
}
