import type { Day } from './language/calendar.ts';
import type { Registry } from './registry.ts';

/** What a check needs besides the draft. Today is a value, so that a check can be repeated. */
export interface Project {
  readonly registry: Registry;
  /** Stands for the day of issue in a draft that has none. */
  readonly today: Day;
}
