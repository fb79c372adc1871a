import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { linksTo } from '../../core/references.ts';
import type { Span } from '../../core/text.ts';
import { innermost, thingsAt, thingsOf } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** All places of the draft that speak of what stands at the place: an agency, a cited document, a short name. */
export function highlights(view: View, offset: number): DocumentHighlight[] {
  const spans = placesOf(view, keyAt(view, offset));
  return spans.map((span) => ({ range: toRange(view, span), kind: DocumentHighlightKind.Text }));
}

/** The same in all open directives. */
export function references(view: View, offset: number, others: readonly View[]): Location[] {
  const key = keyAt(view, offset);
  // A number means a part of its own document only.
  return [view, ...(key?.startsWith('unit ') ? [] : others)].flatMap((each) =>
    placesOf(each, key).map((span) => ({ uri: each.document.uri, range: toRange(each, span) })),
  );
}

/** Of a number also the references to its part. */
function placesOf(view: View, key: string | undefined): Span[] {
  if (key === undefined) return [];
  const own = innermost(thingsOf(view.draft).filter((thing) => thing.key === key));
  const [first] = own;
  const links = first?.kind === 'marker' ? (linksTo(view.draft).get(first.unit) ?? []) : [];
  return [...own.map(({ words }) => words), ...links.map(({ number }) => number)];
}

function keyAt(view: View, offset: number): string | undefined {
  return thingsAt(view.draft, offset).find(({ key }) => SHARED.test(key))?.key;
}

const SHARED = /^(?:agency|owner|citation|short|unit) /;
