import type { Saying } from '../../core/rule.ts';
import { toPrintable } from '../terminal.ts';
import { SHELLS } from './shells.ts';

const quote = (words: string) => `"${toPrintable(words)}"`;
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
const countEntries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);

export const errandHelp = {
  documents: { vi: 'Văn bản:', en: 'Documents:' },
  lookingUp: { vi: 'Tra cứu:', en: 'Looking up:' },
  settingUp: { vi: 'Cài đặt, tích hợp:', en: 'Setting up:' },
  name: { vi: 'tên', en: 'name' },
  file: { vi: 'tệp', en: 'file' },
  folder: { vi: 'thư-mục', en: 'folder' },
  day: { vi: 'ngày', en: 'date' },
  registry: { vi: 'Tra cứu hoặc kiểm tra danh mục cơ quan', en: 'Search or check the agencies' },
  find: { vi: 'Tìm cơ quan theo tên, chữ viết tắt, mã', en: 'Find agencies by name, abbreviation, id' },
  names: {
    vi: 'tên, chữ viết tắt, tên khác hoặc mã; gõ không dấu cũng được: bo cong nghe',
    en: 'name, abbreviation, other name or id; marks may be left out: bo cong nghe',
  },
  at: {
    vi: 'xét vào ngày này, như 2025-02-01 hoặc 1/2/2025 (mặc định là hôm nay)',
    en: 'as of this day, such as 2025-02-01 or 1/2/2025 (today by default)',
  },
  checkAgencies: {
    vi: 'Tìm chỗ sai trong tệp cơ quan của đơn vị',
    en: 'Find what is wrong in an own file of agencies',
  },
  agenciesFile: {
    vi: 'tệp cơ quan; bỏ trống là các tệp đang dùng cho thư mục hiện tại',
    en: 'a file of agencies; none for those used in the current folder',
  },
  init: { vi: 'Viết tệp cài đặt .chidao.yaml có chú thích', en: 'Write a commented settings file .chidao.yaml' },
  initFolder: { vi: 'thư mục dự thảo; bỏ trống là thư mục hiện tại', en: 'folder of drafts; none is the current one' },
  initAgencies: {
    vi: 'viết .chidao/agencies.yaml cho cơ quan của đơn vị, thay vì .chidao.yaml',
    en: 'write .chidao/agencies.yaml for agencies of your own instead of .chidao.yaml',
  },
  doctor: {
    vi: 'Phiên bản, cài đặt đang dùng, vì sao một tệp được hay không được xét',
    en: 'Versions, settings in effect, why a file is taken or not',
  },
  doctorPaths: {
    vi: 'tệp hoặc thư mục cần giải thích; bỏ trống là chỉ nói về thư mục hiện tại',
    en: 'files or folders to explain; none tells of the current folder alone',
  },
  noWrap: {
    vi: 'mỗi phát hiện giữ trên một dòng, cả khi in ra cửa sổ lệnh',
    en: 'keep each finding on one line, on a terminal too',
  },
  skipOthers: {
    vi: 'bỏ qua tệp được nêu mà không phải văn bản chỉ đạo hoặc bị cài đặt loại ra (dùng cho hook)',
    en: 'pass over files that are named but are no directives, or left out by the settings (for hooks)',
  },
  completion: { vi: 'Gợi ý bằng phím Tab cho dòng lệnh', en: 'Completion with the Tab key for a shell' },
  shell: {
    vi: 'bash, zsh, fish hoặc powershell; cách cài ở đầu đoạn in ra',
    en: 'bash, zsh, fish or powershell; what is printed begins with how to install it',
  },
} satisfies Record<string, Saying>;

export const errandFaults = {
  noName: (): Saying => ({
    vi: 'Thiếu tên cần tìm; hãy viết, ví dụ: chidao registry find bo tai chinh',
    en: 'A name to look for is missing; write, for example: chidao registry find bo tai chinh',
  }),
  noDay: (word: string): Saying => ({
    vi: `--at không nhận giá trị ${quote(word)}; hãy ghi một ngày có thật, như 2025-02-01 hoặc 1/2/2025.`,
    en: `--at does not take ${quote(word)}; write a real date such as 2025-02-01 or 1/2/2025.`,
  }),
  noShell: (word: string | undefined, nearest: string | undefined): Saying => {
    const names = SHELLS.join(', ');
    if (word === undefined)
      return { vi: `Thiếu tên shell: ${names}.`, en: `The name of a shell is missing: ${names}.` };
    return {
      vi: `Không có gợi ý cho ${quote(word)}; ${nearest ? `có phải ý bạn là ${nearest}?` : `hãy dùng ${names}.`}`,
      en: `There is no completion for ${quote(word)}; ${nearest ? `did you mean ${nearest}?` : `use ${names}.`}`,
    };
  },
  isThere: (path: string): Saying => ({
    vi: `${quote(path)} đã có nên chưa viết gì; hãy sửa tệp ấy, hoặc đổi tên tệp rồi chạy lại.`,
    en: `${quote(path)} is there already, so nothing was written; edit it, or rename it and run this again.`,
  }),
  noFolder: (path: string): Saying => ({
    vi: `${quote(path)} không phải là thư mục; hãy nêu thư mục chứa dự thảo.`,
    en: `${quote(path)} is no folder; name the folder that holds the drafts.`,
  }),
  isFolder: (path: string): Saying => ({
    vi: `${quote(path)} là thư mục; hãy nêu tên tệp cơ quan bên trong.`,
    en: `${quote(path)} is a folder; name the file of agencies inside it.`,
  }),
  unmade: (path: string, code: string): Saying =>
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? {
          vi: `Không có quyền viết ${quote(path)}; hãy kiểm tra quyền truy cập thư mục.`,
          en: `No permission to write ${quote(path)}; check the access rights of the folder.`,
        }
      : {
          vi: `Không viết được ${quote(path)} (hệ thống báo ${toPrintable(code)}).`,
          en: `${quote(path)} cannot be written (the system says ${toPrintable(code)}).`,
        },
  noAgencies: (): Saying => ({
    vi: 'Thư mục hiện tại không dùng tệp cơ quan nào; hãy nêu tên tệp, hoặc viết một tệp bằng: chidao init --agencies',
    en: 'The current folder uses no file of agencies; name a file, or write one with: chidao init --agencies',
  }),
};

/** Words of what the errands print. */
export const errandTexts = {
  written: (path: string): Saying => ({ vi: `Đã viết ${quote(path)}.`, en: `Wrote ${quote(path)}.` }),
  edit: {
    vi: 'Mọi dòng còn là chú thích nên kết quả kiểm tra chưa đổi; xóa dấu "#" ở dòng cần dùng.',
    en: 'All its lines are comments so far, so findings stay as they are; remove the "#" of a line to use it.',
  },
  noneFound: (words: string): Saying => ({
    vi: `Không có cơ quan nào tên ${quote(words)} trong danh mục.`,
    en: `There is no agency ${quote(words)}.`,
  }),
  nearest: { vi: 'Gần nhất:', en: 'Nearest:' },
  more: (count: number): Saying => ({
    vi: `Còn ${count} cơ quan khác; gõ thêm chữ để thu hẹp, hoặc --format json để xem tất cả.`,
    en: `${count} more; type more words to narrow the search, or use --format json for all.`,
  }),
  id: { vi: 'mã:', en: 'id:' },
  code: { vi: 'mã định danh:', en: 'code:' },
  short: { vi: 'viết tắt:', en: 'short:' },
  aliases: { vi: 'tên khác:', en: 'also:' },
  parent: { vi: 'trực thuộc:', en: 'under:' },
  valid: { vi: 'hoạt động:', en: 'in force:' },
  before: { vi: 'trước đó:', en: 'before it:' },
  after: { vi: 'kế thừa:', en: 'successors:' },
  source: { vi: 'nguồn:', en: 'source:' },
  note: { vi: 'ghi chú:', en: 'note:' },
  ownFile: { vi: 'theo tệp cơ quan của thư mục này', en: 'by the agencies of this folder' },
  ended: { vi: 'đã kết thúc', en: 'ended' },
  notYet: { vi: 'chưa hoạt động', en: 'not yet' },
  now: { vi: 'nay', en: 'now' },
  from: (day: string): Saying => ({ vi: `từ ${day}`, en: `from ${day}` }),
  to: (day: string): Saying => ({ vi: `đến hết ${day}`, en: `to ${day}` }),
  always: { vi: 'không ghi thời hạn', en: 'no dates given' },
  agenciesChecked: (path: string, entries: number, added: number, faultCount: number): Saying => ({
    vi: `${quote(path)}: ${entries} mục (${added} cơ quan mới, ${entries - added} mục sửa cơ quan có sẵn), ${faultCount === 0 ? 'không có chỗ sai' : `${faultCount} chỗ sai`}.`,
    en: `${quote(path)}: ${countEntries(entries)} (${added} new, ${entries - added} for agencies there are), ${faultCount === 0 ? 'nothing wrong' : plural(faultCount, 'fault')}.`,
  }),
  known: (rules: number, agencies: number, date: string): Saying => ({
    vi: `${rules} quy tắc; danh mục ${agencies} cơ quan${date === '' ? '' : `, đối chiếu với nguồn lần cuối ngày ${date}`}.`,
    en: `${plural(rules, 'rule')}; ${agencies} agencies${date === '' ? '' : `, compared with their sources last on ${date}`}.`,
  }),
  decided: (path: string): Saying =>
    path === '.'
      ? { vi: 'Thư mục hiện tại', en: 'The current folder' }
      : { vi: toPrintable(path), en: toPrintable(path) },
  noConfig: { vi: 'Cài đặt: không đọc (--no-config).', en: 'Settings: left aside (--no-config).' },
  noSettings: {
    vi: 'Cài đặt: không có tệp .chidao.yaml nào, mọi quy tắc giữ mức của nó. Viết một tệp: chidao init',
    en: 'Settings: no .chidao.yaml, every rule has its own severity. To write one: chidao init',
  },
  settingsFrom: (files: readonly string[]): Saying => {
    const [own = '', ...base] = files.map(toPrintable);
    const [vi, en] = base.length > 0 ? [`, dựa trên ${base.join(', ')}`, `, based on ${base.join(', ')}`] : ['', ''];
    return { vi: `Cài đặt: ${own}${vi}`, en: `Settings: ${own}${en}` };
  },
  agenciesFrom: (file: string, entries: number): Saying => ({
    vi: `Cơ quan của đơn vị: ${toPrintable(file)} (${entries} mục)`,
    en: `Own agencies: ${toPrintable(file)} (${countEntries(entries)})`,
  }),
  askMore: {
    vi: 'Vì sao một tệp được hay không được xét: chidao doctor TỆP',
    en: 'Why a file is taken or not: chidao doctor FILE',
  },
};
