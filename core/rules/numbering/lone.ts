import type { Draft } from '../../draft.ts';
import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { type InlineMark, type InlineSeries, inlineMark } from '../../language/inline-series.ts';
import { isUnit, type Node, type UnitNode } from '../../nodes.ts';
import type { Problem, Rule } from '../../rule.ts';
import type { Clean, Words } from '../../text.ts';
import { readInline, seriesIn } from './inline-places.ts';
import { type Numeral, numberOf } from './numerals.ts';
import { readSeries, type Step } from './series.ts';

export const numberingLone: Rule = {
  id: 'numbering/lone',
  severity: 'warning',
  looksAt: { item: (fact, node) => [ownNumber(fact, node), lonesIn(fact, node)] },
  summary: { vi: 'Chỉ có một mục được đánh số', en: 'One numbered item alone' },
  why: {
    vi: 'Đánh số để phân biệt từ hai mục trở lên: có "a)" mà không có "b)" thì hoặc thừa số, hoặc mất mục sau (thông lệ rà soát; Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6 chỉ quy định kiểu số). Phần, Chương, mục "I." và Điều đứng một mình không bị nhắc: văn bản ngắn hoặc trích đoạn vẫn viết như vậy.',
    en: 'Numbers tell two or more items apart: an "a)" without a "b)" has a number too many, or the next item was lost (practice of reviewers; Decree 30/2020/NĐ-CP, Annex I, II.6 only says how to number). Parts, chapters, sections "I." and articles alone are not told: short documents and excerpts have them.',
  },
  *check(draft) {
    for (const { unit, taken } of loneOf(draft)) yield problemOf(draft, unit.markerWords, numberAfter(unit, taken));
    for (const { node, series, goesOn } of readInline(draft)) {
      const mark = loneIn(series);
      if (!mark || goesOn) continue;
      yield problemOf(draft, wordsOf(draft.text, node, mark.start, mark.end), inlineMark(series.kind, 2));
    }
  },
  examples: [
    {
      text: '## I. NHIỆM VỤ\n\n### 1. Về dữ liệu\n\na) Sở Nội vụ chuẩn hóa danh mục.\n\n### 2. Về hạ tầng\n\nSở Tài chính: (1) Thuê máy chủ.\n',
      problems: [
        '5:1 Chỉ có "a)" mà không có "b)": thừa số hoặc thiếu mục sau.',
        '9:15 Chỉ có "(1)" mà không có "(2)": thừa số hoặc thiếu mục sau.',
      ],
    },
    {
      text: '## I. NHIỆM VỤ\n\n1. Về dữ liệu:\n\na) Chuẩn hóa danh mục.\n\nb) Kết nối kho dữ liệu: (1) Kho của tỉnh. (2) Kho của xã.\n\n2. Về hạ tầng.\n',
      problems: [],
    },
  ],
};

const OWN_SERIES = new Set(['part', 'chapter', 'section', 'subsection', 'article', 'capital', 'roman']);

/** First numbers that nothing goes on from; a lone "1." counts where it stands below something. */
function loneOf(draft: Draft): Step[] {
  return readSeries(draft).flatMap((steps) => {
    const counts = new Map<object, number>();
    for (const { series } of steps) counts.set(series, (counts.get(series) ?? 0) + 1);
    return steps.filter(({ unit, series, taken, verdict }) => {
      if (counts.get(series) !== 1 || verdict !== 'right' || taken.value !== 1 || OWN_SERIES.has(taken.kind))
        return false;
      const { parent } = unit;
      const below = parent !== undefined && (isUnit(parent) || parent.kind === 'phase' || parent.kind === 'heading');
      return below && !goesOnInline(unit, unit.fact);
    });
  });
}

/** "(1) A; (2) B" in one paragraph. */
function goesOnInline({ marker }: UnitNode, { parts }: Fact): boolean {
  return marker.style === 'paren' && parts.length > 0;
}

/** A first number within a sentence that nothing goes on from there. */
function loneIn({ marks: [mark, more] }: InlineSeries): InlineMark | undefined {
  return mark?.value === 1 && !more ? mark : undefined;
}

function ownNumber(fact: Fact, node: Node): unknown {
  const { markerSpan, body } = fact.item;
  if (!isUnit(node) || !markerSpan) return undefined;
  return [goesOnInline(node, fact), markerSpan.end - markerSpan.start, gapBehind(body, markerSpan.end, 0)];
}

function lonesIn(fact: Fact, node: Node): unknown {
  const { body } = fact.item;
  const marks = seriesIn(fact, node).flatMap((series) => loneIn(series) ?? []);
  return marks.map(({ start, end, text }) => {
    const from = body.starts[start] ?? 0;
    const to = body.ends[end - 1] ?? 0;
    return [text, to - from, gapBehind(body, to, end)];
  });
}

/** How far behind a place of the source, and by which sign, the words go on that stand at `at` or behind it: what is to be taken away with a number. */
function gapBehind({ text, starts }: Clean, end: number, at: number): unknown {
  const next = at + (/^ */.exec(text.slice(at))?.[0].length ?? 0);
  return [(starts[next] ?? 0) - end, /[*_\\]/.test(text[next] ?? '')];
}

function numberAfter({ marker }: UnitNode, taken: Numeral): string {
  const number = numberOf({ ...taken, value: 2 });
  return marker.style === 'paren' ? `(${number})` : marker.text.replace(marker.number, number);
}

function problemOf(draft: Draft, words: Words, next: string): Problem {
  const blank = /^[ \t]*/.exec(draft.text.slice(words.end))?.[0].length ?? 0;
  const plain = !/[*_\\]/.test(draft.text.slice(words.start, words.end + 2));
  return {
    ...words,
    message: {
      vi: `Chỉ có "${words.text}" mà không có "${next}": thừa số hoặc thiếu mục sau.`,
      en: `There is "${words.text}" but no "${next}": a number too many, or an item is lost.`,
    },
    ...(plain && {
      fixes: [
        {
          title: { vi: `Bỏ "${words.text}"`, en: `Take "${words.text}" away` },
          edits: [{ start: words.start, end: words.end + blank, text: '' }],
          certain: false,
        },
      ],
    }),
  };
}
