import type { Marker, Style } from './language/numbering.ts';
import { looksOf } from './looks.ts';
import { isUnit, type Node } from './nodes.ts';

/** Orders of units from high to low. */
export const RANK: Record<Style, number> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  capital: 4,
  roman: 5,
  arabic: 6,
  decimal: 7,
  letter: 8,
  paren: 9,
};

/**
 * How many of the open nodes stay open when a unit comes: it is put under the last of them. A number that goes on with
 * an open series joins it; a first number opens one under what announces it, or under the nearest of a higher order.
 */
export function findPlace(stack: readonly Node[], marker: Marker): number {
  return Math.min(placeIn(stack, marker), DEEPEST);
}

/** No directive nests its units as deep: what goes on ("1. ...: 1. ...: 1. ...:") stands side by side. */
const DEEPEST = 24;

function placeIn(stack: readonly Node[], marker: Marker): number {
  const open = stack.flatMap((node, depth) => (isUnit(node) ? [{ node, depth }] : [])).reverse();
  const same = open.filter(({ node }) => node.marker.style === marker.style);
  if (marker.style === 'decimal') {
    const above = marker.number.slice(0, marker.number.lastIndexOf('.'));
    const parent = open.find(
      ({ node }) => (node.marker.style === 'arabic' || node.marker.style === 'decimal') && node.marker.number === above,
    );
    if (parent) return parent.depth + 1;
    const sibling = same.find(({ node }) => depthOf(node.marker) === depthOf(marker));
    if (sibling) return sibling.depth;
    const higher = open.find(({ node }) => RANK[node.marker.style] < RANK.decimal);
    return higher ? higher.depth + 1 : 1;
  }
  const next = same.find(({ node }) => node.marker.mark === marker.mark && node.marker.value + 1 === marker.value);
  if (next) return next.depth;
  const nextOther = same.find(({ node }) => node.marker.value + 1 === marker.value);
  if (nextOther) return nextOther.depth;
  const current = open[0];
  if (marker.value === 1) {
    // A series begins: under what stands open, when that announces a list or is of a higher order.
    const sameMark = same.find(({ node }) => node.marker.mark === marker.mark);
    if (!sameMark && same.length > 0 && current) return current.depth + 1;
    if (current && same.length > 0 && current.node.marker.style !== marker.style && looksOf(current.node.fact).opens)
      return current.depth + 1;
    if (current && same[0] === current && looksOf(current.node.fact).opens && current.node.fact.item.level === 0)
      return current.depth + 1;
  }
  const sibling = same.find(({ node }) => node.marker.mark === marker.mark) ?? same[0];
  // A restart below a heading that has no number, or below a phase, is no sibling of what was before it.
  if (sibling) return sibling.depth;
  // Points in brackets stand wherever they are written; anything else under the nearest of a higher order.
  const higher = open.find(({ node }) => RANK[node.marker.style] < RANK[marker.style]);
  if (current && marker.value === 1 && looksOf(current.node.fact).opens) return current.depth + 1;
  if (!higher)
    return Math.max(
      1,
      stack.findIndex((node, i) => i > 0 && (isUnit(node) || node.kind === 'bullet' || node.kind === 'text')) < 0
        ? stack.length
        : stack.findIndex((node, i) => i > 0 && (isUnit(node) || node.kind === 'bullet' || node.kind === 'text')),
    );
  // Phases and unnumbered headings below it stay open.
  let depth = higher.depth + 1;
  while (depth < stack.length && (stack[depth]?.kind === 'phase' || stack[depth]?.kind === 'heading')) depth++;
  return depth;
}

function depthOf(marker: Marker): number {
  return marker.number.split('.').length;
}

export function join(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}

const STEP: Partial<Record<Style, string>> = { part: 'P', chapter: 'Ch', section: 'M', subsection: 'TM', article: 'Đ' };

/** "2.1." under "2." of IV is IV.2.1; an article is counted through the document, so its path begins with it. */
export function pathOf(parent: Node, marker: Marker): string {
  const number = marker.style === 'paren' ? `(${marker.number})` : `${STEP[marker.style] ?? ''}${marker.number}`;
  if (marker.style === 'article') return number;
  if (marker.style !== 'decimal') return join(parent.path, number);
  let above: Node | undefined = parent;
  while (
    above &&
    !(isUnit(above) && RANK[above.marker.style] < RANK.arabic) &&
    above.kind !== 'annex' &&
    above.kind !== 'phase'
  )
    above = above.parent;
  return join(above?.path ?? '', number);
}
