import type { Fact } from './facts.ts';
import type { Day } from './language/calendar.ts';
import { capitalValue, type Marker, type Style } from './language/numbering.ts';
import { resolvePhase } from './language/phases.ts';
import { looksOf } from './looks.ts';
import { isUnit, type Node, type PhaseNode, type Region, type Structure, type UnitNode } from './nodes.ts';
import type { Span, Words } from './text.ts';
import { oneLine } from './text.ts';
import { findPlace, join, pathOf, RANK } from './unit-place.ts';

type Draftable<T> = { -readonly [K in keyof T]: T[K] };

/** An item and where it stands in the draft. */
interface Placed {
  readonly start: number;
  readonly fact: Fact;
  readonly span: Span;
}

/** Lines from the first of a signature on among which recipients may still stand. */
const MOST_BESIDE = 12;

/** Puts the items of a draft under one another by their numbers; Markdown's heading levels only part what has none. */
export function buildStructure(
  text: string,
  placed: readonly { start: number; fact: Fact }[],
  issued: Day | undefined,
): Structure {
  const nodes: Node[] = [];
  const units: UnitNode[] = [];
  const phases: PhaseNode[] = [];
  const root: Node = {
    kind: 'root',
    fact: EMPTY,
    start: 0,
    span: { start: 0, end: text.length },
    parent: undefined,
    children: [],
    path: '',
    region: 'opening',
    phase: undefined,
  };
  /** Open nodes from the root down to the one that takes the next item. */
  let stack: Node[] = [root];
  let region: Region = 'opening';
  let recipients: (Span & { lines: Words[] }) | undefined;
  let signature: Span | undefined;
  let besideRecipients = 0;
  const hasUnits = placed.some(({ fact }) => fact.item.marker && fact.item.marker.style !== 'paren');
  const used = new Map<string, number>();
  const counts = new Map<Node, Partial<Record<Node['kind'], number>>>();

  for (const { start, fact } of placed) {
    const { item } = fact;
    const span = { start: start + item.span.start, end: start + item.span.end };
    const here: Placed = { start, fact, span };
    if (item.kind === 'comment') continue;
    const looks = looksOf(fact);
    const isBehind = region === 'signature' || region === 'recipients';
    if (looks.annex !== undefined && (looks.isAnnex || isBehind)) {
      region = 'body';
      stack = [root];
      push(here, { kind: 'annex', path: `PL${looks.annex}` });
      continue;
    }
    if (isBehind) {
      if (looks.attached) {
        region = 'body';
        stack = [root];
        push(here, { kind: 'annex', path: 'PL' });
        continue;
      }
      // Of two columns the right one may be pasted first: the recipients come below the signature.
      if (region === 'signature' && looks.recipients) {
        region = 'recipients';
        recipients ??= { ...span, lines: [] };
        stack = [root];
        push(here, { kind: 'text', path: '' });
        continue;
      }
      if (looks.signs || (region === 'recipients' && looks.capitals)) region = 'signature';
      // Two columns pasted line by line: the words of the signature stand between the recipients.
      else if (recipients && signature && recipients.start < signature.start && besideRecipients++ < MOST_BESIDE)
        region = item.bullet ? 'recipients' : 'signature';
      if (region === 'signature') signature = { start: signature?.start ?? span.start, end: span.end };
      else if (recipients) {
        recipients.lines.push({ ...span, text: oneLine(text.slice(span.start, span.end)) });
        recipients = { ...recipients, end: span.end };
      }
      stack = [root];
      push(here, { kind: item.bullet ? 'bullet' : 'text', path: '' });
      continue;
    }
    if (looks.recipients) {
      region = 'recipients';
      recipients = { ...span, lines: [] };
      stack = [root];
      push(here, { kind: 'text', path: '' });
      continue;
    }
    if (looks.signature) {
      region = 'signature';
      signature = { ...span };
      stack = [root];
      push(here, { kind: 'text', path: '' });
      continue;
    }
    if (region === 'addressees' && !(looks.plain && item.bullet)) region = 'opening';
    if (looks.addressed) {
      push(here, { kind: 'text', path: top().path, region: 'addressees' });
      // Without numbers the body begins with the first line, and the list of addressees stands in it.
      if (region === 'opening' || !hasUnits) region = 'addressees';
      continue;
    }
    if (item.marker && item.marker.style !== 'paren') region = 'body';
    else if (region === 'opening' && (!hasUnits || (item.level > 0 && item.level !== 1))) region = 'body';

    if (item.kind === 'row') {
      close((node) => node.kind === 'text' || node.kind === 'bullet');
      push(here, { kind: 'row', path: `${top().path}.R${countOf(top(), 'row')}` }, false);
    } else if (item.marker) {
      openUnit(here, item.marker);
    } else if (looks.task !== undefined) {
      closeTo((node) => node.kind !== 'text' && node.kind !== 'bullet');
      push(here, { kind: 'bullet', path: join(top().path, `NV${looks.task}`) });
    } else if (fact.phase) {
      const open = stack.findLastIndex((node) => node.kind === 'phase' && node.fact.item.level === item.level);
      if (open > 0) stack.length = open;
      // A phase stands in the section above it, whether or not that has a heading; points and bullets end before it.
      closeTo((node) => {
        if (item.level > 0 && node.fact.item.level >= item.level) return false;
        // A point that is said and done ("1. Bộ A ban hành thông tư.") has no phases of its own.
        if (isUnit(node)) return RANK[node.marker.style] < RANK.letter && !looksOf(node.fact).closes;
        return node.kind === 'heading' || node.kind === 'annex';
      });
      const count = countOf(top(), 'phase') + 1;
      push(here, { kind: 'phase', path: join(top().path, `G${count}`) });
    } else if (item.bullet) {
      const { char, depth } = item.bullet;
      closeTo((node) => {
        const other = node.fact.item.bullet;
        if (node.kind === 'text') return false;
        if (looksOf(node.fact).task !== undefined) return true;
        return (
          node.kind !== 'bullet' ||
          !other ||
          other.depth < depth ||
          (other.depth === depth && other.char !== char && !seen(char, depth))
        );
      });
      const count = countOf(top(), 'bullet') + 1;
      push(here, { kind: 'bullet', path: join(top().path, `-${count}`) });
    } else if (item.level > 0) {
      closeToLevel(item.level);
      push(here, { kind: 'heading', path: top().path });
    } else {
      if (looks.title)
        closeTo(
          (node) =>
            !isUnit(node) ||
            RANK[node.marker.style] < RANK.capital ||
            node.fact.item.level > 0 ||
            looksOf(node.fact).title,
        );
      close((node) => node.kind === 'text' || (node.kind === 'bullet' && looksOf(node.fact).task === undefined));
      push(here, { kind: 'text', path: top().path }, false);
    }
  }
  return { root, nodes, units, phases, recipients, signature };

  function top(): Node {
    return stack[stack.length - 1] ?? root;
  }
  /** Closes open nodes from the top while the test holds. */
  function close(test: (node: Node) => boolean): void {
    while (stack.length > 1 && test(top())) stack.pop();
  }
  /** Closes open nodes until one is found that may stay. */
  function closeTo(test: (node: Node) => boolean): void {
    close((node) => !test(node));
  }
  /** A heading ends what has no heading and what is headed at its level or deeper. */
  function closeToLevel(level: number): void {
    closeTo((node) => node.kind === 'annex' || (node.fact.item.level > 0 && node.fact.item.level < level));
  }
  function seen(char: string, depth: number): boolean {
    return stack.some((node) => node.fact.item.bullet?.char === char && node.fact.item.bullet.depth === depth);
  }
  function push(
    { start, fact, span }: Placed,
    about: { kind: Node['kind']; path: string; region?: Region },
    opens = true,
  ): Node {
    const parent = stack[stack.length - 1] ?? root;
    const node: Draftable<Node> = {
      kind: about.kind,
      fact,
      start,
      span,
      parent,
      children: [],
      path: about.path,
      region: about.region ?? region,
      phase: parent.phase,
    };
    if (fact.phase && (about.kind === 'phase' || about.kind === 'unit')) {
      const { start: startDay, end: endDay } = resolvePhase(fact.phase, issued);
      const words = { ...span, text: oneLine(text.slice(span.start, span.end)) };
      const phase: PhaseNode = { ...span, title: oneLine(titleOf(fact)), startDay, endDay, words, under: parent };
      phases.push(phase);
      node.phase = phase;
    }
    parent.children.push(node);
    const count = counts.get(parent) ?? {};
    count[about.kind] = (count[about.kind] ?? 0) + 1;
    counts.set(parent, count);
    nodes.push(node);
    if (opens) stack.push(node);
    return node;
  }
  function openUnit(here: Placed, written: Marker): void {
    const { start, fact } = here;
    const marker = asCapital(written);
    const place = findPlace(stack, marker);
    while (stack.length > place) stack.pop();
    const path = unique(pathOf(top(), marker));
    const node = push(here, { kind: 'unit', path }) as Draftable<UnitNode>;
    const at = fact.item.markerSpan ?? { start: 0, end: 0 };
    const words = { start: start + at.start, end: start + at.end };
    node.marker = marker;
    node.markerWords = { ...words, text: oneLine(text.slice(words.start, words.end)) };
    if (fact.phase && node.phase) node.opens = node.phase;
    units.push(node as UnitNode);
  }
  /** "C." after "B." is a capital, not the numeral 100. */
  function asCapital(marker: Marker): Marker {
    if (marker.style !== 'roman' || marker.number.length !== 1) return marker;
    const value = capitalValue(marker.number);
    const before = lastOf('capital');
    return before && before.marker.value + 1 === value ? { ...marker, style: 'capital', value } : marker;
  }
  function lastOf(style: Style): UnitNode | undefined {
    for (let i = stack.length - 1; i > 0; i--) {
      const node = stack[i];
      if (node && isUnit(node) && node.marker.style === style) return node;
    }
    return undefined;
  }
  function unique(path: string): string {
    const count = (used.get(path) ?? 0) + 1;
    used.set(path, count);
    return count === 1 ? path : `${path}~${count}`;
  }
  /** How many children of a kind a node has so far. */
  function countOf(node: Node, kind: Node['kind']): number {
    return counts.get(node)?.[kind] ?? 0;
  }
}

function titleOf(fact: Fact): string {
  return fact.phase?.title ?? fact.item.body.text;
}

const EMPTY: Fact = {
  item: {
    kind: 'text',
    level: 0,
    bold: false,
    body: { text: '', starts: new Uint32Array(), ends: new Uint32Array() },
    span: { start: 0, end: 0 },
  },
  whole: {
    start: 0,
    end: 0,
    deadlines: [],
    assignment: {
      leads: [],
      coordinators: [],
      action: 0,
      form: 'none',
      acts: false,
      coordinatorsFollow: false,
      together: false,
    },
  },
  parts: [],
  fields: [],
  citations: [],
  references: [],
  annexes: [],
  abbreviations: [],
  names: [],
  dates: [],
};
