import { carriedPer } from '../../carried.ts';
import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';

type Sections = Draft['sections'];
type ReadSection = Sections[number];

/**
 * What is told of each section by itself, in their order. Of a section that stays as it is it is told once; after a
 * keystroke only what stands between the sections that stayed is looked at.
 */
export function perSection<T>(tell: (section: ReadSection) => T): (draft: Draft) => readonly T[] {
  const known = new WeakMap<readonly Fact[], { readonly told: T }>();
  const toldOf = (read: ReadSection): T => {
    // A front matter says nothing by which it could be known.
    if (read.section.front) return tell(read);
    const kept = known.get(read.facts) ?? { told: tell(read) };
    known.set(read.facts, kept);
    return kept.told;
  };
  const all = carriedPer(
    ({ sections }): { readonly sections: Sections; readonly told: readonly T[] } => ({
      sections,
      told: sections.map(toldOf),
    }),
    (before, _, { sections }) => {
      const most = Math.min(before.sections.length, sections.length);
      let first = 0;
      while (first < most && isSame(before.sections[first], sections[first])) first++;
      let last = 0;
      while (last < most - first && isSame(before.sections.at(-1 - last), sections.at(-1 - last))) last++;
      const middle = sections.slice(first, sections.length - last).map(toldOf);
      const told = [...before.told.slice(0, first), ...middle, ...before.told.slice(before.told.length - last)];
      return { sections, told };
    },
  );
  return (draft) => all(draft).told;
}

function isSame(one: ReadSection | undefined, other: ReadSection | undefined): boolean {
  return one === other || (one?.facts === other?.facts && one?.section.front === false);
}
