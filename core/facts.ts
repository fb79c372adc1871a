import { type Item, moveItem, readItems } from './items.ts';
import { type Assignment, readAssignment } from './language/assignments.ts';
import { type CitationMention, readCitations } from './language/citations.ts';
import { type DateMention, readDates } from './language/dates.ts';
import { type DeadlineMention, readDeadlines } from './language/deadlines.ts';
import { type Column, columnsOf, type Field, readFields } from './language/fields.ts';
import { type InlineItem, readInlineItems } from './language/inline.ts';
import { readOwners } from './language/owners.ts';
import { type OwnerMention, toPassage } from './language/passage.ts';
import { type PhaseMention, readPhase } from './language/phases.ts';
import {
  type AbbreviationMention,
  type AnnexMention,
  type ReferenceMention,
  readAbbreviations,
  readAnnexMentions,
  readReferences,
} from './language/references.ts';
import { readBlocks } from './markdown.ts';
import { oncePer, remembering } from './once.ts';
import { matchName, type Registry } from './registry.ts';
import { type Clean, foldName, lowerCase, type Span, textBefore, trimEndOf } from './text.ts';

/** A name of the registry found in running text; offsets into the item's body. */
export interface NameMention extends Span {
  readonly ids: readonly string[];
  readonly group: boolean;
}

/** A stretch of an item that may assign something; offsets into the item's body. */
export interface Segment extends Span {
  readonly assignment: Assignment;
  readonly deadlines: readonly DeadlineMention[];
}

export interface Part extends Segment {
  readonly inline: InlineItem;
}

/** A labelled value or a cell, read for what its label says. */
export interface FieldFact extends Field {
  readonly owners: readonly OwnerMention[];
  readonly deadlines: readonly DeadlineMention[];
}

/** What one item says, read by itself: nothing here depends on other items or on the day of issue. */
export interface Fact {
  readonly item: Item;
  /** The item up to its first inline item, or all of it. */
  readonly whole: Segment;
  readonly parts: readonly Part[];
  readonly fields: readonly FieldFact[];
  /** Of a table row: what each cell holds (cells of a head row hold nothing). */
  readonly cells?: readonly CellFact[];
  readonly phase?: PhaseMention;
  readonly citations: readonly CitationMention[];
  readonly references: readonly ReferenceMention[];
  readonly annexes: readonly AnnexMention[];
  readonly abbreviations: readonly AbbreviationMention[];
  readonly names: readonly NameMention[];
  readonly dates: readonly DateMention[];
}

export interface CellFact {
  readonly text: Clean;
  readonly column: Column;
  readonly owners: readonly OwnerMention[];
  readonly deadlines: readonly DeadlineMention[];
}

/**
 * Reads sections that stand one behind the other, with what has to stand above each of them (cut.ts). Offsets of the items
 * are relative to their section.
 */
export function readFacts(sections: readonly string[], registry: Registry, above = ''): Fact[][] {
  const source = above + sections.join('');
  const facts = sections.map((): Fact[] => []);
  let columns: Column[] = [];
  let [index, start, end] = [-1, 0, above.length];
  for (const item of readItems(source, readBlocks(source))) {
    if (item.head && item.cells) columns = columnsOf(item.cells.map((cell) => cell.text));
    while (item.span.start >= end && index < sections.length - 1) {
      index++;
      start = end;
      end += sections[index]?.length ?? 0;
    }
    facts[index]?.push(readFact(start === 0 ? item : moveItem(item, -start), registry, columns));
  }
  return facts;
}

function readFact(item: Item, registry: Registry, columns: readonly Column[]): Fact {
  const { text } = item.body;
  const { level, bold } = item;
  if (item.kind !== 'row') {
    const fact = { item, ...wordsBy(registry)((level > 0 || bold ? TITLE : '') + text) };
    // Tasks of others are points and bullets; a paragraph speaks for who issues the document.
    return item.marker || item.bullet || level > 0 || bold ? fact : asking(fact);
  }
  const citations = readCitations(text);
  return {
    item,
    whole: readSegment(text, 0, text.length, citations, registry),
    parts: [],
    fields: [],
    ...(item.cells && {
      cells: item.cells.map((cell, i) => readCell(cell, item.head ? undefined : columns[i], registry)),
    }),
    ...readMentions(text, citations, registry),
  };
}

/** Before the words of a title; no text has it. */
const TITLE = '\u0000';
/** Characters of text. */
const MOST_REMEMBERED = 300_000;

/** What the words of an item say, but for rows of tables; the same objects for the same words. */
const wordsBy = oncePer((registry: Registry) =>
  remembering(MOST_REMEMBERED, (words): Omit<Fact, 'item'> => {
    const isTitle = words.startsWith(TITLE);
    const text = isTitle ? words.slice(TITLE.length) : words;
    const citations = readCitations(text);
    const inline = readInlineItems(text);
    const introEnd = inline[0]?.start ?? text.length;
    const fields = readFields(text).map((field) => readField(text, field, registry));
    const introStop = fields[0] && fields[0].label < introEnd ? fields[0].label : introEnd;
    const phase = readPhase(text);
    const whole = readSegment(text, 0, introStop, citations, registry);
    return {
      whole: isTitle ? asOwnerTitle(text, whole) : whole,
      parts: inline.map((part) => ({ ...readSegment(text, part.body, part.end, citations, registry), inline: part })),
      fields,
      ...(phase && { phase }),
      ...readMentions(text, citations, registry),
    };
  }),
);

function readMentions(text: string, citations: readonly CitationMention[], registry: Registry) {
  return {
    citations,
    references: readReferences(text, citations),
    annexes: readAnnexMentions(text, citations),
    abbreviations: readAbbreviations(text),
    names: readNames(text, registry),
    dates: readDates(text),
  };
}

/** The item with its inline items as one stretch. */
export function withParts({ whole, parts }: Fact): Segment {
  const last = parts.at(-1);
  if (!last) return whole;
  const deadlines = parts.flatMap((part) => part.deadlines.map((mention) => shift(mention, part.start - whole.start)));
  return { ...whole, end: last.end, deadlines: [...whole.deadlines, ...deadlines] };
}

/** An item of a document that `issuer` issues: where the issuer asks others, it is they who are told to do something. */
export function spokenBy(issuer: string, fact: Fact): Fact {
  const { text } = fact.item.body;
  const { asks, leads } = fact.whole.assignment;
  const [lead] = leads;
  if (!asks || !lead) return fact;
  const [own, named] = [issuer, text.slice(lead.start, lead.end)].map(unabbreviated);
  return own === named || own?.startsWith(`${named} `) ? asking(fact) : fact;
}

function unabbreviated(name: string): string {
  return foldName(name).replace(/^ubnd /u, 'ủy ban nhân dân ');
}

/** What it asks of others in place of what its owner is told. */
const asking = oncePer((fact: Fact): Fact => {
  const whole = askingBy(fact.whole);
  return whole === fact.whole ? fact : { ...fact, whole };
});

const askingBy = oncePer((whole: Segment): Segment => {
  const { asks } = whole.assignment;
  return asks ? { ...whole, assignment: asks } : whole;
});

/** Do two items of one draft say the same, word for word? */
export function saysSame(one: Fact, other: Fact): boolean {
  return one === other || one.whole === other.whole;
}

function readSegment(
  text: string,
  start: number,
  stop: number,
  citations: readonly CitationMention[],
  registry: Registry,
): Segment {
  const end = start + text.slice(start, stop).trimEnd().length;
  const words = text.slice(start, end);
  const cited = citations.map((cite) => ({ start: cite.start - start, end: cite.end - start }));
  const assignment = readAssignment(words, registry);
  // The adverb "thường xuyên" is looked for where the action begins.
  const deadlines = readDeadlines(words, cited).filter((mention) => mention.start >= 0);
  const adverb =
    assignment.action > 0
      ? readDeadlines(words.slice(assignment.action), []).find(
          (mention) => mention.start === 0 && mention.strength === 1 && mention.relation === 'ongoing',
        )
      : undefined;
  const moved =
    adverb && !deadlines.some((mention) => mention.start === assignment.action)
      ? [{ ...adverb, start: assignment.action, end: adverb.end + assignment.action }]
      : [];
  return { start, end, assignment, deadlines: [...deadlines, ...moved] };
}

/** "4. Các đơn vị được giao quản lý, sử dụng tài sản" as a title: all of it says who, verbs included. */
function asOwnerTitle(text: string, whole: Segment): Segment {
  const { leads, coordinators, form, action } = whole.assignment;
  const last = leads.at(-1);
  if (
    form !== 'subject' ||
    last?.kind !== 'group' ||
    coordinators.length > 0 ||
    action >= text.length ||
    /[.;:]\s*$/.test(text) ||
    text.length > 200
  )
    return whole;
  const owner = { ...last, end: text.length };
  return {
    ...whole,
    assignment: { ...whole.assignment, leads: [...leads.slice(0, -1), owner], action: text.length, form: 'colon' },
  };
}

function readField(text: string, field: Field, registry: Registry): FieldFact {
  const words = text.slice(field.start, field.end);
  const owners = field.name === 'lead' || field.name === 'coordinators' ? ownersOf(words, registry) : [];
  const deadlines = field.name === 'deadline' ? readDeadlines(words, [], true) : [];
  return {
    ...field,
    owners: owners.map((owner) => shift(owner, field.start)),
    deadlines: deadlines.map((mention) => shift(mention, field.start)),
  };
}

function readCell(cell: Clean, column: Column, registry: Registry): CellFact {
  const owners = column === 'lead' || column === 'coordinators' ? ownersOf(cell.text, registry) : [];
  const deadlines = column === 'deadline' ? readDeadlines(cell.text, [], true) : [];
  return { text: cell, column, owners, deadlines };
}

/** Everyone named in a value or cell; what is between separators and no known form is taken as a name as it stands. */
function ownersOf(words: string, registry: Registry): OwnerMention[] {
  const passage = toPassage(words, registry);
  const found: OwnerMention[] = [];
  let at = 0;
  while (at < words.length) {
    at += /^[\s,;.]*(?:[-–+]\s+)?(?:và\s+)?/u.exec(words.slice(at))?.[0].length ?? 0;
    if (at >= words.length) break;
    const { owners, end } = readOwners(passage, at);
    if (owners.length > 0 && /^\s*(?:[,;.(]|và\s|$)/.test(words.slice(end))) {
      found.push(...owners);
      at = end + (/^\s*\([^)]{0,400}\)/.exec(words.slice(end))?.[0].length ?? 0);
      continue;
    }
    // "Bộ A chỉ đạo Sở B thực hiện": who leads, and then how.
    if (owners.length > 0 && /^\s+(?:chỉ đạo|chủ trì|giao|phân công)(?!\p{L})/u.test(words.slice(end))) {
      found.push(...owners);
      at = end + (/;|$/.exec(words.slice(end))?.index ?? 0) + 1;
      continue;
    }
    const stop = /[,;]|$/.exec(words.slice(at))?.index ?? 0;
    const text = trimEndOf(words.slice(at, at + stop), ' .');
    // What stands between two separators may be a name although the list as a whole is none.
    const [own] = readOwners(toPassage(text, registry), 0).owners;
    if (own && own.end === text.length) {
      found.push(shift(own, at));
      at += Math.max(1, stop);
      continue;
    }
    if (text !== '' && /\p{L}{2}/u.test(text))
      found.push({ start: at, end: at + text.length, ids: [], kind: 'unknown' });
    at += Math.max(1, stop);
  }
  return found;
}

function readNames(text: string, registry: Registry): NameMention[] {
  const found: NameMention[] = [];
  const lower = lowerCase(text);
  const word = /[\p{L}\d]+/gu;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const name = matchName(registry, text, lower, match.index);
    if (!name || isHalf(lower, match.index)) continue;
    // "các Bộ Tài chính, Nội vụ": a name begins with the last word of the group.
    const last = name.group ? lower.slice(match.index, match.index + name.length).lastIndexOf(' ') + 1 : 0;
    const within = last > 0 ? matchName(registry, text, lower, match.index + last) : undefined;
    if (within && !within.group && last + within.length > name.length) {
      word.lastIndex = match.index + last;
      continue;
    }
    found.push({ start: match.index, end: match.index + name.length, ids: name.ids, group: name.group });
    word.lastIndex = match.index + name.length;
  }
  return found;
}

/** "Chi bộ Công an", "cán bộ Tư pháp": the ministry's "bộ" is the end of another word. */
export function isHalf(lower: string, at: number): boolean {
  return (
    lower.startsWith('bộ ', at) && /(?:^|[^\p{L}])(?:chi|đảng|cán|nội|toàn|đồng|thổ)\s$/u.test(textBefore(lower, at, 8))
  );
}

function shift<T extends Span>(mention: T, by: number): T {
  return { ...mention, start: mention.start + by, end: mention.end + by };
}
