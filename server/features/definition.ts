import type { DocumentLink, Location } from 'vscode-languageserver';
import { readInternalReferences } from '../../core/references.ts';
import type { Span } from '../../core/text.ts';
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
