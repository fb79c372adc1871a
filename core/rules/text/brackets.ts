import type { Problem, Rule } from '../../rule.ts';
import type { Section } from '../../sections.ts';
import { type Span, sourceSpan } from '../../text.ts';
import { type Loose, looseOf, unlikePairs } from './pairs.ts';
import { type Passage, passagesOfSection, wordsIn } from './passages.ts';
import { perSection } from './per-section.ts';

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
  looksAt: {
    section: (read) => {
      const { passages, loose, unlike } = marks.of(read);
      return [passages, loose.length + unlike.length > 0 ? read.section.text : ''];
    },
  },
  *check(draft) {
    const open = new Map<string, Half[]>();
    const loose: Half[] = [];
    let count = 0;
    const told = marks.all(draft);
    for (const [i, marked] of told.entries()) {
      for (const mark of marked.loose) {
        const { section } = draft.sections[i] ?? {};
        if (section)
          loose.push({ ...mark, section, from: draft.starts[i] ?? 0, index: count + mark.index, paired: false });
      }
      count += marked.passages;
    }
    // A half may stand some passages further on.
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
    for (const half of loose) if (!half.paired) yield problemOf(half);
    for (const [i, { unlike }] of told.entries()) {
      for (const pair of unlike) {
        const { section } = draft.sections[i] ?? {};
        if (section) yield mixedOf(pair, section, draft.starts[i] ?? 0);
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

/** A mark without its other half in its passage; `index` counts the passages before it. */
interface LooseMark extends Loose {
  readonly passage: Passage;
  readonly index: number;
}

interface Half extends LooseMark {
  readonly section: Section;
  /** Where the section begins. */
  readonly from: number;
  paired: boolean;
}

/** Marks of which one is curled and the other is not, by places in their section. */
interface Unlike {
  readonly start: Span;
  readonly end: Span;
}

/** What the marks of a section are, and how many passages it has. */
interface Marked {
  readonly passages: number;
  readonly loose: readonly LooseMark[];
  readonly unlike: readonly Unlike[];
}

const marks = perSection(({ section, facts }): Marked => {
  const passages = passagesOfSection(facts);
  const loose = passages.flatMap((passage, index) =>
    looseOf(passage.clean.text).map((mark) => ({ ...mark, passage, index })),
  );
  const unlike = passages.flatMap(({ clean }, index) => {
    if (!clean.text.includes('"') || loose.some((mark) => mark.index === index)) return [];
    const whole = sourceSpan(clean, 0, clean.text.length);
    const source = section.text.slice(whole.start, whole.end);
    const pairs = /[“”]/.test(source) ? unlikePairs(source) : [];
    return pairs.map(({ start, end }) => ({ start: moved(start, whole.start), end: moved(end, whole.start) }));
  });
  return { passages: passages.length, loose, unlike };
});

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function problemOf({ at, kind, passage, section, from }: Half): Problem {
  const { text } = passage.clean;
  const before = /\p{L}*\s?$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0].length ?? 0;
  const after = /^\s?[\p{L}\d]*/u.exec(text.slice(at + 1, at + 25))?.[0].length ?? 0;
  const opens = kind === '(' || kind === '[' || kind === 'open';
  const words = wordsIn(section, passage, opens ? at : at - before, opens ? at + 1 + after : at + 1);
  const mark = wordsIn(section, passage, at, at + 1);
  const sign =
    kind === 'open' || kind === 'close' ? 'ngoặc kép' : kind === '(' || kind === ')' ? 'ngoặc' : 'ngoặc vuông';
  return {
    ...moved(words, from),
    message: {
      vi: `Dấu ${sign} ${opens ? 'mở' : 'đóng'} ở "${words.text}" không có dấu ${opens ? 'đóng' : 'mở'}.`,
      en: `The ${opens ? 'opening' : 'closing'} mark at "${words.text}" has no ${opens ? 'closing' : 'opening'} one.`,
    },
    fixes: [
      {
        title: { vi: `Bỏ dấu "${mark.text}"`, en: `Leave out "${mark.text}"` },
        edits: [{ ...moved(mark, from), text: '' }],
        certain: false,
      },
    ],
  };
}

function mixedOf({ start, end }: Unlike, section: Section, from: number): Problem {
  const words = section.text.slice(start.start, end.end).slice(0, 60);
  return {
    start: from + start.start,
    end: from + end.end,
    message: {
      vi: `Dấu ngoặc kép mở và đóng không cùng kiểu: ${words}.`,
      en: `The quotation marks differ in style: ${words}.`,
    },
    fixes: [
      {
        title: { vi: 'Dùng “ và ”', en: 'Use “ and ”' },
        edits: [
          { ...moved(start, from), text: '“' },
          { ...moved(end, from), text: '”' },
        ],
        certain: true,
      },
    ],
  };
}
