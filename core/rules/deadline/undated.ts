import type { Draft } from '../../draft.ts';
import type { Fact, Segment } from '../../facts.ts';
import { verbAt } from '../../language/lexicon.ts';
import type { Node } from '../../nodes.ts';
import { keptWith, oncePer } from '../../once.ts';
import type { Task } from '../../task.ts';
import type { Span } from '../../text.ts';
import { lacksOf, lacksTaken } from '../task/clarity-of.ts';
import { isUrgent } from './mentions.ts';

/** A task that says nothing measurable of when. `vague` are its words for it, in its item's body. */
export interface Undated {
  readonly task: Task;
  readonly vague?: Span;
}

/**
 * Tasks without a day: those that hurry without one, and those that stand out because most around them have one. What
 * task/clarity tells (two lacks or more) is left to it.
 */
export const undatedTasks = oncePer((draft: Draft): readonly Undated[] => {
  const urgent = isUrgent(draft);
  const counts = countDated(draft);
  const found: Undated[] = [];
  for (const [task, lacks] of lacksOf(draft)) {
    if (lacks.length > 1) continue;
    const segment = segmentOf(task);
    const { fact } = task.node;
    const vague = urgent || !segment ? undefined : vagueIn(fact, segment, ownTime(task), hasTime(task));
    if (vague) found.push({ task, vague });
    else if (
      !hasTime(task) &&
      !saysTime(fact, segment) &&
      !isStanding(fact, segment, task.text) &&
      standsOut(task, counts)
    )
      found.push({ task });
  }
  const told = onceAPoint(draft, found);
  return told;
});

/** What is taken for it from an item: what its stretches say of time, whatever their tasks have. */
export const timesTaken = oncePer((fact: Fact): string => {
  const { item, whole, parts } = fact;
  if (item.kind === 'row') return String(readTime(fact, undefined));
  const said = [whole, ...parts].map((segment) => {
    const vague = [[], ['has'], ['has', 'own']].map((time) =>
      vagueIn(fact, segment, time.includes('own'), time.length > 0),
    );
    const words = vague.map((span) => span && item.body.text.slice(span.start, span.end));
    return [saysTime(fact, segment), isStanding(fact, segment, ''), words];
  });
  return JSON.stringify(said);
});

/** And from a task. */
export function undatedTaken(task: Task): readonly unknown[] {
  const { node, text } = task;
  return [lacksTaken(task), ownTime(task), node.kind === 'row' && standsBy(text)];
}

/** Where all parts of a point lack a time, what is missing is the one deadline they would share. */
function onceAPoint(draft: Draft, found: readonly Undated[]): Undated[] {
  const nodes = byNode(draft);
  const bare = new Map<Node, number>();
  for (const { task, vague } of found) if (!vague) bare.set(task.node, (bare.get(task.node) ?? 0) + 1);
  const seen = new Set<Node>();
  return found.filter(({ task: { node }, vague }) => {
    if (vague || bare.get(node) !== nodes.get(node)?.length) return true;
    const first = !seen.has(node);
    seen.add(node);
    return first;
  });
}

/** The stretch of the item a task was read from; of a table row none. */
function segmentOf({ id, node }: Task): Segment | undefined {
  if (node.kind === 'row') return undefined;
  const { parts, whole } = node.fact;
  return parts.find(({ inline }) => id === `${node.path}.${inline.marker}`) ?? whole;
}

export function hasTime({ deadline, deadlines }: Task): boolean {
  return deadline !== undefined || deadlines.length > 0;
}

/** Said with the task, not with what stands around it. */
function ownTime({ deadline, deadlines }: Task): boolean {
  return deadlines.length > 0 || deadline?.inherited === false;
}

/** Words of a time that could not be read as one: another rule tells what is wrong with them. */
const TIME =
  /(?:(?:chậm|muộn|trễ) nhất|hoàn thành|thời hạn|xong|từ nay|trước|hạn)[^.;]{0,30}(?:ngày|tháng|quý) [\dIV]/iu;

/** Its own words, or a last sentence of its point, which may go for all parts. */
function saysTime(fact: Fact, segment: Segment | undefined): boolean {
  return segment ? timed(segment, 'time', () => readTime(fact, segment)) : readTime(fact, segment);
}

/** What the words of a stretch say, kept with it from one reading of the draft to the next. */
const timed = keptWith<Segment, boolean>();

function readTime({ item, parts }: Fact, segment: Segment | undefined): boolean {
  const { text } = item.body;
  const last = parts.at(-1);
  const closes =
    last?.deadlines.some(({ start }) => /[.;]\s/.test(text.slice(last.start, last.start + start))) === true ||
    (last !== undefined && /[.;]\s(?:Hoàn thành|Thời hạn|Xong)[^.]*\.?$/u.test(text.slice(last.start)));
  const words = segment ? text.slice(segment.start, segment.end) : text;
  return closes || TIME.test(words) || SET_ELSEWHERE.test(words);
}

/** "theo đúng tiến độ quy định tại Nghị định số ...": another document has the day. */
const SET_ELSEWHERE =
  /(?:đúng|theo) (?:tiến độ|thời hạn|thời gian|lộ trình)(?: (?:được |đã )?(?:quy định|nêu|giao|xác định|phê duyệt|yêu cầu))* (?:tại|trong|của|theo) (?:các )?(?:\p{Lu}|phụ lục |số )/u;

/** Haste, and a pace that is set nowhere. */
const NO_MEASURE =
  /(?:trong )?thời gian (?:sớm|ngắn|nhanh|gần) nhất(?: có thể)?|(?:càng )?sớm (?:nhất(?: có thể)?|càng tốt)|thời gian (?:là )?(?:rất |đã )?gấp|(?:trong )?(?:thời gian|giai đoạn|những ngày|những tháng) (?:sắp )?tới(?: đây)?|phục vụ ngay|trước mắt|khi (?:có )?đủ điều kiện|trong thời gian không xa|một cách sớm nhất/giu;
/** "theo lộ trình đã chỉ ra": which one is not said. */
const PACE =
  /theo (?:đúng )?(?:lộ trình|tiến độ|kế hoạch)(?: (?:đã|được) (?:chỉ ra|đề ra|đặt ra|xác định|phê duyệt|thống nhất|xây dựng|quy định|ban hành|giao)| đề ra| chung| phù hợp)+/giu;
/** As the action itself; elsewhere ("bảo đảm đúng tiến độ, chất lượng") it is a manner of speaking. */
const TEMPO = /^(?:(?:phải|cần|tập trung)\s+)?(?:bảo đảm|đảm bảo|đẩy nhanh|giữ) (?:đúng )?tiến độ/iu;
const HASTE = /(?<!\p{L})(?:khẩn trương|kịp thời|nhanh chóng|gấp rút|sớm|khẩn cấp)(?!\p{L})/giu;
const AT_ONCE =
  /(?<!\p{L})(?:triển khai|thực hiện|ban hành|hoàn thành|rà soát|báo cáo|tổ chức|thành lập|xây dựng|bố trí) ngay(?!\p{L})(?! (?:sau|trong|từ|khi|tại|đầu|trước|\d))/giu;
/** What is done when something comes up has no day. */
const AS_IT_COMES =
  /nếu có|phát sinh|sự cố|vướng mắc|khó khăn|sai phạm|vi phạm|thiên tai|khi (?:có|cần|xảy ra)|đột xuất|bất cập|kiến nghị|phản ánh|diễn biến/iu;
const RESPONSE =
  /^[\s,]*(?:và )?(?:phát hiện|xử lý|khắc phục|tháo gỡ|chấn chỉnh|điều chỉnh|ngăn chặn|phản ánh|động viên|biểu dương|nắm|thông tin|cung cấp|thay thế|giải quyết|ứng phó|báo cáo|đề xuất|thông báo|cập nhật|cảnh báo|uốn nắn|đôn đốc)(?!\p{L})/iu;

/** Are there words of haste or pace in what a part says, which then speak for it? */
export function hurries(words: string): boolean {
  return [NO_MEASURE, PACE].some((pattern) => words.search(pattern) >= 0);
}

/** `own` and `has`: a time is said with the task, or it has one from elsewhere. */
function vagueIn(fact: Fact, segment: Segment, own: boolean, has: boolean): Span | undefined {
  return vagueWords(segment, `${own} ${has}`, () => readVague(fact, segment, own, has));
}

const vagueWords = keptWith<Segment, Span | undefined>();

function readVague(fact: Fact, segment: Segment, own: boolean, has: boolean): Span | undefined {
  const { text } = fact.item.body;
  const words = text.slice(segment.start, segment.end);
  const at = (match: RegExpMatchArray): Span => {
    const start = segment.start + (match.index ?? 0);
    return { start, end: start + match[0].length };
  };
  // A pace that no document sets is none, even with its year.
  for (const match of words.matchAll(PACE)) {
    const behind = words.slice(match.index + match[0].length, match.index + match[0].length + 90);
    if (
      !/^\s*(?:tại|trong|ở|của)?\s*(?:các )?(?:\p{Lu}|phụ lục|số )/u.test(behind) &&
      (!own || /^ trong năm/u.test(behind))
    )
      return at(match);
  }
  if (own) return undefined;
  for (const match of words.matchAll(NO_MEASURE)) return at(match);
  if (has || saysTime(fact, segment)) return undefined;
  const tempo = TEMPO.exec(words.slice(segment.assignment.action));
  if (tempo) {
    const start = segment.start + segment.assignment.action;
    return { start, end: start + tempo[0].length };
  }
  const open = AS_IT_COMES.test(words);
  // Haste counts where the action opens, not deep in what it is about.
  const near = Math.max(segment.assignment.action, 0) + 24;
  for (const match of words.matchAll(HASTE)) {
    const behind = words.slice(match.index + match[0].length);
    if (match.index > near || open || RESPONSE.test(behind)) continue;
    const verb = /^[\s,]*(?:và )?/u.exec(behind)?.[0].length ?? 0;
    if (verbAt(behind, verb) > 0) return at(match);
  }
  for (const match of words.matchAll(AT_ONCE)) if (!open) return at(match);
  return undefined;
}

/** Duties of every day and of the whole document: nobody gives them a day. */
const STANDING =
  /^(?:(?:tiếp tục|chủ động|tích cực|tập trung|có trách nhiệm|theo chức năng[^,]{0,40},|đồng thời|lãnh đạo|trực tiếp|chỉ đạo)[\s,]*)*(?:theo dõi|điều hành|nắm|phê bình|biểu dương|xác định|đôn đốc|giám sát|quản lý|duy trì|vận hành|chịu trách nhiệm|bảo đảm|đảm bảo|giữ vững|tuyên truyền|phổ biến|quán triệt|vận động|phối hợp|tham gia|tăng cường|đẩy mạnh|nâng cao|tiếp tục|phát huy|hỗ trợ|tạo điều kiện|ưu tiên|khuyến khích|kiểm tra|thanh tra|thẩm định|tham mưu[^,;.]{0,60}(?:kinh phí|khen thưởng)|bố trí kinh phí|cân đối|thực hiện (?:nghiêm|tốt|đầy đủ|chế độ)|tổ chức (?:thực hiện|quán triệt|triển khai)|triển khai thực hiện|nghiêm túc|định hướng|phát động|cải thiện|đổi mới|kiểm soát|cung cấp|chỉ đạo (?:các|chi cục|lực lượng|cơ quan|doanh nghiệp|tập đoàn)|không |căn cứ|cử |tư vấn|lồng ghép|đưa )/iu;

/** `row`: what the task of a table row says. */
function isStanding({ item }: Fact, segment: Segment | undefined, row: string): boolean {
  if (!segment) return standsBy(row);
  const { start, end, assignment } = segment;
  return timed(segment, 'standing', () => standsBy(item.body.text.slice(start + assignment.action, end)));
}

function standsBy(said: string): boolean {
  const words = said.normalize('NFC');
  return (
    STANDING.test(words) ||
    /thường xuyên|liên tục|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|định kỳ|theo quy định(?: của pháp luật)?\.?$|24\/(?:7|24)|kinh phí/iu.test(
      words,
    ) ||
    AS_IT_COMES.test(words)
  );
}

interface Count {
  all: number;
  dated: number;
}

function byNode(draft: Draft): ReadonlyMap<Node, Task[]> {
  const nodes = new Map<Node, Task[]>();
  for (const task of draft.tasks) {
    const own = nodes.get(task.node);
    if (own) own.push(task);
    else nodes.set(task.node, [task]);
  }
  return nodes;
}

function countDated(draft: Draft): ReadonlyMap<Node, Count> {
  const counts = new Map<Node, Count>();
  for (const [node, tasks] of byNode(draft)) {
    // A point counts once, however many parts it has: they mostly share one deadline.
    const dated = tasks.filter(hasTime).length / tasks.length;
    for (let at: Node | undefined = node; at; at = at.parent) {
      const count = counts.get(at) ?? { all: 0, dated: 0 };
      count.all++;
      count.dated += dated;
      counts.set(at, count);
    }
  }
  return counts;
}

/** Most tasks around it have a time: those of its point, phase or section, or where phases are short of the place above. */
function standsOut({ node, phase }: Task, counts: ReadonlyMap<Node, Count>): boolean {
  let at: Node | undefined = node;
  while (at.parent && (counts.get(at)?.all ?? 0) < 4) at = at.parent;
  const near = shareAt(at, counts);
  if (!phase) return near >= 2 / 3;
  if (near >= 0.6 || near < 0.4) return near >= 0.6;
  const all = counts.get(at)?.all;
  while (at.parent && counts.get(at)?.all === all) at = at.parent;
  return at.kind !== 'root' && shareAt(at, counts) >= 0.6;
}

function shareAt(node: Node, counts: ReadonlyMap<Node, Count>): number {
  const { all = 0, dated = 0 } = counts.get(node) ?? {};
  return all >= 4 ? dated / all : 0;
}
