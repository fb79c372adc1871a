import {
  ABOUT,
  classify,
  couldAct,
  deadlineIn,
  isClosing,
  isDangling,
  isDue,
  isTitled,
  isUnderUnit,
  NO_TASK,
  REQUIRES,
  SPELLS_OUT,
} from './assigning.ts';
import { type Carried, touchedBy } from './carry.ts';
import { type Part, type Segment, withParts } from './facts.ts';
import type { Day } from './language/calendar.ts';
import { mainDeadline } from './language/deadlines.ts';
import { readOwners } from './language/owners.ts';
import { type OwnerMention, toPassage } from './language/passage.ts';
import { looksOf } from './looks.ts';
import type { Node, Structure } from './nodes.ts';
import { inherit, moved, placing } from './placed.ts';
import type { Registry } from './registry.ts';
import { apart, type Deadline, type Task } from './task.ts';
import { type Fields, fieldLines, makeTask, readRow, readTaskFields, tellsWhen, withFields } from './task-fields.ts';
import type { Span } from './text.ts';
import { forgetUnused, type Inherited, NOBODY, type Visits } from './visits.ts';

export interface Tasks {
  readonly tasks: Task[];
  readonly visits: Visits;
  /** Items whose tasks were read and not carried over. */
  readonly read: ReadonlySet<Node>;
}

/**
 * The tasks of a draft, in the order written: the smallest unit that assigns an action. `upwards` is a report or a
 * proposal, whose addressees are asked for nothing. Where the structure was carried over, so are the tasks of items
 * that say what they said and stand under the same; `visits` are those of the draft before, and are brought up to date.
 */
export function readTasks(
  text: string,
  structure: Structure,
  registry: Registry,
  issued: Day | undefined,
  upwards: boolean,
  carried?: Carried,
  visits: Visits = { of: new Map(), made: [] },
): Tasks {
  const units = structure.units.length > 0;
  const tasks: Task[] = [];
  /** Of the paragraphs under a node: where each begins, and which it is. */
  const paragraphs = new Map<Node, Map<number, number>>();
  const place = placing(text, registry, issued);
  const touched = touchedBy(carried);
  const read = new Set<Node>();
  const visited = new Set<Node>();
  visitChildren(structure.root, { ...NOBODY, ...addressees() }, !carried);
  forgetOthers(structure.root);
  forgetUnused(visits, tasks);
  return { tasks, visits, read };

  /** With words of its own: each is moved once. */
  function make(task: Task): Task {
    const made = apart(task);
    visits.made.push(made);
    return made;
  }

  /** What was not visited this time may have been given something else meanwhile. */
  function forgetOthers({ children }: Node): void {
    for (const child of children) if (!visited.has(child)) visits.of.delete(child);
  }

  /** Whom a letter asks ("Kính gửi: ..."): they do what it gives to nobody by name. */
  function addressees(): Partial<Inherited> {
    const nodes = structure.nodes.filter((node) => node.region === 'addressees');
    const leads = nodes.flatMap((node) => {
      const { text: line } = node.fact.item.body;
      const from = /^Kính gửi\s*:\s*/u.exec(line)?.[0].length ?? (node.kind === 'bullet' ? 0 : line.length);
      return readOwners(toPassage(line, registry), from).owners.map((owner) => place.owner(node, owner, true));
    });
    const asked = nodes.some((node) => /^Kính gửi/u.test(node.fact.item.body.text));
    return asked && leads.length > 0 && !upwards ? { leads, addressed: true } : {};
  }

  /** `other`: what is given may be other than it was before. */
  function visitChildren(node: Node, given: Inherited, other: boolean): number {
    let count = 0;
    let current = given;
    let isOther = other;
    let listStart = tasks.length;
    for (const child of node.children) {
      if (child.region === 'recipients' || child.region === 'signature' || child.region === 'addressees') continue;
      const { assignment } = child.fact.whole;
      const line = child.fact.item.body.text;
      if (child.kind === 'text' && child.children.length === 0) {
        // A line that opens a list was one before as well: items that carry over look the same (looks.ts).
        isOther ||= carried?.anew.has(child) === true && looksOf(child.fact).opens;
        if (isClosing(child)) {
          closeList(child, listStart);
          continue;
        }
        // A line that names an owner and stops, or that says who requires: it speaks for what follows it.
        if (
          looksOf(child.fact).opens &&
          (assignment.leads.length > 0 || (current.assigning !== 'no' && REQUIRES.test(line)))
        ) {
          const names = assignment.leads.length > 0;
          const stops = /^[\s:;.]*$/.test(line.slice(assignment.action));
          const gives = assignment.form === 'direct' || (assignment.form !== 'none' && child.region === 'body');
          current = {
            ...current,
            ...(names && (stops || gives) && ownersGiven(child, assignment.leads, assignment.coordinators)),
            ...(names && !stops && gives && { objects: isDangling(line) }),
            assigning: 'yes',
          };
          listStart = tasks.length;
          continue;
        }
      }
      if (child.kind === 'heading') listStart = tasks.length;
      count += visit(child, current, isOther);
    }
    // The line after the last point of a list stands under that point, but closes the list.
    const points = node.children.filter((child) => child.kind === 'unit' || child.kind === 'bullet');
    const closing = points.map((point) => point.children.find((child) => isClosing(child)));
    const last = closing.at(-1);
    if (last && points.length > 1 && closing.filter((line) => line).length === 1) closeList(last, listStart);
    return count;
  }

  /** Gives how many tasks were read. */
  function visit(node: Node, given: Inherited, other: boolean): number {
    visited.add(node);
    const known = visits.of.get(node);
    if (carried && known && !other && !touched.has(node)) {
      for (const task of known.tasks) tasks.push(task);
      return known.tasks.length;
    }
    const from = tasks.length;
    const titled = isTitled(node);
    const fields = fieldLines(node);
    const made = readVisit(node, given, { titled, fields, other: other || givesOther(node, titled, fields.length) });
    forgetOthers(node);
    read.add(node);
    visits.of.set(node, { tasks: tasks.slice(from), titled, fields: fields.length });
    return made;
  }

  function readVisit(
    node: Node,
    given: Inherited,
    { titled, fields: fieldNodes, other }: { titled: boolean; fields: readonly Node[]; other: boolean },
  ): number {
    const { fact } = node;
    const line = fact.item.body.text;
    const { assignment } = fact.whole;
    if (node.kind === 'row') {
      const row = readRow(node, given.leads, place);
      if (row) tasks.push(make(row));
      return row ? 1 : 0;
    }
    const before = tasks.length;
    const said = new Set(fieldNodes);
    const below = fieldNodes.length > 0 ? node.children.filter((child) => !said.has(child)) : node.children;
    const assigning = titled ? classify(line, given.assigning) : given.assigning;
    const own = assignment.leads.length > 0;
    const bare = own && /^[\s:;.,]*$/.test(line.slice(assignment.action, fact.whole.end));
    const owners = own
      ? ownersGiven(node, assignment.leads, assignment.coordinators)
      : withCoordinators(node, given, assignment.coordinators);
    // "Bộ A xây dựng Đề án ... trước ngày 20/10. Trong đó chú ý:" is a task by itself; its last sentence opens the list.
    const complete =
      own &&
      !bare &&
      /[.]\s+(?:Trong đó|Cụ thể|Bao gồm|Gồm)[^.]*:\s*$/u.test(line.slice(assignment.action, fact.whole.end));
    const intro = !complete && (/:\s*$/.test(line.slice(0, fact.whole.end)) || (bare && below.length > 0));
    const introDeadline = intro ? deadlineOf(node, fact.whole, true) : undefined;
    const opening = line.slice(0, fact.whole.end);
    const about = !titled && assignment.acts && ABOUT.test(opening);
    const items: Inherited = {
      ...owners,
      deadline: introDeadline ?? (own ? undefined : given.deadline),
      assigning: own && (intro || bare) ? 'yes' : assigning,
      objects: intro && own && isDangling(opening),
      coordinatorsFollow: assignment.coordinatorsFollow,
    };
    const down: Inherited = about ? { ...NOBODY, assigning: 'no' } : items;

    if (fact.parts.length > 0 && !titled && !about) {
      const made = readParts(node, given, down);
      if (made > 0) return made + visitBelow(node, below, down, other);
    }
    const labelled = makeTask([fact, ...fieldNodes.map((child) => child.fact)]) && !tellsWhen(fact);
    if (labelled && (!titled || fieldNodes.length > 0)) {
      const fields = readTaskFields(node, fieldNodes, place);
      const made = visitBelow(node, below, down, other);
      if (made > 0 && fieldNodes.length > 0)
        for (const task of tasks.splice(before)) tasks.push(make(withFields(task, fields)));
      else if (made === 0)
        tasks.push(make(taskOf(node, fact.whole, { ...given, ...owners, deadline: down.deadline }, { fields })));
      return tasks.length - before;
    }
    const made = visitBelow(node, below, down, other);
    if (titled && !(own && !bare)) return made;
    if (bare || (made > 0 && intro) || !isTask(node, given, made)) return made;
    // The node's own task stands before those of the items below it.
    tasks.splice(before, 0, make(taskOf(node, about ? withParts(fact) : fact.whole, given, {})));
    const closing = below.find((child) => isClosing(child));
    if (closing) closeList(closing, before);
    return made + 1;
  }

  function visitBelow(node: Node, below: readonly Node[], down: Inherited, other: boolean): number {
    if (below.length === 0) return 0;
    return visitChildren(below === node.children ? node : { ...node, children: [...below] }, down, other);
  }

  /** May an item give to those below it what it did not give before? By its words, or by what now stands below it. */
  function givesOther(node: Node, titled: boolean, fields: number): boolean {
    const before = visits.of.get(node);
    if (!carried || !before || carried.anew.has(node)) return true;
    return touched.has(node) && (before.titled !== titled || before.fields !== fields);
  }

  /** Does a leaf, or an item whose list only spells it out, assign an action? */
  function isTask(node: Node, given: Inherited, below: number): boolean {
    const { whole } = node.fact;
    const { assignment } = whole;
    const line = node.fact.item.body.text;
    const named = assignment.leads.length > 0 && /^căn cứ\s/iu.test(line);
    if (node.region === 'opening' || (!named && NO_TASK.test(line))) return false;
    if (/^["(]?\p{Ll}{1,3}\)?$/u.test(line) || line.length < 8) return false;
    const strong = assignment.form === 'lead' || assignment.form === 'direct';
    if (assignment.late && given.assigning === 'no') return false;
    if (node.kind === 'text') {
      if (
        node.fact.item.level > 0 ||
        /^(?:biết,\s*)?(?:(?:để\s+)?(?:tổ chức|triển khai|nghiêm túc|khẩn trương)\s+)*thực hiện\W*$/iu.test(
          line.slice(assignment.action),
        )
      )
        return false;
      // Paragraphs around the numbered text open and close the document; those under a title or an owner speak for it.
      if (units && !isUnderUnit(node)) return strong && node.region === 'body' && given.assigning === 'yes';
      if (strong) return true;
      if (assignment.form === 'subject' || assignment.form === 'colon')
        return given.assigning === 'yes' || (given.assigning !== 'no' && isDue(whole));
      return given.leads.length > 0 && !given.addressed && assignment.acts && below === 0;
    }
    if (strong || assignment.form === 'passive') return true;
    if (assignment.form === 'subject' || assignment.form === 'colon') return given.assigning !== 'no';
    if (given.addressed) return assignment.acts && given.assigning !== 'no';
    if (given.leads.length > 0) return given.objects || assignment.acts || couldAct(line);
    return given.assigning === 'yes' && assignment.acts;
  }

  function readParts(node: Node, given: Inherited, down: Inherited): number {
    const { fact } = node;
    const { assignment } = fact.whole;
    const intro = fact.item.body.text.slice(0, fact.whole.end);
    const owned = down.leads.length > 0 || assignment.coordinatorsFollow;
    const enumerates = intro !== '' && !/[:.;]\s*$/.test(intro);
    if (enumerates) return 0;
    const anyOwn = fact.parts.some((part) => part.assignment.leads.length > 0 && part.assignment.form !== 'none');
    const allAct = fact.parts.every((part) => part.assignment.acts);
    if (!owned && !(anyOwn && given.assigning !== 'no') && !(given.assigning === 'yes' && allAct)) return 0;
    // "... theo hướng: (i) ..." spells the action out; the parts are tasks only when each tells what to do.
    if (SPELLS_OUT.test(intro) && !allAct && !anyOwn) return 0;
    if (
      !down.objects &&
      !allAct &&
      !anyOwn &&
      assignment.topic === undefined &&
      assignment.form !== 'colon' &&
      assignment.leads.length > 0 &&
      !isDangling(intro) &&
      !assignment.coordinatorsFollow &&
      /:\s*$/.test(intro)
    )
      return 0;
    const last = fact.parts.at(-1);
    const shared = last?.deadlines.find((mention) => mention.closing);
    const before = tasks.length;
    for (const part of fact.parts) {
      const fallback =
        shared && last && part !== last ? place.deadline(node, moved(shared, last.start), true) : down.deadline;
      tasks.push(make(partTask(node, part, { ...down, deadline: fallback })));
    }
    return tasks.length - before;
  }

  function partTask(node: Node, part: Part, given: Inherited): Task {
    const id = `${node.path}.${part.inline.marker}`;
    if (!given.coordinatorsFollow)
      return taskOf(node, part, given, { id, span: { start: part.inline.start, end: part.end } });
    const { leads, action } = part.assignment;
    const coordinators = leads.map((lead) => place.owner(node, moved(lead, part.start), false));
    return {
      ...taskOf(
        node,
        { ...part, assignment: { ...part.assignment, leads: [], coordinators: [], action } },
        { ...given, coordinators },
        { id, span: { start: part.inline.start, end: part.end } },
      ),
      coordinators,
    };
  }

  function taskOf(
    node: Node,
    segment: Segment,
    given: Inherited,
    about: { id?: string; span?: Span; fields?: Fields },
  ): Task {
    const { assignment } = segment;
    const own = assignment.leads.length > 0;
    const { fields } = about;
    const leads = own
      ? assignment.leads.map((lead) => place.owner(node, moved(lead, segment.start), false))
      : given.leads.map(inherit);
    const said = assignment.coordinators.map((owner) => place.owner(node, moved(owner, segment.start), false));
    const coordinators = said.length > 0 || own ? said : given.coordinators.map(inherit);
    const deadlines = segment.deadlines.map((mention) => place.deadline(node, moved(mention, segment.start), false));
    const labelled = fields?.deadline;
    const deadline = labelled ?? deadlineOf(node, segment, false) ?? given.deadline;
    const action = place.words(node, { start: segment.start + assignment.action, end: segment.end });
    const span = about.span ? place.words(node, about.span) : node.span;
    return {
      id: about.id ?? idOf(node),
      start: span.start,
      end: span.end,
      text: action.text,
      action: action.start,
      leads: fields?.leads.length ? fields.leads : leads,
      coordinators: fields?.coordinators.length ? fields.coordinators : coordinators,
      ...(deadline && { deadline }),
      deadlines: labelled ? [labelled, ...deadlines] : deadlines,
      ...(node.phase && { phase: node.phase }),
      ...(fields?.product && { product: fields.product }),
      node,
    };
  }

  /** Plain paragraphs have no number of their own: the second of a place is told from the first. */
  function idOf(node: Node): string {
    if (node.kind !== 'text') return node.path || '-';
    const { parent, path, span } = node;
    let places = parent && paragraphs.get(parent);
    if (parent && !places) {
      const texts = parent.children.filter((child) => child.kind === 'text');
      places = new Map(texts.map((child, i) => [child.span.start, i + 1]));
      paragraphs.set(parent, places);
    }
    return `${path === '' ? '' : `${path}.`}p${places?.get(span.start) ?? 0}`;
  }

  /** "Hoàn thành trong quý II năm 2010." as a line of its own serves the items of the list above. */
  function closeList(node: Node, from: number): void {
    const mention = mainDeadline(node.fact.whole.deadlines);
    if (!mention) return;
    const deadline = place.deadline(node, mention, true);
    for (let i = from; i < tasks.length; i++) {
      const task = tasks[i];
      if (task && !task.deadline) tasks[i] = make({ ...task, deadline });
    }
  }

  function ownersGiven(node: Node, leads: readonly OwnerMention[], coordinators: readonly OwnerMention[]) {
    return {
      addressed: false,
      leads: leads.map((owner) => place.owner(node, owner, true)),
      coordinators: coordinators.map((owner) => place.owner(node, owner, true)),
    };
  }

  function withCoordinators(node: Node, given: Inherited, coordinators: readonly OwnerMention[]) {
    const { leads, addressed = false } = given;
    return coordinators.length === 0
      ? { leads, addressed, coordinators: given.coordinators }
      : { leads, addressed, coordinators: coordinators.map((owner) => place.owner(node, owner, true)) };
  }

  function deadlineOf(node: Node, segment: Segment, inherited: boolean): Deadline | undefined {
    const mention = deadlineIn(node.fact.item.body.text, segment);
    return mention && place.deadline(node, moved(mention, segment.start), inherited);
  }
}
