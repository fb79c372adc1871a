import type { Rule } from '../../rule.ts';
import type { Edit } from '../../text.ts';
import { countSyllables, FOREIGN, type LegacyFont, readLegacy } from './legacy.ts';
import { perSection } from './per-section.ts';

const WORD = /[\p{L}\u00a1-\u00bf\u00d7\u00f7]+/gu;

export const textLegacyFont: Rule = {
  id: 'text/legacy-font',
  severity: 'error',
  summary: { vi: 'Chữ còn ở bảng mã cũ (TCVN3, VNI)', en: 'Text left in an old font encoding (TCVN3, VNI)' },
  why: {
    vi: 'Đoạn chép từ tệp cũ dùng phông .VnTime hoặc VNI hiện thành chữ lạ ("Céng hßa", "Coäng hoøa"); người nhận không đọc được, phần mềm không tra được. Nghị định 30/2020/NĐ-CP (Phụ lục I, phần I) yêu cầu bộ mã Unicode theo TCVN 6909:2001.',
    en: 'Passages copied from old files in .VnTime or VNI fonts show as strange letters ("Céng hßa", "Coäng hoøa"), which nobody can read or search. Decree 30/2020/NĐ-CP (Annex I, part I) asks for Unicode after TCVN 6909:2001.',
  },
  looksAt: {
    section: (read) => {
      const told = fonts.of(read);
      return told.some((line) => line) ? read.section.text : told.length > 0;
    },
  },
  *check(draft) {
    let run: Old | undefined;
    for (const [i, lines] of fonts.all(draft).entries()) {
      for (const line of lines) {
        if (!line && !run) continue;
        const found = line && movedBy(line, draft.starts[i] ?? 0);
        if (found && run?.font === found.font) run.edits.push(...found.edits);
        else {
          if (run) yield problemOf(run.font, run.edits);
          run = found;
        }
      }
    }
    if (run) yield problemOf(run.font, run.edits);
  },
  examples: [
    {
      text: 'Céng hßa x· héi chñ nghÜa ViÖt Nam\n\n1. Sở Nội vụ rà soát biên chế.\n',
      problems: ['1:1 Đoạn này ở bảng mã cũ TCVN3; đọc là "Cộng hòa xã hội chủ nghĩa...".'],
      fixed: 'Cộng hòa xã hội chủ nghĩa Việt Nam\n\n1. Sở Nội vụ rà soát biên chế.\n',
    },
    {
      text: '1. Ñeà nghò caùc sôû, ngaønh thöïc hieän.\n',
      problems: ['1:4 Đoạn này ở bảng mã cũ VNI; đọc là "Đề nghị các sở ngành thực...".'],
      fixed: '1. Đề nghị các sở, ngành thực hiện.\n',
    },
    { text: '1. Bộ Ngoại giao làm việc với François Müller (Besançon) và São Tomé.\n', problems: [] },
  ],
};

/** Words of one old font. */
interface Old {
  readonly font: LegacyFont;
  readonly edits: Edit[];
}

const OTHERS: readonly undefined[] = [undefined];

/** The lines of a section that are not blank, by places in it; of one that has no sign of an old font one stands for all. */
const fonts = perSection(({ section: { text } }): readonly (Old | undefined)[] => {
  if (!FOREIGN.test(text)) return /\S/.test(text) ? OTHERS : [];
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => /\S/.test(line));
  return lines.map(({ 0: line, index }) => (FOREIGN.test(line) ? readLine(line, index) : undefined));
});

function movedBy({ font, edits }: Old, by: number): Old {
  return { font, edits: edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })) };
}

/**
 * A line is of an old font where at least three words have signs Vietnamese has not and, read with the table, nearly
 * all words are syllables of Vietnamese.
 */
function readLine(line: string, offset: number): Old | undefined {
  const words = [...line.matchAll(WORD)].map(({ 0: text, index }) => ({ text, index }));
  const strange = words.filter(({ text }) => FOREIGN.test(text) && /[a-z\u00c0-\u00ff]/i.test(text));
  if (strange.length < 3 && strange.length < words.length * 0.6) return undefined;
  if (strange.length < 2) return undefined;
  // What a Unicode keyboard wrote beside it ("ộ", "ư") stays as it is.
  const old = words.filter(({ text }) => !/[\u0100-\u{10ffff}]/u.test(text));
  for (const font of ['TCVN3', 'VNI'] as const) {
    const read = old.map(({ text, index }) => ({ text, index, meant: readLegacy(text, font) }));
    const meant = read.filter(({ text }) => FOREIGN.test(text)).map((word) => word.meant);
    if (countSyllables(meant) < meant.length * 0.85) continue;
    const edits = read
      .filter((word) => word.meant !== word.text && countSyllables([word.meant]) > 0)
      .map((word) => ({
        start: offset + word.index,
        end: offset + word.index + word.text.length,
        text: word.meant,
      }));
    return { font, edits };
  }
  return undefined;
}

function problemOf(font: LegacyFont, edits: readonly Edit[]) {
  const [first] = edits;
  const start = first?.start ?? 0;
  const end = edits.at(-1)?.end ?? start + 1;
  const read = `${edits
    .slice(0, 6)
    .map(({ text }) => text)
    .join(' ')}...`;
  return {
    start,
    end,
    message: {
      vi: `Đoạn này ở bảng mã cũ ${font}; đọc là "${read}".`,
      en: `This passage is in the old encoding ${font}; it reads "${read}".`,
    },
    fixes: [
      {
        title: { vi: `Chuyển từ ${font} sang Unicode`, en: `Convert from ${font} to Unicode` },
        edits,
        certain: true,
      },
    ],
  };
}
