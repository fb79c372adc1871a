import { matchName, type Registry } from '../../registry.ts';
import { foldName, lowerCase } from '../../text.ts';

/** A body as far as its words or its symbol tell: an id of the registry, or a kind that every place has ("UBND"). */
export type Body = string;

/** The Central Committee, the Political Bureau and the Secretariat share the symbol TW. */
const CENTRAL: readonly Body[] = ['ban-chap-hanh-trung-uong', 'bo-chinh-tri', 'ban-bi-thu'];
const OF_TW: readonly Body[] = [...CENTRAL, 'TW', 'dang-cong-san-viet-nam', 'van-phong-trung-uong-dang'];

const LOCAL: readonly (readonly [RegExp, Body])[] = [
  [/^(?:ủy ban nhân dân|ubnd)(?!\p{L})/u, 'UBND'],
  [/^(?:thường trực )?(?:hội đồng nhân dân|hđnd)(?!\p{L})/u, 'HĐND'],
  [/^(?:ban thường vụ |thường trực |ban chấp hành |btv )?(?:tỉnh ủy|thành ủy)(?!\p{L})/u, 'TU'],
  [/^ban chấp hành đảng bộ (?:tỉnh|thành phố)(?!\p{L})/u, 'TU'],
  [/^(?:ban thường vụ |thường trực |ban chấp hành |btv )?(?:đảng ủy|đảng bộ)(?!\p{L})/u, 'ĐU'],
  [/^sở /u, 'Sở'],
  [/^(?:ban chấp hành )?trung ương(?:\s+đảng)?(?: khóa [xvi]+)?$|^hội nghị /u, 'TW'],
];

const POSITION =
  /^(?:phó )?(?:bộ trưởng(?= bộ)|thống đốc|tổng(?= thanh tra| kiểm toán)|chánh án|viện trưởng|chủ nhiệm|tổng giám đốc|giám đốc|chánh văn phòng(?= văn phòng)|chủ tịch(?! nước))\s+|^phó (?=thủ tướng)/u;

/** The body that issues, by its words ("Bộ trưởng Bộ Tài chính", "UBND tỉnh Lào Cai"); undefined where unknown. */
export function bodyNamed(words: string, registry: Registry): Body | undefined {
  const folded = foldName(words);
  const head = POSITION.exec(folded)?.[0].length ?? 0;
  const name = folded.slice(head);
  const local = LOCAL.find(([pattern]) => pattern.test(name));
  if (local) return name.startsWith('ban chấp hành trung ương') ? 'ban-chap-hanh-trung-uong' : local[1];
  const text = words.slice(words.length - name.length);
  const match = text.length === name.length ? matchName(registry, text, lowerCase(text), 0) : undefined;
  const id = match && !match.group ? match.ids[0] : undefined;
  const kind = id === undefined ? undefined : registry.agencies.get(id)?.kind;
  return kind === undefined || kind === 'province' || kind === 'steering-committee' ? undefined : id;
}

/** The bodies a symbol stands for ("TTg", "UBTVQH15", "TW"); none where it is unknown. */
export function bodiesOfSymbol(symbol: string, registry: Registry): readonly Body[] {
  if (symbol === 'TW') return OF_TW;
  if (/^(?:UBND|HĐND|TU|ĐU|BCĐTW)$/.test(symbol)) return [symbol];
  const short = symbol.replace(/(?<=^(?:UBTV)?QH)\d+$/, '');
  const match = matchName(registry, short, short.toLowerCase(), 0);
  return match && match.length === short.length ? match.ids : [];
}

/** May the two be words for one issuer? "Tỉnh ủy" and "Ban Thường vụ Tỉnh ủy Lào Cai" may; two provinces may not. */
export function mayBeSame(a: string | undefined, b: string | undefined, registry: Registry): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [one, other] = [bodyNamed(a, registry), bodyNamed(b, registry)];
  if (one === undefined || other === undefined) return one !== other || isPartOf(foldName(a), foldName(b));
  if (one !== other) return OF_TW.includes(one) && OF_TW.includes(other);
  const [here, there] = [placeOf(a), placeOf(b)];
  if (here.level !== '' && there.level !== '' && here.level !== there.level) return false;
  return here.name === '' || there.name === '' || isPartOf(here.name, there.name);
}

/**
 * Are they sure to be one issuer where each place has its own ("Ủy ban nhân dân tỉnh")? A name without the place is
 * that of the draft's own issuer.
 */
export function isSamePlace(cited: string | undefined, other: string | undefined, own: string | undefined): boolean {
  if (cited === undefined || other === undefined) return false;
  const [here, there, home] = [placeOf(cited), placeOf(other), placeOf(own ?? '')];
  const level = here.level === '' ? home.level : here.level;
  const name = here.name === '' && level === home.level ? home.name : here.name;
  return name !== '' && name === there.name && level === there.level;
}

function isPartOf(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/** Level and name of the place a local body is of: "UBND tỉnh Lào Cai" is of the province "lào cai". */
function placeOf(words: string): { level: 'province' | 'district' | 'commune' | ''; name: string } {
  const place = foldName(words).replace(
    /^.*?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|đảng ủy|đảng bộ)\s*/u,
    '',
  );
  const kind = /^(?:(tỉnh|thành phố|tp\.?)|(huyện|quận|thị xã)|(xã|phường|đặc khu|thị trấn))(?!\p{L})\s*/u.exec(place);
  const top = /^(?:ban thường vụ |thường trực )?(?:tỉnh|thành) ủy/u.test(foldName(words));
  const level = kind?.[1] || top ? 'province' : kind?.[2] ? 'district' : kind?.[3] ? 'commune' : '';
  return { level, name: place.slice(kind?.[0].length ?? 0) };
}

/** Of two names for the issuer of one document with the symbol TW: do they name different organs? */
export function areRivals(a: Body | undefined, b: Body | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && CENTRAL.includes(a) && CENTRAL.includes(b);
}
