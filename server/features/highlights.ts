import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { type Thing, thingsAt, thingsOf } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../view.ts';

/** All places of the draft that speak of what stands at the place: an agency, a cited document, a short name. */
export function highlights(view: View, offset: number): DocumentHighlight[] {
  return sameThings(view, offset).map(({ words }) => ({
    range: toRange(view, words),
    kind: DocumentHighlightKind.Text,
  }));
}

/** The same in all open directives. */
export function references(view: View, offset: number, others: readonly View[]): Location[] {
  const key = keyAt(view, offset);
  if (key === undefined) return [];
  return [view, ...others].flatMap((each) =>
    thingsWith(each, key).map(({ words }) => ({ uri: each.document.uri, range: toRange(each, words) })),
  );
}

function sameThings(view: View, offset: number): Thing[] {
  const key = keyAt(view, offset);
  return key === undefined ? [] : thingsWith(view, key);
}

function keyAt(view: View, offset: number): string | undefined {
  return thingsAt(view.draft, offset).find(({ key }) => SHARED.test(key))?.key;
}

const SHARED = /^(?:agency|owner|citation|short|unit) /;

/** Of things that lie in one another the inner one: "Bộ trưởng Bộ Y tế" and "Bộ Y tế" are one place. */
function thingsWith({ draft }: View, key: string): Thing[] {
  const found = thingsOf(draft).filter((thing) => thing.key === key);
  return found.filter(
    ({ words }) =>
      !found.some(
        (other) =>
          other.words !== words &&
          words.start <= other.words.start &&
          other.words.end <= words.end &&
          other.words.end - other.words.start < words.end - words.start,
      ),
  );
}
