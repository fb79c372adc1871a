import { type Draft, wordsOf } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import { keptWith } from '../../once.ts';
import { type Agency, isValid, type Registry, successorsOn } from '../../registry.ts';
import type { Words } from '../../text.ts';
import { perFact, proseOf } from './passages.ts';

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
    const { node, text } = prose;
    if (node.region !== 'body' || node.kind === 'row' || node.fact.item.level > 0 || !/\p{Ll}/u.test(text)) continue;
    for (const { short, start, end } of shortIn(prose, draft.registry, '')) {
      const words = wordsOf(draft.text, node, start, end);
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

const shortIn = perFact((prose) =>
  [...prose.text.matchAll(SHORT)]
    .map((match) => ({ short: match[0], start: match.index, end: match.index + match[0].length }))
    .filter((span) => prose.isOwn(span)),
);

const bearers = new WeakMap<Registry, Map<string, Agency[]>>();

/** Agencies that bear an abbreviation. */
function bearersOf(registry: Registry, abbreviation: string): readonly Agency[] {
  let index = bearers.get(registry);
  if (!index) {
    index = new Map();
    for (const agency of registry.agencies.values())
      for (const each of KINDS.has(agency.kind) ? agency.abbreviations : [])
        index.set(each, [...(index.get(each) ?? []), agency]);
    bearers.set(registry, index);
  }
  return index.get(abbreviation) ?? [];
}

/** What a short name stands for; nothing for a body that has ended, which owner/ended tells. */
function fullNames(registry: Registry, short: string, day: Day): readonly string[] {
  return names(registry, `${short} ${day}`, () => findFullNames(registry, short, day));
}

const names = keptWith<Registry, readonly string[]>();

function findFullNames(registry: Registry, short: string, day: Day): string[] {
  const formed = FORMED.get(short);
  if (formed !== undefined) return [formed];
  if (!short.startsWith('Sở '))
    return bearersOf(registry, short).flatMap((one) => (isValid(one, day) ? [one.name] : []));
  return bearersOf(registry, `Bộ ${short.slice(3)}`).flatMap(({ name }) => {
    const department = [...registry.agencies.values()].find((one) => one.name === `Sở ${name.slice(3)}`);
    if (!department) return [];
    return isValid(department, day)
      ? [department.name]
      : successorsOn(registry, department, day).map((one) => one.name);
  });
}
