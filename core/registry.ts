import { addDays, type Day } from './language/calendar.ts';
import { oncePer } from './once.ts';
import type { Agency } from './registry-file.ts';
import { foldName, foldTones } from './text.ts';

export type { Agency } from './registry-file.ts';

/** A spelling under which agencies are known. */
interface Name {
  readonly folded: string;
  readonly exact?: string;
  readonly ids: string[];
  /** Length of the head word left out ("Công an" for "Bộ Công an"), for lists that distribute it. */
  readonly group: boolean;
}

/** Agencies and the index their names are matched by. Made once; a value like any other. */
export interface Registry {
  readonly agencies: ReadonlyMap<string, Agency>;
  /** Spellings by their first word, longest first. */
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** What stands after the head word: "bộ" -> "công an", "tỉnh" -> "lào cai". */
  readonly tails: ReadonlyMap<string, ReadonlyMap<string, readonly Name[]>>;
  /** All names in full of single bodies, for what a misspelt one comes near to. */
  readonly spellings: readonly Spelling[];
}

export interface Spelling {
  readonly agency: Agency;
  readonly name: string;
  readonly folded: string;
  /** The first word of it. */
  readonly head: string;
}

export interface NameMatch {
  readonly length: number;
  readonly ids: readonly string[];
  readonly group: boolean;
}

/** Heads that a list of names may share ("các Bộ: Công an, Nội vụ"; "Sở Nội vụ, Tài chính"). */
const HEADS = ['bộ', 'sở', 'ban', 'cục', 'tỉnh', 'thành phố'] as const;

/** Indexes the agencies; of two entries with one id the later stands. */
export function makeRegistry(agencies: readonly Agency[]): Registry {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const names = new Map<string, Map<string, Name>>();
  const tails = new Map<string, Map<string, Map<string, Name>>>(HEADS.map((head) => [head, new Map()]));
  const put = (index: Map<string, Map<string, Name>>, folded: string, agency: Agency, exact?: string) => {
    if (folded === '') return;
    const first = firstWord(folded);
    const list = index.get(first) ?? new Map<string, Name>();
    index.set(first, list);
    const key = exact ?? folded;
    const known = list.get(key);
    if (known) {
      if (!known.ids.includes(agency.id)) known.ids.push(agency.id);
    } else
      list.set(key, {
        folded,
        ids: [agency.id],
        group: agency.kind === 'group',
        ...(exact !== undefined && { exact }),
      });
  };
  for (const agency of byId.values()) {
    for (const spelling of [agency.name, ...agency.aliases]) {
      for (const folded of variants(foldName(spelling))) {
        put(names, folded, agency);
        for (const head of HEADS) {
          const index = tails.get(head);
          if (index && agency.kind !== 'group' && folded.startsWith(`${head} `))
            put(index, folded.slice(head.length + 1), agency);
        }
      }
    }
    for (const abbreviation of agency.abbreviations) {
      const exact = foldTones(abbreviation.normalize('NFC'));
      put(names, exact.toLowerCase(), agency, exact);
    }
    for (const bare of agency.bareNames) {
      for (const folded of variants(foldName(bare))) {
        const index = tails.get('tỉnh');
        if (index) put(index, folded, agency);
      }
    }
  }
  const sorted = (index: Map<string, Map<string, Name>>) =>
    new Map(
      [...index].map(([first, list]) => [first, [...list.values()].sort((a, b) => b.folded.length - a.folded.length)]),
    );
  return {
    agencies: byId,
    names: sorted(names),
    tails: new Map([...tails].map(([head, index]) => [head, sorted(index)])),
    spellings: [...byId.values()].filter(({ kind }) => kind !== 'group').flatMap(spellingsOf),
  };
}

function spellingsOf(agency: Agency): Spelling[] {
  return [agency.name, ...agency.aliases, ...agency.bareNames].map((name) => {
    const folded = foldName(name);
    return { agency, name, folded, head: folded.split(' ', 1)[0] ?? '' };
  });
}

/**
 * The longest known name at `at` of a clean passage; `lower` is the passage in lower case. An abbreviation must be
 * written as it is; a name of a single body needs a capital letter ("chính phủ số" names no agency).
 */
export function matchName(registry: Registry, text: string, lower: string, at: number): NameMatch | undefined {
  return longest(registry.names.get(firstWord(lower, at)), text, lower, at);
}

/** The longest name at `at` that lacks its head word: "Nội vụ" under "bộ", "Lào Cai" under "tỉnh". */
export function matchTail(
  registry: Registry,
  head: string,
  text: string,
  lower: string,
  at: number,
): NameMatch | undefined {
  return longest(registry.tails.get(head)?.get(firstWord(lower, at)), text, lower, at);
}

function longest(names: readonly Name[] | undefined, text: string, lower: string, at: number): NameMatch | undefined {
  for (const name of names ?? []) {
    const end = at + name.folded.length;
    if (!lower.startsWith(name.folded, at) || /[\p{L}\d]/u.test(text[end] ?? '')) continue;
    const written = text.slice(at, end);
    if (name.exact !== undefined && written !== name.exact) continue;
    if (!name.group && !/\p{Lu}/u.test(written)) continue;
    return { length: name.folded.length, ids: name.ids, group: name.group };
  }
  return undefined;
}

/** Is the agency's name right in a document of that day? */
export function isValid(agency: Agency, day: Day): boolean {
  return (
    (agency.validFrom === undefined || agency.validFrom <= day) &&
    (agency.validTo === undefined || day <= agency.validTo)
  );
}

/** The first of the days around a day on which the same agencies are valid: what is judged on it holds for all of them. */
export function firstAlike(registry: Registry, day: Day): Day {
  return turnsOf(registry).findLast((turn) => turn <= day) ?? '0001-01-01';
}

/** Days on which an agency begins to be valid or has ceased to be, in order. */
const turnsOf = oncePer(({ agencies }: Registry): readonly Day[] => {
  const turns = [...agencies.values()].flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined ? [] : [addDays(validTo, 1)]),
  ]);
  return [...new Set(turns)].sort();
});

/** Of the agencies that share a spelling, the one meant on that day: a valid one, else the one that ended last. */
export function pickAgency(registry: Registry, ids: readonly string[], day: Day | undefined): Agency | undefined {
  const candidates = ids.flatMap((id) => registry.agencies.get(id) ?? []);
  if (day === undefined) return candidates.find((agency) => agency.validTo === undefined) ?? candidates[0];
  return (
    candidates.find((agency) => isValid(agency, day)) ??
    [...candidates].sort((a, b) => (b.validTo ?? '').localeCompare(a.validTo ?? ''))[0]
  );
}

/** The agencies that do an ended one's work on that day: successors of successors, until valid ones are reached. */
export function successorsOn(registry: Registry, agency: Agency, day: Day): readonly Agency[] {
  const found = new Map<string, Agency>();
  const seen = new Set<string>();
  const follow = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const next = registry.agencies.get(id);
    if (!next) return;
    if (isValid(next, day)) found.set(id, next);
    else for (const successor of next.successors) follow(successor);
  };
  for (const id of agency.successors) follow(id);
  return [...found.values()];
}

/** Spellings that mean the same in a name: "&" for "và", a hyphen with blanks, without, or as a comma. */
function variants(folded: string): Set<string> {
  const all = new Set([folded]);
  if (folded.includes(' và ')) all.add(folded.replaceAll(' và ', ' & '));
  if (folded.includes(' - ')) all.add(folded.replaceAll(' - ', '-'));
  return all;
}

/** No name has a longer first word; a line without a blank is not gone through to its end at every letter. */
const LONGEST_WORD = 40;

function firstWord(text: string, at = 0): string {
  const most = Math.min(text.length, at + LONGEST_WORD);
  let end = at;
  while (end < most && !' ,:;.()'.includes(text[end] ?? ' ')) end++;
  return text.slice(at, end);
}
