import { type Change, moveSpan } from './change.ts';
import { type Fact, saysSame } from './facts.ts';
import { looksLike } from './looks.ts';
import { isUnit, type Node, type PhaseNode, type Structure, type UnitNode } from './nodes.ts';
import type { Deadline, Task } from './task.ts';
import { oneLine, type Span } from './text.ts';

type Draftable<T> = { -readonly [K in keyof T]: T[K] };

/** The structure of a draft that stands as it stood before, and what of it was read anew. */
export interface Carried {
  readonly structure: Structure;
  readonly change: Change;
  /** The item that stood in the place of each, and the other way about; the roots too. */
  readonly before: ReadonlyMap<Node, Node>;
  readonly after: ReadonlyMap<Node, Node>;
  readonly phases: ReadonlyMap<PhaseNode, PhaseNode>;
  /** Items with other words than before, or between two places where words are others. */
  readonly anew: ReadonlySet<Node>;
}

/**
 * The structure of a draft from that of the draft before, where all items stand as they stood: there are as many, and
 * those with other words look the same (looks.ts). Undefined where the structure has to be built anew.
 */
export function carryStructure(
  old: Structure,
  placed: readonly { readonly start: number; readonly fact: Fact }[],
  text: string,
  change: Change,
): Carried | undefined {
  const items = placed.filter(({ fact }) => fact.item.kind !== 'comment');
  if (items.length !== old.nodes.length) return undefined;
  const mayDiffer = old.nodes.every((node, i) => {
    const fact = items[i]?.fact;
    if (node.fact === fact) return true;
    const inText = node.region === 'body' || node.region === 'opening';
    return fact !== undefined && inText && !node.fact.phase && !fact.phase && looksLike(node.fact, fact);
  });
  const { recipients, signature } = old;
  if (!mayDiffer || [recipients, signature].some((part) => part && lies(part, change))) return undefined;

  const root: Node = { ...old.root, span: { start: 0, end: text.length }, children: [] };
  const after = new Map<Node, Node>([[old.root, root]]);
  const before = new Map<Node, Node>([[root, old.root]]);
  const phases = new Map<PhaseNode, PhaseNode>();
  const anew = new Set<Node>();
  const nodes = old.nodes.map((node, i): Node => {
    const { start, fact } = items[i] ?? { start: node.start, fact: node.fact };
    const parent = (node.parent && after.get(node.parent)) ?? root;
    const { span } = fact.item;
    const made: Draftable<Node> = {
      kind: node.kind,
      fact,
      start,
      span: { start: start + span.start, end: start + span.end },
      parent,
      children: [],
      path: node.path,
      region: node.region,
      phase: undefined,
    };
    if (node.phase) {
      const { words } = node.phase;
      // The item that opens it comes before all that stand in it.
      const phase = phases.get(node.phase) ?? {
        ...node.phase,
        ...made.span,
        words: { ...words, ...made.span },
        under: parent,
      };
      phases.set(node.phase, phase);
      made.phase = phase;
    }
    if (isUnit(node)) {
      const unit = made as Draftable<UnitNode>;
      const at = fact.item.markerSpan ?? { start: 0, end: 0 };
      const words = { start: start + at.start, end: start + at.end };
      // "C." after "B." was taken for a capital by its place, which is the same.
      const { style, value } = node.marker;
      unit.marker = fact === node.fact ? node.marker : { ...(fact.item.marker ?? node.marker), style, value };
      unit.markerWords = {
        ...words,
        text: fact === node.fact ? node.markerWords.text : oneLine(text.slice(words.start, words.end)),
      };
      if (node.opens && made.phase) unit.opens = made.phase;
    }
    parent.children.push(made);
    after.set(node, made);
    before.set(made, node);
    if (!saysSame(fact, node.fact) || lies(node.span, change)) anew.add(made);
    return made;
  });
  return {
    structure: {
      root,
      nodes,
      units: nodes.filter(isUnit),
      phases: old.phases.map((phase) => phases.get(phase) ?? phase),
      recipients: recipients && {
        ...moveSpan(recipients, change),
        lines: recipients.lines.map((line) => moveSpan(line, change)),
      },
      signature: signature && moveSpan(signature, change),
    },
    change,
    before,
    after,
    phases,
    anew,
  };
}

/** Items with other words than before, and all they stand under. */
export function touchedBy(carried: Carried | undefined): ReadonlySet<Node> {
  const touched = new Set<Node>();
  for (const node of carried?.anew ?? []) {
    for (let at: Node | undefined = node; at && !touched.has(at); at = at.parent) touched.add(at);
  }
  return touched;
}

/** A task in its place in the draft it was carried over to. */
export function moveTask(task: Task, { change, after, phases }: Carried): Task {
  const moveDeadline = (deadline: Deadline): Deadline => {
    const words = moveSpan(deadline.words, change);
    return words === deadline.words ? deadline : { ...deadline, words };
  };
  const { deadline, phase, product, action } = task;
  return {
    ...moveSpan(task, change),
    action: moveSpan({ start: action, end: action + 1 }, change).start,
    leads: task.leads.map((owner) => moveSpan(owner, change)),
    coordinators: task.coordinators.map((owner) => moveSpan(owner, change)),
    ...(deadline && { deadline: moveDeadline(deadline) }),
    deadlines: task.deadlines.map(moveDeadline),
    ...(phase && { phase: phases.get(phase) ?? phase }),
    ...(product && { product: moveSpan(product, change) }),
    node: after.get(task.node) ?? task.node,
  };
}

/** In the change or at its edge: marks typed right before an item are part of it, though its words are the same. */
function lies({ start, end }: Span, change: Change): boolean {
  return start <= change.oldEnd && change.start <= end;
}
