import type { Saying } from '../../core/rule.ts';
import { plural, quote } from '../messages.ts';

/** Why two versions cannot be compared: one sentence each, with what to do. */
export const diffFaults = {
  diffUsage: (): Saying => ({
    vi: 'Cần nêu hai bản để so: hai tệp, hai thư mục, hoặc bản git; ví dụ: chidao diff cu.md moi.md, chidao diff main -- van-ban/',
    en: 'Name two versions: two files, two folders or git revisions, like: chidao diff old.md new.md, chidao diff main -- drafts/',
  }),
  noVersion: (word: string): Saying => ({
    vi: `Không có tệp, thư mục hay bản git nào tên ${quote(word)}; hãy kiểm tra lại tên.`,
    en: `There is no file, folder or git revision ${quote(word)}; check the name.`,
  }),
  fileAndFolder: (before: string, after: string): Saying => ({
    vi: `Không so được tệp với thư mục (${quote(before)} và ${quote(after)}); hãy nêu hai tệp hoặc hai thư mục.`,
    en: `A file and a folder cannot be compared (${quote(before)} and ${quote(after)}); name two files or two folders.`,
  }),
  notFetched: (name: string): Saying => ({
    vi: `Kho git không có sẵn nội dung của ${quote(name)}; hãy tải về bằng git fetch.`,
    en: `The git repository does not have the content of ${quote(name)}; get it with git fetch.`,
  }),
};

/** What became of tasks. */
const KINDS = {
  added: { vi: 'Thêm', en: 'Added' },
  removed: { vi: 'Bỏ', en: 'Removed' },
  changed: { vi: 'Sửa', en: 'Changed' },
  moved: { vi: 'Đổi số', en: 'Renumbered' },
  unchanged: { vi: 'Giữ nguyên', en: 'Unchanged' },
} as const;

/** Words of what changed. */
export const diffTexts = {
  sameTasks: (documents: number): Saying => ({
    vi: `Đã so ${documents} văn bản: nhiệm vụ không thay đổi.`,
    en: `${plural(documents, 'document')} compared: no task changed.`,
  }),
  taskChanges: { vi: 'Thay đổi về nhiệm vụ', en: 'Changes of tasks' },
  taskCounts: (counts: Readonly<Record<keyof typeof KINDS, number>>): Saying => {
    const said = (locale: 'vi' | 'en') =>
      (Object.keys(KINDS) as (keyof typeof KINDS)[])
        .filter((kind) => counts[kind] > 0)
        .map((kind) => `${counts[kind]} ${KINDS[kind][locale].toLowerCase()}`)
        .join(', ');
    return { vi: `Nhiệm vụ: ${said('vi')}`, en: `Tasks: ${said('en')}` };
  },
  kinds: KINDS,
  field: {
    leads: { vi: 'Chủ trì', en: 'Lead' },
    coordinators: { vi: 'Phối hợp', en: 'Coordinators' },
    deadline: { vi: 'Thời hạn', en: 'Deadline' },
    phase: { vi: 'Giai đoạn', en: 'Phase' },
    product: { vi: 'Sản phẩm', en: 'Product' },
    text: { vi: 'Nội dung', en: 'Text' },
  },
  change: { vi: 'Thay đổi', en: 'Change' },
  none: { vi: '(không có)', en: '(none)' },
  renumbered: { vi: 'Đổi số', en: 'Renumbered' },
  move: (move: string, count: number): Saying => ({
    vi: count > 1 ? `${move} (${count} nhiệm vụ)` : move,
    en: count > 1 ? `${move} (${count} tasks)` : move,
  }),
} as const;
