import type { Span } from './text.ts';

/** One stretch of a text that became another: `start` to `oldEnd` of the text before, `start` to `newEnd` of this one. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The shortest stretch in which two texts differ. */
export function findChange(before: string, after: string): Change {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (oldEnd > start && newEnd > start && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}

/** Two changes, one after the other, as one: the shortest stretch that holds both. */
export function joinChanges(first: Change, next: Change): Change {
  const by = first.newEnd - first.oldEnd;
  const end = Math.max(first.newEnd, next.oldEnd);
  return {
    start: Math.min(first.start, next.start),
    oldEnd: end - by,
    newEnd: end + next.newEnd - next.oldEnd,
  };
}

/** Where a place is now; one in what is no more is at its end at most. */
function placeAfter(offset: number, { oldEnd, newEnd }: Change): number {
  return offset < oldEnd ? Math.min(offset, newEnd) : offset + newEnd - oldEnd;
}

/** Moves a span that may hold the change, or lie in it. */
export function moveInPlace(span: { -readonly [K in keyof Span]: Span[K] }, change: Change): void {
  if (span.end <= change.start) return;
  span.start = placeAfter(span.start, change);
  span.end = placeAfter(span.end, change);
}
