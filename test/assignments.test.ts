import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readAssignment } from '../core/language/assignments.ts';
import { bundledRegistry } from '../registry/bundled.ts';

/** "leads / coordinators / action" of a sentence, owners parted by "; ". */
function read(sentence: string): string {
  const { leads, coordinators, action, acts } = readAssignment(sentence, bundledRegistry);
  const names = (owners: typeof leads) =>
    owners.map((owner) => owner.text ?? sentence.slice(owner.start, owner.end)).join('; ');
  return acts ? `${names(leads)} / ${names(coordinators)} / ${sentence.slice(action)}` : '';
}

const CASES: Record<string, readonly [string, string][]> = {
  'owner before the verb': [
    [
      'Bộ Xây dựng chủ trì, phối hợp với Bộ Tài chính và các cơ quan liên quan sửa đổi quy chuẩn.',
      'Bộ Xây dựng / Bộ Tài chính; các cơ quan liên quan / sửa đổi quy chuẩn.',
    ],
    [
      'Cục Hải quan chủ trì và phối hợp với Bộ Công Thương rà soát biểu mẫu.',
      'Cục Hải quan / Bộ Công Thương / rà soát biểu mẫu.',
    ],
    ['Bộ Y tế ban hành hướng dẫn.', 'Bộ Y tế /  / ban hành hướng dẫn.'],
    ['Sở Tư pháp có trách nhiệm thẩm định dự thảo.', 'Sở Tư pháp /  / thẩm định dự thảo.'],
    [
      'Bộ Công an và Bộ Tư pháp phối hợp, hoàn thành việc kết nối.',
      'Bộ Công an; Bộ Tư pháp /  / hoàn thành việc kết nối.',
    ],
    ['Bộ Nội vụ chủ trì, Bộ Tài chính phối hợp xây dựng phương án.', 'Bộ Nội vụ / Bộ Tài chính / xây dựng phương án.'],
    [
      'Thanh tra Chính phủ theo dõi, đôn đốc việc thực hiện.',
      'Thanh tra Chính phủ /  / theo dõi, đôn đốc việc thực hiện.',
    ],
    ['Bộ Y tế, theo chức năng, nhiệm vụ được giao, chủ động rà soát.', 'Bộ Y tế /  / chủ động rà soát.'],
    [
      'Các sở, ngành căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị mình.',
      'Các sở, ngành /  / xây dựng kế hoạch của đơn vị mình.',
    ],
    [
      'Bộ Công an phối hợp chặt chẽ với Văn phòng Quốc hội bảo đảm an ninh mạng.',
      'Bộ Công an / Văn phòng Quốc hội / bảo đảm an ninh mạng.',
    ],
  ],
  'owner behind the verb': [
    [
      'Giao Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính tổng hợp biên chế.',
      'Bộ Nội vụ / Bộ Tài chính / tổng hợp biên chế.',
    ],
    ['Đề nghị Văn phòng Quốc hội cung cấp dữ liệu.', 'Văn phòng Quốc hội /  / cung cấp dữ liệu.'],
    ['Yêu cầu các địa phương báo cáo kết quả.', 'các địa phương /  / báo cáo kết quả.'],
    ['Thời gian còn rất ít, đề nghị các bộ, ngành khẩn trương góp ý.', 'các bộ, ngành /  / khẩn trương góp ý.'],
    [
      'Thành lập tổ công tác liên ngành do Bộ Tài chính làm trưởng đoàn kiểm tra các dự án.',
      'Bộ Tài chính /  / Thành lập tổ công tác liên ngành do Bộ Tài chính làm trưởng đoàn kiểm tra các dự án.',
    ],
    [
      'Xây dựng bản đồ ngập lụt (Sở Xây dựng chủ trì).',
      'Sở Xây dựng /  / Xây dựng bản đồ ngập lụt (Sở Xây dựng chủ trì).',
    ],
  ],
  'lists that share their head': [
    [
      'Các Bộ: Công an, Nội vụ, Văn hóa, Thể thao và Du lịch báo cáo tiến độ.',
      'Bộ Công an; Bộ Nội vụ; Bộ Văn hóa, Thể thao và Du lịch /  / báo cáo tiến độ.',
    ],
    ['Giao các Bộ: Quốc phòng, Tư pháp có ý kiến.', 'Bộ Quốc phòng; Bộ Tư pháp /  / có ý kiến.'],
    [
      'Các bộ, cơ quan: Y tế, Tư pháp và các cơ quan được giao quản lý cơ sở dữ liệu khẩn trương chủ trì, phối hợp với Bộ Công an làm sạch dữ liệu.',
      'Bộ Y tế; Bộ Tư pháp; các cơ quan được giao quản lý cơ sở dữ liệu / Bộ Công an / làm sạch dữ liệu.',
    ],
    [
      'Bộ trưởng các Bộ: Xây dựng, Công Thương trực tiếp chỉ đạo.',
      'Bộ trưởng Bộ Xây dựng; Bộ trưởng Bộ Công Thương /  / trực tiếp chỉ đạo.',
    ],
    ['Các Sở: Nội vụ, Tài chính thẩm định hồ sơ.', 'Sở Nội vụ; Sở Tài chính /  / thẩm định hồ sơ.'],
  ],
  'formed names, positions, groups': [
    ['Ủy ban nhân dân tỉnh Cao Bằng bố trí kinh phí.', 'Ủy ban nhân dân tỉnh Cao Bằng /  / bố trí kinh phí.'],
    ['UBND các xã, phường rà soát hộ nghèo.', 'UBND các xã, phường /  / rà soát hộ nghèo.'],
    [
      'Ủy ban nhân dân 3 tỉnh (Sơn La, Lai Châu, Điện Biên) khắc phục hậu quả mưa lũ.',
      'Ủy ban nhân dân 3 tỉnh (Sơn La, Lai Châu, Điện Biên) /  / khắc phục hậu quả mưa lũ.',
    ],
    [
      'Chủ tịch Ủy ban nhân dân tỉnh Nghệ An chỉ đạo di dời dân.',
      'Chủ tịch Ủy ban nhân dân tỉnh Nghệ An /  / chỉ đạo di dời dân.',
    ],
    [
      'Giám đốc Sở Y tế, Thủ trưởng các sở, ngành chịu trách nhiệm về số liệu.',
      'Giám đốc Sở Y tế; Thủ trưởng các sở, ngành /  / chịu trách nhiệm về số liệu.',
    ],
    ['Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo việc sắp xếp.', 'Đảng ủy Ủy ban nhân dân tỉnh /  / lãnh đạo việc sắp xếp.'],
    ['Ban Tổ chức Tỉnh ủy tham mưu công tác cán bộ.', 'Ban Tổ chức Tỉnh ủy /  / tham mưu công tác cán bộ.'],
    ['Các doanh nghiệp viễn thông mở rộng vùng phủ sóng.', 'Các doanh nghiệp viễn thông /  / mở rộng vùng phủ sóng.'],
    [
      'Các cơ quan phát thanh, truyền hình, báo chí đẩy mạnh truyền thông.',
      'Các cơ quan phát thanh, truyền hình, báo chí /  / đẩy mạnh truyền thông.',
    ],
    [
      'Cục Quản lý Thuốc, thiết bị y tế chủ trì thanh tra nhà thuốc.',
      'Cục Quản lý Thuốc, thiết bị y tế /  / thanh tra nhà thuốc.',
    ],
    [
      'Người đứng đầu cơ quan, đơn vị và đồng chí lãnh đạo được giao phụ trách chịu trách nhiệm toàn diện.',
      'Người đứng đầu cơ quan, đơn vị; đồng chí lãnh đạo được giao phụ trách /  / chịu trách nhiệm toàn diện.',
    ],
  ],
  'bodies called by what they see to': [
    [
      'Tổ công tác về cải cách hành chính có trách nhiệm đôn đốc các sở.',
      'Tổ công tác về cải cách hành chính /  / đôn đốc các sở.',
    ],
    [
      'Giao Ban Chỉ đạo tỉnh về phòng, chống lụt bão xây dựng phương án.',
      'Ban Chỉ đạo tỉnh về phòng, chống lụt bão /  / xây dựng phương án.',
    ],
    [
      'Hội đồng quốc gia về phát triển bền vững, các bộ, ngành rà soát chỉ tiêu.',
      'Hội đồng quốc gia về phát triển bền vững; các bộ, ngành /  / rà soát chỉ tiêu.',
    ],
    ['Giao Hội đồng thẩm định có ý kiến về dự án.', 'Hội đồng thẩm định /  / có ý kiến về dự án.'],
    ['Giao Tỉnh Đoàn rà soát.', 'Tỉnh Đoàn /  / rà soát.'],
    [
      'Các tỉnh ủy, thành ủy: An Giang, Hải Phòng hoàn thành sắp xếp.',
      'Tỉnh ủy An Giang; Thành ủy Hải Phòng /  / hoàn thành sắp xếp.',
    ],
    [
      'Các Ban quản lý rừng, Vườn quốc gia Ba Bể và các chủ rừng tuần tra.',
      'Các Ban quản lý rừng; Vườn quốc gia Ba Bể; các chủ rừng /  / tuần tra.',
    ],
  ],
  'run-in titles and openings': [
    ['Về tuyên truyền: Đài Truyền hình Việt Nam tăng thời lượng.', 'Đài Truyền hình Việt Nam /  / tăng thời lượng.'],
    ['Trên cơ sở kết quả rà soát, Bộ Nội vụ trình Chính phủ xem xét.', 'Bộ Nội vụ /  / trình Chính phủ xem xét.'],
    ['Đối với các bộ, cơ quan ngang bộ:', 'các bộ, cơ quan ngang bộ /  / '],
    ['Trách nhiệm của Sở Tài chính', 'Sở Tài chính /  / '],
    ['Đối với Sở Tài chính (đầu mối):', 'Sở Tài chính /  / '],
  ],
  'something said before the owner': [
    ['Đối với hồ sơ quá hạn, Sở Tư pháp lập danh sách.', 'Sở Tư pháp /  / lập danh sách.'],
    ['Về kinh phí, Sở Tài chính bố trí dự toán.', 'Sở Tài chính /  / bố trí dự toán.'],
    ['Ngay sau khi Quy chế được ban hành, Sở Nội vụ tổ chức tập huấn.', 'Sở Nội vụ /  / tổ chức tập huấn.'],
    ['Khi có bão, Công an tỉnh hướng dẫn giao thông.', 'Công an tỉnh /  / hướng dẫn giao thông.'],
    ['Trường hợp cần thiết, Bộ Y tế điều động bác sĩ.', 'Bộ Y tế /  / điều động bác sĩ.'],
    ['Riêng Bộ Quốc phòng gửi báo cáo mật.', 'Bộ Quốc phòng /  / gửi báo cáo mật.'],
    ['Hằng quý, Bộ Nội vụ công bố kết quả.', 'Bộ Nội vụ /  / công bố kết quả.'],
    ['Hằng tháng tổng hợp số liệu, báo cáo Bộ trưởng.', ' /  / Hằng tháng tổng hợp số liệu, báo cáo Bộ trưởng.'],
    ['Đối với các xã, phường chưa có trụ sở, Sở Xây dựng lập phương án.', ''],
    [
      'Để bảo đảm an toàn hồ đập, ổn định đời sống, Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở thực hiện các việc sau:',
      'Giám đốc các sở /  / thực hiện các việc sau:',
    ],
    [
      'Bộ Chính trị, Ban Bí thư giao Ban Nội chính Trung ương thực hiện các việc sau:',
      'Ban Nội chính Trung ương /  / thực hiện các việc sau:',
    ],
  ],
  'an insertion behind the owner': [
    ['Các sở, ngành, nhất là Sở Y tế, khẩn trương rà soát.', 'Các sở, ngành /  / khẩn trương rà soát.'],
    [
      'Công an tỉnh, mà trực tiếp là Phòng Cảnh sát giao thông, kiểm tra xe khách.',
      'Công an tỉnh /  / kiểm tra xe khách.',
    ],
    [
      'Sở Nội vụ theo chức năng, nhiệm vụ, lĩnh vực được phân công hướng dẫn các xã.',
      'Sở Nội vụ /  / hướng dẫn các xã.',
    ],
  ],
  'what it is done on account of stands first': [
    [
      'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Vụ Pháp chế rà soát văn bản.',
      'Vụ Pháp chế /  / rà soát văn bản.',
    ],
    ['Thực hiện Công văn số 12/SNV-TH, Sở Nội vụ đề nghị UBND các xã gửi báo cáo.', 'UBND các xã /  / gửi báo cáo.'],
    [
      'Về việc này, Ủy ban nhân dân tỉnh giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát.',
      'Sở Xây dựng / Sở Tài chính / rà soát.',
    ],
    [
      'Xét đề nghị của Sở Xây dựng tại Tờ trình số 5/TTr-SXD, Chủ tịch Ủy ban nhân dân tỉnh giao Sở Tài chính bố trí vốn.',
      'Sở Tài chính /  / bố trí vốn.',
    ],
    [
      'Nhằm chủ động phòng, chống dịch sởi, Thủ tướng Chính phủ yêu cầu Bộ Y tế tổ chức tiêm chủng.',
      'Bộ Y tế /  / tổ chức tiêm chủng.',
    ],
    ['Căn cứ Luật Thanh tra số 84/2025/QH15, Vụ Pháp chế rà soát quy chế.', 'Vụ Pháp chế /  / rà soát quy chế.'],
    ['Ngoài nhiệm vụ nêu tại mục I, Sở Y tế có trách nhiệm kiểm tra bếp ăn.', 'Sở Y tế /  / kiểm tra bếp ăn.'],
    ['Bên cạnh việc kiểm tra định kỳ, Sở Y tế kiểm tra đột xuất.', 'Sở Y tế /  / kiểm tra đột xuất.'],
    ['Quý II/2026, Sở Nội vụ trình đề án.', 'Sở Nội vụ /  / trình đề án.'],
    [
      'Căn cứ tình hình, chủ động phối hợp với Công an tỉnh, Bộ Chỉ huy quân sự tỉnh kiểm tra các chốt.',
      ' / Công an tỉnh; Bộ Chỉ huy quân sự tỉnh / kiểm tra các chốt.',
    ],
    ['Giao Chi bộ 3 rà soát đảng viên.', 'Chi bộ 3 /  / rà soát đảng viên.'],
    ['Giao Ủy ban Kiểm tra Đảng ủy rà soát đơn thư.', 'Ủy ban Kiểm tra Đảng ủy /  / rà soát đơn thư.'],
    [
      'Công an phường, tổ Quản lý trật tự đô thị kiểm tra vỉa hè.',
      'Công an phường; tổ Quản lý trật tự đô thị /  / kiểm tra vỉa hè.',
    ],
    ['Ủy ban nhân dân tỉnh, thành phố rà soát quy hoạch.', 'Ủy ban nhân dân tỉnh, thành phố /  / rà soát quy hoạch.'],
    ['Vụ Pháp chế giúp Bộ trưởng theo dõi tiến độ.', 'Vụ Pháp chế /  / giúp Bộ trưởng theo dõi tiến độ.'],
    ['Sở Y tế có trách nhiệm phối hợp trong công tác kiểm tra.', 'Sở Y tế /  / phối hợp trong công tác kiểm tra.'],
    ['Giao các bộ ngành, địa phương rà soát.', 'các bộ ngành, địa phương /  / rà soát.'],
  ],
  'offices and bodies that share a word or a verb': [
    ['Trưởng phòng Quản lý Công nghiệp rà soát.', 'Trưởng phòng Quản lý Công nghiệp /  / rà soát.'],
    ['Trưởng Ban Quản lý dự án rà soát.', 'Trưởng Ban Quản lý dự án /  / rà soát.'],
    ['Trưởng phòng Nội vụ rà soát.', 'Trưởng phòng Nội vụ /  / rà soát.'],
    ['Giao trách nhiệm cho Sở Y tế kiểm tra bếp ăn.', 'Sở Y tế /  / kiểm tra bếp ăn.'],
    ['Ban Bí thư Trung ương Đoàn ban hành hướng dẫn.', 'Ban Bí thư Trung ương Đoàn /  / ban hành hướng dẫn.'],
    [
      'Các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy triển khai kế hoạch.',
      'Các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy /  / triển khai kế hoạch.',
    ],
    [
      'Các Ủy viên Ban Chấp hành Đảng bộ tỉnh gương mẫu thực hiện.',
      'Các Ủy viên Ban Chấp hành Đảng bộ tỉnh /  / gương mẫu thực hiện.',
    ],
    ['Các đơn vị thi công che chắn công trình.', 'Các đơn vị thi công /  / che chắn công trình.'],
    ['Nghiêm chỉnh chấp hành quy định về giao thông.', ' /  / Nghiêm chỉnh chấp hành quy định về giao thông.'],
  ],
  'what tells which ones are meant': [
    ['Các cơ sở đào tạo có trách nhiệm quản lý người học.', 'Các cơ sở đào tạo /  / quản lý người học.'],
    [
      'Các đơn vị có trách nhiệm quản lý cầu đường khẩn trương sửa mặt đường.',
      'Các đơn vị có trách nhiệm quản lý cầu đường /  / khẩn trương sửa mặt đường.',
    ],
    ['Các hộ gia đình được giao đất có trách nhiệm bảo vệ rừng.', 'Các hộ gia đình được giao đất /  / bảo vệ rừng.'],
    ['Các cơ sở khám bệnh, chữa bệnh chuẩn bị thuốc.', 'Các cơ sở khám bệnh, chữa bệnh /  / chuẩn bị thuốc.'],
    ['Các doanh nghiệp khai thác cát báo cáo sản lượng.', 'Các doanh nghiệp khai thác cát /  / báo cáo sản lượng.'],
    ['Các doanh nghiệp khai thác tối đa công suất.', 'Các doanh nghiệp /  / khai thác tối đa công suất.'],
    ['Các doanh nghiệp trong tỉnh báo cáo số liệu.', 'Các doanh nghiệp trong tỉnh /  / báo cáo số liệu.'],
    ['Các đơn vị được giao chủ trì báo cáo kết quả.', 'Các đơn vị được giao chủ trì /  / báo cáo kết quả.'],
    ['Các phòng, trạm phối hợp với cơ quan chủ trì lập báo cáo.', 'Các phòng, trạm / cơ quan chủ trì / lập báo cáo.'],
    ['Các phòng khám rà soát hồ sơ.', 'Các phòng khám /  / rà soát hồ sơ.'],
  ],
  'offices of all that there are': [
    [
      'Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố rà soát.',
      'Bộ trưởng; Thủ trưởng cơ quan ngang bộ; Chủ tịch Ủy ban nhân dân các tỉnh, thành phố /  / rà soát.',
    ],
    [
      'Giám đốc, Thủ trưởng các đơn vị chỉ đạo việc nâng cấp.',
      'Giám đốc; Thủ trưởng các đơn vị /  / chỉ đạo việc nâng cấp.',
    ],
  ],
  'by their short names': [
    ['LĐLĐ tỉnh, BTL Vùng 1 chủ trì vận động đoàn viên.', 'LĐLĐ tỉnh; BTL Vùng 1 /  / vận động đoàn viên.'],
    ['BCH Quân sự xã chủ trì huấn luyện.', 'BCH Quân sự xã /  / huấn luyện.'],
    [
      'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã ra quân dọn vệ sinh.',
      'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã /  / ra quân dọn vệ sinh.',
    ],
  ],
  'a law among the adverbs': [
    ['Sở Y tế căn cứ Luật Phòng, chống tác hại của rượu, bia, ban hành hướng dẫn.', 'Sở Y tế /  / ban hành hướng dẫn.'],
    ['Sở Tài chính, căn cứ Luật Quản lý, sử dụng tài sản công, rà soát trụ sở.', 'Sở Tài chính /  / rà soát trụ sở.'],
    ['Sở Y tế căn cứ Luật Dược, rà soát nhà thuốc.', 'Sở Y tế /  / rà soát nhà thuốc.'],
  ],
  'what coordination ends with': [
    ['Công an tỉnh phối hợp với các sở trong kiểm tra hàng giả.', 'Công an tỉnh / các sở / kiểm tra hàng giả.'],
    [
      'Sở Công Thương phối hợp với Công an tỉnh trong kiểm tra hàng giả.',
      'Sở Công Thương / Công an tỉnh / kiểm tra hàng giả.',
    ],
    [
      'Sở Nội vụ chủ trì, phối hợp với các trường đại học trong và ngoài tỉnh tổ chức bồi dưỡng.',
      'Sở Nội vụ / các trường đại học trong và ngoài tỉnh / tổ chức bồi dưỡng.',
    ],
  ],
  'no owner of its own': [
    ['Chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.', ' / Sở Nội vụ / rà soát biên chế.'],
    [
      'Phối hợp với Bộ Y tế, các bệnh viện tuyến cuối bố trí nhân lực.',
      ' / Bộ Y tế; các bệnh viện tuyến cuối / bố trí nhân lực.',
    ],
    ['Rà soát, sửa đổi quy chế làm việc.', ' /  / Rà soát, sửa đổi quy chế làm việc.'],
  ],
  'no assignment': [
    ['Kinh tế - xã hội tiếp tục phục hồi.', ''],
    ['Văn phòng Chính phủ trân trọng thông báo để các bộ biết, thực hiện./.', ''],
    ['Bộ Y tế đã ban hành đủ văn bản.', ''],
    ['Các thủ tục hành chính còn phức tạp.', ''],
    ['Tổ chức bộ máy còn cồng kềnh.', ''],
    ['Các cơ quan có trách nhiệm thi hành Quyết định này.', ''],
  ],
};

describe('assignments', () => {
  for (const [name, cases] of Object.entries(CASES)) {
    describe(name, () => {
      for (const [sentence, expected] of cases) it(sentence, () => assert.equal(read(sentence), expected));
    });
  }

  it('knows agencies by abbreviation, and only as written', () => {
    const lead = (sentence: string) => readAssignment(sentence, bundledRegistry).leads[0]?.ids;
    assert.deepEqual(lead('NHNN ban hành thông tư.'), ['ngan-hang-nha-nuoc-viet-nam']);
    assert.deepEqual(lead('Bộ KH&CN ban hành thông tư.'), ['bo-khoa-hoc-va-cong-nghe']);
    assert.equal(lead('nhnn ban hành thông tư.'), undefined);
  });
});
