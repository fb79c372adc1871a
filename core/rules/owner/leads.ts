import type { Rule } from '../../rule.ts';
import { leadFixes, leadTwice, shareLead } from './shared-lead.ts';
import { equalsOf, named } from './standing.ts';

export const ownerLeads: Rule = {
  id: 'owner/leads',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Nhiều cơ quan cùng chủ trì một nhiệm vụ', en: 'Several agencies lead one task' },
  why: {
    vi: 'Mỗi nhiệm vụ chỉ một cơ quan chủ trì, các cơ quan khác phối hợp ("rõ người, rõ trách nhiệm"; Quy chế làm việc của Chính phủ: một việc một cơ quan chịu trách nhiệm chính). Trách nhiệm chung của nhiều bộ, ngành, địa phương, mỗi nơi tự làm phần mình, không tính.',
    en: 'Each task has one lead, the others coordinate; where two lead nobody answers for it. General duties that many ministries or provinces each do for themselves are no fault.',
  },
  *check(draft) {
    for (const equals of equalsOf(draft)) {
      if (equals.segment.assignment.together || !shareLead(equals)) continue;
      const { words, or } = equals;
      const fixes = leadFixes(draft, equals);
      yield {
        start: words.start,
        end: words.end,
        message: or
          ? {
              vi: `"${words.text}": viết "hoặc" thì không xác định cơ quan nào chịu trách nhiệm; nêu một cơ quan.`,
              en: `"${words.text}": with "hoặc" it is open which agency answers for it; name one.`,
            }
          : {
              vi: `${named(equals)} cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.`,
              en: `${equals.leads.length} agencies lead one task; name one lead, the others coordinate.`,
            },
        ...(fixes.length > 0 && { fixes }),
      };
    }
    yield* leadTwice(draft);
  },
  examples: [
    {
      text: '1. Bộ Y tế chủ trì, Bộ Tài chính chủ trì xây dựng Nghị định về giá dịch vụ khám bệnh.\n',
      problems: ['1:21 "Bộ Tài chính" cũng chủ trì nhiệm vụ đã giao Bộ Y tế chủ trì; nêu một cơ quan chủ trì.'],
    },
    {
      text: '1. Bộ Tài chính và Bộ Nội vụ chủ trì xây dựng Đề án tinh giản biên chế, hoàn thành trước ngày 30/9/2026.\n',
      problems: [
        '1:4 Bộ Tài chính và Bộ Nội vụ cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.',
      ],
    },
    {
      text: '1. Các bộ: Công an, Nội vụ, Tài chính, Tư pháp hướng dẫn các tỉnh số hóa hồ sơ.\n\n2. Thành lập đoàn kiểm tra do Bộ Công an hoặc Bộ Nội vụ làm trưởng đoàn.\n',
      problems: [
        '1:12 Bộ Công an, Bộ Nội vụ và 2 cơ quan khác cùng đứng đầu một nhiệm vụ; nêu một cơ quan chủ trì, các cơ quan khác phối hợp.',
        '3:31 "Bộ Công an hoặc Bộ Nội vụ": viết "hoặc" thì không xác định cơ quan nào chịu trách nhiệm; nêu một cơ quan.',
      ],
    },
    {
      text: '1. Bộ Công an, Bộ Quốc phòng theo chức năng, nhiệm vụ được giao chủ trì tuần tra biên giới.\n\n2. Các bộ, ngành và Ủy ban nhân dân các tỉnh có trách nhiệm rà soát thủ tục của mình.\n',
      problems: [],
    },
  ],
};
