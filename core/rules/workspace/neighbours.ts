import type { Draft } from '../../draft.ts';
import type { Neighbour, Project } from '../../project.ts';
import type { Saying } from '../../rule.ts';
import { foldName, oneLine } from '../../text.ts';
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

type Index = ReadonlyMap<string, readonly Neighbour[]>;
const numbers = new WeakMap<readonly Neighbour[], Index>();
const titles = new WeakMap<readonly Neighbour[], Index>();
const NONE: readonly Neighbour[] = [];

/** The other documents of the workspace by the key of their number. */
export function neighboursByNumber({ neighbours }: Project): Index {
  return indexBy(numbers, neighbours ?? NONE, (draft) => titleOf(draft)?.key);
}

/** The other documents of the workspace by their title, folded. */
export function neighboursByTitle({ neighbours }: Project): Index {
  return indexBy(titles, neighbours ?? NONE, ({ letterhead }) => letterhead.title && foldTitle(letterhead.title.text));
}

/** "Về việc phòng chống thiên tai." and "phòng chống thiên tai" are one title. */
export function foldTitle(title: string): string {
  return foldName(title)
    .replace(/^(?:v\/v|về việc|về)\s+/u, '')
    .replace(/[.\s]+$/, '');
}

function indexBy(
  known: WeakMap<readonly Neighbour[], Index>,
  neighbours: readonly Neighbour[],
  keyOf: (draft: Draft) => string | undefined,
): Index {
  const found = known.get(neighbours);
  if (found) return found;
  const index = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours) {
    const key = keyOf(neighbour.draft);
    if (key === undefined || key === '') continue;
    const list = index.get(key);
    if (list) list.push(neighbour);
    else index.set(key, [neighbour]);
  }
  known.set(neighbours, index);
  return index;
}

/** How a message names another document: "Kế hoạch số 02-KH/BCĐTW", or by its title. */
export function nameOfDocument({ letterhead }: Draft): Saying {
  const { type, number, title } = letterhead;
  const word = type && oneLine(type.text);
  if (number) {
    const name = `${word ?? 'văn bản'} số ${oneLine(number.text)}`;
    return { vi: name, en: `"${name}"` };
  }
  return title
    ? { vi: `văn bản "${oneLine(title.text)}"`, en: `"${oneLine(title.text)}"` }
    : { vi: 'văn bản khác', en: 'another document' };
}
