import { showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { DUES } from './mentions.ts';

export const deadlineBeforeIssue: Rule = {
  id: 'deadline/before-issue',
  severity: 'error',
  looksAt: DUES,
  summary: { vi: 'Thời hạn đã qua vào ngày ban hành', en: 'A deadline already past on the day of issue' },
  why: {
    vi: 'Nhiệm vụ có thời hạn trước ngày ban hành thì quá hạn ngay khi được giao; thường do chép lại từ bản thảo hoặc văn bản cũ.',
    en: 'A task due before the day of issue is late when it is given; mostly copied from an older draft or document.',
  },
  *check(draft) {
    const { issued } = draft;
    if (issued === undefined) return;
    const seen = new Set<number>();
    for (const task of draft.tasks) {
      for (const { words, relation, date } of [...(task.deadline ? [task.deadline] : []), ...task.deadlines]) {
        if (date === null || relation === 'after' || seen.has(words.start)) continue;
        // "trước ngày D" in a document of that very day leaves no day at all.
        if (relation === 'before' ? date > issued : date >= issued) continue;
        // Without its year a day is the next of its name; that of issue itself may be meant for the year to come.
        if (date === issued && !/\d{4}/.test(words.text)) continue;
        seen.add(words.start);
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `Thời hạn "${words.text}" đã qua vào ngày ban hành (${showDay(issued)}).`,
            en: `The deadline "${words.text}" is past on the day of issue (${showDay(issued)}).`,
          },
        };
      }
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Tài chính báo cáo kết quả trước ngày 15/5/2026.\n\n2. Sở Y tế báo cáo kết quả trước ngày 15/6/2026.\n',
      problems: ['5:33 Thời hạn "trước ngày 15/5/2026" đã qua vào ngày ban hành (20/5/2026).'],
    },
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Tài chính rà soát các khoản thu từ ngày 01/01/2026, báo cáo trong tháng 5/2026.\n',
      problems: [],
    },
  ],
};
