import { showDay } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';
import { carriesOut, isSameDocument } from './levels.ts';
import { differ, lastDayOf, matchTasks, shareLead } from './matching.ts';
import { nameOfDocument } from './neighbours.ts';

export const workspaceTaskDate: Rule = {
  id: 'workspace/task-date',
  severity: 'warning',
  acrossDocuments: true,
  summary: {
    vi: 'Cùng một nhiệm vụ, hai văn bản trong thư mục giao hai thời hạn',
    en: 'One task with two deadlines in two documents of the workspace',
  },
  why: {
    vi: 'Một cơ quan nhận cùng một việc với hai thời hạn thì không biết theo văn bản nào; văn bản sau cần nêu rõ là điều chỉnh thời hạn của văn bản trước.',
    en: 'A body given one task with two deadlines cannot tell which to keep; a later document has to say that it changes the deadline of the earlier one.',
  },
  *check(draft, { neighbours }) {
    const seen = new Set<number>();
    for (const neighbour of neighbours ?? []) {
      const other = neighbour.draft;
      // What a plan sets for those who carry it out is judged there, by workspace/superior.
      if (other === draft || isSameDocument(draft, other) || carriesOut(draft, other) || carriesOut(other, draft))
        continue;
      for (const [task, near] of matchTasks(draft, other, 0.85, 0.8)) {
        const day = lastDayOf(task.deadline);
        if (day === undefined || !task.deadline || seen.has(task.start)) continue;
        const dated = near.flatMap((there) => {
          const its = lastDayOf(there.deadline);
          return its !== undefined && there.deadline && shareLead(task, there)
            ? [{ its, deadline: there.deadline }]
            : [];
        });
        const [first] = dated;
        if (!first || dated.some(({ its }) => !differ(day, its))) continue;
        seen.add(task.start);
        const { words } = task.deadline;
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `Nhiệm vụ này có thời hạn "${words.text}", nhưng ở ${nameOfDocument(other).vi} là "${first.deadline.words.text}" (${showDay(first.its)}).`,
            en: `This task is due "${words.text}", but "${first.deadline.words.text}" (${showDay(first.its)}) in ${nameOfDocument(other).en}.`,
          },
          related: [
            {
              start: first.deadline.words.start,
              end: first.deadline.words.end,
              message: { vi: 'Thời hạn ở văn bản kia.', en: 'The deadline in the other document.' },
              in: neighbour,
            },
          ],
        } satisfies Problem;
      }
    }
  },
  examples: [
    {
      text: '---\nloại: Thông báo\nsố: 336/TB-VPCP\n---\n\n## II. NHIỆM VỤ\n\n1. Bộ Công an chủ trì, phối hợp với Bộ Tư pháp rà soát, kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu hộ tịch điện tử, hoàn thành trước ngày 15/7/2026.\n',
      workspace: {
        'nq.md':
          '---\nloại: Nghị quyết\nsố: 71/NQ-CP\n---\n\n## II. NHIỆM VỤ\n\n1. Bộ Công an chủ trì rà soát, kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu hộ tịch điện tử, hoàn thành trước ngày 30/6/2026.\n',
      },
      problems: [
        '8:133 Nhiệm vụ này có thời hạn "hoàn thành trước ngày 15/7/2026", nhưng ở Nghị quyết số 71/NQ-CP là "hoàn thành trước ngày 30/6/2026" (29/6/2026).',
      ],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Công an rà soát, kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu hộ tịch điện tử, hoàn thành trước ngày 15/7/2026.\n',
      workspace: {
        'nq.md':
          '## II. NHIỆM VỤ\n\n1. Bộ Y tế rà soát, kết nối cơ sở dữ liệu quốc gia về dân cư với cơ sở dữ liệu hộ tịch điện tử, hoàn thành trước ngày 30/6/2026.\n',
      },
      problems: [],
    },
  ],
};
