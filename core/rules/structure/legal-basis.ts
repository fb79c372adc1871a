import { wordsOf } from '../../draft.ts';
import { familyOf } from '../../family.ts';
import type { Node } from '../../nodes.ts';
import type { Rule } from '../../rule.ts';
import { BASES, BASIS, type Basis, basesOf, endOf } from './basis-lines.ts';

export const structureLegalBasis: Rule = {
  id: 'structure/legal-basis',
  severity: 'warning',
  looksAt: BASES,
  summary: {
    vi: 'Dấu cuối dòng căn cứ, gạch đầu dòng trước "Căn cứ"',
    en: 'Marks at the ends of legal bases, bullets before them',
  },
  why: {
    vi: 'Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6); văn bản cũ và của Đảng dùng dấu phẩy ở dòng cuối. Văn bản của Nhà nước không gạch đầu dòng trước "Căn cứ".',
    en: 'Each legal basis has a line ending in a semicolon, the last one in a full stop (Decree 30/2020/NĐ-CP, Annex I, II.6), in older and Party documents in a comma. In State documents no bullets stand before "Căn cứ".',
  },
  *check(draft, project) {
    const bases = basesOf(draft);
    const lines = [...new Set(bases.map(({ node }) => node))];
    const family = familyOf(draft, project);
    const sentence = isSentenceAfter(bases.at(-1), draft.nodes);
    for (const basis of bases) {
      const { node, from, to } = basis;
      const text = node.fact.item.body.text.slice(from, to);
      const isLast = basis === bases.at(-1) && !sentence;
      const { mark, word } = endOf(text);
      if (mark === (isLast ? '.' : ';') || (isLast && mark === ',')) continue;
      const due = isLast ? (family === 'party' ? ',' : '.') : ';';
      const bare = to - mark.length;
      const { end } = wordsOf(draft.text, node, to - 1, to);
      const start = wordsOf(draft.text, node, bare - 1, bare).end;
      const place = wordsOf(draft.text, node, bare - word.length, to);
      yield {
        start: place.start,
        end: place.end,
        message: isLast
          ? {
              vi: `Căn cứ cuối cùng kết thúc bằng dấu "${due}" ("${place.text}").`,
              en: `The last legal basis ends in "${due}" ("${place.text}").`,
            }
          : {
              vi: `Mỗi dòng căn cứ kết thúc bằng dấu ";" ("${place.text}").`,
              en: `A legal basis ends in ";" ("${place.text}").`,
            },
        fixes: [
          {
            title: { vi: `Kết thúc bằng "${due}"`, en: `End with "${due}"` },
            edits: [{ start, end, text: due }],
            certain: true,
          },
        ],
      };
    }
    const [bulleted] = lines.filter(({ fact }) => fact.item.bullet && /^Căn cứ/u.test(fact.item.body.text));
    if (!bulleted || family !== 'state') return;
    const edits = lines
      .filter(({ fact }) => fact.item.bullet)
      .map((node) => {
        const start = draft.text.lastIndexOf('\n', node.span.start - 1) + 1;
        // Without bullets only a blank line keeps two lines apart.
        const gap = start > 1 && /\S[^\n]*\n$/.test(draft.text.slice(Math.max(0, start - 200), start)) ? '\n' : '';
        return { start, end: node.start + (node.fact.item.body.starts[0] ?? 0), text: gap };
      })
      .filter(({ start, end }) => /^[ \t]*[-+*•–][ \t]*[*_]{0,3}$/.test(draft.text.slice(start, end)))
      .map((edit) => ({
        ...edit,
        text: edit.text + (/[*_]{1,3}$/.exec(draft.text.slice(edit.start, edit.end).trimEnd().slice(1))?.[0] ?? ''),
      }));
    const { start, end } = wordsOf(draft.text, bulleted, 0, 'Căn cứ'.length);
    yield {
      start,
      end,
      message: {
        vi: 'Văn bản của Nhà nước không gạch đầu dòng trước "Căn cứ".',
        en: 'In State documents no bullet stands before "Căn cứ".',
      },
      ...(edits.length > 0 && {
        fixes: [
          { title: { vi: 'Bỏ gạch đầu dòng của các căn cứ', en: 'Leave out the bullets' }, edits, certain: true },
        ],
      }),
    };
  },
  examples: [
    {
      text: '---\nsố: 15/QĐ-UBND\n---\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,\n\nCăn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;\n\nTheo đề nghị của Giám đốc Sở Nội vụ;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Thành lập Tổ công tác.\n',
      problems: [
        '5:64 Mỗi dòng căn cứ kết thúc bằng dấu ";" ("2025,").',
        '9:34 Căn cứ cuối cùng kết thúc bằng dấu "." ("vụ;").',
      ],
      fixed:
        '---\nsố: 15/QĐ-UBND\n---\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\nCăn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;\n\nTheo đề nghị của Giám đốc Sở Nội vụ.\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Thành lập Tổ công tác.\n',
    },
    {
      text: '---\nsố: 15/KH-UBND\n---\n\n- Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;\n- Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010.\n\n1. Sở Nội vụ rà soát.\n',
      problems: ['5:3 Văn bản của Nhà nước không gạch đầu dòng trước "Căn cứ".'],
      fixed:
        '---\nsố: 15/KH-UBND\n---\n\nCăn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;\n\nCăn cứ Luật Viên chức ngày 15 tháng 11 năm 2010.\n\n1. Sở Nội vụ rà soát.\n',
    },
    {
      text: '---\nsố: 15/KH-UBND\n---\n\nCăn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n1. Sở Nội vụ rà soát.\n',
      problems: [],
    },
  ],
};

/** "Căn cứ A; / Căn cứ B, ... ban hành Kế hoạch như sau:": the last basis runs on into the sentence. */
function isSentenceAfter(last: Basis | undefined, nodes: readonly Node[]): boolean {
  if (!last) return false;
  const { text } = last.node.fact.item.body;
  const next =
    last.to < text.length ? text.slice(last.to).trim() : nodes[nodes.indexOf(last.node) + 1]?.fact.item.body.text;
  return next !== undefined && BASIS.test(next);
}
