import type { Draft } from '../../draft.ts';
import type { Rule, Saying } from '../../rule.ts';
import { isInside } from './passages.ts';
import { perSection } from './per-section.ts';
import { problemsOf, type Slip } from './slips.ts';

interface Kind extends Saying {
  readonly pattern: RegExp;
  /** What is to stand there, given the words found. */
  mend(words: string): string;
}

/** A letter, composed or not; digits and closing signs end a word as well. */
const KINDS: readonly Kind[] = [
  {
    pattern: /(?<=[\p{L}\p{M}\d)\]"”%*]) +[,;:.!?](?=[\s*"”)]|$)(?!\.\.)/gu,
    mend: (words) => words.trim(),
    vi: 'Thừa dấu cách trước dấu câu',
    en: 'A blank before a punctuation mark',
  },
  {
    // "ngày   tháng   năm": to be filled in.
    pattern: /(?<=\S)(?!(?<=ngày) +tháng|(?<=tháng) +năm) {2,3}(?=\S)/gu,
    mend: () => ' ',
    vi: 'Thừa dấu cách giữa hai từ',
    en: 'More than one blank between words',
  },
  {
    pattern: /(?<=[\p{Ll}\p{M}\d)%])[,;](?=\p{L})|(?<=[\p{Ll}\p{M}])[,;](?=\d)|(?<=[\p{Ll}\p{M}]):(?=[\p{L}\d])/gu,
    mend: (words) => `${words} `,
    vi: 'Thiếu dấu cách sau dấu câu',
    en: 'No blank after a punctuation mark',
  },
  {
    pattern: /(?<=[\p{Ll}\p{M}]{2})\.(?=\p{Lu}\p{M}*\p{Ll})/gu,
    mend: (words) => `${words} `,
    vi: 'Thiếu dấu cách sau dấu chấm',
    en: 'No blank after a full stop',
  },
  {
    pattern: /\( +(?=[^\s)])|(?<=[^\s(]) +\)/gu,
    mend: (words) => words.trim(),
    vi: 'Thừa dấu cách trong dấu ngoặc',
    en: 'A blank inside brackets',
  },
  {
    pattern: /(?<=[\p{Ll}\p{M}]{2})\((?=\p{L}{2})/gu,
    mend: (words) => ` ${words}`,
    vi: 'Thiếu dấu cách trước dấu ngoặc',
    en: 'No blank before a bracket',
  },
  {
    pattern: /(?<=[\p{L}\p{M}]{2})\)(?=\p{L}\p{M}*\p{Ll})/gu,
    mend: (words) => `${words} `,
    vi: 'Thiếu dấu cách sau dấu ngoặc',
    en: 'No blank after a bracket',
  },
];

/** One look tells most lines to be clean. */
const SUSPECT = / [ ,;:.!?)]|\( |[,;:.)]\p{L}|[\p{Ll}\p{M}][,;:]\d|[\p{Ll}\p{M}]\(\p{L}/u;
const MARKER = /^[ \t]*(?:[-+*•>#]+|\(?\w{1,5}[.)/-])?$/u;
const ADDRESS = /:\/\/|@|www\.|\.(?:vn|com|org|net|gov|edu|html?)(?!\p{L})/iu;

export const textSpacing: Rule = {
  id: 'text/spacing',
  severity: 'hint',
  summary: { vi: 'Thừa hoặc thiếu dấu cách', en: 'Blanks too many or missing' },
  why: {
    vi: 'Dấu câu viết liền từ đứng trước và cách từ đứng sau một dấu cách; thừa hay thiếu dấu cách làm dòng chữ rời rạc và cản trở tìm kiếm (thông lệ soạn thảo).',
    en: 'A punctuation mark stands right behind its word, with one blank after it; other blanks tear lines apart and get in the way of searching (common practice).',
  },
  looksAt: { section: (read) => (slipsBySection.of(read).length > 0 ? read.section.text : '') },
  *check(draft) {
    const slips: Slip[] = [];
    for (const [i, all] of slipsBySection.all(draft).entries()) {
      const from = draft.starts[i] ?? 0;
      for (const found of all) {
        const [start, end] = [from + found.start, from + found.end];
        slips.push({ start, end, text: found.text, say: () => saying(draft, start, end, found.kind) });
      }
    }
    yield* problemsOf(slips, (count, { vi, en }) => ({
      vi: `${count} chỗ thừa hoặc thiếu dấu cách. ${vi}`,
      en: `${count} places with blanks too many or missing. ${en}`,
    }));
  },
  examples: [
    {
      text: '1. Sở Nội vụ , Sở Tài chính rà soát biên chế;báo cáo  kết quả ( nếu có ).\n',
      problems: [
        '1:13 Thừa dấu cách trước dấu câu ("vụ , Sở").',
        '1:45 Thiếu dấu cách sau dấu câu ("chế;báo").',
        '1:53 Thừa dấu cách giữa hai từ ("cáo  kết").',
        '1:63 Thừa dấu cách trong dấu ngoặc ("quả ( nếu").',
        '1:71 Thừa dấu cách trong dấu ngoặc ("có ).").',
      ],
      fixed: '1. Sở Nội vụ, Sở Tài chính rà soát biên chế; báo cáo kết quả (nếu có).\n',
    },
    {
      text: '1. Đạt 1,5 triệu hồ sơ, tăng 24/7; xem https://dichvucong.gov.vn/a,b;c.\n\n| TT  | Việc |\n| --- | --- |\n',
      problems: [],
    },
  ],
};

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: Kind;
}

const NONE: readonly Found[] = [];

/** Slips by places in their section. */
const slipsBySection = perSection(({ section: { text, front } }): readonly Found[] => {
  if (front || !SUSPECT.test(text) || /^[ \t]*(?:```|~~~)/m.test(text)) return NONE;
  // Bars part the cells of a table; a wide gap parts the columns of a letterhead.
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) =>
    SUSPECT.test(line) && !/\||<!--|\S {4,}\S/.test(line) ? readLine(line, index) : [],
  );
});

function saying({ text }: Draft, start: number, end: number, kind: Kind): ReturnType<Slip['say']> {
  const before = /\S*\s*$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const after = /^\s*\S*/u.exec(text.slice(end, end + 12))?.[0] ?? '';
  const shown = before + text.slice(start, end) + after;
  return {
    message: { vi: `${kind.vi} ("${shown.trim()}").`, en: `${kind.en} ("${shown.trim()}").` },
    title: { vi: 'Sửa dấu cách', en: 'Mend the blanks' },
  };
}

function readLine(line: string, offset: number): Found[] {
  const quotes = /["“]/.test(line)
    ? [...line.matchAll(/"[^"]*"|“[^”]*”/g)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    : [];
  const found: Found[] = [];
  for (const kind of KINDS) {
    for (const { 0: words, index } of line.matchAll(kind.pattern)) {
      if (isInside(quotes, index) || (index <= 12 && MARKER.test(line.slice(0, index)))) continue;
      const word =
        (/\S*$/.exec(line.slice(Math.max(0, index - 40), index))?.[0] ?? '') +
        (/^\S*/.exec(line.slice(index, index + 40))?.[0] ?? '');
      if (!words.includes(' ') && ADDRESS.test(word)) continue;
      const start = offset + index;
      found.push({ start, end: start + words.length, text: kind.mend(words), kind });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
