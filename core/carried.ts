import type { Carried } from './carry.ts';
import type { Draft } from './draft.ts';

/** Things made from a draft, each with the way it is carried over; kept with the draft. */
export type Results = Map<object, (carried: Carried, draft: Draft) => void>;

/**
 * The same function of a whole draft, its results kept with it. What depends only on how items look and where they stand
 * is the same for a draft that was carried over; `carry` moves places, or gives nothing where the result may be another.
 */
export function carriedPer<V>(
  make: (draft: Draft) => V,
  carry: (made: V, carried: Carried, draft: Draft) => V | undefined,
): (draft: Draft) => V {
  const known = new WeakMap<Results, { readonly made: V }>();
  const put = (draft: Draft, made: V): V => {
    known.set(draft.results, { made });
    draft.results.set(known, (carried, next) => {
      const other = carry(made, carried, next);
      if (other !== undefined) put(next, other);
    });
    return made;
  };
  return (draft) => {
    const kept = known.get(draft.results);
    return kept ? kept.made : put(draft, make(draft.whole ?? draft));
  };
}

/** Carries all that was made from a draft over to the one that follows it. */
export function carryResults(results: Results, carried: Carried, draft: Draft): void {
  for (const carryOver of results.values()) carryOver(carried, draft);
}
