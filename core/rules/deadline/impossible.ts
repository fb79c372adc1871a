import { wordsOf } from '../../draft.ts';
import { lastOfMonth, showDay, toDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';

export const deadlineImpossible: Rule = {
  id: 'deadline/impossible',
  severity: 'error',
  looksAt: 'item',
  summary: { vi: 'Ngày không có trong lịch', en: 'A date no calendar has' },
  why: {
    vi: 'Ngày như 31/6 hay 30/02 không có thật; thời hạn ghi như vậy không thể theo dõi và thường là ghi nhầm ngày cuối tháng.',
    en: 'Days such as 31/6 or 30/02 do not exist; such a deadline cannot be followed up and mostly means the last day of the month.',
  },
  *check(draft) {
    for (const node of draft.nodes) {
      for (const date of node.fact.dates) {
        for (const { year, month, day } of date.range ? [date.from, date.to] : [date.to]) {
          if (month === undefined || (day === undefined && month >= 1 && month <= 12)) continue;
          // 29/02 without a year may be right.
          const last = month >= 1 && month <= 12 ? lastOfMonth(year ?? 2024, month) : 0;
          if (day !== undefined && day >= 1 && day <= last) continue;
          const words = wordsOf(draft.text, node, date.start, date.end);
          const right = last > 0 && year !== undefined ? showDay(toDay(year, month, last)) : undefined;
          yield {
            start: words.start,
            end: words.end,
            message:
              last > 0
                ? {
                    vi: `Không có ngày "${words.text}": tháng ${month}${year === undefined ? '' : `/${year}`} chỉ có ${last} ngày.`,
                    en: `There is no "${words.text}": month ${month}${year === undefined ? '' : `/${year}`} has only ${last} days.`,
                  }
                : {
                    vi: `Không có "${words.text}": năm có 12 tháng.`,
                    en: `There is no "${words.text}": a year has 12 months.`,
                  },
            ...(right !== undefined &&
              !date.range && {
                fixes: [
                  {
                    title: { vi: `Sửa thành ngày ${right}`, en: `Change to ${right}` },
                    edits: [
                      { start: words.start, end: words.end, text: /^ngày/i.test(words.text) ? `ngày ${right}` : right },
                    ],
                    certain: false,
                  },
                ],
              }),
          };
        }
      }
    }
    const { issued } = draft.letterhead;
    if (issued && issued.day === undefined && /\d/.test(issued.text)) {
      yield {
        start: issued.start,
        end: issued.end,
        message: {
          vi: `Ngày ban hành "${issued.text}" không phải là một ngày; viết như 2025-06-30 hoặc 30/6/2025.`,
          en: `The date of issue "${issued.text}" is no date; write it as 2025-06-30 or 30/6/2025.`,
        },
      };
    }
  },
  examples: [
    {
      text: '1. Bộ Y tế báo cáo kết quả trước ngày 31/6/2026.\n',
      problems: ['1:34 Không có ngày "ngày 31/6/2026": tháng 6/2026 chỉ có 30 ngày.'],
    },
    {
      text: '---\nngày ban hành: 2026-02-30\n---\n\n1. Bộ Y tế báo cáo kết quả trong tháng 13/2026.\n',
      problems: [
        '2:16 Ngày ban hành "2026-02-30" không phải là một ngày; viết như 2025-06-30 hoặc 30/6/2025.',
        '5:34 Không có "tháng 13/2026": năm có 12 tháng.',
      ],
    },
    { text: '1. Bộ Y tế báo cáo kết quả trước ngày 29/02/2028.\n', problems: [] },
  ],
};
