import { check } from './check.ts';
import type { Draft } from './draft.ts';
import type { Project } from './project.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { type Lack, lacksOf } from './rules/task/clarity-of.ts';
import { countBefore } from './sorted.ts';
import type { Task } from './task.ts';
import { positionAt, type Span } from './text.ts';

/** The six things that are to be clear of a task: "rõ người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền". */
export const ASPECTS = ['who', 'what', 'when', 'responsibility', 'product', 'authority'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How clear the tasks of a draft are. */
export interface Clarity {
  readonly tasks: number;
  /** Tasks of which all six are clear. */
  readonly clear: number;
  /** The tasks where an aspect is not clear, in the order of the text; lines from 1. */
  readonly lacking: Readonly<Record<Aspect, readonly { readonly id: string; readonly line: number }[]>>;
}

/** An aspect is not clear where one of these rules finds something in the task or in the words that name its lead. */
const OBJECTIONS: Readonly<Record<Aspect, readonly string[]>> = {
  who: ['owner/missing', 'owner/unassigned', 'owner/vague', 'owner/unnamed'],
  what: [],
  when: ['deadline/vague', 'deadline/impossible'],
  responsibility: ['owner/leads', 'owner/joint', 'owner/no-lead', 'owner/lead-unsaid', 'owner/repeated'],
  product: [],
  authority: ['owner/authority', 'owner/ended', 'owner/future', 'owner/district'],
};
/** Who answers for a task and by what power cannot be clear where nobody is named. */
const NEED_LEAD: readonly Aspect[] = ['who', 'responsibility', 'authority'];
const LACKS: Partial<Record<Aspect, Lack>> = { what: 'what', when: 'when', product: 'product' };

/**
 * Reads off the tasks what the rules on owners, deadlines and clarity know of them, whichever rules were asked for;
 * what the settings or a comment of the draft set aside does not count against a task.
 */
export function readClarity(draft: Draft, project: Project): Clarity {
  const asked: readonly Rule[] = rules.filter(({ id }) => Object.values(OBJECTIONS).some((ids) => ids.includes(id)));
  const found = check(draft, project, asked);
  const lacks = lacksOf(draft);
  const lacking: Record<Aspect, { id: string; line: number }[]> = {
    who: [],
    what: [],
    when: [],
    responsibility: [],
    product: [],
    authority: [],
  };
  let clear = 0;
  const objections = ASPECTS.map((aspect) => ({
    aspect,
    touches: touchingAny(found.filter(({ rule }) => OBJECTIONS[aspect].includes(rule))),
  }));
  for (const task of draft.tasks) {
    const places = [task, ...task.leads];
    const unclear = objections.filter(({ aspect, touches }) => {
      const lack = LACKS[aspect];
      if (lack && lacks.get(task)?.includes(lack)) return true;
      if (NEED_LEAD.includes(aspect) && task.leads.length === 0) return true;
      return (aspect === 'responsibility' && sharesCell(task)) || places.some(touches);
    });
    for (const { aspect } of unclear) {
      lacking[aspect].push({ id: task.id, line: positionAt(draft.lines, task.start).line });
    }
    if (unclear.length === 0) clear++;
  }
  return { tasks: draft.tasks.length, clear, lacking };
}

/** Of a table with several leads in its rows owner/joint speaks once, at the first. */
function sharesCell({ node, leads }: Task): boolean {
  return node.kind === 'row' && leads.filter(({ kind, inherited }) => kind !== 'group' && !inherited).length > 1;
}

/** Does any of the spans, in the order of their starts, meet the one asked about? */
function touchingAny(spans: readonly Span[]): (span: Span) => boolean {
  const longest = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return ({ start, end }) => {
    for (let i = countBefore(spans, (span) => span.start, start - longest); i < spans.length; i++) {
      const span = spans[i];
      if (!span || span.start >= end) return false;
      if (span.end > start) return true;
    }
    return false;
  };
}
