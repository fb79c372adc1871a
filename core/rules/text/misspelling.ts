import type { Span } from '../../text.ts';
import { isSyllable } from './syllables.ts';

/** A word no reading makes a syllable, and what is meant by it where that can be told. */
export interface Misspelt extends Span {
  readonly word: string;
  readonly meant?: { readonly text: string; readonly certain: boolean };
}

/** Whole words; parts of names with hyphens or apostrophes ("Ê-đê", "M'Nông") and of symbols ("QĐ-TTg") are left out. */
const WORD = /(?<![\p{L}\d'’&/@_.-])\p{L}+(?![\p{L}\d'’&/@_-]|\.\p{L})/gu;
/** No two syllables together have more letters. */
const LONGEST = 14;
const MARKED = /[^\p{ASCII}]/u;
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/;

export function findMisspelt(text: string): Misspelt[] {
  const found: Misspelt[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.length > LONGEST || !MARKED.test(word) || isSyllable(word) || isForeign(word)) continue;
    const meant = meantBy(word);
    if (/^\p{Lu}/u.test(word) && !meant) continue;
    found.push({ start: index, end: index + word.length, word, ...(meant && { meant }) });
  }
  return found;
}

/** Abbreviations ("BCĐTW", "đ/c"), words with letters Vietnamese has not, and loans of several syllables ("nitơ", "mêtan"). */
function isForeign(word: string): boolean {
  const toned = TONED.test(word.normalize('NFD'));
  if (/^[\p{Lu}]+$/u.test(word) && (!toned || word.length < 3)) return true;
  if (/\p{Ll}\p{Lu}/u.test(word) || (word.length < 3 && !/^[ck]/i.test(word)) || /[fjwz]/i.test(word)) return true;
  if (!/[aeiouyăâêôơưàáảãạ]/i.test(word.normalize('NFD'))) return true;
  const parts = splitOf(word);
  return parts !== undefined && !parts.every((part) => TONED.test(part.normalize('NFD')));
}

/** Two syllables written as one word; the longer first one is meant more often ("thực hiện", not "thự chiện"). */
function splitOf(word: string): readonly string[] | undefined {
  for (let at = word.length - 1; at > 0; at--) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (isSyllable(one) && (isSyllable(other) || (other.length > 3 && splitOf(other)))) return [one, other];
  }
  return undefined;
}

/** Spelling rules with one way out: "nghành", "ngiệp", "gế", "cế", "kông". */
const RESPELLED: readonly (readonly [RegExp, string])[] = [
  [/^(n)gh(?=[^ieêy])/i, '$1g'],
  [/^(n)g(?=[ieêy])/i, '$1gh'],
  [/^(g)h(?=[^ieêy])/i, '$1'],
  [/^(g)(?=[eê])/i, '$1h'],
  [/^c(?=[ieêy])/, 'k'],
  [/^C(?=[ieêy])/i, 'K'],
  [/^k(?=[aăâoôơuư])/, 'c'],
];

function meantBy(word: string): Misspelt['meant'] {
  for (const [from, to] of RESPELLED) {
    const bare = word.normalize('NFD');
    const respelled = bare.replace(from, to).normalize('NFC');
    const text = word === word.toUpperCase() ? respelled.toUpperCase() : respelled;
    if (text !== word && isSyllable(text) && !isName(word)) return { text, certain: true };
  }
  // A letter struck twice: "đượcc", "củaa".
  const doubled = /(\p{L})\1/iu.exec(word);
  if (doubled) {
    const text = word.slice(0, doubled.index) + word.slice(doubled.index + 1);
    if (isSyllable(text)) return { text, certain: false };
  }
  if (/^\p{Lu}/u.test(word)) return undefined;
  const parts = splitOf(word);
  return parts?.length === 2 && parts.every(isSyllable) ? { text: parts.join(' '), certain: false } : undefined;
}

/** "Kạn", "Kông": names of places keep their own spelling. */
function isName(word: string): boolean {
  return /^[KG]\p{Ll}/u.test(word);
}
