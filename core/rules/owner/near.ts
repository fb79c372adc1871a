import { distance } from 'fastest-levenshtein';
import type { Day } from '../../language/calendar.ts';
import { keptWith } from '../../once.ts';
import { type Agency, isValid, type Registry } from '../../registry.ts';
import { foldName } from '../../text.ts';

export interface Near {
  readonly agency: Agency;
  /** The spelling that comes near. */
  readonly name: string;
  /** Letters to change, add or take away. */
  readonly distance: number;
}

/**
 * The names that come nearest to a written one among the agencies of some kinds, at most `most` letters away; of
 * equally near ones those that are right on the day. Nothing for a name written right.
 */
export function nearest(registry: Registry, written: string, day: Day, most: number, among: Among): readonly Near[] {
  // Several rules ask for the same names, and ask again on every keystroke.
  return known(registry, `${among} ${day} ${most} ${written}`, () =>
    findNearest(registry, written, day, most, ACCEPTED[among]),
  );
}

const known = keptWith<Registry, readonly Near[]>();

/** Kinds of agencies that may be meant. */
type Among = 'ministries' | 'provinces' | 'no province';

const ACCEPTED: Readonly<Record<Among, (agency: Agency) => boolean>> = {
  ministries: ({ kind }) => kind === 'ministry',
  provinces: ({ kind }) => kind === 'province',
  'no province': ({ kind }) => kind !== 'province',
};

function findNearest(
  registry: Registry,
  written: string,
  day: Day,
  most: number,
  accept: (agency: Agency) => boolean,
): Near[] {
  const folded = foldName(written);
  let best: Near[] = [];
  let limit = most;
  const head = folded.split(' ', 1)[0];
  for (const spelling of registry.spellings) {
    const { agency, name, folded: other } = spelling;
    // "Vụ Khoa học và Công nghệ" is a unit of its own, not a slip for "Bộ ..." or "Sở ...".
    if (agency.kind !== 'province' && spelling.head !== head) continue;
    if (Math.abs(other.length - folded.length) > limit || !accept(agency)) continue;
    const steps = distance(folded, other);
    if (steps === 0) return [];
    if (steps > limit) continue;
    if (steps < limit) best = [];
    limit = steps;
    best.push({ agency, name, distance: steps });
  }
  const valid = best.filter(({ agency }) => isValid(agency, day));
  const unique = new Map((valid.length > 0 ? valid : best).map((near) => [near.agency.id, near]));
  return [...unique.values()];
}
