import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import type { Task } from '../../task.ts';
import { shareLead } from './shared-lead.ts';
import { equalsOf, named, saysLead, standingsOf } from './standing.ts';

export const ownerJoint: Rule = {
  id: 'owner/joint',
  severity: 'info',
  looksAt: {
    item: (fact) =>
      standingsOf(fact).map((standing) => [
        named(standing),
        standing.each,
        standing.apart,
        saysLead(standing),
        shareLead(standing),
        standing.singles.length > 1,
        standing.segment.assignment.together,
      ]),
    task: (task) =>
      isAlone(task) ? '' : [task.leads.map(({ text, kind, inherited }) => [text, kind, inherited]), isDue(task)],
  },
  summary: {
    vi: 'Nhiều cơ quan được giao chung, chưa rõ ai chủ trì',
    en: 'Several agencies share a task, no lead is named',
  },
  why: {
    vi: 'Việc có thời hạn, có sản phẩm giao chung cho vài cơ quan thì khi đôn đốc không biết hỏi cơ quan nào. Nêu cơ quan chủ trì; nếu mỗi cơ quan tự làm phần mình thì viết "theo chức năng, nhiệm vụ được giao".',
    en: 'When a task with a deadline or a product is given to several, nobody knows whom to ask. Name the lead; where each does its own part, say "theo chức năng, nhiệm vụ được giao".',
  },
  *check(draft) {
    for (const equals of equalsOf(draft)) {
      const { task, words, singles, apart, segment } = equals;
      if (apart || segment.assignment.together || shareLead(equals) || singles.length < 2 || !isDue(task)) continue;
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `${named(equals)} cùng được giao một việc, chưa nêu cơ quan nào chủ trì.`,
          en: `${equals.leads.length} agencies are given one task and none is named to lead.`,
        },
      };
    }
    // Cells and labels ("Chủ trì: Bộ A, Bộ B"): one finding for a list of tasks, at the first.
    const told = new Map<object, { count: number; start: number; end: number }>();
    for (const { node, leads } of draft.tasks) {
      const own = leads.filter((lead) => lead.kind !== 'group' && !lead.inherited);
      const [first] = own;
      const last = own.at(-1);
      const labelled = node.kind === 'row' || !ownWords(node, first?.start ?? 0);
      if (!first || !last || own.length < 2 || !labelled) continue;
      const key = node.kind === 'row' ? (node.parent ?? node) : node;
      const before = told.get(key);
      if (before) before.count++;
      else told.set(key, { count: 1, start: first.start, end: last.end });
    }
    for (const { count, start, end } of told.values()) {
      yield {
        start,
        end,
        message:
          count > 1
            ? {
                vi: `${count} nhiệm vụ của bảng này có nhiều cơ quan chủ trì; mỗi nhiệm vụ nêu một cơ quan, các cơ quan khác phối hợp.`,
                en: `${count} tasks of this table have several leads; name one for each, the others coordinate.`,
              }
            : {
                vi: 'Cột hoặc dòng chủ trì có nhiều cơ quan; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.',
                en: 'Several agencies are named as lead; name one, the others coordinate.',
              },
      };
    }

    /** Are the leads said by the item's own words rather than by a label? */
    function ownWords(node: (typeof draft.tasks)[number]['node'], start: number): boolean {
      const { fact } = node;
      return [fact.whole, ...fact.parts].some((segment) =>
        segment.assignment.leads.some((lead) => {
          const words = wordsOf(draft.text, node, segment.start + lead.start, segment.start + lead.end);
          return words.start === start;
        }),
      );
    }
  },
  examples: [
    {
      text: '1. Bộ Quốc phòng, Bộ Công an duy trì lực lượng giúp dân dựng lại nhà cửa đến hết ngày 31/12/2026.\n',
      problems: ['1:4 Bộ Quốc phòng và Bộ Công an cùng được giao một việc, chưa nêu cơ quan nào chủ trì.'],
    },
    {
      text: '1. Xây dựng Đề án kho dữ liệu.\n   - Chủ trì: Bộ Công an, Bộ Nội vụ.\n   - Thời hạn: 30/9/2026.\n',
      problems: ['2:15 Cột hoặc dòng chủ trì có nhiều cơ quan; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.'],
    },
    {
      text: '1. Bộ Quốc phòng, Bộ Công an theo chức năng, nhiệm vụ được giao duy trì lực lượng đến hết ngày 31/12/2026.\n',
      problems: [],
    },
  ],
};

/** Is there a day to keep, or something to show? */
function isDue({ deadline, product }: Task): boolean {
  return (deadline && deadline.relation !== 'ongoing' && deadline.relation !== 'recurring') || product !== undefined;
}

/** Has it one lead, from above or named right before the action? Then neither its words nor its labels name several. */
function isAlone({ leads, start, action }: Task): boolean {
  const [lead] = leads;
  return leads.length < 2 && (!lead || lead.inherited || (start <= lead.start && lead.start < action));
}
