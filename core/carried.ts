import type { Carried } from './carry.ts';
import type { Draft } from './draft.ts';

/**
 * The same function of a whole draft, its results kept with it. What depends only on how items look and where they stand is the same
 * for a draft that was carried over: `carry` puts the new items in the place of the old ones, or gives nothing where the
 * result may be another.
 */
export function carriedPer<V>(
  make: (draft: Draft) => V,
  carry: (made: V, carried: Carried) => V | undefined,
): (draft: Draft) => V {
  const known = new WeakMap<object, { readonly made: V }>();
  return (draft) => {
    const kept = known.get(draft.self);
    if (kept) return kept.made;
    const { since } = draft;
    const before = since && known.get(since.self);
    const made = (before && carry(before.made, since.carried)) ?? make(draft.whole ?? draft);
    known.set(draft.self, { made });
    return made;
  };
}
