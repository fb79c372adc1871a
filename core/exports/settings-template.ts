import type { Locale, Saying } from '../rule.ts';
import { settingsKeys } from '../settings-file.ts';

/**
 * A first `.chidao.yaml`: every key with what it is for and an example, all of it comments, so that nothing changes
 * before somebody wants it to. `schema` is the path of its schema from the folder of the file.
 */
export function renderSettingsTemplate(schema: string, locale: Locale): string {
  const head = HEAD[locale].split('\n').map((line) => `# ${line}`.trimEnd());
  const parts = settingsKeys.map((key) => {
    const { about, example } = KEYS[key.en] ?? {};
    return [
      `## ${locale === 'vi' ? key.about : (about ?? key.en)}`,
      ...(example?.[locale] ?? `${key[locale]}:`).split('\n'),
    ];
  });
  const body = parts.map(([comment = '', ...lines]) => [comment, ...lines.map((line) => `# ${line}`)].join('\n'));
  return `# yaml-language-server: $schema=${schema}\n${head.join('\n')}\n\n${body.join('\n\n')}\n`;
}

/** A first `.chidao/agencies.yaml`, all comments too. */
export function renderAgenciesTemplate(schema: string, locale: Locale): string {
  return `# yaml-language-server: $schema=${schema}\n${AGENCIES[locale]}`;
}

const HEAD: Saying = {
  vi: `Cài đặt của Chỉ Đạo cho các văn bản trong thư mục này và các thư mục bên trong.
Dòng còn dấu "#" ở đầu là chú thích, chưa có hiệu lực: xóa "# " ở dòng cần dùng rồi sửa giá trị.
Các văn bản dùng chung tệp này được đối chiếu với nhau. Thử: chidao check, chidao doctor`,
  en: `Settings of Chỉ Đạo for the documents of this folder and the folders in it.
A line with "#" at its start is a comment: remove "# " from a line to use it, then change the value.
Documents that share this file are checked beside one another. Try: chidao check, chidao doctor`,
};

/** By the English key: what it is for, in English, and an example that may stand as it is. */
const KEYS: Readonly<Record<string, { readonly about: string; readonly example: Saying }>> = {
  rules: {
    about: 'Severity of a rule, or of a whole category: error, warning, info, hint, off. All rules: chidao explain',
    example: {
      vi: 'quy tắc:\n  owner/unknown: thông tin\n  task: gợi ý',
      en: 'rules:\n  owner/unknown: info\n  task: hint',
    },
  },
  profile: {
    about: 'The form that applies where a document does not say: state, party, legal.',
    example: { vi: 'hệ: nhà nước', en: 'profile: state' },
  },
  ready: {
    about: 'Documents about to be signed: number, date and signature must be there.',
    example: { vi: 'sắp ban hành: có', en: 'ready: true' },
  },
  holidays: {
    about: 'Days off beside those of the law, year-month-day.',
    example: { vi: 'ngày nghỉ: [2026-08-31]', en: 'holidays: [2026-08-31]' },
  },
  workdays: {
    about: 'Weekend days that are worked, year-month-day.',
    example: { vi: 'ngày làm bù: [2026-08-22]', en: 'workdays: [2026-08-22]' },
  },
  registry: {
    about: 'More files of agencies; paths from the folder of this file.',
    example: { vi: 'danh mục: [chung/co-quan.yaml]', en: 'registry: [shared/agencies.yaml]' },
  },
  include: {
    about: 'Patterns of the files that are drafts; without it all .md files.',
    example: { vi: 'gồm: ["du-thao/**"]', en: 'include: ["drafts/**"]' },
  },
  exclude: {
    about: 'Patterns of files and folders to leave out.',
    example: { vi: 'trừ: [luu-tru, "*.nhap.md"]', en: 'exclude: [archive, "*.tmp.md"]' },
  },
  directives: {
    about: 'Patterns of files that are always taken for directives, even without front matter, number or type.',
    example: { vi: 'văn bản chỉ đạo: ["van-ban/**"]', en: 'directives: ["documents/**"]' },
  },
  extends: {
    about: 'Settings to start from; this file says only what differs.',
    example: { vi: 'dựa trên: ../chung/cai-dat.yaml', en: 'extends: ../shared/settings.yaml' },
  },
};

const AGENCIES: Saying = {
  vi: `# Cơ quan của riêng đơn vị, thêm vào danh mục có sẵn. Xóa "# " ở mục cần dùng rồi sửa; mỗi mục bắt đầu bằng "- id".
# Kiểm tra: chidao registry check. Tìm cơ quan có sẵn: chidao registry find TÊN

## Thêm một cơ quan: id mới, chữ thường không dấu, nối bằng dấu gạch.
# - id: trung-tam-chuyen-doi-so
#   tên: Trung tâm Chuyển đổi số tỉnh
#   viết tắt: [TTCĐS]
#   nguồn: Quyết định số 12/QĐ-UBND ngày 15/01/2026

## Thêm cách gọi khác cho một cơ quan có sẵn: id của cơ quan ấy.
# - id: bo-khoa-hoc-va-cong-nghe
#   tên khác: [Bộ Khoa học]

## Cơ quan kết thúc hoạt động: ngày cuối cùng và cơ quan nhận việc.
# - id: to-cong-tac-de-an-06
#   đến ngày: 2026-12-31
#   kế thừa: [trung-tam-chuyen-doi-so]
`,
  en: `# Agencies of your own, added to the built-in ones. Remove "# " from an entry to use it; each starts with "- id".
# Check it: chidao registry check. Find a built-in agency: chidao registry find NAME

## A new agency: a new id of plain lower-case letters, digits and hyphens.
# - id: trung-tam-chuyen-doi-so
#   name: Trung tâm Chuyển đổi số tỉnh
#   abbreviations: [TTCĐS]
#   source: Quyết định số 12/QĐ-UBND ngày 15/01/2026

## Another name for an agency there is: its id.
# - id: bo-khoa-hoc-va-cong-nghe
#   aliases: [Bộ Khoa học]

## An agency that ends: its last day and who takes over.
# - id: to-cong-tac-de-an-06
#   validTo: 2026-12-31
#   successors: [trung-tam-chuyen-doi-so]
`,
};
