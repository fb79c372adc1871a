import { matchName, matchTail, type Registry } from '../registry.ts';
import { groupTail } from './groups.ts';
import { FORMED_HEAD, PROVINCE_HEAD } from './owner-words.ts';
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
    const both = /^tỉnh, thành phố(?: trực thuộc [Tt]rung ương)?(?!\p{L}|\s\p{Lu})/u.exec(
      text.slice(place, place + 60),
    );
    if (both) return { start: at, end: place + both[0].length, ids: [], kind: 'group' };
    const level =
      /^(?:(?:các\s+)?(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|cấp (?:xã|tỉnh|huyện|cơ sở))(?:(?:,| và) (?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|cấp (?:xã|tỉnh|huyện)))*|các (?:cấp|địa phương|tỉnh(?:(?:,| và) thành phố)?(?: trực thuộc [Tt]rung ương)?)|tỉnh|Thành phố|thành phố)(?![\p{L}])/iu.exec(
        text.slice(place, place + 80),
      );
    // Councils and committees of all provinces are in the registry by name.
    if (level && !(/^các tỉnh/iu.test(level[0]) && /nhân dân|UBND|HĐND/iu.test(head[0]))) {
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
    /^(?:Ban (?:Tuyên giáo và Dân vận|Tổ chức|Nội chính|Kinh tế|Dân vận|Tuyên giáo|Thường vụ|Xây dựng Đảng)|Ủy ban Kiểm tra|Văn phòng|Cơ quan Ủy ban Kiểm tra|Trường Chính trị)\s+(?:Tỉnh ủy|Thành ủy|Đảng ủy(?: (?:xã|phường|đặc khu|huyện|khối|quân sự|công an|các cơ quan))?|tỉnh|thành phố)(?!\p{L})/u.exec(
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
    /^\s+(?:Trung ương (?:Đoàn|Hội(?:\s\p{Lu}\p{L}*)+)|Đoàn(?=[,;:.]|\s\p{Ll})|(?:-\s+)?(?:[Cc]hi nhánh\s+)?(?:Khu vực|khu vực)\s+(?:\d{1,2}|[IVX]+)(?!\p{L})|các tỉnh(?:, thành phố)?(?: trực thuộc [Tt]rung ương)?|các xã(?:, phường)?(?:, đặc khu)?|(?:tỉnh|thành phố|Thành phố|TP\.?|[Kk]hu vực|[Cc]hi nhánh)\s+(?:\p{Lu}\p{L}*(?:\s+(?=\p{Lu})|-(?=\p{Lu})|\s-\s(?=\p{Lu}))?)+|(?:tỉnh|Thành phố|thành phố)(?=\s+(?:chủ trì|phối hợp|khẩn trương|tham mưu|có trách nhiệm))|(?:\()?(?:thuộc|trực thuộc)\s+\p{Lu}[\p{L}\s]{3,30}?(?=\s+(?:chủ trì|phối hợp|có trách nhiệm|khẩn trương)))/u.exec(
      text.slice(end, end + 80),
    );
  return match?.[0].trimEnd().length ?? 0;
}
