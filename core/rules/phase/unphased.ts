import type { Fact } from '../../facts.ts';
import { isUnit, type Node } from '../../nodes.ts';
import type { Rule } from '../../rule.ts';
import { edgesOf, idOf } from '../taken.ts';

export const phaseUnphased: Rule = {
  id: 'phase/unphased',
  severity: 'info',
  looksAt: {
    item: (fact, { parent, children }) => parent?.kind === 'unit' && children.length > 0 && endsOf(fact),
    task: idOf,
  },
  summary: { vi: 'Mục không chia giai đoạn như các mục cùng cấp', en: 'A section without the phases of its siblings' },
  why: {
    vi: 'Kế hoạch chia nhiệm vụ của từng mục theo giai đoạn; mục có nhiệm vụ mà không chia giai đoạn thì không rõ thực hiện khi nào.',
    en: 'A plan that parts the tasks of its sections into phases leaves open when those of a section without phases are to be done.',
  },
  *check(draft) {
    const phased = new Set(draft.phases.map(({ under }) => under));
    if (phased.size < 2) return;
    const holding = around([...phased]);
    const giving = new Set(draft.tasks.map(({ node }) => node));
    const tasked = around([...giving]);
    // Sections that only tell of aims are no siblings of those that hand out work.
    if ([...phased].filter((node) => tasked.has(node)).length < 2) return;
    for (const unit of draft.units) {
      const { parent, marker, opens } = unit;
      if (!parent || !isUnit(parent) || opens || unit.phase || !tasked.has(unit) || holding.has(unit)) continue;
      if (giving.has(unit)) continue;
      const like = parent.children.filter((node) => isUnit(node) && node.marker.style === marker.style);
      const others = like.filter((node) => node !== unit && holding.has(node) && tasked.has(node));
      if (others.length === 0) continue;
      yield {
        start: unit.span.start,
        end: unit.span.end,
        message: {
          vi: 'Mục này không chia giai đoạn như các mục cùng cấp.',
          en: 'This section has no phases, while those beside it have.',
        },
        related: others
          .slice(0, 1)
          .map(({ span }) => ({ ...span, message: { vi: 'Mục có chia giai đoạn.', en: 'A section with phases.' } })),
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về thể chế\n\n#### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế trình nghị định.\n\n### 2. Về hạ tầng\n\n#### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế trình dự án.\n\n### 3. Về dữ liệu\n\na) Bộ Y tế xây dựng cơ sở dữ liệu.\n\nb) Bộ Nội vụ cập nhật dữ liệu.\n',
      problems: ['15:5 Mục này không chia giai đoạn như các mục cùng cấp.'],
    },
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về thể chế\n\n#### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế trình nghị định.\n\n### 2. Về hạ tầng\n\na) Bộ Y tế trình dự án.\n',
      problems: [],
    },
  ],
};

/** Where the item begins and ends, markup around its words included. */
function endsOf({ item: { span, body } }: Fact): unknown {
  return [edgesOf(body.text), (body.starts[0] ?? 0) - span.start, span.end - (body.ends.at(-1) ?? 0)];
}

/** The nodes and all they stand under. */
function around(nodes: readonly Node[]): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const node of nodes) for (let at: Node | undefined = node; at && !found.has(at); at = at.parent) found.add(at);
  return found;
}
