import type { Deadline } from '../../core/task.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** Deadlines that tasks state themselves and that end on a day, each once. */
function dated({ draft }: Directive): readonly (Deadline & { readonly date: string })[] {
  const seen = new Set<number>();
  return (
    draft.tasks
      .flatMap((task) => (task.deadline ? [task.deadline] : []))
      .flatMap((deadline) => {
        const { date, relation, words } = deadline;
        if (date === null || relation === 'after' || seen.has(words.start)) return [];
        seen.add(words.start);
        return [{ ...deadline, date }];
      })
      // "theo lộ trình đã chỉ ra trong năm 2025" sets no time.
      .filter(({ words }) => /\d$/.test(words.text) && !/^trong năm/.test(words.text))
  );
}

/** "Hoàn thành " where the deadline begins with it. */
function completionOf({ words }: Deadline): string {
  return /^hoàn thành /iu.exec(words.text)?.[0] ?? '';
}

/** Each deadline written otherwise, in each of the forms. */
function rewritten(
  ...forms: ((deadline: Deadline & { readonly date: string }, directive: Directive) => string | undefined)[]
): Planter {
  return function* otherWords(directive) {
    for (const deadline of dated(directive)) {
      for (const form of forms) {
        const text = form(deadline, directive);
        const { start, end } = deadline.words;
        if (text !== undefined && text !== deadline.words.text) yield plant(directive, start, end, text);
      }
    }
  };
}

const show = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
};
const inWords = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
};
const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A deadline with its day written out, moved to a day no calendar has. */
function* dayOutOfCalendar(directive: Directive): Iterable<Planted> {
  const deadlines = directive.draft.tasks.flatMap((task) => task.deadlines);
  for (const match of directive.text.matchAll(/ngày (\d{1,2})\/(\d{1,2})\/(20\d\d)/g)) {
    const inside = deadlines.some(({ words }) => words.start <= match.index && match.index < words.end);
    if (inside) yield plant(directive, match.index + 5, match.index + 5 + (match[1] ?? '').length, '32');
  }
}

const dayAfterIssue = rewritten(
  (deadline, { gold }) => `${completionOf(deadline)}trước ngày ${show(shifted(gold.issued, 1))}`,
  (deadline, { gold }) => `${completionOf(deadline)}chậm nhất ngày ${inWords(shifted(gold.issued, 1))}`,
  (deadline, { gold }) => `${completionOf(deadline)}trong ngày ${show(gold.issued)}`,
  (deadline, { gold }) => `${completionOf(deadline)}vào ngày ${show(shifted(gold.issued, 1))}`,
  (deadline, { gold }) => `${completionOf(deadline)}trước 17 giờ ngày ${show(shifted(gold.issued, 1))}`,
);

/** Words of the day itself, in figures or written out. */
const dayOf = (text: string) => /\d{1,2}(?:\/\d{1,2}\/\d{4}| tháng \d{1,2} năm \d{4})$/.exec(text)?.[0];

const contradictory = rewritten(
  ...[
    'chậm nhất trước',
    'muộn nhất là trước',
    'trước hoặc trong',
    'trong hoặc trước',
    'trước và sau',
    'chậm nhất sau',
    'từ nay trước',
    'không muộn hơn trước',
    'đến hết trước',
    'chậm nhất từ',
    'trước, chậm nhất',
  ].map((words) => (deadline: Deadline) => {
    const day = dayOf(deadline.words.text);
    // Another day: the text has "trước và sau" of its own.
    return day && `${completionOf(deadline)}${words} ngày ${show(shifted(deadline.date ?? '', 3))}`;
  }),
);

const secondDay = rewritten(
  ({ words, date }) => `${words.text}, hoàn thành trước ngày ${show(shifted(date, 12))}`,
  ({ words, date }) => `${words.text} hoặc trước ngày ${show(shifted(date, 20))}`,
  ({ words, date }) => `${words.text}. Thời hạn: trước ngày ${show(shifted(date, 9))}`,
  ({ words, date }) => `${words.text} (hoàn thành chậm nhất ngày ${show(shifted(date, 15))})`,
);

const withoutYear = rewritten(({ words }) => words.text.replace(/(?:\/| năm )\d{4}$/, ''));

/** A Saturday or Sunday near the day, after issue and inside its phase. */
function weekendNear(date: string, { gold }: Directive): string {
  for (const step of [-1, 1]) {
    for (let i = 1; i < 7; i++) {
      const day = shifted(date, i * step);
      const isOff = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
      if (isOff && day > shifted(gold.issued, 1)) return day;
    }
  }
  return date;
}

const atWeekend = rewritten(
  (deadline, directive) => `${completionOf(deadline)}chậm nhất ngày ${show(weekendNear(deadline.date, directive))}`,
  (deadline, directive) => `${completionOf(deadline)}vào ngày ${inWords(weekendNear(deadline.date, directive))}`,
);

const onHoliday = rewritten(
  (deadline) => `${completionOf(deadline)}chậm nhất ngày 02/9/2025`,
  (deadline) => `${completionOf(deadline)}trong ngày 01 tháng 9 năm 2025`,
  (deadline) => `${completionOf(deadline)}vào ngày 01/01/2026`,
  (deadline) => `${completionOf(deadline)}đến hết ngày 17/02/2026`,
);

/** Every date of the body with its zeros the other way. */
function* otherZeros(directive: Directive): Iterable<Planted> {
  const body = directive.text.indexOf('\n# ');
  for (const match of directive.text.matchAll(
    /(?<=(?:ngày|tháng) )(0?)(\d{1,2})(\/| tháng )(\d{1,2})(?=\/\d{4}| năm \d{4})/g,
  )) {
    const [, zero = '', day = '', between = '', month = ''] = match;
    if (match.index < body || /"[^"\n]*$/.test(directive.text.slice(0, match.index))) continue;
    const { start, end } = { start: match.index, end: match.index + match[0].length };
    if (zero) yield plant(directive, start, end, `${day}${between}${month}`);
    if (Number(month) > 2 && month.length === 1) yield plant(directive, start, end, `${zero}${day}${between}0${month}`);
    else if (Number(month) < 3) yield plant(directive, start, end, `${zero}${day}${between}${Number(month)}`);
  }
  for (const match of directive.text.matchAll(/(?<=(?:trong|thành) tháng )(\d)(?=\/\d{4})/g))
    yield plant(directive, match.index, match.index + 1, `0${match[1]}`);
}

/** What every part is due by, said before the parts and earlier than one of them; the fault is all of the point. */
function* wholeBeforeParts(directive: Directive): Iterable<Planted> {
  for (const { line, start, date } of linesWithParts(directive)) {
    const colon = line.indexOf(': (');
    if (colon < 0) continue;
    for (const words of [
      `, hoàn thành trước ngày ${show(shifted(date, -10))}`,
      ` (thời hạn: ${show(shifted(date, -7))})`,
      `, chậm nhất ngày ${inWords(shifted(date, -9))}`,
    ]) {
      const planted = plant(directive, start + colon, start + colon, words);
      yield { ...planted, at: { start, end: start + line.length + words.length } };
    }
  }
}

function* allBeforeParts(directive: Directive): Iterable<Planted> {
  for (const { line, start, date } of linesWithParts(directive)) {
    for (const words of [
      ` Cả điểm hoàn thành trước ngày ${show(shifted(date, -10))}.`,
      ` Tất cả các nhiệm vụ trên hoàn thành trước ngày ${show(shifted(date, -8))}.`,
      ` Các nội dung này phải hoàn thành chậm nhất ngày ${inWords(shifted(date, -9))}.`,
    ]) {
      const planted = plant(directive, start + line.length, start + line.length, words);
      yield { ...planted, at: { start, end: start + line.length + words.length } };
    }
  }
}

/** Points with parts of their own deadline, and the latest of these. */
function linesWithParts(directive: Directive) {
  return directive.lines.flatMap((line, i) => {
    const start = directive.starts[i] ?? 0;
    const inside = dated(directive).filter(({ words }) => start <= words.start && words.end <= start + line.length);
    const date = inside
      .map((each) => each.date)
      .sort()
      .at(-1);
    return /^[a-zđ]\) .*\(1\)/u.test(line) && date !== undefined ? [{ line, start, date }] : [];
  });
}

/** As a sentence of its own: in a longer one the verbs before it belong to other actions. */
const alone =
  (form: (date: string) => string) =>
  (deadline: Deadline & { readonly date: string }): string | undefined =>
    completionOf(deadline).startsWith('H') ? form(deadline.date) : undefined;

const issuedBeforeSubmitted = rewritten(
  alone((date) => `Trình trước ngày ${show(date)}, ban hành trước ngày ${show(shifted(date, -12))}`),
  alone(
    (date) =>
      `Ban hành chậm nhất ngày ${show(shifted(date, -15))}, sau khi trình trước ngày ${show(shifted(date, -3))}`,
  ),
  alone((date) => `Gửi thẩm định trước ngày ${show(date)}; trình Chính phủ trước ngày ${inWords(shifted(date, -14))}`),
);

/** At the end of every point a duty to report, summed up no later than the reports are due. */
function* summedUpTooEarly(directive: Directive): Iterable<Planted> {
  const forms = [
    ' Các cơ quan, đơn vị báo cáo Văn phòng Chính phủ trước ngày 20 hằng tháng; Văn phòng Chính phủ tổng hợp, báo cáo Thủ tướng Chính phủ trước ngày 15 hằng tháng.',
    ' Các bộ, ngành gửi kết quả về Bộ Nội vụ trước ngày 25/12/2025 để tổng hợp. Bộ Nội vụ tổng hợp, báo cáo Thủ tướng Chính phủ trước ngày 20/12/2025.',
    ' Các địa phương gửi báo cáo về Bộ Khoa học và Công nghệ trước ngày 20 tháng 12 năm 2025, Bộ Khoa học và Công nghệ tổng hợp, trình Thủ tướng Chính phủ trước ngày 20 tháng 12 năm 2025.',
    ' Định kỳ trước ngày 20 hằng quý, các đơn vị gửi Bộ Tài chính; Bộ Tài chính chủ trì tổng hợp, báo cáo Chính phủ trước ngày 18 hằng quý.',
  ];
  for (const [i, line] of directive.lines.entries()) {
    if (!/^[a-zđ]\) .*(?:chủ trì|oàn thành).*\.$/u.test(line)) continue;
    const at = (directive.starts[i] ?? 0) + line.length;
    for (const form of forms) yield plant(directive, at, at, form);
  }
}

/** "Riêng ...": a second time of the same task stays. */
const withoutMeasure = rewritten(
  ...['trong thời gian sớm nhất', 'trong thời gian tới', 'sớm nhất có thể', 'theo lộ trình đã đề ra'].map(
    (words) =>
      (deadline: Deadline, { text }: Directive) =>
        text.startsWith('. Riêng', deadline.words.end) ? undefined : `${completionOf(deadline)}${words}`,
  ),
);

/** The deadline left out, with the sentence it makes; of a plan whose tasks mostly have one. */
function* leftOut(directive: Directive): Iterable<Planted> {
  if (!/^---\nloại: Kế hoạch/u.test(directive.text)) return;
  for (const { words } of dated(directive)) {
    const line = directive.lines.find((each, i) => {
      const start = directive.starts[i] ?? 0;
      return start <= words.start && words.start < start + each.length;
    });
    // The last sentence of a list may go for all of it.
    if (
      !line ||
      (/\(1\)/.test(line) && /\. (?:Hoàn thành|Nhiệm vụ) [^.]*\.$/u.test(line)) ||
      /khẩn trương|lộ trình|Riêng/u.test(line)
    )
      continue;
    const before = /(?:, |\. )$/.exec(directive.text.slice(0, words.start))?.[0] ?? '';
    const start = words.start - before.length;
    const planted = plant(directive, start, words.end, '');
    const lineStart = directive.text.lastIndexOf('\n', words.start) + 1;
    yield { ...planted, at: { start: lineStart, end: start + 1 } };
  }
}

export const deadlineFaults: Record<string, readonly Planter[]> = {
  'deadline/impossible': [dayOutOfCalendar],
  'deadline/short-notice': [dayAfterIssue],
  'deadline/after-parent': [wholeBeforeParts, allBeforeParts, issuedBeforeSubmitted],
  'deadline/collector': [summedUpTooEarly],
  'deadline/wording': [contradictory],
  'deadline/several': [secondDay],
  'deadline/missing': [leftOut],
  'deadline/vague': [withoutMeasure],
  'deadline/day-off': [atWeekend, onHoliday],
  'deadline/year': [withoutYear],
  'deadline/form': [otherZeros],
};
