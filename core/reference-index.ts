import type { Draft } from './draft.ts';
import { capitalValue, fromRoman, type Style } from './language/numbering.ts';
import type { Level } from './language/references.ts';
import { isUnit, type Node, type UnitNode } from './nodes.ts';
import { oncePer } from './once.ts';
import { countBefore } from './sorted.ts';

/** The units of a draft by style and number, with their places in it. */
interface Index {
  readonly place: ReadonlyMap<Node, number>;
  /** First place behind all that stands under a node. */
  readonly end: ReadonlyMap<Node, number>;
  /** How many units stand above a unit. */
  readonly depth: ReadonlyMap<Node, number>;
  readonly units: ReadonlyMap<string, readonly UnitNode[]>;
  readonly found: Map<string, readonly UnitNode[]>;
}

/** How the units of each level are numbered; without articles "mục" is a section of any number. */
const STYLES: Record<Level, readonly Style[]> = {
  phần: ['part', 'roman', 'capital'],
  chương: ['chapter'],
  mục: ['section', 'roman', 'arabic', 'decimal', 'capital', 'letter', 'paren'],
  'tiểu mục': ['subsection', 'decimal', 'arabic'],
  điều: ['article'],
  khoản: ['arabic', 'decimal', 'roman'],
  điểm: ['letter', 'arabic', 'decimal', 'paren', 'roman'],
  tiết: ['letter', 'decimal', 'paren', 'arabic'],
};
/** What "khoản này" may mean. */
const OWN: Record<Level, readonly Style[]> = {
  ...STYLES,
  mục: ['section', 'roman', 'capital', 'arabic', 'decimal'],
  khoản: ['arabic', 'decimal'],
  điểm: ['letter', 'paren'],
};

const indexOf = oncePer((draft: Draft): Index => makeIndex(draft));

function makeIndex({ nodes }: Draft): Index {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const end = new Map<Node, number>();
  const depth = new Map<Node, number>();
  const units = new Map<string, UnitNode[]>();
  for (const node of nodes) {
    const above = node.parent ? (depth.get(node.parent) ?? 0) + (isUnit(node.parent) ? 1 : 0) : 0;
    depth.set(node, above);
    if (!isUnit(node)) continue;
    for (const key of [node.marker.style, `${node.marker.style} ${keyOf(node)}`]) {
      const own = units.get(key);
      if (own) own.push(node);
      else units.set(key, [node]);
    }
  }
  for (const [i, node] of [...nodes.entries()].reverse()) {
    const last = end.get(node) ?? i + 1;
    end.set(node, last);
    if (node.parent) end.set(node.parent, Math.max(last, end.get(node.parent) ?? 0));
  }
  return { place, end, depth, units, found: new Map() };
}

function keyOf({ marker: { style, number, value } }: UnitNode): string {
  return style === 'decimal' || style === 'letter' || style === 'paren' || style === 'article' ? number : String(value);
}

/** The annex a node stands in, or the root of the main text. */
export function partOf(node: Node): Node {
  let at = node;
  while (at.parent && at.kind !== 'annex') at = at.parent;
  return at;
}

/** What a number written behind a level may stand for, the likeliest first. */
export function numbersOf(level: Level, text: string): readonly { style: Style; key: string }[] {
  const styles = STYLES[level];
  const as = (...all: (readonly [Style, string | number])[]) =>
    all.filter(([style]) => styles.includes(style)).map(([style, key]) => ({ style, key: String(key) }));
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    const named = (['part', 'chapter', 'section', 'subsection'] as const).map((style) => [style, value] as const);
    return as(...named, ['article', text], ['arabic', value], ['paren', text]);
  }
  if (/^\d+[a-zđ]$/.test(text)) return as(['article', text]);
  if (/^\d+(?:\.\d+)+$/.test(text)) return as(['decimal', text]);
  if (/^[a-zđ]$/.test(text)) return as(['letter', text], ['paren', text]);
  const value = fromRoman(text);
  const named = (['part', 'chapter', 'section', 'roman'] as const).map((style) => [style, value] as const);
  return as(
    ...(Number.isNaN(value) ? [] : named),
    ...(text.length === 1 ? [['capital', capitalValue(text)] as const] : []),
  );
}

/** Styles of the units that stand beside one with such a number; without a number, of those that "khoản này" may mean. */
export function stylesOf(level: Level, number: string | undefined): readonly Style[] {
  if (number === undefined) return OWN[level];
  const head = number.split('.')[0] ?? '';
  return numbersOf(level, /^\d+(?:\.\d+)+$/.test(number) ? number : head).map(({ style }) => style);
}

/**
 * Units of the styles below a node, those under the fewest other units; with `key` those of that number. The main text has
 * none of its annexes' units.
 */
export function findUnits(draft: Draft, scope: Node, styles: readonly Style[], key?: string): readonly UnitNode[] {
  const index = indexOf(draft);
  const from = (index.place.get(scope) ?? -1) + 1;
  const to = index.end.get(scope) ?? draft.nodes.length;
  const name = `${from}-${to} ${styles.join()} ${key}`;
  const before = index.found.get(name);
  if (before) return before;
  const inMain = scope.kind === 'root';
  let least = Number.POSITIVE_INFINITY;
  let hits: UnitNode[] = [];
  for (const style of styles) {
    const units = index.units.get(key === undefined ? style : `${style} ${key}`) ?? [];
    for (let i = firstFrom(units, from, index); i < units.length; i++) {
      const unit = units[i];
      if (!unit || (index.place.get(unit) ?? 0) >= to) break;
      const depth = index.depth.get(unit) ?? 0;
      if (depth > least || (inMain && partOf(unit) !== scope)) continue;
      if (depth < least) hits = [];
      least = depth;
      hits.push(unit);
    }
  }
  index.found.set(name, hits);
  return hits;
}

/** The first of the units, which are in order, that stands at a place or behind it. */
function firstFrom(units: readonly UnitNode[], from: number, { place }: Index): number {
  return countBefore(units, (unit) => place.get(unit) ?? 0, from);
}
