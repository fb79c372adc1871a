import type { CodeLens } from 'vscode-languageserver';
import { showDay } from '../../core/language/calendar.ts';
import { isUnit, type Node } from '../../core/nodes.ts';
import type { Locale } from '../../core/rule.ts';
import type { Task } from '../../core/task.ts';
import { endOf } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** Above each section, khoản with points and phase: how many tasks, of how many agencies, due from when to when. */
export function lenses(view: View, locale: Locale): CodeLens[] {
  const { tasks, nodes } = view.draft;
  let from = 0;
  return nodes.flatMap((node) => {
    if (!isGroup(node)) return [];
    while ((tasks[from]?.start ?? Number.POSITIVE_INFINITY) < node.span.start) from++;
    const end = endOf(node);
    let to = from;
    while ((tasks[to]?.start ?? end) < end) to++;
    const inside = tasks.slice(from, to);
    if (inside.length < 2) return [];
    const title = summary(inside, locale);
    const { uri } = view.document;
    return [
      { range: toRange(view, node.span), command: { title, command: 'chidao.showTasks', arguments: [uri, node.path] } },
    ];
  });
}

function isGroup(node: Node): boolean {
  return node.children.length > 0 && (isUnit(node) || node.kind === 'phase' || node.kind === 'heading');
}

function summary(tasks: readonly Task[], locale: Locale): string {
  const leads = new Set(tasks.flatMap((task) => task.leads.map((lead) => lead.agency ?? lead.text)));
  const days = tasks.flatMap(({ deadline }) => deadline?.date ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const due = first && last ? (first === last ? showDay(first) : `${showDay(first)} – ${showDay(last)}`) : undefined;
  const none = tasks.filter(({ deadline }) => deadline === undefined).length;
  const parts =
    locale === 'vi'
      ? [`${tasks.length} nhiệm vụ`, `${leads.size} đơn vị chủ trì`, due && `hạn ${due}`, none && `${none} chưa có hạn`]
      : [`${tasks.length} tasks`, `${leads.size} leads`, due && `due ${due}`, none && `${none} without date`];
  return parts.filter(Boolean).join(' · ');
}
