import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { keptWith, oncePer } from '../../once.ts';
import type { Task } from '../../task.ts';
import { foldTones } from '../../text.ts';
import { unownedTasks } from '../owner/unowned.ts';

/** What a task may lack of "6 rõ" (rõ người, rõ việc, rõ thời gian, rõ sản phẩm): who, what, when, what comes of it. */
export type Lack = 'who' | 'what' | 'when' | 'product';

/**
 * Of each task, what it does not say: `who` where those around it are given to somebody; `what` where it only asks for
 * more of something ("tăng cường ..."), and then `product`; `when` where neither a day nor a rhythm is given and the
 * task is not one without end. Tasks that lack nothing have an empty list.
 */
export const lacksOf = oncePer((draft: Draft): ReadonlyMap<Task, readonly Lack[]> => {
  const unowned = unownedTasks(draft);
  const found = new Map<Task, readonly Lack[]>();
  for (const task of draft.tasks) {
    const said = saidBy(task.node.fact, task.text, () => read(task.text));
    const vague = task.product === undefined && said.vague;
    const lacks: Lack[] = [];
    if (unowned.has(task)) lacks.push('who');
    if (vague) lacks.push('what');
    if (task.deadline === undefined && task.deadlines.length === 0 && !said.endless) lacks.push('when');
    if (vague && task.deadline?.relation !== 'ongoing' && !said.endless) lacks.push('product');
    found.set(task, lacks);
  }
  return found;
});

/** Do the words of a task ask for something that goes on as long as the office does, or has a rhythm? */
export function isEndless(words: string): boolean {
  return read(words).endless;
}

/** What is taken for it from a task; what a task lacks is told by those around it as well. */
export function lacksTaken({ id, text, leads, deadline, deadlines, product }: Task): readonly unknown[] {
  const said = read(text);
  return [id, leads.length > 0, said, product !== undefined, deadline?.relation, deadlines.length > 0];
}

/** Does it only ask for more of something? */
export function isUnclear({ text, product }: Task): boolean {
  return product === undefined && read(text).vague;
}

/** What the words of a task say, kept with its item from one reading of the draft to the next. */
const saidBy = keptWith<Fact, { readonly vague: boolean; readonly endless: boolean }>();

function read(words: string): { vague: boolean; endless: boolean } {
  const text = foldTones(words.normalize('NFC'));
  return { vague: isVague(text), endless: hasNoEnd(text) };
}

const EAGERLY =
  /^(?:(?:có trách nhiệm|tiếp tục|chủ động|tích cực|khẩn trương|tập trung|kịp thời|quyết liệt|nghiêm túc|đồng thời|lãnh đạo|chỉ đạo|hơn nữa|cần|phải|sẽ|và)[\s,]+)*/iu;
/** More of something, without a result by which it could be told that it was done. */
const VAGUE =
  /^(?:tăng cường|đẩy mạnh|quan tâm|chú trọng|nâng cao|phát huy|đề cao|nêu cao|thúc đẩy|nỗ lực|phấn đấu|làm tốt|thực hiện (?:tốt|nghiêm(?: túc)?|có hiệu quả|hiệu quả)|ưu tiên|coi trọng|đổi mới|khuyến khích|tạo (?:điều kiện|chuyển biến|sự)|quán triệt|bám sát|chủ động|tích cực|quyết liệt)(?!\p{L})/iu;
/** A result that can be shown: something made, sent, held, counted. */
const RESULT =
  /ban hành|trình |xây dựng|soạn|lập |hoàn thành|hoàn thiện|báo cáo|gửi |công bố|công khai|phê duyệt|thẩm định|ký |thành lập|kiện toàn|sửa đổi|bổ sung|rà soát|tổng hợp|kết nối|tích hợp|số hóa|lắp đặt|mua sắm|đào tạo|tập huấn|bồi dưỡng|khởi công|cắt giảm|kiểm tra|thanh tra|giám sát|xử lý|xử phạt|cấp |bố trí|phân bổ|giải ngân|thu hồi|triển khai|tổ chức|đánh giá|khảo sát|thống kê|nghiên cứu|đề xuất|hướng dẫn|tham mưu|đề án|dự án|kế hoạch|quy chế|phương án|nghị định|thông tư|danh mục|cơ sở dữ liệu|\d+(?:[.,]\d+)?\s?%|\d/iu;

function isVague(text: string): boolean {
  const action = text.slice(EAGERLY.exec(text)?.[0].length ?? 0);
  return VAGUE.test(action) && !RESULT.test(text);
}

/** What goes on as long as the office does, or has a rhythm: no day is due. */
const NO_END =
  /thường xuyên|liên tục|lâu dài|hằng (?:ngày|tuần|tháng|quý|năm)|hàng (?:ngày|tuần|tháng|quý|năm)|định kỳ|24\/(?:7|24)|24\/24|khi có (?:yêu cầu|phát sinh)|theo (?:quy định|chức năng)/iu;
const GOES_ON =
  /^(?:theo dõi|đôn đốc|giám sát|quản lý|duy trì|vận hành|chịu trách nhiệm|bảo đảm|đảm bảo|giữ vững|chấp hành|tuân thủ|bảo vệ|phòng ngừa|không )/iu;

function hasNoEnd(text: string): boolean {
  return NO_END.test(text) || GOES_ON.test(text.slice(EAGERLY.exec(text)?.[0].length ?? 0));
}
