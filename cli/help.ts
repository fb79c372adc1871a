import type { Saying } from '../core/rule.ts';

/** Headings and texts of --help. */
export const headings: Readonly<Record<string, Saying>> = {
  'Usage:': { vi: 'Cách dùng:', en: 'Usage:' },
  'Arguments:': { vi: 'Đối số:', en: 'Arguments:' },
  'Options:': { vi: 'Tùy chọn:', en: 'Options:' },
  'Global Options:': { vi: 'Tùy chọn chung:', en: 'Global options:' },
  'Commands:': { vi: 'Lệnh:', en: 'Commands:' },
};

export const help = {
  program: {
    vi: 'Chỉ Đạo đọc và kiểm tra văn bản chỉ đạo, điều hành viết bằng Markdown.',
    en: 'Chỉ Đạo reads and checks Vietnamese directives written in Markdown.',
  },
  after: {
    vi: `
Ví dụ:
  chidao check du-thao.md             tìm lỗi trong một dự thảo
  chidao check van-ban/               tìm lỗi trong cả thư mục
  chidao check a.md --format html --output phieu.html
                                      phiếu kiểm tra trước khi trình ký
  chidao diff cu.md moi.md            nhiệm vụ nào thay đổi giữa hai bản
  chidao tasks du-thao.md             bảng nhiệm vụ: ai làm gì, khi nào xong
  chidao outline --format json a.md   bố cục ở dạng JSON cho chương trình khác

Mã kết thúc: 0 không có lỗi, 1 có lỗi (xem --fail-on), 2 không đọc được hoặc câu lệnh sai.
English: chidao --help --locale en
`,
    en: `
Examples:
  chidao check draft.md               find faults in a draft
  chidao check drafts/                find faults in a whole folder
  chidao check a.md --format html --output sheet.html
                                      the check sheet before signature
  chidao diff old.md new.md           which tasks changed between two versions
  chidao tasks draft.md               the task table: who does what by when
  chidao outline --format json a.md   the structure as JSON for other programs

Exit code: 0 no faults, 1 faults (see --fail-on), 2 something could not be read or the command was wrong.
`,
  },
  options: { vi: '[tùy chọn]', en: '[options]' },
  command: { vi: '<lệnh>', en: '<command>' },
  path: { vi: 'đường-dẫn', en: 'path' },
  level: { vi: 'mức', en: 'level' },
  form: { vi: 'dạng', en: 'form' },
  file: { vi: 'tệp', en: 'file' },
  rule: { vi: 'quy-tắc', en: 'rule' },
  check: { vi: 'Tìm lỗi trong văn bản', en: 'Find faults in documents' },
  outline: { vi: 'Bố cục: các mục, giai đoạn, nhiệm vụ, viện dẫn', en: 'Numbered parts, phases, tasks, citations' },
  tasks: { vi: 'Bảng nhiệm vụ: chủ trì, việc, thời hạn', en: 'The task table: lead, action, deadline' },
  explain: { vi: 'Giải thích một quy tắc, hoặc liệt kê các quy tắc', en: 'Explain a rule, or list all rules' },
  lsp: { vi: 'Máy chủ ngôn ngữ cho trình soạn thảo', en: 'The language server for editors' },
  paths: {
    vi: 'tệp, thư mục hoặc mẫu như "van-ban/**/*.md"; "-" là đầu vào chuẩn; bỏ trống là thư mục hiện tại',
    en: 'files, folders or patterns such as "drafts/**/*.md"; "-" is standard input; none is the current folder',
  },
  ruleId: { vi: 'mã quy tắc, ví dụ numbering/sequence', en: 'id of the rule, such as numbering/sequence' },
  format: { vi: 'dạng kết quả: text (mặc định) hoặc json', en: 'form of the result: text (default) or json' },
  formats: {
    vi: `dạng kết quả: text (mặc định), json, sarif, github, gitlab, junit, checkstyle, rdjson, hoặc phiếu kiểm tra markdown, html; nhiều dạng cùng lúc thì mỗi dạng một --format`,
    en: 'form of the result: text (default), json, sarif, github, gitlab, junit, checkstyle, rdjson, or the report sheet as markdown or html; repeat --format for several at once',
  },
  output: {
    vi: 'ghi dạng nêu ngay trước vào tệp này (--format sarif --output loi.sarif) thay vì ra đầu ra chuẩn',
    en: 'write the form named right before it to this file (--format sarif --output faults.sarif), not to standard output',
  },
  failOn: {
    vi: 'trả mã 1 khi có phát hiện từ mức này trở lên: error (mặc định), warning, info, hint; never là không bao giờ',
    en: 'exit with 1 for findings at or above: error (default), warning, info, hint; never for none',
  },
  inputPath: { vi: 'tên của văn bản đọc từ đầu vào chuẩn', en: 'name of the document read from standard input' },
  fix: {
    vi: 'ghi vào tệp mọi cách sửa chắc chắn; với "-" thì văn bản đã sửa ra đầu ra chuẩn, các lỗi ra đầu ra lỗi',
    en: 'write all certain fixes into the files; with "-" the mended text goes to standard output, findings to standard error',
  },
  fixDryRun: {
    vi: 'không ghi gì, chỉ in những chỗ --fix sẽ sửa ở dạng diff',
    en: 'write nothing, print what --fix would change as a unified diff',
  },
  ready: {
    vi: 'văn bản sắp ban hành: số, ngày, chữ ký phải đủ',
    en: 'the documents are about to be issued: number, date and signature must be there',
  },
  only: {
    vi: 'chỉ xét quy tắc này, hoặc loại quy tắc này (như numbering); dùng được nhiều lần',
    en: 'check this rule only, or this category (such as numbering); may be repeated',
  },
  diff: {
    vi: 'So hai bản của văn bản: nhiệm vụ thêm, bỏ, đổi cơ quan, thời hạn, nội dung',
    en: 'Compare two versions: tasks added, removed, with another owner, deadline or text',
  },
  revisionOrFile: { vi: 'bản', en: 'version' },
  versions: {
    vi: 'bản cũ, bản mới: tệp, thư mục, bản git (main, HEAD~1:a.md); một bản git thì so với tệp hiện có; sau đó là các đường dẫn',
    en: 'old and new: files, folders, git revisions (main, HEAD~1:a.md); one revision is compared with the files of now; then paths',
  },
  diffFormat: {
    vi: 'dạng kết quả: text (mặc định), json, hoặc markdown để dán vào yêu cầu gộp nhánh',
    en: 'form of the result: text (default), json, or markdown for a merge request',
  },
  exitCode: {
    vi: 'trả mã 1 khi có thay đổi (nếu không, luôn là 0)',
    en: 'exit with 1 where something changed (else 0)',
  },
  revision: { vi: 'bản', en: 'revision' },
  baseline: {
    vi: 'không báo những lỗi cũ ghi trong tệp này',
    en: 'leave out the old faults that this file holds',
  },
  updateBaseline: {
    vi: 'ghi mọi lỗi hiện có vào tệp của --baseline',
    en: 'write all that is found now into the file of --baseline',
  },
  changed: {
    vi: 'chỉ báo lỗi do thay đổi gây ra, so với chỗ tách khỏi một nhánh, thẻ hay bản ghi git (mặc định là nhánh chính)',
    en: 'only what the change brought, compared with where it parted from a git revision (default: the main branch)',
  },
  noWorkspace: {
    vi: 'xét riêng từng văn bản, không đối chiếu với văn bản khác',
    en: 'check each document by itself, not beside the others',
  },
  noCache: {
    vi: 'xét lại từ đầu, không dùng và không lưu kết quả trong .chidao-cache',
    en: 'compute afresh, without results stored in .chidao-cache, and store none',
  },
  folder: { vi: 'thư mục', en: 'folder' },
  part: { vi: 'phần/tổng', en: 'part/parts' },
  shard: {
    vi: 'chỉ kiểm tra một phần văn bản (như 2/4), để nhiều máy cùng làm; gộp bằng chidao merge',
    en: 'check one part of the documents (such as 2/4), for several machines; join them with chidao merge',
  },
  merge: { vi: 'Gộp kết quả JSON của các lần check --shard', en: 'Join the JSON results of check --shard' },
  merged: {
    vi: 'các tệp do check --shard --format json ghi, mỗi phần một tệp',
    en: 'files written by check --shard --format json, one for each part',
  },
  cacheFolder: {
    vi: 'nơi lưu kết quả cho lần sau, thay cho .chidao-cache',
    en: 'where results are stored for the next run, instead of .chidao-cache',
  },
  count: { vi: 'số', en: 'count' },
  jobs: {
    vi: 'số luồng đọc văn bản cùng lúc (mặc định theo số nhân của máy)',
    en: 'threads that read documents at the same time (default: by the processors of the machine)',
  },
  noConfig: {
    vi: 'dùng cài đặt và danh mục có sẵn, không đọc .chidao.yaml và .chidao/agencies.yaml',
    en: 'use built-in settings and agencies only, without .chidao.yaml and .chidao/agencies.yaml',
  },
  stdio: { vi: 'nói qua đầu vào và đầu ra chuẩn', en: 'speak over standard input and output' },
  locale: { vi: 'ngôn ngữ: vi (mặc định) hoặc en', en: 'language: vi (default) or en' },
  noColour: { vi: 'không dùng màu', en: 'no colours' },
  version: { vi: 'in số phiên bản', en: 'print the version' },
  help: { vi: 'in hướng dẫn này', en: 'print this help' },
} satisfies Record<string, Saying>;
