import { carryResults, type Results } from './carried.ts';
import { type Carried, carryStructure, moveTasks, moveWords, type Placed } from './carry.ts';
import { type Change, findChange, moveInPlace } from './change.ts';
import { type Fact, readFacts, spokenBy } from './facts.ts';
import type { Day } from './language/calendar.ts';
import type { CitationMention } from './language/citations.ts';
import { LETTERHEAD, type Letterhead, readFront, readLetterhead } from './letterhead.ts';
import type { Node, PhaseNode, UnitNode } from './nodes.ts';
import { oncePer, remembering } from './once.ts';
import type { Registry } from './registry.ts';
import { cutSections, type Recut, recutSections, type Section } from './sections.ts';
import { countBefore } from './sorted.ts';
import { buildStructure } from './structure.ts';
import type { Task } from './task.ts';
import { readTasks } from './tasks.ts';
import { lineStarts, oneLine, type Span, sourceSpan, type Words } from './text.ts';
import type { Visits } from './visits.ts';

export interface Citation extends Words {
  readonly type: string;
  readonly number?: Words;
  readonly name?: string;
  readonly date?: Day;
  readonly issuer?: string;
  readonly node: Node;
  /** As it was read: places of its date and issuer in the node's body. */
  readonly mention: CitationMention;
}

export interface Recipients extends Span {
  readonly lines: readonly Words[];
}

/** A section and what it says, kept from one reading to the next by its text. */
export interface ReadSection {
  readonly section: Section;
  readonly facts: readonly Fact[];
}

type Sections = Pick<Draft, 'sections' | 'starts'>;

/** Everything read from a directive. Offsets are into `text`; a fact's own offsets are into its item's body. */
export interface Draft {
  readonly text: string;
  readonly lines: readonly number[];
  readonly registry: Registry;
  readonly sections: readonly ReadSection[];
  /** Where each section begins. */
  readonly starts: readonly number[];
  readonly letterhead: Letterhead;
  /** What the front matter alone says, kept by its text. */
  readonly front: Letterhead;
  /** Day of issue, where the letterhead gives one. */
  readonly issued: Day | undefined;
  /** All items in order, with the place of their section and of what stands above them. */
  readonly nodes: readonly Node[];
  readonly units: readonly UnitNode[];
  readonly phases: readonly PhaseNode[];
  readonly tasks: readonly Task[];
  readonly citations: readonly Citation[];
  readonly recipients: Recipients | undefined;
  readonly signature: Span | undefined;
  /** How items were visited for their tasks. */
  readonly visits: Visits;
  /** What all items stand under. */
  readonly root: Node;
  /** What was carried over from another draft; missing where all was made anew. */
  readonly since?: Since;
  /** The draft of which this shows some items only (again.ts). */
  readonly whole?: Draft;
  /** What was made from it and can be carried over (carried.ts). */
  readonly results: Results;
  /** Stands for the draft where holding it would hold all drafts before it. */
  readonly self: object;
}

/** How a draft follows from the one before. */
interface Since {
  /** `self` of the draft before. */
  readonly self: object;
  readonly carried: Carried;
  /** The sections of the draft before that are no more, and those in their place; `at` is the index of the first. */
  readonly sections: {
    readonly at: number;
    readonly before: readonly ReadSection[];
    readonly now: readonly ReadSection[];
  };
  readonly tasks: readonly Task[];
  /** Items whose tasks were read and not carried over. */
  readonly read: ReadonlySet<Node>;
  /** The letterhead says what it said. */
  readonly headed: boolean;
  /** Line breaks were put in, taken away or moved. */
  readonly relined: boolean;
}

/**
 * Reads a draft. Sections that stood in `previous` word for word are not read again; the result is the same as without
 * it. A fact depends on its section's text and the registry only; structure and tasks are made anew.
 */
export function readDraft(text: string, registry: Registry, previous?: Draft): Draft {
  if (previous?.registry !== registry)
    return makeDraft(
      text,
      registry,
      readSections({ sections: [], starts: [] }, { first: 0, last: 0, by: 0, middle: cutSections(text) }, registry),
    );
  const cut = recutSections(text, previous, findChange(previous.text, text));
  return makeDraft(text, registry, readSections(previous, cut, registry));
}

/**
 * Moves a draft on to its next text, and gives what readDraft(text) gives, in a time that hardly grows with what did not
 * change: where no item stands elsewhere than before, all that was read but the change is taken over in place. So the
 * draft that is given is used up, and so are all places and items taken from it. `change` is looked for where it is not
 * known.
 */
export function moveOn(draft: Draft, text: string, change: Change = findChange(draft.text, text)): Draft {
  const { registry } = draft;
  const cut = recutSections(text, draft, change);
  const read = readSections(draft, cut, registry);
  return carryDraft(draft, text, read, cut, change) ?? makeDraft(text, registry, read);
}

function makeDraft(text: string, registry: Registry, read: Sections): Draft {
  const head = readHead(text, read);
  const issued = head.letterhead.issued?.day;
  const structure = buildStructure(text, spoken(placedIn(read), head.letterhead), issued);
  const { tasks, visits } = readTasks(text, structure, registry, issued, asksUpwards(head.letterhead));
  return {
    text,
    lines: lineStarts(text),
    registry,
    ...read,
    ...head,
    issued,
    ...structure,
    tasks,
    visits,
    citations: structure.nodes.flatMap((node) => citationsOf(text, node)),
    results: new Map(),
    self: {},
  };
}

function carryDraft(
  draft: Draft,
  text: string,
  now: Sections,
  { first, last }: Recut,
  change: Change,
): Draft | undefined {
  const { registry, issued, visits, lines, citations } = draft;
  const old = draft.sections;
  const start = draft.starts[first] ?? draft.text.length;
  const end = draft.starts[old.length - last] ?? draft.text.length;
  const head = readHead(text, now, draft);
  const upwards = asksUpwards(head.letterhead);
  if (head.letterhead.issued?.day !== issued || asksUpwards(draft.letterhead) !== upwards) return undefined;
  if (head.letterhead.issuer?.text !== draft.letterhead.issuer?.text) return undefined;
  const other = {
    at: first,
    before: old.slice(first, old.length - last),
    now: now.sections.slice(first, now.sections.length - last),
  };
  const here = { sections: other.now, starts: now.starts.slice(first, now.starts.length - last) };
  const placed = spoken(placedIn(here), head.letterhead);
  const carried = carryStructure(draft, placed, { start, end }, text, change);
  if (!carried) return undefined;
  if (change.newEnd !== change.oldEnd) {
    moveTasks(visits.made, change);
    const behind = citations.slice(Math.max(0, countBefore(citations, ({ start }) => start, change.start) - 1));
    for (const { number } of behind) if (number) moveInPlace(number, change);
    moveWords(behind, change);
  }
  const { tasks, read } = readTasks(text, draft, registry, issued, upwards, carried, visits);
  const headed = saysTheSame(draft.letterhead, head.letterhead);
  const linesNow = moveLines(lines, text, change);
  const relined = linesNow.length !== lines.length || /[\r\n]/.test(text.slice(change.start, change.newEnd));
  const next: Draft = {
    ...draft,
    text,
    lines: linesNow,
    ...now,
    ...head,
    tasks,
    citations: citationsAgain(draft, text, carried),
    since: { self: draft.self, carried, sections: other, tasks: draft.tasks, read, headed, relined },
    results: new Map(),
    self: {},
  };
  carryResults(draft.results, carried, next);
  return next;
}

function readHead(text: string, read: Sections, before?: Draft): Pick<Draft, 'front' | 'letterhead'> {
  const head = read.sections[0]?.section;
  const kept = before?.sections[0]?.section;
  const isKept = kept?.front && kept.text === head?.text;
  const front = !head?.front ? {} : (isKept && before?.front) || readFront(head.text);
  return { front, letterhead: readLetterhead(text, front, placedIn(read, LETTERHEAD)) };
}

/** The items as they read in a document of this letterhead's issuer. */
function spoken(placed: readonly Placed[], { issuer }: Letterhead): readonly Placed[] {
  if (!issuer) return placed;
  return placed.map(({ start, fact }) => ({ start, fact: spokenBy(oneLine(issuer.text), fact) }));
}

/** The first items of some sections, comments left out. */
function placedIn({ sections, starts }: Sections, most = Number.POSITIVE_INFINITY): Placed[] {
  const placed: Placed[] = [];
  for (let i = 0; i < sections.length && placed.length < most; i++) {
    const start = starts[i] ?? 0;
    for (const fact of sections[i]?.facts ?? []) if (fact.item.kind !== 'comment') placed.push({ start, fact });
  }
  return placed;
}

/** The sections of a text and what they say, from those of another text. */
function readSections(
  { sections: old, starts }: Sections,
  { first, last, middle, by }: Recut,
  registry: Registry,
): Sections {
  const known = new Map(old.slice(first, old.length - last).map(({ section, facts }) => [keyOf(section), facts]));
  const facts = middle.map((section) => (section.front ? NONE : known.get(keyOf(section))));
  readTogether(middle, facts, registry);
  const read = middle.map(({ start: _, ...section }, i): ReadSection => {
    return { section, facts: facts[i] ?? factsBy(registry)(keyOf(section)) };
  });
  const behind = starts.slice(old.length - last);
  return {
    sections: old.slice(0, first).concat(read, old.slice(old.length - last)),
    starts: starts.slice(0, first).concat(
      middle.map(({ start }) => start),
      by === 0 ? behind : behind.map((start) => start + by),
    ),
  };
}

/** Of many rows of one table each would be read with its head: what stands below the same text is read at once. */
function readTogether(sections: readonly Section[], facts: (readonly Fact[] | undefined)[], registry: Registry): void {
  for (let i = 0, end = 1; i < sections.length; i = end, end = i + 1) {
    const { above = '' } = sections[i] ?? {};
    while (above !== '' && !facts[i] && !facts[end] && sections[end]?.above === above) end++;
    if (end - i < FEWEST_TOGETHER) continue;
    const texts = sections.slice(i, end).map(({ text }) => text);
    for (const [k, read] of readFacts(texts, registry, above).entries()) facts[i + k] = read;
  }
}

const FEWEST_TOGETHER = 4;
const NONE: readonly Fact[] = [];

/** Characters of text; what is read of it takes some forty times as many bytes. */
const MOST_REMEMBERED = 600_000;

/**
 * What sections say: the same objects for the same text, so that what rules keep with them is kept as well. Offices copy
 * much from one another, and versions of one draft are alike.
 */
const factsBy = oncePer((registry: Registry) =>
  remembering(MOST_REMEMBERED, (key) => {
    const above = key.startsWith(BELOW) ? key.slice(1, key.indexOf(BELOW, 1)) : '';
    return readFacts([above === '' ? key : key.slice(above.length + 2)], registry, above)[0] ?? [];
  }),
);

/** Around what a section is read below; no section begins with it. */
const BELOW = '\u0000';

function keyOf({ text, above }: Section): string {
  return above === '' ? text : `${BELOW}${above}${BELOW}${text}`;
}

function asksUpwards({ type }: Letterhead): boolean {
  return /báo cáo|tờ trình/iu.test(type?.text ?? '');
}

function saysTheSame(one: Letterhead, other: Letterhead): boolean {
  const keys = ['type', 'number', 'issuer', 'issued', 'title'] as const;
  return (
    one.family === other.family &&
    one.fault === undefined &&
    other.fault === undefined &&
    one.issued?.day === other.issued?.day &&
    keys.every((key) => one[key]?.text === other[key]?.text)
  );
}

function moveLines(lines: readonly number[], text: string, { start, oldEnd, newEnd }: Change): number[] {
  // A CR at the edge of the change may make one line end with an LF there.
  const before = countBefore(lines, (line) => line, start) - 1;
  const at = lines[Math.max(0, before)] ?? 0;
  const behind = countBefore(lines, (line) => line, oldEnd + 2);
  const by = newEnd - oldEnd;
  const middle = lineStarts(text.slice(at, newEnd + 2)).map((line) => line + at);
  const rest = lines.slice(behind);
  return lines.slice(0, Math.max(0, before)).concat(
    middle.filter((line) => line <= oldEnd + 1 + by),
    by === 0 ? rest : rest.map((line) => line + by),
  );
}

/** Those of items with other words are read again; the others were moved. */
function citationsAgain({ citations }: Draft, text: string, { anew }: Carried): readonly Citation[] {
  const read = [...anew.keys()].flatMap((node) => citationsOf(text, node));
  const others = citations.filter(({ node }) => !anew.has(node));
  if (read.length === 0) return others.length === citations.length ? citations : others;
  const at = countBefore(others, ({ node }) => node.span.start, read[0]?.node.span.start ?? 0);
  return [...others.slice(0, at), ...read, ...others.slice(at)];
}

/** Words of a node's body as they stand in the draft. */
export function wordsOf(
  text: string,
  node: { readonly start: number; readonly fact: Fact },
  from: number,
  to: number,
): Words {
  const span = sourceSpan(node.fact.item.body, from, to);
  const [start, end] = [node.start + span.start, node.start + span.end];
  return { text: oneLine(text.slice(start, end)), start, end };
}

function citationsOf(text: string, node: Node): Citation[] {
  return node.fact.citations.map((cite) => {
    const { year, month, day } = cite.date?.from ?? {};
    const date =
      year && month && day ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : undefined;
    return {
      ...wordsOf(text, node, cite.start, cite.end),
      type: cite.type,
      node,
      mention: cite,
      ...(cite.number !== undefined &&
        cite.numberSpan && {
          number: { ...wordsOf(text, node, cite.numberSpan.start, cite.numberSpan.end), text: cite.number },
        }),
      ...(cite.name !== undefined && { name: cite.name }),
      ...(date && { date }),
      ...(cite.issuer !== undefined && { issuer: cite.issuer }),
    };
  });
}
