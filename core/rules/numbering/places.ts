import { carriedPer } from '../../carried.ts';
import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Marker } from '../../language/numbering.ts';
import type { Node, UnitNode } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Fix, LooksAt } from '../../rule.ts';
import { withoutPlaces } from '../taken.ts';
import { readInline, seriesIn } from './inline-places.ts';
import { type Numeral, numberOf, numeralsOf } from './numerals.ts';
import { type Change, renumberingOf } from './renumber.ts';
import { readSeries, type Step } from './series.ts';

/** A unit in its series, and what was due there. */
export interface Place {
  readonly unit: UnitNode;
  /** Which rule speaks of it: of every place one rule at most. */
  readonly fault: 'sequence' | 'style' | 'parent' | 'letter' | 'roman' | undefined;
  /** The marker that is due, with its mark. */
  readonly expected: string;
  /** What is wrong with a number of the right style; `off` where what follows shows that only this one is wrong. */
  readonly turn: 'first' | 'repeat' | 'back' | 'gap' | 'off' | undefined;
  /** Markers left out between the one before and this one. */
  readonly missing: readonly string[];
  /** The one before in the series. */
  readonly previous: Place | undefined;
  readonly fix: Fix | undefined;
}

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

const MOST_RENUMBERED = 200;

/** What is taken from items for it. */
export const NUMBERS = {
  item: (fact: Fact, node: Node): string => `${markerOf(fact)} ${goingOn(fact, node)} ${referencesIn(fact)}`,
} satisfies LooksAt;

/** A number is read by its look; markup around it ("**1**.") is not. */
function markerOf({ item }: Fact): number {
  const { start, end } = item.markerSpan ?? { start: 0, end: 0 };
  return end - start;
}

/** Numbers within a sentence that a series of items may go on from. */
function goingOn(fact: Fact, node: Node): string {
  return seriesIn(fact, node)
    .map(({ marks }) => marks.at(-1)?.value)
    .join();
}

/** References change along with numbers; those in quotation marks, also of items above, are left alone. */
const referencesIn = oncePer(({ references, citations, item }: Fact): string => {
  const { text } = item.body;
  const isOdd = (words: string) => words.split('"').length % 2 === 0;
  const quotes = isOdd(text) ? (/^"|:\s*"/.test(text) ? 'opens' : 'closes') : '';
  if (references.length === 0) return quotes;
  const said = references.map((each) => [text.slice(each.start, each.end), isOdd(text.slice(0, each.start)), each]);
  return withoutPlaces([quotes, citations.length > 0, said]);
});

/** All units in the order of the text, with their faults. Five rules read them: they are made once for a draft. */
export const readPlaces = carriedPer(
  (draft): readonly Place[] => {
    const goOn = new Set(readInline(draft).map(({ goesOn }) => goesOn));
    return readSeries(draft).flatMap((steps) => placesOf(draft, steps, goOn));
  },
  (places, { anew }) => {
    const isSame = [...anew].every(([node, before]) => NUMBERS.item(node.fact, node) === NUMBERS.item(before, node));
    return isSame && !places.some(({ fix }) => fix) ? places : undefined;
  },
);

/** `goOn` go on from a number within the sentence above them. */
function placesOf(draft: Draft, steps: readonly Step[], goOn: ReadonlySet<UnitNode | undefined>): Place[] {
  const looks = looksOf(steps);
  const last = new Map<object, Place>();
  const next = nextOf(steps);
  const good = confirmedOf(steps, next);
  return steps.map((step, i) => {
    const { unit, expected, series } = step;
    const look = looks.get(series) ?? unit.marker;
    const previous = last.get(series);
    const written = writtenAs(step)?.value;
    const fault = goOn.has(unit) ? undefined : faultOf(step, look);
    const confirmed = good.has(step);
    const turn =
      fault === 'sequence' ? turnOf(written, expected.value, previous?.unit.marker.value, confirmed) : undefined;
    const missing: string[] = [];
    if (turn === 'gap') {
      for (let value = expected.value; value < (written ?? 0); value++)
        missing.push(markerText(unit, { ...expected, value }, look));
    }
    const place: Place = {
      unit,
      fault,
      expected: markerText(unit, expected, look),
      turn,
      missing,
      previous,
      fix: undefined,
    };
    const apart = steps[i - 1]?.unit !== previous?.unit;
    const sure = sureOf(step, place, confirmed, !next.has(step), apart);
    const whole = fault ? { ...place, fix: fixOf(draft, steps, i, next, place, look, sure) } : place;
    last.set(series, whole);
    return whole;
  });
}

/** For each step the next of its series. */
function nextOf(steps: readonly Step[]): Map<Step, Step> {
  const next = new Map<Step, Step>();
  const last = new Map<object, Step>();
  for (const step of steps) {
    const before = last.get(step.series);
    if (before) next.set(before, step);
    last.set(step.series, step);
  }
  return next;
}

/** The steps whose next number agrees with them being what was due; letters that are none ("e) f) g)") are passed over. */
function confirmedOf(steps: readonly Step[], next: Map<Step, Step>): Set<Step> {
  const confirmed = new Set<Step>();
  const after = new Map<Step, Step>();
  for (const step of steps.toReversed()) {
    const following = next.get(step);
    const none = following?.verdict === 'slip' && Number.isNaN(following.unit.marker.value);
    const told = following && none ? after.get(following) : following;
    if (told) after.set(step, told);
    if (step.verdict === 'slip' && told?.verdict === 'right') confirmed.add(step);
  }
  return confirmed;
}

function writtenAs({ unit, expected }: Step): Numeral | undefined {
  return numeralsOf(unit.marker).find(({ kind, depth }) => kind === expected.kind && depth === expected.depth);
}

function faultOf(step: Step, look: Marker): Place['fault'] {
  const { marker } = step.unit;
  if (step.verdict === 'right') return lookOf(marker) === lookOf(look) ? undefined : 'style';
  // Beyond "Phần thứ mười" words are not read as numbers.
  if (Number.isNaN(marker.value) && /\s/.test(marker.number)) return undefined;
  if (Number.isNaN(marker.value)) return marker.style === 'letter' ? 'letter' : 'roman';
  const written = writtenAs(step);
  if (!written) return 'style';
  return written.prefix === step.expected.prefix ? 'sequence' : 'parent';
}

function turnOf(written = 0, expected: number, before: number | undefined, confirmed: boolean): Place['turn'] {
  if (before === undefined) return 'first';
  if (written === before) return 'repeat';
  if (written < before) return 'back';
  return confirmed ? 'off' : written > expected ? 'gap' : 'off';
}

/**
 * One reading is possible and one marker changes: what follows is already numbered as if this were right, or nothing
 * follows and the number is none, a repetition right after its like, or right but for its parent. After a
 * doubtful place all is doubtful.
 */
function sureOf(step: Step, place: Place, confirmed: boolean, isLast: boolean, apart: boolean): boolean {
  const { previous, turn, fault } = place;
  if (previous?.fix && !previous.fix.certain) return false;
  const { value } = step.unit.marker;
  if (step.verdict === 'right') return true;
  if (fault === 'style' && value !== step.expected.value) return false;
  if (confirmed) return true;
  const fits =
    Number.isNaN(value) || (turn === 'repeat' && !apart) || (fault === 'parent' && value === step.expected.value);
  return isLast && previous !== undefined && fits;
}

/** How a number is written: its mark and, of chapters and the like, digits, Roman numerals or words. */
function lookOf({ style, number, mark }: Marker): string {
  const named = style === 'part' || style === 'chapter' || style === 'section' || style === 'subsection';
  return `${mark}${named ? (/^\d/.test(number) ? '1' : /\s/.test(number) ? 'w' : 'I') : ''}`;
}

/** ND 30/2020, Phụ lục I, II.6: a bracket behind the letters of points, a full stop behind anything else. */
function isUsual({ style, mark }: Marker): boolean {
  return mark === (style === 'letter' ? ')' : '.');
}

/** A marker that looks as its series does: as most of it, else as most of its kind in the document, else as is usual or as its first. */
function looksOf(steps: readonly Step[]): Map<object, Marker> {
  const own = new Map<object, Map<string, { marker: Marker; count: number }>>();
  const all = new Map<string, number>();
  for (const step of steps) {
    const { marker } = step.unit;
    const votes = own.get(step.series) ?? new Map<string, { marker: Marker; count: number }>();
    own.set(step.series, votes);
    if (!writtenAs(step)) continue;
    const look = lookOf(marker);
    votes.set(look, { marker: votes.get(look)?.marker ?? marker, count: (votes.get(look)?.count ?? 0) + 1 });
    all.set(marker.style + look, (all.get(marker.style + look) ?? 0) + 1);
  }
  const looks = new Map<object, Marker>();
  for (const [series, votes] of own) {
    const often = (look: string, marker: Marker) => all.get(marker.style + look) ?? 0;
    const [winner] = [...votes].sort(
      ([a, one], [b, other]) =>
        other.count - one.count ||
        often(b, other.marker) - often(a, one.marker) ||
        Number(isUsual(other.marker)) - Number(isUsual(one.marker)),
    );
    if (winner) looks.set(series, winner[1].marker);
  }
  return looks;
}

function markerText(unit: UnitNode, numeral: Numeral, look: Marker): string {
  const number = numberText(numeral, look);
  if (numeral.kind.startsWith('paren')) return `(${number})`;
  const { text, number: own } = unit.marker.style === numeral.kind ? unit.marker : look;
  const word = /^\p{L}.*\s/u.exec(text.slice(0, text.indexOf(own)))?.[0] ?? '';
  return `${word}${number}${lookMark(numeral, look)}`;
}

/** Where no number of the series is of its style (a lone slip) its usual mark is meant. */
function lookMark({ kind }: Numeral, look: Marker): string {
  if (numeralsOf(look).some((each) => each.kind === kind)) return look.mark;
  return kind === 'letter' ? ')' : '.';
}

function numberText(numeral: Numeral, look: Marker): string {
  const form = look.style === numeral.kind ? lookOf(look).slice(-1) : '';
  if (form === 'w') return `thứ ${ORDINALS[numeral.value - 1] ?? numeral.value}`;
  return form === '1' ? String(numeral.value) : numberOf(numeral);
}

function fixOf(
  draft: Draft,
  steps: readonly Step[],
  at: number,
  next: Map<Step, Step>,
  { unit, expected }: Place,
  look: Marker,
  certain: boolean,
): Fix | undefined {
  const step = steps[at];
  if (!step) return undefined;
  const renumbers = step.verdict === 'jump' && next.has(step);
  const mark = /[^\p{L}\d]*$/u.exec(expected)?.[0] ?? '';
  const changes = renumbers
    ? renumber(steps, at, next, look)
    : [{ unit, number: numberText(step.expected, look), mark }];
  const made = renumberingOf(draft, changes);
  if (!made) return undefined;
  const from = unit.marker.text;
  return {
    title: {
      vi: `Đổi "${from}" thành "${expected}"${renumbers ? ' và đánh số lại các mục sau' : ''}${made.also.vi}`,
      en: `Change "${from}" to "${expected}"${renumbers ? ' and renumber what follows' : ''}${made.also.en}`,
    },
    edits: made.edits,
    certain,
  };
}

/**
 * This and all later numbers of the series moved by as much as this one is off, and decimals below with them; nothing
 * for a series too long to be renumbered unseen, so that a text full of faults stays quick to check.
 */
function renumber(steps: readonly Step[], at: number, next: Map<Step, Step>, look: Marker): Change[] {
  const changes: Change[] = [];
  const first = steps[at];
  if (!first) return changes;
  const own = new Set<Step>();
  for (let step: Step | undefined = first; step && own.size <= MOST_RENUMBERED; step = next.get(step)) own.add(step);
  if (own.size > MOST_RENUMBERED) return changes;
  let left = own.size;
  let shift = first.expected.value - first.taken.value;
  let renamed: readonly [string, string] | undefined;
  for (let i = at; i < steps.length; i++) {
    const step = steps[i];
    if (!step || (left === 0 && step.deep <= first.deep)) break;
    if (own.has(step)) left--;
    const { number, mark, style, value } = step.unit.marker;
    if (own.has(step) && step.verdict !== 'slip') {
      // A letter that is none had no place of its own till now.
      if (i > at && Number.isNaN(value)) shift++;
      const due = numberText({ ...step.taken, value: step.taken.value + shift, prefix: first.expected.prefix }, look);
      changes.push({ unit: step.unit, number: due, mark });
      renamed = [`${number}.`, `${due}.`];
    } else if (style === 'decimal' && renamed && number.startsWith(renamed[0])) {
      changes.push({ unit: step.unit, number: renamed[1] + number.slice(renamed[0].length), mark });
    }
  }
  return changes;
}
