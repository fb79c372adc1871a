import { type Hover, MarkupKind } from 'vscode-languageserver';
import { addDays, type Day, showDay } from '../../core/language/calendar.ts';
import type { Relation } from '../../core/language/deadlines.ts';
import { readInternalReferences } from '../../core/references.ts';
import { type Agency, isValid, type Registry, successorsOn } from '../../core/registry.ts';
import { agencyKinds } from '../../core/registry-file.ts';
import type { Locale, Saying } from '../../core/rule.ts';
import type { Deadline, Task } from '../../core/task.ts';
import { type Thing, thingsAt } from '../../core/things.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** What stands at a place: an agency and its life, a deadline as understood, a task as a card, a citation, a target. */
export function hover(view: View, offset: number, today: Day, locale: Locale): Hover | undefined {
  for (const thing of thingsAt(view.draft, offset)) {
    const lines = describe(view, thing, today, (saying) => saying[locale]);
    if (lines.length === 0) continue;
    return { contents: { kind: MarkupKind.Markdown, value: lines.join('\n\n') }, range: toRange(view, thing.words) };
  }
  return undefined;
}

type Say = (saying: Saying) => string;

function describe(view: View, thing: Thing, today: Day, say: Say): string[] {
  const { draft } = view;
  const day = draft.issued ?? today;
  switch (thing.kind) {
    case 'name':
      return agencyCard(draft.registry, thing.agency, day, say);
    case 'owner': {
      const { agency, owner } = thing;
      if (agency) return agencyCard(draft.registry, agency, day, say);
      return owner.kind === 'unknown'
        ? [`**${plain(owner.text)}**`, say({ vi: 'Không có trong danh mục cơ quan.', en: 'Not in the registry.' })]
        : [];
    }
    case 'deadline':
      return deadlineCard(thing.deadline, draft.issued, say);
    case 'marker':
      return thing.tasks.flatMap((task, i) => [...(i > 0 ? ['---'] : []), ...taskCard(task, draft.issued, say)]);
    case 'phase': {
      const { title, startDay, endDay } = thing.phase;
      const from = startDay ? showDay(startDay) : say({ vi: 'ngày ban hành', en: 'the day of issue' });
      const to = endDay ? showDay(endDay) : '…';
      const count = draft.tasks.filter((task) => task.phase === thing.phase).length;
      return [`**${plain(title)}**`, `${from} – ${to} · ${say({ vi: `${count} nhiệm vụ`, en: `${count} tasks` })}`];
    }
    case 'citation': {
      const { type, number, name, date, issuer } = thing.citation;
      const rows: [Saying, string | undefined][] = [
        [{ vi: 'Loại', en: 'Type' }, type],
        [{ vi: 'Số, ký hiệu', en: 'Number' }, number?.text],
        [{ vi: 'Tên', en: 'Name' }, name],
        [{ vi: 'Ngày', en: 'Date' }, date && withWeekday(date, say)],
        [{ vi: 'Cơ quan ban hành', en: 'Issuer' }, issuer],
      ];
      return [table(rows, say)];
    }
    case 'reference': {
      const { start, end } = thing.words;
      const found = readInternalReferences(draft).find((each) => each.start <= start && end <= each.end);
      return (found?.units ?? []).map((unit) =>
        clip(`**${plain(unit.marker.text)}** ${plain(unit.fact.item.body.text)}`),
      );
    }
    case 'abbreviation':
      return [`**${plain(thing.abbreviation.short)}** = ${plain(thing.abbreviation.long)}`];
    default:
      return [];
  }
}

function agencyCard(registry: Registry, agency: Agency, day: Day, say: Say): string[] {
  const before = [...registry.agencies.values()].filter(({ successors }) => successors.includes(agency.id));
  const names = (agencies: readonly Agency[]) => agencies.map(({ name }) => name).join('; ') || undefined;
  const parent = agency.parent === undefined ? undefined : registry.agencies.get(agency.parent)?.name;
  const valid = isValid(agency, day);
  const rows: [Saying, string | undefined][] = [
    [{ vi: 'Loại', en: 'Kind' }, say({ vi: agencyKinds[agency.kind] ?? agency.kind, en: agency.kind })],
    [{ vi: 'Trực thuộc', en: 'Under' }, parent],
    [{ vi: 'Viết tắt', en: 'Abbreviation' }, agency.abbreviations.join(', ') || undefined],
    [{ vi: 'Hoạt động', en: 'Exists' }, life(agency, say)],
    [{ vi: 'Tiếp nối', en: 'Continues' }, names(before)],
    [{ vi: 'Nay là', en: 'Now' }, valid ? undefined : names(successorsOn(registry, agency, day))],
    [{ vi: 'Mã định danh', en: 'Code' }, agency.code],
    [{ vi: 'Nguồn', en: 'Source' }, agency.source],
    [{ vi: 'Ghi chú', en: 'Note' }, agency.note],
  ];
  const title = valid ? `**${plain(agency.name)}**` : `~~**${plain(agency.name)}**~~`;
  return [title, table(rows, say)];
}

function life({ validFrom, validTo }: Agency, say: Say): string | undefined {
  const from = validFrom && say({ vi: `từ ${showDay(validFrom)}`, en: `from ${showDay(validFrom)}` });
  const to = validTo && say({ vi: `đến ${showDay(validTo)}`, en: `until ${showDay(validTo)}` });
  return [from, to].filter(Boolean).join(' ') || undefined;
}

const RELATIONS: Record<Relation, Saying> = {
  on: { vi: 'đúng ngày', en: 'on' },
  before: { vi: 'trước', en: 'before' },
  by: { vi: 'chậm nhất', en: 'by' },
  within: { vi: 'trong khoảng, đến', en: 'within, until' },
  after: { vi: 'sau', en: 'after' },
  ongoing: { vi: 'thường xuyên', en: 'ongoing' },
  recurring: { vi: 'định kỳ', en: 'recurring' },
};

const WEEKDAYS: readonly Saying[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
];

function withWeekday(day: Day, say: Say): string {
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday ? `${say(weekday)}, ` : ''}${showDay(day)}`;
}

/** A deadline in words anyone can check: the interval, the weekday, how long there is from the day of issue. */
function deadlineCard({ relation, start, date }: Deadline, issued: Day | undefined, say: Say): string[] {
  const interval = [start && withWeekday(start, say), date && withWeekday(date, say)].filter(Boolean).join(' – ');
  const first = `**${say({ vi: 'Thời hạn', en: 'Deadline' })}:** ${say(RELATIONS[relation])}${interval && ` ${interval}`}`;
  if (date === null) {
    const open = say({ vi: 'Không tính được thành một ngày.', en: 'Fixes no day.' });
    return relation === 'ongoing' || relation === 'recurring' ? [first] : [first, open];
  }
  if (issued === undefined) return [first];
  const last = relation === 'before' ? addDays(date, -1) : date;
  const days = Math.round((Date.parse(last) - Date.parse(issued)) / 86_400_000);
  const left =
    days < 0
      ? { vi: `Đã qua ${-days} ngày vào ngày ban hành.`, en: `Past by ${-days} days on the day of issue.` }
      : { vi: `Còn ${days} ngày kể từ ngày ban hành.`, en: `${days} days from the day of issue.` };
  return [first, say(left)];
}

/** "6 rõ": who, with whom, what, when, which phase, which product; a missing one is said to be missing. */
function taskCard(task: Task, issued: Day | undefined, say: Say): string[] {
  const missing = say({ vi: '*(chưa nêu)*', en: '*(not said)*' });
  const owners = (list: Task['leads']) => list.map(({ text }) => plain(text)).join('; ');
  const { deadline, phase, product } = task;
  const due = deadline
    ? `${plain(deadline.words.text)}${deadline.date ? ` (${withWeekday(deadline.date, say)})` : ''}`
    : missing;
  const rows: [Saying, string | undefined][] = [
    [{ vi: 'Ai', en: 'Who' }, owners(task.leads) || missing],
    [{ vi: 'Phối hợp', en: 'With' }, owners(task.coordinators) || undefined],
    [{ vi: 'Việc', en: 'What' }, clip(plain(task.text))],
    [{ vi: 'Thời hạn', en: 'When' }, due],
    [{ vi: 'Giai đoạn', en: 'Phase' }, phase && plain(phase.title)],
    [{ vi: 'Sản phẩm', en: 'Product' }, product && plain(product.text)],
  ];
  const late = deadline?.date != null && issued !== undefined && deadline.date < issued;
  return [
    `**${say({ vi: 'Nhiệm vụ', en: 'Task' })} ${plain(task.id)}**${late ? ` · ${say({ vi: 'quá hạn', en: 'late' })}` : ''}`,
    table(rows, say),
  ];
}

function table(rows: readonly [Saying, string | undefined][], say: Say): string {
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `- **${say(label)}:** ${value}`)
    .join('\n');
}

function clip(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, text.lastIndexOf(' ', 200))} …`;
}

function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&');
}
