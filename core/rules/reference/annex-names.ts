import { foldName, type Span, textBefore } from '../../text.ts';

const LINK =
  /[\s,(]*(?:(?:được\s+)?(?:chi tiết|cụ thể|nêu|quy định|ban hành|xem|kèm theo|sau đây)\s*[,(]?\s*)*(?:tại|theo|ở|trong|như|là)?\s*(?:các\s+)?$/iu;
const HEAD =
  /(?<![\p{L}\d/.])(?:danh mục|danh sách|đề cương|biểu mẫu|mẫu|bảng|biểu|phương án|lộ trình|quy trình|khung|\d{1,3}(?=\s\p{Ll}))(?=\s)/giu;
const AFTER =
  /^\s*(?:[:-]|kèm theo(?:\s+(?:là|về))?|là|về)?\s*\(?((?:danh mục|danh sách|đề cương|biểu mẫu|mẫu|bảng|biểu|phương án|lộ trình|quy trình|khung)\s[^,;:.()"]*)/iu;

/** What a mention says the annex is: the words before "tại Phụ lục I", or those behind "Phụ lục I: ". */
export function nameOf(text: string, { start, end }: Span): string {
  const behind = foldName(AFTER.exec(text.slice(end, end + 240))?.[1] ?? '');
  const called = behind.replace(/\s+(?:để|trước ngày|trong năm)\s.*$/u, '');
  if (isName(called)) return called;
  const before = textBefore(text, start, 240);
  const near = Math.max(0, before.length - 60);
  const link = LINK.exec(before.slice(near));
  const clause = before.slice(0, link ? near + link.index : before.length);
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
export function isName(words: string): boolean {
  return words.split(' ').length >= 5;
}
