/** The same function, its results kept as long as what they were made from: many rules ask the same of one draft. */
export function oncePer<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, { readonly made: V }>();
  return (from) => {
    const kept = known.get(from) ?? { made: make(from) };
    known.set(from, kept);
    return kept.made;
  };
}
