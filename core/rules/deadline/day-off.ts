import { addDays, type Day, showDay } from '../../language/calendar.ts';
import { type DayOff, dayOff, isWeekend } from '../../language/holidays.ts';
import type { Project } from '../../project.ts';
import type { Fix, Rule } from '../../rule.ts';
import { DUES, type Due, duesOf, isUrgent } from './mentions.ts';

/** The words end with a day, not with a month or a term. */
const DAY = /(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|\d{1,2}\s+tháng\s+\S+(?:\s+năm\s+\d{4})?)[\s)]*$/iu;

/** More days than these are told in one finding. */
const FEW = 3;

export const deadlineDayOff: Rule = {
  id: 'deadline/day-off',
  severity: 'hint',
  looksAt: DUES,
  summary: { vi: 'Thời hạn rơi vào ngày nghỉ', en: 'A deadline on a day off' },
  why: {
    vi: 'Hạn vào thứ Bảy, Chủ nhật hay ngày lễ (Bộ luật Lao động 45/2019/QH14, Điều 112; ngày 24/11 theo Nghị quyết 28/2026/QH16) thì thực tế là ngày làm việc trước hoặc sau đó. "Trước ngày" lễ được hiểu là xong trước kỳ nghỉ.',
    en: 'A deadline on a week-end or a public holiday (Labour Code 45/2019, Article 112; 24/11 by Resolution 28/2026) means the working day before or after it. "Before" a holiday is understood as done before it.',
  },
  *check(draft, project) {
    if (isUrgent(draft)) return;
    const found: { readonly due: Due; readonly off: DayOff }[] = [];
    for (const due of duesOf(draft)) {
      const { date, words } = due;
      const off = offOn(date, project);
      if (!off || !DAY.test(words.text.normalize('NFC')) || isMeant(due)) continue;
      found.push({ due, off });
    }
    const [first] = found;
    if (!first || found.length <= FEW) {
      for (const { due, off } of found) {
        const { start, end } = due.words;
        const others = [nextWorking(due.date, -1, project), nextWorking(due.date, 1, project)];
        yield {
          start,
          end,
          message: { vi: `Ngày ${showDay(due.date)} là ${off.vi}.`, en: `${showDay(due.date)} is ${off.en}.` },
          fixes: others.flatMap((day) => moveTo(draft.text, due.words, day)),
        };
      }
      return;
    }
    const list = (locale: 'vi' | 'en') =>
      found.map(({ due, off }) => `${showDay(due.date)} (${off[locale]})`).join(', ');
    yield {
      start: first.due.words.start,
      end: first.due.words.end,
      message: {
        vi: `${found.length} thời hạn rơi vào ngày nghỉ: ${list('vi')}.`,
        en: `${found.length} deadlines are on days off: ${list('en')}.`,
      },
    };
  },
  examples: [
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Y tế báo cáo chậm nhất ngày 24/11/2026.\n\n2. Sở Nội vụ báo cáo trước ngày 20/6/2026.\n\n3. Sở Tư pháp báo cáo trước ngày 02/9/2026.\n\n4. Sở Xây dựng báo cáo trong tháng 5/2026.\n',
      problems: ['5:20 Ngày 24/11/2026 là Ngày Văn hóa Việt Nam.', '7:22 Ngày 20/6/2026 là thứ Bảy.'],
    },
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Sở Y tế báo cáo vào ngày 22/8/2026.\n\n2. Sở Nội vụ báo cáo vào ngày 19/6/2026.\n',
      problems: ['7:22 Ngày 19/6/2026 là ngày nghỉ riêng của cơ quan.'],
      settings: { holidays: { off: ['2026-06-19'], worked: [] } },
    },
  ],
};

/**
 * Not a slip: the range of an activity, an hour of a day, the end of the year or ("trước ngày") of a month, and what is to
 * be done before a holiday.
 */
function isMeant({ words, relation, date, start }: Due): boolean {
  if (start !== null || date.endsWith('-12-31') || /\d\s?(?:giờ|h(?!\p{L}))/iu.test(words.text.normalize('NFC')))
    return true;
  return relation === 'before' && (!isWeekend(date) || addDays(date, 1).endsWith('-01'));
}

/** The office's own days go before those of the law. */
function offOn(day: Day, { settings }: Project): DayOff | undefined {
  if (settings?.holidays.worked.includes(day)) return undefined;
  if (settings?.holidays.off.includes(day))
    return { vi: 'ngày nghỉ riêng của cơ quan', en: "a day off of the office's own" };
  return dayOff(day);
}

function nextWorking(day: Day, step: number, project: Project): Day {
  let at = addDays(day, step);
  for (let tries = 0; tries < 30 && offOn(at, project); tries++) at = addDays(at, step);
  return at;
}

/** The figures of day, month and year changed in the words as written. */
function moveTo(text: string, { start, end }: { start: number; end: number }, day: Day): Fix[] {
  const written = text.slice(start, end);
  const match = /(\d{1,2})(\D+)(\d{1,2})(\D+)(\d{4})(\D*)$/.exec(written);
  if (!match) return [];
  const [dd = '', mm = '', yyyy = ''] = showDay(day).split('/');
  const changed = `${written.slice(0, match.index)}${dd}${match[2]}${mm}${match[4]}${yyyy}${match[6]}`;
  return [
    {
      title: { vi: `Đổi thành ${showDay(day)} (ngày làm việc)`, en: `Change to ${showDay(day)} (a working day)` },
      edits: [{ start, end, text: changed }],
      certain: false,
    },
  ];
}
