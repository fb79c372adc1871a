import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Day } from '../../language/calendar.ts';
import type { Node } from '../../nodes.ts';
import { keptWith, oncePer } from '../../once.ts';
import { type Agency, isValid, type Registry, successorsOn } from '../../registry.ts';
import type { Span, Words } from '../../text.ts';
import { type Prose, perFact, proseAt, proseOf } from './passages.ts';

/** A short name of an agency as used in the body, and the full names it may stand for on the day. */
export interface ShortName {
  readonly short: string;
  readonly full: readonly string[];
  /** All its places in running text: not in tables, titles, lists of recipients, citations, quotations. */
  readonly places: readonly Words[];
  /** "(sau đây gọi tắt là ...)", "(UBND)": the draft says what it stands for. */
  readonly explained: boolean;
}

const FORMED: ReadonlyMap<string, string> = new Map([
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['MTTQ', 'Mặt trận Tổ quốc'],
  ['UBMTTQ', 'Ủy ban Mặt trận Tổ quốc'],
]);
const SHORT = /(?<![\p{L}\d&/.-])(?:(?:Bộ|Sở) \p{Lu}[\p{Lu}&-]*\p{Lu}|\p{Lu}{3,}(?:[&-]\p{Lu}+)*)(?![\p{L}\d&/-])/gu;
/** Brands and societies are known by their short names. */
const KINDS = new Set([
  'ministry',
  'ministerial-level',
  'party',
  'gov-agency',
  'court',
  'procuracy',
  'national-assembly',
]);

const known = new WeakMap<Draft, readonly ShortName[]>();

/** Short names of agencies in the running text of a draft, in the order of their first use. */
export function shortNamesOf(draft: Draft, day: Day): readonly ShortName[] {
  const before = known.get(draft);
  if (before) return before;
  const explained = new Set(draft.nodes.flatMap(({ fact }) => fact.abbreviations.map(({ short }) => short)));
  const places = new Map<string, Words[]>();
  for (const prose of proseOf(draft)) {
    for (const { short, start, end } of shortNamesIn(prose, draft.registry)) {
      const words = wordsOf(draft.text, prose.node, start, end);
      const all = places.get(short);
      if (all) all.push(words);
      else places.set(short, [words]);
    }
  }
  const found = [...places].flatMap(([short, all]): ShortName[] => {
    const full = fullNames(draft.registry, short, day);
    const isExplained = [...explained].some(
      (one) => one === short || one.startsWith(`${short} `) || one.endsWith(` ${short}`),
    );
    return full.length > 0 ? [{ short, full, places: all, explained: isExplained }] : [];
  });
  known.set(draft, found);
  return found;
}

/** What an item has that may be the short name of an agency on some day; offsets into its body. */
export function shortNamesIn(prose: Prose, registry: Registry): readonly (Span & { readonly short: string })[] {
  return isRunning(prose.node) && /\p{Ll}/u.test(prose.text) ? shortIn(prose, registry, '') : [];
}

/** Does an item stand in the running text, where names are written in full? */
export function isRunning({ region, kind, fact }: Node): boolean {
  return region === 'body' && kind !== 'row' && fact.item.level === 0;
}

/** What of an item tells where short names stand and what they stand for, beside the names in full. */
export function shortNamesAt(fact: Fact, node: Node, registry: Registry): readonly string[] {
  const shorts = shortNamesIn(proseAt(node, fact), registry).map(({ short }) => short);
  return [...shorts, ...fact.abbreviations.map(({ short }) => `(${short})`)];
}

const shortIn = perFact((prose, registry) =>
  [...prose.text.matchAll(SHORT)]
    .map((match) => ({ short: match[0], start: match.index, end: match.index + match[0].length }))
    .filter((span) => prose.isOwn(span) && isBorne(registry, span.short)),
);

function isBorne(registry: Registry, short: string): boolean {
  return FORMED.has(short) || bearersOf(registry).has(short.replace(/^Sở /u, 'Bộ '));
}

/** Agencies by the abbreviations they bear. */
const bearersOf = oncePer((registry: Registry): ReadonlyMap<string, readonly Agency[]> => {
  const found = new Map<string, Agency[]>();
  for (const agency of registry.agencies.values())
    for (const each of KINDS.has(agency.kind) ? agency.abbreviations : [])
      found.set(each, [...(found.get(each) ?? []), agency]);
  return found;
});

/** The names that each short name may stand for. */
export const longNamesOf = oncePer((registry: Registry): readonly (readonly string[])[] => [
  [...FORMED.values()],
  ...[...bearersOf(registry).values()].map((all) => all.map(({ name }) => name)),
]);

/** What a short name stands for; nothing for a body that has ended, which owner/ended tells. */
function fullNames(registry: Registry, short: string, day: Day): readonly string[] {
  return names(registry, `${short} ${day}`, () => findFullNames(registry, short, day));
}

const names = keptWith<Registry, readonly string[]>();

function findFullNames(registry: Registry, short: string, day: Day): string[] {
  const formed = FORMED.get(short);
  if (formed !== undefined) return [formed];
  if (!short.startsWith('Sở '))
    return (bearersOf(registry).get(short) ?? []).flatMap((one) => (isValid(one, day) ? [one.name] : []));
  return (bearersOf(registry).get(`Bộ ${short.slice(3)}`) ?? []).flatMap(({ name }) => {
    const department = [...registry.agencies.values()].find((one) => one.name === `Sở ${name.slice(3)}`);
    if (!department) return [];
    return isValid(department, day)
      ? [department.name]
      : successorsOn(registry, department, day).map((one) => one.name);
  });
}
