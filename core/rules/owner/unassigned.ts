import { wordsOf } from '../../draft.ts';
import type { Node } from '../../nodes.ts';
import type { Rule } from '../../rule.ts';
import { countTasks, ownedOf } from './unowned.ts';

const HEADS: ReadonlySet<Node['kind']> = new Set(['unit', 'heading', 'phase']);
/** A part beside it that tells who does what: the others need not. */
const SAYS_WHO = /^(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm)/iu;

export const ownerUnassigned: Rule = {
  id: 'owner/unassigned',
  severity: 'info',
  looksAt: {
    // The title is quoted to its end, where the next letter is typed.
    item: ({ item: { body } }, { kind, children }) => [
      SAYS_WHO.test(body.text),
      HEADS.has(kind) && children.length > 0 && body.text.length,
    ],
    task: ownedOf,
  },
  summary: { vi: 'Cả mục nêu việc mà không giao cho ai', en: 'A whole part tells what to do and gives it to nobody' },
  why: {
    vi: 'Trong một phần phân công nhiệm vụ, mục nêu việc mà không giao cho cơ quan nào thường bị bỏ quên khi triển khai ("rõ người" trong "6 rõ"); nêu cơ quan ngay tại mục hoặc dẫn tới phụ lục phân công.',
    en: 'Where the other parts of a chapter give their tasks to somebody, one that does not is often forgotten; name the agency there or point to the annex that does.',
  },
  *check(draft) {
    const counts = countTasks(draft);
    // A table says who does what has been told above.
    if (draft.tasks.some(({ node }) => node.kind === 'row')) return;
    const told = new Set<Node>();
    for (const { node } of draft.tasks) {
      for (let at = node.parent; at?.parent; at = at.parent) {
        const own = counts.get(at);
        const around = counts.get(at.parent);
        if (!own || own.owned > 0) break;
        if (own.all < 2) continue;
        const above = at.parent;
        if (told.has(at) || !around || !above.parent || !HEADS.has(at.kind)) break;
        told.add(at);
        if (around.owned < 2 || around.owned * 2 < around.all - own.all) break;
        if (above.children.some(({ fact }) => SAYS_WHO.test(fact.item.body.text))) break;
        const { text } = at.fact.item.body;
        const words = wordsOf(draft.text, at, 0, text.length);
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `Mục "${words.text}" nêu ${own.all} việc mà không giao cho cơ quan nào; các mục khác cùng phần đều có.`,
            en: `"${words.text}" tells ${own.all} things to do and gives them to nobody; the parts beside it do.`,
          },
        };
        break;
      }
    }
  },
  examples: [
    {
      text: '## II. NHIỆM VỤ\n\n### 1. Giải pháp đột phá\n\n- Hoàn thiện nền tảng dùng chung.\n\n- Xây dựng kho dữ liệu của tỉnh.\n\n### 2. Về hạ tầng\n\na) Sở Tài chính bố trí kinh phí trong tháng 8/2026.\n\nb) Sở Xây dựng báo cáo kết quả trước ngày 15/9/2026.\n',
      problems: [
        '3:8 Mục "Giải pháp đột phá" nêu 2 việc mà không giao cho cơ quan nào; các mục khác cùng phần đều có.',
      ],
    },
    {
      text: '## II. NHIỆM VỤ\n\n### 1. Về nền tảng\n\n- Hoàn thiện nền tảng dùng chung.\n\n- Xây dựng kho dữ liệu của tỉnh.\n\n## III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính bố trí kinh phí.\n\n2. Sở Xây dựng báo cáo kết quả.\n',
      problems: [],
    },
  ],
};
