import { type Carried, carryStructure } from './carry.ts';
import { type Change, findChange, moveSpan } from './change.ts';
import { type Fact, readFacts } from './facts.ts';
import type { Day } from './language/calendar.ts';
import type { CitationMention } from './language/citations.ts';
import { type Letterhead, readFront, readLetterhead } from './letterhead.ts';
import type { Node, PhaseNode, UnitNode } from './nodes.ts';
import { oncePer, remembering } from './once.ts';
import type { Registry } from './registry.ts';
import { recutSections, type Section } from './sections.ts';
import { buildStructure } from './structure.ts';
import type { Task } from './task.ts';
import { readTasks } from './tasks.ts';
import { lineStarts, oneLine, type Span, sourceSpan, type Words } from './text.ts';

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
interface ReadSection {
  readonly section: Section;
  readonly facts: readonly Fact[];
}

/** Everything read from a directive. Offsets are into `text`; a fact's own offsets are into its item's body. */
export interface Draft {
  readonly text: string;
  readonly lines: readonly number[];
  readonly registry: Registry;
  readonly sections: readonly ReadSection[];
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
  /** What all items stand under. */
  readonly root: Node;
  /** What was carried over from another draft; missing where all was made anew. */
  readonly since?: Since;
  /** The draft of which this shows some items only (again.ts). */
  readonly whole?: Draft;
  /** Stands for the draft where holding it would hold all drafts before it. */
  readonly self: object;
}

/** How a draft follows from the one before. */
interface Since {
  /** `self` of the draft before. */
  readonly self: object;
  readonly carried: Carried;
  readonly tasks: readonly Task[];
  /** Items whose tasks were read and not carried over. */
  readonly read: ReadonlySet<Node>;
  /** The letterhead says what it said. */
  readonly headed: boolean;
}

/**
 * Reads a draft. What stood in `previous` word for word is not read again; the result is the same as without it. A fact
 * depends on its section's text and the registry only; structure and tasks are carried over where no item stands
 * elsewhere than before and letterhead and day of issue are the same, and are made anew where not.
 */
export function readDraft(text: string, registry: Registry, previous?: Draft): Draft {
  const known = previous?.registry === registry ? previous : undefined;
  const { sections, change } = readSections(text, registry, known);
  const placed = sections.flatMap(({ section, facts }) => facts.map((fact) => ({ start: section.start, fact })));
  const head = sections[0]?.section;
  const kept = known?.sections[0]?.section;
  const front = !head?.front
    ? {}
    : kept?.front && kept.text === head.text
      ? (known?.front ?? {})
      : readFront(head.text);
  const letterhead = readLetterhead(text, front, placed);
  const issued = letterhead.issued?.day;
  const upwards = asksUpwards(letterhead);
  const isUpwards = known && asksUpwards(known.letterhead);
  const carried =
    known && change && known.issued === issued && isUpwards === upwards
      ? carryStructure(known, placed, text, change)
      : undefined;
  const structure = carried?.structure ?? buildStructure(text, placed, issued);
  const { tasks, read } = readTasks(text, structure, registry, issued, upwards, carried);
  return {
    text,
    lines: change && known ? moveLines(known.lines, text, change) : lineStarts(text),
    registry,
    sections,
    letterhead,
    front,
    issued,
    ...structure,
    tasks,
    citations:
      carried && known
        ? carryCitations(known, text, carried)
        : structure.nodes.flatMap((node) => citationsOf(text, node)),
    ...(carried &&
      known && {
        since: {
          self: known.self,
          carried,
          tasks: known.tasks,
          read,
          headed: saysTheSame(known.letterhead, letterhead),
        },
      }),
    self: {},
  };
}

/** The sections of a text and what they say, and where it differs from the text of the draft before. */
function readSections(
  text: string,
  registry: Registry,
  previous: Draft | undefined,
): { sections: ReadSection[]; change?: Change } {
  const old = previous?.sections ?? [];
  const cut = recutSections(
    text,
    old.map(({ section }) => section),
  );
  const { first, last } = cut;
  const known = new Map(old.slice(first, old.length - last).map(({ section, facts }) => [section.text, facts]));
  const lastOf = (i: number) => i - cut.sections.length + old.length;
  const sections = cut.sections.map((section, i): ReadSection => {
    const same = i < first ? old[i] : i >= cut.sections.length - last ? old[lastOf(i)] : undefined;
    if (same) return same.section === section ? same : { section, facts: same.facts };
    return { section, facts: section.front ? NONE : (known.get(section.text) ?? factsBy(registry)(section.text)) };
  });
  if (!previous) return { sections };
  const rest = text.length - (sections[sections.length - last]?.section.start ?? text.length);
  return { sections, change: findChange(previous.text, text, old[first]?.section.start ?? 0, rest) };
}

const NONE: readonly Fact[] = [];

/** Characters of text; what is read of it takes some forty times as many bytes. */
const MOST_REMEMBERED = 600_000;

/**
 * What sections say: the same objects for the same text, so that what rules keep with them is kept as well. Offices copy
 * much from one another, and versions of one draft are alike.
 */
const factsBy = oncePer((registry: Registry) => remembering(MOST_REMEMBERED, (text) => readFacts(text, registry)));

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
  const from = Math.max(0, start - 1);
  const until = oldEnd + 1;
  const before = lines.filter((line) => line <= from);
  const at = before.at(-1) ?? 0;
  const by = newEnd - oldEnd;
  const after = lines.filter((line) => line > until).map((line) => line + by);
  const middle = lineStarts(text.slice(at, newEnd + 2)).map((line) => line + at);
  return [...before.slice(0, -1), ...middle.filter((line) => line <= until + by), ...after];
}

function carryCitations({ citations }: Draft, text: string, { structure, after, anew, change }: Carried): Citation[] {
  const moved = new Map<Node, Citation[]>();
  for (const citation of citations) {
    const node = after.get(citation.node);
    if (!node || anew.has(node)) continue;
    const { number } = citation;
    const made = { ...moveSpan(citation, change), node, ...(number && { number: moveSpan(number, change) }) };
    const list = moved.get(node);
    if (list) list.push(made);
    else moved.set(node, [made]);
  }
  return structure.nodes.flatMap((node) => (anew.has(node) ? citationsOf(text, node) : (moved.get(node) ?? [])));
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
