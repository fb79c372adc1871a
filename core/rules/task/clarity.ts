import type { Rule } from '../../rule.ts';
import { opening } from '../owner/opening.ts';
import { isUnclear, type Lack, lacksOf, lacksTaken } from './clarity-of.ts';

/** Characters of a task that its opening words are looked for in. */
const FURTHEST = 240;

const WORDS: Record<Lack, { vi: string; en: string }> = {
  who: { vi: 'ai làm', en: 'who does it' },
  what: { vi: 'việc cụ thể', en: 'what is to be done' },
  when: { vi: 'thời hạn', en: 'by when' },
  product: { vi: 'sản phẩm', en: 'what comes of it' },
};

export const taskClarity: Rule = {
  id: 'task/clarity',
  severity: 'info',
  looksAt: {
    task: (task) => [lacksTaken(task), isUnclear(task) && [task.text.slice(0, FURTHEST), task.end - task.action]],
  },
  summary: { vi: 'Nhiệm vụ thiếu từ hai yếu tố của "6 rõ"', en: 'A task that lacks two or more of the "6 rõ"' },
  why: {
    vi: 'Mỗi nhiệm vụ cần "rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền" (nguyên tắc nêu trong nhiều kết luận của Thủ tướng Chính phủ từ năm 2025). "Tăng cường", "đẩy mạnh" mà không có việc cụ thể, thời hạn, sản phẩm thì không kiểm tra được.',
    en: 'Each task should be clear about who, what, when, responsibility, product and authority (asked for in many conclusions of the Prime Minister since 2025). "Do more of it" without a day or a result cannot be checked.',
  },
  *check(draft) {
    for (const [task, lacks] of lacksOf(draft)) {
      // Who is missing is the matter of owner/missing, which says the rest too.
      if (lacks.length < 2 || lacks.includes('who')) continue;
      const words = opening(draft.text, task.action, task.end);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" chưa rõ ${lacks.map((lack) => WORDS[lack].vi).join(', ')}.`,
          en: `"${words.text}" does not say ${lacks.map((lack) => WORDS[lack].en).join(', ')}.`,
        },
      };
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Nội vụ tăng cường công tác phối hợp với các địa phương.\n\n2. Bộ Tư pháp trình Chính phủ Nghị định về hộ tịch trong tháng 9/2026.\n',
      problems: ['3:14 "tăng cường công tác phối hợp với các địa phương" chưa rõ việc cụ thể, thời hạn, sản phẩm.'],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Bộ Nội vụ thường xuyên theo dõi việc thực hiện Chỉ thị này.\n\n2. Bộ Tư pháp đẩy mạnh số hóa hồ sơ hộ tịch, hoàn thành 100% hồ sơ trong tháng 9/2026.\n',
      problems: [],
    },
  ],
};
