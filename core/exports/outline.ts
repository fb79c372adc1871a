import type { Citation, Draft } from '../draft.ts';
import type { Node } from '../nodes.ts';
import type { Deadline, Owner, Task } from '../task.ts';
import { oneLine, positionAt } from '../text.ts';

/** One document of `chidao outline --format json`: units, phases, tasks and citations as the command line promises. */
export function toOutline(draft: Draft, path: string) {
  const line = (offset: number) => positionAt(draft.lines, offset).line;
  const { letterhead } = draft;
  return {
    path,
    type: orNull(letterhead.type?.text),
    number: orNull(letterhead.number?.text),
    issued: draft.issued ?? null,
    units: draft.units.map((unit) => ({
      path: unit.path,
      marker: unit.marker.text,
      style: unit.marker.style,
      line: line(unit.span.start),
      text: oneLine(draft.text.slice(unit.markerWords.end, unit.span.end)),
    })),
    phases: draft.phases.map((phase) => ({
      title: phase.title,
      start: phase.startDay,
      end: phase.endDay,
      line: line(phase.start),
    })),
    tasks: draft.tasks.map((task) => toTask(task, line)),
    citations: firstOfItem(draft).map((cite) => ({
      line: line(cite.start),
      type: cite.type,
      number: orNull(cite.number?.text),
      date: cite.date ?? null,
      issuer: cite.issuer ?? null,
      name: cite.name ?? null,
    })),
  };
}

/** A number repeated in the same item without its date ("(gọi tắt là Nghị định số 35/2022/NĐ-CP)") is listed once. */
function firstOfItem(draft: Draft) {
  const first = new Map<Node, Map<string, Citation>>();
  for (const cite of draft.citations) {
    if (cite.number === undefined) continue;
    const ofItem = first.get(cite.node) ?? new Map<string, Citation>();
    first.set(cite.node, ofItem);
    const known = ofItem.get(cite.number.text);
    if (!known || (known.date === undefined && cite.date !== undefined)) ofItem.set(cite.number.text, cite);
  }
  return draft.citations.filter(
    (cite) =>
      cite.date !== undefined || cite.number === undefined || first.get(cite.node)?.get(cite.number.text) === cite,
  );
}

/** One task of `outline` and `tasks`. */
export function toTask(task: Task, line: (offset: number) => number) {
  return {
    id: task.id,
    line: line(task.start),
    endLine: line(task.end),
    text: task.text,
    leads: task.leads.map(toOwner),
    coordinators: task.coordinators.map(toOwner),
    deadline: task.deadline ? toDeadline(task.deadline) : null,
    phase: task.phase?.title ?? null,
    product: task.product?.text ?? null,
  };
}

function toOwner(owner: Owner) {
  return { text: owner.text, agency: owner.agency ?? null, kind: owner.kind, inherited: owner.inherited };
}

function toDeadline(deadline: Deadline) {
  const { words, relation, start, date, inherited } = deadline;
  return { text: words.text, relation, start, date, inherited };
}

function orNull(text: string | undefined): string | null {
  return text === undefined ? null : oneLine(text);
}
