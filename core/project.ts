import type { Draft } from './draft.ts';
import type { Day } from './language/calendar.ts';
import type { Registry } from './registry.ts';
import type { Settings } from './settings.ts';

/** Another document of the workspace. */
export interface Neighbour {
  /** As the host names it: a path or a URI. */
  readonly path: string;
  readonly draft: Draft;
}

/** What a check needs besides the draft. Today is a value, so that a check can be repeated. */
export interface Project {
  readonly registry: Registry;
  /** Stands for the day of issue in a draft that has none. */
  readonly today: Day;
  readonly settings?: Settings;
  /** The other directives of the workspace; none where documents are not to see each other. */
  readonly neighbours?: readonly Neighbour[];
}
