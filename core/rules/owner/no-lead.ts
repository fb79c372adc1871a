import { type Draft, wordsOf } from '../../draft.ts';
import type { Fix, Rule } from '../../rule.ts';
import { introsOf, type Said, saidOf } from './said.ts';

export const ownerNoLead: Rule = {
  id: 'owner/no-lead',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Các cơ quan phối hợp mà không có cơ quan chủ trì', en: 'Agencies coordinate and none leads' },
  why: {
    vi: '"Bộ A và Bộ B phối hợp ..." không cho biết ai đứng ra làm; mỗi nhiệm vụ phải có một cơ quan chủ trì ("rõ người, rõ trách nhiệm").',
    en: '"Bộ A và Bộ B phối hợp ..." does not say who does it; each task needs one lead.',
  },
  *check(draft) {
    for (const [task, said] of [...saidOf(draft), ...introsOf(draft)]) {
      if (task.leads[0]?.inherited !== false && introsOf(draft).get(task) !== said) continue;
      const { node, segment, text } = said;
      const { leads, coordinators, action, together } = segment.assignment;
      const [first] = leads;
      const last = leads.at(-1);
      if (!first || !last || leads.length < 2 || coordinators.length > 0) continue;
      const link = text.slice(last.end, action);
      if (!together && !/(?:^|[\s,])(?:cùng )?phối hợp(?!\p{L})/u.test(link)) continue;
      if (/chủ trì|theo (?:chức năng|thẩm quyền|nhiệm vụ)/iu.test(link)) continue;
      const words = wordsOf(draft.text, node, segment.start + first.start, segment.start + last.end);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" cùng phối hợp, không nêu cơ quan nào chủ trì.`,
          en: `"${words.text}" coordinate and none of them is named to lead.`,
        },
        fixes: candidates(draft, said, link),
      };
    }
  },
  examples: [
    {
      text: '1. Bộ Tư pháp và Bộ Công an phối hợp hoàn thành kết nối dữ liệu hộ tịch trước ngày 30/6/2026.\n',
      problems: ['1:4 "Bộ Tư pháp và Bộ Công an" cùng phối hợp, không nêu cơ quan nào chủ trì.'],
    },
    {
      text: '1. Bộ Tư pháp chủ trì, phối hợp với Bộ Công an hoàn thành kết nối dữ liệu hộ tịch trước ngày 30/6/2026.\n',
      problems: [],
    },
  ],
};

/** Of two bodies written in full, each as the lead. */
function candidates(draft: Draft, { node, segment, text }: Said, link: string): Fix[] {
  const { leads } = segment.assignment;
  const [one, other] = leads;
  if (!one || !other || leads.length > 2 || leads.some((lead) => lead.text !== undefined)) return [];
  const verb = /^,? (?:cùng )?phối hợp(?: chặt chẽ)?(?: với nhau)?,?/u.exec(link);
  if (!verb) return [];
  const span = wordsOf(draft.text, node, segment.start + one.start, segment.start + other.end + verb[0].length);
  return [
    [one, other],
    [other, one],
  ].flatMap(([lead, helper]) => {
    if (!lead || !helper) return [];
    const name = text.slice(lead.start, lead.end);
    return {
      title: { vi: `${name} chủ trì`, en: `${name} leads` },
      edits: [
        {
          start: span.start,
          end: span.end,
          text: `${name} chủ trì, phối hợp với ${text.slice(helper.start, helper.end)}`,
        },
      ],
      certain: false,
    };
  });
}
