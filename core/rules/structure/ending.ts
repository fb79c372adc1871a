import { wordsOf } from '../../draft.ts';
import { familyOf } from '../../family.ts';
import type { Rule } from '../../rule.ts';

export const structureEnding: Rule = {
  id: 'structure/ending',
  severity: 'hint',
  summary: { vi: 'Dấu kết thúc nội dung văn bản (./.)', en: 'The mark that ends the body (./.)' },
  why: {
    vi: 'Các mẫu của Nghị định 30/2020/NĐ-CP (Phụ lục III) kết thúc nội dung bằng "./."; văn bản của Đảng kết thúc bằng dấu chấm (Hướng dẫn 05-HD/VPTW).',
    en: 'The templates of Decree 30/2020/NĐ-CP (Annex III) end the body with "./."; Party documents end with a full stop (05-HD/VPTW).',
  },
  *check(draft, project) {
    const family = familyOf(draft, project);
    const close = draft.nodes.findIndex(({ region, fact }) => {
      return region === 'recipients' || region === 'signature' || /^Nơi nhận/u.test(fact.item.body.text);
    });
    const last = draft.nodes[close - 1];
    if (!family || !last || last.kind === 'row' || last.kind === 'annex' || last.fact.item.level > 0) return;
    const { text } = last.fact.item.body;
    const found = /(\p{L}["”)\]]*\d*|[\d%)"])(\s*[./;:,]*)$/u.exec(text.slice(-80));
    const written = found?.[2] ?? '';
    const mark = family === 'party' ? '.' : './.';
    if (!found || written === mark || text.length < 20 || /^\(/.test(text)) return;
    const end = text.length;
    const from = end - written.length;
    const place = wordsOf(
      draft.text,
      last,
      Math.max(0, from - (/\S*$/.exec(text.slice(Math.max(0, from - 40), from))?.[0].length ?? 1)),
      end,
    );
    const after = wordsOf(draft.text, last, from - 1, from).end;
    const shown = written.trim();
    const edit = { start: after, end: written === '' ? after : wordsOf(draft.text, last, from, end).end, text: mark };
    yield {
      start: place.start,
      end: place.end,
      message: {
        vi: `Nội dung văn bản của ${family === 'party' ? 'Đảng' : 'Nhà nước'} kết thúc bằng "${mark}"${shown ? `, không phải "${shown}"` : ''}.`,
        en: `The body of a ${family === 'party' ? 'Party' : 'State'} document ends with "${mark}"${shown ? `, not with "${shown}"` : ''}.`,
      },
      fixes: [{ title: { vi: `Kết thúc bằng "${mark}"`, en: `End with "${mark}"` }, edits: [edit], certain: true }],
    };
  },
  examples: [
    {
      text: '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ theo dõi, đôn đốc thực hiện.\n\nNơi nhận:\n\n- Như trên;\n- Lưu: VT.\n',
      problems: ['5:37 Nội dung văn bản của Nhà nước kết thúc bằng "./.", không phải ".".'],
      fixed:
        '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ theo dõi, đôn đốc thực hiện./.\n\nNơi nhận:\n\n- Như trên;\n- Lưu: VT.\n',
    },
    {
      text: '---\nsố: 15-KH/TU\n---\n\n1. Ban Tổ chức Tỉnh ủy theo dõi, đôn đốc thực hiện./.\n\nNơi nhận:\n\n- Lưu Văn phòng Tỉnh ủy.\n',
      problems: ['5:47 Nội dung văn bản của Đảng kết thúc bằng ".", không phải "./.".'],
      fixed:
        '---\nsố: 15-KH/TU\n---\n\n1. Ban Tổ chức Tỉnh ủy theo dõi, đôn đốc thực hiện.\n\nNơi nhận:\n\n- Lưu Văn phòng Tỉnh ủy.\n',
    },
  ],
};
