import { wordsOf } from '../../draft.ts';
import type { Node } from '../../nodes.ts';
import type { Fix, Rule, Saying } from '../../rule.ts';
import type { Span } from '../../text.ts';
import { foreignSpans, isWithin, writtenDeadlines } from './mentions.ts';
import { CONTRADICTIONS, MAY_CONTRADICT } from './wordings.ts';

export const deadlineWording: Rule = {
  id: 'deadline/wording',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Cách ghi thời hạn tự mâu thuẫn', en: 'Words of a deadline that contradict each other' },
  why: {
    vi: '"Chậm nhất ngày 10/7" kể cả ngày 10/7, "trước ngày 10/7" thì không; ghép hai cách ghi, hoặc chỉ ghi "trước và sau ngày ...", thì không biết hết hạn ngày nào.',
    en: '"Chậm nhất ngày 10/7" takes 10/7 in, "trước ngày 10/7" does not; both together, or "before and after" a day and nothing else, leave the last day open.',
  },
  *check(draft) {
    for (const node of draft.nodes) {
      const { text } = node.fact.item.body;
      if (!MAY_CONTRADICT.test(text)) continue;
      const foreign = foreignSpans(node.fact);
      for (const { pattern, say, instead } of CONTRADICTIONS) {
        for (const match of text.matchAll(pattern)) {
          if (isWithin(match.index, foreign)) continue;
          const span = { start: match.index, end: match.index + match[0].length };
          yield problemAt(node, span, say(match[0]), instead(match));
        }
      }
    }
    const written = writtenDeadlines(draft);
    for (const { node, words, start, end, date } of written) {
      if (!/^trước và sau ngày \d/iu.test(words.text) || isWithin(start, foreignSpans(node.fact))) continue;
      if (date !== null || written.some((other) => other.node === node && other.date !== null && isBeside(other, end)))
        continue;
      yield problemAt(
        node,
        { start, end },
        {
          vi: `"${words.text}" không có ngày bắt đầu, không có ngày kết thúc: nhiệm vụ không có thời hạn nào khác.`,
          en: `"${words.text}" has neither a first nor a last day, and the task has no other time.`,
        },
        [words.text.replace(/ và sau/iu, ''), words.text.replace(/trước và sau/iu, 'từ')],
      );
    }

    function problemAt(node: Node, { start, end }: Span, message: Saying, instead: readonly string[]) {
      const words = wordsOf(draft.text, node, start, end);
      const fixes: Fix[] = instead.map((text) => ({
        title: { vi: `Đổi thành "${text}"`, en: `Change to "${text}"` },
        edits: [{ start: words.start, end: words.end, text }],
        certain: false,
      }));
      return { start: words.start, end: words.end, message, fixes };
    }
    /** In the same sentence or item, as far as one can be told from another. */
    function isBeside(other: { readonly start: number }, at: number): boolean {
      return Math.abs(other.start - at) < 300;
    }
  },
  examples: [
    {
      text: '1. Sở Y tế báo cáo kết quả chậm nhất trước ngày 10/7/2026.\n\n2. Sở Nội vụ báo cáo kết quả chậm nhất ngày 10/7/2026.\n',
      problems: [
        '1:28 "chậm nhất trước" mâu thuẫn: "chậm nhất" kể cả ngày ghi sau đó, "trước" thì không; chỉ dùng một trong hai.',
      ],
    },
    {
      text: '1. Sở Y tế hoàn thành việc rà soát trước hoặc trong ngày 10/7/2026.\n\n2. Sở Nội vụ cử người hỗ trợ cơ sở trước và sau ngày 01/7/2026.\n',
      problems: [
        '1:36 "trước hoặc trong" mâu thuẫn: "trước" không kể ngày ghi sau đó, "trong" thì kể; chỉ dùng một trong hai.',
        '3:36 "trước và sau ngày 01/7/2026" không có ngày bắt đầu, không có ngày kết thúc: nhiệm vụ không có thời hạn nào khác.',
      ],
    },
    {
      text: '1. Đơn vị gửi hồ sơ chậm nhất trước 05 ngày làm việc so với ngày họp.\n\n2. Sở Công Thương bảo đảm nguồn hàng trước, trong và sau Tết.\n\n3. Sở Y tế trả lời chậm nhất sau 03 ngày kể từ ngày nhận hồ sơ.\n',
      problems: [],
    },
  ],
};
