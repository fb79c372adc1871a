import type { Day } from '../../core/language/calendar.ts';
import { showDay } from '../../core/language/calendar.ts';
import type { Relation } from '../../core/language/deadlines.ts';
import type { Locale, Saying } from '../../core/rule.ts';
import type { Task } from '../../core/task.ts';
import { texts } from '../messages.ts';

const RELATIONS: Readonly<Record<Relation, Saying>> = {
  on: { vi: '', en: '' },
  before: { vi: 'trước ', en: 'before ' },
  by: { vi: 'đến ', en: 'by ' },
  within: { vi: 'đến ', en: 'by ' },
  after: { vi: 'từ ', en: 'from ' },
  ongoing: { vi: 'thường xuyên, đến ', en: 'ongoing, to ' },
  recurring: { vi: 'định kỳ, đến ', en: 'recurring, to ' },
};

/** "30/6/2025" in Vietnamese, "2025-06-30" in English. */
export function formatDay(day: Day, locale: Locale): string {
  return locale === 'vi' ? showDay(day) : day;
}

/** The names of those in charge, in the short form that all offices use. */
export function describeLeads({ leads }: Task): string {
  return leads.map(({ text }) => text.replace(/[ỦU][ỷy] ban nhân dân/gu, 'UBND')).join('; ');
}

/** "trước 10/7/2025"; the words as written where they fix no day; "" without a deadline. */
export function describeDeadline({ deadline }: Task, locale: Locale): string {
  if (!deadline) return '';
  const { words, relation, date } = deadline;
  return date === null ? words.text : RELATIONS[relation][locale] + formatDay(date, locale);
}

/** Where something stands, as people say it: "mục II.3.a, dòng 12", "điểm a khoản 1 Điều 2, dòng 40". */
export function placeWords({ unit, line }: { readonly unit: string; readonly line: number }, locale: Locale): string {
  const words = texts.atLine(line)[locale];
  return unit === '' ? words : `${unitWords(unit, locale)}, ${words}`;
}

const NAMED: readonly [RegExp, Saying][] = [
  [/^PL(.*)$/, { vi: 'Phụ lục', en: 'Annex' }],
  [/^P(.+)$/, { vi: 'Phần', en: 'Part' }],
  [/^Ch(.+)$/, { vi: 'Chương', en: 'Chapter' }],
  [/^TM(.+)$/, { vi: 'Tiểu mục', en: 'Subsection' }],
  [/^M(.+)$/, { vi: 'Mục', en: 'Section' }],
  [/^Đ(.+)$/, { vi: 'Điều', en: 'Article' }],
  [/^G(\d+)$/, { vi: 'giai đoạn', en: 'phase' }],
];

/** The path of a unit from the innermost step outwards. Below an article a number is a "khoản", a letter a "điểm". */
function unitWords(path: string, locale: Locale): string {
  const said: string[] = [];
  let plain: string[] = [];
  const endPlain = (article: boolean) => {
    const [clause, ...points] = plain;
    if (clause === undefined) return;
    const [item, point, part] = locale === 'vi' ? ['khoản', 'điểm', 'mục'] : ['clause', 'point', 'part'];
    if (!article) said.push(`${/^\p{Ll}$/u.test(clause) ? point : part} ${plain.join('.')}`);
    else if (/^\d/.test(clause)) said.push(`${item} ${clause}`, ...points.map((each) => `${point} ${each}`));
    else said.push(...plain.map((each) => `${point} ${each}`));
    plain = [];
  };
  let article = false;
  for (const step of path.split('.')) {
    const named = NAMED.map(([form, name]) => [form.exec(step)?.[1], name] as const).find(([n]) => n !== undefined);
    if (!named) {
      plain.push(step);
      continue;
    }
    endPlain(article);
    const [number = '', name] = named;
    article = step.startsWith('Đ');
    said.push(`${name[locale]} ${number}`.trim());
  }
  endPlain(article);
  return said.reverse().join(locale === 'vi' ? ' ' : ', ');
}
