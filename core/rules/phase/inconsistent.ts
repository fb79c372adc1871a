import type { Rule } from '../../rule.ts';
import { phaseFaults } from './groups.ts';

export const phaseInconsistent: Rule = {
  id: 'phase/inconsistent',
  severity: 'warning',
  looksAt: {},
  summary: { vi: 'Cùng một giai đoạn ghi thời gian khác nhau', en: 'One phase with different times' },
  why: {
    vi: 'Kế hoạch nhắc lại các giai đoạn ở từng mục; một mục ghi ngày khác các mục còn lại thường là sửa sót.',
    en: 'A plan names its phases again in each section; one section with other days is mostly one that was forgotten in a revision.',
  },
  *check(draft) {
    for (const { kind, phase, other } of phaseFaults(draft)) {
      if (kind !== 'inconsistent') continue;
      const written = draft.text.slice(phase.start, phase.end);
      yield {
        start: phase.start,
        end: phase.end,
        message: {
          vi: `"${phase.title}" khác với giai đoạn này ở mục khác: "${other.title}".`,
          en: `"${phase.title}" differs from this phase in another section: "${other.title}".`,
        },
        related: [{ ...other.words, message: { vi: 'Giai đoạn ở mục khác.', en: 'The phase in another section.' } }],
        ...(written === phase.title && {
          fixes: [
            {
              title: { vi: `Đổi thành "${other.title}"`, en: `Change to "${other.title}"` },
              edits: [{ start: phase.start, end: phase.end, text: other.title }],
              certain: false,
            },
          ],
        }),
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về thể chế\n\n#### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế rà soát.\n\n#### Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026\n\na) Bộ Y tế tổng kết.\n\n### 2. Về hạ tầng\n\n#### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế rà soát.\n\n#### Giai đoạn từ ngày 01/7/2026 đến ngày 30/11/2026\n\na) Bộ Y tế tổng kết.\n',
      problems: [
        '19:6 "Giai đoạn từ ngày 01/7/2026 đến ngày 30/11/2026" khác với giai đoạn này ở mục khác: "Giai đoạn từ ngày 01/7/2026 đến ngày 31/12/2026".',
      ],
    },
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về thể chế\n\n#### Giai đoạn 1 (2026 - 2027)\n\na) Bộ Y tế rà soát.\n\n### 2. Về hạ tầng\n\n#### Giai đoạn 1 (2026 - 2027)\n\na) Bộ Y tế rà soát.\n',
      problems: [],
    },
  ],
};
