import { type Change, moveInPlace } from './change.ts';
import { type Fact, saysSame } from './facts.ts';
import { looksLike } from './looks.ts';
import { isUnit, type Node, type Structure, type UnitNode } from './nodes.ts';
import { countBefore } from './sorted.ts';
import type { Task } from './task.ts';
import { oneLine, type Span, type Words } from './text.ts';

type Draftable<T> = { -readonly [K in keyof T]: T[K] };

/** An item, and where its section begins. */
export interface Placed {
  readonly start: number;
  readonly fact: Fact;
}

/** How a structure was carried over to another text. */
export interface Carried {
  readonly change: Change;
  /** Items with other words than before, or between two places where words are others, and what they said before. */
  readonly anew: ReadonlyMap<Node, Fact>;
}

/**
 * Carries a structure over to another text, in place: its items stay the same objects, those with other words say what
 * they say now, and all behind the change is moved. `placed` are the items now where those from `start` to `end` were,
 * offsets into the text before. Only where all items stand as they stood: there are as many, and those with other words
 * look the same (looks.ts). Undefined, and nothing was touched, where the structure has to be built anew.
 */
export function carryStructure(
  structure: Structure,
  placed: readonly Placed[],
  { start, end }: Span,
  text: string,
  change: Change,
): Carried | undefined {
  const { nodes } = structure;
  const from = countBefore(nodes, (node) => node.start, start);
  const to = countBefore(nodes, (node) => node.start, end);
  if (placed.length !== to - from) return undefined;
  // What addressees say is given to all tasks.
  const mayChange = ({ region }: Node) => region !== 'addressees';
  const standsAlike = placed.every(({ fact }, i) => {
    const node = nodes[from + i];
    if (!node || node.fact === fact) return node !== undefined;
    const mayDiffer = saysSame(node.fact, fact) || (mayChange(node) && !node.fact.phase && !fact.phase);
    return mayDiffer && looksLike(node.fact, fact);
  });
  if (!standsAlike) return undefined;

  const anew = new Map<Node, Fact>();
  for (let i = Math.max(0, from - 1); i <= to; i++) {
    const node = nodes[i];
    if (!node) continue;
    const fact = placed[i - from]?.fact ?? node.fact;
    if (saysSame(fact, node.fact) && !lies(node.span, change)) continue;
    if (!mayChange(node)) return undefined;
    anew.set(node, node.fact);
  }
  const behind = behindIn(structure, nodes.slice(Math.max(0, from - 1), to + 1));
  moveStructure(structure, to, text.length, change);
  for (const [i, here] of placed.entries()) {
    const node = nodes[from + i];
    if (node) putInPlace(node, here, text);
  }
  for (const put of behind) put(text);
  return { change, anew };
}

/** Does an item stand behind the text, among the recipients or in the signature? */
export function isBehind({ region }: Node): boolean {
  return region === 'recipients' || region === 'signature';
}

/** What puts in place the recipients and the signature as far as they are made of some items, when those are. */
function behindIn({ recipients, signature }: Structure, nodes: readonly Node[]): ((text: string) => void)[] {
  return nodes.filter(isBehind).flatMap((node) => {
    const { start, end } = node.span;
    const parts: Draftable<Span>[] = [recipients, signature].filter((part) => part !== undefined);
    const line: Draftable<Words> | undefined = recipients?.lines.find((each) => each.start === start);
    const begins = parts.filter((part) => part.start === start);
    const ends = parts.filter((part) => part.end === end);
    return (text) => {
      const { span } = node;
      if (line) Object.assign(line, span, { text: oneLine(text.slice(span.start, span.end)) });
      for (const part of begins) part.start = span.start;
      for (const part of ends) part.end = span.end;
    };
  });
}

function putInPlace(node: Draftable<Node>, { start, fact }: Placed, text: string): void {
  const { span } = fact.item;
  const isOther = fact !== node.fact;
  node.fact = fact;
  node.start = start;
  node.span = { start: start + span.start, end: start + span.end };
  if (node.phase && fact.phase && (node.kind === 'phase' || node.kind === 'unit')) {
    Object.assign(node.phase, node.span);
    Object.assign(node.phase.words, node.span);
  }
  const unit: Draftable<Node> = node;
  if (!isUnit(unit)) return;
  const at = fact.item.markerSpan ?? { start: 0, end: 0 };
  const words = { start: start + at.start, end: start + at.end };
  const made: Draftable<UnitNode> = unit;
  made.markerWords = { ...words, text: isOther ? oneLine(text.slice(words.start, words.end)) : unit.markerWords.text };
  // "C." after "B." was taken for a capital by its place, which is the same.
  const { style, value } = unit.marker;
  if (isOther) made.marker = { ...(fact.item.marker ?? unit.marker), style, value };
}

function moveStructure(structure: Structure, first: number, length: number, change: Change): void {
  const { root, nodes, phases, recipients, signature } = structure;
  (root as Draftable<Node>).span = { start: 0, end: length };
  const by = change.newEnd - change.oldEnd;
  if (by === 0) return;
  for (let i = first; i < nodes.length; i++) {
    const node: Draftable<Node> | undefined = nodes[i];
    if (!node) continue;
    node.start += by;
    const span: Draftable<Span> = node.span;
    span.start += by;
    span.end += by;
    if (isUnit(node)) moveInPlace(node.markerWords, change);
  }
  for (const phase of phases) {
    moveInPlace(phase, change);
    moveInPlace(phase.words, change);
  }
  if (recipients) moveInPlace(recipients, change);
  moveWords(recipients?.lines ?? [], change);
  if (signature) moveInPlace(signature, change);
}

/** Moves words; those in an item with other words are put in place with it. */
export function moveWords(words: Iterable<Words>, change: Change): void {
  for (const each of words) moveInPlace(each, change);
}

/** Moves tasks, or what of their words stands behind the change. */
export function moveTasks(tasks: readonly Draftable<Task>[], change: Change): void {
  const { oldEnd, newEnd } = change;
  for (const task of tasks) {
    const { leads, coordinators, deadline, deadlines, product } = task;
    if (task.start >= oldEnd) {
      task.start += newEnd - oldEnd;
      task.end += newEnd - oldEnd;
      task.action += newEnd - oldEnd;
    }
    moveWords(leads, change);
    moveWords(coordinators, change);
    if (deadline) moveInPlace(deadline.words, change);
    for (const { words } of deadlines) moveInPlace(words, change);
    if (product) moveInPlace(product, change);
  }
}

/** Items with other words than before, and all they stand under. */
export function touchedBy(carried: Carried | undefined): ReadonlySet<Node> {
  const touched = new Set<Node>();
  for (const node of carried?.anew.keys() ?? []) {
    for (let at: Node | undefined = node; at && !touched.has(at); at = at.parent) touched.add(at);
  }
  return touched;
}

/** In the change or at its edge: marks typed right before an item are part of it, though its words are the same. */
function lies({ start, end }: Span, change: Change): boolean {
  return start <= change.oldEnd && change.start <= end;
}
