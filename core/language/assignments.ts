import type { Registry } from '../registry.ts';
import type { Span } from '../text.ts';
import { ADVERBIAL, CLAUSE, EAGERLY, GIVING, HUB, ISSUER_GIVES } from './assigning-words.ts';
import { verbAt } from './lexicon.ts';
import { readOwners } from './owners.ts';
import { type OwnerMention, type Passage, toPassage } from './passage.ts';
import { adverbial, predicate } from './predicates.ts';

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
  /** The passage tells of something else first. */
  readonly late?: boolean;
  /** "Sở Y tế yêu cầu các bệnh viện ...": what it hands out if its owner is the one who issues the document. */
  readonly asks?: Assignment;
}

/** Reads a passage: one sentence or more of a point, a bullet or an inline item (clean text). */
export function readAssignment(text: string, registry: Registry): Assignment {
  const passage = toPassage(text, registry);
  const read =
    opening(passage) ??
    afterDocument(passage) ??
    atStart(passage, 0) ??
    afterTopic(passage) ??
    verbFirst(passage, 0) ??
    givenLater(passage);
  return read ? withLaterCoordinators(passage, read) : { ...nothing(text), action: 0 };
}

/** "Bộ A thực hiện ...; chủ trì, phối hợp với Bộ B hoàn thiện ...": who helps is said with the second action. */
function withLaterCoordinators(passage: Passage, read: Assignment): Assignment {
  if (read.coordinators.length > 0 || read.coordinatorsFollow || read.late) return read;
  const later =
    /[;,.]\s+(?:đồng thời,?\s+|chủ động\s+|khẩn trương\s+)?chủ trì,?\s+(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+với\s+/iu.exec(
      passage.text.slice(read.action),
    );
  if (!later) return read;
  const { owners } = readOwners(passage, read.action + later.index + later[0].length);
  return { ...read, coordinators: owners };
}

function nothing(text: string): Assignment {
  return {
    leads: [],
    coordinators: [],
    action: text.length,
    form: 'none',
    acts: false,
    coordinatorsFollow: false,
    together: false,
  };
}

/** What a document begins with before it says who requires what of whom. */
const PREAMBLE =
  /^(?:(?:tiếp tục |tổ chức )?(?:thực hiện|triển khai|quán triệt)|căn cứ|về|để|nhằm|trên cơ sở|trước (?:tình hình|diễn biến)|tại|sau khi|theo|xét|qua|tiếp theo|hưởng ứng|chấp hành)\s/iu;

/** "Để khắc phục hậu quả, bảo đảm đời sống Nhân dân, Thủ tướng yêu cầu các bộ thực hiện các nhiệm vụ sau:" */
function opening(passage: Passage): Assignment | undefined {
  const { text } = passage;
  if (!/:\s*$/.test(text) || !PREAMBLE.test(text)) return undefined;
  for (const match of text.matchAll(/[,.;]\s+(?=\p{Lu})/gu)) {
    const from = match.index + match[0].length;
    const rest = text.slice(from, from + 200);
    if (ISSUER_GIVES.test(rest)) return issuerGives(passage, from);
  }
  return undefined;
}

/** Before it says who does it: "Thực hiện Công văn số 12/SNV-TH, ...", "Xét đề nghị của Sở Xây dựng, ...", "Về việc này, ...". */
const ON_ACCOUNT =
  /^(?:(?:tiếp tục |tổ chức )?(?:thực hiện|triển khai|quán triệt|chấp hành)\s[^,;:]{0,200}?(?:số|ngày) \d|xét (?:đề nghị|tờ trình|báo cáo)\s|về (?:việc|vấn đề|nội dung) (?:này|trên|nêu trên))/iu;

/** "Thực hiện Kế hoạch số ... của tỉnh, Sở Y tế rà soát ..." */
function afterDocument(passage: Passage): Assignment | undefined {
  const { text } = passage;
  if (!ON_ACCOUNT.test(text)) return undefined;
  for (const match of text.slice(0, 600).matchAll(/,\s+(?=\p{Lu})/gu)) {
    const before = text.slice(0, match.index);
    if (/[;:]\s/.test(before) || SPEAKS_TO.test(before)) return undefined;
    const from = match.index + match[0].length;
    const read = issuerGives(passage, from) ?? subject(passage, from);
    if (read) return read;
  }
  return undefined;
}

/** The passage begins with its owner, or with the word that hands over. */
function atStart(passage: Passage, at: number): Assignment | undefined {
  return (
    given(passage, at) ??
    asks(passage, at) ??
    subject(passage, at) ??
    afterAdverbial(passage, at) ??
    issuerGives(passage, at)
  );
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

/** Leaders hand tasks on: they are not the ones who do them. */
const LEADER_ASKS =
  /^(?:(?:Bộ Chính trị|Chính phủ)[^.:;,]{0,40}, )?(?:(?:Phó )?Thủ tướng|Chính phủ|Bộ Chính trị|Ban Bí thư|Chủ tịch|Ban Thường vụ|Thường trực|Ủy ban nhân dân (?:tỉnh|[Tt]hành phố)|UBND (?:tỉnh|[Tt]hành phố|TP)|Ban Chỉ đạo)[^.;:,]{0,70}\s(?:yêu cầu|giao|đề nghị)\s/u;

/** The passage asks a third body ("Bộ A kính đề nghị các tỉnh ...") rather than giving the first one a task. */
function asks(passage: Passage, at: number): Assignment | undefined {
  const { text } = passage;
  const rest = text.slice(at);
  const asking =
    /:\s*$/.test(text) || /^[^.;:,]{3,90}\s(?:kính|trân trọng) đề nghị\s/iu.test(rest) || LEADER_ASKS.test(rest);
  return asking ? issuerGives(passage, at) : undefined;
}

function issuerGives(passage: Passage, at: number): Assignment | undefined {
  const match = ISSUER_GIVES.exec(passage.text.slice(at, at + 200));
  if (!match || verbAt(passage.text, at) > 0) return undefined;
  const word = match[0].trimEnd().length - (match[1]?.length ?? 0);
  const read =
    given({ ...passage }, at + word) ??
    ownersAfter(passage, at + match[0].length, { start: at + word, end: at + word + (match[1]?.length ?? 0) });
  return read;
}

function ownersAfter(passage: Passage, at: number, verb: Span): Assignment | undefined {
  const { owners, end } = readOwners(passage, at);
  return owners.length > 0 ? predicate(passage, owners, end, 'direct', verb) : undefined;
}

function subject(passage: Passage, at: number): Assignment | undefined {
  const lead = /^(?:(?:Trách nhiệm|Nhiệm vụ|Công việc)(?:\s[\p{Ll}, ]{1,40})? của\s+|Đối với\s+)/iu.exec(
    passage.text.slice(at),
  );
  const alone = /^Riêng\s+(?=\p{Lu}|các\s)/u.exec(passage.text.slice(at))?.[0].length ?? 0;
  const from = at + (lead?.[0].length ?? alone);
  const { owners, end } = readOwners(passage, from);
  if (owners.length === 0) return lead ? answers(passage, from, lead[0]) : undefined;
  // "Đối với các địa phương chưa ban hành ..." speaks of some; "Đối với các bộ:" and "Trách nhiệm của Sở A" name owners.
  if (lead && !/^\s*(?:\([^)]*\)\s*)?(?:[:.]|$)/.test(passage.text.slice(end))) return undefined;
  const read = predicate(passage, owners, end, 'subject');
  if (read?.form !== 'subject' || owners.length > 1 || read.coordinators.length > 0) return read;
  const asks = given(passage, read.action);
  return asks ? { ...read, asks } : read;
}

/** Behind these a list of bodies is told or asked something, and does not begin the sentence. */
const SPEAKS_TO =
  /phối hợp|chỉ đạo|đôn đốc|(?<!\p{L})(?:[Gg]iao|cùng|gồm|như) |(?:gửi|báo cáo|trình|cho|với|tới) (?=\p{Lu}|các )/u;

/** "Trách nhiệm của người bệnh": whoever the title names answers for what stands below. */
function answers(passage: Passage, from: number, title: string): Assignment | undefined {
  const name = /^\p{L}[^.:;,]{2,80}?(?=\s*[:.]?\s*$)/u.exec(passage.text.slice(from))?.[0];
  if (!name || !/^(?:Trách nhiệm|Nhiệm vụ)/iu.test(title) || verbAt(passage.text, from) > 0) return undefined;
  return predicate(
    passage,
    [{ start: from, end: from + name.length, ids: [], kind: 'group' }],
    from + name.length,
    'subject',
  );
}

/** "Trên cơ sở ..., Bộ A ...": what comes before the comma is passed over. */
function afterAdverbial(passage: Passage, at: number): Assignment | undefined {
  const rest = passage.text.slice(at, at + 600);
  const clause = CLAUSE.exec(rest)?.[0].length;
  if (clause !== undefined) {
    // Its own commas are those of lists: what stands behind the first one is a name, or goes on with the list.
    const from = at + clause;
    return /^(?:\p{Lu}|các\s)/u.test(passage.text.slice(from)) ? subject(passage, from) : undefined;
  }
  if (!ADVERBIAL.test(rest)) return undefined;
  const commas = [...rest.matchAll(/,\s+/g)].filter(({ index }) => !/[.;:]\s/.test(rest.slice(0, index)));
  // Who does it stands before what is done first, which may be the aim ("Nhằm phòng, chống dịch, Bộ Y tế ...").
  for (const match of commas) {
    if (SPEAKS_TO.test(rest.slice(0, match.index))) break;
    const read = named(passage, at + match.index + match[0].length);
    if (read) return read;
  }
  for (const match of commas) {
    const from = at + match.index + match[0].length;
    const acts = verbAt(passage.text, from) > 0;
    const read = named(passage, from) ?? (acts ? predicate(passage, [], from, 'none') : undefined);
    if (read) return read;
  }
  return undefined;
}

/** Somebody is named, who is told to do something or asks others. */
function named(passage: Passage, at: number): Assignment | undefined {
  return given(passage, at) ?? asks(passage, at) ?? subject(passage, at) ?? issuerGives(passage, at);
}

/** "Về công tác tuyên truyền: Các cơ quan ...", "Hoàn thiện dữ liệu: Rà soát ...". */
function afterTopic(passage: Passage): Assignment | undefined {
  const { text } = passage;
  const match = /^([^:.;]{3,170}):\s+(?=\S)/u.exec(text);
  if (
    !match ||
    /(?:sau|sau đây|như sau|gồm|bao gồm|là|cụ thể|trong đó|chủ trì|phối hợp với|với)$/iu.test(match[1] ?? '')
  )
    return undefined;
  const from = match[0].length;
  const topic = { start: 0, end: match[1]?.length ?? 0 };
  const read =
    atStart(passage, from) ??
    (/^\p{Lu}/u.test(text.slice(from)) || verbAt(text, 0) === 0 ? verbFirst(passage, from) : undefined);
  // "Tăng cường phối hợp giữa các cơ quan: Sở A, Sở B trong ..." lists who is meant and gives them nothing to do.
  if (read?.form === 'subject' && /giữa [^:]*$/iu.test(match[1] ?? '')) return undefined;
  return read && { ...read, topic };
}

/** The action stands at the beginning; who does it is inherited, or said behind. */
function verbFirst(passage: Passage, at: number): Assignment | undefined {
  const start =
    at +
    (/^(?:["\s]|(?:đồng thời|ngoài ra|trước mắt|từng bước|trên cơ sở đó),?\s+)*/iu.exec(passage.text.slice(at))?.[0]
      .length ?? 0);
  const over = adverbial(passage, start);
  if (over > 0) return predicate(passage, [], start + over, 'none');
  const hub = HUB.exec(passage.text.slice(start));
  if (hub) return predicate(passage, [], start + hub[0].length, 'none');
  if (
    verbAt(passage.text, start) === 0 &&
    !EAGERLY.test(passage.text.slice(start)) &&
    !/^(?:có|không|làm|sớm|cần|phải|tuyệt đối|kiên quyết|tích cực|sẵn sàng|lấy|coi|xem|gắn|đề cao|mỗi|hằng|hàng|định kỳ)\s/iu.test(
      passage.text.slice(start),
    )
  )
    return undefined;
  const read = predicate(passage, [], start, 'none');
  if (!read) return undefined;
  return passive(passage, read) ?? read;
}

/** "Thành lập đoàn công tác do Bộ A làm trưởng đoàn", "Xây dựng Đề án (Bộ A chủ trì)". */
function passive(passage: Passage, read: Assignment): Assignment | undefined {
  for (const match of passage.text.matchAll(/(?<!\p{L})do\s+(?=\p{L})/giu)) {
    const from = match.index + match[0].length;
    const { owners, end } = readOwners(passage, from);
    if (
      owners.length === 0 ||
      !/^\s*(?:chủ trì|làm (?:trưởng|chủ|đầu mối)|là (?:trưởng|chủ|đầu mối)|đứng đầu|chịu trách nhiệm|thực hiện|phụ trách)/iu.test(
        passage.text.slice(end),
      )
    )
      continue;
    return { ...read, leads: owners, form: 'passive' };
  }
  for (const match of passage.text.matchAll(/\(([^()]{6,240})\)/gu)) {
    const inner = readInner(passage, match.index + 1, match.index + 1 + (match[1]?.length ?? 0));
    if (inner)
      return {
        ...read,
        leads: inner.leads,
        coordinators: [...read.coordinators, ...inner.coordinators],
        form: 'passive',
      };
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
  for (const match of passage.text.matchAll(/[.,;:]\s+(?=(?:giao|đề nghị|yêu cầu|phân công)\s)/giu)) {
    const read = given(passage, match.index + match[0].length);
    if (read) return { ...read, late: true };
  }
  for (const match of passage.text.matchAll(/[.;]\s+(?=\p{Lu})/gu)) {
    const read = subject(passage, match.index + match[0].length);
    if (read && read.form === 'lead') return { ...read, late: true };
  }
  return undefined;
}
