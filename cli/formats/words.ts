import type { Day } from '../../core/language/calendar.ts';
import { showDay } from '../../core/language/calendar.ts';
import type { Relation } from '../../core/language/deadlines.ts';
import type { Locale, Saying } from '../../core/rule.ts';
import type { Task } from '../../core/task.ts';

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
