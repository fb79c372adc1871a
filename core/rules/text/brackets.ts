import { keptWith } from '../../once.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type Clean, type Span, sourceSpan } from '../../text.ts';
import { type Loose, looseOf, unlikePairs } from './pairs.ts';
import { type Passage, passagesOf, perPassage, wordsIn } from './passages.ts';

/** Pairs whose halves differ, by places in the source of a passage. */
const unlike = keptWith<Clean, readonly { readonly start: Span; readonly end: Span }[]>();
const loosePer = perPassage((clean) => looseOf(clean.text));
/** A quotation of articles runs over many points, a bracket over a few. */
const FARTHEST = { quote: 40, bracket: 6 };

export const textBrackets: Rule = {
  id: 'text/brackets',
  severity: 'warning',
  summary: { vi: 'Dấu ngoặc không đủ cặp', en: 'Brackets or quotation marks without their other half' },
  why: {
    vi: 'Dấu ngoặc mở phải có dấu đóng trong cùng đoạn; thiếu một nửa thì không rõ phần chú thích hay trích dẫn dừng ở đâu.',
    en: 'A bracket opened has to be closed in the same paragraph; without its other half nobody can tell where the remark or quotation ends.',
  },
  *check(draft) {
    const passages = passagesOf(draft);
    const loose = passages.flatMap((passage, index) =>
      loosePer(passage).map((mark) => ({ ...mark, passage, index, paired: false })),
    );
    // A half may stand some passages further on.
    const open = new Map<string, typeof loose>();
    for (const mark of loose) {
      const opening = { ')': '(', ']': '[', close: 'open', '(': '', '[': '', open: '' }[mark.kind];
      if (opening === '') {
        open.set(mark.kind, [...(open.get(mark.kind) ?? []).slice(-8), mark]);
        continue;
      }
      const farthest = opening === 'open' ? FARTHEST.quote : FARTHEST.bracket;
      const other = open.get(opening)?.pop();
      if (!other || mark.index - other.index > farthest || mark.index === other.index) continue;
      mark.paired = other.paired = true;
    }
    for (const { passage, paired, ...mark } of loose) {
      if (!paired) yield problemOf(mark, passage);
    }
    for (const passage of passages) {
      if (passage.clean.text.includes('"')) yield* mixed(passage);
    }

    function problemOf({ at, kind }: Loose, passage: Passage): Problem {
      const { text } = passage.clean;
      const before = /\p{L}*\s?$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0].length ?? 0;
      const after = /^\s?[\p{L}\d]*/u.exec(text.slice(at + 1, at + 25))?.[0].length ?? 0;
      const opens = kind === '(' || kind === '[' || kind === 'open';
      const words = wordsIn(draft, passage, opens ? at : at - before, opens ? at + 1 + after : at + 1);
      const mark = wordsIn(draft, passage, at, at + 1);
      const sign =
        kind === 'open' || kind === 'close' ? 'ngoặc kép' : kind === '(' || kind === ')' ? 'ngoặc' : 'ngoặc vuông';
      return {
        start: words.start,
        end: words.end,
        message: {
          vi: `Dấu ${sign} ${opens ? 'mở' : 'đóng'} ở "${words.text}" không có dấu ${opens ? 'đóng' : 'mở'}.`,
          en: `The ${opens ? 'opening' : 'closing'} mark at "${words.text}" has no ${opens ? 'closing' : 'opening'} one.`,
        },
        fixes: [
          {
            title: { vi: `Bỏ dấu "${mark.text}"`, en: `Leave out "${mark.text}"` },
            edits: [{ start: mark.start, end: mark.end, text: '' }],
            certain: false,
          },
        ],
      };
    }

    function* mixed(passage: Passage): Iterable<Problem> {
      if (loosePer(passage).length > 0) return;
      const { node, clean } = passage;
      const span = sourceSpan(clean, 0, clean.text.length);
      const whole = { start: node.start + span.start, end: node.start + span.end };
      const source = draft.text.slice(whole.start, whole.end);
      for (const { start, end } of unlike(clean, '', () => (/[“”]/.test(source) ? unlikePairs(source) : []))) {
        yield {
          start: whole.start + start.start,
          end: whole.start + end.end,
          message: {
            vi: `Dấu ngoặc kép mở và đóng không cùng kiểu: ${source.slice(start.start, end.end).slice(0, 60)}.`,
            en: `The quotation marks differ in style: ${source.slice(start.start, end.end).slice(0, 60)}.`,
          },
          fixes: [
            {
              title: { vi: 'Dùng “ và ”', en: 'Use “ and ”' },
              edits: [
                { start: whole.start + start.start, end: whole.start + start.end, text: '“' },
                { start: whole.start + end.start, end: whole.start + end.end, text: '”' },
              ],
              certain: true,
            },
          ],
        };
      }
    }
  },
  examples: [
    {
      text: '1. Sở Nội vụ (qua Phòng Cải cách hành chính báo cáo kết quả.\n\n2. Xây dựng "cơ sở dữ liệu dùng chung.\n',
      problems: ['1:14 Dấu ngoặc mở ở "(qua" không có dấu đóng.', '3:13 Dấu ngoặc kép mở ở ""cơ" không có dấu đóng.'],
    },
    {
      text: '1. Vận hành “Tổ công nghệ số" tại xã.\n',
      problems: ['1:13 Dấu ngoặc kép mở và đóng không cùng kiểu: “Tổ công nghệ số".'],
      fixed: '1. Vận hành “Tổ công nghệ số” tại xã.\n',
    },
    {
      text: '1. Sở Nội vụ: 1) rà soát; 2) báo cáo (theo điểm a) khoản 2) và (i) tổng hợp; ii) gửi "Tổ 06".\n',
      problems: [],
    },
  ],
};
