import type { CitationMention } from '../../language/citations.ts';
import { textBefore } from '../../text.ts';

/** "(Kèm theo Kế hoạch số ...)" in an annex: the document itself, whatever day is given. */
export function isAttached(text: string, { start }: CitationMention): boolean {
  return /kèm theo\s+$/iu.test(textBefore(text, start, 12));
}

/** "Căn cứ Luật ...": a basis of its own, not a law another document amends. */
export function isBasis(text: string, { start }: CitationMention): boolean {
  return /(?:^|[;.]\s*|^-\s*)Căn cứ\s+$/u.test(textBefore(text, start, 12));
}

/** "của Bộ Chính trị, Ban Bí thư": issued by both. */
export function isJoint(text: string, { end }: CitationMention): boolean {
  return /^\s*(?:,|và)\s*(?:Bộ Chính trị|Ban Bí thư)/u.test(text.slice(end, end + 30));
}

/** "Ngày 21 tháng 5 năm 2026, Chính phủ đã ban hành Nghị định số ...": the day stands before. */
const DATED_BEFORE =
  /ngày\s+\d{1,2}(?:\/|\s+tháng\s+)\d{1,2}(?:\/|\s+năm\s+)\d{4}[^.;]*(?:ban hành|thông qua|ký|có)\s[^.;]*$/iu;

export function isDatedBefore(text: string, { start }: CitationMention): boolean {
  return DATED_BEFORE.test(textBefore(text, start, 300));
}

const ABSTRACT =
  /^\s*,?\s*(?:về|ban hành|quy định|phê duyệt|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|thành lập|giao|tổ chức)\s+([^.;]{0,80})/u;

/** What a document is about, as it is cited. */
export function abstractOf(text: string, { end }: CitationMention): string | undefined {
  return ABSTRACT.exec(text.slice(end, end + 100))?.[1];
}
