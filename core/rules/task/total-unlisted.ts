import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { TOTALS, totalsOf } from './totals.ts';

export const taskTotalUnlisted: Rule = {
  id: 'task/total-unlisted',
  severity: 'warning',
  looksAt: TOTALS,
  summary: { vi: 'Nêu số mục "sau đây" mà không liệt kê', en: 'A number of things "sau đây" and no list' },
  why: {
    vi: '"12 cơ sở dữ liệu sau đây" thì phía sau phải có danh sách; danh sách ở phụ lục thì viết "tại Phụ lục ... kèm theo", bỏ "sau đây".',
    en: '"The following twelve databases" needs a list behind it; where the list is in an annex, say so and leave out "sau đây".',
  },
  *check(draft) {
    for (const { node, from, to, listed } of totalsOf(draft)) {
      if (listed !== undefined) continue;
      const words = wordsOf(draft.text, node, from, to);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `Nêu "${words.text} ... sau đây" nhưng phía sau không có danh sách.`,
          en: `"${words.text} ... sau đây" is announced and no list follows.`,
        },
      };
    }
  },
  examples: [
    {
      text: '1. Bộ Nội vụ hoàn thành 12 cơ sở dữ liệu quan trọng sau đây (chi tiết tại Phụ lục I kèm theo) trước ngày 20/12/2026.\n',
      problems: ['1:25 Nêu "12 cơ sở dữ liệu ... sau đây" nhưng phía sau không có danh sách.'],
    },
    {
      text: '1. Bộ Nội vụ hoàn thành 12 cơ sở dữ liệu quan trọng tại Phụ lục I kèm theo trước ngày 20/12/2026.\n',
      problems: [],
    },
  ],
};
