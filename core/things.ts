import { type Citation, type Draft, wordsOf } from './draft.ts';
import type { AbbreviationMention, ReferenceMention } from './language/references.ts';
import type { Node, PhaseNode, UnitNode } from './nodes.ts';
import { oncePer } from './once.ts';
import { type Agency, pickAgency } from './registry.ts';
import { countBefore } from './sorted.ts';
import type { Deadline, Owner, Task } from './task.ts';
import { foldName, type Words } from './text.ts';

/** What the reader found at a place of the draft. `key` is the same for all places that speak of one thing. */
export type Thing = { readonly words: Words; readonly key: string } & (
  | { readonly kind: 'marker'; readonly unit: UnitNode; readonly tasks: readonly Task[] }
  | { readonly kind: 'owner'; readonly owner: Owner; readonly agency: Agency | undefined }
  | { readonly kind: 'name'; readonly agency: Agency }
  | { readonly kind: 'deadline'; readonly deadline: Deadline; readonly tasks: readonly Task[] }
  | { readonly kind: 'phase'; readonly phase: PhaseNode }
  | { readonly kind: 'citation'; readonly citation: Citation }
  | { readonly kind: 'reference'; readonly reference: ReferenceMention; readonly node: Node }
  | { readonly kind: 'abbreviation'; readonly abbreviation: AbbreviationMention }
);

/** All things of a draft in the order of the text, the longer first of two that begin together; they may lie in one another. */
export const thingsOf = oncePer((draft: Draft): readonly Thing[] => findThings(draft));

/** The things that hold the place, the smallest first. */
export function thingsAt(draft: Draft, offset: number): Thing[] {
  return thingsOf(draft)
    .filter(({ words }) => words.start <= offset && offset <= words.end)
    .sort((a, b) => a.words.end - a.words.start - (b.words.end - b.words.start));
}

/** Of things that lie in one another the inner ones: "Bộ trưởng Bộ Y tế" and "Bộ Y tế" are one place. */
export function innermost(things: readonly Thing[]): Thing[] {
  const isInside = ({ words: a }: Thing, { words: b }: Thing) =>
    b.start <= a.start && a.end <= b.end && a.end - a.start < b.end - b.start;
  return things.filter((outer) => !things.some((inner) => isInside(inner, outer)));
}

function findThings(draft: Draft): Thing[] {
  const { registry } = draft;
  const day = draft.issued;
  const byPlace = new Map<string, Thing>();
  const put = (thing: Thing) => {
    const place = `${thing.words.start}-${thing.words.end}`;
    if (thing.words.start < thing.words.end && !byPlace.has(place)) byPlace.set(place, thing);
  };
  const tasksOf = new Map<number, Task[]>();
  const dueOf = new Map<number, Task[]>();
  const push = (map: Map<number, Task[]>, at: number, task: Task) => {
    const list = map.get(at);
    if (list) list.push(task);
    else map.set(at, [task]);
  };
  for (const task of draft.tasks) {
    push(tasksOf, task.node.span.start, task);
    const due = [...(task.deadline ? [task.deadline] : []), ...task.deadlines];
    for (const start of new Set(due.map(({ words }) => words.start))) push(dueOf, start, task);
  }
  for (const unit of draft.units) {
    const tasks = tasksOf.get(unit.span.start) ?? [];
    put({ kind: 'marker', words: unit.markerWords, key: `unit ${unit.path}`, unit, tasks });
  }
  for (const task of draft.tasks) {
    for (const deadline of [...(task.deadline ? [task.deadline] : []), ...task.deadlines]) {
      const { words } = deadline;
      put({ kind: 'deadline', words, key: `deadline ${words.start}`, deadline, tasks: dueOf.get(words.start) ?? [] });
    }
    for (const owner of [...task.leads, ...task.coordinators]) {
      const agency = owner.agency === undefined ? undefined : registry.agencies.get(owner.agency);
      const key = agency ? `agency ${agency.id}` : `owner ${foldName(owner.text)}`;
      const { text, start, end } = owner;
      put({ kind: 'owner', words: { text, start, end }, key, owner, agency });
    }
  }
  for (const citation of draft.citations) {
    const { text, start, end, number, type, name } = citation;
    const key = `citation ${number ? foldName(number.text) : foldName(`${type} ${name ?? text}`)}`;
    put({ kind: 'citation', words: { text, start, end }, key, citation });
  }
  for (const phase of draft.phases) put({ kind: 'phase', words: phase.words, key: `phase ${phase.start}`, phase });
  for (const node of draft.nodes) {
    for (const name of node.fact.names) {
      const agency = pickAgency(registry, name.ids, day);
      const words = wordsOf(draft.text, node, name.start, name.end);
      if (agency) put({ kind: 'name', words, key: `agency ${agency.id}`, agency });
    }
    for (const reference of node.fact.references) {
      const words = wordsOf(draft.text, node, reference.start, reference.end);
      put({ kind: 'reference', words, key: `reference ${foldName(words.text)}`, reference, node });
    }
    for (const abbreviation of node.fact.abbreviations) {
      const words = wordsOf(draft.text, node, abbreviation.start, abbreviation.end);
      put({ kind: 'abbreviation', words, key: `short ${abbreviation.short}`, abbreviation });
    }
  }
  return [...byPlace.values()].sort((a, b) => a.words.start - b.words.start || b.words.end - a.words.end);
}

/** The last item that begins at or before the place. */
export function nodeAt({ nodes }: Pick<Draft, 'nodes'>, offset: number): Node | undefined {
  return nodes[countBefore(nodes, ({ span }) => span.start, offset + 1) - 1];
}

/** Where an item and all that stands under it ends. */
export function endOf(node: Node): number {
  let end = node.span.end;
  let last: Node | undefined = node;
  while (last) {
    end = Math.max(end, last.span.end);
    last = last.children.at(-1);
  }
  return end;
}
