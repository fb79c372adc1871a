import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { wrongCapitalsIn } from './capital-letters.ts';
import { proseAt, proseOf } from './passages.ts';

export const ownerCapitals: Rule = {
  id: 'owner/capitals',
  severity: 'hint',
  looksAt: {
    item: (fact, node, registry) => wrongCapitalsIn(proseAt(node, fact), registry, '').map(({ right }) => right),
  },
  summary: { vi: 'Viết hoa tên cơ quan chưa đúng', en: 'Wrong capitals in the name of an agency' },
  why: {
    vi: 'Tên cơ quan viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực: "Bộ Tài chính", "Ủy ban nhân dân" (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV).',
    en: 'Names of agencies take a capital on words of kind, function and field: "Bộ Tài chính", "Ủy ban nhân dân" (Decree 30/2020/NĐ-CP, Annex II, part IV).',
  },
  *check(draft) {
    const all = proseOf(draft).flatMap((prose) =>
      wrongCapitalsIn(prose, draft.registry, '').map(({ start, end, right }) => ({
        ...wordsOf(draft.text, prose.node, start, end),
        right,
      })),
    );
    const [first] = all;
    if (!first) return;
    const more = all.length - 1;
    yield {
      start: first.start,
      end: first.end,
      message: {
        vi: `Viết hoa chưa đúng: "${first.text}", đúng là "${first.right}"${more > 0 ? ` (và ${more} chỗ khác)` : ''}.`,
        en: `Wrong capitals: "${first.text}" should be "${first.right}"${more > 0 ? ` (and ${more} more)` : ''}.`,
      },
      fixes: [
        {
          title: { vi: 'Sửa viết hoa tên cơ quan', en: 'Correct the capitals of agencies' },
          edits: all.map(({ start, end, right }) => ({ start, end, text: right })),
          certain: true,
        },
      ],
    };
  },
  examples: [
    {
      text: '1. Bộ tài chính chủ trì, phối hợp với bộ Y tế và Ủy ban Nhân dân tỉnh Lào cai xây dựng kế hoạch.\n',
      problems: ['1:4 Viết hoa chưa đúng: "Bộ tài chính", đúng là "Bộ Tài chính" (và 3 chỗ khác).'],
      fixed: '1. Bộ Tài chính chủ trì, phối hợp với Bộ Y tế và Ủy ban nhân dân tỉnh Lào Cai xây dựng kế hoạch.\n',
    },
    {
      text: '1. Các bộ Công an, Nội vụ và ủy ban nhân dân các cấp phối hợp với Viện Kiểm sát nhân dân tối cao rà soát.\n',
      problems: [],
    },
  ],
};
