import type { Registry } from '../registry.ts';
import { lowerCase, type Span } from '../text.ts';

/** A body or a group of bodies named in a passage; offsets into the passage. */
export interface OwnerMention extends Span {
  /** The name in full, where the list distributes its head ("Bộ" + "Nội vụ"); otherwise what is written. */
  readonly text?: string;
  /** Agencies that bear the name (at different times, or an ambiguous abbreviation). */
  readonly ids: readonly string[];
  readonly kind: 'agency' | 'group' | 'position' | 'unknown';
  /** Provinces listed in brackets or behind a colon: their names and what they are taken for. */
  readonly members?: readonly Member[];
}

export interface Member extends Span {
  readonly ids: readonly string[];
}

/** What a reading needs at every step. */
export interface Passage {
  readonly text: string;
  readonly lower: string;
  readonly registry: Registry;
}

export function toPassage(text: string, registry: Registry): Passage {
  return { text, lower: lowerCase(text), registry };
}
