import { deadlineIn } from '../../assigning.ts';
import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { addDays, type Day } from '../../language/calendar.ts';
import type { DateMention } from '../../language/dates.ts';
import type { DeadlineMention } from '../../language/deadlines.ts';
import { resolveDeadline } from '../../language/due.ts';
import { headOf } from '../../letterhead.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';
import type { Deadline, Task } from '../../task.ts';
import type { Span, Words } from '../../text.ts';
import { withoutPlaces } from '../taken.ts';

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

/** The deadlines of an item in the order of its text, each once; offsets into its body. */
export const mentionsOf = oncePer((fact: Fact): readonly DeadlineMention[] => {
  const { whole, parts, fields } = fact;
  const mentions = [
    ...[whole, ...parts].flatMap(({ start, deadlines }) =>
      deadlines.map((each) => ({ ...each, start: each.start + start, end: each.end + start })),
    ),
    ...fields.flatMap(({ deadlines }) => deadlines),
  ];
  const seen = new Set<number>();
  return mentions
    .sort((a, b) => a.start - b.start)
    .filter(({ end }) => {
      const isFirst = !seen.has(end);
      seen.add(end);
      return isFirst;
    });
});

/** All deadlines of prose and of labelled lines, in the order of the text. */
export const writtenDeadlines = oncePer((draft: Draft): readonly Written[] => {
  const found: Written[] = [];
  for (const node of draft.nodes) {
    if (node.region === 'recipients' || node.region === 'signature' || node.kind === 'row') continue;
    for (const mention of mentionsOf(node.fact)) {
      const words = wordsOf(draft.text, node, mention.start, mention.end);
      const { start, end, relation, date: named } = mention;
      const { start: from, date } = resolveDeadline(mention, draft.issued);
      found.push({ start, end, node, relation, named, words, from, date });
    }
  }
  return found;
});

/** What all deadlines of an item say, those of cells too, and which of several a stretch goes by. */
const timesOf = oncePer((fact: Fact): string => {
  const { whole, parts, fields, cells = [], item } = fact;
  const { text } = item.body;
  const stretches = [whole, ...parts].map((segment) => {
    const main = deadlineIn(text, segment);
    return [saying(text.slice(segment.start), segment.deadlines), main && segment.deadlines.indexOf(main)];
  });
  const others = [
    ...fields.map(({ deadlines }) => saying(text, deadlines)),
    ...cells.map((cell) => saying(cell.text.text, cell.deadlines)),
  ];
  return withoutPlaces([stretches, others]);
});

/** Some deadlines of an item as a rule takes them from it. */
export function deadlinesTaken({ item }: Fact, mentions: readonly DeadlineMention[]): string {
  return mentions.length > 0 ? withoutPlaces(saying(item.body.text, mentions)) : '';
}

function saying(text: string, mentions: readonly DeadlineMention[]): unknown {
  return mentions.map((each) => [text.slice(each.start, each.end), each]);
}

/** What a rule about the days on which tasks are due takes from items and tasks. */
export const DUES = {
  item: timesOf,
  task: ({ deadline, deadlines }: Task): unknown =>
    [...(deadline ? [deadline] : []), ...deadlines]
      .filter(({ date, relation }) => date !== null && relation !== 'after')
      .map(({ words, relation, date, start }) => [words.text, relation, date, start]),
} satisfies LooksAt;

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

/** Stretches of a passage that are not the draft's own words: in quotation marks, or the name of a cited document. */
export const foreignSpans = oncePer(({ item, citations }: Fact): readonly Span[] => {
  const quoted = [...item.body.text.matchAll(/"[^"]*"/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...quoted, ...citations];
});

export function isWithin(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** A telegram, or one of the three marks of urgency on a line of its own. */
export function isUrgent(draft: Draft): boolean {
  if (/^công điện/iu.test((draft.letterhead.type?.text ?? '').normalize('NFC'))) return true;
  return headOf(draft).some(({ fact }) =>
    /^(?:hỏa tốc|thượng khẩn|khẩn|CÔNG ĐIỆN)[\s.!*]*$/iu.test(fact.item.body.text),
  );
}
