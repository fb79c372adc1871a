import type { Problem, Rule, Saying } from '../../rule.ts';
import { foldName, textBefore } from '../../text.ts';
import { type Annex, type Annexes, type Mention, readAnnexes } from './annexes.ts';

export const referenceAnnexTwice: Rule = {
  id: 'reference/annex-twice',
  severity: 'warning',
  summary: {
    vi: 'Một nội dung mang hai số phụ lục, hoặc hai phụ lục cùng số',
    en: 'One thing under two annex numbers, or two annexes with one number',
  },
  why: {
    vi: 'Mỗi phụ lục có một số và một tên (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1). Cùng một danh mục lúc gọi là Phụ lục I, lúc gọi là Phụ lục II thì người thực hiện không biết theo chỗ nào. Chỉ so tên gọi đầy đủ ("danh mục cơ sở dữ liệu quốc gia tại Phụ lục I"), không so các cụm ngắn.',
    en: 'An annex has one number and one name (Decree 30/2020/NĐ-CP, Annex I, III.1). Where the same list is Annex I in one place and Annex II in another nobody knows which holds. Only full names are compared, not short phrases.',
  },
  *check(draft) {
    const found = readAnnexes(draft);
    if (found.parted) return;
    yield* sameNumber(found);
    yield* sameName(found);
  },
  examples: [
    {
      text: '1. Sở Nội vụ hoàn thành danh mục cơ sở dữ liệu dùng chung (chi tiết tại Phụ lục I kèm theo).\n\n2. Sở Tài chính bố trí kinh phí theo danh mục cơ sở dữ liệu dùng chung tại Phụ lục II.\n',
      problems: ['3:84 "danh mục cơ sở dữ liệu dùng chung" ở đây là Phụ lục II, chỗ khác là Phụ lục I.'],
    },
    {
      text: '1. Sở Nội vụ thực hiện các Phụ lục I, II.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC I\n\nDANH MỤC\n\n# PHỤ LỤC I\n\nMẪU BÁO CÁO\n',
      problems: ['9:3 Hai phụ lục cùng mang số "I".'],
    },
    {
      text: '1. Sở Nội vụ thực hiện danh mục nhiệm vụ tại Phụ lục I.\n\n2. Sở Tài chính thực hiện danh mục nhiệm vụ thường xuyên tại Phụ lục II.\n',
      problems: [],
    },
  ],
};

function* sameNumber({ annexes }: Annexes): Iterable<Problem> {
  const seen = new Map<number, Annex>();
  for (const annex of annexes) {
    const before = seen.get(annex.value);
    seen.set(annex.value, before ?? annex);
    if (!before || !annex.number) continue;
    yield {
      ...annex.words,
      message: {
        vi: `Hai phụ lục cùng mang số "${annex.number.text}".`,
        en: `Two annexes have the number "${annex.number.text}".`,
      },
      related: [{ ...before.words, message: { vi: 'Phụ lục trước ở đây.', en: 'The other annex is here.' } }],
    };
  }
}

/** Each name that was met first with another number; the title of an annex counts before what the text says. */
function* sameName({ annexes, mentions }: Annexes): Iterable<Problem> {
  const titles = new Map<string, number>();
  for (const { title, value } of annexes) {
    const name = foldName(title).replace(/[.:;]+$/, '');
    if (isName(name) && !Number.isNaN(value)) titles.set(name, titles.has(name) ? Number.NaN : value);
  }
  const said = new Map<string, Mention>();
  for (const [i, mention] of mentions.entries()) {
    // "danh mục nhiệm vụ của các bộ tại các Phụ lục I, II" is in both.
    if (isListed(mentions[i - 1], mention) || isListed(mention, mentions[i + 1])) continue;
    const name = nameOf(mention);
    if (name === '' || mention.doubtful || Number.isNaN(mention.value)) continue;
    const before = said.get(name);
    const title = titles.get(name);
    if (!before) said.set(name, mention);
    const other = title !== undefined && !Number.isNaN(title) ? title : before?.value;
    if (other === undefined || other === mention.value) continue;
    const number = before?.value === other ? before.number : annexes.find(({ value }) => value === other)?.number?.text;
    yield {
      ...mention.words,
      message: messageOf(name, mention.number, number ?? String(other)),
      ...(before?.value === other && {
        related: [{ ...before.words, message: { vi: `Phụ lục ${number} ở đây.`, en: `Annex ${number} is here.` } }],
      }),
    };
  }
}

function isListed(one: Mention | undefined, next: Mention | undefined): boolean {
  return (
    one !== undefined &&
    one.node === next?.node &&
    /^[\s,]*(?:và\s*)?$/u.test(one.node.fact.item.body.text.slice(one.end, Math.max(one.end, next.start)))
  );
}

function messageOf(name: string, number: string, other: string): Saying {
  return {
    vi: `"${name}" ở đây là Phụ lục ${number}, chỗ khác là Phụ lục ${other}.`,
    en: `"${name}" is annex ${number} here and annex ${other} elsewhere.`,
  };
}

const LINK =
  /[\s,(]*(?:(?:được\s+)?(?:chi tiết|cụ thể|nêu|quy định|ban hành|xem|kèm theo|sau đây)\s*[,(]?\s*)*(?:tại|theo|ở|trong|như|là)?\s*(?:các\s+)?$/iu;
const HEAD =
  /(?<![\p{L}\d/.])(?:danh mục|danh sách|đề cương|biểu mẫu|mẫu|bảng|biểu|phương án|lộ trình|quy trình|khung|\d{1,3}(?=\s\p{Ll}))(?=\s)/giu;
const AFTER =
  /^\s*(?:[:-]|kèm theo(?:\s+(?:là|về))?|là|về)?\s*\(?((?:danh mục|danh sách|đề cương|biểu mẫu|mẫu|bảng|biểu|phương án|lộ trình|quy trình|khung)\s[^,;:.()"]*)/iu;

/** What a mention says the annex is: the words before "tại Phụ lục I", or those behind "Phụ lục I: ". */
function nameOf({ node, start, end }: Mention): string {
  const { text } = node.fact.item.body;
  const behind = foldName(AFTER.exec(text.slice(end, end + 240))?.[1] ?? '');
  const called = behind.replace(/\s+(?:để|trước ngày|trong năm)\s.*$/u, '');
  if (isName(called)) return called;
  const before = textBefore(text, start, 240);
  const clause = before.slice(0, LINK.exec(before)?.index ?? before.length);
  const name = foldName(lastName(clause)).replace(/\s+(?:sau đây|dưới đây|kèm theo)$/u, '');
  return isName(name) ? name : '';
}

/** From the last word for a list on: "danh mục 12 cơ sở dữ liệu" is one. */
function lastName(clause: string): string {
  const words = /[^,;:.()"]*$/u.exec(clause)?.[0] ?? '';
  let at: number | undefined;
  let end = -1;
  for (const match of words.matchAll(HEAD)) {
    if (at === undefined || match.index > end + 1) at = match.index;
    end = match.index + match[0].length;
  }
  return at === undefined ? '' : words.slice(at);
}

/** "danh mục nhiệm vụ" may be several: a name tells more. */
function isName(words: string): boolean {
  return words.split(' ').length >= 5;
}
