import { JOINT_WORK } from './owner-words.ts';

/** The words by which a task is given, and those that stand around its owner; each is tried at the start of a text. */

export const GIVING =
  /^(?:(?:Kính|Trân trọng|Đồng thời,?|Đồng ý)\s+)?(Giao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|Đề nghị|Yêu cầu(?: đối với)?|Phân công|Ủy quyền(?: cho)?|Phân cấp cho|Chỉ định)\s+/iu;
export const ISSUER_GIVES =
  /^(?:(?:Bộ Chính trị|Chính phủ|Quốc hội|Hội đồng nhân dân|Ban Chấp hành)[^.:;,]{0,40}, )?(?:[\p{Lu}][^.:;,]{3,80}?)\s+(?:trân trọng\s+|kính\s+)?(giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu|chỉ đạo|phân công|ủy quyền(?: cho)?)\s+/u;
export const ADVERBIAL =
  /^(?:ngoài(?: ra)?|đồng thời|trước mắt|bên cạnh(?: đó)?|cùng với đó|(?:đầu |giữa |cuối )?(?:tháng|quý|năm) [\dIVX]{1,4}(?:\/\d{4})?|trong thời gian tới|thời gian tới|riêng|hằng năm|hàng năm|(?:hằng|hàng) (?:ngày|tuần|tháng|quý)(?=,)|trên cơ sở|căn cứ|để|nhằm|trước|trong(?! (?:thời gian|(?:những |các )?năm|nhiệm kỳ) (?:vừa )?qua)|từ nay|định kỳ|với|theo(?! dõi)|chậm nhất|đến|vào)(?=[\s,])/iu;
/** A clause before its owner: "Đối với các dự án chậm tiến độ, Bộ A ...", "Khi có yêu cầu, Bộ A ...". */
export const CLAUSE =
  /^(?:đối với|về(?! việc)|(?:ngay )?sau (?:khi|mỗi)|khi|trường hợp|kể từ)\s(?:(?!(?:giao|yêu cầu|đề nghị|chủ trì)\s)[^,.;:]){3,160},\s+/iu;
/** Adverbials between subject and verb that may hold commas of their own. */
export const LONG_ADVERBIAL =
  /^(?:căn cứ|trên cơ sở|trong phạm vi|theo(?! dõi)|với (?:vai trò|trách nhiệm|chức năng)|ngoài)\s/iu;
export const PREDICATE_ADVERBIAL =
  /^(?:(?:căn cứ|trên cơ sở|theo) [^.;:,]{3,90}? này|(?:theo|căn cứ|trên cơ sở) (?:chức năng|thẩm quyền|nhiệm vụ|phạm vi|lĩnh vực)(?:,? (?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|phạm vi|lĩnh vực|địa bàn))*(?: quản lý(?: nhà nước)?)?(?: được (?:giao|phân công)| phụ trách)?)\s+(?=\p{Ll})/iu;
/** Before a comma within the name of a law: "Luật Quản lý, sử dụng tài sản công", "Luật Phòng, chống ma túy". */
export const IN_LAW = /(?:[Ll]uật|Pháp lệnh) (?:Quản lý|Phòng|Bảo vệ|Sử dụng|Xử lý)$/u;
export const DUTY = new RegExp(
  `^(?:có trách nhiệm(?: chính)?(?: trong việc)?|chịu trách nhiệm(?=\\s+(?:giám sát|tổ chức|hướng dẫn|theo dõi|kiểm tra|thực hiện|chỉ đạo|triển khai|đôn đốc|quản lý|xây dựng|rà soát|bố trí|tham mưu|chủ trì))|có nhiệm vụ|phải|cần|được giao(?: nhiệm vụ)?(?=\\s+(?:chủ trì|làm|là|thực hiện))|được phân công(?=\\s+chủ trì)|trong việc|trong(?=\\s(?:${JOINT_WORK})\\s)|để)(?!\\p{L})\\s*:?\\s*`,
  'iu',
);
export const HUB =
  /^(?:là|làm)\s+(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|đầu mối|thường trực)(?:\s*,?\s*(?:có trách nhiệm|chủ trì))?\s*,?\s*(?:giúp [^,;:.]{3,60},?\s*)?/iu;
export const EAGERLY =
  /^(?:(?:khẩn trương|chủ động|tích cực|tiếp tục|trực tiếp|tập trung|kịp thời|nghiêm túc|sẵn sàng|thường xuyên|tăng cường|đồng thời|chịu trách nhiệm|nhanh chóng|quyết liệt|phải|cần)(?:,| và)?\s+)+(?=(?:chủ trì|phối hợp)(?!\p{L}))/iu;
export const LEADING =
  /^(?:đồng |cùng )?chủ trì(?:\s+(?:tham mưu|tổ chức thực hiện))?(?:\s*[,;]\s*|\s+và\s+(?=phối hợp)|\s+|(?=:)|$)/iu;
export const COORDINATION =
  /^(?:và\s+)?(?:cùng\s+)?(?:phối hợp|phối kết hợp)(?:,?\s+(?:chặt chẽ|kịp thời|thường xuyên|hiệu quả|đồng bộ|quyết liệt|nhịp nhàng|tốt|trực tiếp|tích cực|liên tục|chủ động)(?:,(?=\s+(?:chặt|kịp|thường|hiệu|đồng|quyết|nhịp|tốt|trực|tích|liên|chủ))|\s+và(?=\s+(?:chặt|kịp|thường|hiệu|đồng|quyết)))?)*\s*(?:(?:với|cùng(?:\s+với)?)\s*(:)?\s*|(?=(?:[\p{Lu}]|các\s)))/iu;
/** "chủ trì, cùng Bộ B soát xét ..." */
export const BESIDE = /^cùng(?:\s+với)?\s+(?=\p{Lu}|các\s)/u;
export const TOGETHER = /^(?:cùng\s+)?phối hợp(?:\s+(?:chặt chẽ|với nhau))?\s*,?\s+(?=\p{Ll})(?!(?:với|trong)\s)/iu;
/** What cannot follow a subject that is told to do something. */
export const NO_PREDICATE =
  /^(?:là|của|thuộc|tại|về|với|trong|ngoài|như|đã|đang|sẽ|bị|do|khi|nếu|cho(?! phép| ý kiến)|từ|đến|vào|ở|qua|trên|dưới|này|đó|nêu(?! cao)|gồm|bao gồm|hiện|vẫn|cũng|luôn|chưa|mới|được(?! giao)|có (?:tổng|diện tích|quyền|hiệu lực|thể|[\d])|theo(?! dõi)|đạt|trân trọng|vừa|nhận thấy|ghi nhận|đánh giá cao|biểu dương|cơ bản|kết luận|không(?! để| được| tổ chức| ban hành| thực hiện))(?!\p{L})|^[-"/]/iu;
/** Subject and verb that announce or close a document, and hand out nothing. */
export const FORMAL =
  /^(?:trân trọng |xin |kính )?thông báo (?:để|đến|tới|kết luận)|^ban hành (?:kèm theo|Kế hoạch|Quyết định|Chỉ thị|Chương trình|Quy chế|Quy định|Thông báo)[^.;]{0,400}(?:như sau|cụ thể)|^(?:có trách nhiệm|chịu trách nhiệm) thi hành(?! án)|^căn cứ Quyết định (?:này )?thi hành|^thi hành (?:Quyết định|Nghị quyết) này|^(?:yêu cầu|đề nghị|kết luận|chỉ đạo|có ý kiến(?: chỉ đạo)?|quyết định|thông báo)(?:[^.;]{0,120}như sau)?\s*:?\s*$/iu;
/** What is said of an owner in brackets or behind a dash ("- Cơ quan Thường trực của Ban Chỉ đạo"); it is passed over. */
export const ASIDE =
  /^\s*(?:\([^)]{0,200}\)|,\s+(?:nhất là|đặc biệt là|(?:trong đó )?nòng cốt là|(?:mà )?trực tiếp là)\s[^.;:,]{3,90}?(?:,(?=\s)|(?=\s+(?:chịu trách nhiệm|có trách nhiệm|chủ trì|khẩn trương)[\s,]))|-\s+[^.;:,]{3,80}?(?=\s+(?:chủ trì|có trách nhiệm|phối hợp|khẩn trương|tham mưu|chỉ đạo|theo dõi)[\s,]))/iu;
