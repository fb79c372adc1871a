/** Words of assignment, as they stand in directives (clean text, lower case). Longer phrases need not be listed: the first word or two of an action decide. */

/** Verbs that open an action. */
const VERBS = `
xây dựng|ban hành|trình|tham mưu|rà soát|hoàn thành|hoàn thiện|hoàn tất|triển khai|tổ chức|thực hiện|chỉ đạo|hướng dẫn|đôn đốc|theo dõi|
kiểm tra|giám sát|thanh tra|kiểm toán|kiểm soát|kiểm điểm|kiểm kê|tổng hợp|báo cáo|đề xuất|nghiên cứu|phê duyệt|thẩm định|thẩm tra|bố trí|cân đối|
bảo đảm|đảm bảo|phân bổ|giải ngân|thúc đẩy|đẩy mạnh|đẩy nhanh|đẩy lùi|tăng cường|tăng tốc|nâng cao|nâng cấp|phát triển|mở rộng|đầu tư|mua sắm|kết nối|tích hợp|
chia sẻ|cập nhật|đồng bộ|số hóa|làm sạch|làm việc|làm rõ|làm tốt|cung cấp|cung ứng|công bố|công khai|tuyên truyền|truyền thông|phổ biến|quán triệt|tập huấn|đào tạo|
bồi dưỡng|kiện toàn|sắp xếp|thành lập|giải thể|sáp nhập|chuyển giao|chuyển đổi|chuyển|bàn giao|tiếp nhận|tiếp tục|tiếp thu|tiếp cận|hỗ trợ|tháo gỡ|xử lý|giải quyết|
khắc phục|cải cách|cải tạo|cải thiện|cắt giảm|đơn giản hóa|sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh|điều hành|điều tiết|điều phối|điều tra|quy định|quản lý|vận hành|
khai thác|sử dụng|duy trì|lựa chọn|đánh giá|sơ kết|tổng kết|đăng ký|cam kết|ký kết|ký|đàm phán|huy động|vận động|khuyến khích|tạo điều kiện|tạo lập|tạo|chuẩn bị|
chuẩn hóa|cấu trúc|tái cấu trúc|ngăn chặn|phòng ngừa|phòng,? chống|đấu tranh|bảo vệ|bảo trì|bảo quản|xác định|xác minh|xác lập|xác nhận|thống kê|lập|gửi|cử|phân công|
phân cấp|phân loại|phân tích|phân định|giao|quyết định|xem xét|cho ý kiến|có ý kiến|cho phép|tham gia|góp ý|thông báo|thông tin|lấy ý kiến|công nhận|chấp hành|tuân thủ|
nghiêm túc|chấn chỉnh|quyết liệt|ưu tiên|chú trọng|quan tâm|nắm bắt|nắm chắc|nắm|lãnh đạo|phát huy|phát động|phát hiện|phát hành|tôn vinh|khen thưởng|biểu dương|hình thành|thiết lập|
thiết kế|xóa|giảm|tăng|trang bị|cấp|thu hút|thu hồi|thu thập|chi trả|hoàn trả|rút ngắn|gắn|đưa|lấy|đổi mới|hiện đại hóa|tự động hóa|thể chế hóa|cụ thể hóa|
xã hội hóa|lồng ghép|nhân rộng|thí điểm|áp dụng|ứng dụng|khởi công|khánh thành|thi công|thông xe|đấu thầu|nghiệm thu|quyết toán|thanh toán|dự trữ|bình ổn|kê khai|niêm yết|
trả lời|giải trình|mời|đề nghị|yêu cầu|kiến nghị|tham vấn|tiến hành|ứng phó|ứng trực|di dời|sơ tán|cứu hộ|cứu trợ|tìm kiếm|thăm hỏi|chăm lo|chăm sóc|hủy|
thống nhất|liên hệ|trao đổi|học tập|vận dụng|củng cố|khôi phục|kích hoạt|kích thích|chủ động|chủ trì|phối hợp|khẩn trương|tập trung|kịp thời|thường xuyên|nhanh chóng|nghiên cứu|
nêu cao|siết chặt|hạn chế|tiết kiệm|bám sát|chịu trách nhiệm|đóng góp|cải tiến|quy hoạch|rút kinh nghiệm|nhập|kiểm đếm|đối soát|đối chiếu|khảo sát|tuyển dụng|tuyển chọn|luân chuyển|bổ nhiệm|
đình chỉ|miễn|giải phóng|giải đáp|tư vấn|dự báo|cảnh báo|quan trắc|xuất bản|biên soạn|biên tập|dán|đăng tải|đăng|phát sóng|sản xuất|nuôi|trồng|tiêu hủy|tiêm|khám|
thích ứng|định hướng|phấn đấu|triệt để|nỗ lực|khuyến cáo|hoạch định|cắt|nhân|khơi thông|kêu gọi|xúc tiến|quảng bá|giới thiệu|tôn tạo|trùng tu|bảo tồn|ứng cứu|thử nghiệm|đo lường|giữ|không để|không ban hành|không tổ chức|không được|tránh|chống|
thay đổi|ra quân|đánh bắt|khen|thi đua|hưởng ứng|trích|hạch toán|tính toán|xếp loại|xếp hạng|phục vụ|tiết giảm|chi|thu|mua|bán|thuê|xin ý kiến|dự thảo|soạn thảo|tự kiểm tra|tự rà soát|chốt|
khoanh vùng|dành|tổng kiểm tra|tổng kiểm kê|tổng vệ sinh|điều chuyển|mở chuyên|mở lớp|thúc tiến|tổng duyệt|tổng điều tra|đóng|mở|thúc|vận chuyển|bốc dỡ|khơi dậy|tổng rà soát|bóc gỡ|gỡ bỏ|gỡ|dừng|tạm dừng|khởi tố|truy tố|xét xử|thi hành|liên thông|kết hợp|trực tiếp|nhận|đàm phán|xin|chấp thuận|thông qua|cùng với|hợp tác|vận động`;

/** Verbs of the field and the office that are less common, and those of one syllable that begin an action. */
const MORE_VERBS = `
rà|gỡ|họp|chốt|điểm danh|chằng chống|chằng buộc|chằng|kê cao|phát tin|lên phương án|lên danh sách|lên kế hoạch|truy quét|truy thu|dẫn dắt|nêu gương|khoanh vẽ|gây dựng|luân phiên|biệt phái|cấp phát|cấp bù|thẩm duyệt|
hộ đê|nạo vét|đắp|bơm|tiêu úng|xả lũ|cắt tỉa|khử khuẩn|phun|dập dịch|sơ cứu|tuần tra|canh gác|chốt chặn|phong tỏa|bắt giữ|xử phạt|tịch thu|niêm phong|nộp|đấu giá|định giá|cưỡng chế|thu gom|đấu nối|lắp đặt|khai trương|khai giảng|
tuyển sinh|thi tuyển|khảo thí|tầm soát|xét nghiệm|điều trị|cách ly|tiêm chủng|tiêm phòng|phân luồng|thanh lý|kiểm định|kiểm nghiệm|chứng nhận|công chứng|chứng thực|đính chính|hoàn thuế|miễn giảm|gia hạn|giãn|cho vay|bảo lãnh|thoái vốn|cổ phần hóa|
hợp nhất|chia tách|đối thoại|tiếp công dân|hòa giải|thúc giục|đốc thúc|soát xét|điều hòa|đối khớp|hiệu chỉnh|hậu kiểm|tiền kiểm|khơi dậy|ngợi ca|soạn|đúc rút|kết luận|minh bạch|phê bình|nhắc nhở|cảnh cáo|tố giác|
đôn thúc|san lấp|trồng mới|gieo trồng|thu hoạch|chăn nuôi|phủ sóng|phủ kín|chuẩn y|thụ lý|giám định|cải chính|bàn bạc|tọa đàm|tập hợp|tập dượt|diễn tập|luyện tập|đóng quân|hỗ trợ|tiếp sức|tri ân|xét duyệt|xét chọn|xét tặng|thắp sáng|trao tặng|tặng quà|thăm|chúc Tết|
giúp|che chắn|nghiêm chỉnh chấp hành|kiện|thương lượng|đặt hàng|giao dịch|mời gọi|chiêu mộ|thu xếp|bảo hành|bồi thường|tái định cư|giải tỏa|cắm mốc|đo đạc|khảo nghiệm|quan sát|lưu trữ|số hoá|chỉnh lý|ghi nhận|nhập liệu|kiểm thử|tái sử dụng|đồng hành|thống nhất`;

/** Adverbs and auxiliaries between subject and verb; after a group of unknown width they end the subject. */
const ADVERBS = `khẩn trương|chủ động|tích cực|tập trung|kịp thời|tiếp tục|thường xuyên|phải|cần|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|nghiêm túc|quyết liệt|đồng thời|trực tiếp|
sớm|ngay|nhanh chóng|chủ trì|phối hợp|đẩy mạnh|tăng cường|khẩn cấp|căn cứ|theo chức năng|theo thẩm quyền|trên cơ sở|tham mưu|có kế hoạch|có phương án|có giải pháp|có biện pháp|có văn bản|có ý kiến|không để|không được|chỉ đạo|được giao chủ trì|cùng|
sẵn sàng|tiến hành|kiên quyết|thực hiện nghiêm|tự|đề cao|nêu cao|hằng năm|hàng năm|định kỳ|trước ngày|chậm nhất|trong quý|trong tháng|thống nhất|tuyệt đối|nghiêm cấm|bám sát|hằng ngày|hằng tuần|hằng tháng|hằng quý|hàng tháng|hàng quý|hàng tuần|tổ chức thực hiện|chấp hành|liên tục|theo dõi|là cơ quan|là đơn vị|là đầu mối|làm đầu mối|
tổ chức triển khai|đôn đốc|rà soát|gương mẫu|khẩn`;

const toPattern = (list: string) =>
  list
    .replace(/\n/g, '')
    .split('|')
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .join('|');

const VERB = new RegExp(`(?:${toPattern(`${VERBS}|${MORE_VERBS}`)})(?![\\p{L}\\d])`, 'iuy');
const ANCHOR = new RegExp(`(?:${toPattern(ADVERBS)})(?![\\p{L}\\d])`, 'uy');

/** "công trình", "quy trình", "ngoài công lập", "bầu cử": the second syllable is no verb of its own. */
const HALF = /^(?:trình|lập|cử)(?!\p{L})/u;
const FIRST_HALF = /(?:^|\s)(?:công|chương|quy|hành|giáo|lộ|tiến|độc|dân|sáng|bầu|ứng|đề)\s$/iu;

/** Length of the verb a passage has at `at`, 0 where there is none. Any case, since a verb may open the sentence. */
export function verbAt(text: string, at: number): number {
  VERB.lastIndex = at;
  const match = VERB.exec(text);
  if (!match) return 0;
  // "tổ chức chính trị - xã hội", "cấp ủy", "thu nhập": nouns that begin like verbs.
  const rest = text.slice(at);
  if (
    /^(?:tổ chức (?:chính trị|đảng|tín dụng|đoàn thể|xã hội|bộ máy|liên quan|có liên quan|hành chính)|cấp (?:ủy|tỉnh|xã|huyện|bộ|trên|dưới|cơ sở|học|nước|có thẩm quyền)|trực thuộc|thu nhập|chi bộ|chi cục|chi nhánh|nhân dân|nhân lực|nhân sự|công bố chỉ|trình độ|trình tự|lập trường|in ấn phẩm|xin lỗi|gửi gắm|đóng góp vào|tạo thành|đưa ra khỏi|quản lý nhà nước về|thông tin (?:và|đại chúng|điện tử|liên lạc)|quyết định số(?! lượng)|báo cáo số(?! liệu| lượng)|quy định (?:tại|của)|kiến nghị của|chống Pháp|giao thông|giúp việc|mở đầu|sản xuất khẩu|nuôi dưỡng)(?![\p{L}])/iu.test(
      rest,
    ) &&
    !/^tổ chức (?:bộ máy tinh)/iu.test(rest)
  )
    return 0;
  if (HALF.test(rest) && FIRST_HALF.test(text.slice(Math.max(0, at - 8), at))) return 0;
  if (rest.startsWith('Chấp hành') && text.slice(Math.max(0, at - 4), at) === 'Ban ') return 0;
  return match[0].length;
}

/** Length of the adverb, auxiliary or word of assignment at `at` (lower case as within a sentence), 0 where there is none. */
export function anchorAt(text: string, at: number): number {
  ANCHOR.lastIndex = at;
  return ANCHOR.exec(text)?.[0].length ?? 0;
}
