import type { Change } from './change.ts';
import { type Cut, cutFrom } from './cut.ts';
import { countBefore } from './sorted.ts';

/**
 * A slice of a draft that Markdown reads the same alone, below the text `above` it, as within the whole. `front` is the
 * YAML front matter with its fences; every other slice is Markdown. The slices joined are the text.
 */
export interface Section {
  readonly text: string;
  readonly above: string;
  readonly front: boolean;
}

/** A section, and where it begins. */
export interface PlacedSection extends Section {
  readonly start: number;
}

/** The sections of a text as they were read, and where each begins. */
interface Known {
  readonly sections: readonly { readonly section: Section }[];
  readonly starts: readonly number[];
}

const FRONT = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/;

/** Cuts a draft into its front matter and sections (cut.ts). */
export function cutSections(text: string): PlacedSection[] {
  const front = FRONT.exec(text)?.[0] ?? '';
  const sections = cutRest(text, { start: front.length, above: '' });
  if (front === '') return sections;
  const head = { start: 0, above: '', text: front, front: true };
  return front.length < text.length ? [head, ...sections] : [head];
}

/** How a text is cut, by the sections of an earlier one. */
export interface Recut {
  /** How many at the beginning are those of before. */
  readonly first: number;
  /** How many at the end are those of before, all of them moved. */
  readonly last: number;
  readonly by: number;
  /** What stands between. */
  readonly middle: readonly PlacedSection[];
}

/**
 * What cutSections(text) gives, from the sections of an earlier text and what changed since: only what stands between the
 * sections that are the same at both ends is cut again, and one more at either end, on whose lines the cut may depend.
 */
export function recutSections(text: string, { sections: before, starts }: Known, change: Change): Recut {
  const by = change.newEnd - change.oldEnd;
  const startOf = (start: number) => start;
  // A section ends where the next one begins, the last one with the text.
  let same = Math.max(0, countBefore(starts, startOf, change.start + 1) - 1);
  if (change.start === text.length - by) same = before.length;
  // A last line without an end may go on.
  if (same > 0 && !/[\r\n]$/.test(before[same - 1]?.section.text ?? '')) same--;
  const front = before[0]?.section.front ? before[0].section.text : '';
  // What the text begins with decides whether there is a front matter, and where it ends.
  const isFirm = front === '' ? !/^\ufeff?---/.test(text) : same > 0 && /[^\r\n](?:\n|\r\n)$/.test(front);
  if (!isFirm) return { first: 0, last: 0, by, middle: cutSections(text) };
  // A cut stands as long as the line behind it does.
  const first = Math.max(front === '' ? 0 : 1, same - 1);
  const resume = { start: starts[first] ?? front.length, above: before[first]?.section.above ?? '' };
  const firstBehind = Math.max(first + 1, countBefore(starts, startOf, change.oldEnd));
  const at = (starts[firstBehind] ?? text.length - by) + by;
  let found = before.length;
  const isNext = ({ start, above }: Cut) => {
    if (start < at) return false;
    const index = countBefore(starts, startOf, start - by);
    if (starts[index] === start - by && before[index]?.section.above === above) found = index;
    return found < before.length;
  };
  const middle = first > 0 && resume.start === text.length ? [] : cutRest(text, resume, isNext);
  return { first, last: before.length - found, by, middle };
}

function cutRest(text: string, from: Cut, stop?: (cut: Cut) => boolean): PlacedSection[] {
  const { cuts, end } = cutFrom(text, from, stop);
  return cuts.map((cut, i) => ({
    ...cut,
    text: apart(text.slice(cut.start, cuts[i + 1]?.start ?? end)),
    front: false,
  }));
}

/** A text of its own: a slice would hold the whole text it was cut from, with every keystroke another one. */
function apart(slice: string): string {
  return ` ${slice}`.slice(1);
}
