import { addDays, showDay } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import { DUES, duesOf, isUrgent } from './mentions.ts';

export const deadlineShortNotice: Rule = {
  id: 'deadline/short-notice',
  severity: 'warning',
  looksAt: DUES,
  summary: { vi: 'Thời hạn ngay ngày ban hành hoặc ngày hôm sau', en: 'Due on the day of issue or the day after' },
  why: {
    vi: 'Văn bản ký xong còn phải phát hành và chuyển đến nơi thực hiện; thời hạn trong ngày ban hành hay ngày hôm sau không làm kịp và thường là ghi nhầm. Công điện và văn bản khẩn (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.2) được bỏ qua.',
    en: 'A signed document still has to be issued and sent; nothing due on that day or the next can be met, and the date is mostly a slip. Telegrams and documents marked urgent (Decree 30/2020, Annex I, III.2) are left out.',
  },
  *check(draft) {
    const { issued } = draft;
    if (issued === undefined || isUrgent(draft)) return;
    const next = addDays(issued, 1);
    for (const { words, relation, date } of duesOf(draft)) {
      if (date !== next && (date !== issued || relation === 'before')) continue;
      const when =
        date === issued
          ? ['đúng ngày ban hành', 'the day of issue']
          : ['chỉ một ngày sau ngày ban hành', 'one day after issue'];
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `Thời hạn "${words.text}" ${when[0]} (${showDay(issued)}): nơi nhận không kịp thực hiện.`,
          en: `The deadline "${words.text}" is ${when[1]} (${showDay(issued)}): too soon to be met.`,
        },
      };
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nngày ban hành: 2026-05-20\n---\n\n1. Sở Tài chính báo cáo kết quả trước ngày 21/5/2026.\n\n2. Sở Y tế báo cáo kết quả trong ngày 20/5/2026.\n\n3. Sở Nội vụ báo cáo kết quả trước ngày 25/5/2026.\n',
      problems: [
        '6:33 Thời hạn "trước ngày 21/5/2026" chỉ một ngày sau ngày ban hành (20/5/2026): nơi nhận không kịp thực hiện.',
        '8:28 Thời hạn "trong ngày 20/5/2026" đúng ngày ban hành (20/5/2026): nơi nhận không kịp thực hiện.',
      ],
    },
    {
      text: '---\nloại: Công điện\nngày ban hành: 2026-09-26\n---\n\n1. Bộ Công Thương báo cáo kết quả trước 12 giờ ngày 27/9/2026.\n',
      problems: [],
    },
  ],
};
