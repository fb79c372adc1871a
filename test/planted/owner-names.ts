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
      // One word of a name, another one in the next: all words of all names would take minutes.
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

/** Each place of a name gets one of the words, in turn. */
function replaced(
  name: string,
  places: (directive: Directive) => Iterable<Place>,
  words: readonly string[] | ((text: string) => string | undefined),
): Planter {
  const planter: Planter = function* (directive) {
    for (const [i, { start, end, text }] of [...places(directive)].entries()) {
      const other = typeof words === 'function' ? words(text) : words[i % words.length];
      if (other !== undefined && other !== text) yield plant(directive, start, end, other);
    }
  };
  return Object.defineProperty(planter, 'name', { value: name });
}

function* ministries(directive: Directive): Iterable<Place> {
  for (const place of agencies(directive))
    if (place.text.startsWith('Bộ ') && place.text !== 'Bộ Chính trị') yield place;
}

/** Ministries that lead or coordinate a task. */
function* owners(directive: Directive): Iterable<Place> {
  const seen = new Set<number>();
  for (const { leads, coordinators } of directive.draft.tasks)
    for (const { start, end } of [...leads, ...coordinators]) {
      const text = directive.text.slice(start, end);
      if (!seen.has(start) && text.startsWith('Bộ ')) yield { start, end, text };
      seen.add(start);
    }
}

/** People's committees of all provinces, as owners and recipients. */
function* committees(directive: Directive): Iterable<Place> {
  for (const match of directive.text.matchAll(
    /(?<=^(?:[a-zđ]\) |\d\. |- )?)(?:Ủy|Uỷ) ban nhân dân các tỉnh, thành phố trực thuộc Trung ương/gmu,
  ))
    yield { start: match.index, end: match.index + match[0].length, text: match[0] };
}

/** "15 tỉnh, thành phố (A, B, ...)": the number and the names. */
function* lists({ text }: Directive): Iterable<{ number: Place; names: readonly Place[] }> {
  for (const match of text.matchAll(/(\d+) (?:tỉnh, thành phố|tỉnh) \(([^)]+)\)/g)) {
    const open = match.index + match[0].indexOf('(') + 1;
    const names = [...(match[2] ?? '').matchAll(/[^,]+/g)].map((name) => {
      const start = open + name.index + (name[0].startsWith(' ') ? 1 : 0);
      return { start, end: start + name[0].trim().length, text: name[0].trim() };
    });
    yield { number: { start: match.index, end: match.index + (match[1] ?? '').length, text: match[1] ?? '' }, names };
  }
}

function* otherNumber(directive: Directive): Iterable<Planted> {
  for (const { number } of lists(directive))
    for (const other of ['2', '05', '14', '16', '34', 'ba', 'mười hai', 'hai mươi'])
      yield plant(directive, number.start, number.end, other);
}

function* nameLeftOut(directive: Directive): Iterable<Planted> {
  for (const { number, names } of lists(directive))
    for (const [i, { start, end }] of names.entries()) {
      const fault =
        i === 0 ? plant(directive, start, end + 2, '') : plant(directive, names[i - 1]?.end ?? start, end, '');
      yield { ...fault, at: number };
    }
}

function* nameAdded(directive: Directive): Iterable<Planted> {
  for (const { number, names } of lists(directive))
    for (const { end } of names) yield { ...plant(directive, end, end, ', Cao Bằng'), at: number };
}

function* nameTwice(directive: Directive): Iterable<Planted> {
  for (const { number, names } of lists(directive))
    for (const [i, { start, end }] of names.entries()) {
      const other = names[(i + 1) % names.length]?.text ?? '';
      yield {
        ...plant(directive, start, end, other),
        at: { start: number.start, end: (names.at(-1)?.end ?? end) + other.length },
      };
    }
}

/** A city called a province in a list, and the other way round. */
function* otherStatus(directive: Directive): Iterable<Planted> {
  for (const { names } of lists(directive))
    for (const { start, end, text } of names) {
      if (text === 'Lài Cai') continue;
      const bare = text.replace('thành phố ', '');
      const isCity = /Hồ Chí Minh|Cần Thơ/.test(text);
      yield plant(directive, start, end, `${isCity ? 'tỉnh' : 'thành phố'} ${bare}`);
    }
}

/** Words of a task that are no part of a citation. */
function terms(term: string): (directive: Directive) => Iterable<Place> {
  return function* ({ draft, text }) {
    const cited = draft.citations;
    for (const { index } of text.matchAll(new RegExp(term, 'gu'))) {
      const [start, end] = [index, index + term.length];
      const quoted = (text.slice(text.lastIndexOf('\n', start), start).match(/["“”]/g)?.length ?? 0) % 2 === 1;
      const free = !cited.some((cite) => cite.start < end && start < cite.end) && !quoted;
      if (free && draft.tasks.some((task) => task.start <= start && end <= task.end)) yield { start, end, text: term };
    }
  };
}

const LOWER = (text: string) => text.replace(/^(\S+ )(\p{Lu})/u, (_, head, letter) => head + letter.toLowerCase());
const CAPITALISED = (text: string) =>
  text.replace(/ (\p{Ll})(\p{L}*)$/u, (_, letter, rest) => ` ${letter.toUpperCase()}${rest}`);
const SHORT: Record<string, string> = {
  'Bộ Khoa học và Công nghệ': 'Bộ KH&CN',
  'Bộ Tài chính': 'BTC',
  'Bộ Công an': 'BCA',
  'Bộ Tư pháp': 'BTP',
  'Bộ Xây dựng': 'BXD',
};

export const ownerNameFaults: Record<string, readonly Planter[]> = {
  'owner/misspelt': [
    ...spellings.map(([name, change]) => eachWord(agencies, `an agency ${name}`, change)),
    ...spellings.map(([name, change]) => eachWord(provinces, `a province ${name}`, change)),
    ...spellings.map(([name, change]) => eachWord(partsOfNames, `part of a name ${name}`, change)),
    withoutAnd,
    turnedRound,
  ],
  'owner/unknown': [
    replaced('a ministry there is not', owners, ['Bộ Công nghiệp nhẹ', 'Bộ Kinh tế số', 'Bộ Thủy lợi', 'Bộ Nhân lực']),
    replaced('a province there is not', provinces, ['Phú Giang Thượng', 'Sơn Lĩnh', 'Bình Châu Hải']),
  ],
  'owner/ended': [
    replaced('a ministry of before', ministries, [
      'Bộ Kế hoạch và Đầu tư',
      'Bộ Giao thông vận tải',
      'Bộ Thông tin và Truyền thông',
      'Ủy ban Dân tộc',
      'Bộ Lao động - Thương binh và Xã hội',
      'Ban Kinh tế Trung ương',
    ]),
  ],
  'owner/count': [otherNumber, nameLeftOut, nameAdded, nameTwice],
  'owner/province-status': [otherStatus],
  'owner/capitals': [
    replaced('a small letter', ministries, LOWER),
    replaced('a capital letter', ministries, CAPITALISED),
    replaced('people in capitals', committees, (text) => text.replace('nhân dân', 'Nhân dân')),
  ],
  'owner/abbreviation': [replaced('a ministry by its letters', owners, (text) => SHORT[text])],
  'owner/variant': [
    replaced('UBND', committees, (text) => text.replace(/(?:Ủy|Uỷ) ban nhân dân/u, 'UBND')),
    replaced('&', owners, (text) => text.replace(' và ', ' & ')),
  ],
  'owner/unexplained': [
    replaced('TTHC', terms('thủ tục hành chính'), ['TTHC']),
    replaced('CĐS', terms('chuyển đổi số'), ['CĐS']),
    replaced('HTTT', terms('hệ thống thông tin'), ['HTTT']),
    replaced('KHCN', terms('khoa học công nghệ'), ['KH&CN', 'KHCN']),
  ],
};

/** Faults of the day of issue: the directives as if they had been issued on another one. */
export const datedOwnerFaults: readonly (readonly [string, string, Planter])[] = [
  [
    'owner/future',
    '2024-06-19',
    replaced('a body to come', ministries, [
      'Bộ Dân tộc và Tôn giáo',
      'Bộ Nông nghiệp và Môi trường',
      'Ban Tuyên giáo và Dân vận Trung ương',
      'Đảng ủy Chính phủ',
    ]),
  ],
  [
    'owner/district',
    '2025-10-06',
    replaced('a district', committees, [
      'Ủy ban nhân dân các huyện',
      'UBND cấp huyện',
      'Huyện ủy Bắc Hà',
      'Ủy ban nhân dân các huyện, thị xã, thành phố',
      'Ủy ban nhân dân các xã, phường, thị trấn',
      'Ủy ban nhân dân quận Ba Đình',
      'Phòng Giáo dục và Đào tạo các huyện',
    ]),
  ],
  [
    'owner/province-status',
    '2025-10-06',
    replaced('a body of the other kind', committees, [
      'Ủy ban nhân dân tỉnh Đà Nẵng',
      'Ủy ban nhân dân thành phố Lào Cai',
      'Tỉnh ủy Hải Phòng',
      'Thành ủy Sơn La',
      'UBND tỉnh Huế',
    ]),
  ],
];
