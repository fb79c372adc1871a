import type { Span } from '../text.ts';
import { isOwnerStart, startsAction, verbSoon } from './groups.ts';
import { anchorAt, verbAt } from './lexicon.ts';
import { BARE_GROUP, BREAK, GROUP_NOUN, POSITION, UNIT_HEAD } from './owner-words.ts';
import type { OwnerMention, Passage } from './passage.ts';

/** Bodies that go by their head alone in the documents of those they belong to. */
const ALONE = /^(?:Ban Chỉ đạo|Ban Chỉ huy|Ban Thường vụ|Thường trực|Văn phòng|Liên đội|Chi đoàn|Công đoàn)$/u;
/** Heads by which a document calls the body it speaks to ("Công ty rà soát ..."), where a deed follows that names none. */
const CALLED =
  /^(?:Công ty|Tổng công ty|Tập đoàn|Trung tâm|Viện|Học viện|Chi cục|Cục|Vụ|Phòng|Bệnh viện|Ngân hàng|Quỹ|Chi nhánh|Sở|Hạt|Đài)$/u;
/** Heads that are followed by a name in small letters; other heads so written ("Tổ chức ...", "Ban hành ...") name nothing. */
const SMALL_NAMED =
  /^(?:Vụ|Cục|Phòng|Trung tâm|Công ty|Văn phòng|Ban|Hội|Trường|Chi cục|Công an|Tổ|Đội|Đoàn(?= (?:kiểm|thanh|giám))|Hội đồng|Ủy ban|Chính quyền|Cơ quan|Bảo tàng|Thư viện|Bệnh viện|Chi bộ|Chi ủy|Thôn|Khu phố|Trạm|Hạt|Chi nhánh|LĐLĐ|BCH|BTL|BQL|BCĐ|TTYT|VP)(?!\p{L})/u;
/** A name that says what is done and not yet to what: "Phòng Quản lý (đào tạo)". A board is one without more. */
const LACKS_OBJECT =
  /^(?!Ban |Tổ |Đội ).*\s(?:quản lý|kiểm soát|xúc tiến|ứng dụng|phục vụ|đăng ký|điều phối|bảo tồn|phát triển|hỗ trợ|quy hoạch)$/iu;
/** A name that begins with what is done: a second deed may follow behind a comma ("Trường Đào tạo, bồi dưỡng cán bộ"). */
const DEED = /\s(?:Quản lý|Đào tạo|Kiểm tra|Giám sát|Bảo vệ|Bảo tồn|Sản xuất|Kiểm định|Khảo thí|Tuyên truyền)$/u;
/** Words of two syllables or more whose last ones would be verbs, adverbs or levels by themselves, and fixed names. */
const COMPOUND =
  /(?:công nghệ|an toàn|an ninh) thông tin|dịch vụ tổng hợp|hậu cần|thi đua,? khen thưởng|nghiên cứu(?: và)? phát triển|trợ giúp|giáo dục thường xuyên|(?:quản lý hành chính về )?trật tự(?: xã hội)?|xã hội|nông nghiệp và phát triển nông thôn|phòng cháy,? (?:và )?chữa cháy(?:,? và cứu nạn, cứu hộ)?/giu;
/** Verbs that the matter a body sees to is called by, wherever they stand in its name. */
const MATTER =
  /^(?:phát triển|đổi mới|chuyển đổi|cải cách|cải thiện|ứng dụng|ứng phó|thích ứng|bảo vệ|bảo đảm|bảo tồn|quản lý|phòng|chống|sắp xếp|kiện toàn|đầu tư|sử dụng|đào tạo|đấu tranh|nâng cao|thông tin|thi đua|khen thưởng|giải quyết|xử lý|tháo gỡ)(?!\p{L})/iu;
/** Those by which boards and divisions are called, beside what boards and councils see to. */
const FIELD =
  /^(?:bồi dưỡng|thanh toán|kiểm soát|giám sát|xúc tiến|tư vấn|tuyển dụng|tuyển sinh|điều hành|điều phối|quan trắc|kiểm định|kiểm nghiệm|giám định|xét nghiệm|khai thác|vận hành|truyền thông|xây dựng|cứu hộ|tìm kiếm|khảo thí|tiếp nhận|học tập)(?!\p{L})/iu;

/** A name as far as it was read. */
interface Name {
  readonly at: number;
  /** Where its head ends. */
  readonly head: number;
  /** The head may be all of it. */
  readonly stands: boolean;
  /** Words in it of which the verbs and levels are a part. */
  readonly nouns: readonly Span[];
  end: number;
}

/** Syllables of a name behind its head. */
const MOST_WORDS = 16;

/** The name of a body the registry does not have: its head and the words up to a verb or a break. */
export function unknownUnit(passage: Passage, at: number): OwnerMention | undefined {
  const { text } = passage;
  const head = at + (UNIT_HEAD.exec(text.slice(at))?.[0].length ?? 0);
  const stands = ALONE.test(text.slice(at, head)) || isCalled(text, at, head);
  const name: Name = { at, head, stands, nouns: compoundsIn(text, at), end: head };
  for (let words = 0; words < MOST_WORDS; words++) {
    const end = wordEnd(passage, name);
    if (end === undefined || end === name.end) break;
    name.end = end;
  }
  const { end } = name;
  if (end === head) return stands ? { start: at, end, ids: [], kind: 'unknown' } : undefined;
  if (!/\p{Lu}/u.test(text.slice(head, end)) && !SMALL_NAMED.test(text.slice(at, end))) return undefined;
  return { start: at, end, ids: [], kind: 'unknown' };
}

/** Where the next word of a name ends; undefined where it has none. */
function wordEnd(passage: Passage, name: Name): number | undefined {
  const { text } = passage;
  const { at, end, nouns } = name;
  const word = wordStart(passage, name);
  if (word === undefined) return undefined;
  const next = text.slice(word, word + 80);
  const noun = nouns.find(({ start, end }) => start <= word && word < end);
  if (noun) return noun.end;
  const length = /^[^\s,:;.()"]+/.exec(next)?.[0].length ?? 0;
  // Whatever follows a head that is no name by itself belongs to it.
  if (end === name.head && !name.stands) return word + longer(length, text, word);
  if (BREAK.test(next) || anchorAt(text, word) > 0) return undefined;
  // "Trạm Y tế xã chằng ...": the name ends with its level, unless the place follows.
  const isLevel = /\s(?:tỉnh|xã|phường|huyện|thành phố|quận|thị xã|đặc khu)$/u.test(text.slice(at, end));
  if (isLevel && !/^\p{Lu}/u.test(next)) return undefined;
  const verb = verbAt(text, word);
  // One syllable ("tạo" in "Đào tạo") says too little within a name.
  const isDeed =
    /^\p{Ll}/u.test(next) &&
    (next.slice(0, verb).includes(' ') || /^(?:đưa|trình|lập|gửi|cử|giao|mời|họp|nộp)(?!\p{L})/u.test(next));
  if (verb > 0 && isDeed) return isNamedBy(passage, name, word, verb) ? word + verb : undefined;
  return word + longer(length, text, word);
}

/** "Đào tạo" is one word: its second syllable begins no "tạo lập". */
function longer(length: number, text: string, word: number): number {
  return /^\p{Lu}/u.test(text.slice(word, word + 2)) ? Math.max(length, verbAt(text, word)) : length;
}

/** Where the next word of a name begins, behind a blank or a comma within it ("Cục Quản lý Khám, chữa bệnh"). */
function wordStart(passage: Passage, { at, end }: Name): number | undefined {
  const { text } = passage;
  const rest = text.slice(end, end + 80);
  const blank = /^\s+(?:-\s+)?(?:và\s+(?=\p{Lu}\p{Ll}+))?/u.exec(rest)?.[0];
  if (blank === undefined) {
    const comma = /^,\s+(?=\p{L})/u.exec(rest)?.[0];
    const word = end + (comma?.length ?? 0);
    return comma && (isSecondDeed(passage, at, end, word) || goesOn(passage, word)) ? word : undefined;
  }
  const word = end + blank.length;
  if (blank.includes('và') && isOwnerStart(passage, word)) return undefined;
  const joined = /^và\s/u.test(text.slice(word, word + 4)) ? word + 3 : undefined;
  const other =
    joined !== undefined &&
    (isOwnerStart(passage, joined) || GROUP_NOUN.test(text.slice(joined)) || startsAction(passage, joined));
  return other ? undefined : word;
}

/** Does a verb tell what the body sees to, and not what it is told to do? */
function isNamedBy(passage: Passage, { at, end }: Name, word: number, verb: number): boolean {
  const { text } = passage;
  const said = text.slice(at, end);
  return (
    (/^,/.test(text.slice(end)) && isSecondDeed(passage, at, end, word)) ||
    (LACKS_OBJECT.test(said) && text.slice(word, word + verb).includes(' ')) ||
    isMatter(text, word, verb) ||
    /dự án(?: đầu tư)?$/.test(said)
  );
}

function isCalled(text: string, at: number, end: number): boolean {
  const deed = /^\s+(?=\p{Ll})/u.exec(text.slice(end, end + 20))?.[0];
  if (!deed || !CALLED.test(text.slice(at, end))) return false;
  const verb = verbAt(text, end + deed.length);
  const words = text.slice(end + deed.length, end + deed.length + verb);
  return words.includes(' ') && !MATTER.test(words) && !FIELD.test(words);
}

function compoundsIn(text: string, at: number): Span[] {
  const found = text.slice(at, at + 200).matchAll(COMPOUND);
  return Array.from(found, ({ index, 0: words }) => ({ start: at + index, end: at + index + words.length }));
}

/** Behind a comma in a name: "Cục Quản lý, giám sát bảo hiểm chủ trì ...". */
function isSecondDeed(passage: Passage, at: number, end: number, word: number): boolean {
  const { text } = passage;
  const verb = verbAt(text, word);
  return (
    verb > 0 && DEED.test(text.slice(at, end)) && /^\p{Ll}/u.test(text.slice(word)) && verbSoon(passage, word + verb)
  );
}

/**
 * Does a verb belong to a name ("Ban Chỉ đạo chuyển đổi số tỉnh", "Tổ xây dựng nông thôn mới có trách nhiệm ...")? So it
 * does where behind its few words somebody is told to act.
 */
function isMatter(text: string, at: number, verb: number): boolean {
  const next = text.slice(at, at + 40);
  if (!MATTER.test(next) && !FIELD.test(next)) return false;
  let end = at + verb;
  for (let words = 0; words < 6; words++) {
    const rest = text.slice(end, end + 80);
    if (/^\s+(?:chủ trì|có trách nhiệm|chịu trách nhiệm)(?!\p{L})/u.test(rest)) return true;
    if (/^\s*:\s*\p{Lu}/u.test(rest)) return !/^(?:xây dựng|xử lý|giải quyết|bảo đảm|tháo gỡ)/iu.test(next);
    const level = /^\s+(?:tỉnh|huyện|xã|phường|thành phố|Thành phố|Trung ương)(?=\s+\p{Ll}|:)\s*/u.exec(rest)?.[0]
      .length;
    if (level)
      return /^:/.test(text.slice(end + level)) || anchorAt(text, end + level) > 0 || verbAt(text, end + level) > 0;
    const word = /^\s+\p{L}+|^,\s+chống(?=\s)/u.exec(rest)?.[0];
    if (word === undefined) return false;
    const start = end + word.search(/\p{L}/u);
    if (
      !word.startsWith(',') &&
      (anchorAt(text, start) > 0 || verbAt(text, start) > 3 || BREAK.test(text.slice(start, start + 40)))
    )
      return false;
    end += word.length;
  }
  return false;
}

const UNIT_ABOUT =
  /^(?:Ban Chỉ đạo|Ban Chỉ huy|Ban Điều phối|Hội đồng|Ủy ban|Tổ công tác|Tổ [Gg]iúp việc|Tổ Biên tập|Tiểu ban)(?:\s+(?:Trung ương|(?:[Qq]uốc|[Ll]iên|[Đđ]a) \p{L}+|[Nn]hà nước|của|tỉnh|thành phố|xã|phường|cấp \p{Ll}+|đặc biệt|điều phối|liên ngành|vùng|\p{Lu}\p{L}*)){0,6}\s+về\s+/u;
/** "Tổ công tác về cải cách hành chính": a body called by what it sees to, up to the verb of its task. */
export function unitAbout(passage: Passage, at: number): OwnerMention | undefined {
  const { text } = passage;
  const head = UNIT_ABOUT.exec(text.slice(at, at + 120));
  if (!head) return undefined;
  let end = at + head[0].length;
  for (let words = 0; words < 24; words++) {
    const next = text.slice(end, end + 80);
    const link = /(?:\s|^)(?:về|và|thực hiện|triển khai|công tác)\s+$|,\s+$/iu.test(text.slice(at, end));
    const word = /^[^\s,:;.()"]+/.exec(next)?.[0].length ?? 0;
    const action = anchorAt(text, end) > 0 || BREAK.test(next) || (verbAt(text, end) > 0 && !MATTER.test(next));
    if (word === 0 || (words > 0 && action && !link)) break;
    end += word;
    const gap = /^\s+|^,\s+(?=\p{Ll})/u.exec(text.slice(end));
    if (!gap || (gap[0].startsWith(',') && isOwnerStart(passage, end + gap[0].length))) break;
    end += gap[0].length;
  }
  end = at + text.slice(at, end).replace(/[\s,]+$/u, '').length;
  return { start: at, end, ids: [], kind: 'unknown' };
}

/** After a comma in a name: a word or two that are neither owner nor action, and then the name's end or its verb. */
function goesOn(passage: Passage, at: number): boolean {
  const next = passage.text.slice(at, at + 60);
  if (
    isOwnerStart(passage, at) ||
    GROUP_NOUN.test(next) ||
    POSITION.test(next) ||
    BARE_GROUP.test(next) ||
    // Within a sentence no deed begins with a capital letter ("Vụ Đào tạo, Bồi dưỡng").
    (/^\p{Ll}/u.test(next) && startsAction(passage, at))
  )
    return false;
  const words = /^\p{L}+(?:\s+\p{L}+){0,4}?(?=\s+(?:\p{Ll}|\p{Lu})|[,;.)]|$)/u.exec(next);
  return (
    words !== null &&
    !/^(?:để|theo|căn|trên|trong|tại|nhằm|đã|là|và|khi|từ|hằng|hàng|cùng|với|về)(?!\p{L})/u.test(next) &&
    (verbSoon(passage, at) || /^[\p{L}\s&]{2,30}(?:[,;:.)]|\s+và\s|$)/u.test(next))
  );
}
