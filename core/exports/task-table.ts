import type { Draft } from '../draft.ts';
import type { Locale } from '../rule.ts';
import { oneLine } from '../text.ts';

const HEADS: Record<Locale, readonly string[]> = {
  vi: ['STT', 'Mục', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Ngày', 'Giai đoạn', 'Sản phẩm'],
  en: ['No.', 'Section', 'Task', 'Lead', 'Coordinators', 'Deadline', 'Date', 'Phase', 'Product'],
};

/** The tasks as rows of cells, a head row first: what is pasted into a task tracker. Days are ISO text. */
export function toTaskRows(draft: Draft, locale: Locale): string[][] {
  const rows = draft.tasks.map((task, i) =>
    [
      String(i + 1),
      task.id,
      task.text,
      task.leads.map(({ text }) => text).join('; '),
      task.coordinators.map(({ text }) => text).join('; '),
      task.deadline?.words.text ?? '',
      task.deadline?.date ?? '',
      task.phase?.title ?? '',
      task.product?.text ?? '',
    ].map(oneLine),
  );
  return [[...HEADS[locale]], ...rows];
}

/** Tab-separated: spreadsheets and documents take it from the clipboard as cells. */
export function toTabs(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => cell.replaceAll('\t', ' ')).join('\t')).join('\n');
}

/** RFC 4180, with a byte order mark, without which spreadsheets on Windows misread Vietnamese letters. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  // A cell that begins like a formula is text all the same.
  const cell = (text: string) => `"${(/^[=+@\-\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function toMarkdownTable(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return `${[line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')}\n`;
}
