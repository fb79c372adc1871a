import { carriedPer } from '../../carried.ts';
import type { Draft, ReadSection } from '../../draft.ts';
import type { Fact } from '../../facts.ts';

/** What is told of each section by itself. */
interface PerSection<T> {
  of(section: ReadSection): T;
  /** In the order of the sections. */
  all(draft: Draft): readonly T[];
}

/** The same function of a section, its results kept: of a section that stays as it is it is told once. */
export function perSection<T>(tell: (section: ReadSection) => T): PerSection<T> {
  const known = new WeakMap<readonly Fact[], { readonly told: T }>();
  const of = (read: ReadSection): T => {
    // A front matter says nothing by which it could be known.
    if (read.section.front) return tell(read);
    const kept = known.get(read.facts) ?? { told: tell(read) };
    known.set(read.facts, kept);
    return kept.told;
  };
  const all = carriedPer(
    ({ sections }) => sections.map(of),
    (told, _, { since }) => {
      if (!since) return undefined;
      const { at, before, now } = since.sections;
      return told.slice(0, at).concat(now.map(of), told.slice(at + before.length));
    },
  );
  return { of, all };
}
