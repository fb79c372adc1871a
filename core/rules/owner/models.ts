import type { Day } from '../../language/calendar.ts';
import { type Agency, isValid } from '../../registry.ts';
import { foldName, type Span, stripDiacritics } from '../../text.ts';
import { bareWord, slipsBetween } from './letters.ts';
import type { Prose, Syllable } from './passages.ts';

/** A name in the text that no agency bears, and the names it comes near to. Offsets into the passage. */
export interface Slip extends Span {
  readonly prose: Prose;
  readonly names: readonly string[];
  /** One name is meant, written with other letters or its words in another order. */
  readonly certain: boolean;
}

/** A name to compare with; names of one head word stand together. */
export interface Model {
  readonly name: string;
  readonly folded: string;
  readonly stripped: string;
  readonly words: readonly string[];
  readonly agency?: Agency;
}

export function modelOf(name: string, agency?: Agency): Model {
  const folded = foldName(name);
  return { name, folded, stripped: stripDiacritics(folded), words: wordsIn(folded), ...(agency && { agency }) };
}

function wordsIn(folded: string): string[] {
  return folded.match(/[\p{L}\d]+/gu) ?? [];
}

/** The models whose letters come nearest to the words from syllable `i` on. */
export function nearestAt(
  prose: Prose,
  all: readonly Syllable[],
  i: number,
  candidates: readonly Model[],
  day: Day,
  limitFor: (length: number) => number = (length) => (length < 7 ? 0 : length < 14 ? 1 : 2),
): Slip | undefined {
  let best: { model: Model; end: number; steps: number }[] = [];
  let limit = 3;
  for (const model of candidates) {
    const most = Math.min(limit, limitFor(model.folded.length));
    for (const count of [model.words.length, model.words.length - 1, model.words.length + 1]) {
      const end = endOf(prose, all, i, count);
      if (end === undefined) continue;
      const window = prose.lower.slice(all[i]?.start ?? 0, end);
      if (window === model.folded) return undefined;
      if (window.includes(',') && !model.folded.includes(',')) continue;
      if (Math.abs(window.length - model.folded.length) > 2) continue;
      const steps = stepsBetween(window, model);
      if (steps > 0.5 && (steps > most || !wordByWord(window, model.folded))) continue;
      if (steps > limit) continue;
      if (steps < limit) best = [];
      limit = steps;
      best.push({ model, end, steps });
    }
  }
  return toSlip(
    prose,
    all[i],
    best.map(({ model, end }) => ({ model, end })),
    day,
    true,
  );
}

/** Letters that differ; wrong diacritics alone are the least of slips, in a long name also beside one wrong letter. */
function stepsBetween(written: string, { folded, stripped }: Model): number {
  const bare = stripDiacritics(written);
  if (bare === stripped) return 0.5;
  // A blank in the wrong place: "Chín hphủ".
  if (written.replaceAll(' ', '') === folded.replaceAll(' ', '')) return 1;
  const steps = slipsBetween(written, folded);
  return steps > 1 && folded.length > 13 && slipsBetween(bare, stripped) === 1 ? 1.5 : steps;
}

/** Each word is a slip for its counterpart, or a blank too many or too few is the slip. */
function wordByWord(written: string, meant: string): boolean {
  const [a, b] = [wordsIn(written), wordsIn(meant)];
  if (a.length !== b.length) return slipsBetween(a.join(''), b.join('')) === 0;
  return a.every((word, i) => {
    const other = b[i] ?? '';
    const [bare, otherBare] = [bareWord(word), bareWord(other)];
    if (bare === otherBare) return true;
    const alone = a.length > 3 && bare[0] === otherBare[0] && a.every((each, k) => k === i || each === b[k]);
    if (slipsBetween(bare, otherBare) === 1 && (other.length > 3 || alone)) return true;
    return slipsBetween(word, other) <= (Math.min(word.length, other.length) > 4 ? 2 : 1);
  });
}

export function toSlip(
  prose: Prose,
  first: Syllable | undefined,
  best: readonly { model: Model; end: number }[],
  day: Day,
  certain: boolean,
): Slip | undefined {
  const [one] = best;
  if (!first || !one) return undefined;
  const valid = best.filter(({ model }) => model.agency === undefined || isValid(model.agency, day));
  const chosen = valid.length > 0 ? valid : best;
  const names = [...new Set(chosen.map(({ model }) => model.name))];
  return { prose, start: first.start, end: chosen[0]?.end ?? one.end, names, certain: certain && names.length === 1 };
}

/** Where `count` words from syllable `i` on end, when nothing but blanks, commas and hyphens parts them. */
export function endOf(prose: Prose, all: readonly Syllable[], i: number, count: number): number | undefined {
  const last = all[i + count - 1];
  if (!last || count < 1) return undefined;
  for (let k = i; k < i + count - 1; k++)
    if (!/^(?:,? | ?- ?| & )$/.test(prose.text.slice(all[k]?.end, all[k + 1]?.start))) return undefined;
  return last.end;
}
