import type { Day } from './language/calendar.ts';
import type { Neighbours } from './neighbours.ts';
import type { Registry } from './registry.ts';
import type { Settings } from './settings.ts';

/** What a check needs besides the draft. Today is a value, so that a check can be repeated. */
export interface Project {
  readonly registry: Registry;
  /** Stands for the day of issue in a draft that has none. */
  readonly today: Day;
  readonly settings?: Settings;
  /** What the other directives of the workspace say; none where documents are not to see each other. */
  readonly neighbours?: Neighbours;
}
