import type { Rule } from '../../rule.ts';
import { NUMBERS, readPlaces } from './places.ts';

export const numberingRoman: Rule = {
  id: 'numbering/roman',
  severity: 'error',
  looksAt: NUMBERS,
  summary: { vi: 'Số La Mã viết sai', en: 'A Roman numeral that is none' },
  why: {
    vi: 'Phần, Chương và mục lớn đánh số La Mã (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6). Mỗi số chỉ có một cách viết: IV, không phải IIII; IX, không phải VIIII. Chữ "l" và số "1" trông giống chữ "I" nhưng không được tìm thấy khi tra cứu. Số đúng được suy từ các mục bên cạnh.',
    en: 'Parts, chapters and main sections have Roman numerals (Decree 30/2020/NĐ-CP, Annex I, II.6). Each number has one spelling: IV, not IIII; IX, not VIIII. The letter "l" and the digit "1" look like "I" but are not found by a search. The right number follows from the sections beside it.',
  },
  *check(draft) {
    for (const { unit, fault, expected, fix } of readPlaces(draft)) {
      if (fault !== 'roman') continue;
      yield {
        ...unit.markerWords,
        message: {
          vi: `"${unit.marker.number}" không phải số La Mã; ở đây cần "${expected}".`,
          en: `"${unit.marker.number}" is not a Roman numeral; "${expected}" is expected here.`,
        },
        ...(fix && { fixes: [fix] }),
      };
    }
  },
  examples: [
    {
      text: '## I. MỤC TIÊU\n\n## II. NHIỆM VỤ\n\n## III. KINH PHÍ\n\n## IIII. TỔ CHỨC THỰC HIỆN\n',
      problems: ['7:4 "IIII" không phải số La Mã; ở đây cần "IV.".'],
      fixed: '## I. MỤC TIÊU\n\n## II. NHIỆM VỤ\n\n## III. KINH PHÍ\n\n## IV. TỔ CHỨC THỰC HIỆN\n',
    },
    {
      text: 'l. MỤC ĐÍCH, YÊU CẦU\n\nII. NHIỆM VỤ\n\n1I. KINH PHÍ\n',
      problems: ['1:1 "l" không phải số La Mã; ở đây cần "I.".', '5:1 "1I" không phải số La Mã; ở đây cần "III.".'],
      fixed: 'I. MỤC ĐÍCH, YÊU CẦU\n\nII. NHIỆM VỤ\n\nIII. KINH PHÍ\n',
    },
  ],
};
