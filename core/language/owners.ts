import { matchName, matchTail, type NameMatch, type Registry } from '../registry.ts';
import type { Span } from '../text.ts';
import { anchorAt, verbAt } from './lexicon.ts';

/** A body or a group of bodies named in a passage; offsets into the passage. */
export interface OwnerMention extends Span {
  /** The name in full, where the list distributes its head ("Bộ" + "Nội vụ"); otherwise what is written. */
  readonly text?: string;
  /** Agencies that bear the name (at different times, or an ambiguous abbreviation). */
  readonly ids: readonly string[];
  readonly kind: 'agency' | 'group' | 'position' | 'unknown';
  /** Provinces listed in brackets or behind a colon: their names and what they are taken for. */
  readonly members?: readonly Member[];
}

export interface Member extends Span {
  readonly ids: readonly string[];
}

/** What a reading needs at every step. */
export interface Passage {
  readonly text: string;
  readonly lower: string;
  readonly registry: Registry;
}

export function toPassage(text: string, registry: Registry): Passage {
  return { text, lower: text.toLowerCase(), registry };
}

const PLURAL = /^(?:(?:tất cả |toàn bộ )?(?:các|những|mọi|từng|một số|hai|ba|bốn|năm|\d{1,2})|toàn thể)\s+/iu;
/** Nouns that name bodies in general, in the order in which the longer goes first. */
const GROUP_NOUN =
  /^(?:bộ|ngành|cơ quan|đơn vị|địa phương|sở|ban|tổ chức|cá nhân|doanh nghiệp|tập đoàn|tổng công ty|công ty|tỉnh ủy|thành ủy|tỉnh|thành phố|đặc khu|xã|phường|thị trấn|huyện|quận|thị xã|cấp ủy|cấp|hội|hiệp hội|đoàn thể|trung tâm|ngân hàng|nhà mạng|nhà thầu|nhà đầu tư|chủ đầu tư|ban quản lý|trường|cơ sở|thôn|tổ dân phố|học viện|bệnh viện|nhà trường|chi nhánh|viện|cục|vụ|phòng|chi cục|tổ|đảng ủy|đảng bộ|chi bộ|ủy ban|hội đồng|tòa án|viện kiểm sát|công an|lực lượng|thành viên|ủy viên|bộ trưởng|thủ trưởng|lãnh đạo|giám đốc|chủ tịch|bí thư|trưởng ban|cán bộ|đài|báo|khối|tổ chức tín dụng|mặt trận|đảng đoàn|ban cán sự|xí nghiệp|hợp tác xã|quỹ|kho bạc|chính quyền|mttq|ubnd|hđnd|đồng chí|phóng viên)(?![\p{L}])/iu;
/** A group may stand without "các" only with these. */
const BARE_GROUP =
  /^(?:người đứng đầu|thủ trưởng|đồng chí|các đồng chí|giám đốc|chủ tịch|bí thư|chính quyền|cấp ủy|đảng ủy|doanh nghiệp|đơn vị|cơ quan|chủ đầu tư|tổ chức (?:chính trị|đảng|tín dụng)|địa phương|tỉnh ủy|thành ủy|ủy ban nhân dân|hội đồng nhân dân|cán bộ, công chức|bộ,? (?:ban,? )?ngành|bộ, cơ quan|mặt trận|sở,? (?:ban,? )?ngành|xã, phường|nhà thầu|tổ công tác|công an|quân sự|ban quản lý|thành viên|trưởng|phó|văn phòng|trường)(?![\p{L}])/iu;
const PERSON_HEAD = /^(?:đồng chí|ông|bà|người đứng đầu)(?!\p{L})/iu;
const POSITION =
  /^(?:phó\s+)?(?:bộ trưởng, chủ nhiệm|bộ trưởng|thứ trưởng|thống đốc|tổng thanh tra|tổng kiểm toán|chánh án|viện trưởng|chủ nhiệm|chủ tịch|phó chủ tịch|bí thư|phó bí thư|tổng giám đốc|giám đốc|phó giám đốc|chánh văn phòng|chánh thanh tra|cục trưởng|vụ trưởng|hiệu trưởng|trưởng ban|trưởng phòng|trưởng đoàn|thủ trưởng|trưởng|tư lệnh|chỉ huy trưởng|tổng cục trưởng|chi cục trưởng|tổng biên tập)\s+(?=\p{Lu}|các\s|ban\s|ủy\s|sở\s|ubnd|cơ quan|đơn vị|bộ\s|tỉnh|thành|công an|phòng|chi cục|trung tâm|doanh nghiệp|tập đoàn)/iu;
/** Words that head the name of a single body not in the registry. */
const UNIT_HEAD =
  /^(?:Bộ|Sở|Ban|Cục|Tổng cục|Vụ|Viện|Học viện|Trung tâm|Văn phòng|Hội|Hiệp hội|Hội đồng|Chi cục|Phòng|Tổng công ty|Tập đoàn|Ngân hàng|Công ty|Trường|Đại học|Báo|Đài|Tạp chí|Quỹ|Tổ|Tiểu ban|Liên đoàn|Liên hiệp|Kho bạc|Bảo hiểm|Thanh tra|Cơ quan|Đoàn|Đảng ủy|Đảng bộ|Ủy ban|Thuế|Hải quan|Điện lực|Bưu điện|Công an|Quân khu|Bộ đội|Bộ Chỉ huy|Bộ Tư lệnh|Cổng|Tòa án|Viện kiểm sát|UBND|HĐND|MTTQ|UBMTTQ|Tỉnh ủy|Thành ủy|Tỉnh đoàn|Thành đoàn|Thường trực|Ban Thường vụ|Ban Chỉ đạo|Chi nhánh|Xã|Phường|Mặt trận|Nhà xuất bản|Nhà máy|Cảng vụ|Bệnh viện|Xí nghiệp|Đội|Trạm|Chính quyền|Hạt|Bảo tàng|Thư viện|Nhà hát|Vườn quốc gia|Liên minh|Hợp tác xã|Trường học)(?=\s)/u;
/** Words that begin like a head and are none. */
const NOT_HEAD =
  /^(?:ban hành|ban bố|bộ phận|bộ tiêu chí|bộ chỉ số|bộ máy|bộ luật|bộ thủ tục|bộ dữ liệu|bộ công cụ|bộ hồ sơ|bộ nhận diện|sở hữu|phòng,|phòng ngừa|phòng chống|phòng cháy|phòng thủ|phòng vệ|phòng tránh|hội nghị|hội thảo|hội nhập|hội họp|đoàn kết|đoàn công tác|cơ quan ngang|cơ sở dữ liệu|cơ sở hạ tầng|cơ sở vật chất|cơ sở pháp lý|viện dẫn|viện trợ|báo cáo|đài thọ|cấp phát|cấp giấy|cấp đổi|cấp bách|cấp thiết|cấp nước|cấp phép|cấp mới|tổ chức(?! chính trị| đảng| tín dụng| đoàn| xã hội| công đoàn| quốc tế)|trường hợp|trung tâm hóa|thuế suất|thuế thu|quỹ đất|quỹ nhà|đội ngũ|đoàn thể hóa|công an ninh|đơn vị hành chính|tỉnh táo|xã hội|ngành nghề|ngành hàng|trạm y tế lưu|trạm thu|cổng dịch vụ|cổng thông tin|công ty hóa|thành phố thông minh|thành viên hóa|đường)(?!\p{L})/iu;
const CONNECTIVE = /^(?:\s*,\s*(?:và\s+|cùng\s+)?|\s*;\s*|\s+(?:và|cùng|hoặc|cùng với|với)\s+)/iu;
const BREAK =
  /^(?:[:;.()"]|để(?!\p{L})|là(?!\p{L})|nhằm(?!\p{L})|do(?!\p{L})|trong việc|theo(?!\p{L})|khi(?!\p{L})|trên cơ sở|trong phạm vi|căn cứ|về(?!\p{L})|đã(?!\p{L})|sẽ(?!\p{L})|phải(?!\p{L})|cần(?!\p{L})|đang(?!\p{L})|nếu(?!\p{L})|từ ngày|trước ngày|cụ thể|như sau|sau khi|báo cáo(?!\p{L})|mà(?!\p{L})|nghiêm cấm)/iu;
const RELATIVE =
  /^(?:được (?:giao|phân công|ủy quyền|chỉ định|lựa chọn|thụ hưởng|cử|thành lập|xếp hạng|công nhận)|có (?:liên quan|trách nhiệm quản lý|thẩm quyền|chức năng|trụ sở|vốn|dự án|biển|rừng|đường|công trình|đủ điều kiện|nhu cầu|di tích|tỷ lệ)|quản lý(?: nhà nước)? chuyên ngành(?: về \p{Ll}+ \p{Ll}+)?|(?:trực thuộc|thuộc|ngoài|trong(?! (?:công tác|việc|quá trình|thực hiện|triển khai|lĩnh vực))|ở|tại|trên|của)(?!\p{L}))/iu;
/** Words that narrow a group whose name is complete. */
const NARROWING =
  /^(?:liên quan|có|được|thuộc|trực thuộc|ven|vùng|miền|khu vực|trên|tại|nơi|trong|ngoài|khác|còn lại|phía|cấp|địa phương|trung ương|của|chưa|đang|nêu|ở|tỉnh|thành phố|cơ sở|chủ quản|quản lý chuyên ngành|nhà nước|công nghệ|viễn thông|chuyên trách|tham gia|chủ trì|ngang|Trung ương|Thành phố)(?!\p{L})/u;
/** What a business does tells which ones are meant ("doanh nghiệp cung cấp dịch vụ"); what an office does is its task. */
const BUSINESS = /(?:doanh nghiệp|công ty|tập đoàn|nhà mạng|nhà thầu|chủ đầu tư|cơ sở|tổ chức, cá nhân)$/iu;
const TRADE = /^(?:cung cấp|chủ quản|sản xuất|kinh doanh|hoạt động)(?!\p{L})/iu;
/** These may as well be the task; they belong to the owner when a stronger word follows ("... tiếp tục bố trí"). */
const WORK = /^(?:quản lý|khai thác|vận hành|triển khai|đầu tư|thi công|phụ trách|tham gia)(?!\p{L})/iu;
/** Nouns that begin an owner of their own after a comma. */
const APART =
  /^(?:chủ đầu tư|nhà đầu tư|nhà thầu|đơn vị tư vấn|giám đốc|thủ trưởng|chủ tịch|bí thư|ủy ban nhân dân|ubnd|công an)(?!\p{L})/iu;
const PROVINCE_HEAD =
  /^(?:(\d{1,2}|các|hai|ba|bốn|năm)\s+)?(tỉnh, thành phố|tỉnh|thành phố|tp\.?|địa phương)(?:\s+trực thuộc trung ương)?\s*(:|\()?\s*/iu;

/** The owners listed at `at`, and where the list ends; none where no owner stands there. */
export function readOwners(passage: Passage, at: number): { owners: OwnerMention[]; end: number } {
  const owners: OwnerMention[] = [];
  let end = at;
  let from = skip(passage.text, at);
  for (let rounds = 0; rounds < 40; rounds++) {
    const next = distributed(passage, from) ?? one(passage, from, owners.length > 0);
    if (!next || next.end <= from) break;
    owners.push(...next.owners);
    end = next.end;
    const bracket = /^\s*\([^)]{0,200}\)/.exec(passage.text.slice(end));
    const link = CONNECTIVE.exec(passage.text.slice(end + (bracket?.[0].length ?? 0)));
    if (!link) break;
    from = end + (bracket?.[0].length ?? 0) + link[0].length;
    // "Bộ A, chủ động ..." or "Bộ A và ban hành ...": the action begins here.
    if (startsAction(passage, from)) break;
  }
  return { owners, end };
}

/** Is there an action rather than another owner? */
export function startsAction(passage: Passage, at: number): boolean {
  if (matchName(passage.registry, passage.text, passage.lower, at)) return false;
  return (
    anchorAt(passage.text, at) > 0 ||
    (verbAt(passage.text, at) > 0 && !GROUP_NOUN.test(passage.text.slice(at, at + 20)))
  );
}

function skip(text: string, at: number): number {
  const match = /^[\s"]*/u.exec(text.slice(at));
  return at + (match?.[0].length ?? 0);
}

function one(passage: Passage, at: number, listed: boolean): { owners: OwnerMention[]; end: number } | undefined {
  const owner = position(passage, at) ?? single(passage, at, listed);
  return owner && { owners: [owner], end: owner.end };
}

function single(passage: Passage, at: number, listed: boolean): OwnerMention | undefined {
  const { text, lower, registry } = passage;
  const rest = text.slice(at, at + 300);
  const formed = formedName(passage, at);
  const known = matchName(registry, text, lower, at);
  if (formed && (!known || formed.end - at >= known.length)) return formed;
  if (known && !known.group) {
    // "Bộ Tư lệnh Thủ đô" is not "Bộ Tư ..."; "Văn phòng Chính phủ số" does not occur: a name ends where its words do.
    let end = at + known.length + qualifier(text, at + known.length);
    // "VNPT Khánh Hòa", "Điện lực Đắk Lắk": the branch of a province.
    const branch = text[end] === ' ' ? matchTail(registry, 'tỉnh', text, lower, end + 1) : undefined;
    if (branch && !known.ids.some((id) => registry.agencies.get(id)?.kind === 'province')) end += 1 + branch.length;
    return { start: at, end, ids: known.ids, kind: 'agency' };
  }
  if (NOT_HEAD.test(rest)) return undefined;
  const alone = /^(?:Tỉnh đoàn|Thành đoàn)(?!\p{L})/u.exec(rest);
  if (alone) return { start: at, end: at + alone[0].length, ids: [], kind: 'agency' };
  const proper = UNIT_HEAD.exec(rest);
  if (!known && proper && /^\s+\p{Lu}/u.test(rest.slice(proper[0].length))) return unknownUnit(passage, at);
  if (known || PLURAL.test(rest) || BARE_GROUP.test(rest)) return group(passage, at, known);
  if (listed && /^\p{Ll}/u.test(rest) && GROUP_NOUN.test(rest) && verbAt(text, at) === 0)
    return group(passage, at, undefined);
  if (UNIT_HEAD.test(rest) && /\p{Lu}|\s\p{L}/u.test(rest.slice(2))) return unknownUnit(passage, at);
  return undefined;
}

/** "tỉnh Quảng Ninh", "Việt Nam", "thuộc Bộ Công an" after a name belong to it. */
function qualifier(text: string, end: number): number {
  const match =
    /^\s+(?:(?:-\s+)?(?:[Cc]hi nhánh\s+)?(?:Khu vực|khu vực)\s+(?:\d{1,2}|[IVX]+)(?!\p{L})|các tỉnh(?:, thành phố)?(?: trực thuộc [Tt]rung ương)?|các xã(?:, phường)?(?:, đặc khu)?|(?:tỉnh|thành phố|Thành phố|TP\.?|[Kk]hu vực|[Cc]hi nhánh)\s+(?:\p{Lu}\p{L}*(?:\s+(?=\p{Lu})|-(?=\p{Lu})|\s-\s(?=\p{Lu}))?)+|(?:tỉnh|Thành phố|thành phố)(?=\s+(?:chủ trì|phối hợp|khẩn trương|tham mưu|có trách nhiệm))|(?:\()?(?:thuộc|trực thuộc)\s+\p{Lu}[\p{L}\s]{3,30}?(?=\s+(?:chủ trì|phối hợp|có trách nhiệm|khẩn trương)))/u.exec(
      text.slice(end, end + 80),
    );
  return match?.[0].trimEnd().length ?? 0;
}

function position(passage: Passage, at: number): OwnerMention | undefined {
  const match = POSITION.exec(passage.text.slice(at, at + 80));
  if (!match || NOT_HEAD.test(match[0])) return undefined;
  const body = at + match[0].length;
  if (/^(?:bộ trưởng|giám đốc|chủ tịch|thủ trưởng|bí thư)\s+$/i.test(match[0]) && distributed(passage, body))
    return undefined;
  const of = single(passage, body, false);
  if (!of) return undefined;
  return { ...of, start: at, kind: of.kind === 'group' ? 'group' : 'position' };
}

/** Names that are formed, not listed: "Ủy ban nhân dân tỉnh X", "Ủy ban nhân dân 4 tỉnh (A, B)", "Tỉnh ủy X". */
function formedName(passage: Passage, at: number): OwnerMention | undefined {
  const { text, registry, lower } = passage;
  const head =
    /^(?:(?:các\s+)?(?:Văn phòng |Thường trực |Chánh Văn phòng )?(?:HĐND, UBND|HĐND và UBND|Hội đồng nhân dân và Ủy ban nhân dân|Hội đồng nhân dân, Ủy ban nhân dân|Ủy ban nhân dân|Hội đồng nhân dân|UBND|HĐND)|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|(?:Ban Thường trực )?(?:Ủy ban )?(?:Mặt trận Tổ quốc Việt Nam|MTTQ Việt Nam|MTTQVN|MTTQ)|UBMTTQ(?:VN| Việt Nam)?|Công an|Bộ Chỉ huy (?:Quân sự|Bộ đội Biên phòng)|Bộ CHQS|Thanh tra|Tòa án nhân dân|Viện kiểm sát nhân dân|Thuế|Hải quan|Bảo hiểm xã hội|BHXH|Kho bạc Nhà nước|Liên minh Hợp tác xã|Ban Chỉ huy Quân sự|Đoàn Thanh niên|Trạm Y tế|Ngân hàng Nhà nước chi nhánh|Cục Thuế|Cục Hải quan|Cục Thống kê|Thống kê|Điện lực|Đảng ủy|Hội Nông dân|Hội Liên hiệp Phụ nữ|Liên đoàn Lao động|Đoàn Thanh niên)\s+(?=\S)/iu.exec(
      text.slice(at, at + 60),
    );
  if (head && /^\p{Lu}|^các\s+\p{Lu}/u.test(head[0])) {
    const place = at + head[0].length;
    const provinces = PROVINCE_HEAD.exec(text.slice(place, place + 60));
    if (provinces) {
      const after = place + provinces[0].length;
      if (provinces[3]) {
        const list = memberList(passage, after);
        const closing = provinces[3] === '(' ? /^\s*\)/.exec(text.slice(list.end)) : undefined;
        if (list.members.length > 0) {
          const end = list.end + (closing?.[0].length ?? 0);
          return {
            start: at,
            end,
            ids: groupIds(registry, 'ubnd-cap-tinh', head[0]),
            kind: 'group',
            members: list.members,
          };
        }
      }
      const named = matchTail(registry, 'tỉnh', text, lower, after);
      if (named && !provinces[1] && !provinces[3]) {
        const end = after + named.length;
        return { start: at, end, ids: [], kind: 'agency', members: [{ start: after, end, ids: named.ids }] };
      }
      const list = memberList(passage, after);
      if (list.members.length > 1) return { start: at, end: list.end, ids: [], kind: 'group', members: list.members };
    }
    const level =
      /^(?:(?:các\s+)?(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|cấp (?:xã|tỉnh|huyện|cơ sở))(?:(?:,| và) (?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|cấp (?:xã|tỉnh|huyện)))*|các (?:cấp|địa phương)|tỉnh|Thành phố|thành phố)(?![\p{L}])/iu.exec(
        text.slice(place, place + 80),
      );
    if (level) {
      const name = /^\s+(?:\p{Lu}\p{L}*(?:\s+(?=\p{Lu}))?)+/u.exec(
        text.slice(place + level[0].length, place + level[0].length + 40),
      );
      const known = matchName(registry, text, lower, at);
      const end = Math.max(place + level[0].length + (name?.[0].trimEnd().length ?? 0), known ? at + known.length : 0);
      const plural = /các|cấp/i.test(level[0]) || /^các/i.test(head[0]);
      const tail = plural ? groupTail(passage, end, true) : 0;
      return { start: at, end: end + tail, ids: known?.ids ?? [], kind: plural ? 'group' : 'agency' };
    }
  }
  const body =
    /^Đảng ủy\s+(?:Mặt trận Tổ quốc(?: Việt Nam)?(?:,| và)(?: các)? đoàn thể|(?:Ủy ban nhân dân|UBND)|Công an|Quân sự|(?:[Cc]ác cơ quan )[Đđ]ảng)(?:\s+(?:tỉnh|thành phố|Thành phố|Trung ương|cấp tỉnh|các xã(?:, phường)?(?:, đặc khu)?|các phường|xã|phường)(?:\s+\p{Lu}\p{L}*)*)?/u.exec(
      text.slice(at, at + 90),
    );
  const partyOffice =
    /^(?:Ban (?:Tuyên giáo và Dân vận|Tổ chức|Nội chính|Kinh tế|Dân vận|Tuyên giáo|Thường vụ|Xây dựng Đảng)|Ủy ban Kiểm tra|Văn phòng|Cơ quan Ủy ban Kiểm tra|Trường Chính trị)\s+(?:Tỉnh ủy|Thành ủy|Đảng ủy(?: \p{Ll}+)?|tỉnh|thành phố)(?!\p{L})/u.exec(
      text.slice(at, at + 60),
    );
  if (partyOffice && !/^(?:Ban Thường vụ|Văn phòng)\s+Đảng/.test(partyOffice[0])) {
    const after = at + partyOffice[0].length + 1;
    const of = matchTail(registry, 'tỉnh', text, lower, after);
    return {
      start: at,
      end: of ? after + of.length : after - 1,
      ids: [],
      kind: 'agency',
      ...(of && { members: [{ start: after, end: after + of.length, ids: of.ids }] }),
    };
  }
  if (body)
    return {
      start: at,
      end: at + body[0].length,
      ids:
        matchName(registry, text, lower, at)?.length === body[0].length
          ? (matchName(registry, text, lower, at)?.ids ?? [])
          : [],
      kind: 'agency',
    };
  const committee =
    /^(?:(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Văn phòng|Đảng ủy|các|Các)\s+)?(?:Tỉnh ủy|Thành ủy)(?!\p{L})\s*/u.exec(
      text.slice(at, at + 40),
    );
  if (committee && !/^các/i.test(committee[0])) {
    const after = at + committee[0].length;
    const named = matchTail(registry, 'tỉnh', text, lower, after);
    const end = named ? after + named.length : at + committee[0].trimEnd().length;
    return {
      start: at,
      end,
      ids: [],
      kind: 'agency',
      ...(named && { members: [{ start: after, end, ids: named.ids }] }),
    };
  }
  return undefined;
}

function groupIds(registry: Registry, id: string, head: string): readonly string[] {
  return /ủy ban nhân dân|ubnd/i.test(head) && registry.agencies.has(id) ? [id] : [];
}

/** Province names in a row: "Bắc Ninh, Lào Cai, Vĩnh Long và An Giang"; an unknown capitalised name is a member too. */
function memberList(passage: Passage, at: number): { members: Member[]; end: number } {
  const { text, lower, registry } = passage;
  const members: Member[] = [];
  let end = at;
  let from = at;
  for (;;) {
    const head = /^(?:tỉnh|thành phố|Thành phố|TP\.?)\s+/u.exec(text.slice(from))?.[0].length ?? 0;
    const known = matchName(registry, text, lower, from);
    const named =
      matchTail(registry, 'tỉnh', text, lower, from + head) ??
      (known && /^(?:thành phố|tỉnh|tp)/i.test(text.slice(from)) ? known : undefined);
    const capitalised = /^(?:\p{Lu}\p{L}*(?:\s+(?=\p{Lu})|-(?=\p{Lu})|\s-\s(?=\p{Lu}))?)+/u.exec(
      text.slice(from + head),
    );
    const length = named
      ? named === known
        ? named.length
        : head + named.length
      : capitalised
        ? head + capitalised[0].trimEnd().length
        : 0;
    if (length === 0 || (!named && members.length === 0)) break;
    members.push({ start: from + (named === known ? 0 : head), end: from + length, ids: named?.ids ?? [] });
    end = from + length;
    const link = /^\s*(?:,|;|và|,\s*và)\s+(?=\p{Lu}|tỉnh\s\p{Lu}|thành phố\s\p{Lu})/u.exec(text.slice(end));
    if (!link) break;
    from = end + link[0].length;
  }
  return { members, end };
}

/** "các Bộ: Công an, Nội vụ, Tài chính": the head before the list belongs to every item. */
function distributed(passage: Passage, at: number): { owners: OwnerMention[]; end: number } | undefined {
  const { text, lower, registry } = passage;
  const head =
    /^(?:(Bộ trưởng|Giám đốc|Chủ tịch|Thủ trưởng|Bí thư|Lãnh đạo)\s+)?((?:các|những|\d{1,2}|hai|ba)\s+)(bộ(?:, (?:ngành|cơ quan(?: ngang bộ)?(?:, cơ quan thuộc chính phủ)?))?|sở(?:, (?:ban, )?ngành)?|ban|cục|vụ|ủy ban nhân dân (?:các )?(?:tỉnh(?:, thành phố)?)|ubnd (?:các )?tỉnh(?:, thành phố)?|tỉnh(?:, thành phố)?|thành phố)\s*(:)?\s*/iu.exec(
      text.slice(at, at + 120),
    );
  const communes = ofCommunes(passage, at);
  if (communes) return communes;
  const committees =
    /^(Ủy ban nhân dân|UBND|Chủ tịch Ủy ban nhân dân|Chủ tịch UBND) (?:các\s)tỉnh(?:, thành phố)?\s*:?\s*(?=\p{Lu}|tỉnh\s\p{Lu}|thành phố\s\p{Lu})/u.exec(
      text.slice(at, at + 80),
    );
  if (!head && !committees) return undefined;
  const noun = committees
    ? 'tỉnh'
    : (/^(?:bộ|sở|ban|cục|vụ|tỉnh|thành phố|ủy ban|ubnd)/iu.exec(head?.[3] ?? '')?.[0].toLowerCase() ?? '');
  const key = noun === 'ủy ban' || noun === 'ubnd' || noun === 'thành phố' ? 'tỉnh' : noun;
  let from = at + (committees ?? head)?.[0].length!;
  const owners: OwnerMention[] = [];
  let end = from;
  for (let rounds = 0; rounds < 40; rounds++) {
    const tail = matchTail(registry, key, text, lower, from);
    const whole = tail ? undefined : matchName(registry, text, lower, from);
    const loose =
      !tail && !whole && key === 'vụ'
        ? /^\p{Lu}[\p{L}\s-]{1,30}?(?=[,:;.]|\s+và|\s+\p{Ll}{2,}\s+(?:trì|hợp))/u.exec(text.slice(from))
        : undefined;
    if (owners.length === 0 && !tail && !loose) return undefined;
    if (tail || loose) {
      const length = tail?.length ?? loose?.[0].length ?? 0;
      const prefix = [
        head?.[1],
        committees
          ? `${committees[1]} ${provinceWord(registry, tail)}`
          : headWord(head?.[3] ?? '', key, registry, tail),
      ]
        .filter(Boolean)
        .join(' ');
      owners.push({
        start: from,
        end: from + length,
        text: `${prefix} ${text.slice(from, from + length)}`,
        ids: key === 'tỉnh' ? [] : (tail?.ids ?? []),
        kind: head?.[1] ? 'position' : 'agency',
        ...(key === 'tỉnh' && tail && { members: [{ start: from, end: from + length, ids: tail.ids }] }),
      });
      end = from + length;
    } else {
      const next = one(passage, from, true);
      if (!next) break;
      owners.push(...next.owners);
      end = next.end;
    }
    const link = CONNECTIVE.exec(text.slice(end));
    if (!link) break;
    from = end + link[0].length;
    if (startsAction(passage, from) && !matchTail(registry, key, text, lower, from)) break;
  }
  return owners.length > 0 ? { owners, end } : undefined;
}

/** "Đảng ủy các xã: Hướng Phùng, Lao Bảo": communes are in no registry, their names are what is written. */
function ofCommunes(passage: Passage, at: number): { owners: OwnerMention[]; end: number } | undefined {
  const { text } = passage;
  const head =
    /^((?:Chủ tịch |Bí thư )?(?:Ủy ban nhân dân|UBND|Đảng ủy|Hội đồng nhân dân|HĐND)) các (xã|phường|đặc khu)\s*:\s*(?=\p{Lu})/u.exec(
      text.slice(at, at + 80),
    );
  if (!head) return undefined;
  const owners: OwnerMention[] = [];
  let from = at + head[0].length;
  for (;;) {
    const name = /^(?:\p{Lu}\p{L}*(?:\s+(?=\p{Lu}))?)+/u.exec(text.slice(from))?.[0].trimEnd();
    if (!name) break;
    owners.push({
      start: from,
      end: from + name.length,
      text: `${head[1]} ${head[2]} ${name}`,
      ids: [],
      kind: head[1]?.startsWith('Chủ') ? 'position' : 'agency',
    });
    const link = /^\s*(?:,|;|,?\s+và)\s+(?=\p{Lu})/u.exec(text.slice(from + name.length));
    if (!link) break;
    from += name.length + link[0].length;
  }
  const end = owners.at(-1)?.end;
  return end === undefined ? undefined : { owners, end };
}

function headWord(written: string, key: string, registry: Registry, tail: NameMatch | undefined): string {
  if (/^ủy ban|^ubnd/i.test(written))
    return `${/^ubnd/i.test(written) ? 'UBND' : 'Ủy ban nhân dân'} ${provinceWord(registry, tail)}`;
  return key === 'tỉnh' ? provinceWord(registry, tail) : key[0]?.toUpperCase() + key.slice(1);
}

function provinceWord(registry: Registry, tail: NameMatch | undefined): string {
  return tail?.ids.some((id) => registry.agencies.get(id)?.name.startsWith('Thành phố')) ? 'thành phố' : 'tỉnh';
}

/** A group of bodies: its nouns, commas between them, and what tells which ones are meant. */
function group(passage: Passage, at: number, known: NameMatch | undefined): OwnerMention | undefined {
  const { text } = passage;
  let end = known ? at + known.length : at + (PLURAL.exec(text.slice(at))?.[0].length ?? 0);
  if (!known) {
    const noun = GROUP_NOUN.exec(text.slice(end)) ?? BARE_GROUP.exec(text.slice(end));
    if (!noun) return undefined;
    end += noun[0].length;
    if (PERSON_HEAD.test(noun[0]))
      end += /^\s+(?:lãnh đạo|phụ trách|được giao phụ trách)(?!\p{L})/iu.exec(text.slice(end))?.[0].length ?? 0;
  }
  end += groupTail(passage, end, known !== undefined);
  return { start: at, end, ids: known?.ids ?? [], kind: 'group' };
}

/**
 * Characters of what still belongs to a group at `end`: further nouns ("bộ, ngành và địa phương"), words that narrow it
 * ("ven biển", "được giao nhiệm vụ", "cung cấp dịch vụ"). It ends at a verb, an adverb, a colon, the next owner; one
 * that is `whole` already ("các tỉnh ủy, thành ủy") takes only words known to narrow it.
 */
function groupTail(passage: Passage, from: number, whole = false): number {
  const { text, lower, registry } = passage;
  let at = from;
  let relative = false;
  let complete = whole;
  let narrowed = /liên quan$/.test(text.slice(0, from));
  for (let words = 0; words < 28; words++) {
    const rest = text.slice(at, at + 160);
    const link = /^(?:\s*,\s*|\s+và\s+)/u.exec(rest);
    if (link) {
      const after = at + link[0].length;
      const next = text.slice(after, after + 120);
      const further = GROUP_NOUN.exec(next);
      if (
        further &&
        !PLURAL.test(next) &&
        !PERSON_HEAD.test(next) &&
        !NOT_HEAD.test(next) &&
        !APART.test(next) &&
        !(narrowed && /và/.test(link[0])) &&
        (!UNIT_HEAD.test(next) || /^\p{Lu}\p{L}+\s+\p{Ll}/u.test(next)) &&
        !properName(passage, after) &&
        !formedName(passage, after)
      ) {
        at = after + further[0].length;
        complete = false;
        continue;
      }
      // "truyền hình, thông tấn, báo chí đẩy mạnh": a comma within, where the verb is still to come.
      if (
        /^\s*,/.test(link[0]) &&
        !startsAction(passage, after) &&
        !isOwnerStart(passage, after) &&
        !APART.test(next) &&
        /^\p{Ll}+(?:\s\p{Ll}+){0,3}(?=,|\s)/u.test(next) &&
        verbSoon(passage, after)
      ) {
        at = after;
        const word = /^\p{L}+/u.exec(text.slice(at));
        at += word?.[0].length ?? 0;
        continue;
      }
      break;
    }
    const blank = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (blank === 0) break;
    const word = at + blank;
    const next = text.slice(word, word + 120);
    if (BREAK.test(next) && !(relative && anchorAhead(text, word))) break;
    // "thuộc Bộ Công an": a name is taken whole, whatever its words.
    const named = narrowed ? matchName(registry, text, lower, word) : undefined;
    if (named) {
      at = word + named.length;
      narrowed = true;
      continue;
    }
    narrowed ||= /^(?:liên quan|có )/.test(next);
    const business = words === 0 && BUSINESS.test(text.slice(Math.max(0, at - 24), at));
    const trade = business ? (TRADE.exec(next) ?? (anchorAhead(text, word) ? WORK.exec(next) : null)) : null;
    const narrowing = trade ?? RELATIVE.exec(next);
    if (complete && !narrowed && !narrowing) {
      if (!NARROWING.test(next)) break;
      narrowed = true;
    }
    const strong = anchorAt(text, word);
    if (narrowing) {
      // Verbs may follow within "được giao ..."; "thuộc", "trên địa bàn" take nouns only.
      relative ||= !/^(?:trực thuộc|thuộc|ngoài|trong|ở|tại|trên|của|quản lý)/iu.test(narrowing[0]);
      narrowed = true;
      at = word + narrowing[0].length;
      continue;
    }
    if (strong > 0) break;
    // Within "được giao ..." verbs belong to the group as long as a stronger word ("khẩn trương", "chủ trì") follows.
    const verb = verbAt(text, word);
    // "các đơn vị truyền thông thuộc Bộ": a verb that only names the trade; the owner goes on behind it.
    const trait =
      verb > 0 && /^\s+(?:thuộc|trực thuộc|của|có liên quan|liên quan)(?!\p{L})/u.test(text.slice(word + verb));
    if (verb > 0 && !trait && !(relative && anchorAhead(text, word))) break;
    if (
      /^\p{Lu}/u.test(next) &&
      matchName(registry, text, lower, word) === undefined &&
      /^\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(next) &&
      verbAt(text, word) > 0
    )
      break;
    const length = /^[^\s,:;.()"]+/.exec(next)?.[0].length ?? 0;
    if (length === 0) break;
    at = word + length;
  }
  return at - from;
}

function properName(passage: Passage, at: number): boolean {
  const match = matchName(passage.registry, passage.text, passage.lower, at);
  return match !== undefined && !match.group;
}

function isOwnerStart(passage: Passage, at: number): boolean {
  const rest = passage.text.slice(at, at + 60);
  return properName(passage, at) || PLURAL.test(rest) || UNIT_HEAD.test(rest) || PERSON_HEAD.test(rest);
}

/** Does a verb or adverb come before the sentence is broken off? */
function verbSoon(passage: Passage, at: number): boolean {
  const sentence = /^[^:;.()]{0,120}/.exec(passage.text.slice(at))?.[0] ?? '';
  for (const match of sentence.matchAll(/\s+/g)) {
    const word = at + match.index + match[0].length;
    if (anchorAt(passage.text, word) > 0 || verbAt(passage.text, word) > 0) return true;
  }
  return false;
}

function anchorAhead(text: string, at: number): boolean {
  const sentence = /^[^:;.(),]{0,160}/.exec(text.slice(at))?.[0] ?? '';
  for (const match of sentence.matchAll(/\s+/g))
    if (anchorAt(text, at + match.index + match[0].length) > 0) return true;
  return false;
}

/** After a comma in a name: a word or two that are neither owner nor action, and then the name's end or its verb. */
function goesOn(passage: Passage, at: number): boolean {
  const next = passage.text.slice(at, at + 60);
  if (
    isOwnerStart(passage, at) ||
    GROUP_NOUN.test(next) ||
    POSITION.test(next) ||
    BARE_GROUP.test(next) ||
    startsAction(passage, at)
  )
    return false;
  const words = /^\p{L}+(?:\s+\p{L}+){0,4}?(?=\s+(?:\p{Ll}|\p{Lu})|[,;.)]|$)/u.exec(next);
  return (
    words !== null &&
    !/^(?:để|theo|căn|trên|trong|tại|nhằm|đã|là|và|khi|từ|hằng|hàng|cùng|với|về)(?!\p{L})/u.test(next) &&
    (verbSoon(passage, at) || /^[\p{L}\s&]{2,30}(?:[,;:.)]|\s+và\s|$)/u.test(next))
  );
}

/** The name of a body the registry does not have: its head and the words up to a verb or a break. */
function unknownUnit(passage: Passage, at: number): OwnerMention | undefined {
  const { text } = passage;
  const head = UNIT_HEAD.exec(text.slice(at))?.[0].length ?? 0;
  let end = at + head;
  for (let words = 0; words < 16; words++) {
    const rest = text.slice(end, end + 80);
    const blank = /^\s+(?:-\s+)?(?:và\s+(?=\p{Lu}\p{Ll}+))?/u.exec(rest);
    // "Cục Quản lý Khám, chữa bệnh", "Báo và Phát thanh, Truyền hình": a comma inside the name.
    const comma = /^,\s+(?=\p{L})/u.exec(rest);
    const step = blank ?? comma;
    if (!step) break;
    const word = end + step[0].length;
    if (comma && !blank && !goesOn(passage, word)) break;
    if (
      /^và\s/.test(text.slice(word, word + 4)) &&
      (isOwnerStart(passage, word + 3) || GROUP_NOUN.test(text.slice(word + 3)) || startsAction(passage, word + 3))
    )
      break;
    const next = text.slice(word, word + 80);
    if (words > 0 && (BREAK.test(next) || anchorAt(text, word) > 0)) break;
    // "Trạm Y tế xã chằng ...": the name ends with its level, unless the place follows.
    if (
      words > 0 &&
      /\s(?:tỉnh|xã|phường|huyện|thành phố|quận|thị xã|đặc khu)$/u.test(text.slice(at, end)) &&
      !/^\p{Lu}/u.test(next)
    )
      break;
    // One syllable ("tạo" in "Đào tạo") says too little within a name.
    const verb = /^\p{Ll}/u.test(next) ? verbAt(text, word) : 0;
    const telling = text.slice(word, word + verb).includes(' ') || /^(?:đưa|trình|lập|gửi|cử|giao|mời)\s/u.test(next);
    if (
      words > 0 &&
      verb > 0 &&
      telling &&
      !/dự án$/.test(text.slice(0, end)) &&
      !/dự án đầu tư$/.test(text.slice(0, end))
    )
      break;
    if (/và/.test(step[0]) && (UNIT_HEAD.test(next) || isOwnerStart(passage, word))) break;
    const length = /^[^\s,:;.()"]+/.exec(next)?.[0].length ?? 0;
    if (length === 0) break;
    end = word + length;
  }
  if (end === at + head) return undefined;
  // A head word followed by small letters only ("Tổ chức ...", "Ban hành ...") names nothing.
  if (
    !/\p{Lu}/u.test(text.slice(at + head, end)) &&
    !/^(?:Vụ|Cục|Phòng|Trung tâm|Công ty|Văn phòng|Ban|Hội|Trường|Chi cục|Công an|Tổ công tác|Chính quyền|Cơ quan|Bảo tàng|Thư viện)/.test(
      text.slice(at, end),
    )
  )
    return undefined;
  return { start: at, end, ids: [], kind: 'unknown' };
}
