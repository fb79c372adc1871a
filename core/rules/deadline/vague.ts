import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { hurries, undatedTasks } from './undated.ts';

export const deadlineVague: Rule = {
  id: 'deadline/vague',
  severity: 'info',
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
      const { whole, parts, item } = node.fact;
      const last = parts.at(-1);
      const closing = last?.deadlines.find((mention) => mention.closing);
      if (!last || !closing || parts.length < 2 || whole.assignment.leads.length === 0) continue;
      // "... xây dựng, trình: (1) Quy chế. (2) Đề án. Hoàn thành trước ...": one action, so one deadline.
      if (!/^[\s:;.,]*$/.test(item.body.text.slice(whole.assignment.action, whole.end))) continue;
      const others = parts
        .slice(0, -1)
        .filter((part) => part.deadlines.length === 0 && !hurries(item.body.text.slice(part.start, part.end)));
      if (others.length === 0 || others.some(({ assignment }) => !assignment.acts)) continue;
      const words = wordsOf(draft.text, node, last.start + closing.start, last.start + closing.end);
      const list = others.map(({ inline }) => inline.marker).join(', ');
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" đứng sau mục ${last.inline.marker}: không rõ có áp dụng cho mục ${list}.`,
          en: `"${words.text}" stands behind ${last.inline.marker}: does it go for ${list} as well.`,
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
