import type { Rule, Saying } from '../../rule.ts';
import { isInside, passagesOf, perPassage, sourceOf, wordsIn } from './passages.ts';
import { problemsOf, type Slip } from './slips.ts';

/** Where the reading, which writes all tone marks one way, has one that is written two ways. */
const PAIR = /[òóỏõọ][ae](?!\p{L})|(?<!q)[ùúủũụ]y(?!\p{L})/giu;

const pairsOf = perPassage((clean, quotes) =>
  [...clean.text.matchAll(PAIR)].map(({ index }) => index).filter((index) => !isInside(quotes, index)),
);

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
  *check(draft) {
    // Who writes "hoá" may still write "ủy", as most do in that name: each pair of vowels has its own habit.
    const uses = { o: usesOf(), u: usesOf() };
    for (const passage of passagesOf(draft)) {
      for (const at of pairsOf(passage)) {
        const written = sourceOf(draft, passage, at, at + 2);
        const folded = passage.clean.text.slice(at, at + 2);
        const use = /^[uùúủũụ]/i.test(folded) ? uses.u : uses.o;
        use[written === folded ? 'first' : 'last'].push({ passage, at, written });
      }
    }
    const slips: Slip[] = [];
    for (const { first, last } of [uses.o, uses.u]) {
      if (first.length === 0 || last.length === 0) continue;
      const fewer = first.length < last.length ? first : last;
      for (const { passage, at, written } of fewer) {
        const { text } = passage.clean;
        const start = at - (/\p{L}*$/u.exec(text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0);
        const word = sourceOf(draft, passage, start, at + 2);
        const meant = word.slice(0, -2) + moveMark(written);
        const { start: from, end } = wordsIn(draft, passage, start, at + 2);
        slips.push({ start: from, end, text: meant, ...sayings(word, meant) });
      }
    }
    slips.sort((a, b) => a.start - b.start);
    yield* problemsOf(slips, (count, { message }) => ({
      vi: `Dấu thanh đặt theo hai cách: ${count} chỗ khác với phần lớn văn bản. ${message.vi}`,
      en: `Tone marks are placed in two ways: ${count} places differ from most of the text. ${message.en}`,
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

type Use = { passage: ReturnType<typeof passagesOf>[number]; at: number; written: string };

function usesOf(): { first: Use[]; last: Use[] } {
  return { first: [], last: [] };
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
