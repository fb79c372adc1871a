import { showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { phaseFaults, startOf } from './groups.ts';

export const phaseOverlap: Rule = {
  id: 'phase/overlap',
  severity: 'error',
  looksAt: {},
  summary: { vi: 'Hai giai đoạn chồng lên nhau', en: 'Two phases that overlap' },
  why: {
    vi: 'Một ngày thuộc hai giai đoạn thì không biết nhiệm vụ theo giai đoạn nào; giai đoạn sau bắt đầu từ ngày tiếp theo ngày kết thúc giai đoạn trước.',
    en: 'A day in two phases leaves open which one a task belongs to; a phase begins on the day after the one before it ends.',
  },
  *check(draft) {
    for (const { kind, phase, other } of phaseFaults(draft)) {
      if (kind !== 'overlap') continue;
      const [first, second] = phase.start < other.start ? [phase, other] : [other, phase];
      const start = startOf(second, draft);
      yield {
        start: phase.start,
        end: phase.end,
        message:
          start && first.endDay
            ? {
                vi: `"${second.title}" bắt đầu ngày ${showDay(start)}, khi "${first.title}" còn đến ngày ${showDay(first.endDay)}.`,
                en: `"${second.title}" begins on ${showDay(start)}, while "${first.title}" lasts until ${showDay(first.endDay)}.`,
              }
            : {
                vi: `"${second.title}" không kết thúc sau "${first.title}".`,
                en: `"${second.title}" does not end after "${first.title}".`,
              },
        related: [{ ...other.words, message: { vi: 'Giai đoạn bị chồng.', en: 'The other phase.' } }],
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### Giai đoạn 1 (2025 - 2027)\n\na) Bộ Y tế rà soát.\n\n### Giai đoạn 2 (2027 - 2030)\n\na) Bộ Y tế tổng kết.\n',
      problems: [
        '7:5 "Giai đoạn 2 (2027 - 2030)" bắt đầu ngày 01/01/2027, khi "Giai đoạn 1 (2025 - 2027)" còn đến ngày 31/12/2027.',
      ],
    },
    {
      text: '## I. NHIỆM VỤ\n\n### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế rà soát.\n\n### Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026\n\na) Bộ Y tế tổng kết.\n',
      problems: [],
    },
  ],
};
