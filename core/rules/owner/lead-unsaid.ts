import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { saidOf } from './said.ts';

export const ownerLeadUnsaid: Rule = {
  id: 'owner/lead-unsaid',
  severity: 'info',
  looksAt: 'item',
  summary: { vi: '"Phối hợp" mà không viết "chủ trì"', en: '"phối hợp" without "chủ trì"' },
  why: {
    vi: '"Bộ A phối hợp với Bộ B xây dựng ..." đọc được là Bộ A làm, nhưng cũng đọc được là Bộ A chỉ giúp; người thẩm định luôn hỏi "ai chủ trì". Viết "chủ trì, phối hợp với" thì không phải hỏi.',
    en: '"Bộ A phối hợp với Bộ B ..." may mean that A does it or that A only helps; reviewers always ask who leads. "chủ trì, phối hợp với" leaves no question.',
  },
  *check(draft) {
    for (const [task, { node, segment, text }] of saidOf(draft)) {
      if (task.leads[0]?.inherited !== false) continue;
      const { leads, coordinators, action } = segment.assignment;
      const [lead] = leads;
      if (!lead || leads.length > 1 || lead.kind === 'group' || coordinators.length === 0) continue;
      const link = text.slice(lead.end, Math.max(action, lead.end));
      const at = /(?<!\p{L})phối hợp(?!\p{L})/iu.exec(link);
      if (!at || /chủ trì|(?:là|làm) (?:cơ quan |đơn vị )?đầu mối/iu.test(link)) continue;
      const due = task.deadline && task.deadline.relation !== 'ongoing';
      if (!due && !task.product && coordinators.every(({ kind }) => kind === 'group')) continue;
      const from = segment.start + lead.end + at.index;
      const words = wordsOf(draft.text, node, from, from + at[0].length);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${text.slice(lead.start, lead.end)} phối hợp với ..." chưa nói rõ ai chủ trì; viết "chủ trì, phối hợp với".`,
          en: `"${text.slice(lead.start, lead.end)} phối hợp với ..." does not say who leads; write "chủ trì, phối hợp với".`,
        },
        fixes: [
          {
            title: { vi: 'Thêm "chủ trì,"', en: 'Add "chủ trì,"' },
            edits: [{ start: words.start, end: words.start, text: 'chủ trì, ' }],
            certain: false,
          },
        ],
      };
    }
  },
  examples: [
    {
      text: '1. Bộ Nội vụ phối hợp với Bộ Y tế hướng dẫn tuyển dụng bác sĩ về xã đặc biệt khó khăn.\n',
      problems: ['1:14 "Bộ Nội vụ phối hợp với ..." chưa nói rõ ai chủ trì; viết "chủ trì, phối hợp với".'],
    },
    {
      text: '1. Bộ Nội vụ chủ trì, phối hợp với Bộ Y tế hướng dẫn tuyển dụng bác sĩ về xã đặc biệt khó khăn.\n',
      problems: [],
    },
  ],
};
