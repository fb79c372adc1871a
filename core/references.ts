import { type Draft, wordsOf } from './draft.ts';
import type { Level, NumberMention, ReferenceMention, StepMention } from './language/references.ts';
import { isUnit, type Node, type UnitNode } from './nodes.ts';
import { oncePer } from './once.ts';
import { findUnits, numbersOf, partOf, stylesOf } from './reference-index.ts';
import type { Words } from './text.ts';

/** A number of a reference and the unit it names. "mục II.3" has two. */
export interface Link {
  readonly unit: UnitNode;
  /** The number as written, without its word. */
  readonly number: Words;
}

/** A number of a reference that names nothing. */
export interface Missing {
  readonly level: Level;
  readonly number: Words;
  /** Where it was looked for, and the units of its kind there, in order. */
  readonly scope: Node;
  readonly siblings: readonly UnitNode[];
}

/** A reference of the draft to a part of itself. */
export interface Reference extends Words {
  readonly node: Node;
  readonly mention: ReferenceMention;
  /** The units it points to, by its smallest step; none where that is not sure. */
  readonly units: readonly UnitNode[];
  readonly links: readonly Link[];
  readonly missing: readonly Missing[];
  /** A document is named before it in its sentence, which may be the one it points into. */
  readonly doubtful: boolean;
}

/** All references of a draft into itself, in the order of the text; what is quoted from other documents has none. */
export const readInternalReferences = oncePer((draft: Draft): readonly Reference[] => read(draft));

/** A number that must change when its unit's own changes. */
export interface LinkTo {
  readonly number: Words;
  readonly reference: Reference;
}

/** What refers to the units, by unit; what may point into another document is left out. */
export const linksTo = oncePer((draft: Draft): ReadonlyMap<UnitNode, readonly LinkTo[]> => {
  const found = new Map<UnitNode, LinkTo[]>();
  const met = new Set<number>();
  for (const reference of readInternalReferences(draft)) {
    if (reference.doubtful) continue;
    for (const { unit, number } of reference.links) {
      // What is said once for several references ("điểm a khoản 1, khoản 2 Điều 5") is met with each.
      if (met.has(number.start)) continue;
      met.add(number.start);
      const own = found.get(unit) ?? [];
      own.push({ number, reference });
      found.set(unit, own);
    }
  }
  return found;
});

function read(draft: Draft): Reference[] {
  const quoted = quotedIn(draft);
  return draft.nodes.flatMap((node) => {
    const { references, item } = node.fact;
    if (references.length === 0 || node.kind === 'annex') return [];
    return references.flatMap((mention) => {
      if (mention.external || quoted(node, mention.start)) return [];
      const scope = scopeOf(draft, node, mention);
      if (!scope) return [];
      const found = resolve(draft, node, mention, scope);
      const type = draft.letterhead.type?.text.normalize('NFC').toLowerCase();
      const { beside } = mention;
      const doubtful =
        (beside !== undefined && beside.toLowerCase() !== type) ||
        (item.kind === 'row' && node.fact.citations.length > 0);
      return [{ ...wordsOf(draft.text, node, mention.start, mention.end), node, mention, doubtful, ...found }];
    });
  });
}

/** Where to look: the part it stands in, or the annex or document it names; undefined for another document. */
function scopeOf(draft: Draft, node: Node, { within, annex }: ReferenceMention): Node | undefined {
  const own = partOf(node);
  const root = topOf(node);
  if (annex !== undefined) {
    const annexes = draft.nodes.filter(({ kind }) => kind === 'annex');
    return annexes.find(({ path }) => path === `PL${annex}`) ?? (annex === '' ? annexes[0] : undefined);
  }
  if (within === undefined) return own;
  const type = draft.letterhead.type?.text.normalize('NFC').toLowerCase();
  if (type === undefined || within.toLowerCase() === type || /^văn bản$/iu.test(within)) return root;
  // "Quy chế này" in a regulation attached to a decision.
  return own.kind === 'annex' ? own : undefined;
}

function topOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

interface Found {
  units: readonly UnitNode[];
  links: readonly Link[];
  missing: readonly Missing[];
}

/** Goes down from the largest step; without a larger one a step is looked for around the place of the reference. */
function resolve(draft: Draft, node: Node, mention: ReferenceMention, part: Node): Found {
  const links: Link[] = [];
  const missing: Missing[] = [];
  let scope: Node | undefined;
  let units: readonly UnitNode[] = [];
  for (const [i, step] of [...mention.steps.entries()].reverse()) {
    if (step.numbers.length === 0) {
      scope = scope ?? enclosing(draft, node, step.level, mention.steps[i - 1]);
      units = scope && isUnit(scope) ? [scope] : [];
      if (!scope) return { units: [], links, missing };
      continue;
    }
    const hits: (UnitNode | undefined)[] = [];
    for (const number of step.numbers) {
      const found = locate(draft, node, step, number, scope, part);
      if (found.missing) missing.push(found.missing);
      links.push(...found.links);
      hits.push(found.unit);
    }
    const sure = hits.filter((unit) => unit !== undefined);
    units = sure.length === hits.length ? withReached(step, sure) : [];
    scope = sure.length === 1 && hits.length === 1 ? sure[0] : undefined;
    if (!scope) {
      const smallest = step === mention.steps[0];
      return { units: smallest ? units : [], links, missing };
    }
  }
  return { units, links, missing };
}

/** "từ khoản 1 đến khoản 4": what stands between the two as well. */
function withReached({ numbers }: StepMention, units: readonly UnitNode[]): readonly UnitNode[] {
  return units.flatMap((unit, i) => {
    const before = units[i - 1];
    if (!numbers[i]?.reaches || !before || before.parent !== unit.parent) return [unit];
    const siblings = (unit.parent?.children ?? []).filter(isUnit);
    return siblings.slice(siblings.indexOf(before) + 1, siblings.indexOf(unit) + 1);
  });
}

interface Located {
  unit: UnitNode | undefined;
  links: Link[];
  missing?: Missing;
}

function locate(
  draft: Draft,
  node: Node,
  step: StepMention,
  number: NumberMention,
  scope: Node | undefined,
  part: Node,
): Located {
  const words = (from: number, to: number) => wordsOf(draft.text, node, number.start + from, number.start + to);
  const inScope = (place: Node): Located => {
    const links: Link[] = [];
    const unit = pick(draft, place, step.level, number.text, (each, from, to) =>
      links.push({ unit: each, number: words(from, to) }),
    );
    return { unit: unit === 'several' ? undefined : unit, links: unit === 'several' ? [] : links };
  };
  const lack = (place: Node): Located => {
    if (pick(draft, place, step.level, number.text) === 'several' || isInline(place, number.text))
      return { unit: undefined, links: [] };
    const missing = { level: step.level, number: words(0, number.text.length), ...besides(draft, place, step, number) };
    return { unit: undefined, links: [], missing };
  };
  if (scope) {
    const found = inScope(scope);
    return found.unit ? found : lack(scope);
  }
  const named = step.level === 'điều' || step.level === 'chương' || step.level === 'phần';
  const stands = partOf(node) === part;
  const first = named || !stands ? part : node;
  const dotted = number.text.includes('.');
  for (const place of placesFrom(first, part)) {
    const found = inScope(place);
    if (found.unit) return found;
    if (!dotted && findUnits(draft, place, stylesOf(step.level, number.text)).length > 0) return lack(place);
  }
  if (dotted && besides(draft, part, step, number).siblings.every(({ marker }) => marker.style !== 'decimal')) {
    const [head = ''] = number.text.split('.');
    for (const place of placesFrom(first, part)) {
      if (findUnits(draft, place, stylesOf(step.level, head)).length > 0) return lack(place);
    }
  }
  return lack(part);
}

/** The units that stand where a missing one would: of "2.5" those below "2.", of "II.9" those below "II.". */
function besides(
  draft: Draft,
  scope: Node,
  { level }: StepMention,
  { text }: NumberMention,
): Pick<Missing, 'scope' | 'siblings'> {
  const prefix = text.slice(0, text.lastIndexOf('.') + 1);
  const alike =
    prefix === '' ? [] : findUnits(draft, scope, ['decimal']).filter(({ marker }) => marker.number.startsWith(prefix));
  const over = alike[0]?.parent;
  if (over) return { scope: over, siblings: alike };
  for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
    const above = pick(draft, scope, level, text.slice(0, dot));
    if (above === 'several') return { scope, siblings: [] };
    if (above) return { scope: above, siblings: findUnits(draft, above, stylesOf('mục', text.slice(dot + 1))) };
  }
  return { scope, siblings: findUnits(draft, scope, stylesOf(level, text.split('.')[0] ?? '')) };
}

/** A node and what it stands under, up to its part. */
function* placesFrom(node: Node, part: Node): Iterable<Node> {
  for (let at: Node | undefined = node; at && at !== part; at = at.parent) if (at.kind !== 'root') yield at;
  yield part;
}

/**
 * The unit of a number in a scope, "several" where it is not sure which. "II.3" and "2.3.a" that are no number of a unit
 * are read as one number below the other.
 */
function pick(
  draft: Draft,
  scope: Node,
  level: Level,
  text: string,
  link?: (unit: UnitNode, from: number, to: number) => void,
  from = 0,
): UnitNode | 'several' | undefined {
  for (const number of numbersOf(level, text)) {
    const units = findUnits(draft, scope, [number.style], number.key);
    if (units.length > 1) return 'several';
    const [unit] = units;
    if (!unit) continue;
    link?.(unit, from, from + text.length);
    return unit;
  }
  for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
    const above = pick(draft, scope, level, text.slice(0, dot));
    if (above === 'several' || !above) continue;
    const below = pick(draft, above, 'mục', text.slice(dot + 1));
    if (below === 'several' || !below) continue;
    pick(draft, scope, level, text.slice(0, dot), link, from);
    pick(draft, above, 'mục', text.slice(dot + 1), link, from + dot + 1);
    return below;
  }
  return undefined;
}

/** "điểm (2)" of a unit whose sentence counts "(1) ...; (2) ...". */
function isInline(scope: Node, number: string): boolean {
  return [scope, ...scope.children].some(({ fact }) => fact.parts.some(({ inline }) => inline.number === number));
}

/** The unit of a level that a node stands in, itself included, and that has what is named below it: "điểm a khoản này". */
function enclosing(draft: Draft, node: Node, level: Level, below: StepMention | undefined): UnitNode | undefined {
  const styles = stylesOf(level, undefined);
  const around: UnitNode[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (isUnit(at) && styles.includes(at.marker.style)) around.push(at);
  }
  const [number] = below?.numbers ?? [];
  if (!below || !number) return around[0];
  const has = around.find((unit) => pick(draft, unit, below.level, number.text));
  return (
    has ?? around.find((unit) => findUnits(draft, unit, stylesOf(below.level, number.text)).length > 0) ?? around[0]
  );
}

/** Does a place stand within quotation marks, opened there or some items before? */
export function quotedIn(draft: Draft): (node: Node, place: number) => boolean {
  const open = new Set<Node>();
  let left = 0;
  for (const node of draft.nodes) {
    const { text } = node.fact.item.body;
    if (left > 0) open.add(node);
    const marks = countQuotes(text, text.length);
    if (left > 0) left = marks % 2 === 1 ? 0 : left - 1;
    // Words of another document go on below: 'như sau: "3. Bộ Tài chính ...'.
    else if (marks % 2 === 1 && (/:\s*"/.test(text) || text.startsWith('"'))) left = LONGEST_QUOTE;
  }
  // Asked along a passage: what was counted is not counted again.
  let counted: { node: Node | undefined; place: number; marks: number } = { node: undefined, place: 0, marks: 0 };
  return (node, place) => {
    const { text } = node.fact.item.body;
    const goesOn = counted.node === node && counted.place <= place;
    const marks = goesOn ? counted.marks + countQuotes(text, place, counted.place) : countQuotes(text, place);
    counted = { node, place, marks };
    return open.has(node) !== (marks % 2 === 1);
  };
}
const LONGEST_QUOTE = 40;

function countQuotes(text: string, to: number, from = 0): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) count++;
  return count;
}
