/**
 * The words by which bodies are recognised in running text: what heads a name, what narrows a group, what ends it. Lists,
 * so that a word is added by writing it in; each is tried at the start of the text it is given.
 */

/** A pattern for one of the listed words (each may be a pattern itself) at the start of a text. */
function anyOf(list: string, end: string, flags: string): RegExp {
  return new RegExp(`^(?:${list.replace(/\n/g, '')})${end}`, flags);
}

/** "các", "những", "04 ...": several are meant. */
export const PLURAL = /^(?:(?:tất cả |toàn bộ )?(?:các|những|mọi|từng|một số|hai|ba|bốn|năm|\d{1,2})|toàn thể)\s+/iu;

/** Nouns that name bodies in general, in the order in which the longer goes first. */
export const GROUP_NOUN = anyOf(
  `
bộ,? ban,? ngành|bộ ngành|sở,? ban,? ngành|sở ngành|ban ngành|nhà xuất bản|ban quản lý|ban chỉ huy|ban chỉ đạo(?= cấp| các)|phòng khám|phòng giao dịch|trạm|nhà thuốc|nhà máy|nhà hàng|
khách sạn|siêu thị|cửa hàng|bến xe|cảng|đội|câu lạc bộ|bộ môn|bộ phận|bộ|khoa(?! học)|ngành|cơ quan|đơn vị|địa phương|sở|ban|tổ chức|cá nhân|doanh nghiệp|tập đoàn|tổng công ty|công ty|tỉnh ủy|
thành ủy|tỉnh|thành phố|đặc khu|xã|phường|thị trấn|huyện|quận|thị xã|cấp ủy|cấp|hội|hiệp hội|đoàn thể|trung tâm|
ngân hàng|nhà mạng|nhà thầu|nhà đầu tư|chủ đầu tư|ban quản lý|trường|cơ sở|thôn|tổ dân phố|học viện|bệnh viện|
nhà trường|chi nhánh|viện|cục|vụ|phòng|chi cục|tổ|đảng ủy|đảng bộ|chi bộ|ủy ban|hội đồng|tòa án|viện kiểm sát|
công an|lực lượng|thành viên|ủy viên|bộ trưởng|thủ trưởng|lãnh đạo|giám đốc|chủ tịch|bí thư|trưởng ban|cán bộ|công chức|viên chức|giáo viên|giảng viên|nhân viên|người lao động|công đoàn|
đài|báo|khối|mầm non|tiểu học|trung học|cao đẳng|đại học|khu công nghiệp|cụm công nghiệp|tổ chức tín dụng|mặt trận|đảng đoàn|ban cán sự|xí nghiệp|hợp tác xã|quỹ|kho bạc|chính quyền|mttq|
ubnd|hđnd|đồng chí|phóng viên|chủ (?:rừng|tàu|đập|hồ|hộ|phương tiện)|hộ gia đình|hộ dân`,
  '(?![\\p{L}])',
  'iu',
);

/** A group may stand without "các" only with these. */
export const BARE_GROUP = anyOf(
  `
người đứng đầu|thủ trưởng|đồng chí|các đồng chí|giám đốc|chủ tịch|bí thư|chính quyền|cấp ủy|đảng ủy|
doanh nghiệp|đơn vị|cơ quan|chủ đầu tư|tổ chức (?:chính trị|đảng|tín dụng)|địa phương|tỉnh ủy|thành ủy|
ủy ban nhân dân|hội đồng nhân dân|cán bộ, (?:công chức|viên chức|giáo viên|nhân viên|giảng viên|chiến sĩ)|bộ,? (?:ban,? )?ngành|bộ, cơ quan|mặt trận|
sở,? (?:ban,? )?ngành|xã, phường|nhà thầu|tổ công tác|công an|quân sự|ban quản lý|thành viên|trưởng|phó|
văn phòng|nhà trường|trường|công đoàn|giáo viên|tổ chuyên môn|
lực lượng (?:công an|quân đội|bộ đội|quân sự|quản lý|kiểm lâm|cảnh sát|chức năng|vũ trang|dân quân|xung kích|cứu hộ)|bộ phận chuyên môn|ban giám hiệu`,
  '(?![\\p{L}])',
  'iu',
);

/** A person, who is parted from a group by "và". */
export const PERSON_HEAD = /^(?:đồng chí|ông|bà|người đứng đầu)(?!\p{L})/iu;

/** An office that stands for its body; what follows must begin the body's name. */
export const POSITION = anyOf(
  `(?:phó\\s+)?(?:
bộ trưởng, chủ nhiệm|bộ trưởng|thứ trưởng|thống đốc|tổng thanh tra|tổng kiểm toán|chánh án|viện trưởng|
chủ nhiệm|chủ tịch|phó chủ tịch|bí thư|phó bí thư|tổng giám đốc|giám đốc|phó giám đốc|chánh văn phòng|
chánh thanh tra|cục trưởng|vụ trưởng|hiệu trưởng|trưởng ban|trưởng phòng|trưởng đoàn|thủ trưởng|trưởng|tư lệnh|
chỉ huy trưởng|tổng cục trưởng|chi cục trưởng|tổng biên tập)`,
  `\\s+(?=\\p{Lu}|các\\s|ban\\s|ủy\\s|sở\\s|ubnd|cơ quan|đơn vị|bộ\\s|tỉnh|thành|công an|phòng|chi cục|trung tâm|doanh nghiệp|tập đoàn)`,
  'iu',
);

/** An office before a comma. */
export const TITLE = /^(?:Bộ trưởng|Tổng giám đốc|Giám đốc|Chủ tịch|Bí thư|Hiệu trưởng|Cục trưởng|Vụ trưởng)(?=,\s)/u;

/** Words that head the name of a single body not in the registry. */
export const UNIT_HEAD = anyOf(
  `
Bộ Chỉ huy|Bộ Tư lệnh|Bộ đội|Bộ phận|Bộ môn|Bộ|Sở|Ban Thường vụ|Ban Chỉ đạo|Ban Chỉ huy|Ban|Cục|Tổng cục|Vụ|Viện kiểm sát|Viện|Học viện|Trung tâm|
Văn phòng|Hội đồng|Hội|Hiệp hội|Chi cục|Phòng|Tổng công ty|
Tập đoàn|Ngân hàng|Công ty|Trường|Đại học|Báo|Đài|Tạp chí|Quỹ|Tổ|Tiểu ban|Liên đoàn|Liên hiệp|Kho bạc|Bảo hiểm|
Thanh tra|Cơ quan|Đoàn|Đảng ủy|Đảng bộ|Ủy ban|Thuế|Hải quan|Điện lực|Bưu điện|Công an|Quân khu|
Cổng|Tòa án|UBND|HĐND|MTTQ|UBMTTQ|Tỉnh ủy|Thành ủy|Tỉnh [đĐ]oàn|Thành [đĐ]oàn|
Thường trực|Chi nhánh|Xã|Phường|Mặt trận|Nhà xuất bản|Nhà máy|Cảng vụ|Bệnh viện|
Xí nghiệp|Đội|Trạm|Chính quyền|Hạt|Bảo tàng|Thư viện|Nhà hát|Vườn quốc gia|Liên minh|Hợp tác xã|Trường học|
Khoa(?! học)|Công đoàn|Chi đoàn|Liên đội|Chi bộ|Chi ủy|Thôn|Khu phố|
(?:phòng|ban(?= (?:Quản|Tổ|Kiểm|Kế|Dân|Kinh|Pháp|Thanh|Tuyên|Xây))|trung tâm|tổ|đội|chi bộ|khoa|trạm|trường|văn phòng|chi cục|bệnh viện|thôn)(?=\\s\\p{Lu})|LĐLĐ|BCH|BTL|BQL|BCĐ|TTYT|VP`,
  '(?=\\s)',
  'u',
);

/** Words that begin like a head and are none. */
export const NOT_HEAD = anyOf(
  `
ban hành|ban bố|bộ tiêu chí|bộ chỉ số|bộ máy|bộ luật|bộ thủ tục|bộ dữ liệu|bộ công cụ|bộ hồ sơ|
bộ nhận diện|sở hữu|phòng,(?= (?:chống|ngừa|trừ|tránh|trị|cháy))|phòng ngừa|phòng chống|phòng cháy|phòng thủ|phòng vệ|phòng tránh|hội nghị|hội thảo|
hội nhập|hội họp|đoàn kết|đoàn công tác|cơ quan ngang|cơ sở dữ liệu|cơ sở hạ tầng|cơ sở vật chất|cơ sở pháp lý|
viện dẫn|viện trợ|báo cáo|đài thọ|cấp phát|cấp giấy|cấp đổi|cấp bách|cấp thiết|cấp nước|cấp phép|cấp mới|
tổ chức(?! chính trị| đảng| tín dụng| đoàn| xã hội| công đoàn| quốc tế)|trường hợp|trung tâm hóa|thuế suất|
thuế thu|quỹ đất|quỹ nhà|đội ngũ|đoàn thể hóa|công an ninh|đơn vị hành chính|tỉnh táo|xã hội|ngành nghề|
ngành hàng|trạm y tế lưu|trạm thu|cổng dịch vụ|cổng thông tin|công ty hóa|thành phố thông minh|thành viên hóa|
đường`,
  '(?!\\p{L})',
  'iu',
);

/** What joins owners of one list. */
export const CONNECTIVE = /^(?:\s*,\s*(?:và\s+|cùng\s+)?|\s*;\s*|\s+(?:và|cùng với|cùng|hoặc|với)\s+)/iu;

/** What bodies work together in: "phối hợp với Công an tỉnh trong kiểm tra hàng giả". */
export const JOINT_WORK =
  'quản lý|thẩm định|kiểm tra|thanh tra|giám sát|tổ chức|xây dựng|tuyên truyền|giải quyết|xử lý|phòng|chống|bảo vệ|bảo đảm|đấu tranh|theo dõi|hướng dẫn|rà soát|đào tạo|cung cấp|phát hiện|tham mưu|chỉ đạo|chuyển đổi';

/** What ends a name or a group whatever stood before. */
export const BREAK = anyOf(
  `
[:;.()"]|để(?!\\p{L})|là(?!\\p{L})|nhằm(?!\\p{L})|do(?!\\p{L})|trong (?:việc|công tác|quá trình|lĩnh vực|thực hiện|triển khai|${JOINT_WORK})(?!\\p{L})|theo(?!\\p{L})|khi(?!\\p{L})|trên cơ sở|
trong phạm vi|căn cứ|về(?!\\p{L})|đã(?!\\p{L})|sẽ(?!\\p{L})|phải(?!\\p{L})|cần(?!\\p{L})|đang(?!\\p{L})|nếu(?!\\p{L})|
từ ngày|trước ngày|cụ thể|như sau|còn(?! lại)(?!\\p{L})|sau khi|báo cáo(?!\\p{L})|mà(?!\\p{L})|nghiêm cấm|giúp(?! việc)(?!\\p{L})`,
  '',
  'iu',
);

/** What tells which ones of a group are meant. */
export const RELATIVE = anyOf(
  `
được (?:giao chủ trì(?= \\p{Ll})|giao|phân công|ủy quyền|chỉ định|lựa chọn|thụ hưởng|hưởng|cử|thành lập|xếp hạng|công nhận|cấp|hỗ trợ|vay|thuê|phân bổ)|
có (?:liên quan|trách nhiệm quản lý|thẩm quyền|chức năng|trụ sở|vốn|dự án|biển|rừng|đường|công trình|đủ điều kiện|nhu cầu|di tích|tỷ lệ)|
chuyên trách tham mưu,? giúp việc|quản lý(?: nhà nước)? chuyên ngành(?: về \\p{Ll}+ \\p{Ll}+)?|
trong và ngoài(?= \\p{Ll})|(?:trực thuộc|thuộc|ngoài|trong|ở|tại|trên|của)(?!\\p{L})`,
  '',
  'iu',
);

/** Words that narrow a group whose name is complete. */
export const NARROWING = anyOf(
  `
ngành|liên quan|có|được|thuộc|trực thuộc|giáp ranh|lân cận|biên giới|trọng điểm|ven|vùng|miền|khu vực|trên|tại|nơi|trong|ngoài|khác|còn lại|phía|cấp|
địa phương|trung ương|của|chưa|đang|nêu(?! cao)|ở|tỉnh|thành phố|cơ sở|chủ quản|quản lý chuyên ngành|nhà nước|công nghệ|
viễn thông|chuyên trách|xã|phường|huyện|thôn|ấp|bản|khóm|các(?= (?:xã|phường|thôn|ấp|bản|khóm))|tham gia|chủ trì|ngang|Trung ương|Thành phố`,
  '(?!\\p{L})',
  'u',
);

/** What a business does tells which ones are meant ("doanh nghiệp cung cấp dịch vụ"); what an office does is its task. */
export const BUSINESS =
  /(?:doanh nghiệp|công ty|tập đoàn|nhà mạng|nhà thầu|chủ đầu tư|cơ sở|tổ chức|tổ chức, cá nhân|hợp tác xã|hộ gia đình|đơn vị)$/iu;
export const TRADE =
  /^(?:cung cấp|chủ quản|sản xuất|kinh doanh|hoạt động(?: (?:khai thác|sản xuất|kinh doanh|chế biến|vận tải|xây dựng))?|hành nghề(?: công chứng| luật sư| đấu giá)?)(?!\p{L})/iu;
/** These may as well be the task; they belong to the owner when a stronger word follows ("... tiếp tục bố trí"). */
export const WORK =
  /^(?:quản lý|khai thác|vận hành|triển khai|đầu tư|thi công|phụ trách|tham gia|đào tạo|tư vấn|thiết kế|giám sát|nghiên cứu)(?!\p{L})/iu;
/** These name a trade before any other verb: "cơ sở khám bệnh, chữa bệnh chuẩn bị thuốc". */
export const CRAFT =
  /^(?:khai thác|khám(?: bệnh)?|chăn nuôi|nuôi|trồng|đánh bắt|chế biến|thu mua|vận tải|vận chuyển|giết mổ|mua bán|thi công|xuất khẩu|nhập khẩu)(?!\p{L})/iu;

/** What singles out one of those named. */
export const ABOVE_ALL = /^(?:nhất là|đặc biệt là|(?:trong đó )?nòng cốt là|(?:mà )?trực tiếp là)(?!\p{L})/iu;

/** Nouns that begin an owner of their own after a comma. */
export const APART =
  /^(?:chủ đầu tư|nhà đầu tư|nhà thầu|đơn vị tư vấn|giám đốc|thủ trưởng|chủ tịch|bí thư|ủy ban nhân dân|ubnd|công an)(?!\p{L})/iu;

/** "4 tỉnh (", "các tỉnh, thành phố:": provinces follow by name. */
export const PROVINCE_HEAD =
  /^(?:(\d{1,2}|các|hai|ba|bốn|năm)\s+)?(tỉnh, thành phố|tỉnh|thành phố|tp\.?|địa phương)(?:\s+trực thuộc trung ương)?\s*(:|\()?\s*/iu;

/** What heads a name that is formed with a place or a level ("Ủy ban nhân dân tỉnh X", "Công an các xã"). */
export const FORMED_HEAD =
  /^(?:(?:các\s+)?(?:Văn phòng |Thường trực |Chánh Văn phòng )?(?:HĐND, UBND|HĐND và UBND|Hội đồng nhân dân và Ủy ban nhân dân|Hội đồng nhân dân, Ủy ban nhân dân|Ủy ban nhân dân|Hội đồng nhân dân|UBND|HĐND)|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|(?:Ban Thường trực )?(?:Ủy ban )?(?:Mặt trận Tổ quốc Việt Nam|MTTQ Việt Nam|MTTQVN|MTTQ)|UBMTTQ(?:VN| Việt Nam)?|Công an|Bộ Chỉ huy (?:Quân sự|Bộ đội Biên phòng)|Bộ CHQS|Thanh tra|Tòa án nhân dân|Viện kiểm sát nhân dân|Thuế|Hải quan|Bảo hiểm xã hội|BHXH|Kho bạc Nhà nước|Liên minh Hợp tác xã|Ban Chỉ huy Quân sự|Đoàn Thanh niên|Trạm Y tế|Ngân hàng Nhà nước chi nhánh|Cục Thuế|Cục Hải quan|Cục Thống kê|Thống kê|Điện lực|Đảng ủy|Hội Nông dân|Hội Liên hiệp Phụ nữ|Liên đoàn Lao động|Đoàn Thanh niên)\s+(?=\S)/iu;
