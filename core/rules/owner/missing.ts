import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import type { Problem, Rule } from '../../rule.ts';
import type { Task } from '../../task.ts';
import { isEndless, lacksOf } from '../task/clarity-of.ts';
import { clauseOf, opening } from './opening.ts';
import { passivesOf, passiveWords } from './passives.ts';
import { saidOf } from './said.ts';
import { ownedOf, unownedTasks } from './unowned.ts';

export const ownerMissing: Rule = {
  id: 'owner/missing',
  severity: 'warning',
  looksAt: {
    item: (fact, { kind }) => [passiveWords(fact), kind === 'row' ? cellsBeside(fact) : besideTask(fact)],
    task: (task) => (task.leads.length > 0 ? ownedOf(task) : [ownedOf(task), clauseOf(task.text), isUndated(task)]),
    lines: true,
  },
  summary: { vi: 'Nhiệm vụ không giao cho ai', en: 'A task given to nobody' },
  why: {
    vi: 'Yêu cầu "rõ người" của "6 rõ": nhiệm vụ không nêu cơ quan thực hiện, hoặc viết ở thể bị động ("cần được rà soát"), thì không ai phải làm và không ai chịu trách nhiệm. Chỉ báo khi các nhiệm vụ bên cạnh đều nêu cơ quan.',
    en: 'The norm of "6 rõ" asks who does it: a task without an agency, or in the passive ("has to be reviewed"), is done by nobody. Reported only where the tasks around it name theirs.',
  },
  *check(draft) {
    const lacks = lacksOf(draft);
    const said = saidOf(draft);
    const byNode = new Map<Node, Task[]>();
    for (const [task] of unownedTasks(draft)) byNode.set(task.node, [...(byNode.get(task.node) ?? []), task]);
    for (const [node, [task, ...others]] of byNode) {
      if (!task) continue;
      // Where the owner would stand: before "chủ trì, phối hợp với ...", before "(1)" of a list nobody is given.
      const segment = others.length > 0 ? undefined : said.get(task)?.segment;
      const at = wordsOf(draft.text, node, segment?.start ?? 0, node.fact.item.body.text.length).start;
      const words = opening(draft.text, node.kind === 'row' ? task.action : at, task.end);
      const undated = lacks.get(task)?.includes('when') === true && others.length === 0;
      yield {
        start: words.start,
        end: words.end,
        message:
          others.length > 0
            ? {
                vi: `${others.length + 1} việc tại điểm này không nêu cơ quan thực hiện; các nhiệm vụ bên cạnh đều có.`,
                en: `The ${others.length + 1} things of this point name nobody to do them; the tasks beside it do.`,
              }
            : {
                vi: `Nhiệm vụ "${words.text}" không nêu cơ quan thực hiện${undated ? ', cũng chưa có thời hạn' : ''}; các nhiệm vụ bên cạnh đều có.`,
                en: `The task "${words.text}" names nobody to do it${undated ? ' and has no deadline' : ''}; those beside it do.`,
              },
      } satisfies Problem;
    }
    for (const { node, from, to } of passivesOf(draft)) {
      const words = wordsOf(draft.text, node, from, to);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" không nêu cơ quan thực hiện; viết ai làm thay cho thể bị động.`,
          en: `"${words.text}" names nobody to do it; say who does instead of the passive.`,
        },
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Tài chính trình Chính phủ Nghị định về hóa đơn trong tháng 8/2026.\n\n2. Rà soát các khoản thu ngoài quy định trong tháng 9/2026.\n\n3. Bộ Nội vụ báo cáo kết quả trước ngày 15/9/2026.\n',
      problems: [
        '5:4 Nhiệm vụ "Rà soát các khoản thu ngoài quy định trong tháng 9/2026" không nêu cơ quan thực hiện; các nhiệm vụ bên cạnh đều có.',
      ],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Tài chính trình Chính phủ Nghị định về hóa đơn trong tháng 8/2026.\n\n2. Các khoản thu ngoài quy định cần được rà soát trước ngày 30/9/2026.\n\n3. Bộ Nội vụ báo cáo kết quả trước ngày 15/9/2026.\n',
      problems: ['5:33 "cần được rà soát" không nêu cơ quan thực hiện; viết ai làm thay cho thể bị động.'],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Tài chính:\n\na) Trình Chính phủ Nghị định về hóa đơn trong tháng 8/2026.\n\nb) Rà soát các khoản thu ngoài quy định.\n\n2. Đề án do Bộ Nội vụ chủ trì xây dựng được trình trước ngày 15/9/2026.\n',
      problems: [],
    },
    {
      text: '## II. NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n|  | (1) | (2) | (3) |\n| 1 | Rà soát thủ tục | Bộ Y tế | Quý I/2026 |\n| 2 | Công bố danh mục | Bộ Nội vụ | Quý II/2026 |\n',
      problems: [],
    },
  ],
};

function isUndated({ deadline, deadlines, text }: Task): boolean {
  return deadline === undefined && deadlines.length === 0 && !isEndless(text);
}

/** The words of a row that names no owner: its task is quoted with what stands beside it. */
function cellsBeside({ cells = [], item }: Fact): string {
  const isTask = cells.some(({ column }) => column === 'task');
  const isOwned = cells.some(({ column, owners }) => column === 'lead' && owners.length > 0);
  return isTask && !isOwned ? item.body.text : '';
}

/** What is quoted of an item that names no owner, besides its task: whom it coordinates with, its first label, its beginning. */
function besideTask({ fields, whole, parts, item }: Fact): unknown {
  const before = [whole, ...parts].map(({ assignment: { leads, action }, start }) =>
    leads.length > 0 ? '' : item.body.text.slice(start, start + action),
  );
  const owned =
    whole.assignment.leads.length > 0 || fields.some(({ name, owners }) => name === 'lead' && owners.length > 0);
  return [before, owned || (fields.length === 0 && parts.length === 0) ? '' : clauseOf(item.body.text)];
}
