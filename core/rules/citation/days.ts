import type { Draft } from '../../draft.ts';
import { type Day, showDay } from '../../language/calendar.ts';
import { type Neighbour, neighbourhoodOf } from '../../neighbours.ts';
import type { Project } from '../../project.ts';
import type { Registry } from '../../registry.ts';
import type { Fix } from '../../rule.ts';
import { type Heading, type Mention, titleOf } from '../../summary.ts';
import type { Span } from '../../text.ts';
import { isAttached as isAttachedTo } from './beside.ts';
import { type Cited, citedIn } from './cited.ts';
import { isSamePlace, mayBeSame } from './issuers.ts';
import { isCentral } from './number.ts';

/** What is wrong with the day of a citation; of every citation one rule at most speaks. */
export interface DayFault {
  readonly cited: Cited;
  readonly kind: 'future' | 'year' | 'conflict' | 'workspace';
  /** The day found elsewhere for the same document, and where. */
  readonly right?: Day;
  readonly place?: Span;
  readonly neighbour?: Neighbour;
}

/** Days on which the term of a Central Committee began (congresses XI to XIV): its series of numbers begin anew. */
const TERMS: readonly Day[] = ['2011-01-19', '2016-01-28', '2021-02-01', '2026-01-23'];

const termOf = (day: Day) => TERMS.filter((start) => start <= day).length;

/**
 * Do two days given for one number tell a contradiction? State numbers begin anew each year and Party numbers each
 * term, so two days far apart may be of two documents; the same day and month of two years is a slip.
 */
export function contradict(a: Day, b: Day, parts: Mention['parts']): boolean {
  if (a === b) return false;
  if (a.slice(0, 4) === b.slice(0, 4) || a.slice(5) === b.slice(5) || parts?.year !== undefined) return true;
  return parts?.issuers.length === 1 && parts.issuers[0] === 'TW' && termOf(a) === termOf(b);
}

/** The faults in the days of citations: after the draft's own, against the year of the number, or against each other. */
export function dayFaultsOf(draft: Draft, project: Project): readonly DayFault[] {
  const before = known.get(draft);
  if (before?.neighbours === project.neighbours && before?.today === project.today) return before.faults;
  const faults = findDayFaults(draft, project);
  known.set(draft, { neighbours: project.neighbours, today: project.today, faults });
  return faults;
}

const known = new WeakMap<Draft, Pick<Project, 'neighbours' | 'today'> & { readonly faults: readonly DayFault[] }>();

function findDayFaults(draft: Draft, project: Project): DayFault[] {
  const { registry } = project;
  const limit = draft.issued ?? project.today;
  const own = titleOf(draft);
  const { documents } = neighbourhoodOf(draft, project);
  const citing = { ...(own && { titled: own }) };
  const faults: DayFault[] = [];
  const groups = new Map<string, Cited[]>();
  const sound = (cited: Cited) => {
    const { key = '' } = cited;
    const group = groups.get(key);
    if (group) group.push(cited);
    else groups.set(key, [cited]);
  };
  const waiting: DayFault[] = [];
  for (const cited of citedIn(draft)) {
    const { key, day, parts } = cited;
    if (key === undefined || cited.quoted || day === undefined) continue;
    const { issued, letterhead } = draft;
    if (own?.key === key && issued && letterhead.issued && isOwn(cited, own.issuer, registry)) {
      const itself = contradict(issued, day, parts) || (day !== issued && isAttached(cited));
      if (itself) faults.push({ cited, kind: 'conflict', right: issued, place: letterhead.issued });
      if (day === issued || itself) continue;
    }
    const neighbour = documents.find((other) => other.titled?.key === key && isThat(cited, other, citing, registry));
    const right = neighbour?.issued;
    if (neighbour && right) {
      if (right !== day) faults.push({ cited, kind: 'workspace', right, neighbour });
      continue;
    }
    if (day > limit) waiting.push({ cited, kind: 'future' });
    else if (parts?.year !== undefined && parts.year !== Number(day.slice(0, 4))) waiting.push({ cited, kind: 'year' });
    else sound(cited);
  }
  for (const fault of waiting) {
    const other = groups
      .get(fault.cited.key ?? '')
      ?.find(({ issuer }) => mayBeSame(issuer, fault.cited.issuer, registry));
    faults.push(other?.day === undefined ? fault : { ...fault, right: other.day, place: other.dayWords ?? other });
  }
  for (const group of groups.values()) faults.push(...conflictsIn(group, registry));
  return faults;
}

function isAttached({ node, mention }: Cited): boolean {
  return isAttachedTo(node.fact.item.body.text, mention);
}

/** Is the document with the draft's own number the draft, not one of another body with its symbol? */
function isOwn(cited: Cited, own: string | undefined, registry: Registry): boolean {
  if (isAttached(cited)) return true;
  return isCentral(cited.parts) ? mayBeSame(cited.issuer, own, registry) : isSamePlace(cited.issuer, own, own);
}

/** Does a document, citing, mean that other one of the workspace? It may give another day for it. */
export function isThat(
  cited: Pick<Mention, 'parts' | 'issuer' | 'day'>,
  { issued, titled }: Heading,
  citing: Heading,
  registry: Registry,
): boolean {
  const same = isCentral(cited.parts)
    ? mayBeSame(cited.issuer, titled?.issuer, registry)
    : isSamePlace(cited.issuer, titled?.issuer, citing.titled?.issuer);
  if (!same || issued === undefined) return false;
  return cited.day === undefined || cited.day === issued || contradict(cited.day, issued, cited.parts);
}

/** The day most mentions give stands, the first of equals; the others contradict it. */
function conflictsIn(group: readonly Cited[], registry: Registry): DayFault[] {
  const counts = new Map<Day, number>();
  for (const { day = '' } of group) counts.set(day, (counts.get(day) ?? 0) + 1);
  if (counts.size < 2) return [];
  const found: DayFault[] = [];
  // One mention for each day and issuer is enough to compare with.
  const kinds = new Map<string, Cited>();
  for (const cited of group) {
    const kind = `${cited.day}|${cited.issuer ?? ''}`;
    if (!kinds.has(kind)) kinds.set(kind, cited);
  }
  for (const cited of group) {
    const { day = '', parts, issuer } = cited;
    const rivals = [...kinds.values()].filter(
      (other) => contradict(other.day ?? '', day, parts) && mayBeSame(other.issuer, issuer, registry),
    );
    const [best] = rivals.sort((a, b) => (counts.get(b.day ?? '') ?? 0) - (counts.get(a.day ?? '') ?? 0));
    if (best?.day === undefined) continue;
    const [here, there] = [counts.get(day) ?? 0, counts.get(best.day) ?? 0];
    if (here < there || (here === there && best.start < cited.start))
      found.push({ cited, kind: 'conflict', right: best.day, place: best.dayWords ?? best });
  }
  return found;
}

/** Takes the day found elsewhere, in the form the citation writes it. */
export function takeDay({ cited: { dayWords }, right }: DayFault): Fix[] {
  if (right === undefined || !dayWords) return [];
  return [
    {
      title: { vi: `Sửa thành ngày ${showDay(right)}`, en: `Change to ${showDay(right)}` },
      edits: [{ start: dayWords.start, end: dayWords.end, text: writeDay(right, dayWords.text) }],
      certain: false,
    },
  ];
}

/** The day in the form of another: "ngày 22 tháng 12 năm 2024" or "ngày 22/12/2024". */
export function writeDay(day: Day, like: string): string {
  const [date = '', month = '', year = ''] = showDay(day).split('/');
  return /tháng/i.test(like.normalize('NFC'))
    ? `ngày ${date} tháng ${month} năm ${year}`
    : `ngày ${date}/${month}/${year}`;
}
