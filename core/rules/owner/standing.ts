import type { Draft } from '../../draft.ts';
import { wordsOf } from '../../draft.ts';
import type { Fact, Segment } from '../../facts.ts';
import type { OwnerMention } from '../../language/passage.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Task } from '../../task.ts';
import type { Words } from '../../text.ts';
import { introsOf, saidOf } from './said.ts';

/** A stretch of text that names several owners, none above the others. */
export interface Standing {
  readonly segment: Segment;
  /** The stretch itself (clean text). */
  readonly text: string;
  readonly leads: readonly OwnerMention[];
  /** Those that are one body each and neither a territory nor the press. */
  readonly singles: readonly OwnerMention[];
  /** What stands between the last owner and the action ("chủ trì, phối hợp với ..."). */
  readonly link: string;
  readonly action: string;
  /** Each does it for itself: so it is said between the owners and the action. */
  readonly each: boolean;
  /** The action is one that each does for itself, in its own field or at home. */
  readonly apart: boolean;
  /** Who leads is open by the words themselves ("Bộ A hoặc Bộ B"). */
  readonly or: boolean;
}

/** Several owners of one task, as one stretch of text has them. */
export interface Equals extends Standing {
  readonly task: Task;
  readonly node: Node;
  /** From the first owner to the last. */
  readonly words: Words;
}

/** Territories act at home, the press reports each for itself. */
const ACTS_ALONE =
  /^(?:báo|tạp chí|đài|thông tấn xã|cổng thông tin|trung tâm (?:truyền thông|thông tin)|(?:(?:Phó )?(?:Chủ tịch|Bí thư|Thường trực)\s+)?(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Đảng ủy (?:xã|phường|đặc khu|các)|Tỉnh ủy|Thành ủy|Công an (?:xã|phường)|tỉnh|thành phố|xã|phường|trưởng thôn))(?!\p{L})/iu;
/** Each does it for itself, in its own field. */
const EACH =
  /theo (?:chức năng|thẩm quyền|nhiệm vụ|lĩnh vực|phạm vi|trách nhiệm|phân công)|trong phạm vi|(?:mỗi|từng) (?:bộ|cơ quan|đơn vị|sở|ngành)|lần lượt|tương ứng|của (?:mình|bộ mình|ngành mình|đơn vị mình)|thuộc (?:phạm vi|lĩnh vực|thẩm quyền|trách nhiệm)|tự (?:rà soát|kiểm tra|tổ chức|chịu)|theo lĩnh vực/iu;
/** Duties everybody has: there is no one thing to lead. */
const GENERAL =
  /^(?:(?:khẩn trương|chủ động|tiếp tục|nghiêm túc|tích cực|kịp thời|quyết liệt|căn cứ [^,;.]{3,60},?|các)[\s,]+)*(?:tổ chức (?:thực hiện|triển khai|quán triệt|tuyên truyền|học tập)|triển khai (?:thực hiện|các|nghiêm)|thực hiện (?:các|nghiêm|tốt|đầy đủ|kế hoạch|đề án|chỉ thị)|quán triệt|tuyên truyền|thông tin|đưa tin|lồng ghép|vận động|lãnh đạo|chỉ đạo|chịu trách nhiệm trước|xây dựng kế hoạch (?:cụ thể|thực hiện|triển khai)|ban hành kế hoạch|gửi báo cáo|báo cáo (?:kết quả|định kỳ|tình hình))(?!\p{L})/iu;

/** The stretches of an item that name several owners. */
export const standingsOf = oncePer((fact: Fact): readonly Standing[] =>
  [fact.whole, ...fact.parts].flatMap((segment): Standing | [] => {
    const { leads, action } = segment.assignment;
    const last = leads.at(-1);
    if (!last || leads.length < 2) return [];
    const text = fact.item.body.text.slice(segment.start, segment.end);
    const link = last.end < action ? text.slice(last.end, action) : '';
    const rest = text.slice(action);
    return {
      segment,
      text,
      leads,
      singles: leads.filter(
        (lead) => lead.kind !== 'group' && !ACTS_ALONE.test(lead.text ?? text.slice(lead.start, lead.end)),
      ),
      link,
      action: rest,
      each: EACH.test(link),
      apart: EACH.test(rest.slice(0, 300)) || GENERAL.test(rest),
      or: leads.some((lead, i) => {
        const next = leads[i + 1];
        return next !== undefined && /(?<!\p{L})hoặc(?!\p{L})/iu.test(text.slice(lead.end, next.start));
      }),
    };
  }),
);

/** All places where a task is given to several at once, unless "theo chức năng" and the like part them. */
export const equalsOf = oncePer((draft: Draft): readonly Equals[] => {
  const found: Equals[] = [];
  for (const [task, said] of [...saidOf(draft), ...introsOf(draft)]) {
    const { node, segment } = said;
    // What stands first in "phối hợp với: (1) Bộ A ..." is no lead: the task has its own from above.
    const standing = standingsOf(node.fact).find((each) => each.segment === segment);
    const [first] = standing?.leads ?? [];
    const last = standing?.leads.at(-1);
    if (!standing || !first || !last || standing.each) continue;
    // An owner line names those who each have their tasks, unless it says that they lead.
    const intro = introsOf(draft).get(task) === said;
    if (intro ? !saysLead(standing) : task.leads[0]?.inherited !== false) continue;
    const words = wordsOf(draft.text, node, segment.start + first.start, segment.start + last.end);
    found.push({ ...standing, task, node, words });
  }
  return found;
});

/** Does an owner line say that its owners lead? */
export function saysLead({ link }: Standing): boolean {
  return /(?<!\p{L})chủ trì(?!\p{L})/iu.test(link);
}

/** "Bộ Công an và Bộ Nội vụ", "Bộ Công an, Bộ Nội vụ và 2 cơ quan khác": as a message names them. */
export function named({ text, leads }: Standing): string {
  const names = leads.map((lead) => lead.text ?? text.slice(lead.start, lead.end));
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')} và ${names.length - 2} cơ quan khác`
    : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;
}
