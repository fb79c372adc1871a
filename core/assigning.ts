import type { Segment } from './facts.ts';
import { type DeadlineMention, mainDeadline } from './language/deadlines.ts';
import { verbAt } from './language/lexicon.ts';
import { isTitle } from './looks.ts';
import { isUnit, type Node } from './nodes.ts';

/** Does a part hand out work ("yes"), set views and aims ("no"), or say neither by its title? */
export type Assigning = 'yes' | 'no' | 'unsaid';

const ASSIGNING =
  /nhiệm vụ|giải pháp|tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|nội dung(?! chỉ đạo chung)|kế hoạch (?:thực hiện|triển khai|công tác)|tiến độ|công tác|thực hiện|triển khai|chỉ đạo|yêu cầu các/iu;
const NOT_ASSIGNING =
  /quan điểm|mục đích|mục tiêu|(?<!theo )yêu cầu(?! các)|định hướng|phạm vi|đối tượng|nguyên tắc|mô hình|thực trạng|tình hình|kết quả|đánh giá|hạn chế|nguyên nhân|bối cảnh|tầm nhìn|chỉ tiêu|sự cần thiết|giải thích từ ngữ|căn cứ|cơ sở (?:pháp lý|chính trị)|kinh phí|hiệu lực thi hành|thời gian(?:,| và) (?:địa điểm|thành phần)|địa điểm|thành phần|nội dung (?:hội nghị|hội thảo|tập huấn|chương trình|cuộc họp|buổi)|dự báo|bài học|tồn tại/iu;
/** An announcement before a list that is complete in itself: what follows spells out, it is not handed out. */
export const SPELLS_OUT =
  /(?:sau|sau đây|dưới đây|như sau|gồm|bao gồm|gồm có|trong đó|là|cụ thể|theo hướng|bảo đảm|yêu cầu|nội dung|nguyên tắc|tiêu chí|gồm các nội dung)\s*:\s*$/iu;
/** "Tập huấn các nội dung: (i) ...", "hướng dẫn về: ...": what follows is what it is about, not what is to be done. */
export const ABOUT =
  /(?:\s(?:về|liên quan đến)|(?:tập huấn|hướng dẫn|báo cáo|tuyên truyền|phổ biến|quán triệt|khảo sát|thảo luận|trao đổi|đánh giá|kiểm tra|thống kê)(?!\p{L})[^.;:]{0,100}\s(?:nội dung|vấn đề|chuyên đề|lĩnh vực)(?: sau| sau đây| chính)?|(?:đảm bảo|bảo đảm|đáp ứng) các (?:yêu cầu|điều kiện|tiêu chí|nguyên tắc)(?: sau| sau đây)?)\s*:\s*$/iu;
const EXCEPTION = /(?:^|[.;]\s+)Riêng\s/u;
const CLOSING_LINE =
  /^(?:(?:Tất cả )?các (?:nhiệm vụ|nội dung|công việc) [^.:;]{2,60}?\s|tất cả )?(?:phải )?(?:hoàn thành|xong|thời (?:hạn|gian)[^.:;]{0,40}:)/iu;
export const NO_TASK =
  /^(?:căn cứ (?:luật|nghị|quyết|thông tư|chỉ thị|kế hoạch số|công văn|hiến|văn bản|kết luận số)|nhận được|theo đề nghị|xét đề nghị|nơi nhận|kính gửi|lưu:|trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai)[^.]{0,80}(?:nếu|khó khăn|vướng mắc|phát sinh)|(?:quyết định|chỉ thị|kế hoạch|công điện|nghị quyết|thông báo) này\s+(?:có hiệu lực|thay thế|được)|\d+(?:[.,]\d+)?\s?%|(?:tối thiểu|ít nhất|trên(?! cơ sở)|khoảng|phấn đấu(?! (?:tăng|giảm|hoàn thành|giải ngân|thực hiện)\s)|tỷ lệ|số lượng)\s)/iu;
/** "Thủ tướng Chính phủ yêu cầu:", "... có ý kiến chỉ đạo như sau:": what follows is handed out. */
export const REQUIRES = /(?:yêu cầu|chỉ đạo|giao|kết luận|đề nghị|nhiệm vụ)[^.:]{0,80}:\s*$/iu;
const FINISHED_TITLE = /[:.;]\s*$/;

/** A title says what its part is about; an assignment that happens to be a heading is none. */
export function isTitled(node: Node): boolean {
  const { item, whole } = node.fact;
  if (node.kind === 'heading' || node.kind === 'phase' || node.kind === 'annex') return true;
  if (!isUnit(node)) return false;
  const strong = whole.assignment.leads.length > 0;
  if (strong) return false;
  if (item.level > 0 || item.bold || isTitle(item.body.text, item.bold)) return true;
  // "1. Về thể chế" without a # above its points.
  const { style } = node.marker;
  if (style === 'roman' || style === 'part' || style === 'chapter' || style === 'section' || style === 'capital')
    return true;
  return (
    node.children.some((child) => child.kind !== 'row' && child.fact.fields[0]?.label !== 0) &&
    !FINISHED_TITLE.test(item.body.text) &&
    item.body.text.length < 200
  );
}

export function classify(title: string, above: Assigning): Assigning {
  const words = title.replace(/^về\s+/iu, '');
  const views =
    NOT_ASSIGNING.test(words) &&
    /^(?:quan điểm|mục|yêu cầu|đối tượng|phạm vi|nguyên tắc|định hướng|đánh giá|kết quả|tình hình|thực trạng|thời gian|địa điểm|thành phần|nội dung (?:hội|tập|chương|cuộc|buổi))/iu.test(
      words,
    );
  if (ASSIGNING.test(words) && !views) return 'yes';
  if (NOT_ASSIGNING.test(words)) return 'no';
  return above;
}

/** "Bộ Nội vụ gửi danh sách trước ngày 30/4/2026.": a day by which it is to be done makes it a task wherever it stands. */
export function isDue({ deadlines }: Segment): boolean {
  return deadlines.some(({ strength, date }) => strength > 1 && date !== undefined);
}

/** "xây dựng, trình Ban Bí thư:", "ban hành:": the items that follow are what is to be made. */
export function isDangling(intro: string): boolean {
  return /:\s*$/.test(intro) && !SPELLS_OUT.test(intro);
}

/** An item under an owner whose verb the lexicon does not have: anything that does not open like a noun or a figure. */
export function couldAct(line: string): boolean {
  return (
    /^\p{L}/u.test(line) &&
    !/^(?:các|những|việc|số|mỗi|một|tỷ|có \d|là|đây|do|khi|nếu|trong|tại|theo|về|bộ|sở|ủy ban|danh|mức|nguồn|kinh phí|hệ thống|cơ sở dữ liệu|đề án|dự án|chương trình|kế hoạch|quy|nghị|thông tư|luật)(?!\p{L})/iu.test(
      line,
    ) &&
    (verbAt(line, 0) > 0 || /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(line))
  );
}

export function isUnderUnit(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent)
    if (at.kind === 'unit' || at.kind === 'phase' || (at.kind === 'heading' && at.fact.item.level > 1)) return true;
  return false;
}

/** "Hoàn thành trong quý II năm 2026." as a line of its own. */
export function isClosing(node: Node): boolean {
  const line = node.fact.item.body.text;
  return (
    node.kind === 'text' &&
    node.children.length === 0 &&
    line.length < 160 &&
    CLOSING_LINE.test(line) &&
    node.fact.whole.assignment.leads.length === 0 &&
    node.fact.whole.deadlines.length > 0
  );
}

/** The deadline a stretch goes by; one of an exception ("Riêng đối với ... hoàn thành năm 2026") where there is no other. */
export function deadlineIn(text: string, { start, end, deadlines }: Segment): DeadlineMention | undefined {
  const words = text.slice(start, end);
  const exception = EXCEPTION.exec(words.slice(1))?.index ?? words.length;
  return mainDeadline(deadlines.filter((each) => each.start <= exception)) ?? mainDeadline(deadlines);
}
