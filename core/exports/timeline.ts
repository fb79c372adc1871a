import type { Draft } from '../draft.ts';
import { type Day, showDay } from '../language/calendar.ts';
import type { Locale, Saying } from '../rule.ts';
import type { Task } from '../task.ts';
import { oneLine } from '../text.ts';

/** What a timeline draws. Days are ISO text; `offset` is where it stands in the draft, `document` which of several. */
export interface Timeline {
  readonly first: Day;
  readonly last: Day;
  readonly issued: Day | undefined;
  readonly phases: readonly {
    readonly title: string;
    readonly start: Day;
    readonly end: Day;
    readonly offset: number;
    readonly document: number;
  }[];
  /** Tasks with a day, in the order of the days. */
  readonly tasks: readonly {
    readonly id: string;
    readonly text: string;
    readonly owner: string;
    readonly start: Day | undefined;
    readonly date: Day;
    readonly late: boolean;
    readonly offset: number;
    readonly document: number;
  }[];
  /** Tasks that no day is fixed for. */
  readonly undated: number;
}

/** A page with more rows is read by nobody. */
const MOST_ROWS = 1000;

/**
 * The phases and dated tasks of drafts on one axis, of several each told by its `name`, the earliest where there are very
 * many; undefined where nothing has a day.
 */
export function toTimeline(documents: readonly { draft: Draft; name?: string }[]): Timeline | undefined {
  const all = documents.flatMap(({ draft, name }, document) =>
    draft.tasks.flatMap((task) => toEntry(task, draft.issued, document, name)),
  );
  all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.document - b.document || a.offset - b.offset));
  const phases = documents.flatMap(({ draft, name }, document) => phasesOf(draft, document, name));
  const tasks = all.slice(0, MOST_ROWS);
  const issued = documents.length === 1 ? documents[0]?.draft.issued : undefined;
  const days = [
    ...(issued ? [issued] : []),
    ...tasks.flatMap(({ start, date }) => (start ? [start, date] : [date])),
    ...phases.flatMap(({ start, end }) => [start, end]),
  ].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (tasks.length === 0 && phases.length === 0) return undefined;
  if (first === undefined || last === undefined) return undefined;
  const undated = documents.reduce((sum, { draft }) => sum + draft.tasks.length, 0) - all.length;
  return { first, last, issued, phases, tasks, undated };
}

/** The same phase stands in every section; once is enough. */
function phasesOf(draft: Draft, document: number, name?: string): Timeline['phases'][number][] {
  const phases = new Map<string, Timeline['phases'][number]>();
  for (const { title, startDay, endDay, start: offset } of draft.phases) {
    const start = startDay ?? draft.issued;
    if (start === undefined || endDay === null || endDay < start) continue;
    const key = `${start} ${endDay}`;
    const words = [name, oneLine(title)].filter(Boolean).join(': ');
    if (!phases.has(key)) phases.set(key, { title: words, start, end: endDay, offset, document });
  }
  return [...phases.values()];
}

function toEntry(task: Task, issued: Day | undefined, document: number, name?: string): Timeline['tasks'][number][] {
  const { deadline, leads } = task;
  if (!deadline?.date) return [];
  const id = [name, task.id].filter(Boolean).join(' ');
  const owner = leads.map(({ text }) => oneLine(text)).join(', ');
  const { start, date } = deadline;
  const late = issued !== undefined && date < issued;
  // "trong năm 2025" begins for those who are asked on the day of issue.
  const from = start !== null && issued !== undefined && start < issued && date >= issued ? issued : start;
  const text = oneLine(task.text);
  return [{ id, text, owner, start: from ?? undefined, date, late, offset: task.start, document }];
}

const LEFT = 300;
const WIDTH = 1100;
const ROW = 26;
const TOP = 40;

/**
 * The timeline as SVG for a page of the editor: colours are the theme's (classes), every bar and mark is a link the
 * keyboard reaches (data-offset says where in the draft), and says in words what it shows.
 */
export function drawTimeline(timeline: Timeline, locale: Locale): string {
  const say = (saying: Saying) => saying[locale];
  const { first, last, phases, tasks, issued } = timeline;
  const from = Date.parse(first);
  const span = Math.max(86_400_000, Date.parse(last) - from);
  const x = (day: Day) => LEFT + ((Date.parse(day) - from) / span) * (WIDTH - LEFT - 40);
  const height = TOP + (phases.length + tasks.length) * ROW + 20;
  const parts: string[] = [];
  for (const month of months(first, last)) {
    parts.push(
      `<line class="grid" x1="${px(x(month))}" x2="${px(x(month))}" y1="${TOP - 12}" y2="${height - 12}"/>`,
      `<text class="month" x="${px(x(month) + 3)}" y="${TOP - 16}">${Number(month.slice(5, 7))}/${month.slice(0, 4)}</text>`,
    );
  }
  let y = TOP;
  for (const phase of phases) {
    const words = `${phase.title}: ${showDay(phase.start)} – ${showDay(phase.end)}`;
    const width = Math.max(4, x(phase.end) - x(phase.start));
    parts.push(
      link(
        phase,
        words,
        `<rect class="phase" x="${px(x(phase.start))}" y="${y + 3}" width="${px(width)}" height="${ROW - 8}" rx="3"/><text class="label" x="8" y="${y + 17}">${xml(clip(phase.title, 42))}</text>`,
      ),
    );
    y += ROW;
  }
  for (const task of tasks) {
    const due = say({ vi: 'hạn', en: 'due' });
    const late = task.late ? `, ${say({ vi: 'đã qua vào ngày ban hành', en: 'past on the day of issue' })}` : '';
    const words = `${task.id} ${task.owner ? `${task.owner}: ` : ''}${task.text}; ${due} ${showDay(task.date)}${late}`;
    const bar = task.start
      ? `<rect class="stretch" x="${px(x(task.start))}" y="${y + 10}" width="${px(Math.max(2, x(task.date) - x(task.start)))}" height="4"/>`
      : '';
    const at = x(task.date);
    const mark = `<path class="${task.late ? 'late' : 'due'}" d="M${px(at)} ${y + 5}l7 7l-7 7l-7 -7z"/>`;
    const label = `<text class="label" x="8" y="${y + 17}">${xml(clip(`${task.id} ${task.owner || task.text}`, 42))}</text>`;
    parts.push(
      link(task, words, `<rect class="row" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/>${label}${bar}${mark}`),
    );
    y += ROW;
  }
  if (issued) {
    const words = say({ vi: 'Ngày ban hành', en: 'Day of issue' });
    parts.push(
      `<g class="issued"><line x1="${px(x(issued))}" x2="${px(x(issued))}" y1="${TOP - 8}" y2="${height - 12}"/><title>${words}: ${showDay(issued)}</title></g>`,
    );
  }
  const title = say({ vi: 'Dòng thời gian của nhiệm vụ và giai đoạn', en: 'Timeline of tasks and phases' });
  return `<svg role="group" aria-label="${title}" viewBox="0 0 ${WIDTH} ${height}" xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg>`;
}

function link(at: { offset: number; document: number }, words: string, inside: string): string {
  return `<a href="#" data-document="${at.document}" data-offset="${at.offset}" aria-label="${xml(words)}"><title>${xml(words)}</title>${inside}</a>`;
}

/** First days of the months (of the quarters, of the years where there are too many) from the first day to the last. */
function months(first: Day, last: Day): Day[] {
  const found: Day[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  const end = last.slice(0, 7);
  for (let i = 0; i < 1200; i++) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day.slice(0, 7) > end) break;
    if (day >= first) found.push(day);
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const step = found.length > 48 ? 12 : found.length > 12 ? 3 : 1;
  return found.filter((day) => (Number(day.slice(5, 7)) - 1) % step === 0);
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function xml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? '');
}
