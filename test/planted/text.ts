import { thingsAt } from '../../core/things.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** Words of the body outside quotation marks, headings and tables, every `step`th of them. */
function* wordsOf({ text }: Directive, pattern: RegExp, step: number): Iterable<RegExpExecArray> {
  const body = text.indexOf('\n---', 4) + 4;
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    const quoted = ((line.match(/["“”]/g) ?? []).length & 1) === 1;
    if (match.index < body || quoted || line.includes('|')) continue;
    if (count++ % step === 0) yield match;
  }
}

const WORD = /(?<![\p{L}\d-])\p{L}{2,}(?![\p{L}\d-])/gu;

/** "của" typed again, after a blank or at a line break. */
function* joiningWordAgain(directive: Directive): Iterable<Planted> {
  const joining = /(?<=\s)(?:của|và|các|những|trong|với|về|tại|theo|để|được|cho|đến|trên)(?=\s)/g;
  for (const { 0: word, index } of wordsOf(directive, joining, 2)) {
    yield plant(directive, index, index + word.length, `${word} ${word}`);
    // A heading ends with its line.
    if (!directive.text.slice(directive.text.lastIndexOf('\n', index) + 1).startsWith('#'))
      yield plant(directive, index, index + word.length, `${word}\n${word}`);
  }
}

function* twoWordsAgain(directive: Directive): Iterable<Planted> {
  for (const { 0: words, index } of wordsOf(directive, /(?<=\s)\p{Ll}{2,} \p{Ll}{2,}(?=[ ,;.])/gu, 6)) {
    yield plant(directive, index, index + words.length, `${words} ${words}`);
  }
}

/** A word struck again where it is no half of a compound on either side. */
function* wordAgain(directive: Directive): Iterable<Planted> {
  const alone = /(?<=\s(?:và|của|các|với|để|được) )\p{Ll}{2,}(?= )/gu;
  for (const { 0: word, index } of wordsOf(directive, alone, 2)) {
    if (!/^(?:trình|ban|năm|hai|ba|ngày|người)$/.test(word))
      yield plant(directive, index, index + word.length, `${word} ${word}`);
  }
}

function* blankBeforeMark(directive: Directive): Iterable<Planted> {
  for (const { index } of wordsOf(directive, /(?<=\p{L})[,;.:](?=\s)/gu, 3)) {
    yield plant(directive, index, index, ' ');
  }
}

function* blankMissing(directive: Directive): Iterable<Planted> {
  for (const { index } of wordsOf(directive, /(?<=\p{Ll}[,;:.]) (?=\p{L})/gu, 3)) {
    if (
      !/[.:]$/.test(directive.text.slice(0, index)) ||
      /\p{Lu}\p{Ll}/u.test(directive.text.slice(index + 1, index + 3))
    )
      yield { ...plant(directive, index, index + 1, ''), at: { start: index - 1, end: index + 1 } };
  }
}

function* blankTwice(directive: Directive): Iterable<Planted> {
  for (const { index } of wordsOf(directive, /(?<=\p{Ll}) (?=\p{L})/gu, 16)) yield plant(directive, index, index, ' ');
}

function* blankInBrackets(directive: Directive): Iterable<Planted> {
  for (const { index } of wordsOf(directive, /(?<=\()\p{L}/gu, 1)) yield plant(directive, index, index, ' ');
  for (const { index } of wordsOf(directive, /(?<=\p{L})\)/gu, 1)) yield plant(directive, index, index, ' ');
}

/** One half of a pair lost: the finding is at the other half. */
function* halfLost(directive: Directive): Iterable<Planted> {
  const pairs = /(?<=[\s(])(?:\(\p{L}[^()\n]{8,}\)|"[^"\n]+"|“[^”\n]+”)/gu;
  for (const { 0: whole, index } of directive.text.matchAll(pairs)) {
    if (index < directive.text.indexOf('\n---', 4)) continue;
    const end = index + whole.length;
    for (const [at, what] of [
      [index, 'opening lost'],
      [end - 1, 'closing lost'],
    ] as const) {
      yield { ...plant(directive, at, at + 1, '', `${what}: ${whole}`), at: { start: index, end } };
    }
  }
}

const SLIPS: readonly (readonly [RegExp, (word: string) => string])[] = [
  [/^ngh/, (word) => word.replace('ngh', 'ng')],
  [/^ng(?!h)/, (word) => word.replace('ng', 'ngh')],
  [/^c(?!h)/, (word) => word.replace('c', 'k')],
  [/^k(?!h)/, (word) => word.replace('k', 'c')],
  [/[ptc]$/, (word) => withHook(word)],
  [/(?:ng|nh|n|m|t|p)$/, (word) => word + word.slice(-1)],
];

/** The word with the tone hỏi, which no syllable ending in p, t, c has. */
function withHook(word: string): string {
  const level = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
  return level.replace(/([aăâeêioôơuưy])(?=(?:ch|[ptc])$)/, '$1\u0309').normalize('NFC');
}

/** Lower-case words with a mark, misspelt so that no syllable is left. */
/** Slips within names of agencies are told as such, by owner/misspelt. */
function isInName({ draft }: Directive, place: number): boolean {
  return thingsAt(draft, place).some(({ kind }) => kind === 'name' || kind === 'owner');
}

function* syllableBroken(directive: Directive): Iterable<Planted> {
  for (const { 0: word, index } of wordsOf(directive, WORD, 5)) {
    if (!/^\p{Ll}+$/u.test(word) || !/[^\p{ASCII}đ]/u.test(word) || isInName(directive, index)) continue;
    for (const [form, slip] of SLIPS) {
      if (form.test(word) && slip(word) !== word) yield plant(directive, index, index + word.length, slip(word));
    }
  }
}

function* blankBetweenWordsLost(directive: Directive): Iterable<Planted> {
  const marked = '[^\\P{Ll}a-zđăâêôơư]';
  const two = new RegExp(`(?<=\\s)\\p{Ll}*${marked}\\p{Ll}* \\p{Ll}*${marked}\\p{Ll}*(?=[ ,;.])`, 'gu');
  for (const { 0: words, index } of wordsOf(directive, two, 8)) {
    if (!isInName(directive, index)) yield plant(directive, index, index + words.length, words.replace(' ', ''));
  }
}

/** Where a directive writes the vowels one way often enough to tell its habit. */
function* toneMoved(directive: Directive): Iterable<Planted> {
  const moved: Record<string, string> = { oá: 'óa', oà: 'òa', uỷ: 'ủy', ủy: 'uỷ', Uỷ: 'Ủy', Ủy: 'Uỷ' };
  for (const { 0: pair, index } of wordsOf(directive, /(?:o[áà]|[uU]ỷ|[ủỦ]y)(?!\p{L})/gu, 1)) {
    const count = (written: string) => [...directive.text.matchAll(new RegExp(`${written}(?!\\p{L})`, 'gu'))].length;
    const often = count(pair) > 3 && count(moved[pair] ?? pair) === 0;
    if (often) yield plant(directive, index, index + 2, moved[pair] ?? pair);
  }
}

function* composedApart(directive: Directive): Iterable<Planted> {
  const { text } = directive;
  yield { text: text.normalize('NFD'), at: { start: 0, end: text.normalize('NFD').length }, what: 'all NFD' };
  for (const { 0: word, index } of wordsOf(directive, /\p{Ll}*[ếệộứ]\p{Ll}*/gu, 25)) {
    yield plant(directive, index, index + word.length, word.normalize('NFD'));
  }
}

const TCVN3: Record<string, string> = Object.fromEntries(
  [...'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐ'].map((char, i) => [
    char,
    [...'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ§'][i] ?? char,
  ]),
);

/** A paragraph as it comes out of an old file. */
function* oldFont(directive: Directive): Iterable<Planted> {
  for (const [i, line] of directive.lines.entries()) {
    if (i < 12 || i % 9 > 0 || !/^\p{L}/u.test(line) || /[“”]/.test(line)) continue;
    const start = directive.starts[i] ?? 0;
    const old = [...line].map((char) => TCVN3[char] ?? char).join('');
    yield plant(directive, start, start + line.length, old, `TCVN3 ${line.slice(0, 30)}`);
  }
}

export const textFaults: Record<string, readonly Planter[]> = {
  'text/doubled-word': [joiningWordAgain, twoWordsAgain, wordAgain],
  'text/spacing': [blankBeforeMark, blankMissing, blankTwice, blankInBrackets],
  'text/brackets': [halfLost],
  'text/syllable': [syllableBroken, blankBetweenWordsLost],
  'text/tone-marks': [toneMoved],
  'text/nfc': [composedApart],
  'text/legacy-font': [oldFont],
};
