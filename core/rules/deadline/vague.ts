import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { oncePer } from '../../once.ts';
import type { Rule } from '../../rule.ts';
import type { Span } from '../../text.ts';
import { hurries, timesTaken, undatedTaken, undatedTasks } from './undated.ts';

export const deadlineVague: Rule = {
  id: 'deadline/vague',
  severity: 'info',
  looksAt: { item: (fact) => [timesTaken(fact), closingTaken(fact)], task: undatedTaken },
  summary: { vi: 'Thời hạn không đo được', en: 'A time that cannot be measured' },
  why: {
    vi: '"Khẩn trương", "sớm", "thời gian tới", "theo lộ trình" không phải là thời hạn: không ngày nào nhiệm vụ bị coi là chậm ("rõ thời gian" trong "6 rõ").',
    en: 'Haste, "soon", "in the time to come" or "by the schedule" are no deadline: on no day is the task late.',
  },
  *check(draft) {
    for (const { task, vague } of undatedTasks(draft)) {
      if (!vague) continue;
      const words = wordsOf(draft.text, task.node, vague.start, vague.end);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" không đo được: nhiệm vụ cần một thời hạn cụ thể.`,
          en: `"${words.text}" cannot be measured: the task needs a day.`,
        },
      };
    }
    for (const node of draft.nodes) {
      const closing = closingIn(node.fact);
      if (!closing) continue;
      const { last, list } = closing;
      const words = wordsOf(draft.text, node, closing.start, closing.end);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" đứng sau mục ${last}: không rõ có áp dụng cho mục ${list}.`,
          en: `"${words.text}" stands behind ${last}: does it go for ${list} as well.`,
        },
      };
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n1. Bộ Y tế khẩn trương xây dựng quy chế quản lý dữ liệu.\n\n2. Bộ Nội vụ trình Chính phủ nghị định trong thời gian sớm nhất.\n\n3. Bộ Tư pháp khẩn trương hoàn thiện danh mục trước ngày 30/6/2026.\n\n4. Bộ Công an kịp thời xử lý các sự cố.\n',
      problems: [
        '3:12 "khẩn trương" không đo được: nhiệm vụ cần một thời hạn cụ thể.',
        '5:40 "trong thời gian sớm nhất" không đo được: nhiệm vụ cần một thời hạn cụ thể.',
      ],
    },
    {
      text: '## I. NHIỆM VỤ\n\n1. Bộ Y tế chủ trì, phối hợp với Bộ Nội vụ: (1) Ban hành quy chế. (2) Trình Chính phủ nghị định. Hoàn thành trong tháng 8/2026.\n',
      problems: ['3:98 "Hoàn thành trong tháng 8/2026" đứng sau mục (2): không rõ có áp dụng cho mục (1).'],
    },
  ],
};

/** A deadline behind the last part of an item, which may go for the others: `last` is its number, `list` theirs. */
interface Closing extends Span {
  readonly last: string;
  readonly list: string;
}

const closingIn = oncePer(({ whole, parts, item }: Fact): Closing | undefined => {
  const last = parts.at(-1);
  const closing = last?.deadlines.find((mention) => mention.closing);
  if (!last || !closing || parts.length < 2 || whole.assignment.leads.length === 0) return undefined;
  const { text } = item.body;
  // "... xây dựng, trình: (1) Quy chế. (2) Đề án. Hoàn thành trước ...": one action, so one deadline.
  if (!/^[\s:;.,]*$/.test(text.slice(whole.assignment.action, whole.end))) return undefined;
  const others = parts
    .slice(0, -1)
    .filter((part) => part.deadlines.length === 0 && !hurries(text.slice(part.start, part.end)));
  if (others.length === 0 || others.some(({ assignment }) => !assignment.acts)) return undefined;
  return {
    start: last.start + closing.start,
    end: last.start + closing.end,
    last: last.inline.marker,
    list: others.map(({ inline }) => inline.marker).join(', '),
  };
});

function closingTaken(fact: Fact): unknown {
  const closing = closingIn(fact);
  return closing && [closing.last, closing.list, fact.item.body.text.slice(closing.start, closing.end)];
}
