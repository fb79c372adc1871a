import type { Rule, Saying } from '../../rule.ts';
import type { Section } from '../../sections.ts';
import { isInside, type Passage, passagesOfSection, sourceOf, wordsIn } from './passages.ts';
import { perSection } from './per-section.ts';
import { problemsOf, type Slip } from './slips.ts';

/** Where the reading, which writes all tone marks one way, has one that is written two ways. */
const PAIR = /[òóỏõọ][ae](?!\p{L})|(?<!q)[ùúủũụ]y(?!\p{L})/giu;

/** A word with such a pair, in a passage of its section. */
interface Use {
  readonly passage: Passage;
  readonly at: number;
  /** The pair as it stands, and the word up to it. */
  readonly written: string;
  readonly word: string;
  /** Where the word begins. */
  readonly from: number;
  /** The tone mark stands on the first vowel. */
  readonly isFirst: boolean;
}

/** Who writes "hoá" may still write "ủy", as most do in that name: each pair of vowels has its own habit. */
interface Uses {
  readonly o: readonly Use[];
  readonly u: readonly Use[];
}

const NONE: Uses = { o: [], u: [] };

const usesIn = perSection(({ section, facts }): Uses => {
  const uses = { o: [] as Use[], u: [] as Use[] };
  for (const passage of passagesOfSection(facts)) {
    for (const { 0: pair, index: at } of passage.clean.text.matchAll(PAIR)) {
      if (isInside(passage.quotes, at)) continue;
      const written = sourceOf(section, passage, at, at + 2);
      uses[/^[uùúủũụ]/i.test(pair) ? 'u' : 'o'].push({
        ...{ passage, at, written, isFirst: written === pair },
        ...wordTo(section, passage, at),
      });
    }
  }
  return uses.o.length + uses.u.length > 0 ? uses : NONE;
});

export const textToneMarks: Rule = {
  id: 'text/tone-marks',
  severity: 'hint',
  summary: {
    vi: 'Hai cách đặt dấu thanh trong một văn bản (hòa/hoà, ủy/uỷ)',
    en: 'Two ways to place tone marks in a text',
  },
  why: {
    vi: '"hòa" và "hoà", "ủy" và "uỷ" đều được chấp nhận, nhưng một văn bản nên theo một cách: tìm kiếm và thay thế theo chữ chỉ thấy một cách viết.',
    en: '"hòa" and "hoà", "ủy" and "uỷ" are both accepted, but one document should keep to one: searching and replacing find only one of them.',
  },
  looksAt: {
    section: (read) => {
      const { o, u } = usesIn.of(read);
      return [o, u].map((uses) => uses.map(({ isFirst, word }) => [isFirst, word]));
    },
  },
  *check(draft) {
    const told = usesIn.all(draft);
    const slips: Slip[] = [];
    for (const pair of ['o', 'u'] as const) {
      let [first, last] = [0, 0];
      for (const { [pair]: uses } of told) {
        for (const { isFirst } of uses) {
          if (isFirst) first++;
          else last++;
        }
      }
      if (first === 0 || last === 0) continue;
      const fewer = first < last;
      for (const [i, { [pair]: uses }] of told.entries()) {
        const { section } = draft.sections[i] ?? {};
        const from = draft.starts[i] ?? 0;
        for (const use of uses) if (section && use.isFirst === fewer) slips.push(slipOf(use, section, from));
      }
    }
    slips.sort((a, b) => a.start - b.start);
    yield* problemsOf(slips, (count, { vi, en }) => ({
      vi: `Dấu thanh đặt theo hai cách: ${count} chỗ khác với phần lớn văn bản. ${vi}`,
      en: `Tone marks are placed in two ways: ${count} places differ from most of the text. ${en}`,
    }));
  },
  examples: [
    {
      text: '1. Số hóa hồ sơ; tự động hóa quy trình.\n\n2. Chuẩn hoá dữ liệu.\n',
      problems: ['3:10 "hoá" đặt dấu khác phần lớn văn bản ("hóa").'],
      fixed: '1. Số hóa hồ sơ; tự động hóa quy trình.\n\n2. Chuẩn hóa dữ liệu.\n',
    },
    {
      text: '1. Uỷ ban nhân dân tỉnh và các cấp uỷ báo cáo Thường trực Tỉnh ủy.\n',
      problems: ['1:64 "ủy" đặt dấu khác phần lớn văn bản ("uỷ").'],
      fixed: '1. Uỷ ban nhân dân tỉnh và các cấp uỷ báo cáo Thường trực Tỉnh uỷ.\n',
    },
    { text: '1. Ủy ban nhân dân tỉnh số hoá hồ sơ, quý, quỹ.\n', problems: [] },
  ],
};

function wordTo(section: Section, passage: Passage, at: number): Pick<Use, 'word' | 'from'> {
  const { text } = passage.clean;
  const from = at - (/\p{L}*$/u.exec(text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0);
  return { from, word: sourceOf(section, passage, from, at + 2) };
}

function slipOf({ passage, at, written, word, from }: Use, section: Section, by: number): Slip {
  const meant = word.slice(0, -2) + moveMark(written);
  const { start, end } = wordsIn(section, passage, from, at + 2);
  return { start: by + start, end: by + end, text: meant, say: () => sayings(word, meant) };
}

/** "òa" gives "oà", "uỷ" gives "ủy": the tone mark moves to the other vowel. */
function moveMark(pair: string): string {
  // Vowel, mark, vowel; or vowel, vowel, mark: the last two change places.
  const [one = '', two = '', three = ''] = [...pair.normalize('NFD')];
  return (one + three + two).normalize('NFC');
}

function sayings(word: string, meant: string): { message: Saying; title: Saying } {
  return {
    message: {
      vi: `"${word}" đặt dấu khác phần lớn văn bản ("${meant}").`,
      en: `"${word}" has its tone mark otherwise than most of the text ("${meant}").`,
    },
    title: { vi: `Sửa thành "${meant}"`, en: `Change to "${meant}"` },
  };
}
