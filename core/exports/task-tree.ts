import type { Draft } from '../draft.ts';
import { type Day, showDay } from '../language/calendar.ts';
import { isUnit, type Node } from '../nodes.ts';
import type { Finding, Locale, Saying } from '../rule.ts';
import type { Owner, Task } from '../task.ts';
import { foldName, oneLine, type Span, stripDiacritics } from '../text.ts';
import { endOf } from '../things.ts';

/** What tasks are arranged by. */
export type Arrangement = 'section' | 'owner' | 'phase' | 'deadline' | 'finding';

/** State of a task against the day of issue: what its picture tells. */
type State = 'late' | 'ongoing' | 'undated' | 'dated';

/** A line of the tree: a group with what is in it, or a task. */
export interface Branch extends Span {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Said by screen readers and shown on hovering; whole sentences. */
  readonly tooltip: string;
  readonly kind: State | 'section' | 'owner' | 'phase' | 'time' | 'finding' | 'ended';
  /** Number of tasks below; 0 for a task. */
  readonly count: number;
  readonly children: readonly Branch[];
}

export interface Choice {
  readonly by: Arrangement;
  /** Words a task must have, typed with or without marks. */
  readonly filter?: string;
  /** Only tasks these agencies lead or take part in: names, abbreviations or ids. */
  readonly mine?: readonly string[];
}

/** The tasks of a draft as a tree. `findings` are those of the same draft. */
export function toTaskTree(draft: Draft, findings: readonly Finding[], choice: Choice, locale: Locale): Branch[] {
  const say = (saying: Saying) => saying[locale];
  const words = stripDiacritics(choice.filter ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const mine = new Set((choice.mine ?? []).flatMap((name) => idsOf(draft, name)));
  const chosen = draft.tasks.filter((task) => hasWords(task, words) && (mine.size === 0 || isOf(task, mine)));
  const branches = new Map(chosen.map((task) => [task, toBranch(task)]));
  switch (choice.by) {
    case 'section':
      return bySection();
    case 'owner':
      return byOwner();
    case 'phase':
      return group(
        chosen,
        (task) => task.phase?.title ?? say({ vi: 'Không thuộc giai đoạn nào', en: 'In no phase' }),
        'phase',
        (task) => task.phase,
      );
    case 'deadline':
      return byDeadline();
    case 'finding':
      return byFinding();
  }

  function toBranch(task: Task): Branch {
    const state = stateOf(task, draft.issued);
    const leads = task.leads.map(({ text }) => text).join(', ');
    const due = task.deadline?.words.text ?? say({ vi: 'chưa có thời hạn', en: 'no deadline' });
    const nobody = say({ vi: 'chưa nêu cơ quan', en: 'no owner' });
    return {
      id: task.id,
      start: task.start,
      end: task.end,
      // A narrow side bar shows the first words: by when and where come before what.
      label: `${shortDue(task, locale)} · ${task.id}`,
      description: `${leads || nobody}: ${clip(task.text)}`,
      tooltip: `${say({ vi: 'Nhiệm vụ', en: 'Task' })} ${task.id}: ${oneLine(task.text)} ${leads || nobody}; ${due}.${
        state === 'late' ? ` ${say({ vi: 'Đã quá hạn vào ngày ban hành.', en: 'Late on the day of issue.' })}` : ''
      }`,
      kind: state,
      count: 0,
      children: [],
    };
  }

  function labelOf(task: Task, above: string): string {
    const id = above !== '' && task.id.startsWith(`${above}.`) ? task.id.slice(above.length + 1) : task.id;
    return `${id} · ${shortDue(task, locale)}`;
  }

  function bySection(): Branch[] {
    let next = 0;
    const top = draft.nodes.filter((node) => node.parent?.kind === 'root');
    return top.flatMap((node) => read(node, ''));

    /** What stands above is told by the branches above. */
    function read(node: Node, above: string): Branch[] {
      const end = endOf(node);
      const own: Branch[] = [];
      while ((chosen[next]?.start ?? end) < node.span.start) next++;
      const isGroup =
        node.children.length > 0 &&
        (isUnit(node) || node.kind === 'heading' || node.kind === 'phase' || node.kind === 'annex');
      const until = isGroup ? node.span.end : end;
      for (let task = chosen[next]; task && task.start < until; task = chosen[++next]) {
        const branch = branches.get(task);
        if (branch) own.push({ ...branch, label: labelOf(task, above) });
      }
      if (!isGroup) return own;
      const children = [...own, ...node.children.flatMap((child) => read(child, node.path))];
      if (children.length === 0) return [];
      const [only] = children;
      // A point that is a task by itself needs no group of its own.
      if (children.length === 1 && only?.count === 0 && only.start === node.span.start) return children;
      const label = isUnit(node) ? `${node.marker.text} ${node.fact.item.body.text}` : node.fact.item.body.text;
      return [
        toGroup(
          `${node.path}@${node.start}`,
          clip(label),
          node.kind === 'phase' ? 'phase' : 'section',
          node.span,
          children,
        ),
      ];
    }
  }

  function byOwner(): Branch[] {
    const groups = new Map<string, { name: string; first: Owner; tasks: Task[] }>();
    const nobody: Task[] = [];
    for (const task of chosen) {
      if (task.leads.length === 0) nobody.push(task);
      for (const lead of task.leads) {
        const key = lead.agency ?? foldName(lead.text);
        const known = groups.get(key);
        const name = (lead.agency && draft.registry.agencies.get(lead.agency)?.name) || oneLine(lead.text);
        if (known) known.tasks.push(task);
        else groups.set(key, { name, first: lead, tasks: [task] });
      }
    }
    const list = [...groups].sort(
      (a, b) => b[1].tasks.length - a[1].tasks.length || a[1].first.start - b[1].first.start,
    );
    const made = list.map(([key, { name, first, tasks }]) =>
      toGroup(key, name, 'owner', first, branchesOf(tasks, key, unowned)),
    );
    const none = say({ vi: 'Chưa nêu cơ quan', en: 'No owner' });
    const [task] = nobody;
    return task ? [...made, toGroup('-', none, 'owner', task, branchesOf(nobody, '-', unowned))] : made;
  }

  /** Below its owner a task need not name it. */
  function unowned({ text }: Task): Partial<Branch> {
    return { description: clip(text) };
  }

  function byDeadline(): Branch[] {
    const keyOf = (task: Task): string => {
      const state = stateOf(task, draft.issued);
      if (state === 'late') return '0';
      if (state === 'dated') return task.deadline?.date?.slice(0, 7) ?? '';
      return state === 'ongoing' ? '9998' : '9999';
    };
    const nameOf = (key: string): string => {
      if (key === '0') return say({ vi: 'Đã qua vào ngày ban hành', en: 'Past on the day of issue' });
      if (key === '9998') return say({ vi: 'Thường xuyên, định kỳ', en: 'Ongoing, recurring' });
      if (key === '9999') return say({ vi: 'Chưa có ngày', en: 'No day' });
      const [year, month] = key.split('-');
      return say({ vi: `Tháng ${Number(month)}/${year}`, en: `${Number(month)}/${year}` });
    };
    const dated = chosen.toSorted((a, b) => {
      const [one, other] = [`${keyOf(a)} ${a.deadline?.date ?? ''}`, `${keyOf(b)} ${b.deadline?.date ?? ''}`];
      return one < other ? -1 : one > other ? 1 : a.start - b.start;
    });
    return group(dated, (task) => nameOf(keyOf(task)), 'time');
  }

  function byFinding(): Branch[] {
    const groups = new Map<string, Branch[]>();
    for (const finding of findings) {
      const task = chosen.find(({ start, end }) => start <= finding.start && finding.start < end);
      const branch = task && branches.get(task);
      if (!branch) continue;
      const list = groups.get(finding.rule) ?? [];
      groups.set(finding.rule, list);
      const message = say(finding.message);
      list.push({
        ...branch,
        id: `${finding.fingerprint}`,
        start: finding.start,
        end: finding.end,
        description: message,
        tooltip: message,
        kind: 'finding',
      });
    }
    return [...groups].map(([rule, list]) => toGroup(rule, rule, 'finding', list[0] ?? { start: 0, end: 0 }, list));
  }

  function group(
    tasks: readonly Task[],
    nameOf: (task: Task) => string,
    kind: Branch['kind'],
    placeOf: (task: Task) => Span | undefined = () => undefined,
  ): Branch[] {
    const groups = groupBy(tasks, nameOf);
    return [...groups].map(([name, list]) => {
      const [first] = list;
      const place = (first && (placeOf(first) ?? first)) ?? { start: 0, end: 0 };
      return toGroup(name, name, kind, place, branchesOf(list, name));
    });
  }

  function branchesOf(
    tasks: readonly Task[],
    of: string,
    more: (task: Task) => Partial<Branch> = () => ({}),
  ): Branch[] {
    return tasks.flatMap((task) => {
      const branch = branches.get(task);
      return branch ? [{ ...branch, id: `${of}/${branch.id}`, ...more(task) }] : [];
    });
  }

  function toGroup(id: string, label: string, kind: Branch['kind'], place: Span, children: readonly Branch[]): Branch {
    const count = children.reduce((sum, child) => sum + Math.max(1, child.count), 0);
    const tasks = say({ vi: `${count} nhiệm vụ`, en: count === 1 ? '1 task' : `${count} tasks` });
    const { start, end } = place;
    return { id, label, description: String(count), tooltip: `${label}: ${tasks}.`, kind, start, end, count, children };
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(keyOf(item));
    if (list) list.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function stateOf({ deadline }: Task, issued: Day | undefined): State {
  if (!deadline) return 'undated';
  if (deadline.date === null) {
    return deadline.relation === 'ongoing' || deadline.relation === 'recurring' ? 'ongoing' : 'undated';
  }
  return issued !== undefined && deadline.date < issued ? 'late' : 'dated';
}

/** The day in figures; "trước" where that day is too late. */
function shortDue({ deadline }: Task, locale: Locale): string {
  if (deadline?.date) {
    const day = showDay(deadline.date);
    return deadline.relation === 'before' ? { vi: `trước ${day}`, en: `before ${day}` }[locale] : day;
  }
  if (!deadline) return { vi: 'chưa có hạn', en: 'no date' }[locale];
  return deadline.relation === 'ongoing' || deadline.relation === 'recurring'
    ? { vi: 'thường xuyên', en: 'ongoing' }[locale]
    : clip(deadline.words.text);
}

function hasWords(task: Task, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const owners = [...task.leads, ...task.coordinators].map(({ text }) => text).join(' ');
  const all = stripDiacritics(`${task.id} ${task.text} ${owners} ${task.deadline?.words.text ?? ''}`);
  return words.every((word) => all.includes(word));
}

function isOf(task: Task, ids: ReadonlySet<string>): boolean {
  return [...task.leads, ...task.coordinators].some(({ agency, text }) => ids.has(agency ?? foldName(text)));
}

/** The agencies a name or abbreviation may mean; a name the registry does not have stands for itself. */
function idsOf({ registry }: Draft, name: string): string[] {
  const folded = foldName(name);
  const found = [...registry.agencies.values()].filter(
    (agency) =>
      agency.id === name ||
      agency.abbreviations.includes(name) ||
      [agency.name, ...agency.aliases].some((each) => foldName(each) === folded),
  );
  return found.length > 0 ? found.map(({ id }) => id) : [folded];
}

function clip(text: string): string {
  const line = oneLine(text);
  return line.length <= 100 ? line : `${line.slice(0, line.lastIndexOf(' ', 100))} …`;
}
