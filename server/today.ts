import { type Day, toDay } from '../core/language/calendar.ts';

/** The day on the calendar of this machine. */
export function today(): Day {
  const now = new Date();
  return toDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
