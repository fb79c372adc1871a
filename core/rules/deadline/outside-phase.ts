import { addDays, showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { faultyPhases } from '../phase/groups.ts';
import { DUES } from './mentions.ts';

export const deadlineOutsidePhase: Rule = {
  id: 'deadline/outside-phase',
  severity: 'error',
  looksAt: DUES,
  summary: { vi: 'Thời hạn nằm ngoài giai đoạn', en: 'A deadline outside its phase' },
  why: {
    vi: 'Nhiệm vụ xếp trong một giai đoạn phải hoàn thành trong giai đoạn ấy; thời hạn sau ngày kết thúc hoặc trước ngày bắt đầu giai đoạn là mâu thuẫn trong văn bản.',
    en: 'A task placed in a phase has to be done in it; a deadline after its end or before its start contradicts the document itself.',
  },
  *check(draft) {
    const seen = new Set<number>();
    // A phase whose own days are wrong is told by the rules on phases.
    const faulty = faultyPhases(draft);
    for (const task of draft.tasks) {
      const { phase } = task;
      if (!phase || faulty.has(phase)) continue;
      for (const { words, relation, date } of [...(task.deadline ? [task.deadline] : []), ...task.deadlines]) {
        if (date === null || relation === 'after' || seen.has(words.start)) continue;
        const lastDay = relation === 'before' ? addDays(date, -1) : date;
        const late = phase.endDay !== null && lastDay > phase.endDay;
        const early = phase.startDay !== null && date < phase.startDay;
        if (!late && !early) continue;
        seen.add(words.start);
        const edge = late ? (phase.endDay ?? '') : (phase.startDay ?? '');
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `Thời hạn "${words.text}" ${late ? 'sau ngày kết thúc' : 'trước ngày bắt đầu'} (${showDay(edge)}) của "${phase.title}".`,
            en: `The deadline "${words.text}" is ${late ? 'after the end' : 'before the start'} (${showDay(edge)}) of "${phase.title}".`,
          },
          related: [{ ...phase.words, message: { vi: 'Giai đoạn của nhiệm vụ này.', en: 'The phase of this task.' } }],
        };
      }
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### Giai đoạn từ ngày 01/7/2026 đến ngày 30/9/2026\n\na) Bộ Nội vụ trình Chính phủ trước ngày 01/10/2026.\n\nb) Bộ Y tế báo cáo trong tháng 10/2026.\n\nc) Bộ Tư pháp báo cáo trước ngày 15/6/2026.\n',
      problems: [
        '7:20 Thời hạn "trong tháng 10/2026" sau ngày kết thúc (30/9/2026) của "Giai đoạn từ ngày 01/7/2026 đến ngày 30/9/2026".',
        '9:23 Thời hạn "trước ngày 15/6/2026" trước ngày bắt đầu (01/7/2026) của "Giai đoạn từ ngày 01/7/2026 đến ngày 30/9/2026".',
      ],
    },
  ],
};
