import { unread } from '../core/draft-file.ts';
import type { FileFault } from '../core/registry-file.ts';
import type { Saying, Severity } from '../core/rule.ts';
import { toPrintable } from './terminal.ts';

/** Words of others in a sentence: safe to print, in quotation marks. */
export const quote = (words: string) => `"${toPrintable(words)}"`;
export const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Why something asked for could not be done: one sentence each, with what to do. */
export const faults = {
  noSuchFile: (path: string): Saying => ({
    vi: `Không tìm thấy tệp hoặc thư mục ${quote(path)}; hãy kiểm tra lại đường dẫn.`,
    en: `There is no file or folder ${quote(path)}; check the path.`,
  }),
  emptyPath: (): Saying => ({
    vi: 'Đường dẫn để trống; hãy nêu tên tệp hoặc thư mục.',
    en: 'The path is empty; name a file or a folder.',
  }),
  brokenLink: (path: string): Saying => ({
    vi: `${quote(path)} là liên kết trỏ tới tệp không còn tồn tại; hãy sửa hoặc xóa liên kết này.`,
    en: `${quote(path)} is a link to a file that no longer exists; mend or remove the link.`,
  }),
  folderNamedAsFile: (path: string): Saying => ({
    vi: `${quote(path)} là thư mục, tuy tên có đuôi của tệp văn bản; hãy đổi tên thư mục hoặc nêu tên tệp bên trong.`,
    en: `${quote(path)} is a folder, though named like a document; rename it or name a file inside it.`,
  }),
  noMatch: (pattern: string): Saying => ({
    vi: `Không có tệp .md nào khớp với mẫu ${quote(pattern)}; hãy kiểm tra lại mẫu.`,
    en: `No .md file matches the pattern ${quote(pattern)}; check the pattern.`,
  }),
  noDrafts: (folder: string, passed: number): Saying =>
    passed > 0
      ? {
          vi: `Không có văn bản chỉ đạo nào trong thư mục ${quote(folder)} (${passed} tệp .md ở đó là nội dung khác); hãy nêu tên tệp nếu vẫn muốn kiểm tra.`,
          en: `The folder ${quote(folder)} has no directives (its ${plural(passed, '.md file')} hold something else); name a file to read it all the same.`,
        }
      : {
          vi: `Không có tệp .md nào trong thư mục ${quote(folder)}; hãy chỉ tới thư mục chứa dự thảo.`,
          en: `The folder ${quote(folder)} has no .md files; name the folder that holds the drafts.`,
        },
  unreadable: (path: string, code: string): Saying =>
    code === 'EACCES' || code === 'EPERM'
      ? {
          vi: `Không có quyền đọc ${quote(path)}; hãy kiểm tra quyền truy cập.`,
          en: `No permission to read ${quote(path)}; check its access rights.`,
        }
      : {
          vi: `Không đọc được ${quote(path)} (hệ thống báo ${toPrintable(code)}); hãy thử mở tệp bằng chương trình khác.`,
          en: `${quote(path)} cannot be read (the system says ${toPrintable(code)}); try to open it in another program.`,
        },
  tooLarge: (path: string): Saying => unread.tooLarge(quote(path)),
  /** A fault at a place of a configuration file. */
  inFile: (path: string, { line = 1, column = 1, vi, en }: FileFault): Saying => {
    const place = `${toPrintable(path)}:${line}:${column}`;
    return { vi: `${place} ${toPrintable(vi)}`, en: `${place} ${toPrintable(en)}` };
  },
  unwritable: (path: string, code: string): Saying =>
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? {
          vi: `Không có quyền ghi ${quote(path)} nên chưa sửa gì trong tệp này; hãy kiểm tra quyền truy cập.`,
          en: `No permission to write ${quote(path)}, so nothing in it was mended; check its access rights.`,
        }
      : {
          vi: `Không ghi được ${quote(path)} (hệ thống báo ${toPrintable(code)}) nên chưa sửa gì trong tệp này.`,
          en: `${quote(path)} cannot be written (the system says ${toPrintable(code)}), so nothing in it was mended.`,
        },
  unwritten: (file: string, code: string): Saying => {
    const [vi, en] =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? ['thư mục chứa nó không có; hãy tạo thư mục trước', 'its folder does not exist; make the folder first']
        : code === 'EISDIR'
          ? ['đó là thư mục; hãy nêu tên tệp', 'it is a folder; name a file']
          : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
            ? ['không có quyền ghi; hãy kiểm tra quyền truy cập', 'no permission; check its access rights']
            : [`hệ thống báo ${toPrintable(code)}`, `the system says ${toPrintable(code)}`];
    return {
      vi: `Không ghi được kết quả vào ${quote(file)}: ${vi}.`,
      en: `The result cannot be written to ${quote(file)}: ${en}.`,
    };
  },
  outputIsDocument: (file: string): Saying => ({
    vi: `Kết quả không được ghi đè lên ${quote(file)}, là văn bản đang kiểm tra; hãy chọn tên tệp khác cho --output.`,
    en: `The result is not written over ${quote(file)}, a document being checked; choose another file for --output.`,
  }),
  unwritableCache: (folder: string): Saying => ({
    vi: `Không ghi được vào thư mục ${quote(folder)} của --cache-folder, nên kết quả chưa được lưu cho lần sau.`,
    en: `The folder ${quote(folder)} of --cache-folder cannot be written, so no results are kept for the next run.`,
  }),
  badCount: (flag: string, value: string): Saying => ({
    vi: `${flag} cần một số nguyên từ 1 trở lên, không phải ${quote(value)}.`,
    en: `${flag} takes a whole number from 1, not ${quote(value)}.`,
  }),
  badShard: (value: string): Saying => ({
    vi: `--shard cần dạng PHẦN/TỔNG như 2/4, không phải ${quote(value)}.`,
    en: `--shard takes PART/PARTS such as 2/4, not ${quote(value)}.`,
  }),
  shardFixes: (): Saying => ({
    vi: '--shard chỉ dùng để kiểm tra; hãy sửa bằng --fix trong một lần chạy riêng.',
    en: '--shard is for checking; mend with --fix in a run of its own.',
  }),
  missingFiles: (command: string): Saying => ({
    vi: `Lệnh ${command} cần ít nhất một tệp; xem cách dùng bằng chidao ${command} --help.`,
    en: `The command ${command} needs at least one file; see chidao ${command} --help.`,
  }),
  noShard: (path: string): Saying => ({
    vi: `${quote(path)} không phải kết quả của check --shard --format json; hãy chạy lại phần đó.`,
    en: `${quote(path)} is no result of check --shard --format json; run that part again.`,
  }),
  otherVersion: (path: string, version: string): Saying => ({
    vi: `${quote(path)} do phiên bản ${toPrintable(version)} ghi; hãy chạy mọi phần và chidao merge bằng cùng một phiên bản.`,
    en: `${quote(path)} was written by version ${toPrintable(version)}; run all parts and chidao merge with one version.`,
  }),
  otherRun: (path: string): Saying => ({
    vi: `${quote(path)} là của một lần kiểm tra khác (khác văn bản, khác số phần hoặc khác cài đặt), nên không gộp được.`,
    en: `${quote(path)} is of another check (other documents, another number of parts or other settings) and cannot be joined.`,
  }),
  shardTwice: (path: string, number: number, of: number): Saying => ({
    vi: `${quote(path)} cũng là phần ${number}/${of}, đã có trong một tệp trước; tệp này không được dùng.`,
    en: `${quote(path)} is part ${number}/${of} too, which an earlier file holds; it is not used.`,
  }),
  shardsMissing: (numbers: readonly number[], of: number): Saying => ({
    vi: `Thiếu phần ${numbers.join(', ')} trong ${of} phần; kết quả dưới đây chưa đủ.`,
    en: `Part ${numbers.join(', ')} of ${of} ${numbers.length === 1 ? 'is' : 'are'} missing; the result is not whole.`,
  }),
  cacheApart: (): Saying => ({
    vi: '--no-cache và --cache-folder trái nhau; hãy bỏ một trong hai.',
    en: '--no-cache and --cache-folder contradict each other; leave one out.',
  }),
  unexpected: (error: unknown, path?: string): Saying => {
    const reason = toPrintable(error instanceof Error ? error.message : String(error)).slice(0, 200);
    return {
      vi: `Chương trình gặp lỗi ngoài dự kiến${path === undefined ? '' : ` khi đọc ${quote(path)}`} (${reason}); xin báo lỗi này cho nhóm phát triển Chỉ Đạo.`,
      en: `Something unexpected went wrong${path === undefined ? '' : ` in ${quote(path)}`} (${reason}); please report this to the makers of Chỉ Đạo.`,
    };
  },
  unknownOption: (flag: string, nearest: string | undefined): Saying => ({
    vi: `Không có tùy chọn ${quote(flag)}; ${nearest ? `có phải ý bạn là ${nearest}?` : 'xem các tùy chọn bằng --help.'}`,
    en: `There is no option ${quote(flag)}; ${nearest ? `did you mean ${nearest}?` : 'see the options with --help.'}`,
  }),
  missingValue: (flag: string, values: readonly string[]): Saying => ({
    vi: `Tùy chọn ${flag} cần một giá trị${values.length > 0 ? `: ${oneOf(values, 'hoặc')}` : ''}.`,
    en: `The option ${flag} needs a value${values.length > 0 ? `: ${oneOf(values, 'or')}` : ''}.`,
  }),
  wrongValue: (flag: string, value: string, values: readonly string[], nearest: string | undefined): Saying => ({
    vi: `${flag} không nhận giá trị ${quote(value)}; ${nearest ? `có phải ý bạn là ${nearest}?` : `hãy dùng ${oneOf(values, 'hoặc')}.`}`,
    en: `${flag} does not take ${quote(value)}; ${nearest ? `did you mean ${nearest}?` : `use ${oneOf(values, 'or')}.`}`,
  }),
  emptyOutput: (): Saying => ({
    vi: 'Tên tệp của --output để trống; hãy nêu tên tệp.',
    en: 'The file of --output is empty; name a file.',
  }),
  outputApart: (file: string): Saying => ({
    vi: `--output ${quote(file)} không đi sau --format nào của riêng nó; hãy viết mỗi --output ngay sau --format của nó, như: --format sarif --output loi.sarif`,
    en: `--output ${quote(file)} follows no --format of its own; write each --output right behind its --format, like: --format sarif --output faults.sarif`,
  }),
  outputTwice: (file: string): Saying => ({
    vi: `Hai dạng kết quả cùng ghi vào ${quote(file)}; hãy nêu mỗi dạng một tệp.`,
    en: `Two forms of the result go to ${quote(file)}; name a file for each.`,
  }),
  twoOnOutput: (first: string, second: string): Saying => ({
    vi: `Cả ${first} và ${second} cùng ra đầu ra chuẩn; hãy thêm --output TỆP sau một trong hai.`,
    en: `Both ${first} and ${second} go to standard output; put --output FILE behind one of them.`,
  }),
  noDiff: (): Saying => ({
    vi: '--fix-dry-run chỉ cho thấy những chỗ sẽ sửa ở dạng text hoặc json; hãy thêm một trong hai dạng ấy.',
    en: '--fix-dry-run shows what would change as text or json only; ask for one of these forms too.',
  }),
  unknownCommand: (name: string, nearest: string | undefined): Saying => ({
    vi: `Không có lệnh ${quote(name)}; ${nearest ? `có phải ý bạn là ${nearest}?` : 'xem các lệnh bằng chidao --help.'}`,
    en: `There is no command ${quote(name)}; ${nearest ? `did you mean ${nearest}?` : 'see the commands with chidao --help.'}`,
  }),
  missingCommand: (path: string): Saying => ({
    vi: `Thiếu tên lệnh trước ${quote(path)}; để kiểm tra, hãy viết: chidao check ${toPrintable(path)}`,
    en: `A command is missing before ${quote(path)}; to check it, write: chidao check ${toPrintable(path)}`,
  }),
  tooManyArguments: (command: string): Saying => ({
    vi: `Lệnh ${command} nhận nhiều đối số hơn cần thiết; xem cách dùng bằng chidao ${command} --help.`,
    en: `The command ${command} was given too many arguments; see chidao ${command} --help.`,
  }),
  inputPathAlone: (): Saying => ({
    vi: 'Tùy chọn --stdin-path chỉ dùng khi đọc từ đầu vào chuẩn; hãy thêm "-" vào các đường dẫn.',
    en: 'The option --stdin-path is for standard input; add "-" to the paths.',
  }),
  onlyStdio: (): Saying => ({
    vi: 'Máy chủ ngôn ngữ chỉ nói qua đầu vào và đầu ra chuẩn; hãy viết: chidao lsp --stdio',
    en: 'The language server speaks over standard input and output only; write: chidao lsp --stdio',
  }),
  wrongUsage: (): Saying => ({
    vi: 'Câu lệnh không đúng; xem cách dùng bằng chidao --help.',
    en: 'The command line is not right; see chidao --help.',
  }),
  unknownRule: (id: string, nearest: string | undefined): Saying => ({
    vi: `Không có quy tắc ${quote(id)}; ${nearest ? `có phải ý bạn là ${nearest}?` : 'xem danh sách bằng chidao explain.'}`,
    en: `There is no rule ${quote(id)}; ${nearest ? `did you mean ${nearest}?` : 'see the list with chidao explain.'}`,
  }),
};

function oneOf(values: readonly string[], or: string): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${or} ${values.at(-1)}`;
}

export const severityNames: Readonly<Record<Severity, Saying>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
  hint: { vi: 'gợi ý', en: 'hint' },
};

/** Words of what is printed for people. */
export const texts = {
  input: { vi: '(đầu vào chuẩn)', en: '(standard input)' },
  passedOver: (count: number): Saying => ({
    vi: `Đã bỏ qua ${count} tệp .md không phải văn bản chỉ đạo.`,
    en: `Passed over ${plural(count, '.md file')} that ${count === 1 ? 'is no directive' : 'are no directives'}.`,
  }),
  shard: (number: number, of: number, some: number, all: number): Saying => ({
    vi: `Phần ${number}/${of}: ${some} trong ${all} tệp, đối chiếu với tất cả.`,
    en: `Part ${number}/${of}: ${some} of ${plural(all, 'file')}, compared with all.`,
  }),
  reading: (done: number, all: number): Saying => ({
    vi: `Đã đọc ${done}/${all} văn bản`,
    en: `${done} of ${plural(all, 'document')} read`,
  }),
  comparing: (done: number, all: number): Saying => ({
    vi: `Đã đối chiếu ${done}/${all} văn bản với nhau`,
    en: `${done} of ${plural(all, 'document')} compared with others`,
  }),
  checked: (documents: number): Saying => ({
    vi: `Đã kiểm tra ${documents} văn bản`,
    en: `${plural(documents, 'document')} checked`,
  }),
  nothingFound: { vi: 'không phát hiện vấn đề nào', en: 'nothing found' },
  found: (severity: Severity, count: number): Saying => ({
    vi: `${count} ${severityNames[severity].vi}`,
    en: severity === 'info' ? `${count} info` : plural(count, severityNames[severity].en),
  }),
  fixed: (count: number): Saying => ({ vi: `đã sửa ${count} chỗ`, en: `${plural(count, 'place')} mended` }),
  wouldFix: (count: number): Saying => ({
    vi: `Có thể sửa tự động ${count} chỗ (chưa ghi vào tệp)`,
    en: `${plural(count, 'place')} can be mended (nothing is written)`,
  }),
  left: { vi: 'còn lại', en: 'left' },
  moreInLog: (count: number): Saying => ({
    vi: `Còn ${count} phát hiện nữa, ghi trong nhật ký của bước này.`,
    en: `${count} more in the log of this step.`,
  }),
  rest: (count: number): Saying => ({ vi: `${count} phát hiện còn lại`, en: `The other ${count}` }),
  andMore: (count: number): Saying => ({ vi: `(và ${count} phát hiện khác)`, en: `(and ${count} more)` }),
  reason: { vi: 'lý do', en: 'reason' },
  folder: { vi: 'Thư mục chạy lệnh kiểm tra', en: 'The folder the check ran in' },
  mended: { vi: 'đã sửa', en: 'mended' },
  atLine: (line: number): Saying => ({ vi: `dòng ${line}`, en: `line ${line}` }),
  number: { vi: 'số', en: 'No.' },
  issued: { vi: 'ngày', en: 'of' },
  noNumber: { vi: 'chưa có số', en: 'no number yet' },
  units: (count: number): Saying => ({ vi: `${count} mục đánh số`, en: plural(count, 'numbered part') }),
  phases: (count: number): Saying => ({ vi: `${count} giai đoạn`, en: plural(count, 'phase') }),
  tasks: (count: number): Saying => ({ vi: `${count} nhiệm vụ`, en: plural(count, 'task') }),
  citations: (count: number): Saying => ({ vi: `${count} viện dẫn`, en: plural(count, 'citation') }),
  owners: (count: number): Saying => ({ vi: `${count} cơ quan chủ trì`, en: plural(count, 'lead') }),
  noTasks: { vi: 'Không đọc thấy nhiệm vụ nào.', en: 'No tasks were found.' },
  columns: {
    id: { vi: 'Số', en: 'Id' },
    lead: { vi: 'Chủ trì', en: 'Lead' },
    action: { vi: 'Nhiệm vụ', en: 'Action' },
    deadline: { vi: 'Thời hạn', en: 'Deadline' },
  },
  with: { vi: 'phối hợp:', en: 'with:' },
  product: { vi: 'sản phẩm:', en: 'product:' },
  severity: { vi: 'Mức độ:', en: 'Severity:' },
  example: { vi: 'Ví dụ', en: 'Example' },
  exampleRight: { vi: 'Ví dụ đúng', en: 'Right' },
  exampleFound: { vi: 'Kết quả', en: 'Found' },
  exampleFixed: { vi: 'Sửa thành', en: 'Mended' },
  noRules: { vi: 'Chưa có quy tắc nào.', en: 'There are no rules yet.' },
  explainMore: { vi: 'Xem từng quy tắc: chidao explain QUY-TẮC', en: 'More on one: chidao explain RULE' },
} as const;
