import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { oncePer } from '../../once.ts';
import type { Rule } from '../../rule.ts';
import type { Edit, Span, Words } from '../../text.ts';
import { isWithin } from './mentions.ts';

/** Slips up to this number are shown each at its place; more are the habit of the draft, and one finding. */
const FEW = 3;
/** Days of the year known by their figures ("Quốc khánh 2/9"). */
const NAMED = /^(?:3\s?[/-]\s?2|8\s?[/-]\s?3|1\s?[/-]\s?5|7\s?[/-]\s?5|1\s?[/-]\s?6|2\s?[/-]\s?9)$/;

export const deadlineForm: Rule = {
  id: 'deadline/form',
  severity: 'hint',
  looksAt: { item: (fact) => slipsIn(fact).map(({ words, right }) => [words, right]) },
  summary: { vi: 'Số không ở đầu ngày, tháng', en: 'Leading zeros of days and months' },
  why: {
    vi: 'Ngày nhỏ hơn 10 và tháng 1, tháng 2 viết thêm số 0 phía trước, các tháng khác thì không (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4); trong thân văn bản đây là thông lệ để cách ghi ngày thống nhất.',
    en: 'Days below 10 and the months 1 and 2 take a leading zero, other months do not (Decree 30/2020, Annex I, II.4); in the body this is the practice that keeps dates alike.',
  },
  *check(draft) {
    const slips = slipsOf(draft);
    const [first] = slips;
    if (!first) return;
    const fix = (edits: readonly Edit[], text: string) => ({
      title: { vi: `Đổi ${text}`, en: `Change ${text}` },
      edits,
      certain: true,
    });
    if (slips.length <= FEW) {
      for (const { words, right, edits } of slips) {
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `"${words.text}" viết theo thông lệ là "${right}".`,
            en: `"${words.text}" is by practice written "${right}".`,
          },
          fixes: [fix(edits, `"${words.text}" → "${right}"`)],
        };
      }
      return;
    }
    const shown = [...new Set(slips.map(({ words }) => words.text))];
    const list = `${shown
      .slice(0, 6)
      .map((text) => `"${text}"`)
      .join(', ')}${shown.length > 6 ? ', ...' : ''}`;
    yield {
      start: first.words.start,
      end: first.words.end,
      message: {
        vi: `${slips.length} chỗ ghi ngày không theo thông lệ (số 0 trước ngày nhỏ hơn 10, tháng 1 và tháng 2): ${list}.`,
        en: `${slips.length} dates are not written by practice (a zero before days below 10 and the months 1 and 2): ${list}.`,
      },
      fixes: [
        fix(
          slips.flatMap(({ edits }) => edits),
          `${slips.length} × 0`,
        ),
      ],
    };
  },
  examples: [
    {
      text: '1. Sở Y tế báo cáo trước ngày 5 tháng 7 năm 2026.\n\n2. Sở Nội vụ báo cáo trong tháng 09/2026.\n\n3. Sở Tư pháp báo cáo trước ngày 05/02/2027.\n',
      problems: [
        '1:26 "ngày 5 tháng 7 năm 2026" viết theo thông lệ là "ngày 05 tháng 7 năm 2026".',
        '3:28 "tháng 09/2026" viết theo thông lệ là "tháng 9/2026".',
      ],
      fixed:
        '1. Sở Y tế báo cáo trước ngày 05 tháng 7 năm 2026.\n\n2. Sở Nội vụ báo cáo trong tháng 9/2026.\n\n3. Sở Tư pháp báo cáo trước ngày 05/02/2027.\n',
    },
    {
      text: '1. Rà soát "Kế hoạch từ ngày 1/1/2026".\n\n2. Báo cáo sau ngày Quốc khánh 2/9.\n',
      problems: [],
    },
  ],
};

interface Slip {
  readonly words: Words;
  readonly right: string;
  readonly edits: readonly Edit[];
}

const NUMBERS = /(?<!\d)(\d{1,2})(\s?[/.-]\s?|\s+tháng\s+)(\d{1,2})(?!\d)|(?<=tháng\s)()()(\d{1,2})(?!\d)/giu;

function slipsOf(draft: Draft): Slip[] {
  const { issued } = draft.letterhead;
  return draft.nodes.flatMap((node) => {
    if (node.region === 'recipients' || node.region === 'signature') return [];
    return slipsIn(node.fact).flatMap(({ start, end, right, edits }): Slip[] => {
      const words = wordsOf(draft.text, node, start, end);
      if (issued && words.start < issued.end && issued.start < words.end) return [];
      return [
        {
          words,
          right,
          edits: edits.map((edit) => ({ ...wordsOf(draft.text, node, edit.start, edit.end), text: edit.text })),
        },
      ];
    });
  });
}

/** By offsets into the item's body; found once for an item. */
const slipsIn = oncePer(
  (
    fact: Fact,
  ): readonly (Span & { readonly words: string; readonly right: string; readonly edits: readonly Edit[] })[] => {
    const { text } = fact.item.body;
    if (fact.dates.length === 0) return [];
    const quoted = [...text.matchAll(/"[^"]*"/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    return fact.dates.flatMap(({ start, end, to }) => {
      const date = text.slice(start, end);
      if (isWithin(start, quoted) || (to.year === undefined && NAMED.test(date.replace(/^ngày\s+/iu, '')))) return [];
      const edits: Edit[] = [];
      let right = date;
      for (const match of [...date.matchAll(NUMBERS)].reverse()) {
        const [whole, day, between = '', month = match[6] ?? ''] = match;
        const monthAt = match.index + whole.length - month.length;
        for (const [number, at, due] of [
          [month, monthAt, Number(month) < 3 ? month.padStart(2, '0') : String(Number(month))] as const,
          [day ?? '', match.index, (day ?? '') && (day ?? '').padStart(2, '0')] as const,
        ]) {
          if (number === due || number === '' || (between === '' && day)) continue;
          edits.push({ start: start + at, end: start + at + number.length, text: due });
          right = right.slice(0, at) + due + right.slice(at + number.length);
        }
      }
      return edits.length > 0 ? [{ start, end, words: date, right, edits }] : [];
    });
  },
);
