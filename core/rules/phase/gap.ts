import { showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { phaseFaults } from './groups.ts';

export const phaseGap: Rule = {
  id: 'phase/gap',
  severity: 'warning',
  looksAt: {},
  summary: { vi: 'Khoảng trống giữa hai giai đoạn', en: 'Days between two phases' },
  why: {
    vi: 'Các giai đoạn của một kế hoạch nối tiếp nhau; những ngày không thuộc giai đoạn nào thường do sửa một đầu mà quên đầu kia.',
    en: 'The phases of a plan follow each other; days that belong to none mostly come from changing one end and not the other.',
  },
  *check(draft) {
    for (const { kind, phase, other, between } of phaseFaults(draft)) {
      if (kind !== 'gap' || !between) continue;
      const [first, second] = phase.start < other.start ? [phase, other] : [other, phase];
      const days =
        between.first === between.last
          ? showDay(between.first)
          : `${showDay(between.first)} - ${showDay(between.last)}`;
      yield {
        start: phase.start,
        end: phase.end,
        message: {
          vi: `Giữa "${first.title}" và "${second.title}" có ngày không thuộc giai đoạn nào (${days}).`,
          en: `Between "${first.title}" and "${second.title}" there are days of no phase (${days}).`,
        },
        related: [{ ...other.words, message: { vi: 'Giai đoạn liền kề.', en: 'The phase beside it.' } }],
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### Giai đoạn đến ngày 30/6/2026\n\na) Bộ Y tế rà soát.\n\n### Giai đoạn từ ngày 15/7/2026 đến ngày 31/12/2026\n\na) Bộ Y tế tổng kết.\n',
      problems: [
        '7:5 Giữa "Giai đoạn đến ngày 30/6/2026" và "Giai đoạn từ ngày 15/7/2026 đến ngày 31/12/2026" có ngày không thuộc giai đoạn nào (01/7/2026 - 14/7/2026).',
      ],
    },
    {
      text: '## I. NHIỆM VỤ\n\n### Đợt 1: từ ngày 01/3/2026 đến ngày 30/3/2026\n\na) Bộ Y tế kiểm tra.\n\n### Đợt 2: từ ngày 01/9/2026 đến ngày 30/9/2026\n\na) Bộ Y tế kiểm tra.\n',
      problems: [],
    },
  ],
};
