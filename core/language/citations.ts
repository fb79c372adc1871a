import { type Span, takenBy } from '../text.ts';
import { type DateMention, readDates } from './dates.ts';

/** A document named in a passage; offsets into the passage. */
export interface CitationMention extends Span {
  /** Type word with its capital ("Nghị quyết", "Luật"); "" where only a number is written ("số 92/TTr-UBND"). */
  readonly type: string;
  /** Number and symbol, blanks taken out ("57-NQ/TW", "63/2024/NĐ-CP", "06"); absent for a law cited by name. */
  readonly number?: string;
  readonly numberSpan?: Span;
  readonly date?: DateMention;
  readonly issuer?: string;
  readonly issuerSpan?: Span;
  /** Name of a law ("Luật Giao dịch điện tử 2023"). */
  readonly name?: string;
}

/** Types of the State (ND 30/2020, Điều 7), of the Party (399-QĐ/TW) and of legal normative documents. */
export const DOCUMENT_TYPES = [
  'Nghị quyết liên tịch',
  'Thông tư liên tịch',
  'Văn bản hợp nhất',
  'Nghị quyết',
  'Quyết định',
  'Chỉ thị',
  'Kết luận',
  'Kế hoạch',
  'Thông báo',
  'Nghị định',
  'Thông tư',
  'Thông tri',
  'Thông cáo',
  'Bộ luật',
  'Pháp lệnh',
  'Hiến pháp',
  'Luật',
  'Lệnh',
  'Sắc lệnh',
  'Công điện',
  'Công văn',
  'Văn bản',
  'Quy định',
  'Quy chế',
  'Quy hoạch',
  'Hướng dẫn',
  'Chương trình',
  'Chiến lược',
  'Phương án',
  'Đề án',
  'Dự án',
  'Tờ trình',
  'Báo cáo',
  'Biên bản',
  'Điều lệ',
] as const;

const TYPE = `(${DOCUMENT_TYPES.map((type) => `[${type[0]}${type[0]?.toLowerCase()}]${type.slice(1)}|${type.toUpperCase()}`).join('|')}|NQ|NĐ|QĐ|CT|KL|ĐA)`;
/** "57-NQ/TW", "63/2024/NĐ-CP", "64/2025/QH15", "03-TTr/ĐUMTTQ, CĐTTW", "66.25/2026/NQ-CP", "33-CT / TW". */
const SYMBOL = '(?:[A-ZĐƯÂÔ][\\p{L}\\d]*(?:&[A-ZĐ]\\p{L}*)?)';
const NUMBER = `\\d{1,5}(?:\\.\\d{1,3})?[a-z]?\\s?(?:\\s?[/-]\\s?(?:\\d{4}|${SYMBOL}))+(?:, CĐTTW)?`;
/** "Chương trình hành động số", "Thông báo Kết luận số"; not "kế hoạch theo quyết định số", which numbers the decision. */
const BETWEEN = `\\s+(?!số)(?:(?!(?:${DOCUMENT_TYPES.map((type) => type.toLowerCase()).join('|')})\\s)(?:\\p{Ll}+|Hành động|Liên tịch)\\s+){1,4}(?=số\\s)|(?<=Thông báo)\\s+[Kk]ết luận\\s+(?=số\\s)`;
const NUMBERED = new RegExp(
  `(?:(?<!\\p{L}|[Ll]uật )${TYPE}(${BETWEEN}|\\s+)(?:(?:số|SỐ)\\s*:?\\s*)?|(?<!\\p{L})số\\s*:?\\s*)(${NUMBER})(?![\\p{L}\\d])`,
  'gu',
);
/** "Nghị quyết 57", "Nghị quyết số 18", "Chỉ thị 05", "Đề án 06": known by number alone. */
const SHORT =
  /(?<!\p{L})(Nghị quyết|Chỉ thị|Kết luận|Đề án|Quy định|Quyết định|Nghị định|Chương trình|NQ|NĐ|CT|KL)\s*(?:số\s+)?(\d{1,4})(?![\p{L}\d/.-])(?!\s*(?:năm|tháng|nhiệm vụ|điểm|nhóm|lần|trang|ngày|tỷ|triệu|%|mục|nội dung|giai đoạn))(?!-\p{Lu})/gu;
const LAW =
  /(?<!\p{L})(Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?=\s+\p{Lu}|\s+sửa đổi, bổ sung một số điều của\s+\p{Lu}|\s+(?:năm\s+)?\d{4})\s+/gu;
const CONGRESS =
  /(?<!\p{L})(Nghị quyết|Văn kiện)\s+(Đại hội\s+(?:Đại biểu\s+)?[^,;.()]{0,60}?(?:lần thứ\s+)?[IVXL]+)(?![\p{L}])/gu;
const DATE_AFTER = /^\s*,?\s*(?=ngày\s)/iu;
const ISSUER = /^\s*,?\s*của\s+/u;
const ISSUER_END =
  /\s+(?:về|ban hành|quy định|phê duyệt|sửa đổi|thông qua|và|tại|hướng dẫn|được|thực hiện|triển khai|trong|trước|đến|từ|chậm nhất|hoàn thành|để|nhằm|theo|như|năm|ngày|do|phê chuẩn|thành lập|giao|chỉ đạo|tiếp tục|thành các|bảo đảm|và các)(?![\p{L}\d])|[,;.():"]|$/u;
/** Tails of names of ministries and their departments: the "và" and the comma in them end no issuer. */
const TAIL =
  /(?:,\s+Thể thao|,\s+Thương binh)?\s+và\s+(?:Môi trường|Công nghệ|Đào tạo|Du lịch|Tôn giáo|Đầu tư|Truyền thông|Phát triển|PTNT|Xã hội|Dân vận)(?!\p{L})/giu;
const LONGEST_ISSUER = 120;
const LONGEST_LAW = 600;
const FULL: Record<string, string> = {
  NQ: 'Nghị quyết',
  NĐ: 'Nghị định',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  ĐA: 'Đề án',
};

/** The documents a passage (clean text) cites, in order. A list of numbers after one type word gives one citation each. */
export function readCitations(text: string): CitationMention[] {
  const found: CitationMention[] = [];
  const days = new Map(
    (/\d/.test(text) ? readDates(text) : []).filter(({ grain }) => grain === 'day').map((date) => [date.start, date]),
  );
  const taken = takenBy([], text.length);
  /** Where each begins. */
  const places = new Map<number, number>();
  const add = (cited: CitationMention) => {
    places.set(cited.start, found.length);
    found.push(cited);
    taken.take(cited);
  };
  let type = '';
  let typeEnd = -1;
  for (const match of text.matchAll(NUMBERED)) {
    const written = match[3] ?? '';
    const number = written.replace(/\s/g, '').replace(/,CĐTTW/, ', CĐTTW');
    // "15/7" is a day and a month, "24/7" a manner of working; a symbol has letters.
    if (!/[A-ZĐ]/.test(number)) continue;
    const at = match.index + match[0].lastIndexOf(written);
    const numberSpan = { start: at, end: at + written.trimEnd().length };
    if (!taken.isFree(numberSpan)) continue;
    const own = match[1] ? capital(match[1]) : undefined;
    // "các Quyết định số 229-QĐ/TW và 230-QĐ/TW": the second number has the type of the first.
    if (own !== undefined) type = own;
    else if (typeEnd < 0 || !/^[^.;:]{0,160}$/.test(text.slice(typeEnd, match.index))) type = '';
    let last = complete(text, { start: match.index, end: numberSpan.end, type, number, numberSpan }, days);
    add(last);
    typeEnd = last.end;
    for (let next = listed(text, last, days); next; next = listed(text, last, days)) {
      last = next;
      add(last);
    }
  }
  for (const match of text.matchAll(SHORT)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const number = match[2] ?? '';
    if (!taken.isFree(span)) continue;
    // "Chương trình 135" is known by its number; two figures after other words are mostly counts.
    const numberSpan = { start: span.end - number.length, end: span.end };
    add(complete(text, { ...span, type: capital(match[1] ?? ''), number, numberSpan }, days));
  }
  for (const match of text.matchAll(LAW)) {
    const name = lawName(text, match.index, match[0].length);
    const span = { start: match.index, end: match.index + name.length };
    if (!taken.isFree(span) || name.length <= (match[1] ?? '').length) continue;
    // "Luật Việc làm số 74/2025/QH15" is one citation: the number found above has its name here.
    const numbered = places.get(span.end + 1) ?? -1;
    const own = found[numbered];
    if (own?.number !== undefined && /^số/iu.test(text.slice(own.start))) {
      found[numbered] = { ...own, start: span.start, type: match[1] ?? '', name };
      taken.take(span);
      continue;
    }
    const law = complete(text, { ...span, type: match[1] ?? '', name }, days);
    if (taken.isFree(law)) add(law);
  }
  for (const match of text.matchAll(CONGRESS)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (taken.isFree(span)) add({ ...span, type: match[1] ?? '', name: match[0] });
  }
  return shareDates(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

const MORE = new RegExp(`^(?:\\s*,\\s*|\\s*,?\\s+và\\s+)(?:số\\s+)?(${NUMBER})(?![\\p{L}\\d])`, 'u');

/** A further number of the same type: "và 230-QĐ/TW", ", số 12/NQ-CP". */
function listed(text: string, last: CitationMention, days: Days): CitationMention | undefined {
  const match = MORE.exec(text.slice(last.end));
  const written = match?.[1] ?? '';
  if (!match || !/[A-ZĐ]/.test(written)) return undefined;
  const at = last.end + match[0].lastIndexOf(written);
  const numberSpan = { start: at, end: at + written.length };
  return complete(text, { ...numberSpan, type: last.type, number: written.replace(/\s/g, ''), numberSpan }, days);
}

/** The days named in a passage, by their places. */
type Days = ReadonlyMap<number, DateMention>;

/** Adds the date and the issuer that follow. */
function complete(text: string, cited: CitationMention, days: Days): CitationMention {
  let { end } = cited;
  const lead = DATE_AFTER.exec(text.slice(end));
  const date = lead ? days.get(end + lead[0].length) : undefined;
  if (date) end = date.end;
  const of = ISSUER.exec(text.slice(end));
  if (!of) return { ...cited, end, ...(date && { date }) };
  const from = end + of[0].length;
  const behind = text.slice(from, from + LONGEST_ISSUER + 40);
  const stop = ISSUER_END.exec(behind.replace(TAIL, (tail) => '_'.repeat(tail.length)))?.index ?? 0;
  const issuer = behind.slice(0, stop).trim();
  if (!/^\p{Lu}/u.test(issuer) || issuer.length > LONGEST_ISSUER) return { ...cited, end, ...(date && { date }) };
  end = from + issuer.length;
  // "Nghị quyết số 34-NQ/TU của Tỉnh ủy Lào Cai ngày 27/12/2025": the date may stand behind the issuer.
  const late = date || cited.date ? null : /^\s*(?=ngày\s)/u.exec(text.slice(end));
  const lateDate = late ? days.get(end + late[0].length) : undefined;
  if (lateDate) end = lateDate.end;
  const at = date ?? lateDate;
  return { ...cited, end, issuer, issuerSpan: { start: from, end: from + issuer.length }, ...(at && { date: at }) };
}

/** "các Quyết định số 229-QĐ/TW và 230-QĐ/TW, ngày 10/01/2025": the date behind the last number is that of all. */
function shareDates(text: string, found: CitationMention[]): CitationMention[] {
  return found.map((cited, i) => {
    const next = found[i + 1];
    if (cited.date || !next?.date || cited.type !== next.type || cited.number === undefined) return cited;
    // "Nghị quyết số 57-NQ/TW và số 71/NQ-CP ngày 01/4/2025": of two series, the day is of the last alone.
    if (seriesOf(cited.number) !== seriesOf(next.number ?? '')) return cited;
    const joined = /^\s*(?:,|và|,\s*và)\s*(?:số\s*)?$/.test(
      text.slice(cited.end, next.numberSpan?.start ?? next.start),
    );
    return joined ? { ...cited, date: next.date, ...(next.issuer && { issuer: next.issuer }) } : cited;
  });
}

/** What a number says beside its figure: "57-NQ/TW" gives "-NQ/TW", "20/2020/QĐ-TTg" "/2020/QĐ-TTg". */
function seriesOf(number: string): string {
  return number.replace(/^\d+/, '');
}

/** A law's name: up to a number, a date or the end of the capitalised enumeration. */
function lawName(text: string, at: number, head: number): string {
  const rest = text.slice(at + head, at + head + LONGEST_LAW);
  if (/^sửa đổi/.test(rest))
    return text.slice(
      at,
      at +
        head +
        (/\s+(?:ngày|số(?!\s+điều)|trước|chậm nhất|muộn nhất|trong|trình)\s|[;.()]|,\s+(?=\p{Lu})|$/u.exec(rest)
          ?.index ?? 0),
    );
  const stop =
    /\s+(?:số|ngày|được|của|và (?:các|Luật|Bộ luật|Nghị|văn bản|quy định|thực hiện)|quy định|hướng dẫn|có hiệu lực|để|khi|tại|do|bảo đảm|đã|sau|cũng|này|hiện hành|theo|có liên quan|phù hợp|về việc|trong|với|từ|đối với|trước|chậm nhất|muộn nhất|hoàn thành)(?=\s)|[;.:()"]|,\s+(?=\p{Lu})|,\s+(?=(?:các|quy|bảo|theo|trong|hoàn|phù|đồng|trình|nghị|thông|văn|gửi|báo)\s)/u.exec(
      rest,
    );
  const year = /^[^,;.:()"]*?\s(?:năm\s+)?\d{4}(?!\d)/.exec(rest);
  const end = stop ? stop.index : rest.length;
  const cut = year && year[0].length <= end ? year[0].length : end;
  return text.slice(at, at + head + cut).trimEnd();
}

function capital(type: string): string {
  const full = FULL[type] ?? type;
  return (full[0] ?? '').toUpperCase() + full.slice(1).toLowerCase();
}
