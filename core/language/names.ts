import { matchName, matchTail, type Registry } from '../registry.ts';
import { textBefore } from '../text.ts';
import { groupTail, isOwnerStart, startsAction, verbSoon } from './groups.ts';
import { anchorAt, verbAt } from './lexicon.ts';
import { BARE_GROUP, BREAK, FORMED_HEAD, GROUP_NOUN, POSITION, PROVINCE_HEAD, UNIT_HEAD } from './owner-words.ts';
import type { Member, OwnerMention, Passage } from './passage.ts';

/** Names that are formed, not listed: "Ủy ban nhân dân tỉnh X", "Ủy ban nhân dân 4 tỉnh (A, B)", "Tỉnh ủy X". */
export function formedName(passage: Passage, at: number): OwnerMention | undefined {
  const { text, registry, lower } = passage;
  const head = FORMED_HEAD.exec(text.slice(at, at + 60));
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

/** "tỉnh Quảng Ninh", "Việt Nam", "thuộc Bộ Công an" after a name belong to it. */
export function qualifier(text: string, end: number): number {
  const match =
    /^\s+(?:(?:-\s+)?(?:[Cc]hi nhánh\s+)?(?:Khu vực|khu vực)\s+(?:\d{1,2}|[IVX]+)(?!\p{L})|các tỉnh(?:, thành phố)?(?: trực thuộc [Tt]rung ương)?|các xã(?:, phường)?(?:, đặc khu)?|(?:tỉnh|thành phố|Thành phố|TP\.?|[Kk]hu vực|[Cc]hi nhánh)\s+(?:\p{Lu}\p{L}*(?:\s+(?=\p{Lu})|-(?=\p{Lu})|\s-\s(?=\p{Lu}))?)+|(?:tỉnh|Thành phố|thành phố)(?=\s+(?:chủ trì|phối hợp|khẩn trương|tham mưu|có trách nhiệm))|(?:\()?(?:thuộc|trực thuộc)\s+\p{Lu}[\p{L}\s]{3,30}?(?=\s+(?:chủ trì|phối hợp|có trách nhiệm|khẩn trương)))/u.exec(
      text.slice(end, end + 80),
    );
  return match?.[0].trimEnd().length ?? 0;
}

/** The name of a body the registry does not have: its head and the words up to a verb or a break. */
export function unknownUnit(passage: Passage, at: number): OwnerMention | undefined {
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
    if (words > 0 && verb > 0 && telling && !/dự án(?: đầu tư)?$/.test(textBefore(text, end))) break;
    if (/và/.test(step[0]) && (UNIT_HEAD.test(next) || isOwnerStart(passage, word))) break;
    const length = /^[^\s,:;.()"]+/.exec(next)?.[0].length ?? 0;
    if (length === 0) break;
    end = word + length;
  }
  if (end === at + head) return undefined;
  // A head word followed by small letters only ("Tổ chức ...", "Ban hành ...") names nothing.
  if (
    !/\p{Lu}/u.test(text.slice(at + head, end)) &&
    !/^(?:Vụ|Cục|Phòng|Trung tâm|Công ty|Văn phòng|Ban|Hội|Trường|Chi cục|Công an|Tổ công tác|Hội đồng|Chính quyền|Cơ quan|Bảo tàng|Thư viện)/.test(
      text.slice(at, end),
    )
  )
    return undefined;
  return { start: at, end, ids: [], kind: 'unknown' };
}

const UNIT_ABOUT =
  /^(?:Ban Chỉ đạo|Ban Chỉ huy|Ban Điều phối|Hội đồng|Ủy ban|Tổ công tác|Tổ [Gg]iúp việc|Tổ Biên tập|Tiểu ban)(?:\s+(?:Trung ương|(?:[Qq]uốc|[Ll]iên|[Đđ]a) \p{L}+|[Nn]hà nước|của|tỉnh|thành phố|xã|phường|cấp \p{Ll}+|đặc biệt|điều phối|liên ngành|vùng|\p{Lu}\p{L}*)){0,6}\s+về\s+/u;
/** Verbs that the matter a body sees to is called by, wherever they stand in its name. */
const MATTER =
  /^(?:phát triển|đổi mới|chuyển đổi|cải cách|cải thiện|ứng dụng|ứng phó|thích ứng|bảo vệ|bảo đảm|bảo tồn|quản lý|phòng|chống|sắp xếp|kiện toàn|đầu tư|sử dụng|đào tạo|đấu tranh|nâng cao|thông tin|thi đua|khen thưởng|giải quyết|xử lý|tháo gỡ)(?!\p{L})/iu;

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
