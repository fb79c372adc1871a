import type { Connection } from 'vscode-languageserver';
import type { Locale, Saying } from '../core/rule.ts';

/** What went wrong, for the log of the client. */
export const wrong = {
  reading: { vi: 'Không đọc được văn bản vừa thay đổi.', en: 'The changed document could not be read.' },
  answering: { vi: 'Không trả lời được một yêu cầu.', en: 'A request could not be answered.' },
  settings: { vi: 'Không đọc được cài đặt.', en: 'The settings could not be read.' },
  workspace: { vi: 'Không đọc được các tệp cài đặt.', en: 'The settings files could not be read.' },
  subscribing: {
    vi: 'Trình soạn thảo không nhận báo tin thay đổi.',
    en: 'The client did not agree to tell of changes.',
  },
} satisfies Record<string, Saying>;

export function reporter(connection: Connection, locale: () => Locale) {
  /** A fault in one answer must not end the server. */
  function attempt<T>(what: Saying, otherwise: T, action: () => T): T {
    try {
      return action();
    } catch (error) {
      report(what, error);
      return otherwise;
    }
  }

  function report(what: Saying, error: unknown): void {
    connection.console.error(`${what[locale()]} (${error instanceof Error ? error.message : String(error)})`);
  }

  return { attempt, report };
}
