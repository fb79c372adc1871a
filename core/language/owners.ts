import { matchName, matchTail, type NameMatch, type Registry } from '../registry.ts';
import { readGroup, startsAction } from './groups.ts';
import { verbAt } from './lexicon.ts';
import { formedName, qualifier } from './names.ts';
import { BARE_GROUP, CONNECTIVE, GROUP_NOUN, NOT_HEAD, PLURAL, POSITION, TITLE, UNIT_HEAD } from './owner-words.ts';
import type { OwnerMention, Passage } from './passage.ts';
import { unitAbout, unknownUnit } from './unit-names.ts';

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
    // "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã ra quân": that of the commune, not "xã" and what follows.
    const level = /^\s+(?:tỉnh|thành phố|xã|phường|đặc khu)(?=\s)\s+/u.exec(text.slice(end, end + 20))?.[0];
    if (level && startsAction(passage, end + level.length)) end += level.trimEnd().length;
    return { start: at, end, ids: known.ids, kind: 'agency' };
  }
  if (NOT_HEAD.test(rest)) return undefined;
  const about = known ? undefined : unitAbout(passage, at);
  if (about) return about;
  const alone = /^(?:Tỉnh|Thành) [đĐ]oàn(?!\p{L})/u.exec(rest);
  if (alone) return { start: at, end: at + alone[0].length, ids: [], kind: 'agency' };
  const proper = UNIT_HEAD.exec(rest);
  if (!known && proper && /^\s+\p{Lu}/u.test(rest.slice(proper[0].length))) return unknownUnit(passage, at);
  if (known || PLURAL.test(rest) || BARE_GROUP.test(rest)) return readGroup(passage, at, known);
  if (listed && /^\p{Ll}/u.test(rest) && GROUP_NOUN.test(rest) && verbAt(text, at) === 0)
    return readGroup(passage, at, undefined);
  if (UNIT_HEAD.test(rest) && /\p{Lu}|\s\p{L}/u.test(rest.slice(2))) return unknownUnit(passage, at);
  return undefined;
}

function position(passage: Passage, at: number): OwnerMention | undefined {
  const match = POSITION.exec(passage.text.slice(at, at + 80));
  if (!match) {
    // "Bộ trưởng, Thủ trưởng cơ quan ngang bộ ...": of all that there are.
    const title = TITLE.exec(passage.text.slice(at, at + 30))?.[0];
    const next = title && passage.text.slice(at + title.length + 2, at + 80);
    return next && POSITION.test(next) ? { start: at, end: at + title.length, ids: [], kind: 'group' } : undefined;
  }
  if (NOT_HEAD.test(match[0])) return undefined;
  const body = at + match[0].length;
  if (/^(?:bộ trưởng|giám đốc|chủ tịch|thủ trưởng|bí thư)\s+$/i.test(match[0]) && distributed(passage, body))
    return undefined;
  // "Trưởng phòng Quản lý Công nghiệp": the office and the name of its body share a word.
  const shared = /\s(?=(?:phòng|ban|khoa|đoàn)\s+$)/iu.exec(match[0])?.index;
  const of =
    single(passage, body, false) ?? (shared === undefined ? undefined : single(passage, at + shared + 1, false));
  if (!of) return undefined;
  return { ...of, start: at, kind: of.kind === 'group' ? 'group' : 'position' };
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
    /^(?:các )?(tỉnh ủy)(?:, thành ủy)?\s*:\s*(?=\p{Lu})/iu.exec(text.slice(at, at + 40)) ??
    /^(Ủy ban nhân dân|UBND|Chủ tịch Ủy ban nhân dân|Chủ tịch UBND) (?:các\s)tỉnh(?:, thành phố)?\s*:?\s*(?=\p{Lu}|tỉnh\s\p{Lu}|thành phố\s\p{Lu})/u.exec(
      text.slice(at, at + 80),
    );
  if (!head && !committees) return undefined;
  const noun = committees
    ? 'tỉnh'
    : (/^(?:bộ|sở|ban|cục|vụ|tỉnh|thành phố|ủy ban|ubnd)/iu.exec(head?.[3] ?? '')?.[0].toLowerCase() ?? '');
  const key = noun === 'ủy ban' || noun === 'ubnd' || noun === 'thành phố' ? 'tỉnh' : noun;
  let from = at + ((committees ?? head)?.[0].length ?? 0);
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
          ? /^tỉnh ủy$/iu.test(committees[1] ?? '')
            ? partyCommittee(registry, tail)
            : `${committees[1]} ${provinceWord(registry, tail)}`
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

function partyCommittee(registry: Registry, tail: NameMatch | undefined): string {
  return provinceWord(registry, tail) === 'thành phố' ? 'Thành ủy' : 'Tỉnh ủy';
}

function provinceWord(registry: Registry, tail: NameMatch | undefined): string {
  return tail?.ids.some((id) => registry.agencies.get(id)?.name.startsWith('Thành phố')) ? 'thành phố' : 'tỉnh';
}
