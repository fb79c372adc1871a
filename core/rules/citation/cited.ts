import { type Citation, type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { type Day, isDay } from '../../language/calendar.ts';
import type { CitationMention } from '../../language/citations.ts';
import { keptWith, oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';
import { foldName, oneLine, sourceSpan, type Words } from '../../text.ts';
import { isAttached, isBasis, isJoint } from './beside.ts';
import { type DocumentNumber, readNumber } from './number.ts';

/** A citation with what the rules ask of it. */
export interface Cited extends Citation {
  readonly parts: DocumentNumber | undefined;
  /** The same for all mentions of one number, or of one law by its name; undefined for "Đề án 06". */
  readonly key: string | undefined;
  /** The type word is written with it, as a name ("Quyết định số ..."). */
  readonly typed: boolean;
  /** Its own day, where the calendar has it, and the words of it. */
  readonly day: Day | undefined;
  readonly dayWords: Words | undefined;
  readonly issuerWords: Words | undefined;
  /** In quotation marks: another's words. */
  readonly quoted: boolean;
}

/** What a rule takes that compares citations: what they say, how they are written, and what stands right beside them. */
export const CITATIONS: LooksAt = { item: (fact) => (fact.citations.length > 0 ? toldIn(fact) : '') };

/** The same with what one rule takes besides from the words around a citation; `before` is the one before it. */
export function citationsWith(
  around: (text: string, mention: CitationMention, before: CitationMention | undefined) => unknown,
): LooksAt {
  const aroundIn = oncePer(({ citations, item }: Fact) =>
    JSON.stringify(citations.map((mention, i) => around(item.body.text, mention, citations[i - 1]))),
  );
  return { item: (fact) => (fact.citations.length > 0 ? toldIn(fact) + aroundIn(fact) : '') };
}

const toldIn = oncePer(({ citations, item: { body } }: Fact): string => {
  const { text } = body;
  const quotes: Quotes = { count: 0, next: 0 };
  const told = citations.map((mention) => {
    const { start, end, type, number, name, issuer, date, numberSpan, issuerSpan } = mention;
    // A day shared by several numbers stands behind the last: how far away does not matter.
    const places = [numberSpan, issuerSpan, date].map((span) =>
      span && span.start >= start && span.end <= end ? [span.start - start, span.end - start] : 0,
    );
    const source = sourceSpan(body, start, end);
    return [
      [type, number ?? 0, name ?? 0, issuer ?? 0, date?.from ?? 0],
      [text.slice(start, end), source.end - source.start, places],
      [isQuoted(text, start, quotes), isAttached(text, mention), isBasis(text, mention), isJoint(text, mention)],
    ];
  });
  return JSON.stringify(told);
});

/** All citations of a draft in the order of the text; a dozen rules read them, so they are made once. */
export const citedIn = oncePer((draft: Draft): readonly Cited[] => {
  let node: Citation['node'] | undefined;
  let quotes: Quotes = { count: 0, next: 0 };
  return draft.citations.map((citation) => {
    if (node !== citation.node) quotes = { count: 0, next: 0 };
    node = citation.node;
    return readCited(draft, citation, quotes);
  });
});

/** What the words of a citation alone say, kept with it from one reading of the draft to the next. */
const read = keptWith<CitationMention, Pick<Cited, 'parts' | 'key' | 'typed'>>();

function readCited(draft: Draft, citation: Citation, quotes: Quotes): Cited {
  const { mention, node } = citation;
  const { text } = node.fact.item.body;
  const { date, issuerSpan, numberSpan } = mention;
  const { parts, key, typed } = read(mention, citation.type, () => {
    const written = text.slice(mention.start, numberSpan?.start ?? mention.end);
    const parts =
      mention.number === undefined ? undefined : readNumber(mention.number, /^\p{Lu}{2}[\p{Lu}\s:]*$/u.test(written));
    const typed = /^\p{Lu}/u.test(written) && !/^Số/u.test(written);
    return { parts, key: keyOf(citation.type, parts, mention.name), typed };
  });
  const own = date !== undefined && date.start >= mention.start && date.end <= mention.end ? date : undefined;
  const { year = 0, month = 0, day = 0 } = own?.from ?? {};
  return {
    ...citation,
    parts,
    key,
    typed,
    day: own && isDay(year, month, day) ? citation.date : undefined,
    dayWords: own && wordsOf(draft.text, node, own.start, own.end),
    issuerWords: issuerSpan && wordsOf(draft.text, node, issuerSpan.start, issuerSpan.end),
    quoted: isQuoted(text, mention.start, quotes),
  };
}

/**
 * Laws and resolutions of one National Assembly have series of their own, so the type is part of the key where the
 * number does not say it.
 */
export function keyOf(type: string, parts: DocumentNumber | undefined, name?: string): string | undefined {
  if (parts) {
    const { figure, year, letters, issuers } = parts;
    const series = letters ?? (/^(?:UBTV)?QH/.test(issuers[0] ?? '') ? type : '');
    return [figure, year ?? '', series, ...issuers].join('|').toUpperCase();
  }
  return name !== undefined && /^(?:Luật|Bộ luật|Pháp lệnh)/.test(type) ? foldName(name) : undefined;
}

/** Quotation marks of an item counted so far: its citations are asked for in the order of the text. */
interface Quotes {
  count: number;
  next: number;
}

function isQuoted(text: string, at: number, quotes: Quotes): boolean {
  let quote = quotes.next < 0 ? -1 : text.indexOf('"', quotes.next);
  for (; quote >= 0 && quote < at; quote = text.indexOf('"', quote + 1)) quotes.count++;
  quotes.next = quote;
  return quotes.count % 2 === 1 && quote >= 0;
}

/** The number as people name it: "Nghị quyết số 57-NQ/TW". */
export function nameOf({ type, mention, number }: Citation): string {
  if (number === undefined) return oneLine(mention.name ?? type);
  return type === '' ? `văn bản số ${number.text}` : `${type} số ${number.text}`;
}
