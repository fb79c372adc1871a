import type { Span } from '../../text.ts';
import { isInside } from './passages.ts';

/** The same words twice: from `start` to `middle` and again to `end`. */
export interface Doubled extends Span {
  readonly middle: number;
  /** Nothing else can be meant. */
  readonly certain: boolean;
}

function wordsOf(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}

/** Words that join and are never said twice nor begin a compound. */
const JOINING = wordsOf(
  'của và các những trong cho với về tại theo để là được đã đang sẽ này đó đến do bởi một nếu thì mà nhưng hoặc phải trên như còn cũng nhằm mọi mỗi vẫn hơn ngoài',
);
/** With these beside it a word stands alone: it is not the half of a compound. */
const EDGE = new Set([...JOINING, ...wordsOf('từ có không khi qua bằng việc sự hay vào ra lên')]);
/** Said twice for a meaning ("ngày ngày", "từ từ"), or a verb after the noun it makes ("chương trình trình"). */
const REDUPLICATED = wordsOf(
  'ngày thường xa luôn từ người mãi nhiều dần đều nhà nơi đời năm ba hai bốn bảy tám chín lần vân song đăm khăng chằm rành ào xanh đỏ nhanh đông vui hay gần cao thấp sâu nhỏ to lâu sớm muộn rầm trình thi tuần tháng giờ chiều sáng đêm đâu ai gì nào vừa đôi chung riêng dài rộng trùng oang nho xinh hàng chuồn châu rằm tầng lớp khe thôi đó đây chan hao ban',
);
/** End one compound and begin another: "tuân thủ | thủ tục", "hành vi | vi phạm", "Đảng ủy | Ủy ban". */
const SHARED = wordsOf(
  `thủ vi chất ủy thống hiện triển chức lý tác dân tin quả thông chính xuất thị bản hóa hội đồng gia lực học viên án đầu công tế nghiệp vụ sở giao dục trường đại đạo đô đảm bảo kinh tài chế sinh sản phẩm phát hành quyền nhân năng nghệ thương mại tư tự vận tải hợp tổ quốc phòng hải quan hệ số kế hoạch định hướng dẫn dịch nguyên tắc mục tiêu chuẩn bị nghị quyết toán báo điện tử giám sát tra xét tiến độ thời gian mạng xã văn vật liệu lương tâm trung tín dụng thể thao tham nhiệm kỳ hạn mức mặt trận đất đai thuế sách lược chiến tranh giải phí bộ môn nông lâm thủy du lịch sử lao động viện kiểm soát nội ngoại luật pháp hiến y dược cấp khu vực địa bàn phương tiện ích thiết kết nối liên tục trực tuyến cảnh quản trị sự việc làm khoa giáo phổ biến đổi mới thành phố trưởng phó ban ngành tăng cường thi đua khen thưởng cán đoàn thanh niên phụ nữ lãnh đốc thực tốt khai thác lập trọng điểm danh sách cơ quan trắc mô hình thức thẩm tham mưu cầu thu chi trả phân tích cực không gian lận dự hỗ trợ giúp đỡ ứng phẩm cách nhu dung dưỡng đào tạo lưu trữ lượng giá bán ra vào đặc biệt là tính toàn diện tích hợp hài hòa bình đẳng chủ quyền phủ chứng minh ký tịch nhận khiếu chỉnh lệnh tục đăng kê khai chấp thuận trì duy hiệu khám bệnh độc cứu nạn sự nghị`,
);

/** First words of the names of bodies and documents. */
const NAMING = wordsOf(
  'bộ sở ban cục vụ ủy tỉnh thành văn hội đảng chính viện tòa tổng thủ quốc nhà chủ phó giám công trung nghị quyết chỉ thông kế đề luật phòng mặt cổng hệ nhân',
);
/** "từng bước từng bước", "ngày càng ngày càng". */
const ADVERBS = /^(?:từng|ngày|mỗi|càng|hết|lần|dần) /iu;

const WORD = '\\p{L}+';
const SINGLE = new RegExp(`(?<![\\p{L}\\d&'./-])(${WORD})\\s+\\1(?![\\p{L}\\d&'/-])`, 'giu');
const SEVERAL = new RegExp(`(?<![\\p{L}\\d&'./-])(${WORD}(?: ${WORD}){1,4}) \\1(?![\\p{L}\\d&'/-])`, 'giu');

/** Words written twice in a passage; text between quotation marks is somebody else's. */
export function findDoubled(text: string, quotes: readonly Span[]): Doubled[] {
  const found: Doubled[] = [];
  for (const match of text.matchAll(SINGLE)) {
    const [whole, word = ''] = match;
    const end = match.index + whole.length;
    const middle = end - word.length;
    if (!isInside(quotes, match.index) && isSlip(text, word, match.index, middle, end)) {
      found.push({ start: match.index, middle, end, certain: JOINING.has(word.toLowerCase()) });
    }
  }
  for (const match of text.matchAll(SEVERAL)) {
    const [whole, words = ''] = match;
    const end = match.index + whole.length;
    const single = new Set(words.toLowerCase().split(' ')).size === 1;
    if (
      single ||
      ADVERBS.test(words) ||
      isInside(quotes, match.index) ||
      found.some((one) => one.start < end && match.index < one.end)
    )
      continue;
    // "Bộ Xây dựng xây dựng đề án": what a name ends with, and the verb.
    const again = text[end - words.length] ?? '';
    if (
      /\p{Lu}/u.test(words[0] ?? '') &&
      /\p{Ll}/u.test(again) &&
      !/(?:^|[.:!?;]\s["(]?)$/u.test(text.slice(Math.max(0, match.index - 3), match.index))
    )
      continue;
    // "Chánh Văn phòng Văn phòng Chính phủ": an office and the body it heads.
    if (/(?:trưởng|phó|chánh|đốc|chủ nhiệm)\s$/iu.test(text.slice(Math.max(0, match.index - 12), match.index)))
      continue;
    found.push({ start: match.index, middle: end - words.length, end, certain: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function isSlip(text: string, word: string, start: number, middle: number, end: number): boolean {
  const low = word.toLowerCase();
  if (REDUPLICATED.has(low)) return false;
  const before = /(\p{L}+) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase();
  const after = /^ (\p{L}+)/u.exec(text.slice(end, end + 24))?.[1]?.toLowerCase();
  if (JOINING.has(low)) return true;
  const again = text.slice(middle, end);
  // "đại hội Hội Nông dân", "cơ sở Sở Y tế": a word, and the name that begins with it.
  const begins = /(?:^|[.:!?]\s["(]?)$/u.test(text.slice(Math.max(0, start - 3), start));
  if (word[0] !== again[0] && !begins) return false;
  // "ông Lê Lê": of names only those of bodies and documents are known to begin so once.
  if (/^\p{Lu}\p{Ll}*$/u.test(word) && /^\p{Lu}/u.test(again) && !NAMING.has(low)) return false;
  if (!SHARED.has(low)) return true;
  return before === undefined || after === undefined || EDGE.has(before) || EDGE.has(after);
}
