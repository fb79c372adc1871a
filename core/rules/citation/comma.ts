import { familyOf } from '../../family.ts';
import type { Rule } from '../../rule.ts';
import { CITATIONS, citedIn } from './cited.ts';

export const citationComma: Rule = {
  id: 'citation/comma',
  severity: 'hint',
  looksAt: CITATIONS,
  summary: {
    vi: 'Chỗ có, chỗ không có dấu phẩy trước ngày của văn bản được viện dẫn',
    en: 'The comma before the date of a citation here and not there',
  },
  why: {
    vi: 'Văn bản của Đảng viết "số 57-NQ/TW, ngày 22/12/2024" (có dấu phẩy), văn bản của Nhà nước viết "số 57-NQ/TW ngày 22/12/2024"; trong một văn bản dùng một cách.',
    en: 'The Party writes "số 57-NQ/TW, ngày 22/12/2024" with a comma, the State "số 57-NQ/TW ngày 22/12/2024" without; one document keeps to one way.',
  },
  *check(draft, project) {
    const dated = citedIn(draft).flatMap((cited) => {
      const { number, dayWords, quoted, mention, node } = cited;
      if (!number || !dayWords || quoted || !mention.numberSpan || !mention.date) return [];
      const between = node.fact.item.body.text.slice(mention.numberSpan.end, mention.date.start);
      const comma = /^\s*,\s*$/.test(between);
      return comma || /^\s+$/.test(between) ? [{ number, dayWords, comma }] : [];
    });
    const commas = dated.filter(({ comma }) => comma).length;
    if (commas === 0 || commas === dated.length) return;
    const family = familyOf(draft, project);
    const wanted = family === undefined ? commas * 2 > dated.length : family === 'party';
    const wrong = dated.filter(({ comma }) => comma !== wanted);
    const edits = wrong.map(({ number, dayWords }) => ({
      start: number.end,
      end: dayWords.start,
      text: wanted ? ', ' : ' ',
    }));
    const [first, ...others] = wrong;
    if (!first) return;
    yield {
      start: first.number.start,
      end: first.dayWords.end,
      message: {
        vi: `${wrong.length}/${dated.length} viện dẫn ${wanted ? 'không có' : 'có'} dấu phẩy trước ngày ban hành; cần viết "${first.number.text}${wanted ? ',' : ''} ngày ..." như các chỗ khác.`,
        en: `${wrong.length} of ${dated.length} citations have ${wanted ? 'no' : 'a'} comma before the date; expected "${first.number.text}${wanted ? ',' : ''} ngày ..." as elsewhere.`,
      },
      fixes: [
        {
          title: wanted
            ? { vi: 'Thêm dấu phẩy ở mọi chỗ thiếu', en: 'Add the missing commas' }
            : { vi: 'Bỏ dấu phẩy ở mọi chỗ thừa', en: 'Take out the commas' },
          edits,
          certain: true,
        },
      ],
      ...(others.length > 0 && {
        related: others.map(({ number, dayWords }) => ({
          start: number.start,
          end: dayWords.end,
          message: { vi: 'Chỗ này cũng vậy.', en: 'This one too.' },
        })),
      }),
    };
  },
  examples: [
    {
      text: '---\nsố: 02-KH/BCĐTW\n---\n\n- Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị;\n- Căn cứ Kết luận số 130-KL/TW ngày 14/3/2025 của Bộ Chính trị;\n',
      problems: [
        '6:22 1/2 viện dẫn không có dấu phẩy trước ngày ban hành; cần viết "130-KL/TW, ngày ..." như các chỗ khác.',
      ],
      fixed:
        '---\nsố: 02-KH/BCĐTW\n---\n\n- Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị;\n- Căn cứ Kết luận số 130-KL/TW, ngày 14/3/2025 của Bộ Chính trị;\n',
    },
    {
      text: '---\nsố: 12/KH-UBND\n---\n\n1. Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Công điện số 12/CĐ-TTg ngày 28/01/2026.\n',
      problems: [],
    },
  ],
};
