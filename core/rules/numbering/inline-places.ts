import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { type InlineSeries, readInlineSeries } from '../../language/inline-series.ts';
import { isUnit, type Node, type UnitNode } from '../../nodes.ts';
import { keptWith, oncePer } from '../../once.ts';

/** A series of numbers in brackets, and the item in whose words it stands. */
export interface InlinePlace {
  readonly node: Node;
  readonly series: InlineSeries;
  /** The next item is a paragraph of its own with the next number: "... (1) A." above "(2) B.". */
  readonly goesOn: UnitNode | undefined;
}

/** All series of numbers in brackets of a draft; two rules read them. Cells of tables and the signature have none. */
export const readInline = oncePer((draft: Draft): readonly InlinePlace[] => read(draft));

/** The series within the words of an item, which go on from its own number: "(1) ...: (2) ...". */
export function seriesIn(fact: Fact, node: Node): readonly InlineSeries[] {
  const paren = isUnit(node) && node.marker.style === 'paren' ? node.marker.number : undefined;
  return found(fact, paren ?? '', () => readInlineSeries(fact.item.body.text, paren));
}

const found = keptWith<Fact, readonly InlineSeries[]>();

function read({ nodes }: Draft): InlinePlace[] {
  return nodes.flatMap((node, i) => {
    if (node.kind === 'row' || node.region === 'recipients' || node.region === 'signature') return [];
    const next = nodes[i + 1];
    return seriesIn(node.fact, node).map((series) => {
      const last = series.marks.at(-1);
      const due = (last?.value ?? 0) + 1;
      const goesOn =
        next && isUnit(next) && next.marker.style === 'paren' && next.marker.value === due ? next : undefined;
      return { node, series, goesOn };
    });
  });
}
