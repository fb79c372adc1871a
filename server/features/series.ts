import type { Draft } from '../../core/draft.ts';
import { type Marker, numberAt } from '../../core/language/numbering.ts';
import { isTitle } from '../../core/looks.ts';
import { isUnit, type Node, type UnitNode } from '../../core/nodes.ts';
import { nodeAt } from '../../core/things.ts';

/** The markers that go on the series a place stands in, the innermost first: "đ)" after "d)", "3." after "2.", "IV." */
export function nextMarkers(draft: Draft, offset: number): string[] {
  const found: string[] = [];
  let node: Node | undefined = nodeAt(draft, Math.max(0, offset - 1));
  while (node) {
    const marker = isUnit(node) ? nextMarker(node.marker) : undefined;
    if (marker) found.push(marker);
    node = node.parent;
  }
  return found;
}

/** A first marker below a line that announces a list ("...:"). */
export function firstMarkers(draft: Draft, offset: number): string[] {
  const node = nodeAt(draft, Math.max(0, offset - 1));
  if (!node || !/:\s*$/.test(node.fact.item.body.text)) return [];
  return [firstBelow(node)];
}

function firstBelow(node: Node): string {
  if (!isUnit(node)) return node.kind === 'bullet' ? '+' : 'a)';
  switch (node.marker.style) {
    case 'letter':
      return '-';
    case 'roman':
      return '1.';
    default:
      return 'a)';
  }
}

/** The marker after this one, as it is written; undefined where a series has no next. */
function nextMarker(marker: Marker): string | undefined {
  const { style, value, number, text } = marker;
  if (Number.isNaN(value)) return undefined;
  const parent = style === 'decimal' ? number.split('.').slice(0, -1).join('.') : '';
  const next = numberAt(style, value + 1, parent);
  if (next === '') return undefined;
  const at = text.lastIndexOf(number);
  return at < 0 ? undefined : text.slice(0, at) + next + text.slice(at + number.length);
}

/**
 * What Enter puts on the new line below a point: the next marker, or the first of a list below a line that ends in a
 * colon. Nothing below titles and plain paragraphs.
 */
export function markerAfter(node: Node): string | undefined {
  const { text } = node.fact.item.body;
  if (node.kind === 'bullet') return undefined;
  if (!isUnit(node) || node.fact.item.level > 0 || !CONTINUED.includes(node.marker.style)) return undefined;
  if (text.endsWith(':')) return firstBelow(node);
  return isTitleOf(node) ? undefined : nextMarker(node.marker);
}

const CONTINUED: readonly Marker['style'][] = ['arabic', 'decimal', 'letter', 'paren'];

function isTitleOf(node: UnitNode): boolean {
  const { body, bold } = node.fact.item;
  return node.marker.style !== 'letter' && isTitle(body.text, bold);
}
