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
      say(SAYINGS.done(found, more));
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
  done: ({ directives, faulty, findings }: WorkspaceResult, more: boolean): Saying => ({
    vi:
      directives === 0
        ? 'Thư mục đang mở không có văn bản chỉ đạo nào.'
        : `Đã kiểm tra ${directives} văn bản chỉ đạo: ${findings === 0 ? 'không có phát hiện nào.' : `${findings} phát hiện trong ${faulty} văn bản.`}${more ? ` Chỉ ${MOST} tệp đầu được kiểm tra.` : ''}`,
    en:
      directives === 0
        ? 'There are no directives in the folders that are open.'
        : `Directives checked: ${directives}; findings: ${findings === 0 ? 'none.' : `${findings} in ${faulty} of them.`}${more ? ` Only the first ${MOST} files were checked.` : ''}`,
  }),
};
