import { type Draft, wordsOf } from '../../draft.ts';
import { addDays, type Day } from '../../language/calendar.ts';
import type { DateMention } from '../../language/dates.ts';
import { resolveDeadline } from '../../language/deadlines.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { Deadline, Task } from '../../task.ts';
import type { Span, Words } from '../../text.ts';

/** A deadline written in an item outside tables, whether or not the item is read as a task; offsets into the item's body. */
export interface Written extends Span {
  readonly node: Node;
  readonly relation: Deadline['relation'];
  /** The date as written. */
  readonly named: DateMention | undefined;
  /** First day, where the words name one, and the day it is due. */
  readonly from: Day | null;
  readonly date: Day | null;
  /** The same in the draft. */
  readonly words: Words;
}

/** All deadlines of prose and of labelled lines, in the order of the text. */
export const writtenDeadlines = oncePer((draft: Draft): readonly Written[] => {
  const found: Written[] = [];
  for (const node of draft.nodes) {
    if (node.region === 'recipients' || node.region === 'signature' || node.kind === 'row') continue;
    const { whole, parts, fields } = node.fact;
    const mentions = [
      ...[whole, ...parts].flatMap(({ start, deadlines }) =>
        deadlines.map((each) => ({ ...each, start: each.start + start, end: each.end + start })),
      ),
      ...fields.flatMap(({ deadlines }) => deadlines),
    ];
    const seen = new Set<number>();
    for (const mention of mentions.sort((a, b) => a.start - b.start)) {
      if (seen.has(mention.end)) continue;
      seen.add(mention.end);
      const words = wordsOf(draft.text, node, mention.start, mention.end);
      const { start, end, relation, date: named } = mention;
      const { start: from, date } = resolveDeadline(mention, draft.issued);
      found.push({ start, end, node, relation, named, words, from, date });
    }
  }
  return found;
});

/** A deadline with its day, and the first task that goes by it. */
export interface Due extends Deadline {
  readonly date: Day;
  /** The last day on which it may be done: the day before for "trước ngày". */
  readonly last: Day;
  readonly task: Task;
}

/** All deadlines of tasks that end on a known day, each once; starts ("từ ngày ...") are none. */
export const duesOf = oncePer((draft: Draft): readonly Due[] => {
  const seen = new Set<number>();
  const found: Due[] = [];
  for (const task of draft.tasks) {
    for (const deadline of [...(task.deadline ? [task.deadline] : []), ...task.deadlines]) {
      const { date, relation, words } = deadline;
      if (date === null || relation === 'after' || seen.has(words.start)) continue;
      seen.add(words.start);
      found.push({ ...deadline, date, last: lastDayOf(relation, date), task });
    }
  }
  return found;
});

export function lastDayOf(relation: Deadline['relation'], date: Day): Day {
  return relation === 'before' ? addDays(date, -1) : date;
}

const foreign = new WeakMap<Node, readonly Span[]>();

/** Stretches of a passage that are not the draft's own words: in quotation marks, or the name of a cited document. */
export function foreignSpans(node: Node): readonly Span[] {
  const before = foreign.get(node);
  if (before) return before;
  const { text } = node.fact.item.body;
  const quoted = [...text.matchAll(/"[^"]*"/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans = [...quoted, ...node.fact.citations];
  foreign.set(node, spans);
  return spans;
}

export function isWithin(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** A telegram, or one of the three marks of urgency on a line of its own. */
export function isUrgent(draft: Draft): boolean {
  if (/^công điện/iu.test((draft.letterhead.type?.text ?? '').normalize('NFC'))) return true;
  return draft.nodes
    .slice(0, 24)
    .some(({ fact }) => /^(?:hỏa tốc|thượng khẩn|khẩn|CÔNG ĐIỆN)[\s.!*]*$/iu.test(fact.item.body.text));
}
