import { carriedPer } from '../../carried.ts';
import type { Draft } from '../../draft.ts';
import { addDays, type Day } from '../../language/calendar.ts';
import { readDates } from '../../language/dates.ts';
import type { Node, PhaseNode } from '../../nodes.ts';

/** A phase whose time does not fit the phases around it. Of every phase one fault at most is told. */
export interface PhaseFault {
  readonly kind: 'overlap' | 'gap' | 'inconsistent';
  readonly phase: PhaseNode;
  /** The phase it does not fit. */
  readonly other: PhaseNode;
  /** Days that belong to no phase; of a gap only. */
  readonly between?: { readonly first: Day; readonly last: Day };
}

/** Phases that stand under one node and begin with the same word ("Giai đoạn", "Đợt"), in the order written. */
export type PhaseGroup = readonly PhaseNode[];

/** Phases stay the same as long as no item stands elsewhere and none with a phase says something else. */
const perPhases = <V>(make: (draft: Draft) => V) => carriedPer<V>(make, (made) => made);

export const phaseGroups = perPhases((draft): readonly PhaseGroup[] => {
  const byPlace = new Map<Node, Map<string, PhaseNode[]>>();
  for (const phase of draft.phases) {
    const heads = byPlace.get(phase.under) ?? new Map<string, PhaseNode[]>();
    byPlace.set(phase.under, heads);
    const head = headOf(phase);
    heads.set(head, [...(heads.get(head) ?? []), phase]);
  }
  const groups = [...byPlace.values()].flatMap((heads) => [...heads.values()]);
  return groups;
});

export function headOf({ title }: PhaseNode): string {
  return /^\p{L}+/u.exec(title.normalize('NFC'))?.[0].toLowerCase() ?? '';
}

/** First day: "từ nay" is the day of issue; undefined where no start is written. */
export function startOf({ startDay, title }: PhaseNode, draft: Draft): Day | undefined {
  return startDay ?? (/từ (?:nay|ngày ban hành|ngày ký)/iu.test(title.normalize('NFC')) ? draft.issued : undefined);
}

/** Ends before it begins, or was over on the day of issue. */
export function isSwapped(phase: PhaseNode, draft: Draft): boolean {
  const start = startOf(phase, draft);
  return start !== undefined && phase.endDay !== null && start > phase.endDay;
}

export const phaseFaults = perPhases((draft): readonly PhaseFault[] => {
  const groups = phaseGroups(draft);
  const faults: PhaseFault[] = [];
  const told = new Set<PhaseNode>(draft.phases.filter((phase) => isSwapped(phase, draft)));
  for (const group of groups) {
    for (const [i, second] of group.entries()) {
      const first = group[i - 1];
      if (!first || told.has(first) || told.has(second)) continue;
      const found = between(first, second, draft);
      if (!found) continue;
      const phase = toBlame(first, second, group, groups, i);
      told.add(phase);
      faults.push({ ...found, phase, other: phase === first ? second : first });
    }
  }
  const namesakes = namesakesOf(groups);
  for (const group of groups) {
    for (const [i, phase] of group.entries()) {
      const alike = namesakes.get(keyOf(phase, i, group));
      const other = told.has(phase) || !alike ? undefined : differsFrom(phase, group, alike, told);
      if (!other) continue;
      told.add(phase);
      faults.push({ kind: 'inconsistent', phase, other });
    }
  }
  return faults;
});

/** Phases that cannot be right as they stand: what is measured by them says nothing. */
export const faultyPhases = perPhases(
  (draft): ReadonlySet<PhaseNode> =>
    new Set([
      ...draft.phases.filter((phase) => isSwapped(phase, draft)),
      ...phaseFaults(draft).map(({ phase }) => phase),
    ]),
);

function between(first: PhaseNode, second: PhaseNode, draft: Draft): Pick<PhaseFault, 'kind' | 'between'> | undefined {
  const start = startOf(second, draft);
  const { endDay } = first;
  if (endDay === null) {
    const from = startOf(first, draft);
    return start !== undefined && from !== undefined && start <= from ? { kind: 'overlap' } : undefined;
  }
  if (start === undefined) return second.endDay !== null && second.endDay <= endDay ? { kind: 'overlap' } : undefined;
  if (start <= endDay) return { kind: 'overlap' };
  const next = addDays(endDay, 1);
  // Rounds ("Đợt 1", "Đợt 2") may lie apart.
  if (start === next || !/^(?:giai|thời)$/.test(headOf(first))) return undefined;
  return { kind: 'gap', between: { first: next, last: addDays(start, -1) } };
}

/** Of two that do not fit, the one that other sections write otherwise; else the second. */
function toBlame(
  first: PhaseNode,
  second: PhaseNode,
  group: PhaseGroup,
  groups: readonly PhaseGroup[],
  at: number,
): PhaseNode {
  const others = groups.filter((other) => other !== group && other.length === group.length);
  const sameEnd = others.some((other) => other[at - 1]?.endDay === first.endDay);
  const sameStart = others.some((other) => other[at]?.startDay === second.startDay);
  return !sameEnd && sameStart ? first : second;
}

/** The same phase in all sections, by its times as written there. */
type Namesakes = ReadonlyMap<string, readonly { readonly phase: PhaseNode; readonly group: PhaseGroup }[]>;

function namesakesOf(groups: readonly PhaseGroup[]): ReadonlyMap<string, Namesakes> {
  const found = new Map<string, Map<string, { phase: PhaseNode; group: PhaseGroup }[]>>();
  for (const group of groups) {
    for (const [i, phase] of group.entries()) {
      const key = keyOf(phase, i, group);
      const times = found.get(key) ?? new Map<string, { phase: PhaseNode; group: PhaseGroup }[]>();
      found.set(key, times);
      const same = times.get(timeOf(phase));
      if (same) same.push({ phase, group });
      else times.set(timeOf(phase), [{ phase, group }]);
    }
  }
  return found;
}

/** A phase is known by its name, or by its place among as many others. */
function keyOf(phase: PhaseNode, at: number, group: PhaseGroup): string {
  const name = nameOf(phase);
  return name !== '' ? `${headOf(phase)} ${name}` : `${headOf(phase)}|${group.length}|${at}`;
}

function timeOf({ startDay, endDay }: PhaseNode): string {
  return `${startDay}|${endDay}`;
}

/** The phase as most other sections write it, where this one has another time; of two sections the later one is told. */
function differsFrom(
  phase: PhaseNode,
  group: PhaseGroup,
  namesakes: Namesakes,
  told: ReadonlySet<PhaseNode>,
): PhaseNode | undefined {
  if (!timed(phase)) return undefined;
  const alike = namesakes.get(timeOf(phase))?.length ?? 1;
  for (const [time, others] of namesakes) {
    if (time === timeOf(phase) || others.length < alike) continue;
    const other = others.find((each) => each.group !== group && timed(each.phase) && !told.has(each.phase));
    if (!other || (nameOf(phase) === '' && !shareATime(group, other.group))) continue;
    if (others.length > alike || other.phase.start < phase.start) return other.phase;
  }
  return undefined;
}

function timed({ startDay, endDay }: PhaseNode): boolean {
  return startDay !== null || endDay !== null;
}

/** Sections on a common schedule have some of its days in common. */
function shareATime(one: PhaseGroup, other: PhaseGroup): boolean {
  return one.some(
    ({ startDay, endDay }, i) =>
      (startDay !== null && other[i]?.startDay === startDay) || (endDay !== null && other[i]?.endDay === endDay),
  );
}

const names = new WeakMap<PhaseNode, string>();

/** What tells a phase from the others beside its time: "1", "cấp bách"; "" for a title that is only its time. */
function nameOf(phase: PhaseNode): string {
  const before = names.get(phase);
  if (before !== undefined) return before;
  let text = phase.title.normalize('NFC');
  for (const { start, end } of readDates(text).toReversed()) text = text.slice(0, start) + text.slice(end);
  const name = text
    .toLowerCase()
    .replace(/^(?:giai đoạn|thời kỳ|đợt|bước)/u, '')
    .replace(/(?<!\p{L})(?:từ|đến|hết|trước|sau|kể|nay|ngày|tháng|năm|quý|cuối|đầu|giữa)(?!\p{L})|\d{4}/gu, '')
    .replace(/[\s:;,.()-]+/gu, ' ')
    .trim();
  names.set(phase, name);
  return name;
}
