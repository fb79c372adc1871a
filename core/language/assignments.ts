import type { Registry } from '../registry.ts';
import type { Span } from '../text.ts';
import { verbAt } from './lexicon.ts';
import { type OwnerMention, type Passage, readOwners, startsAction, toPassage } from './owners.ts';

/** Who is told to do what by one passage; offsets into it. */
export interface Assignment {
  /** A title run into the line ("Về công tác tuyên truyền: ..."). */
  readonly topic?: Span;
  readonly leads: readonly OwnerMention[];
  readonly coordinators: readonly OwnerMention[];
  /** Where the action begins; the passage's length where it has none (it only names an owner). */
  readonly action: number;
  /**
   * How the owner is named: `lead` with "chủ trì" and the like; `direct` after "Giao", "Đề nghị"; `subject` of a verb;
   * `colon` before a colon; `passive` ("do ... chủ trì"); `none`: the action stands alone or there is no action.
   */
  readonly form: 'lead' | 'direct' | 'subject' | 'colon' | 'passive' | 'none';
  /** The word that hands the task over ("Giao", "Đề nghị", "Yêu cầu"). */
  readonly verb?: Span;
  /** The passage begins with a verb, or has an owner: something is to be done. */
  readonly acts: boolean;
  /** "phối hợp với:" and a list of items that each begin with their coordinators. */
  readonly coordinatorsFollow: boolean;
  /** "phối hợp" is said of the leads and nobody is said to lead. */
  readonly together: boolean;
}

const GIVING =
  /^(?:(?:Kính|Trân trọng|Đồng thời,?|Đồng ý)\s+)?(Giao(?: nhiệm vụ)?(?: cho)?|Đề nghị|Yêu cầu|Phân công|Ủy quyền(?: cho)?|Phân cấp cho|Chỉ định)\s+/iu;
const ISSUER_GIVES =
  /^(?:[\p{Lu}][^.:;,]{3,80}?)\s+(giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu|chỉ đạo|phân công|ủy quyền(?: cho)?)\s+/u;
const ADVERBIAL =
  /^(?:ngoài ra|đồng thời|trước mắt|bên cạnh đó|trong thời gian tới|thời gian tới|riêng|hằng năm|hàng năm|trên cơ sở|căn cứ|để|nhằm|khi|sau khi|trước|trong|từ nay|định kỳ|với|theo|trường hợp|nếu|chậm nhất|đến|vào)\s/iu;
const PREDICATE_ADVERBIAL =
  /^(?:theo (?:chức năng|thẩm quyền|nhiệm vụ|phạm vi|lĩnh vực|dõi, phân công)[^.;:,]{0,90}(?:, (?:nhiệm vụ|quyền hạn|thẩm quyền)[^.;:,]{0,60})*,|căn cứ (?:vào )?[^.;:]{3,180}?,|trên cơ sở [^.;:]{3,160}?,|với (?:vai trò|trách nhiệm|chức năng)[^.;:,]{0,120},|trong phạm vi[^.;:,]{0,100},|theo [^.;:,]{3,100},(?=\s*(?:chủ trì|chủ động|khẩn trương|tập trung|tổ chức|xây dựng|thực hiện|chỉ đạo|rà soát)))\s*/iu;
const DUTY =
  /^(?:có trách nhiệm(?: chính)?(?: trong việc)?|có nhiệm vụ|phải|cần|được giao(?: nhiệm vụ)?(?=\s+(?:chủ trì|làm|là|thực hiện))|được phân công(?=\s+chủ trì)|trong việc|để)(?!\p{L})\s*:?\s*/iu;
const HUB = /^(?:là|làm)\s+(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|đầu mối|thường trực)(?:\s*,?\s*(?:có trách nhiệm|chủ trì))?\s*,?\s*(?:giúp [^,;:.]{3,60},?\s*)?/iu;
const EAGERLY =
  /^(?:(?:khẩn trương|chủ động|tích cực|tiếp tục|trực tiếp|tập trung|kịp thời|nghiêm túc|sẵn sàng|thường xuyên|tăng cường|đồng thời|chịu trách nhiệm|nhanh chóng|quyết liệt|phải|cần)(?:,| và)?\s+)+(?=(?:chủ trì|phối hợp)(?!\p{L}))/iu;
const LEADING = /^(?:đồng )?chủ trì(?:\s+(?:tham mưu|tổ chức thực hiện))?(?:\s*[,;]\s*|\s+và\s+(?=phối hợp)|\s+|(?=:)|$)/iu;
const COORDINATION =
  /^(?:và\s+)?(?:cùng\s+)?(?:phối hợp|phối kết hợp)(?:,?\s+(?:chặt chẽ|kịp thời|thường xuyên|hiệu quả|đồng bộ|quyết liệt|nhịp nhàng|tốt|trực tiếp|tích cực|liên tục|chủ động)(?:,(?=\s+(?:chặt|kịp|thường|hiệu|đồng|quyết|nhịp|tốt|trực|tích|liên|chủ))|\s+và(?=\s+(?:chặt|kịp|thường|hiệu|đồng|quyết)))?)*\s*(?:(?:với|cùng(?:\s+với)?)\s*(:)?\s*|(?=(?:[\p{Lu}]|các\s)))/iu;
const TOGETHER = /^(?:cùng\s+)?phối hợp(?:\s+(?:chặt chẽ|với nhau))?\s*,?\s+(?=\p{Ll})/iu;
/** What cannot follow a subject that is told to do something. */
const NO_PREDICATE =
  /^(?:là|của|thuộc|tại|về|với|trong|ngoài|như|đã|đang|sẽ|bị|do|khi|nếu|cho(?! phép| ý kiến)|từ|đến|vào|ở|qua|trên|dưới|này|đó|nêu|gồm|bao gồm|hiện|vẫn|cũng|luôn|chưa|mới|được(?! giao)|có (?:tổng|diện tích|quyền|hiệu lực|thể|[\d])|theo(?! dõi)|đạt|trân trọng|vừa|nhận thấy|ghi nhận|đánh giá cao|biểu dương|cơ bản|kết luận|không(?! để| được| tổ chức| ban hành| thực hiện))(?!\p{L})|^[-"/]/iu;
/** Subject and verb that announce or close a document, and hand out nothing. */
const FORMAL =
  /^(?:trân trọng )?thông báo (?:để|đến|tới|kết luận)|^ban hành (?:kèm theo|Kế hoạch|Quyết định|Chỉ thị|Chương trình|Quy chế|Quy định|Thông báo)[^.;]{0,400}(?:như sau|cụ thể)|^(?:có trách nhiệm|chịu trách nhiệm) thi hành(?! án)|^căn cứ Quyết định (?:này )?thi hành|^thi hành (?:Quyết định|Nghị quyết) này|^(?:yêu cầu|đề nghị|kết luận|chỉ đạo|có ý kiến(?: chỉ đạo)?|quyết định|thông báo)[^.;]{0,120}(?:như sau)?\s*:\s*$/iu;

/** Reads a passage: one sentence or more of a point, a bullet or an inline item (clean text). */
export function readAssignment(text: string, registry: Registry): Assignment {
  const passage = toPassage(text, registry);
  return (
    atStart(passage, 0) ??
    afterTopic(passage) ??
    verbFirst(passage, 0) ??
    givenLater(passage) ??
    { ...nothing(text), action: 0 }
  );
}

function nothing(text: string): Assignment {
  return { leads: [], coordinators: [], action: text.length, form: 'none', acts: false, coordinatorsFollow: false, together: false };
}

/** The passage begins with its owner, or with the word that hands over. */
function atStart(passage: Passage, at: number): Assignment | undefined {
  return given(passage, at) ?? subject(passage, at) ?? afterAdverbial(passage, at) ?? issuerGives(passage, at);
}

function given(passage: Passage, at: number): Assignment | undefined {
  const giving = GIVING.exec(passage.text.slice(at));
  if (!giving) return undefined;
  const from = at + giving[0].length;
  const colon = /^(?:các cơ quan, đơn vị)?\s*:?\s*/.exec(passage.text.slice(from));
  const start = /:/.test(colon?.[0] ?? '') ? from + (colon?.[0].length ?? 0) : from;
  const { owners, end } = readOwners(passage, start);
  if (owners.length === 0) return undefined;
  const word = passage.text.slice(at).search(/\S/) + at + giving[0].indexOf(giving[1] ?? '');
  const verb = { start: word, end: word + (giving[1]?.length ?? 0) };
  return predicate(passage, owners, end, 'direct', verb) ?? undefined;
}

function issuerGives(passage: Passage, at: number): Assignment | undefined {
  const match = ISSUER_GIVES.exec(passage.text.slice(at, at + 200));
  if (!match || verbAt(passage.text, at) > 0) return undefined;
  const word = match[0].trimEnd().length - (match[1]?.length ?? 0);
  const read = given({ ...passage }, at + word) ?? ownersAfter(passage, at + match[0].length, { start: at + word, end: at + word + (match[1]?.length ?? 0) });
  return read;
}

function ownersAfter(passage: Passage, at: number, verb: Span): Assignment | undefined {
  const { owners, end } = readOwners(passage, at);
  return owners.length > 0 ? predicate(passage, owners, end, 'direct', verb) : undefined;
}

function subject(passage: Passage, at: number): Assignment | undefined {
  const lead = /^(?:(?:Trách nhiệm|Nhiệm vụ)(?: cụ thể)? của\s+|Đối với\s+)/iu.exec(passage.text.slice(at))?.[0].length ?? 0;
  const { owners, end } = readOwners(passage, at + lead);
  if (owners.length === 0) return undefined;
  return predicate(passage, owners, end, 'subject');
}

/** "Trên cơ sở ..., Bộ A ...": what comes before the comma is passed over. */
function afterAdverbial(passage: Passage, at: number): Assignment | undefined {
  const rest = passage.text.slice(at, at + 320);
  if (!ADVERBIAL.test(rest)) return undefined;
  for (const match of rest.matchAll(/,\s+/g)) {
    if (/[.;:]\s/.test(rest.slice(0, match.index))) return undefined;
    const from = at + match.index + match[0].length;
    const read = given(passage, from) ?? subject(passage, from);
    if (read && read.form !== 'none') return read;
  }
  return undefined;
}

/** "Về công tác tuyên truyền: Các cơ quan ...", "Hoàn thiện dữ liệu: Rà soát ...". */
function afterTopic(passage: Passage): Assignment | undefined {
  const { text } = passage;
  const match = /^([^:.;]{3,170}):\s+(?=\S)/u.exec(text);
  if (!match || /(?:sau|sau đây|như sau|gồm|bao gồm|là|cụ thể|trong đó|chủ trì|phối hợp với|với)$/iu.test(match[1] ?? '')) return undefined;
  const from = match[0].length;
  const topic = { start: 0, end: match[1]?.length ?? 0 };
  const read = atStart(passage, from) ?? (/^\p{Lu}/u.test(text.slice(from)) || verbAt(text, 0) === 0 ? verbFirst(passage, from) : undefined);
  return read && { ...read, topic };
}

/** The action stands at the beginning; who does it is inherited, or said behind. */
function verbFirst(passage: Passage, at: number): Assignment | undefined {
  const start = at + (/^(?:["\s]|(?:đồng thời|ngoài ra|trước mắt|từng bước|tổng|tự|trên cơ sở đó),?\s+)*/iu.exec(passage.text.slice(at))?.[0].length ?? 0);
  if (verbAt(passage.text, start) === 0 && !EAGERLY.test(passage.text.slice(start)) && !/^(?:có|không|làm|sớm|cần|phải|tuyệt đối|kiên quyết|tích cực|sẵn sàng|lấy|coi|xem|gắn|đề cao|mỗi|hằng|hàng|định kỳ)\s/iu.test(passage.text.slice(start))) return undefined;
  const read = predicate(passage, [], start, 'none');
  if (!read) return undefined;
  return passive(passage, read) ?? read;
}

/** "Thành lập đoàn công tác do Bộ A làm trưởng đoàn", "Xây dựng Đề án (Bộ A chủ trì)". */
function passive(passage: Passage, read: Assignment): Assignment | undefined {
  for (const match of passage.text.matchAll(/(?<!\p{L})do\s+(?=\p{L})/giu)) {
    const from = match.index + match[0].length;
    const { owners, end } = readOwners(passage, from);
    if (owners.length === 0 || !/^\s*(?:chủ trì|làm (?:trưởng|chủ|đầu mối)|là (?:trưởng|chủ|đầu mối)|đứng đầu|chịu trách nhiệm|thực hiện|phụ trách)/iu.test(passage.text.slice(end))) continue;
    return { ...read, leads: owners, form: 'passive' };
  }
  for (const match of passage.text.matchAll(/\(([^()]{6,240})\)/gu)) {
    const inner = readInner(passage, match.index + 1, match.index + 1 + (match[1]?.length ?? 0));
    if (inner) return { ...read, leads: inner.leads, coordinators: [...read.coordinators, ...inner.coordinators], form: 'passive' };
  }
  return undefined;
}

function readInner(passage: Passage, from: number, to: number): Assignment | undefined {
  if (!/chủ trì|(?:giao|phân công)\s/iu.test(passage.text.slice(from, to))) return undefined;
  const inner = { ...passage, text: passage.text.slice(0, to), lower: passage.lower.slice(0, to) };
  const read = given(inner, from) ?? subject(inner, from);
  return read && (read.form === 'lead' || read.form === 'direct') ? read : undefined;
}

/** The sentence tells of something first: "Thời gian rất gấp, đề nghị các bộ ...", "... . Giao Bộ A ...". */
function givenLater(passage: Passage): Assignment | undefined {
  for (const match of passage.text.matchAll(/(?:[.,;:]\s+|\s+(?=đề nghị|giao))(?=(?:giao|đề nghị|yêu cầu|phân công)\s)/giu)) {
    const read = given(passage, match.index + match[0].length);
    if (read) return read;
  }
  for (const match of passage.text.matchAll(/[.;]\s+(?=\p{Lu})/gu)) {
    const read = subject(passage, match.index + match[0].length);
    if (read && read.form === 'lead') return read;
  }
  return undefined;
}

/** What follows the owners: "chủ trì, phối hợp với ...", duties, adverbials, and then the action. */
function predicate(
  passage: Passage,
  leads: readonly OwnerMention[],
  from: number,
  as: 'direct' | 'subject' | 'none',
  verb?: Span,
): Assignment | undefined {
  const { text } = passage;
  let at = from;
  let form: Assignment['form'] = as;
  let told = as === 'direct';
  let coordinators: readonly OwnerMention[] = [];
  let coordinatorsFollow = false;
  let together = false;
  const bracket = leads.length > 0 ? (/^\s*\([^)]{0,200}\)/.exec(text.slice(at))?.[0].length ?? 0) : 0;
  at += bracket;
  const base = () => ({ leads, coordinators, coordinatorsFollow, together, acts: true, ...(verb && { verb }) });
  if (leads.length > 0) {
    if (/^\s*[.;,]?\s*$/.test(text.slice(at))) return { ...base(), action: text.length, form: as === 'subject' ? 'colon' : as };
    const colon = /^\s*:\s*/.exec(text.slice(at));
    if (colon) {
      at += colon[0].length;
      form = as === 'subject' ? 'colon' : as;
      told = true;
    }
  }
  for (let rounds = 0; rounds < 12; rounds++) {
    at += /^[\s,]*/.exec(text.slice(at))?.[0].length ?? 0;
    const rest = text.slice(at, at + 420);
    const passed = (leads.length > 0 ? PREDICATE_ADVERBIAL.exec(rest) : undefined) ?? EAGERLY.exec(rest);
    if (passed) {
      at += passed[0].length;
      continue;
    }
    const duty = DUTY.exec(rest);
    if (duty && (leads.length > 0 || coordinators.length > 0) && !FORMAL.test(rest)) {
      at += duty[0].length;
      told ||= !/^(?:để|trong việc)/i.test(duty[0]);
      continue;
    }
    const hub = leads.length > 0 ? HUB.exec(rest) : undefined;
    if (hub) {
      at += hub[0].length;
      form = form === 'direct' ? form : 'lead';
      told = true;
      continue;
    }
    const leading = LEADING.exec(rest);
    if (leading && !/^chủ trì (?:cuộc họp|buổi|hội nghị|phiên)/i.test(rest)) {
      at += leading[0].length;
      form = form === 'direct' ? form : leads.length > 0 ? 'lead' : form;
      told = true;
      const others = readOwners(passage, at);
      const joint = others.owners.length > 0 ? /^\s*(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*,?\s*/iu.exec(text.slice(others.end)) : undefined;
      if (joint && !/^\s*(?:cùng\s+)?phối hợp\s+(?:chặt chẽ\s+)?với/iu.test(text.slice(others.end))) {
        coordinators = [...coordinators, ...others.owners];
        at = others.end + joint[0].length;
      }
      continue;
    }
    const coordination = COORDINATION.exec(rest);
    if (coordination) {
      const after = at + coordination[0].length;
      const others = readOwners(passage, after);
      if (others.owners.length > 0 || coordination[1]) {
        coordinators = [...coordinators, ...others.owners];
        at = others.owners.length > 0 ? others.end : after;
        coordinatorsFollow = others.owners.length === 0;
        told = true;
        at += /^\s*\([^)]{0,60}\)/.exec(text.slice(at))?.[0].length ?? 0;
        continue;
      }
    }
    const joint = leads.length > 0 ? TOGETHER.exec(rest) : undefined;
    if (joint) {
      at += joint[0].length;
      together = true;
      told = true;
      continue;
    }
    break;
  }
  at += /^\s*:?\s*/.exec(text.slice(at))?.[0].length ?? 0;
  const rest = text.slice(at);
  if (leads.length > 0 && FORMAL.test(rest)) return undefined;
  if (leads.length > 0 && !told) {
    if (NO_PREDICATE.test(rest) || /^[.;:)]/.test(rest)) return undefined;
    const sure = leads.every((lead) => lead.kind === 'agency' || lead.kind === 'position');
    if (!sure && !startsAction(passage, at) && verbAt(text, at) === 0) return undefined;
  }
  return { ...base(), action: at, form };
}
