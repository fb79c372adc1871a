import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Locale, Saying } from '../core/rule.ts';
import { CHECK_WORKSPACE, type WorkspaceResult } from '../protocol/messages.ts';
import type { Unopened } from './unopened.ts';
import type { Views } from './views.ts';

/** Some three megabytes of drafts, read and checked in the time a window needs to open. */
const FEW = 50;
/** More drafts than an office writes in a year; each takes some memory as long as the editor is open. */
const MOST = 500;

export interface WorkspaceCheck {
  /** At the start, and when other folders are open: checks them if they are small (`few`), or were checked before. */
  unasked(few: boolean): Promise<void>;
}

/** Answers the command that checks all directives of the folders that are open. */
export function answerWorkspaceCheck(
  connection: Connection,
  unopened: Unopened,
  views: Views,
  folders: () => readonly string[],
  locale: () => Locale,
): WorkspaceCheck {
  let whole = false;
  connection.onExecuteCommand(async ({ command }): Promise<WorkspaceResult | null> => {
    if (command !== CHECK_WORKSPACE) return null;
    if (folders().length === 0) {
      say(SAYINGS.noFolder);
      return null;
    }
    whole = true;
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(SAYINGS.title[locale()], 0, undefined, true);
    try {
      const { more } = await unopened.check(folders(), MOST, {
        told: (part) => progress.report(Math.round(part * 100)),
        stopped: () => progress.token.isCancellationRequested,
      });
      const found = count(views);
      say(SAYINGS.done(found, severities(views), more));
      return found;
    } finally {
      progress.done();
    }
  });

  return {
    async unasked(few) {
      if (whole) await unopened.check(folders(), MOST);
      else if (few && folders().length > 0) {
        const { more } = await unopened.check(folders(), FEW, { all: true });
        if (more) connection.console.info(SAYINGS.many[locale()]);
      }
    },
  };

  function say(saying: Saying): void {
    const message = saying[locale()];
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }).catch(() => {});
  }
}

function count(views: Views): WorkspaceResult {
  const all = views.directives();
  const faulty = all.filter(({ findings }) => findings.length > 0);
  return {
    directives: all.length,
    faulty: faulty.length,
    findings: faulty.reduce((sum, { findings }) => sum + findings.length, 0),
  };
}

interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly rest: number;
}

function severities(views: Views): Counts {
  const all = views.directives().flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const error = all.filter((each) => each === 'error').length;
  const warning = all.filter((each) => each === 'warning').length;
  return { error, warning, rest: all.length - error - warning };
}

const NONE: Saying = { vi: '', en: '' };

const SAYINGS = {
  title: { vi: 'Kiểm tra cả thư mục', en: 'Checking the whole workspace' },
  noFolder: {
    vi: 'Hãy mở một thư mục trước (File > Open Folder...); các văn bản chỉ đạo trong đó sẽ được kiểm tra.',
    en: 'Open a folder first; the directives in it will be checked.',
  },
  many: {
    vi: `Thư mục có nhiều hơn ${FEW} tệp Markdown nên chỉ những văn bản đang mở được kiểm tra; lệnh "Chỉ Đạo: Kiểm tra cả thư mục" kiểm tra tất cả.`,
    en: `There are more than ${FEW} Markdown files, so only directives that are open are checked; the command "Chỉ Đạo: Check the Whole Workspace" checks all.`,
  },
  done: (
    { directives, faulty, findings }: WorkspaceResult,
    { error, warning, rest }: Counts,
    more: boolean,
  ): Saying => {
    const some = more
      ? { vi: ` Chỉ ${MOST} tệp đầu được kiểm tra.`, en: ` Only the first ${MOST} files were checked.` }
      : NONE;
    if (directives === 0)
      return {
        vi: `Thư mục đang mở không có văn bản chỉ đạo nào.${some.vi}`,
        en: `There are no directives in the folders that are open.${some.en}`,
      };
    const found = {
      vi: `${error} lỗi, ${warning} cảnh báo, ${rest} lưu ý và gợi ý trong ${faulty} văn bản.`,
      en: `${error} errors, ${warning} warnings, ${rest} notes and hints in ${faulty}.`,
    };
    return {
      vi: `Đã kiểm tra ${directives} văn bản chỉ đạo: ${findings === 0 ? 'không có phát hiện nào.' : found.vi}${some.vi}`,
      en: `Directives checked: ${directives}. Found: ${findings === 0 ? 'nothing.' : found.en}${some.en}`,
    };
  },
};
