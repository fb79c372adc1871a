import type { Draft } from '../../core/draft.ts';
import { toTask } from '../../core/exports/outline.ts';
import { isUnit, type Node } from '../../core/nodes.ts';
import type { Task } from '../../core/task.ts';
import { positionAt } from '../../core/text.ts';
import type { ReadDocument } from '../drafts.ts';
import { texts } from '../messages.ts';
import { type Page, padText, toPrintable, widthOf, wrapText } from '../terminal.ts';
import { labelOf, titleOf } from './outline.ts';
import { describeDeadline } from './words.ts';

/** The tasks for programs, version 1: the tasks of `outline`, without the rest. */
export function formatTasksJson(documents: readonly ReadDocument[]): string {
  const tables = documents.map(({ path, draft }) => ({
    path,
    tasks: draft.tasks.map((task) => toTask(task, (offset) => positionAt(draft.lines, offset).line)),
  }));
  return `${JSON.stringify({ version: 1, documents: tables }, null, 2)}\n`;
}

/** The tasks for people: a table of number, lead, action and deadline, grouped by part and phase. */
export function formatTasks(documents: readonly ReadDocument[], page: Page): string {
  return documents.map((document) => `${formatTable(document, page)}\n`).join('\n');
}

function formatTable({ path, draft }: ReadDocument, page: Page): string {
  const { locale, colours, width } = page;
  const { tasks } = draft;
  const lines = [colours.bold(toPrintable(path)), ...titleOf(draft, page)];
  if (tasks.length === 0) return [...lines, texts.noTasks[locale]].join('\n');
  lines.push(colours.dim(texts.tasks(tasks.length)[locale]), '');
  const columns = layOut(tasks, width);
  const { id, lead, action, deadline } = texts.columns;
  const heads = columns.apart
    ? [id[locale], lead[locale], action[locale], deadline[locale]]
    : [id[locale], `${lead[locale]}, ${deadline[locale].toLowerCase()}`, action[locale]];
  lines.push(
    colours.bold(
      joinCells(
        heads.map((head) => [head]),
        columns.widths,
      ).join('\n'),
    ),
  );
  lines.push(colours.dim('─'.repeat(width)));
  let group = '';
  for (const task of tasks) {
    const next = groupOf(task, draft);
    if (next !== group) lines.push(...wrapText(next, width).map(colours.cyan), '');
    group = next;
    lines.push(...formatTask(task, columns, page), '');
  }
  return lines.join('\n').trimEnd();
}

/** The part of the document a task belongs to, and its phase: "II. NHIỆM VỤ › Giai đoạn 1". */
function groupOf(task: Task, draft: Draft): string {
  let part: Node | undefined;
  for (let at: Node | undefined = task.node; at; at = at.parent) if (isUnit(at) || at.kind === 'annex') part = at;
  // A task that is a part by itself needs no heading.
  const labels = [part && part !== task.node ? labelOf(part, draft) : '', task.phase?.title ?? ''];
  return labels.filter((label) => label !== '').join(' › ');
}

/** Columns of the cells. On a narrow page the deadline stands below the lead. */
interface Columns {
  readonly widths: readonly number[];
  readonly apart: boolean;
}

/** The action takes what the other cells leave. */
function layOut(tasks: readonly Task[], width: number): Columns {
  const id = Math.min(15, Math.max(4, ...tasks.map((task) => widthOf(task.id))));
  const apart = width >= 100;
  const lead = apart ? Math.floor(width * 0.23) : 22;
  const deadline = Math.floor(width * 0.16);
  return {
    widths: apart ? [id, lead, width - id - lead - deadline - 6, deadline] : [id, lead, width - id - lead - 4],
    apart,
  };
}

function formatTask(task: Task, { widths, apart }: Columns, { locale }: Page): string[] {
  const [idWidth = 0, leadWidth = 0, actionWidth = 0, deadlineWidth = leadWidth] = widths;
  const leads = task.leads.flatMap(({ text }, i) => wrapText(i < task.leads.length - 1 ? `${text};` : text, leadWidth));
  const others = task.coordinators.map(({ text }) => text).join('; ');
  const action = wrapText(task.text.slice(0, 1).toUpperCase() + task.text.slice(1), actionWidth);
  if (others !== '') action.push(...wrapText(`${texts.with[locale]} ${others}`, actionWidth));
  if (task.product) action.push(...wrapText(`${texts.product[locale]} ${task.product.text}`, actionWidth));
  const deadline = wrapText(describeDeadline(task, locale) || '—', deadlineWidth);
  const id = wrapText(task.id, idWidth);
  const lead = leads.length > 0 ? leads : ['—'];
  if (apart) return joinCells([id, lead, action, deadline], widths);
  const stacked = task.deadline ? [...lead, ...deadline] : lead;
  return joinCells([id, stacked, action], widths);
}

function joinCells(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => padText(cell[line] ?? '', widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
