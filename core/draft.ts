import { type Fact, readFacts } from './facts.ts';
import type { Day } from './language/calendar.ts';
import type { CitationMention } from './language/citations.ts';
import { type Letterhead, readFront, readLetterhead } from './letterhead.ts';
import type { Node, PhaseNode, UnitNode } from './nodes.ts';
import type { Registry } from './registry.ts';
import { cutSections, type Section } from './sections.ts';
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
}

/**
 * Reads a draft. Sections that stood in `previous` word for word are not read again; the result is the same as without
 * it. A fact depends on its section's text and the registry only; structure, inheritance and days are made anew.
 */
export function readDraft(text: string, registry: Registry, previous?: Draft): Draft {
  const known = new Map<string, readonly Fact[]>();
  if (previous && previous.registry === registry) {
    for (const { section, facts } of previous.sections) known.set(section.text, facts);
  }
  const sections = cutSections(text).map((section) => {
    const facts = section.front ? [] : (known.get(section.text) ?? readFacts(section.text, registry));
    known.set(section.text, facts);
    return { section, facts };
  });
  const placed = sections.flatMap(({ section, facts }) => facts.map((fact) => ({ start: section.start, fact })));
  const [first] = sections;
  const kept = previous?.sections[0]?.section;
  const front = !first?.section.front
    ? {}
    : kept?.front && kept.text === first.section.text
      ? (previous?.front ?? {})
      : readFront(first.section.text);
  const letterhead = readLetterhead(text, front, placed);
  const issued = letterhead.issued?.day;
  const structure = buildStructure(text, placed, issued);
  const tasks = readTasks(text, structure, registry, issued, /báo cáo|tờ trình/iu.test(letterhead.type?.text ?? ''));
  return {
    text,
    lines: lineStarts(text),
    registry,
    sections,
    letterhead,
    front,
    issued,
    ...structure,
    tasks,
    citations: structure.nodes.flatMap((node) => citationsOf(text, node)),
  };
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
