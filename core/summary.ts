import type { Draft } from './draft.ts';
import type { Fact } from './facts.ts';
import { addDays, type Day } from './language/calendar.ts';
import { oncePer } from './once.ts';
import { type BytePlace, bytePlaceOf } from './place.ts';
import type { Elsewhere } from './rule.ts';
import { citedIn, keyOf } from './rules/citation/cited.ts';
import { type DocumentNumber, isCentral, readNumber } from './rules/citation/number.ts';
import type { Deadline, Task } from './task.ts';
import { foldName, oneLine, type Span, type Words } from './text.ts';

/** Words of a document and where they stand in it, for who reads another. */
export interface Noted extends Words, BytePlace {}

/** A document's number taken apart, and its key: the same for all mentions of the document. */
export interface Titled {
  readonly key: string;
  readonly type: string;
  readonly parts: DocumentNumber;
  readonly issuer?: string;
}

/** What a letterhead says. */
export interface Heading {
  /** Day of issue. */
  readonly issued?: Day;
  readonly type?: Noted;
  readonly number?: Noted;
  readonly issuer?: Noted;
  readonly title?: Noted;
  /** The words of the day of issue. */
  readonly dated?: Noted;
  /** Missing where the number cannot be read. */
  readonly titled?: Titled;
}

/** A mention of a document, as far as its number, its law's name and its day go. */
export interface Mention {
  readonly key: string;
  readonly day?: Day;
  readonly issuer?: string;
  readonly parts?: Pick<DocumentNumber, 'year' | 'issuers' | 'family'>;
  /** Where the day stands, of a law or of a number that one body of the country gives. */
  readonly place?: Span & BytePlace;
  /** The title behind it, folded, where it has a number and a day. */
  readonly title?: string;
}

/** A task with a last day, to be compared with those of other documents. */
export interface NotedTask {
  /** The action, folded; days and figures left out. */
  readonly words: string;
  readonly leads: readonly { readonly name: string; readonly agency?: string }[];
  readonly deadline: Noted;
  /** The last day on which it may be done. */
  readonly day: Day;
}

/** All that other documents ask of a draft, as plain data: it may come from another thread or from a file. */
export interface Summary extends Heading {
  readonly mentions: readonly Mention[];
  readonly tasks: readonly NotedTask[];
}

/** Fewer pairs of words say too little to be told from another task. */
export const FEWEST_PAIRS = 8;

export const summaryOf = oncePer((draft: Draft): Summary => {
  const { letterhead, issued } = draft;
  const { type, number, issuer, title, issued: dated } = letterhead;
  const note = ({ text, start, end }: Words): Noted => ({ text, start, end, ...bytePlaceOf(draft, { start, end }) });
  const titled = titleOf(draft);
  return {
    ...(issued !== undefined && { issued }),
    ...(type && { type: note(type) }),
    ...(number && { number: note(number) }),
    ...(issuer && { issuer: note(issuer) }),
    ...(title && { title: note(title) }),
    ...(dated && { dated: note(dated) }),
    ...(titled && { titled }),
    mentions: mentionsIn(draft),
    tasks: draft.tasks.flatMap((task): NotedTask[] => {
      const { leads, deadline } = task;
      const day = lastDayOf(deadline);
      const told = deadline && day !== undefined ? toldOf(task) : undefined;
      if (!told || !deadline || day === undefined || told.pairs.size < FEWEST_PAIRS) return [];
      const noted: NotedTask = {
        words: told.words,
        leads: leads.map(({ text, agency }) => ({ name: foldName(text), ...(agency !== undefined && { agency }) })),
        deadline: note(deadline.words),
        day,
      };
      knownPairs.set(noted, told.pairs);
      return [noted];
    }),
  };
});

/** What a draft's letterhead says, where its number can be read. */
export const titleOf = oncePer(({ letterhead: { number, type, issuer } }: Draft): Titled | undefined => {
  const written = number?.text.normalize('NFC').replace(/\s/g, '') ?? '';
  const parts = readNumber(written, true);
  const word = oneLine(type?.text ?? '');
  const key = parts && keyOf(word, parts);
  if (!parts || key === undefined) return undefined;
  return { key, type: word, parts, ...(issuer && { issuer: oneLine(issuer.text) }) };
});

function mentionsIn(draft: Draft): Mention[] {
  const found = new Map<string, Mention>();
  for (const cited of citedIn(draft)) {
    const { key, day, issuer, parts, number, quoted, dayWords } = cited;
    if (key === undefined) continue;
    const told = day !== undefined && !quoted && (number === undefined || isCentral(parts));
    const title = day !== undefined && !quoted && number && parts ? titleBehind(cited) : '';
    const mention = {
      key,
      ...(day !== undefined && { day }),
      ...(issuer !== undefined && { issuer }),
      ...(parts && {
        parts: {
          issuers: parts.issuers,
          ...(parts.year !== undefined && { year: parts.year }),
          ...(parts.family && { family: parts.family }),
        },
      }),
      ...(title !== '' && { title }),
    };
    const same = JSON.stringify([mention, told]);
    if (found.has(same)) continue;
    const { start, end } = dayWords ?? cited;
    found.set(same, { ...mention, ...(told && { place: { start, end, ...bytePlaceOf(draft, { start, end }) } }) });
  }
  return [...found.values()];
}

/** What follows a citation, as titles are folded. */
export function titleBehind({ node, mention }: Draft['citations'][number]): string {
  const behind = foldName(node.fact.item.body.text.slice(mention.end, mention.end + 300));
  return /^,?\s*(?:về (?:việc )?)?([^;.]*)/u.exec(behind)?.[1]?.trim() ?? '';
}

/** "Về việc phòng chống thiên tai." and "phòng chống thiên tai" are one title. */
export function foldTitle(title: string): string {
  return foldName(title)
    .replace(/^(?:v\/v|về việc|về)\s+/u, '')
    .replace(/[.\s]+$/, '');
}

/** The last day on which a task may be done; undefined where its words fix none. */
function lastDayOf(deadline: Deadline | undefined): Day | undefined {
  if (!deadline || deadline.date === null) return undefined;
  const { relation, date } = deadline;
  if (relation === 'before') return addDays(date, -1);
  return relation === 'on' || relation === 'by' || relation === 'within' ? date : undefined;
}

/** Pairs of neighbouring words. */
export type Pairs = ReadonlySet<string>;

const NOT_TOLD =
  /(?:hoàn thành|báo cáo kết quả|xong)?\s*(?:chậm nhất|muộn nhất|trước|trong|vào|đến hết|đến|hết)?\s*(?:ngày|tháng|quý|năm)\s+(?:\d|[ivx]+(?![\p{L}]))[\d/.\-\s]*(?:(?:tháng|năm|quý)\s+\d+)*|\d+/gu;

interface Told {
  readonly words: string;
  readonly pairs: Pairs;
}

const knownTold = new WeakMap<Fact, Map<string, Told>>();
const knownPairs = new WeakMap<NotedTask, Pairs>();

/** Kept with what was read of the section: a keystroke elsewhere changes nothing of it. */
function toldOf({ text, node: { fact } }: Task): Told {
  const ofFact = knownTold.get(fact) ?? new Map<string, Told>();
  knownTold.set(fact, ofFact);
  const known = ofFact.get(text);
  if (known) return known;
  const words =
    foldName(text)
      .replace(NOT_TOLD, ' ')
      .match(/\p{L}+/gu) ?? [];
  const told = { words: words.join(' '), pairs: pairUp(words) };
  ofFact.set(text, told);
  return told;
}

export function pairsOf(task: NotedTask): Pairs {
  const pairs = knownPairs.get(task) ?? pairUp(task.words.split(' '));
  knownPairs.set(task, pairs);
  return pairs;
}

function pairUp(words: readonly string[]): Pairs {
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

/** A place in another document, to point to. */
export function elsewhere(path: string, noted: Span & BytePlace): Span & { readonly in: Elsewhere } {
  const { start, end, line, column, endLine, endColumn, byteColumn, endByteColumn } = noted;
  return { start, end, in: { line, column, endLine, endColumn, byteColumn, endByteColumn, path } };
}
