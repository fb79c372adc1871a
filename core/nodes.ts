import type { Fact } from './facts.ts';
import type { Day } from './language/calendar.ts';
import type { Marker } from './language/numbering.ts';
import type { Span, Words } from './text.ts';

/** An item in its place: what it stands under, what stands under it. */
export interface Node {
  readonly kind: 'heading' | 'unit' | 'phase' | 'bullet' | 'text' | 'row' | 'annex' | 'root';
  readonly fact: Fact;
  /** Where its section begins: a fact's offsets are relative to it. */
  readonly start: number;
  readonly span: Span;
  readonly parent: Node | undefined;
  readonly children: Node[];
  /** "II.3.a", "IV.2.1.G1.a.-2"; "" above the first number. */
  readonly path: string;
  /** Letterhead, opening, body, addressees, signature: only the body assigns. */
  readonly region: Region;
  /** The phase it stands in, itself included. */
  readonly phase: PhaseNode | undefined;
}

export type Region = 'opening' | 'body' | 'addressees' | 'recipients' | 'signature';

export interface UnitNode extends Node {
  readonly kind: 'unit';
  readonly marker: Marker;
  readonly markerWords: Words;
  /** The phase whose title the unit is ("1. Giai đoạn 1 (2025 - 2027)"). */
  readonly opens?: PhaseNode;
}

export interface PhaseNode extends Span {
  readonly title: string;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
  readonly words: Words;
  /** What the phase stands under: phases of one place are told apart from those of another. */
  readonly under: Node;
}

export interface Structure {
  readonly root: Node;
  readonly nodes: readonly Node[];
  readonly units: readonly UnitNode[];
  readonly phases: readonly PhaseNode[];
  readonly recipients: (Span & { readonly lines: readonly Words[] }) | undefined;
  readonly signature: Span | undefined;
}

export function isUnit(node: Node): node is UnitNode {
  return node.kind === 'unit';
}
