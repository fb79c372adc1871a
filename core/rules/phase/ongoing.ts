import type { Fact } from '../../facts.ts';
import { showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { phaseGroups } from './groups.ts';

export const phaseOngoing: Rule = {
  id: 'phase/ongoing',
  severity: 'info',
  looksAt: {
    item: (fact) => (isOngoing(fact) ? fact.item.body.text : ''),
    task: ({ deadline }) => deadline?.relation === 'ongoing' && deadline.words.text,
  },
  summary: {
    vi: 'Nhiệm vụ thường xuyên trong giai đoạn có ngày kết thúc',
    en: 'A task without end in a phase that ends',
  },
  why: {
    vi: 'Nhiệm vụ thường xuyên đặt trong giai đoạn đã có giai đoạn khác tiếp theo thì không rõ sau ngày kết thúc giai đoạn có còn thực hiện.',
    en: 'A standing task placed in a phase that another one follows leaves open whether it goes on after the end of the phase.',
  },
  *check(draft) {
    const followed = new Set(phaseGroups(draft).flatMap((group) => group.slice(0, -1)));
    const seen = new Set<number>();
    for (const { phase, deadline } of draft.tasks) {
      if (!phase?.endDay || !followed.has(phase) || deadline?.relation !== 'ongoing') continue;
      const { words } = deadline;
      // The adverb ("thường xuyên kiểm tra") says how a task is done.
      if (
        !/^(?:là )?(?:nhiệm vụ|công việc|thực hiện|duy trì|triển khai)|^Thường xuyên|(?:thường xuyên|liên tục)$/u.test(
          clause(words.text),
        )
      )
        continue;
      if (seen.has(words.start)) continue;
      seen.add(words.start);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" đặt trong "${phase.title}": không rõ sau ngày ${showDay(phase.endDay)} có còn thực hiện.`,
          en: `"${words.text}" stands in "${phase.title}": does it go on after ${showDay(phase.endDay)}.`,
        },
        related: [{ ...phase.words, message: { vi: 'Giai đoạn của nhiệm vụ này.', en: 'The phase of this task.' } }],
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế kết nối dữ liệu. Nhiệm vụ thường xuyên.\n\n### Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026\n\na) Bộ Y tế duy trì hệ thống. Nhiệm vụ thường xuyên.\n',
      problems: [
        '5:29 "Nhiệm vụ thường xuyên" đặt trong "Giai đoạn đến ngày 30/6/2026": không rõ sau ngày 30/6/2026 có còn thực hiện.',
      ],
    },
  ],
};

function clause(words: string): string {
  const text = words.normalize('NFC').replace(/[\s.)]+$/u, '');
  // Small and alone it is the adverb before a verb.
  return text === 'thường xuyên' ? '' : text;
}

/** Does an item say so of itself or of what stands below it? */
function isOngoing({ whole, parts, fields, cells = [] }: Fact): boolean {
  return [whole, ...parts, ...fields, ...cells].some(({ deadlines }) =>
    deadlines.some(({ relation }) => relation === 'ongoing'),
  );
}
