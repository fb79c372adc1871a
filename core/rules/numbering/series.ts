import { carriedPer } from '../../carried.ts';
import type { Draft } from '../../draft.ts';
import { looksOf } from '../../looks.ts';
import { isUnit, type Node, type UnitNode } from '../../nodes.ts';
import { isAlike, isBelow, type Kind, type Numeral, numberOf, numeralsOf } from './numerals.ts';

/**
 * A fault is a `jump` where what follows goes on from the number as written, or as if it had not been written; a `slip`
 * where it goes on from the number that was due.
 */
type Verdict = 'right' | 'jump' | 'slip';

/** A unit in its series: as what it was read, and what was due there. */
export interface Step {
  readonly unit: UnitNode;
  readonly verdict: Verdict;
  readonly taken: Numeral;
  readonly expected: Numeral;
  /** The same object for all units of a series. */
  readonly series: object;
  /** How many series are open, its own included. */
  readonly deep: number;
  readonly before: Step | undefined;
}

/** An open series and its last number; `under` is the one it stands in. */
interface Level extends Numeral {
  readonly under: Level | undefined;
  /** Undefined where all its numbers are of another style. */
  readonly mark: string | undefined;
  readonly title: number;
  readonly count: number;
  readonly unit: UnitNode;
  readonly series: object;
  readonly deep: number;
  /** What readings with the same future have in common. */
  readonly key: string;
}

/** One way to read the units so far, and what its oddities cost. */
interface Reading {
  readonly top: Level | undefined;
  /** Articles run through the document, chapters may. */
  readonly article: Level | undefined;
  readonly chapter: Level | undefined;
  readonly cost: number;
  readonly last: Step | undefined;
}

/** What stands between a unit and the one before it. */
interface Between {
  /** What stands above each phase or unnumbered heading: series below that may begin again. */
  readonly titles: ReadonlySet<Node>[];
  /** A line that announces a list ("Bộ Tài chính:"): the innermost series may begin again. */
  announced: boolean;
  /** Words of another document are quoted: a series may begin anywhere. */
  quoted: boolean;
}

/** The share of series under one kind that are of another. */
type Habits = (above: Kind | undefined, kind: Kind) => number;

// What oddities cost, a slip being 1. Only sums are compared: what is odd but allowed is preferred to a slip, one slip
// to two.
const JUMP = 1.01;
const STRAY = 1.1;
const WRONG_START = 1.25;
const OTHER_MARK = 0.6;
const OTHER_TITLE = 0.45;
const LONE = 0.25;
const RESTART = 0.05;
const GOES_ON_PAST_TITLE = 0.1;
const UNWONTED = 0.3;
const UNUSUAL = 0.3;
const NESTED_ALIKE = 0.6;
const SMALL_START = 0.9;
const OTHER_STYLE = 0.05;
const OTHER_STYLE_AND_PLACE = 0.95;

const KEPT = 16;
const DEEPEST = 16;
const TOLERATED = 1.6;

/**
 * Every unit of the draft in its series, read with the fewest slips that explain what is written (a search over all
 * readings worth keeping): so one slip is one fault, and what stands after it is judged by what the writer meant. The
 * text before the first annex and each annex are numbered for themselves.
 */
export const readSeries = carriedPer<readonly (readonly Step[])[]>(search, (parts) => parts);

function search(draft: Draft): Step[][] {
  const parts: Step[][] = [];
  const habits = habitsOf(draft.units);
  const fresh: Reading = { top: undefined, article: undefined, chapter: undefined, cost: 0, last: undefined };
  let readings: Reading[] = [fresh];
  let between: Between = { titles: [], announced: false, quoted: false };
  for (const node of draft.nodes) {
    const looks = looksOf(node.fact);
    if (node.kind === 'annex') {
      parts.push(stepsOf(readings[0]));
      readings = [fresh];
      between = { titles: [], announced: false, quoted: false };
    } else if (isUnit(node)) {
      const next: Ways = { readings: [], least: Number.POSITIVE_INFINITY };
      const written = { unit: node, title: titleOf(node), numerals: numeralsOf(node.marker) };
      for (const reading of readings) follow(reading, written, between, habits, next);
      readings = best(next.readings);
      between = { titles: [], announced: false, quoted: false };
    } else if (node.kind === 'phase' || node.kind === 'heading' || looks.title) {
      between.titles.push(above(node));
    } else {
      between.announced = looks.opens;
      between.quoted ||= looks.quotes;
    }
  }
  return [...parts, stepsOf(readings[0])];
}

function stepsOf(reading: Reading | undefined): Step[] {
  const steps: Step[] = [];
  for (let step = reading?.last; step; step = step.before) steps.push(step);
  return steps.reverse();
}

/** The cheapest readings; of those with the same future the cheapest only. */
function best(readings: Reading[]): Reading[] {
  const kept = new Map<string, Reading>();
  readings.sort((a, b) => a.cost - b.cost);
  const most = (readings[0]?.cost ?? 0) + TOLERATED;
  for (const reading of readings) {
    if (kept.size === KEPT || reading.cost > most) break;
    const key = `${reading.top?.key}|${reading.article?.value}|${reading.chapter?.value}`;
    if (!kept.has(key)) kept.set(key, reading);
  }
  return [...kept.values()];
}

/** A unit as all readings meet it. */
interface Written {
  readonly unit: UnitNode;
  readonly title: number;
  readonly numerals: readonly [Numeral, ...Numeral[]];
}

/** Ways to read the units up to one, and what the cheapest of them costs. */
interface Ways {
  readonly readings: Reading[];
  least: number;
}

/** Adds all ways to read the next unit, but for those that cost too much beside the cheapest. */
function follow(reading: Reading, written: Written, between: Between, habits: Habits, out: Ways): void {
  if (reading.cost > out.least + TOLERATED) return;
  const { unit, title, numerals } = written;
  const { mark, number, style } = unit.marker;
  const [main] = numerals;
  const open: Level[] = [];
  for (let level = reading.top; level; level = level.under) open.push(level);

  let lone = 0;
  for (const level of open) {
    // All that goes on from here costs as much as what it leaves behind, but for decimals that begin again.
    if (reading.cost + lone <= out.least + TOLERATED || level.kind === 'decimal') goOn(level);
    if (level.count === 1) lone += LONE;
  }
  for (const numeral of numerals) begin(numeral);
  for (const kind of new Set<Kind>([main.kind, 'letter', 'decimal', 'arabic', 'roman'])) beginInstead(kind);

  function put(
    verdict: Verdict,
    taken: Numeral,
    expected: Numeral,
    added: number,
    under: Level | undefined,
    from?: Level,
  ) {
    const cost = reading.cost + added;
    if (cost > out.least + TOLERATED) return;
    const series = from?.series ?? {};
    const deep = (under?.deep ?? 0) + 1;
    // A level opened by every unit ("a) ...: a) ...:") is no reading; what goes on in an open series always is one.
    if (deep > DEEPEST) return;
    const own = verdict === 'slip' ? from?.mark : mark;
    const { kind, depth, value, prefix } = taken;
    const key = `${under?.key ?? ''}/${kind}${prefix}:${value}${own}`;
    const count = (from?.count ?? 0) + 1;
    // Written out: a spread is many times slower, and this is the busiest line of all rules.
    const top: Level = { kind, depth, value, prefix, under, mark: own, title, count, unit, series, deep, key };
    out.least = Math.min(out.least, cost);
    out.readings.push({
      top,
      article: kind === 'article' ? top : reading.article,
      chapter: kind === 'chapter' ? top : reading.chapter,
      cost,
      last: { unit, verdict, taken, expected, series, deep, before: reading.last },
    });
  }

  /** The next of an open series, or its beginning anew. */
  function goOn(level: Level): void {
    const { under } = level;
    const [first, same, due] = [numeralAt(level, 1), numeralAt(level, level.value), numeralAt(level, level.value + 1)];
    const parted = between.titles.some((nodes) => !nodes.has(level.unit));
    const restarts = parted || (between.announced && level === reading.top);
    const off = lone + (level.title === title ? 0 : OTHER_TITLE) + (parted ? GOES_ON_PAST_TITLE : 0);
    const odd = off + (level.mark === mark || level.mark === undefined ? 0 : OTHER_MARK);
    const alike = numerals.filter((each) => isAlike(each, level));
    // "Điều 5a" was put in after "Điều 5".
    const place = style === 'article' && /\p{L}$/u.test(number) ? level.value : due.value;
    for (const numeral of alike) {
      const belongs = numeral.prefix === level.prefix;
      if (belongs && numeral.value === place) put('right', numeral, numeral, odd, under, level);
      else if (numeral === main && Number.isNaN(main.value)) put('jump', same, due, JUMP + odd, under, level);
      else if (numeral === main) {
        put('jump', main, due, JUMP + odd, under, level);
        put('jump', same, due, STRAY + odd, under, level);
      }
      if (restarts && belongs && numeral.value === 1) put('right', numeral, numeral, RESTART + lone, under);
      else if (restarts && numeral === main) put('jump', main, first, WRONG_START + lone, under);
      // "2.1." after "1.2." where no "1." and "2." are written.
      const free = numeral.kind === 'decimal' && !open.some(({ kind }) => kind === 'arabic');
      if (free && numeral.value === 1 && Number(numeral.prefix) === Number(level.prefix) + 1) {
        put('right', numeral, numeral, RESTART, under);
      }
    }
    if (!alike.some((each) => each.value === due.value && each.prefix === due.prefix)) {
      put('slip', due, due, 1 + (alike.length > 0 ? odd : off) + unlikeness(numerals, due), under, level);
    }
    if (restarts) put('slip', first, first, 1 + RESTART + lone + unlikeness(numerals, first), under);
  }

  /** A series begins with the number as written. */
  function begin(numeral: Numeral): void {
    const { kind, value, prefix } = numeral;
    const alike = open.filter((level) => isAlike(level, numeral));
    const unwonted = UNWONTED * (1 - habits(reading.top?.kind, kind));
    if (between.quoted) put('right', numeral, numeral, 0, reading.top);
    if (alike.length > 0) {
      if (value !== 1 || kind === 'article' || kind === 'decimal') return;
      if (alike.every((level) => level.mark !== mark)) put('right', numeral, numeral, UNUSUAL + unwonted, reading.top);
      else if (isAnnounced(unit)) put('right', numeral, numeral, NESTED_ALIKE + unwonted, reading.top);
      return;
    }
    const { under, cost } = baseOf(numeral);
    const before = kind === 'article' ? reading.article : kind === 'chapter' ? reading.chapter : undefined;
    const goesOn = before !== undefined && value === before.value + 1;
    const due = firstUnder(numeral, under);
    const skipped = due.prefix !== '' && prefix.startsWith(`${due.prefix}.`);
    const free = kind === 'decimal' && !numberAbove(under) && Number(prefix) !== under?.value;
    if ((due.prefix === prefix || skipped || free) && (value === due.value || goesOn)) {
      put('right', numeral, numeral, cost + (free || skipped ? UNUSUAL : 0), under, goesOn ? before : undefined);
    } else if (numeral === main && !Number.isNaN(value)) {
      put('jump', numeral, due, WRONG_START + cost, under, kind === 'article' ? before : undefined);
    }
    // Points above numbers: what is open is not left.
    if (under !== reading.top && value === 1) put('right', numeral, numeral, UNUSUAL, reading.top);
  }

  /** A series begins, but not with the number that was due. */
  function beginInstead(kind: Kind): void {
    const depth = kind === 'decimal' ? Math.max(2, main.depth) : 0;
    const first: Numeral = { kind, depth, value: 1, prefix: '' };
    const { under, cost } = baseOf(first);
    if (open.some((level) => isAlike(level, first)) || (under !== reading.top && kind !== main.kind)) return;
    if (kind === 'decimal' && (numberAbove(under)?.depth ?? -1) !== (depth === 2 ? 0 : depth - 1)) return;
    const due = firstUnder(first, under);
    const other = unlikeness(numerals, due);
    const extra = kind === main.kind ? WRONG_START + 0.01 : other > OTHER_STYLE ? 1 + other : 1;
    put('slip', due, due, extra + cost + other, under, kind === 'article' ? reading.article : undefined);
  }

  /** Under what a series begins, and what it costs that it begins there. */
  function baseOf(numeral: Numeral) {
    const { kind } = numeral;
    let under = reading.top;
    let cost = kind === 'small' ? SMALL_START : 0;
    for (; under && !isBelow(numeral, under); under = under.under) if (under.count === 1) cost += LONE;
    const named = kind === 'section' || kind === 'subsection' || kind === 'article';
    if (under !== reading.top && !named) cost += UNUSUAL;
    if (under && title > 0 && title < PLAIN && title <= under.title % PLAIN) cost += OTHER_TITLE;
    return { under, cost: cost + UNWONTED * (1 - habits(under?.kind, kind)) };
  }

  function firstUnder(numeral: Numeral, under: Level | undefined): Numeral {
    const above = numeral.kind === 'decimal' ? numberAbove(under) : undefined;
    return {
      ...numeral,
      value: numeral.kind === 'article' && reading.article ? reading.article.value + 1 : 1,
      prefix: above ? numberOf(above) : numeral.prefix,
    };
  }
}

/** How a unit is set as a title: its heading level, PLAIN for a title without one, 0 for none. */
function titleOf({ fact }: UnitNode): number {
  return fact.item.level || (looksOf(fact).title ? PLAIN : 0);
}
const PLAIN = 7;

function above(node: Node): Set<Node> {
  const nodes = new Set<Node>();
  for (let at = node.parent; at; at = at.parent) nodes.add(at);
  return nodes;
}

function habitsOf(units: readonly UnitNode[]): Habits {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { marker, parent } of units) {
    if (marker.value !== 1) continue;
    let over = parent;
    while (over && !isUnit(over)) over = over.parent;
    count(`${over?.marker.style}`);
    count(`${over?.marker.style} ${marker.style}`);
  }
  return (over, kind) => (counts.get(`${over} ${kind}`) ?? 0) / (counts.get(`${over}`) ?? 1);
}

function numeralAt({ kind, depth, prefix }: Numeral, value: number): Numeral {
  return { kind, depth, value, prefix };
}

/** The number that decimals under a level begin with. */
function numberAbove(level: Level | undefined): Level | undefined {
  let at = level;
  while (at && at.kind !== 'arabic' && at.kind !== 'decimal') at = at.under;
  return at;
}

/** Nothing stands between the unit and a unit above it that ends with a colon. */
function isAnnounced(unit: UnitNode): boolean {
  const { parent } = unit;
  return parent?.children[0] === unit && isUnit(parent) && looksOf(parent.fact).opens;
}

/** How far a number is from the one it is taken for: the same style, or the same place, is likelier. */
function unlikeness(written: readonly Numeral[], due: Numeral): number {
  const costs = written.map((each) => {
    if (!isAlike(each, due)) return each.value === due.value ? OTHER_STYLE : OTHER_STYLE_AND_PLACE;
    return each.prefix !== due.prefix && each.value !== due.value ? OTHER_STYLE : 0;
  });
  return Math.min(...costs);
}
