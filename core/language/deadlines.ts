import { type Span, takenBy, textBefore } from '../text.ts';
import { type DateMention, readBareDates, readDates } from './dates.ts';
import { verbAt } from './lexicon.ts';

export type Relation = 'on' | 'before' | 'by' | 'within' | 'after' | 'ongoing' | 'recurring';

/** A number of days, weeks, months from an event. */
export interface Term {
  readonly count: number;
  readonly unit: 'day' | 'working day' | 'week' | 'month' | 'year';
  /** The event is the issue of this very document, so the day can be reckoned. */
  readonly fromIssue: boolean;
}

/** Words that set a time for an action; offsets into the passage read. */
export interface DeadlineMention extends Span {
  readonly relation: Relation;
  readonly date?: DateMention;
  readonly term?: Term;
  /** 3: beside a word of completion; 2: with a preposition of time; 1: a bare date, an effect, an adverb. */
  readonly strength: 1 | 2 | 3;
  /** It is the whole of a sentence ("Hoàn thành trong tháng 8/2025."), so it may serve the items before it too. */
  readonly closing: boolean;
}

const COMPLETION =
  /(?:hoàn thành|hoàn tất|hoàn thiện xong|làm xong|xong|kết thúc|thời hạn(?: hoàn thành| thực hiện| báo cáo| gửi)?|thời gian(?: hoàn thành| thực hiện)?|tiến độ(?: hoàn thành)?|hạn)\s*(?::|là|vào)?\s*$/i;
const LATEST = /(?:chậm nhất|muộn nhất|không (?:muộn|chậm) hơn)(?: là)?(?:,)?\s*$/i;
const HOUR = /(?:\d{1,2}\s?(?:h|giờ|:)\s?(?:\d{2})?(?:\s?phút)?(?:\s?(?:sáng|chiều|tối))?,?\s*)$/i;
/** Nouns whose date says when they were, or what they are about, not when something is due. */
const DATED_NOUN =
  /(?:cuộc họp|hội nghị|phiên họp|phiên|buổi (?:làm việc|họp)|kỳ họp|lễ|sự kiện|văn bản|công văn|công điện|tờ trình|thông báo|kết luận|báo cáo|kế hoạch|nghị quyết|quyết định|chỉ thị|thông tư|nghị định|luật|dự toán|ngân sách|chỉ tiêu|số liệu|tình hình|kết quả|vốn|đầu tư công|chương trình công tác|(?<!(?:học|tuyển|vệ|khai|thí|hy|dân|ký|tái|hộ|chiêu|phục|an|nữ|nam|giáo|kháng|khuẩn|môn|phát) )sinh|giai đoạn|thời kỳ|nhiệm kỳ|tầm nhìn|năm học|mùa|vụ|kỳ|niên độ|quý)\s*(?:,|của|kết thúc)?\s*$/i;
/** Before "trước ngày", "từ ngày", ...: what the day marks is the state of a thing, not when the task is due. */
const STATE_BEFORE =
  /(?:tiếp nhận|phát sinh|thành lập|được (?:phê duyệt|cấp|ban hành|ký|giao|thông qua)|đã (?:[^,;.]{0,40})|có hiệu lực(?: thi hành)?|tính|kể|ký kết|phê duyệt|như|so với|tồn đọng|thu hồi|(?:người|em|trẻ|con|cháu|cán bộ|công dân|thành viên|đảng viên|thanh niên|đối tượng) sinh)\s*$/i;
const BEFORE = /(?:^|[\s("])trước(?: thời điểm| mốc)?(?: hết)?(?: (?:ngày|dịp|lễ|thềm)(?: \p{Lu}[^,;.:]{2,60})?)?\s*$/u;
/** "Trước ngày 15/12/2026, Bộ A báo cáo ...". */
const FIRST_BEFORE = /(?:^|[.;:]\s)Trước(?: ngày)?\s*$/u;
const EFFECT =
  /hiệu lực|áp dụng|đáp ứng|phục vụ|nhằm|chuẩn bị|phát sinh|(?<!\p{L})(?:để|khi|kể|theo|phù hợp|bảo đảm|yêu cầu|cho)(?=\s)|sau (?:sắp xếp|sáp nhập)|trong đó/iu;
const DURATIVE =
  /^(?:[^,;.:]{0,40}\s)?(?:vận hành|thực hiện|triển khai|áp dụng|tổ chức|duy trì|bắt đầu|khai giảng|hoạt động)(?=\s|,)/iu;
const RECURRENCE =
  /định kỳ(?= (?:báo cáo|tổng hợp|hoặc đột xuất|và đột xuất|đánh giá|kiểm tra|rà soát|giao ban)(?!\p{L}))|mỗi (?:tuần|tháng|quý|năm) (?:một|hai|0?\d) lần|(?:trước|vào) \d{1,2} giờ(?: \d{2})? (?:hằng|hàng) ngày|(?:vào )?(?:tối|sáng|chiều)? ?thứ \p{Lu}\p{L}+ (?:hằng|hàng) tuần|(?:định kỳ(?:\s*,?\s*(?:\(?(?:trước|vào) (?:ngày )?\d{1,2}|(?:0?\d|hai|ba|sáu|chín) (?:tháng|tuần|ngày|năm)(?: (?:một|1|\/) ?lần)?|theo (?:tháng|quý|năm|tuần)))?)?\s*\(?(?:(?:(?:trước|vào|chậm nhất)\s+)?(?:ngày\s+\d{1,2}|thứ \p{L}+|ngày cuối(?: cùng)?)\s+(?:của )?)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)(?:\s*,?\s*\(?(?:trước|vào|chậm nhất)[^,;.)]{0,30}?ngày\s+\d{1,2}(?![/\d]|\s+tháng\s+\d))?|định kỳ\s+(?:(?:0?\d|hai|ba|sáu|chín) (?:tháng|tuần|ngày|năm)|theo (?:tháng|quý|năm|tuần))(?: (?:một|1) lần)?|(?:trước|vào)\s+ngày\s+\d{1,2}\s+(?:của )?(?:tháng (?:cuối|đầu)|các tháng|tháng sau)[^,;.)]{0,20}/giu;
const RECURRING_NOUN =
  /(?:kế hoạch|dự toán|ngân sách|chỉ tiêu|đời sống|công việc|sinh hoạt|kinh phí|nhu cầu|bình quân|tăng trưởng|trung bình|tăng|giảm|đạt|danh mục|chi tiêu|thu nhập)\s*$/i;
const RECURRING_VERB =
  /báo cáo|định kỳ|tổng hợp|cập nhật|đánh giá|rà soát|kiểm tra|giao ban|gửi|tổ chức|sơ kết|theo dõi|đôn đốc|công bố|công khai|chế độ|thống kê|kiểm điểm|giám sát/iu;
const ONGOING =
  /(?:^|[.;:(]\s*)(?:là )?(?:nhiệm vụ|công việc) thường xuyên|(?:thực hiện|tiến hành|triển khai|duy trì)\s+(?:một cách\s+)?thường xuyên(?:, liên tục)?|(?:^|[.:;(]\s*)thường xuyên(?:, liên tục|, hằng năm)?(?=\s*[.;)]|\s*$)|hằng năm, thường xuyên/giu;
const ONGOING_ADVERB = /^(?:(?:chủ động|tiếp tục|tăng cường)(?:,)?\s+)?thường xuyên(?=[\s,])/iu;
const AROUND = /trước(?:, trong)? và sau\s+(?=ngày|ngày\s|Tết|\d)/giu;
const TERM =
  /(?:(?:chậm nhất|muộn nhất)(?: là)?(?: trong| sau)?|trong (?:thời hạn|thời gian|vòng)|trong|sau|không quá|tối đa)\s+(?:không quá\s+)?(\d{1,3}(?:\s?-\s?\d{1,3})?|một|hai|ba|năm|bảy|mười)\s*(?:\([^)]{1,20}\)\s*)?(ngày làm việc|ngày|tuần|tháng|năm|giờ)(?!\s+(?:cuối|đầu)\s+năm)(?:\s*,?\s*(?:kể|tính)?\s*(?:từ|sau)\s+(?:ngày|khi|thời điểm|lúc)\s*([^,;.)]{0,90}))?(?:\s+trước\s+(?:khi|ngày|thời điểm)\s+[^,;.)\d]{2,60})?/giu;
/** So long ahead of something: "trước 05 ngày tổ chức hội nghị", "trước khi khai mạc ít nhất 03 ngày". */
const AHEAD =
  /trước\s+(?:ít nhất\s+|tối thiểu\s+)?\d{1,3}\s+(?:ngày làm việc|ngày|tuần|tháng)\s+(?:so với\s+[^,;.)]{3,60}|(?:khi\s+|ngày\s+)?(?:tổ chức|diễn ra|khai mạc|bắt đầu|họp|kết thúc)(?!\p{L})[^,;.)]{0,60})|trước\s+(?:ngày|khi)\s+[^,;.)\d]{3,50}?(?:ít nhất\s+|tối thiểu\s+)?\d{1,3}\s+(?:ngày làm việc|ngày(?! \d| tháng)|tuần)(?!\p{L})/giu;
const ISSUE_EVENT =
  /^(?:ký ban hành|ký|ban hành|có hiệu lực)(?!\p{L})[^\d]{0,70}$|^(?:Kế hoạch|Quyết định|Chỉ thị|Thông báo|Công điện|Kết luận)[^,;.]{0,30}(?:này )?(?:được )?(?:ký|ban hành|có hiệu lực)/iu;
const AT_ONCE = /(?:hoàn thành\s+)?ngay sau(?: khi| kỳ| Tết| hội nghị| đại hội| cuộc họp| bầu cử)?\s+[^,;.]{2,80}/giu;
const WORDS: Record<string, number> = { một: 1, hai: 2, ba: 3, năm: 5, bảy: 7, mười: 10 };
const UNITS: Record<string, Term['unit']> = {
  'ngày làm việc': 'working day',
  ngày: 'day',
  giờ: 'day',
  tuần: 'week',
  tháng: 'month',
  năm: 'year',
};

/**
 * The deadlines a passage (clean text of one assignment) sets, in the order written. `cited` are the citations in it:
 * a date inside one is the document's. `bare` says that the passage is nothing but a time (a table cell, a line
 * "Thời hạn: ..."), where a date needs no word before it.
 */
export function readDeadlines(text: string, cited: readonly Span[] = [], bare = false): DeadlineMention[] {
  const found: DeadlineMention[] = [];
  const taken = takenBy(cited, text.length);
  const add = (mention: Omit<DeadlineMention, 'closing'>) => {
    if (!taken.isFree(mention)) return;
    taken.take(mention);
    found.push({ ...mention, closing: isWholeSentence(text, mention) });
  };
  const dates = readDates(text);
  let next = 0;
  for (const match of text.matchAll(AROUND)) {
    const from = match.index + match[0].length;
    while ((dates[next]?.start ?? from) < from - 1) next++;
    const date = dates[next];
    if (date && date.start < from + 20) add({ start: match.index, end: date.end, relation: 'ongoing', strength: 2 });
  }
  for (const match of text.matchAll(RECURRENCE)) {
    const span = trimmed(text, match.index, match[0].length);
    const at = span.start;
    const clause = text.slice(Math.max(0, at - 120), at + match[0].length + 60);
    if (
      !bare &&
      (!recurs(text, at, span.end) ||
        (/năm$/i.test(clause.slice(0, span.end - at + 120)) && !RECURRING_VERB.test(clause)))
    )
      continue;
    add({ ...span, relation: 'recurring', strength: 2 });
  }
  for (const match of text.matchAll(ONGOING)) {
    add({ ...trimmed(text, match.index, match[0].length), relation: 'ongoing', strength: 2 });
  }
  for (const match of text.matchAll(AHEAD)) {
    add({
      ...withCompletion(text, match.index, match.index + match[0].trimEnd().length),
      relation: 'before',
      strength: 2,
    });
  }
  for (const match of text.matchAll(TERM)) {
    const event = match[3]?.trim();
    if (event === undefined && !/^(?:trong (?:thời hạn|vòng)|chậm|muộn|không quá)/i.test(match[0]) && !bare) continue;
    if (
      event === undefined &&
      /^(?:trong|không quá)/i.test(match[0]) &&
      !COMPLETION.test(textBefore(text, match.index)) &&
      !bare
    )
      continue;
    const count = Number(/\d+$/.exec(match[1] ?? '')?.[0]) || WORDS[(match[1] ?? '').toLowerCase()] || 0;
    const unit = UNITS[(match[2] ?? '').toLowerCase()] ?? 'day';
    const fromIssue = event !== undefined && ISSUE_EVENT.test(event);
    const span = withCompletion(text, match.index, match.index + match[0].trimEnd().length);
    add({ ...span, relation: 'within', term: { count, unit, fromIssue }, strength: span.start < match.index ? 3 : 2 });
  }
  for (const date of bare ? readBareDates(text) : dates) {
    if (!taken.isFree(date)) continue;
    // "(giao tại Thông báo số 215/TB-UBND, hạn ngày 30/9)": the date of another document's task.
    if (cited.length > 0 && citedBeside(text, date, cited)) continue;
    const mention = fromDate(text, date, bare);
    if (mention) add(mention);
  }
  for (const match of text.matchAll(AT_ONCE)) {
    if (
      !/khi\s|hoàn thành|kỳ\s|tết|hội\s|họp/i.test(match[0].slice(0, 26)) ||
      /(?<!\p{L})(?:để|nhằm|phục vụ|bảo đảm)\s[^,;.]*$/iu.test(textBefore(text, match.index, 400))
    )
      continue;
    add({ ...trimmed(text, match.index, match[0].length), relation: 'after', strength: 1 });
  }
  const adverb = ONGOING_ADVERB.exec(text);
  if (adverb) add({ start: 0, end: adverb[0].length, relation: 'ongoing', strength: 1 });
  return found.sort((a, b) => a.start - b.start);
}

/** Does a document cited in the same brackets go before the date? */
function citedBeside(text: string, date: Span, cited: readonly Span[]): boolean {
  const inside = textBefore(text, date.start, 1000);
  const open = inside.lastIndexOf('(');
  if (open < 0 || inside.includes(')', open)) return false;
  const from = date.start - inside.length + open;
  return text.includes(')', date.end) && cited.some((span) => span.start >= from && span.end <= date.start);
}

/** The deadline a task goes by: the first of those beside a word of completion, else of the others. */
export function mainDeadline(mentions: readonly DeadlineMention[]): DeadlineMention | undefined {
  return [3, 2, 1].map((strength) => mentions.find((mention) => mention.strength === strength)).find((found) => found);
}

function fromDate(text: string, date: DateMention, bare: boolean): Omit<DeadlineMention, 'closing'> | undefined {
  const { before, from, at } = beforeDate(text, date);
  const tail = text.slice(date.end);
  // "trước ngày 15/01 năm sau" is said of reports that come each year.
  const yearly =
    /^\s*(?:của\s+)?(?:(?:hằng|hàng)\s+(?:năm|tháng|quý)(?:\s+kể từ năm \d{4})?|năm\s+(?:sau|liền kề|tiếp theo|kế tiếp)(?!\p{L}))/iu.exec(
      tail,
    );
  if (yearly && date.from.year === undefined) {
    const lead = /(?:(?:trước|trong|vào|chậm nhất(?: là)?|đến)(?: ngày)?\s*)$/i.exec(before);
    return {
      start: lead ? from + lead.index : at,
      end: date.end + yearly[0].length,
      relation: 'recurring',
      strength: 2,
    };
  }
  const make = (relation: Relation, start: number, strength: 1 | 2 | 3): Omit<DeadlineMention, 'closing'> => {
    const span = withCompletion(text, start, date.end);
    return { ...span, relation, date, strength: span.start < start ? 3 : strength };
  };
  const year = date.grain === 'year';
  let match: RegExpExecArray | null;
  // "chậm nhất trước ngày", "chậm nhất (là) (vào|trong|đến) ngày"
  match =
    /(?:chậm nhất|muộn nhất|không (?:muộn|chậm) hơn)(?: là)?(?:,)?\s*(trước)?\s*(?:vào|trong|đến|tới|ngày|là)?\s*(?:hết)?\s*(?:ngày)?\s*$/i.exec(
      before,
    );
  if (match) return make(match[1] ? 'before' : 'by', from + match.index, 3);

  match = BEFORE.exec(before) ?? (bare || /^\s*,/.test(tail) ? FIRST_BEFORE.exec(before) : null);
  if (match) {
    const start = match.index + (/^\p{L}/u.test(match[0]) ? 0 : match[0].search(/\p{L}/u));
    if (STATE_BEFORE.test(before.slice(0, start))) return undefined;
    return make('before', from + start, 2);
  }
  // "Quý II/2026, Sở Nội vụ trình ...", "Tháng 9/2026: Rà soát ...".
  if (!bare && date.grain !== 'day' && /(?:^|[.;]\s)$/.test(before) && /^\s*[,:]\s+\p{L}/u.test(tail))
    return make('within', at, 1);
  if (date.range) {
    match = /(?:từ|trong (?:các|khoảng thời gian|thời gian)(?: từ)?)(?: ngày)?\s*$/i.exec(before);
    const start = match ? match.index : at - from;
    const nowTo = date.from.year === undefined && date.from.month === undefined && date.from.day === undefined;
    // "giai đoạn 2026 - 2030", "từ nay đến năm 2030" are mostly names and horizons.
    if ((year || !match) && DATED_NOUN.test(before.slice(0, start))) return undefined;
    if (year && !bare && !COMPLETION.test(before.slice(0, start)) && !(nowTo && date.to.year === undefined))
      return undefined;
    if (!bare && !match && !nowTo && !/\($/.test(before)) return undefined;
    return make('within', from + start, 2);
  }
  match =
    /(?:^|[\s("])(?:cho\s+)?(?:đến|tới)(?:\s+hết)?(?: ngày)?\s*$/i.exec(before) ??
    /(?:^|[\s("])hết(?: ngày)?\s*$/i.exec(before);
  if (match) {
    const start = match.index + (/^\p{L}/u.test(match[0]) ? 0 : 1);
    if (/(?:tính|tầm nhìn|định hướng|phấn đấu|dự kiến|tính từ|kể từ)[^,;.]{0,30}$/i.test(before.slice(0, start)))
      return undefined;
    const mention = make('by', from + start, 2);
    // "đến năm 2030" names a horizon unless something is to be finished by it; "hết năm" is always an end.
    if (year && mention.strength < 3 && !bare && !/hết/i.test(match[0]) && date.part === undefined) return undefined;
    return mention;
  }
  match = /(?:^|[\s("])(?:ngay\s+)?(?:trong|vào)(?: khoảng)?(?: ngày)?\s*$/i.exec(before);
  if (match) {
    const start = match.index + (/^\p{L}/u.test(match[0]) ? 0 : 1);
    if (
      /(?:diễn ra|nghỉ(?: hưu| việc| tinh giản| chế độ| thôi)*|tổ chức họp|được tổ chức|phát sinh|đã (?:hoàn thành|ban hành|thực hiện|triển khai|được|diễn ra|đạt|phê duyệt|giải quyết)[^,;.]{0,30})\s*$/i.test(
        before.slice(0, start),
      )
    )
      return undefined;
    return make(date.grain === 'day' ? 'on' : 'within', from + start, 2);
  }
  match = /(?:^|[\s("])(?:(?:kể|bắt đầu|tính|ngay)\s+)?từ(?: ngày)?\s*$/i.exec(before);
  if (match) {
    const end = from + match.index;
    const clause = before.slice(0, match.index);
    if (/kể từ|tính từ/i.test(match[0]) || STATE_BEFORE.test(clause)) return undefined;
    if (!DURATIVE.test(text.slice(0, Math.min(end, 80))) && !/thực hiện$|triển khai$|áp dụng$/iu.test(clause.trimEnd()))
      return undefined;
    if (EFFECT.test(textBefore(text, end, 2000))) return undefined;
    return make('after', end + (/^\p{L}/u.test(match[0]) ? 0 : 1), 1);
  }
  // "trong kỳ sinh hoạt tháng 6/2026", "tại phiên họp tháng 9"
  match = /(?:^|\s)(?:trong|tại) (?:kỳ|phiên|buổi|đợt|sinh hoạt)(?=\s)[^,;.:()]{0,50}$/iu.exec(before);
  if (match && !year)
    return make(date.grain === 'day' ? 'on' : 'within', from + match.index + (/^\s/.test(match[0]) ? 1 : 0), 2);
  if (/(?:^|[\s("])(?:sau|kể từ|qua|so với)(?: ngày)?\s*$/i.test(before)) return undefined;
  const ends = /^\s*(?:[.,;)]|$)/.test(tail) || /^\s*(?:\(|để|và\s+báo cáo)/.test(tail);
  if (COMPLETION.test(before)) return make(date.grain === 'day' ? 'on' : 'within', at, 3);
  if (bare) return make(date.grain === 'day' ? 'by' : 'within', at, 2);
  if (/\(\s*$/.test(before) && /^\s*\)/.test(tail) && !year) return make(date.grain === 'day' ? 'on' : 'within', at, 2);
  if (!ends || year || DATED_NOUN.test(before)) return undefined;
  // "trình Chính phủ tháng 9/2025.": a bare date that ends a clause of submitting or issuing.
  if (
    /(?:trình|báo cáo|gửi|ban hành|phê duyệt|tổ chức|khởi công|khánh thành|công bố)\s[^,;.]{0,80}$/iu.test(before) &&
    !/(?:tại|của|họp|ký|số)\s[^,;.]{0,40}$/iu.test(before)
  )
    return make(date.grain === 'day' ? 'on' : 'within', at, 1);
  return undefined;
}

/** "hằng quý" says when something is done at the start of a clause, behind a word of reporting, or before a verb. */
function recurs(text: string, start: number, end: number): boolean {
  const before = textBefore(text, start);
  if (/định kỳ|mỗi/i.test(text.slice(start, end)) || /(?:trước|vào|ngày|thứ|tối)/i.test(text.slice(start, start + 8)))
    return true;
  if (RECURRING_NOUN.test(before)) return false;
  // What is done every week or month, at the end of its clause; "hằng năm" mostly belongs to a plan or a budget.
  if (!/năm$/i.test(text.slice(start, end)) && /^\s*(?:[.,;)]|$|trên cơ sở|về|gửi|để|tự|với)/u.test(text.slice(end)))
    return true;
  if (/(?:^|[,;:.(]\s*|định kỳ\s*|báo cáo\s|giao ban\s|chế độ \p{L}+ \p{L}+\s|cập nhật\s|họp\s)$/iu.test(before))
    return true;
  const words = /(\p{L}+)\s+(\p{L}+)\s*$/u.exec(before);
  const active = words !== null && verbAt(text, start - before.length + words.index) === words[0].trimEnd().length;
  if (
    active &&
    !/(?:kết quả|công tác|nhiệm vụ|kế hoạch|chương trình|tình hình|việc)\s*$/iu.test(before.slice(0, words.index))
  )
    return true;
  return (
    verbAt(text, end + 1) > 0 &&
    /[,;:.(]|\p{L}$/u.test(before.trimEnd().slice(-1)) &&
    !/(?:kế hoạch|thực hiện|kết quả|nhiệm vụ|công tác|và)\s*$/iu.test(before)
  );
}

/**
 * What stands right before a date, from `from` on, and where the date begins: an hour of the day is left out
 * ("trước 17 giờ ngày ...").
 */
function beforeDate(text: string, date: DateMention): { before: string; from: number; at: number } {
  const before = textBefore(text, date.start, 300);
  const from = date.start - before.length;
  const hour = HOUR.exec(before);
  // "24/24 giờ từ nay": an hour of the day only behind a word that sets a time.
  const sets = hour !== null && /(?:trước|vào|lúc|hết|đến|từ|là|nhất|trong)\s*$/i.test(before.slice(0, hour.index));
  return sets ? { before: before.slice(0, hour.index), from, at: from + hour.index } : { before, from, at: date.start };
}

/** Takes in the word of completion right before ("hoàn thành chậm nhất trước ngày ..."). */
function withCompletion(text: string, start: number, end: number): Span {
  let at = start;
  const latest = LATEST.exec(textBefore(text, at));
  if (latest) at -= latest[0].length;
  const completion = COMPLETION.exec(textBefore(text, at));
  if (completion) at -= completion[0].length;
  return { start: at, end };
}

function trimmed(text: string, start: number, length: number): Span {
  const words = text.slice(start, start + length);
  const lead = /^[\s.:;(]*/.exec(words)?.[0].length ?? 0;
  const end = start + words.trimEnd().length;
  return { start: start + lead, end: words.includes('(') && text[end] === ')' ? end + 1 : end };
}

function isWholeSentence(text: string, span: Span): boolean {
  return (
    /(?:^|[.;]\s+)$/.test(textBefore(text, span.start)) &&
    /^\p{Lu}/u.test(text.slice(span.start)) &&
    /^\s*(?:[.;]|\.\/\.)?\s*$/.test(text.slice(span.end))
  );
}
