import type { Draft } from '../../draft.ts';
import type { UnitNode } from '../../nodes.ts';
import { linksTo } from '../../references.ts';
import type { Saying } from '../../rule.ts';
import type { Edit } from '../../text.ts';

/** A unit's new number, and the mark behind it. */
export interface Change {
  readonly unit: UnitNode;
  readonly number: string;
  readonly mark: string;
}

/** What changes together with the markers, and what the title of the fix says of it. */
interface Renumbering {
  readonly edits: readonly Edit[];
  readonly also: Saying;
}

const MOST_TOLD = 3;

/** Edits for the markers and for every reference to them; undefined where one of the markers cannot be changed. */
export function renumberingOf(draft: Draft, changes: readonly Change[]): Renumbering | undefined {
  const markers = changes.flatMap((change) => markerEdit(draft, change) ?? []);
  if (markers.length === 0 || markers.length < changes.length) return undefined;
  const links = linksTo(draft);
  const told = new Map<number, string>();
  const edits = changes.flatMap(({ unit, number }) => {
    // "Phần thứ hai" is referred to in words of its own.
    if (number === unit.marker.number || /\s/.test(number)) return [];
    return (links.get(unit) ?? []).map(({ number: { start, end }, reference }) => {
      told.set(reference.start, reference.text);
      return { start, end, text: number };
    });
  });
  const places = [...told.values()];
  const list = places.slice(0, MOST_TOLD).map((each) => `"${each}"`);
  const more = places.length - list.length;
  return {
    edits: [...markers, ...edits],
    also: {
      vi: list.length === 0 ? '' : `; sửa viện dẫn ${list.join(', ')}${more > 0 ? ` và ${more} chỗ khác` : ''}`,
      en: list.length === 0 ? '' : `; change the references ${list.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    },
  };
}

/** Changes the number, and the mark only where it differs: markup between the two ("**1**.") stays whole. */
function markerEdit(draft: Draft, { unit: { marker, markerWords }, number, mark }: Change): Edit | undefined {
  const { start, end } = markerWords;
  const written = draft.text.slice(start, end);
  const at = written.lastIndexOf(marker.number);
  if (at < 0 || number === '') return undefined;
  if (mark === marker.mark || marker.style === 'paren') {
    return { start: start + at, end: start + at + marker.number.length, text: number };
  }
  return /[*_\\]/.test(written) ? undefined : { start: start + at, end, text: number + mark };
}
