import type { Neighbourhood, NeighbourIndex } from '../core/neighbours.ts';
import type { Summary } from '../core/summary.ts';
import type { Known } from './desk.ts';
import type { Document } from './documents.ts';
import type { Store } from './store.ts';
import type { World } from './world.ts';

/** What the other documents say to one. */
export interface Surroundings {
  /** The same for the same words; '' where nobody says anything. */
  readonly key: string;
  get(): Promise<Neighbourhood>;
}

/** Nobody is there, or nobody is to be seen. */
export const ALONE: Surroundings = { key: '', get: async () => ({ documents: [], days: [], matches: [] }) };

export type SummaryOf = (document: Document, known: Known) => Promise<Summary>;

/**
 * What the directives of each root say to one another; a document that nobody speaks to is left out. Where all of them
 * say what they said before, nothing but that is looked up.
 */
export async function surround(
  { hash }: World,
  store: Store,
  known: ReadonlyMap<Document, Known>,
  summaryOf: SummaryOf,
): Promise<ReadonlyMap<Document, Surroundings>> {
  const all = new Map<Document, Surroundings>();
  for (const [root, documents] of byRoot(known)) {
    let index: Promise<NeighbourIndex> | undefined;
    const get = async (document: Document): Promise<Neighbourhood> => {
      index ??= indexRoot(known, root, summaryOf);
      const own = known.get(document);
      return own ? (await index).around(document.path, await summaryOf(document, own)) : ALONE.get();
    };
    const paths = documents.map((document) => [document.path, known.get(document)?.summary ?? ''] as const);
    const key = `workspace:${hash(JSON.stringify(paths.sort(([a], [b]) => (a < b ? -1 : 1))))}`;
    let keys = store.get<readonly (readonly [string, string])[]>(key);
    if (!keys) {
      const found: [string, string][] = [];
      for (const document of documents) {
        const said = keyOfAround(hash, await get(document));
        if (said !== '') found.push([document.path, said]);
      }
      store.put(key, found);
      keys = found;
    }
    const keyed = new Map(keys);
    for (const document of documents) {
      const own = keyed.get(document.path);
      if (own !== undefined) all.set(document, { key: own, get: () => get(document) });
    }
  }
  return all;
}

/** The directives of a root, to be asked what they say. */
export async function indexRoot(
  known: ReadonlyMap<Document, Known>,
  root: string,
  summaryOf: SummaryOf,
): Promise<NeighbourIndex> {
  // All that reads drafts comes with it, which is not needed where all is known.
  const { indexNeighbours } = await import('../core/neighbours.ts');
  const index = indexNeighbours();
  for (const [document, own] of known) {
    if (document.root === root) index.put(document.path, await summaryOf(document, own));
  }
  return index;
}

export function keyOfAround(hash: World['hash'], around: Neighbourhood): string {
  const isEmpty = Object.values(around).every((part) => part.length === 0);
  return isEmpty ? '' : hash(JSON.stringify(around));
}

function byRoot(known: ReadonlyMap<Document, Known>): Map<string, Document[]> {
  const roots = new Map<string, Document[]>();
  for (const document of known.keys()) {
    const list = roots.get(document.root);
    if (list) list.push(document);
    else roots.set(document.root, [document]);
  }
  return roots;
}
