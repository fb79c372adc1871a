import { isSyllable } from './syllables.ts';

/**
 * TCVN 5712:1993 (TCVN3, the fonts ".VnTime") as it looks when read as Latin-1, and what is meant. Capitals with a tone
 * have no codes of their own there: fonts for capitals draw the small codes large.
 */
const TCVN3 = pairs(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ',
);

/** VNI-Windows: a letter followed by a sign that stands for its mark, and a few signs alone. */
const VNI_BASE: Record<string, string> = {
  a: 'aùáaøàaûảaõãaïạaââaáấaàầaåẩaãẫaäậaêăaéắaèằaúẳaüẵaëặ',
  e: 'eùéeøèeûẻeõẽeïẹeâêeáếeàềeåểeãễeäệ',
  o: 'oùóoøòoûỏoõõoïọoâôoáốoàồoåổoãỗoäộ',
  u: 'uùúuøùuûủuõũuïụ',
  y: 'yùýyøỳyûỷyõỹ',
  ô: 'ôùớôøờôûởôõỡôïợ',
  ö: 'öùứöøừöûửöõữöïự',
};
const VNI_ALONE = pairs('ôöæóòîñ', 'ơưỉĩịỵđ');
const VNI = new Map<string, string>(
  Object.values(VNI_BASE).flatMap((row) => {
    const triples = [...(row.match(/.../gu) ?? [])].map((triple) => [triple.slice(0, 2), triple.slice(2)] as const);
    return [...triples, ...triples.map(([from, to]) => [from.toUpperCase(), to.toUpperCase()] as const)];
  }),
);
for (const [from, to] of [...VNI_ALONE]) VNI.set(from, to).set(from.toUpperCase(), to.toUpperCase());

function pairs(from: string, to: string): Map<string, string> {
  const meant = [...to];
  return new Map([...from].map((char, i) => [char, meant[i] ?? char]));
}

/** Signs of these fonts that no letter of Vietnamese has: "Céng hßa" shows one in most words. */
export const FOREIGN = /[¡-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþ]/;

/** Such signs where only an old font puts them: right behind a letter, quotation marks and powers (m²) left out. */
export const DEBRIS = /[A-Za-z][¡-ª¬-¯´-¹¼-¿×÷]|[ÄÅÆËÎÏÑÖØÛÜÞßäåæëîïñöøûüþ]/;

export type LegacyFont = 'TCVN3' | 'VNI';

/** The word as it was meant, read with the table of a font; capitals stay capitals. */
export function readLegacy(word: string, font: LegacyFont): string {
  if (font === 'TCVN3') {
    const read = [...word].map((char) => TCVN3.get(char) ?? char).join('');
    const ascii = word.replace(/[^A-Za-z]/g, '');
    return ascii.length > 1 && ascii === ascii.toUpperCase() ? read.toUpperCase() : read;
  }
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const two = VNI.get(word.slice(i, i + 2));
    out += two ?? VNI.get(word[i] ?? '') ?? word[i] ?? '';
    if (two !== undefined) i++;
  }
  return out;
}

/** How many of the words are Vietnamese syllables. */
export function countSyllables(words: readonly string[]): number {
  return words.filter((word) => isSyllable(word)).length;
}
