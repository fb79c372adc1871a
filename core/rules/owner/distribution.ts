import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Agency } from '../../registry.ts';
import type { Owner } from '../../task.ts';
import { foldName } from '../../text.ts';

/** Whom "Nơi nhận" reaches: its own words, with those it points to ("Như trên", "Như Điều 3"). */
export interface Distribution {
  /** Folded; lines apart by " ; ". */
  readonly text: string;
  /** As written, for abbreviations. */
  readonly raw: string;
  /** Bodies of the registry named in it. */
  readonly ids: ReadonlySet<string>;
  /** It points to something that is not read here: anybody may be meant. */
  readonly open: boolean;
}

/** Those concerned, or those given something, whoever they are. */
const ANYBODY =
  /như (?:tại )?(?:mục|phần|phụ lục|khoản|điểm)|(?:cơ quan|đơn vị|tổ chức|địa phương)[^;]*(?:liên quan|được giao|thực hiện|nêu trên|có nhiệm vụ|có tên)/iu;

/** Undefined where the draft has no "Nơi nhận", or one that says nothing. */
export function distributionOf(draft: Draft): Distribution | undefined {
  const { recipients, nodes } = draft;
  if (!recipients || recipients.lines.length < 2) return undefined;
  const raws = recipients.lines.map(({ text }) => text.normalize('NFC'));
  const all = raws.join(' ; ');
  const places = nodes.filter(({ region }) => region === 'recipients');
  if (/như (?:trên|kính gửi)/iu.test(all)) places.push(...nodes.filter(({ region }) => region === 'addressees'));
  for (const article of articlesIn(all)) places.push(...nodes.filter(({ path }) => isOf(article, path)));
  const ids = new Set(places.flatMap(({ fact }) => fact.names.flatMap((name) => name.ids)));
  const raw = [...raws, ...places.map(({ fact }) => fact.item.body.text)].join(' ; ');
  const pointed = places.some(({ region }) => region !== 'recipients');
  const open = ANYBODY.test(all) || (!pointed && /như (?:trên|kính gửi|(?:tại )?điều)/iu.test(all));
  return { text: foldName(raw), raw, ids, open };
}

function articlesIn(text: string): string[] {
  return [...text.matchAll(/như (?:tại )?điều (\d+)/giu)].map(([, number]) => `Đ${number}`);
}

function isOf(article: string, path: string): boolean {
  return path === article || path.startsWith(`${article}.`);
}

/** The articles that "Nơi nhận" points to; its lines stand under nothing. */
function pointedAt({ children }: Node): string[] {
  return children.flatMap(({ region, fact }) => (region === 'recipients' ? articlesIn(fact.item.body.text) : []));
}

/** The words of an item, where "Nơi nhận" points to those it names. */
export function pointedText({ item }: Fact, node: Node): string {
  if (!node.path.startsWith('Đ')) return '';
  let root = node;
  while (root.parent) root = root.parent;
  return pointedAt(root).some((article) => isOf(article, node.path)) ? item.body.text : '';
}

/** Words of "Nơi nhận" that reach a whole class of bodies. */
const REACHES: readonly { readonly body: RegExp; readonly kinds?: readonly string[]; readonly by: RegExp }[] = [
  {
    body: /^(?:bộ trưởng |thủ trưởng )?(?:bộ |ngân hàng nhà nước|thanh tra chính phủ|các bộ)/u,
    kinds: ['ministry', 'ministerial-level', 'gov-agency'],
    by: /các bộ|bộ trưởng|bộ, (?:ban, )?(?:ngành|cơ quan)|cơ quan ngang bộ|thành viên/u,
  },
  {
    body: /^(?:chủ tịch |hđnd, )?(?:ủy ban nhân dân|ubnd) (?:các |cấp )?(?:xã|phường|đặc khu|huyện)/u,
    by: /(?:ủy ban nhân dân|ubnd)[^;]*(?:xã|phường|đặc khu|huyện)|các (?:xã|phường)|địa phương/u,
  },
  {
    body: /^(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) (?:các |cấp |\d+ )?(?:tỉnh|thành phố)/u,
    by: /(?:ủy ban nhân dân|ubnd)[^;]*(?:tỉnh|thành phố)|các tỉnh|địa phương/u,
  },
  {
    body: /^(?:(?:giám đốc|thủ trưởng) )?(?:sở |các sở|công an (?:tỉnh|thành phố)|bộ chỉ huy|thanh tra tỉnh|thuế |ban quản lý|thủ trưởng các sở)/u,
    by: /các sở|sở, (?:ban|ngành)|ban, ngành|các cơ quan|các đơn vị|thành viên/u,
  },
  {
    body: /^(?:(?:các )?cơ quan )?(?:thông tấn|báo|đài|truyền hình|tạp chí|các cơ quan (?:truyền hình|báo chí|thông tấn))/u,
    by: /báo|đài|thông tấn|truyền hình|ttxvn|vtv|vov|ptth|các đơn vị/u,
  },
  {
    body: /^(?:các )?(?:tập đoàn|tổng công ty|công ty|doanh nghiệp|ngân hàng)/u,
    kinds: ['enterprise'],
    by: /tập đoàn|công ty|doanh nghiệp|ngân hàng|viettel|vnpt/u,
  },
  {
    body: /^(?:ban thường trực |ủy ban )?(?:trung ương )?(?:mặt trận|mttq|ubmttq|hội |liên đoàn|tỉnh đoàn|thành đoàn|trung ương đoàn|tổng liên đoàn)/u,
    kinds: ['front', 'sociopolitical'],
    by: /mặt trận|mttq|đoàn thể|tổ chức chính trị|các hội/u,
  },
];

/** Committees of the Party hand it on to the offices they lead. */
const THROUGH_PARTY = /các (?:đảng ủy|chi bộ|tỉnh ủy|cấp ủy|chi, đảng bộ)|đảng ủy, chi bộ/u;
const POSITION = /^(?:phó )?(?:bộ trưởng|giám đốc|chủ tịch|thủ trưởng|chánh văn phòng|cục trưởng|tổng giám đốc) /u;

/** The body of an owner, folded: "Giám đốc Sở Nội vụ" is reached with "Sở Nội vụ". */
export function bodyOf(owner: Owner): string {
  return foldName(owner.text).replace(POSITION, '');
}

const spellingsOf = oncePer(({ name, aliases }: Agency) =>
  [name, ...aliases].map((each) => foldName(each).replace(/^(?:bộ|các) /u, '')),
);

/** Is the owner sure to be missing: of a class "Nơi nhận" does not reach, and not named in it? */
export function isLeftOut(draft: Draft, { text, raw, ids }: Distribution, owner: Owner): boolean {
  const folded = bodyOf(owner);
  if (folded === '' || text.includes(folded) || THROUGH_PARTY.test(text)) return false;
  const agency: Agency | undefined = owner.agency === undefined ? undefined : draft.registry.agencies.get(owner.agency);
  if (agency) {
    if (ids.has(agency.id)) return false;
    if (spellingsOf(agency).some((name) => text.includes(name))) return false;
    if (agency.abbreviations.some((short) => raw.includes(short.replace(/^B(?=\p{Lu})/u, '')))) return false;
  }
  const classes = REACHES.filter(
    ({ body, kinds }) => body.test(folded) || (agency !== undefined && kinds?.includes(agency.kind) === true),
  );
  return classes.length > 0 && !classes.some(({ by }) => by.test(text));
}
