import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';

/** "PGS.TS.", "ThS.", "Đ/c" right before a name. */
const DEGREE =
  /(?:^|\s)((?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|DS|LS|KS|CN|NGƯT|NGND|Đ\/c|Ông|Bà|đồng chí|Đồng chí|Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư)[.,]?\s?)+)(?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll})/u;

export const structureDegree: Rule = {
  id: 'structure/degree',
  severity: 'hint',
  looksAt: { behind: true },
  summary: { vi: 'Học hàm, học vị trước họ tên người ký', en: 'A degree or title before the name of who signs' },
  why: {
    vi: 'Trước họ tên người ký không ghi học hàm, học vị và danh hiệu khác, trừ đơn vị vũ trang, cơ sở giáo dục, y tế, khoa học (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7).',
    en: 'No degrees or titles stand before the name of who signs, save in the armed forces, education, health and science (Decree 30/2020/NĐ-CP, Annex I, II.7).',
  },
  *check(draft) {
    for (const node of draft.nodes) {
      if (node.region !== 'signature') continue;
      const found = DEGREE.exec(node.fact.item.body.text.slice(0, 300));
      const title = found?.[1] ?? '';
      if (!found || title === '') continue;
      const from = found.index + found[0].length - title.length;
      const place = wordsOf(draft.text, node, from, from + title.trimEnd().length);
      const after = wordsOf(draft.text, node, from, from + title.length);
      yield {
        start: place.start,
        end: place.end,
        message: {
          vi: `Trước họ tên người ký không ghi "${place.text}".`,
          en: `"${place.text}" does not belong before the name of who signs.`,
        },
        fixes: [
          {
            title: { vi: `Bỏ "${place.text}"`, en: `Leave out "${place.text}"` },
            edits: [{ start: after.start, end: after.end, text: '' }],
            certain: false,
          },
        ],
      };
    }
  },
  examples: [
    {
      text: '1. Sở Nội vụ rà soát biên chế./.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nPGS.TS. Lê Văn A\n',
      problems: ['7:1 Trước họ tên người ký không ghi "PGS.TS.".'],
    },
    { text: '1. Sở Nội vụ rà soát biên chế./.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nLê Văn A\n', problems: [] },
  ],
};
