import { stripDiacritics } from '../../core/text.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names of single bodies wherever they own a task, are told of it, or stand in its text. */
function* agencies({ draft, text }: Directive): Iterable<Place> {
  for (const node of draft.nodes)
    for (const { start, end, group } of node.fact.names) {
      const cited = node.fact.citations.some((cite) => cite.start < end && start < cite.end);
      const { starts, ends } = node.fact.item.body;
      const place = { start: node.start + (starts[start] ?? 0), end: node.start + (ends[end - 1] ?? 0) };
      const written = text.slice(place.start, place.end);
      if (!group && !cited && / /.test(written) && /^\p{Lu}/u.test(written)) yield { ...place, text: written };
    }
}

/** Provinces in the lists of the directives. */
function* provinces({ text }: Directive): Iterable<Place> {
  for (const list of text.matchAll(/tỉnh(?:, thành phố)? \(([^),]+,[^)]+)\)/g))
    for (const name of (list[1] ?? '').matchAll(/\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/gu)) {
      const start = list.index + list[0].indexOf('(') + 1 + name.index;
      if (name[0] !== 'Lài Cai') yield { start, end: start + name[0].length, text: name[0] };
    }
}

/** Words of the names in turn, changed by `change`. */
function eachWord(
  places: (directive: Directive) => Iterable<Place>,
  name: string,
  change: (word: string) => string,
): Planter {
  const planter: Planter = function* (directive) {
    for (const [i, { start, end, text }] of [...places(directive)].entries()) {
      // One word of a name, another one in the next name: all of them would take minutes.
      const words = [...text.matchAll(/\p{L}{2,}/gu)];
      const word = words[i % words.length];
      if (!word) continue;
      const wrong = text.slice(0, word.index) + change(word[0]) + text.slice(word.index + word[0].length);
      if (wrong !== text) yield plant(directive, start, end, wrong);
    }
  };
  return Object.defineProperty(planter, 'name', { value: name });
}

const plain = (letter: string) => stripDiacritics(letter);
const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** People's committees of groups, and ministries listed without their head. */
function* partsOfNames({ text }: Directive): Iterable<Place> {
  for (const match of text.matchAll(
    /(?:Ủy|Uỷ) ban nhân dân|(?<=Các bộ, cơ quan: [^.]*)(?:Công an|Nội vụ|Tài chính|Tư pháp|Nông nghiệp và Môi trường)(?=,| và)/gu,
  ))
    yield { start: match.index, end: match.index + match[0].length, text: match[0] };
}

/** Another tone on the vowel that bears one, or one on a vowel without. */
function otherTone(word: string): string {
  const letters = word.normalize('NFD');
  const [tone = ''] = /[\u0300\u0301\u0309\u0303\u0323]/.exec(letters) ?? [];
  const next = TONES[(TONES.indexOf(tone) + 1) % TONES.length] ?? '';
  const vowel =
    tone === ''
      ? /[aeiouy][\u0302\u0306\u031b]?/i
      : new RegExp(`[aeiouy](?=[\\u0302\\u0306\\u031b]?${tone}|${tone})[\\u0302\\u0306\\u031b${tone}]+`, 'iu');
  return letters
    .replace(vowel, (old) => old.replace(tone, '').normalize('NFC').normalize('NFD') + next)
    .normalize('NFC');
}

function withoutMarks(word: string): string {
  const bare = plain(word);
  return /^\p{Lu}/u.test(word) ? bare.slice(0, 1).toUpperCase() + bare.slice(1) : bare;
}

const doubled = (word: string) => word + word.slice(-1);
const cut = (word: string) => (word.length > 3 ? word.slice(0, -1) : word);
const swapped = (word: string) => (word.length > 3 ? word.slice(0, -2) + word.slice(-1) + word.slice(-2, -1) : word);

function* withoutAnd(directive: Directive): Iterable<Planted> {
  for (const { start, end, text } of agencies(directive))
    if (/^Bộ .* và /.test(text)) yield plant(directive, start, end, text.replace(' và ', ' '));
}

function* turnedRound(directive: Directive): Iterable<Planted> {
  for (const { start, end, text } of agencies(directive)) {
    const parts = /^Bộ (.*) và (.*)$/.exec(text);
    if (parts) yield plant(directive, start, end, `Bộ ${parts[2]} và ${parts[1]}`);
  }
}

const spellings = [
  ['without diacritics', withoutMarks],
  ['with another tone', otherTone],
  ['with a letter twice', doubled],
  ['without the last letter', cut],
  ['with two letters swapped', swapped],
] as const;

export const ownerNameFaults: Record<string, readonly Planter[]> = {
  'owner/misspelt': [
    ...spellings.map(([name, change]) => eachWord(agencies, `an agency ${name}`, change)),
    ...spellings.map(([name, change]) => eachWord(provinces, `a province ${name}`, change)),
    ...spellings.map(([name, change]) => eachWord(partsOfNames, `part of a name ${name}`, change)),
    withoutAnd,
    turnedRound,
  ],
};
