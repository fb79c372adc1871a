import type { Draft, ReadSection } from './draft.ts';
import type { Fact } from './facts.ts';
import type { Node } from './nodes.ts';
import type { BytePlace } from './place.ts';
import type { Project } from './project.ts';
import type { Registry } from './registry.ts';
import type { Settings } from './settings.ts';
import type { Task } from './task.ts';
import type { Edit, Span } from './text.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The same sentence in both languages. */
export interface Saying {
  readonly vi: string;
  readonly en: string;
}

/** Language of what people read; the language of the drafts is Vietnamese. */
export type Locale = keyof Saying;

/** A correction: edits of the draft, made together. `certain` ones may be made without asking. */
export interface Fix {
  readonly title: Saying;
  readonly edits: readonly Edit[];
  readonly certain: boolean;
}

/** A place in another document, named as the host names it: by a path or a URI. */
export interface Elsewhere extends BytePlace {
  readonly path: string;
}

/** What a rule found: the words, what was found and what is expected. */
export interface Problem extends Span {
  readonly message: Saying;
  readonly fixes?: readonly Fix[];
  /** The other end of a contradiction; in another document of the workspace where `in` names it. */
  readonly related?: readonly (Span & { readonly message: Saying; readonly in?: Elsewhere })[];
  /** The words name something that is no more (an ended agency): editors strike them out. */
  readonly deprecated?: boolean;
}

/** A draft and what the rule says of it: its test and its documentation. */
export interface Example {
  readonly text: string;
  /** "line:column message" in Vietnamese, in order; none for a draft that is right. */
  readonly problems: readonly string[];
  /** The draft with all certain fixes made; checking it again changes nothing. */
  readonly fixed?: string;
  /** Settings the example is about. */
  readonly settings?: Partial<Settings>;
  /** Other documents of the workspace, by path. */
  readonly workspace?: Readonly<Record<string, string>>;
}

/** What the other rules did. */
export interface Outcome {
  /** Ids of all rules there are, and of those that ran. */
  readonly known: ReadonlySet<string>;
  readonly ran: ReadonlySet<string>;
  /** Suppressions that set something aside: "offset|rule". */
  readonly used: ReadonlySet<string>;
}

/**
 * All that a rule takes from items, tasks and sections, without places: findings are what they were, each in its new place, where
 * none of it changed. Nothing at all for a rule about where items stand.
 */
export interface LooksAt {
  readonly item?: (fact: Fact, node: Node, registry: Registry) => unknown;
  readonly task?: (task: Task) => unknown;
  /** From the source of a section, places in it left out. */
  readonly section?: (section: ReadSection) => unknown;
  /** What stands behind the text, recipients and signature: all is asked again where its words are others. */
  readonly behind?: true;
  /** Messages name lines: all is asked again where lines are others. */
  readonly lines?: true;
}

/** One check. Adding a rule: one file in rules/ and one line in rules/index.ts. */
export interface Rule {
  /** `category/name`. */
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Saying;
  /** Why it matters, with the clause or practice it comes from. */
  readonly why: Saying;
  check(draft: Draft, project: Project, outcome?: Outcome): Iterable<Problem>;
  /** Asks what the other rules did, so it runs after them. */
  readonly afterAll?: true;
  /** Looks at the other documents of the workspace. */
  readonly acrossDocuments?: true;
  /**
   * What the findings depend on besides what holds for the whole draft (letterhead, day of issue, where items stand), so
   * that a keystroke asks again only where something may have changed (again.ts); all of the draft where it is missing.
   * `item`: a finding lies in the item it is about, and depends on it, on what it stands under, and on its tasks.
   */
  readonly looksAt?: 'item' | LooksAt;
  readonly examples: readonly Example[];
}

/** A problem with the rule that found it. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** The same for the same fault in the next version of the draft (fingerprint.ts). */
  readonly fingerprint: string;
}
