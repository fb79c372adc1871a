import { familyOf } from '../../family.ts';
import type { Problem, Rule } from '../../rule.ts';
import { trimEndOf } from '../../text.ts';
import { recipientItems } from './recipient-items.ts';

export const structureRecipients: Rule = {
  id: 'structure/recipients',
  severity: 'warning',
  looksAt: { behind: true },
  summary: { vi: 'Nơi nhận: dấu cuối dòng, dòng "Lưu"', en: 'Recipients: marks at the ends of lines, the line "Lưu"' },
  why: {
    vi: 'Mỗi nơi nhận một dòng, cuối dòng có dấu chấm phẩy; dòng cuối là "Lưu: VT, đơn vị soạn thảo" và có dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9); của Đảng là "Lưu Văn phòng ..." (Hướng dẫn 05-HD/VPTW).',
    en: 'Each recipient has a line ending in a semicolon; the last line is "Lưu: VT, drafting unit" and ends in a full stop (Decree 30/2020/NĐ-CP, Annex I, II.9); for the Party it is "Lưu Văn phòng ..." (05-HD/VPTW).',
  },
  *check(draft, project) {
    const items = recipientItems(draft);
    const last = items.at(-1);
    if (!last) return;
    // Till 2026 the Party's form had commas (36-HD/VPTW).
    const commas = items.filter(({ text }) => text.endsWith(',')).length;
    const comma = familyOf(draft, project) === 'party' && commas > (items.length - 1) / 2;
    for (const item of items) {
      const { text, end } = item;
      const due = item === last ? '.' : comma ? ',' : ';';
      const mark = text.slice(trimEndOf(text, '.,;:/ ').length);
      if (mark === due || text === mark) continue;
      // "Lưu: VT, TCCV (2). 45": the sign of who typed it.
      if (item === last && /\(\d{1,3}\w?\)\. ?[\p{L}\d]{1,5}$/u.test(text)) continue;
      const said: Problem = {
        start: item.start,
        end,
        message: {
          vi: `Nơi nhận "${text}": ${item === last ? 'dòng cuối kết thúc bằng dấu chấm' : `cuối dòng là dấu "${due}"`}.`,
          en: `Recipient "${text}": ${item === last ? 'the last line ends in a full stop' : `the line ends in "${due}"`}.`,
        },
        fixes: [
          {
            title: { vi: `Kết thúc dòng bằng "${due}"`, en: `End the line with "${due}"` },
            edits: [{ start: end - mark.length, end, text: due }],
            certain: true,
          },
        ],
      };
      yield said;
    }
    if (!items.some(({ text }) => /^(?:Lưu|LƯU)(?!\p{L})/u.test(text))) {
      yield {
        start: last.start,
        end: last.end,
        message: {
          vi: 'Nơi nhận thiếu dòng "Lưu" ở cuối.',
          en: 'The recipients lack the last line, "Lưu" (for the file).',
        },
      };
    } else if (items.length > 1 && !/^(?:Lưu|LƯU)/u.test(last.text)) {
      const kept = items.find(({ text }) => /^(?:Lưu|LƯU)(?!\p{L})/u.test(text)) ?? last;
      yield {
        start: kept.start,
        end: kept.end,
        message: {
          vi: `Dòng "${kept.text}" phải ở cuối Nơi nhận.`,
          en: `The line "${kept.text}" belongs at the end of the recipients.`,
        },
      };
    }
  },
  examples: [
    {
      text: '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ rà soát./.\n\nNơi nhận:\n\n- Như trên,\n- Các sở, ban, ngành\n- Lưu: VT, NC;\n',
      problems: [
        '9:3 Nơi nhận "Như trên,": cuối dòng là dấu ";".',
        '10:3 Nơi nhận "Các sở, ban, ngành": cuối dòng là dấu ";".',
        '11:3 Nơi nhận "Lưu: VT, NC;": dòng cuối kết thúc bằng dấu chấm.',
      ],
      fixed:
        '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ rà soát./.\n\nNơi nhận:\n\n- Như trên;\n- Các sở, ban, ngành;\n- Lưu: VT, NC.\n',
    },
    {
      text: '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ rà soát./.\n\nNơi nhận:\n\n- Như trên;\n- Các sở, ban, ngành.\n',
      problems: ['10:3 Nơi nhận thiếu dòng "Lưu" ở cuối.'],
    },
    {
      text: '---\nsố: 15-KH/TU\n---\n\n1. Ban Tổ chức Tỉnh ủy rà soát.\n\nNơi nhận:\n\n- Các đảng ủy trực thuộc,\n- Ban Nội chính,\n- Lưu Văn phòng Tỉnh ủy.\n',
      problems: [],
    },
  ],
};
