import { carriedPer } from '../../carried.ts';
import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { familyOf } from '../../family.ts';
import type { Rule } from '../../rule.ts';
import { textBefore } from '../../text.ts';

export const structureEnding: Rule = {
  id: 'structure/ending',
  severity: 'hint',
  looksAt: { item: (fact) => [isRecipients(fact), endIn(fact.item.body.text)] },
  summary: { vi: 'Dấu kết thúc nội dung văn bản (./.)', en: 'The mark that ends the body (./.)' },
  why: {
    vi: 'Các mẫu của Nghị định 30/2020/NĐ-CP (Phụ lục III) kết thúc nội dung bằng "./."; văn bản của Đảng kết thúc bằng dấu chấm (Hướng dẫn 05-HD/VPTW).',
    en: 'The templates of Decree 30/2020/NĐ-CP (Annex III) end the body with "./."; Party documents end with a full stop (05-HD/VPTW).',
  },
  *check(draft, project) {
    const family = familyOf(draft, project);
    const last = draft.nodes[closeOf(draft) - 1];
    if (!family || !last || last.kind === 'row' || last.kind === 'annex' || last.fact.item.level > 0) return;
    const { text } = last.fact.item.body;
    const found = endIn(text);
    const mark = family === 'party' ? '.' : './.';
    if (!found || found.written === mark) return;
    const { written, word } = found;
    const end = text.length;
    const from = end - written.length;
    const place = wordsOf(draft.text, last, from - word.length, end);
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

/** The last word of an item and the marks behind it, where it may be the end of a text. */
function endIn(text: string): { readonly word: string; readonly written: string } | undefined {
  const written = /(?:\p{L}["”)\]]*\d*|[\d%)"])(\s*[./;:,]*)$/u.exec(text.slice(-80))?.[1];
  if (written === undefined || text.length < 20 || text.startsWith('(')) return undefined;
  const word = /\S*$/.exec(textBefore(text, text.length - written.length, 40))?.[0] ?? '';
  return { word, written };
}

/** Which item is the first behind the text; -1 for none. */
const closeOf = carriedPer<number>(
  ({ nodes }) =>
    nodes.findIndex(({ region, fact }) => region === 'recipients' || region === 'signature' || isRecipients(fact)),
  (close, { anew }) =>
    [...anew].some(([node, fact]) => isRecipients(node.fact) || isRecipients(fact)) ? undefined : close,
);

function isRecipients({ item }: Fact): boolean {
  return /^Nơi nhận/u.test(item.body.text);
}
