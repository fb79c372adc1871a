import type { Draft } from '../../draft.ts';
import { type Family, familyBesideNumber } from '../../family.ts';
import { headOf } from '../../letterhead.ts';
import type { Saying } from '../../rule.ts';
import { stripDiacritics, type Words } from '../../text.ts';
import { KNOWN_LETTERS, lettersOf } from './type-letters.ts';

/** What is wrong with the number of a draft, and how it should read. */
export interface NumberFault {
  readonly number: Words;
  readonly reasons: readonly Saying[];
  readonly expected: string | undefined;
  readonly certain: boolean;
}

/** Number, mark, year of normative documents, first group, mark, other groups; a draft may leave the number blank. */
const NUMBER = /^(\d[\d.]*)?([/-])(?:(\d{4})\/)?(\p{L}[\p{L}\d&]*)(?:([/-])(.+))?$/u;
/** Types that are never normative: no year stands in their number. */
const ADMINISTRATIVE = new Set(['KH', 'TB', 'CTr', 'CĐ', 'BC', 'TTr', 'HD', 'PA', 'ĐA', 'KL']);
const ATTACHED = /kèm theo (?:Quyết định|Nghị quyết|Thông báo|Kế hoạch|Công văn|Tờ trình)/iu;

export function numberFault(draft: Draft): NumberFault | undefined {
  const { number, type } = draft.letterhead;
  if (!number || number.text.length > 80) return undefined;
  const written = number.text.normalize('NFC').trim();
  const none = { number, expected: undefined, certain: false };
  if (/^\d+$/.test(written)) return { ...none, reasons: [NO_SYMBOL] };
  const [, digits = '', mark = '', year, head = '', , tail] =
    NUMBER.exec(written.replace(/\s*([/-])\s*/g, '$1').replace(/\s+/g, ' ')) ?? [];
  if (mark === '') return undefined;
  const family: Family = year ? 'legal' : (familyBesideNumber(draft) ?? (mark === '-' ? 'party' : 'state'));
  const reasons: Saying[] = [];
  let certain = true;

  const letters = type && lettersOf(type.text, family);
  const isLetter = type !== undefined && /^công văn$/iu.test(type.text.normalize('NFC'));
  let first = head;
  // What a decision issues bears the number of the decision.
  const isIssued =
    head === 'QĐ' && /^(?:quy chế|đề án|điều lệ|chiến lược|quy hoạch)/iu.test(type?.text.normalize('NFC') ?? '');
  if (letters && letters !== head && !isIssued && !isAttached(draft, head)) {
    // "15/UBND-VX" of a kế hoạch: the first group is the issuer already.
    const sameLetters = stripDiacritics(letters) === stripDiacritics(head);
    const isType = KNOWN_LETTERS.has(head) || (tail !== undefined && !/^(?:UBND|HĐND|VP)/.test(head));
    first = sameLetters || isType ? letters : `${letters}${family === 'party' ? '/' : '-'}${head}`;
    certain &&= sameLetters;
    reasons.push({
      vi: `${type.text} có chữ viết tắt là ${letters}, không phải ${head}`,
      en: `the letters of ${type.text} are ${letters}, not ${head}`,
    });
  }
  let rest = tail;
  if (isLetter && family === 'state' && head === 'CV' && rest !== undefined) {
    reasons.push(NO_LETTERS);
    [first = '', rest] = rest.includes('-') ? split(rest) : [rest, undefined];
    certain &&= rest !== undefined;
  }
  const [one, two] = family === 'party' ? ['-', '/'] : ['/', '-'];
  const formed = `${digits}${one}${year ? `${year}/` : ''}${first}${rest === undefined ? '' : two + rest}`;
  const plain = `${digits}${mark}${year ? `${year}/` : ''}`;
  if (!written.replace(/\s/g, '').startsWith(plain + head) || mark !== one || secondMark(written) === one) {
    reasons.push(family === 'party' ? PARTY_FORM : STATE_FORM);
  }
  let expected = formed;
  if (year && type && ADMINISTRATIVE.has(first) && familyBesideNumber(draft) !== 'legal') {
    reasons.push(NO_YEAR);
    expected = formed.replace(`${year}/`, '');
  }
  if (/^[1-9]$/.test(digits)) {
    reasons.push(ZERO);
    expected = `0${expected}`;
  }
  // "Số: 9387 /UBND-KT": the blank was left for the number to be written in.
  const spaced = draft.front.number ? written : written.replace(/^(\d+)\s+(?=[/-])/, '$1');
  if (/\s[/-]|[/-]\s/.test(spaced)) reasons.push(SPACED);
  return reasons.length > 0 ? { number, reasons, expected, certain } : undefined;
}

/** The mark between the groups of the symbol. */
function secondMark(written: string): string | undefined {
  return /^[\d.\s]*[/-]\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d&]*\s*([/-])/u.exec(written)?.[1];
}

function split(rest: string): [string, string] {
  const at = rest.indexOf('-');
  return [rest.slice(0, at), rest.slice(at + 1)];
}

/** A plan issued with a decision carries the decision's number. */
function isAttached(draft: Draft, head: string): boolean {
  if (!/^(?:QĐ|NQ|TB|CV|TTr)$/.test(head)) return false;
  return headOf(draft)
    .slice(0, 12)
    .some(({ fact }) => ATTACHED.test(fact.item.body.text.slice(0, 120)));
}

const NO_SYMBOL = { vi: 'thiếu ký hiệu (như 15/KH-UBND)', en: 'the symbol is missing (as in 15/KH-UBND)' };
const NO_LETTERS = {
  vi: 'công văn không có chữ viết tắt tên loại (như 15/UBND-VX)',
  en: 'a công văn has no letters of a type (as in 15/UBND-VX)',
};
const STATE_FORM = {
  vi: 'văn bản của Nhà nước có dấu gạch chéo sau số và dấu gạch nối trong ký hiệu (như 15/KH-UBND)',
  en: 'State documents have a slash after the number and hyphens in the symbol (as in 15/KH-UBND)',
};
const PARTY_FORM = {
  vi: 'văn bản của Đảng có dấu gạch nối sau số và dấu gạch chéo trước cơ quan ban hành (như 15-KH/TU)',
  en: 'Party documents have a hyphen after the number and a slash before the issuer (as in 15-KH/TU)',
};
const NO_YEAR = {
  vi: 'số của văn bản hành chính không ghi năm',
  en: 'the number of an administrative document has no year',
};
const ZERO = { vi: 'số dưới 10 phải thêm số 0 ở trước', en: 'a number below 10 takes a leading zero' };
const SPACED = {
  vi: 'không có dấu cách hai bên dấu gạch trong số và ký hiệu',
  en: 'no blanks stand beside the marks of number and symbol',
};
