import type { Draft } from '../../draft.ts';
import type { Neighbour, Project } from '../../project.ts';
import { oneLine } from '../../text.ts';
import { keyOf } from '../citation/cited.ts';
import { type DocumentNumber, readNumber } from '../citation/number.ts';

/** A document by its letterhead. */
export interface Titled {
  readonly draft: Draft;
  readonly type: string;
  readonly parts: DocumentNumber;
  readonly key: string;
  readonly issuer: string | undefined;
}

const known = new WeakMap<Draft, Titled | null>();

/** What a draft's letterhead says, where its number can be read; made once for a draft. */
export function titleOf(draft: Draft): Titled | undefined {
  const found = known.get(draft);
  if (found !== undefined) return found ?? undefined;
  const { number, type, issuer } = draft.letterhead;
  const written = number?.text.normalize('NFC').replace(/\s/g, '') ?? '';
  const parts = readNumber(written, true);
  const word = oneLine(type?.text ?? '');
  const key = parts && keyOf(word, parts);
  const titled = parts && key ? { draft, type: word, parts, key, issuer: issuer && oneLine(issuer.text) } : null;
  known.set(draft, titled);
  return titled ?? undefined;
}

const indexes = new WeakMap<readonly Neighbour[], ReadonlyMap<string, readonly Neighbour[]>>();

/** The other documents of the workspace by the key of their number. */
export function neighboursByNumber({ neighbours }: Project): ReadonlyMap<string, readonly Neighbour[]> {
  const none: readonly Neighbour[] = [];
  const all = neighbours ?? none;
  const found = indexes.get(all);
  if (found) return found;
  const index = new Map<string, Neighbour[]>();
  for (const neighbour of all) {
    const key = titleOf(neighbour.draft)?.key;
    if (key === undefined) continue;
    const list = index.get(key);
    if (list) list.push(neighbour);
    else index.set(key, [neighbour]);
  }
  indexes.set(all, index);
  return index;
}
