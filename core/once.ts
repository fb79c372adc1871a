/** The same function, its results kept as long as what they were made from: many rules ask the same of one draft. */
export function oncePer<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, { readonly made: V }>();
  return (from) => {
    const kept = known.get(from) ?? { made: make(from) };
    known.set(from, kept);
    return kept.made;
  };
}

/** What is made from a thing and something else, kept with the thing: `make` is called when it is asked for first. */
export function keptWith<K extends object, V>(): (thing: K, about: string | number, make: () => V) => V {
  const known = new WeakMap<K, Map<string | number, { readonly made: V }>>();
  return (thing, about, make) => {
    const all = known.get(thing) ?? new Map<string | number, { readonly made: V }>();
    known.set(thing, all);
    const kept = all.get(about) ?? { made: make() };
    all.set(about, kept);
    return kept.made;
  };
}

/** The same function of a text, which remembers what it gave for those asked of late: up to twice `most` characters. */
export function remembering<V>(most: number, make: (text: string) => V): (text: string) => V {
  let late = new Map<string, { readonly made: V }>();
  let before = new Map<string, { readonly made: V }>();
  let length = 0;
  return (text) => {
    const known = late.get(text);
    if (known) return known.made;
    const kept = before.get(text) ?? { made: make(text) };
    if (length > most) {
      before = late;
      late = new Map();
      length = 0;
    }
    late.set(text, kept);
    length += text.length;
    return kept.made;
  };
}
