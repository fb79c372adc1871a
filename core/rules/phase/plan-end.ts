import { showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { DUES, duesOf } from '../deadline/mentions.ts';
import { faultyPhases, headOf, phaseGroups } from './groups.ts';
import { planTimeOf } from './plan.ts';

/** What follows the end of every plan. */
const AFTERWARDS = /tổng kết|sơ kết|báo cáo|đánh giá|quyết toán|nghiệm thu|khen thưởng/iu;

export const phasePlanEnd: Rule = {
  id: 'phase/plan-end',
  severity: 'warning',
  looksAt: { item: DUES.item, task: (task) => [DUES.task(task), AFTERWARDS.test(task.text.normalize('NFC'))] },
  summary: {
    vi: 'Thời hạn, giai đoạn không khớp thời hạn chung của kế hoạch',
    en: 'A deadline or phase against the time of the plan',
  },
  why: {
    vi: 'Nhiệm vụ có thời hạn sau thời hạn chung (tên kế hoạch "giai đoạn 2025 - 2030", hoặc `thời hạn chung` ở phần đầu), hay các giai đoạn không phủ hết khoảng thời gian ấy, là mâu thuẫn trong văn bản; báo cáo, tổng kết sau khi kết thúc thì được.',
    en: 'A task due after the end of the plan (its title, or `thời hạn chung` in the front matter), or phases that do not reach it, contradict the document itself; reports after the end are all right.',
  },
  *check(draft) {
    const plan = planTimeOf(draft);
    if (!plan) return;
    const faulty = faultyPhases(draft);
    const dues = duesOf(draft);
    const late = dues.filter(({ last, task }) => {
      const { phase } = task;
      const told = phase?.endDay != null && !faulty.has(phase) && last > phase.endDay;
      return last > plan.last && !told && !AFTERWARDS.test(task.text.normalize('NFC'));
    });
    const related = [{ ...plan.words, message: { vi: 'Thời hạn chung.', en: 'The time of the plan.' } }];
    if (late.length > 3 && late.length > dues.length / 3) {
      yield {
        start: plan.words.start,
        end: plan.words.end,
        message: {
          vi: `${late.length} nhiệm vụ có thời hạn sau thời hạn chung (${showDay(plan.last)}).`,
          en: `${late.length} tasks are due after the end of the plan (${showDay(plan.last)}).`,
        },
        related: late
          .slice(0, 5)
          .map(({ words }) => ({ ...words, message: { vi: 'Thời hạn sau đó.', en: 'A later deadline.' } })),
      };
      return;
    }
    for (const { words } of late) {
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `Thời hạn "${words.text}" sau thời hạn chung của kế hoạch (${showDay(plan.last)}).`,
          en: `The deadline "${words.text}" is after the end of the plan (${showDay(plan.last)}).`,
        },
        related,
      };
    }
    for (const group of phaseGroups(draft)) {
      const [first, last] = [group[0], group.at(-1)];
      if (!first || !last || first === last || headOf(first) !== 'giai' || group.some((phase) => faulty.has(phase)))
        continue;
      const { endDay } = last;
      const short = plan.range && endDay?.endsWith('-12-31') && endDay < plan.last;
      const starts =
        plan.range && plan.first !== null && first.startDay?.endsWith('-01-01') && first.startDay > plan.first;
      const beyond = endDay !== null && endDay > plan.last;
      if (!short && !starts && !beyond) continue;
      const { start, end, title } = short || beyond ? last : first;
      const span = plan.range && plan.first ? `${showDay(plan.first)} - ${showDay(plan.last)}` : showDay(plan.last);
      yield {
        start,
        end,
        message: {
          vi: `"${title}" không khớp thời hạn chung của kế hoạch (${span}).`,
          en: `"${title}" does not fit the time of the plan (${span}).`,
        },
        related,
      };
      // Each section has the same phases: told once.
      return;
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\ntrích yếu: Phát triển du lịch giai đoạn 2026 - 2030\n---\n\n## I. NHIỆM VỤ\n\n1. Sở Du lịch hoàn thành bản đồ số trong năm 2031.\n\n2. Sở Tài chính tổng kết Kế hoạch trong quý I/2031.\n',
      problems: ['8:36 Thời hạn "trong năm 2031" sau thời hạn chung của kế hoạch (31/12/2030).'],
    },
    {
      text: '---\nloại: Kế hoạch\ntrích yếu: Phát triển du lịch giai đoạn 2026 - 2030\n---\n\n## I. NHIỆM VỤ\n\n### Giai đoạn 1 (2026 - 2027)\n\na) Sở Du lịch rà soát quy hoạch.\n\n### Giai đoạn 2 (2028 - 2029)\n\na) Sở Du lịch mở rộng tuyến du lịch.\n',
      problems: ['12:5 "Giai đoạn 2 (2028 - 2029)" không khớp thời hạn chung của kế hoạch (01/01/2026 - 31/12/2030).'],
    },
  ],
};
