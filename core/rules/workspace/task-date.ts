import { showDay } from '../../language/calendar.ts';
import { type Neighbour, neighbourhoodOf } from '../../neighbours.ts';
import { oncePer } from '../../once.ts';
import type { Problem, Rule } from '../../rule.ts';
import { elsewhere, summaryOf } from '../../summary.ts';
import { DATED_TASKS, differ, otherDates, shareLead } from './dates.ts';
import { carriesOut, isSameDocument } from './levels.ts';
import { nameOfDocument } from './names.ts';

export const workspaceTaskDate: Rule = {
  id: 'workspace/task-date',
  severity: 'warning',
  acrossDocuments: true,
  looksAt: DATED_TASKS,
  summary: {
    vi: 'Cùng một nhiệm vụ, hai văn bản trong thư mục giao hai thời hạn',
    en: 'One task with two deadlines in two documents of the workspace',
  },
  why: {
    vi: 'Một cơ quan nhận cùng một việc với hai thời hạn thì không biết theo văn bản nào; văn bản sau cần nêu rõ là điều chỉnh thời hạn của văn bản trước.',
    en: 'A body given one task with two deadlines cannot tell which to keep; a later document has to say that it changes the deadline of the earlier one.',
  },
  *check(draft, project) {
    if (neighbourhoodOf(draft, project).matches.length === 0) return;
    const own = summaryOf(draft);
    const { registry } = project;
    /** Neither is a copy of the other, nor does one carry out the other: that is for workspace/superior. */
    const isApart = oncePer(
      (other: Neighbour) =>
        !(isSameDocument(own, other) || carriesOut(own, other, registry) || carriesOut(other, own, registry)),
    );
    const found = otherDates(
      draft,
      project,
      ({ there, neighbour, share, alike }, task) =>
        share >= 0.85 && alike >= 0.8 && shareLead(task, there) && isApart(neighbour),
      (own, other) => !differ(own, other),
    );
    for (const { deadline: words, neighbour, there } of found) {
      const name = nameOfDocument(neighbour);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `Nhiệm vụ này có thời hạn "${words.text}", nhưng ở ${name.vi} là "${there.deadline.text}" (${showDay(there.day)}).`,
          en: `This task is due "${words.text}", but "${there.deadline.text}" (${showDay(there.day)}) in ${name.en}.`,
        },
        related: [
          {
            ...elsewhere(neighbour.path, there.deadline),
            message: { vi: 'Thời hạn ở văn bản kia.', en: 'The deadline in the other document.' },
          },
        ],
      } satisfies Problem;
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
