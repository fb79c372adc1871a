import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { headOf } from '../../letterhead.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt, Saying } from '../../rule.ts';
import { type Span, stripDiacritics } from '../../text.ts';
import { SIGNINGS, signingsOf } from './signing.ts';

/** Something every document has (ND 30/2020, Điều 8): where to report that it is not there. */
export interface Missing extends Span {
  readonly part: 'type' | 'number' | 'date' | 'issuer' | 'title' | 'addressee' | 'recipients' | 'signature';
  readonly said: Saying;
}

const PARTS: Record<Missing['part'], Saying> = {
  type: { vi: 'tên loại văn bản', en: 'the type of the document' },
  number: { vi: 'số và ký hiệu', en: 'number and symbol' },
  date: { vi: 'ngày ban hành', en: 'the date of issue' },
  issuer: { vi: 'cơ quan ban hành', en: 'the issuer' },
  title: { vi: 'trích yếu nội dung', en: 'the abstract of contents' },
  addressee: { vi: 'dòng "Kính gửi"', en: 'the addressee (Kính gửi)' },
  recipients: { vi: 'Nơi nhận', en: 'the recipients (Nơi nhận)' },
  signature: { vi: 'chức vụ, họ tên người ký', en: 'position and name of who signs' },
};

const LABELS: Partial<Record<Missing['part'], RegExp>> = {
  type: /^(?:loai|type)/,
  number: /^(?:so|number)/,
  date: /^(?:ngay|issued|date)/,
  issuer: /^(?:co quan|issuer)/,
  title: /^(?:trich yeu|tieu de|title)/,
};

const POSITION = /^(?:BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|CHÁNH|BÍ THƯ|TRƯỞNG)/u;
const FOR_WHOM = /^(?:(?:TM|KT|TL|TUQ|Q)\.|[TK]\/[TML])\s*\p{Lu}{2}/u;

/** What a line may be by its words: an addressee, a position that signs, the end of the text. */
const lineIn = oncePer(({ item: { body, cells = [] } }: Fact) => {
  // The end of a document is often a table of two columns.
  const has = (words: RegExp) => cells.some(({ text }) => words.test(text));
  const receivesBeside = has(/^Nơi nhận/iu);
  return {
    addresses: /^Kính (?:gửi|trình)/iu.test(body.text),
    signs: POSITION.test(body.text),
    ends: /\.\/\.$/.test(body.text),
    receivesBeside,
    signsBeside: has(FOR_WHOM) || (receivesBeside && has(POSITION)),
  };
});

/** Has the draft an end: one of its last items closes with "./."? */
export function isEnded({ nodes }: Draft): boolean {
  return nodes.slice(-2).some(({ fact }) => lineIn(fact).ends);
}

/** What is taken from the text to tell which parts it has. */
export const PARTS_OF_TEXT = {
  item: (fact: Fact, node: Node) => [SIGNINGS.item(fact, node), lineIn(fact)],
  behind: true,
} satisfies LooksAt;

/** The parts a draft has not, in the order of a letterhead; each at its blank line in the front matter, or at the top. */
export function missingParts(draft: Draft): readonly Missing[] {
  const { letterhead } = draft;
  const letter = draft.nodes.some(({ fact }) => lineIn(fact).addresses);
  const signed =
    draft.signature !== undefined ||
    draft.nodes.some(({ fact }) => lineIn(fact).signsBeside) ||
    signingsOf(draft).length > 0 ||
    isSignedBeside(draft) ||
    lastIsSigned(draft);
  const there: Record<Missing['part'], boolean> = {
    type: letterhead.type !== undefined || letter || isAbout(draft),
    number: /\d/.test(letterhead.number?.text ?? ''),
    date: letterhead.issued?.day !== undefined || /\d.*\d{4}/.test(letterhead.issued?.text ?? ''),
    issuer: letterhead.issuer !== undefined,
    title: letterhead.title !== undefined || hasTitleLine(draft),
    addressee: letter || !/^(?:công văn|tờ trình)/iu.test(letterhead.type?.text.normalize('NFC') ?? ''),
    recipients: draft.recipients !== undefined || draft.nodes.some(({ fact }) => lineIn(fact).receivesBeside),
    signature: signed,
  };
  return (Object.keys(PARTS) as Missing['part'][])
    .filter((part) => !there[part])
    .map((part) => ({ part, said: PARTS[part], ...placeOf(draft, part) }));
}

/** A letter has no name of type: below its number stands what it is about. */
function isAbout(draft: Draft): boolean {
  return headOf(draft).some(({ fact }) => /(?:^|\s)V\/v\s/iu.test(fact.item.body.text.slice(0, 80)));
}

/** "V/v ..." or "Về việc ..." somewhere above, or right below the type a line that is no sentence. */
function hasTitleLine(draft: Draft): boolean {
  const head = headOf(draft).slice(0, 16);
  if (head.some(({ fact }) => /(?:^|\s)(?:V\/v|Về việc|VỀ VIỆC)\s/iu.test(fact.item.body.text.slice(0, 80))))
    return true;
  const type = head.findIndex(({ fact }) => {
    const text = fact.item.body.text.toLowerCase();
    return draft.letterhead.type !== undefined && text.startsWith(draft.letterhead.type.text.toLowerCase());
  });
  const below = type < 0 ? undefined : head[type + 1];
  if (!below || below.kind === 'unit' || below.fact.item.bullet) return false;
  const { text } = below.fact.item.body;
  return text.length < 700 && !/[.:;,]$/.test(text) && !/^(?:Căn cứ|Kính|Số\s*:?\s*\d|Thực hiện .*như sau)/u.test(text);
}

/** Of two columns pasted as one line: "Nơi nhận:      T/M BAN THƯỜNG VỤ". */
function isSignedBeside(draft: Draft): boolean {
  return draft.nodes.some(({ region, fact }) => {
    return (
      region === 'recipients' &&
      /\s(?:TM\.|T\/M|KT\.|K\/T|TL\.|T\/L|TUQ\.)\s*\p{Lu}{2}|^Nơi nhận\s*:?\s+\p{Lu}{2,}(?:\s+\p{Lu}{2,})+/u.test(
        fact.item.body.text,
      )
    );
  });
}

/** A position in capitals at the very end ("THỦ TƯỚNG", "CHỦ TỊCH") signs without a prefix. */
function lastIsSigned(draft: Draft): boolean {
  return draft.nodes.slice(-4).some(({ kind, fact }) => {
    return kind === 'text' && lineIn(fact).signs;
  });
}

function placeOf(draft: Draft, part: Missing['part']): Span {
  const [front] = draft.sections;
  const label = LABELS[part];
  if (front?.section.front && label) {
    for (const line of front.section.text.matchAll(/^[^\r\n]+/gm)) {
      const name = stripDiacritics(line[0].split(':')[0] ?? '').trim();
      if (label.test(name)) return { start: line.index, end: line.index + line[0].trimEnd().length };
    }
  }
  const first = /\S[^\r\n]*/.exec(draft.text);
  const start = first?.index ?? 0;
  return { start, end: Math.min(draft.text.length, start + Math.max(1, first?.[0].trimEnd().length ?? 1)) };
}
