import type { Rule } from '../../rule.ts';
import { vagueOwners } from './vague-words.ts';

export const ownerUnnamed: Rule = {
  id: 'owner/unnamed',
  severity: 'info',
  looksAt: 'item',
  summary: { vi: 'Giao cho một nhóm không nêu tên', en: 'A task given to a group that is not named' },
  why: {
    vi: 'Giao "các doanh nghiệp công nghệ", "các cơ quan báo chí", "các cơ quan liên quan" mà không nêu tên thì không biết gửi văn bản cho ai và hỏi ai về kết quả; nêu tên những nơi chính nếu được.',
    en: 'Where "technology firms", "the press" or "agencies concerned" are given a task, nobody knows whom to send the document to and whom to ask; name the main ones where possible.',
  },
  *check(draft) {
    for (const { owner, kind, due } of vagueOwners(draft)) {
      if (kind === 'open' && due) continue;
      yield {
        start: owner.start,
        end: owner.end,
        message: {
          vi: `"${owner.text}" là một nhóm không nêu tên; nếu được, nêu cơ quan, đơn vị cụ thể.`,
          en: `"${owner.text}" is a group without names; name those meant where possible.`,
        },
      };
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n1. Giao các tập đoàn, công ty công nghệ mở rộng băng thông cho các xã vùng cao.\n',
      problems: [
        '3:9 "các tập đoàn, công ty công nghệ" là một nhóm không nêu tên; nếu được, nêu cơ quan, đơn vị cụ thể.',
      ],
    },
    {
      text: '## II. NHIỆM VỤ\n\n1. Giao Tập đoàn Điện lực Việt Nam bảo đảm điện cho các xã vùng cao.\n\n2. Các địa phương rà soát các trạm biến áp.\n',
      problems: [],
    },
  ],
};
