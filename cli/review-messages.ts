import type { Saying } from '../core/rule.ts';
import { plural, quote } from './messages.ts';
import { toPrintable } from './terminal.ts';

/** Why old faults or the change cannot be told from the rest: one sentence each, with what to do. */
export const reviewFaults = {
  unnamedInput: (): Saying => ({
    vi: 'Văn bản đọc từ đầu vào chuẩn cần có tên để so với bản cũ; hãy thêm --stdin-path TỆP.',
    en: 'Standard input needs a name to be compared with what was before; add --stdin-path FILE.',
  }),
  updateAlone: (): Saying => ({
    vi: 'Tùy chọn --update-baseline cần biết ghi vào tệp nào; hãy thêm --baseline TỆP.',
    en: 'The option --update-baseline has to know the file; add --baseline FILE.',
  }),
  updateChanged: (): Saying => ({
    vi: 'Không dùng --update-baseline cùng --changed: tệp lỗi cũ phải ghi mọi lỗi, không chỉ lỗi mới; hãy bỏ một trong hai.',
    en: '--update-baseline and --changed do not go together: the file has to hold all faults, not only new ones; leave one out.',
  }),
  updateShard: (): Saying => ({
    vi: 'Không dùng --update-baseline cùng --shard: tệp lỗi cũ phải ghi lỗi của mọi phần; hãy ghi tệp trong một lần chạy riêng, không có --shard.',
    en: '--update-baseline and --shard do not go together: the file has to hold the faults of all parts; write it in a run of its own, without --shard.',
  }),
  noBaseline: (file: string): Saying => ({
    vi: `Không tìm thấy tệp lỗi cũ ${quote(file)}; hãy kiểm tra lại đường dẫn, hoặc tạo tệp bằng --update-baseline.`,
    en: `There is no file of old faults ${quote(file)}; check the path, or make it with --update-baseline.`,
  }),
  badBaseline: (file: string, { vi, en }: Saying): Saying => ({
    vi: `Tệp lỗi cũ ${quote(file)} ${toPrintable(vi)}.`,
    en: `The file of old faults ${quote(file)} ${toPrintable(en)}.`,
  }),
  noGit: (): Saying => ({
    vi: 'Không chạy được git; hãy cài git và bảo đảm lệnh git có trong PATH.',
    en: 'git cannot be run; install it and see that the command git is in PATH.',
  }),
  noRepository: (): Saying => ({
    vi: 'Thư mục hiện tại không nằm trong kho git nào; hãy chạy lệnh trong thư mục của kho chứa các văn bản.',
    en: 'The current folder is in no git repository; run the command in the folder of the repository with the documents.',
  }),
  gitFailed: (words: string): Saying => {
    const said = toPrintable(words.trim().split('\n')[0] ?? '').slice(0, 300);
    return {
      vi: `git không đọc được kho này (git báo: ${said}).`,
      en: `git cannot read this repository (it says: ${said}).`,
    };
  },
  noCommits: (): Saying => ({
    vi: 'Kho git này chưa có bản ghi nào để so; hãy ghi bản đầu tiên bằng git commit.',
    en: 'This git repository has no commits to compare with; make the first with git commit.',
  }),
  noRevision: (name: string, isShallow: boolean): Saying => ({
    vi: `Kho git không có nhánh, thẻ hay bản ghi nào tên ${quote(name)}; hãy kiểm tra lại tên, hoặc tải về bằng git fetch${isShallow ? ' --unshallow (kho này chỉ có lịch sử rút gọn)' : ''}.`,
    en: `The git repository has no branch, tag or commit ${quote(name)}; check the name, or fetch it with git fetch${isShallow ? ' --unshallow (this is a shallow clone)' : ''}.`,
  }),
  pathAsRef: (path: string): Saying => ({
    vi: `${quote(path)} là tệp hoặc thư mục, không phải nhánh hay bản ghi git; hãy để --changed sau các đường dẫn: chidao check ${toPrintable(path)} --changed`,
    en: `${quote(path)} is a file or a folder, no git revision; put --changed behind the paths: chidao check ${toPrintable(path)} --changed`,
  }),
  noDefaultRef: (): Saying => ({
    vi: 'Không rõ nhánh chính của kho git này; hãy nêu nhánh hay bản ghi cần so, như: --changed=origin/main',
    en: 'The main branch of this git repository is not known; name what to compare with, like: --changed=origin/main',
  }),
  shallow: (name: string): Saying => ({
    vi: `Kho git này chỉ có lịch sử rút gọn, không tới chỗ tách khỏi ${quote(name)}; hãy chạy git fetch --unshallow (trong CI: đặt fetch-depth: 0 hoặc GIT_DEPTH: 0).`,
    en: `This git repository is a shallow clone that does not reach back to where it parted from ${quote(name)}; run git fetch --unshallow (in CI: fetch-depth: 0 or GIT_DEPTH: 0).`,
  }),
  noBase: (name: string): Saying => ({
    vi: `Bản đang làm và ${quote(name)} không có bản ghi git chung nào để so; hãy nêu nhánh hay bản ghi khác.`,
    en: `What is checked out and ${quote(name)} have no commit in common; name another revision.`,
  }),
  outsideRepository: (path: string): Saying => ({
    vi: `${quote(path)} nằm ngoài kho git của thư mục hiện tại nên không so được với bản cũ; hãy chạy lệnh trong kho chứa tệp này.`,
    en: `${quote(path)} is outside the git repository of the current folder and cannot be compared; run the command in its own repository.`,
  }),
};

/** What is said of old faults and of the change. */
export const reviewTexts = {
  oldFaults: (file: string, count: number): Saying => ({
    vi: `Không báo ${count} lỗi cũ ghi trong ${quote(file)}.`,
    en: `Left out ${plural(count, 'old fault')} of ${quote(file)}.`,
  }),
  goneFaults: (count: number): Saying => ({
    vi: `${count} lỗi cũ đã hết; cập nhật bằng --update-baseline:`,
    en: `${plural(count, 'old fault')} ${count === 1 ? 'is' : 'are'} gone; update with --update-baseline:`,
  }),
  goneFault: (path: string, rule: string, words: string): Saying => {
    const line = toPrintable(`  ${path}: ${rule} "${words}"`);
    return { vi: line, en: line };
  },
  moreFaults: (count: number): Saying => ({ vi: `  và ${count} lỗi khác`, en: `  and ${count} more` }),
  baselineWritten: (file: string, count: number, gone: number): Saying => ({
    vi: `Đã ghi ${count} lỗi hiện có vào ${quote(file)}${gone > 0 ? `, bỏ ${gone} lỗi cũ đã hết` : ''}.`,
    en: `Wrote ${plural(count, 'fault')} into ${quote(file)}${gone > 0 ? `, dropped ${gone} that ${gone === 1 ? 'is' : 'are'} gone` : ''}.`,
  }),
  changedSince: (count: number, ref: string): Saying => ({
    vi: `So với ${quote(ref)}: ${count > 0 ? `${count} văn bản có thay đổi` : 'không có văn bản nào thay đổi'}.`,
    en: `Compared with ${quote(ref)}: ${count > 0 ? `${plural(count, 'document')} changed` : 'no document changed'}.`,
  }),
};
