import type { Rule } from '../../rule.ts';
import { vagueOwners } from './vague-words.ts';

export const ownerVague: Rule = {
  id: 'owner/vague',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Chủ thể không xác định', en: 'An owner nobody can tell' },
  why: {
    vi: 'Nhiệm vụ có thời hạn hoặc sản phẩm mà chủ thể duy nhất là "các cơ quan liên quan", "các cơ quan chức năng", "các bộ, cơ quan chủ trì" thì không cơ quan nào biết là mình phải làm ("rõ người" trong "6 rõ").',
    en: 'A task with a deadline or a product whose only owner is "the agencies concerned" is taken up by none of them ("rõ người" of the "6 rõ").',
  },
  *check(draft) {
    for (const { owner, kind, due } of vagueOwners(draft)) {
      if (kind !== 'open' || !due) continue;
      yield {
        start: owner.start,
        end: owner.end,
        message: {
          vi: `"${owner.text}" không cho biết cơ quan nào phải làm; nêu tên, hoặc dẫn tới phụ lục phân công.`,
          en: `"${owner.text}" does not tell which agency has to do it; name it or point to the annex that does.`,
        },
      };
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n1. Các cơ quan liên quan hoàn thành kết nối dữ liệu hộ tịch trước ngày 30/9/2026.\n\n2. Các bộ, cơ quan chủ trì hoàn thành làm sạch dữ liệu trước ngày 20/12/2026.\n',
      problems: [
        '3:4 "Các cơ quan liên quan" không cho biết cơ quan nào phải làm; nêu tên, hoặc dẫn tới phụ lục phân công.',
        '5:4 "Các bộ, cơ quan" không cho biết cơ quan nào phải làm; nêu tên, hoặc dẫn tới phụ lục phân công.',
      ],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Các bộ, ngành, địa phương rà soát thủ tục của mình, hoàn thành trước ngày 30/9/2026.\n\n2. Bộ Tư pháp chủ trì, phối hợp với các cơ quan liên quan kết nối dữ liệu trước ngày 30/9/2026.\n',
      problems: [],
    },
  ],
};
