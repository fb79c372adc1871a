import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { isUnit, type Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';
import { lowerCase } from '../../text.ts';
import { idOf } from '../taken.ts';

/** A number of things announced, and how many are listed; offsets into the node's body. */
export interface Total {
  readonly node: Node;
  /** "05 nội dung". */
  readonly from: number;
  readonly to: number;
  /** The number alone. */
  readonly numeral: string;
  readonly stated: number;
  /** Undefined where nothing is listed at all. */
  readonly listed?: number;
}

const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const NUMERAL = '(\\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)';
/** Things that lists are made of; "6 tháng", "30 ngày", "2 cấp" are measures; bodies and places are counted by owner/count. */
const THINGS =
  '(?:nhóm|nhiệm vụ|nội dung|giải pháp|đột phá|công việc|việc|vấn đề|yêu cầu|mục tiêu|chỉ tiêu|tiêu chí|nguyên tắc|quan điểm|trụ cột|lĩnh vực|dự án|đề án|chương trình|cơ sở dữ liệu|nền tảng|hệ thống|biện pháp|hạng mục|sản phẩm|văn bản|kiến nghị|giai đoạn|bước|khâu|hoạt động|định hướng|công trình|chính sách|hành vi|trường hợp|thành phần|phần|điểm nghẽn|ưu tiên|dịch vụ|thủ tục)';
const STATED = new RegExp(`${NUMERAL} ${THINGS}(?![\\p{L}\\d])`, 'gu');
/** A number before it that is a reference, or words that leave the number open. */
const NO_TOTAL =
  /(?:khoản|điểm|mục|điều|số|phụ lục|tháng|quý|ngày|phần|giai đoạn|trên|khoảng|ít nhất|tối thiểu|hơn|gần|dưới|tối đa|mỗi|từng|thêm|trong|hằng|hàng|đầu|cuối|\/)\s*$/iu;
/** What may stand between the thing counted and the colon: no other verb or sentence. */
const ANNOUNCES =
  /^[^.;:()]{0,90}?(?:(?:,\s*)?(?:sau đây|dưới đây|như sau|sau|gồm(?: có| các)?|bao gồm|cụ thể|trong đó|là))?\s*:\s*/iu;
/** More than one number before the colon: it is open which is meant. */
const OTHER_NUMBER = /\d|(?<!\p{L})(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)(?!\p{L})/iu;
const SHORT_TITLE = 70;
const PHASE = /^(?:giai đoạn|bước)/iu;

/** All totals of a draft whose list is plain to see, or plainly missing ("12 cơ sở dữ liệu sau đây" and none follows). */
export const totalsOf = oncePer((draft: Draft): readonly Total[] => {
  const found: Total[] = [];
  for (const node of draft.nodes) {
    const { region, kind } = node;
    if (region === 'recipients' || region === 'signature' || kind === 'row' || kind === 'root') continue;
    const stated = statedIn(node.fact);
    if (stated.length === 0) continue;
    for (const match of stated) {
      const total = readTotal(node.fact, node, match, () => phasesEach(draft));
      if (total) found.push({ node, ...total });
    }
    found.push(...documents(draft, node));
  }
  return found;
});

/** What is taken for it from items and tasks. */
export const TOTALS: LooksAt = {
  item: (fact, node) => {
    const { text } = fact.item.body;
    // How many phases there are is the same for the whole draft.
    const lists = statedIn(fact).map((stated) => {
      const total = readTotal(fact, node, stated, () => -1);
      return total && [stated.whole, total.listed];
    });
    const whole = lists.length > 0 ? [...text.matchAll(WHOLE)].map(([words]) => words) : '';
    return [lists, whole, PHASE.test(text)];
  },
  task: idOf,
};

/** "05 nội dung": where it begins, its number, all of it. */
interface Stated {
  readonly from: number;
  readonly numeral: string;
  readonly whole: string;
}

const statedIn = oncePer((fact: Fact): readonly Stated[] => {
  const { text } = fact.item.body;
  return [...lowerCase(text).matchAll(STATED)]
    .filter(({ index }) => !/[\p{L}\d.,/-]/u.test(text[index - 1] ?? ' '))
    .map(({ index, 0: whole, 1: numeral = '' }) => ({
      from: index,
      numeral: text.slice(index, index + numeral.length),
      whole: text.slice(index, index + whole.length),
    }));
});

const WHOLE = new RegExp(
  `(?:kế hoạch|chương trình|chỉ thị|thông báo|kết luận|quyết định|công điện|nghị quyết|phụ lục|danh mục|bảng)(?: \\p{Lu}+)?(?: này| sau đây| kèm theo)?,? (?:gồm|có|giao|phân công|đề ra|xác định)(?: tổng số| tất cả)? ${NUMERAL} nhiệm vụ(?! (?:trọng tâm|chủ yếu|lớn|chung|cụ thể|giải pháp))`,
  'giu',
);

/** "Kế hoạch này gồm 33 nhiệm vụ": wrong where no way to count comes to that number. */
function* documents(draft: Draft, node: Node): Iterable<Total> {
  const { text } = node.fact.item.body;
  if (!/nhiệm vụ/iu.test(text)) return;
  for (const match of text.matchAll(WHOLE)) {
    const [whole, numeral = ''] = match;
    const from = match.index + whole.toLowerCase().lastIndexOf(`${numeral.toLowerCase()} nhiệm vụ`);
    const { tasks } = draft;
    const nodes = new Set(tasks.map((task) => task.node));
    const rows = tasks.filter((task) => task.node.kind === 'row').length;
    const counts = [tasks.length, nodes.size, rows, tasks.length - rows, nodes.size - rows];
    for (const style of ['roman', 'arabic', 'letter', 'decimal'])
      counts.push(draft.units.filter(({ marker }) => marker.style === style).length);
    const stated = valueIn(numeral);
    if (tasks.length < 2 || counts.includes(stated)) continue;
    yield {
      node,
      from,
      to: from + `${numeral} nhiệm vụ`.length,
      numeral,
      stated,
      listed: /phụ lục|danh mục|bảng/iu.test(whole) && rows > 0 ? rows : tasks.length,
    };
  }
}

/** How many phases each part has that has any; undefined where they differ. */
const phasesEach = oncePer(({ phases }: Draft): number | undefined => {
  const counts = new Map<Node, number>();
  for (const { under } of phases) counts.set(under, (counts.get(under) ?? 0) + 1);
  const [first, ...others] = counts.values();
  return first !== undefined && first > 1 && others.every((count) => count === first) ? first : undefined;
});

function valueIn(numeral: string): number {
  return /\d/.test(numeral) ? Number(numeral) : WORDS.indexOf(numeral.toLowerCase());
}

function readTotal(
  fact: Fact,
  node: Node,
  { from, numeral, whole }: Stated,
  phases: () => number | undefined,
): Omit<Total, 'node'> | undefined {
  const { text } = fact.item.body;
  const to = from + whole.length;
  if (NO_TOTAL.test(text.slice(Math.max(0, from - 16), from))) return undefined;
  if (text.slice(0, from).split('"').length % 2 === 0) return undefined;
  if (fact.citations.some((cite) => cite.start <= from && from < cite.end)) return undefined;
  const stated = valueIn(numeral);
  if (stated < 2) return undefined;
  const total = { from, to, numeral, stated };
  const announced = ANNOUNCES.exec(text.slice(to));
  if (announced && !OTHER_NUMBER.test(announced[0])) {
    const at = to + announced[0].length;
    const listed = at >= text.length ? below(node, whole) : inline(fact, text, at);
    if (listed !== undefined) return { ...total, listed };
    if (!/giai đoạn/iu.test(whole)) return undefined;
  }
  if (/giai đoạn/iu.test(whole) && /(?:theo|làm|thành|gồm|qua|có) $/iu.test(text.slice(0, from))) {
    const listed = phases();
    return listed === undefined ? undefined : { ...total, listed };
  }
  // "III. BA NHIỆM VỤ TRỌNG TÂM" and what stands under it.
  if (
    from === 0 &&
    text.length < SHORT_TITLE &&
    !/[.;:]$/.test(text) &&
    /nhiệm vụ|giải pháp|đột phá|nội dung|nhóm|trụ cột|nguyên tắc|quan điểm|yêu cầu/iu.test(whole)
  ) {
    const listed = node.children.length > 1 ? below(node, whole) : undefined;
    return listed === undefined ? undefined : { ...total, listed };
  }
  if (
    /^[^.;:()]{0,90}?(?<!\p{L})(?:sau đây|dưới đây)(?!\p{L})(?!\s*:)/iu.test(text.slice(to)) &&
    node.children.length === 0
  )
    return fact.parts.length === 0 ? total : undefined;
  return undefined;
}

/** Items in the same line: "(1) ... (2) ..."; or short words parted by commas. */
function inline(fact: Fact, text: string, at: number): number | undefined {
  const parts = fact.parts.filter(({ inline: item }) => item.start >= at - 1);
  const [first] = parts;
  if (first) {
    if (first.inline.start > at + 1) return undefined;
    const style = (marker: string) => /\d/.test(marker);
    const run = parts.filter(({ inline: item }) => style(item.marker) === style(first.inline.marker));
    return run.length === parts.length ? run.length : undefined;
  }
  const list =
    /^[^.:()]*?(?=$|[.:()]|,?\s(?:nhằm|để|phục vụ|bảo đảm|góp phần|theo|trong|đáp ứng|giúp|làm cơ sở|với)\s)/u
      .exec(text.slice(at))?.[0]
      .replace(/[\s;,]+$/u, '') ?? '';
  if (list.length > 240) return undefined;
  // Semicolons part for sure; a longer item between commas may hold a comma or a "và" of its own.
  if (list.includes(';')) return list.split(/;\s*/u).length;
  const items = list.split(/,\s+(?:và\s+)?|\s+và\s+/u);
  return items.length > 1 && items.every((item) => /^\p{Ll}\S*(?: \S+){0,2}$/u.test(item)) ? items.length : undefined;
}

/** Items under a node that announces them, or behind it where it is a paragraph of its own. */
function below(node: Node, what: string): number | undefined {
  const own = node.children.filter(({ kind }) => kind !== 'text');
  if (own.length > 0) return own.some(({ kind }) => kind === 'row') ? undefined : runOf(own, what);
  const { parent } = node;
  if (!parent || node.kind !== 'text') return undefined;
  const after = parent.children.slice(parent.children.indexOf(node) + 1);
  const [first] = after;
  if (!first || (first.kind !== 'unit' && first.kind !== 'bullet' && first.kind !== 'phase')) return undefined;
  const end = after.findIndex((child) => !isLike(first, child));
  return runOf(end < 0 ? after : after.slice(0, end), what);
}

function runOf(children: readonly Node[], what: string): number | undefined {
  const [first] = children;
  if (!first || children.some((child) => !isLike(first, child))) return undefined;
  // "02 giai đoạn" before chapters that each have their phases counts something else.
  if (/giai đoạn|bước/iu.test(what) && first.kind !== 'phase' && !PHASE.test(first.fact.item.body.text))
    return undefined;
  return children.length;
}

function isLike(one: Node, other: Node): boolean {
  if (one.kind !== other.kind) return false;
  return !isUnit(one) || !isUnit(other) || one.marker.style === other.marker.style;
}
