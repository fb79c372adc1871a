import type { Draft } from '../../core/draft.ts';
import { toOutline } from '../../core/exports/outline.ts';
import { isUnit, type Node } from '../../core/nodes.ts';
import type { Locale } from '../../core/rule.ts';
import type { Task } from '../../core/task.ts';
import { oneLine, positionAt } from '../../core/text.ts';
import type { ReadDocument } from '../drafts.ts';
import { texts } from '../messages.ts';
import { cutText, type Page, toPrintable, widthOf } from '../terminal.ts';
import { describeDeadline, describeLeads, formatDay } from './words.ts';

/** The outlines for programs, version 1. */
export function formatOutlinesJson(documents: readonly ReadDocument[]): string {
  const outlines = documents.map(({ path, draft }) => toOutline(draft, path));
  return `${JSON.stringify({ version: 1, documents: outlines }, null, 2)}\n`;
}

/** The outlines for people: what is numbered, phases and tasks as a tree, with who and when beside each task. */
export function formatOutlines(documents: readonly ReadDocument[], page: Page): string {
  return documents.map((document) => `${formatOutline(document, page)}\n`).join('\n');
}

function formatOutline({ path, draft }: ReadDocument, page: Page): string {
  const { locale, colours } = page;
  const counts = [
    texts.units(draft.units.length),
    ...(draft.phases.length > 0 ? [texts.phases(draft.phases.length)] : []),
    texts.tasks(draft.tasks.length),
    texts.citations(draft.citations.length),
  ];
  return [
    colours.bold(toPrintable(path)),
    ...titleOf(draft, page),
    colours.dim(counts.map((count) => count[locale]).join(' · ')),
    ...(draft.nodes.some(isPlace) || draft.tasks.length > 0 ? [''] : []),
    ...readRows(draft).map((row) => formatRow(row, draft, page)),
  ].join('\n');
}

/** A line such as "Thông báo số 336/TB-VPCP ngày 30/6/2025", as far as it is known; none where nothing is. */
export function titleOf({ letterhead, issued }: Draft, { locale, width }: Page): string[] {
  const number = letterhead.number
    ? `${texts.number[locale]} ${oneLine(letterhead.number.text)}`
    : texts.noNumber[locale];
  const head = [
    letterhead.type && oneLine(letterhead.type.text),
    letterhead.type || letterhead.number ? number : undefined,
  ];
  if (issued) head.push(`${texts.issued[locale]} ${formatDay(issued, locale)}`);
  const known = head.filter((part) => part !== undefined);
  const title = known.join(' ');
  return title === '' ? [] : [cutText(title.slice(0, 1).toUpperCase() + title.slice(1), width)];
}

interface Row {
  readonly depth: number;
  readonly offset: number;
  readonly label: string;
  readonly task?: Task;
  /** Tasks below; 0 for a task. */
  readonly count: number;
  readonly look: 'part' | 'phase' | 'plain';
}

function formatRow({ depth, offset, label, task, count, look }: Row, draft: Draft, page: Page): string {
  const { colours, locale, width } = page;
  const gutter = String(draft.lines.length).length;
  const room = width - gutter - 2;
  const aside = Math.floor(width * 0.36);
  const side = task ? describeTask(task, aside, locale) : count > 0 ? texts.tasks(count)[locale] : '';
  const left = cutText('  '.repeat(depth) + toPrintable(label), side === '' ? room : room - aside - 2);
  const paint = { part: colours.bold, phase: colours.cyan, plain: (text: string) => text }[look];
  const line = colours.dim(String(positionAt(draft.lines, offset).line).padStart(gutter));
  return `${line}  ${side === '' ? paint(left) : paint(left) + ' '.repeat(room - aside - widthOf(left)) + colours.dim(side)}`;
}

/** Who and when; where both are too long the names are cut, for the day is what is looked for. */
function describeTask(task: Task, width: number, locale: Locale): string {
  const deadline = cutText(describeDeadline(task, locale), width - 12);
  const leads = describeLeads(task);
  if (deadline === '' || leads === '') return cutText(leads + deadline, width);
  return `${cutText(leads, width - widthOf(deadline) - 3)} · ${deadline}`;
}

/** Units, phases, annexes and all that is a task; the rest of the text is not numbered. */
function readRows(draft: Draft): Row[] {
  const tasksAt = new Map<Node, Task[]>();
  const below = new Map<Node, number>();
  for (const task of draft.tasks) {
    tasksAt.set(task.node, [...(tasksAt.get(task.node) ?? []), task]);
    for (let at: Node | undefined = task.node; at; at = at.parent) below.set(at, (below.get(at) ?? 0) + 1);
  }
  return draft.nodes.flatMap((node): Row[] => {
    const tasks = tasksAt.get(node) ?? [];
    if (!isPlace(node) && tasks.length === 0) return [];
    const [depth, offset] = [depthOf(node), node.span.start];
    const [task, ...others] = tasks;
    if (task && others.length === 0) {
      const label = isPlace(node) ? labelOf(node, draft) : `- ${task.text}`;
      return [{ depth, offset, label, task, count: 0, look: 'plain' }];
    }
    const label = isPlace(node) ? labelOf(node, draft) : `- ${labelOf(node, draft)}`;
    const head: Row = { depth, offset, label, count: below.get(node) ?? 0, look: isUnit(node) ? 'part' : 'phase' };
    const parts = tasks.map((each): Row => {
      const id = each.id.slice(node.path.length).replace(/^\./, '');
      return {
        depth: depth + 1,
        offset: each.start,
        label: `${id} ${each.text}`.trimStart(),
        task: each,
        count: 0,
        look: 'plain',
      };
    });
    return [isPlace(node) ? head : { ...head, look: 'plain' }, ...parts];
  });
}

function isPlace(node: Node): boolean {
  return isUnit(node) || node.kind === 'phase' || node.kind === 'annex';
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let at = node.parent; at; at = at.parent) if (isPlace(at)) depth++;
  return depth;
}

/** A part as it stands in the text, without the signs of Markdown. */
export function labelOf(node: Node, draft: Draft): string {
  const start = isUnit(node) ? node.markerWords.end : node.span.start;
  const text = oneLine(draft.text.slice(start, node.span.end)).replace(/^[#*>\s]+|[*#\s]+$/g, '');
  return isUnit(node) ? `${node.marker.text} ${text}` : text;
}
