import type { Rule } from '../../rule.ts';
import type { Task } from '../../task.ts';
import { edgesOf } from '../taken.ts';
import { hasTime, timesTaken, undatedTaken, undatedTasks } from './undated.ts';

export const deadlineMissing: Rule = {
  id: 'deadline/missing',
  severity: 'info',
  looksAt: { item: timesTaken, task: (task) => [undatedTaken(task), hasTime(task) ? '' : firstOf(task)] },
  summary: { vi: 'Nhiệm vụ không có thời hạn', en: 'A task without a deadline' },
  why: {
    vi: 'Phần lớn nhiệm vụ xung quanh có thời hạn mà nhiệm vụ này không có thì thường là bỏ sót ("rõ thời gian" trong "6 rõ"); nhiệm vụ thường xuyên, theo dõi, đôn đốc thì không cần.',
    en: 'Where most tasks around it have a deadline, one without was mostly forgotten; standing duties need none.',
  },
  *check(draft) {
    for (const { task, vague } of undatedTasks(draft)) {
      if (vague) continue;
      const { action, text, start, end } = task;
      const from = text.trim() === '' ? start : action;
      yield {
        start: from,
        end: Math.max(from + 1, Math.min(end, from + firstWords(draft.text.slice(from, end)))),
        message: {
          vi: 'Nhiệm vụ này không có thời hạn, trong khi phần lớn nhiệm vụ xung quanh có.',
          en: 'This task has no deadline, while most of those around it have one.',
        },
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n1. Bộ Y tế xây dựng quy chế quản lý dữ liệu.\n\n2. Bộ Nội vụ trình nghị định trước ngày 30/6/2026.\n\n3. Bộ Tư pháp hoàn thiện danh mục trước ngày 30/6/2026.\n\n4. Bộ Công an báo cáo kết quả trước ngày 15/6/2026.\n\n5. Bộ Tài chính công bố danh mục trong quý III/2026.\n\n6. Văn phòng Chính phủ theo dõi, đôn đốc việc thực hiện Kế hoạch.\n',
      problems: ['3:12 Nhiệm vụ này không có thời hạn, trong khi phần lớn nhiệm vụ xung quanh có.'],
    },
    {
      text: '## I. NHIỆM VỤ\n\n1. Bộ Y tế xây dựng quy chế quản lý dữ liệu.\n\n2. Bộ Nội vụ trình nghị định.\n\n3. Bộ Tư pháp hoàn thiện danh mục.\n\n4. Bộ Công an báo cáo kết quả trước ngày 15/6/2026.\n',
      problems: [],
    },
  ],
};

function firstOf({ text, start, end, action }: Task): unknown {
  if (text.trim() === '') return end - start;
  const length = firstWords(text);
  // Words of its item may stand behind those of the task, with nothing between them.
  return [edgesOf(text.slice(0, length)), length >= text.length && end - action];
}

/** Up to the end of the clause, or some words of it: enough to see which task is meant. */
function firstWords(text: string): number {
  const clause = /^[^.;:,]*/u.exec(text)?.[0] ?? '';
  if (clause.length <= 60) return Math.max(1, clause.trimEnd().length);
  return 60 + (/^\S*/.exec(text.slice(60))?.[0].length ?? 0);
}
