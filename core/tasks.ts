import type { Deadline, Owner, Task } from './draft.ts';
import type { CellFact, FieldFact, Part, Segment } from './facts.ts';
import type { Day } from './language/calendar.ts';
import { type DeadlineMention, mainDeadline, resolveDeadline } from './language/deadlines.ts';
import { verbAt } from './language/lexicon.ts';
import { type OwnerMention, readOwners, toPassage } from './language/owners.ts';
import { pickAgency, type Registry } from './registry.ts';
import { isTitle, isUnit, type Node, type Structure } from './structure.ts';
import { type Clean, oneLine, sourceSpan, type Words } from './text.ts';

/** What an item has from what it stands under. */
interface Inherited {
  readonly leads: readonly Owner[];
  readonly coordinators: readonly Owner[];
  readonly deadline: Deadline | undefined;
  /** Do the sections above hand out work ("yes"), set views and aims ("no"), or say neither? */
  readonly assigning: 'yes' | 'no' | 'unsaid';
  /** The items below are objects of an action said above ("xây dựng, trình Ban Bí thư:"), whatever their form. */
  readonly objects: boolean;
  /** Items begin with their coordinators ("phối hợp với:"). */
  readonly coordinatorsFollow: boolean;
  /** The owners are those the letter is addressed to: only what is plainly an action is meant for them. */
  readonly addressed?: boolean;
}

const ASSIGNING =
  /nhiệm vụ|giải pháp|tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|nội dung(?! chỉ đạo chung)|kế hoạch (?:thực hiện|triển khai|công tác)|tiến độ|công tác|thực hiện|triển khai|chỉ đạo|yêu cầu các/iu;
const NOT_ASSIGNING =
  /quan điểm|mục đích|mục tiêu|(?<!theo )yêu cầu(?! các)|định hướng|phạm vi|đối tượng|nguyên tắc|mô hình|thực trạng|tình hình|kết quả|đánh giá|hạn chế|nguyên nhân|bối cảnh|tầm nhìn|chỉ tiêu|sự cần thiết|giải thích từ ngữ|căn cứ|cơ sở (?:pháp lý|chính trị)|kinh phí|hiệu lực thi hành|dự báo|bài học|tồn tại/iu;
/** An announcement before a list that is complete in itself: what follows spells out, it is not handed out. */
const SPELLS_OUT =
  /(?:sau|sau đây|dưới đây|như sau|gồm|bao gồm|gồm có|trong đó|là|cụ thể|theo hướng|bảo đảm|yêu cầu|nội dung|nguyên tắc|tiêu chí|gồm các nội dung)\s*:\s*$/iu;
const EXCEPTION = /(?:^|[.;]\s+)Riêng\s/u;
const CLOSING_LINE =
  /^(?:(?:Tất cả )?các (?:nhiệm vụ|nội dung|công việc) [^.:;]{2,60}?\s|tất cả )?(?:phải )?(?:hoàn thành|xong|thời (?:hạn|gian)[^.:;]{0,40}:)/iu;
const NO_TASK =
  /^(?:căn cứ (?:luật|nghị|quyết|thông tư|chỉ thị|kế hoạch số|công văn|hiến|văn bản|kết luận số)|nhận được|theo đề nghị|xét đề nghị|nơi nhận|kính gửi|lưu:|trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai)[^.]{0,80}(?:nếu|khó khăn|vướng mắc|phát sinh)|(?:quyết định|chỉ thị|kế hoạch|công điện|nghị quyết|thông báo) này\s+(?:có hiệu lực|thay thế|được)|\d+(?:[.,]\d+)?\s?%|(?:tối thiểu|ít nhất|trên|khoảng|phấn đấu|tỷ lệ|số lượng)\s)/iu;
/** "Thủ tướng Chính phủ yêu cầu:", "... có ý kiến chỉ đạo như sau:": what follows is handed out. */
const REQUIRES = /(?:yêu cầu|chỉ đạo|giao|kết luận|đề nghị|nhiệm vụ)[^.:]{0,80}:\s*$/iu;
const FINISHED_TITLE = /[:.;]\s*$/;

const NOBODY: Inherited = {
  leads: [],
  coordinators: [],
  deadline: undefined,
  assigning: 'unsaid',
  objects: false,
  coordinatorsFollow: false,
};

/**
 * The tasks of a draft, in the order written: the smallest unit that assigns an action. `upwards` is a report or a
 * proposal, whose addressees are asked for nothing.
 */
export function readTasks(
  text: string,
  structure: Structure,
  registry: Registry,
  issued: Day | undefined,
  upwards: boolean,
): Task[] {
  const units = structure.units.length > 0;
  const tasks: Task[] = [];
  visitChildren(structure.root, { ...NOBODY, ...addressees() });
  return tasks;

  /** Whom a letter asks ("Kính gửi: ..."): they do what it gives to nobody by name. */
  function addressees(): Partial<Inherited> {
    const nodes = structure.nodes.filter((node) => node.region === 'addressees');
    const leads = nodes.flatMap((node) => {
      const { text: line } = node.fact.item.body;
      const from = /^Kính gửi\s*:\s*/u.exec(line)?.[0].length ?? (node.kind === 'bullet' ? 0 : line.length);
      return readOwners(toPassage(line, registry), from).owners.map((owner) => toOwner(node, 0, owner, true));
    });
    const asked = nodes.some((node) => /^Kính gửi/u.test(node.fact.item.body.text));
    return asked && leads.length > 0 && !upwards ? { leads, addressed: true } : {};
  }

  function visitChildren(node: Node, given: Inherited): number {
    let count = 0;
    let current = given;
    let listStart = tasks.length;
    for (const child of node.children) {
      if (child.region === 'recipients' || child.region === 'signature' || child.region === 'addressees') continue;
      const { assignment } = child.fact.whole;
      const line = child.fact.item.body.text;
      if (child.kind === 'text' && child.children.length === 0) {
        if (isClosing(child)) {
          closeList(child, listStart);
          continue;
        }
        // A line that names an owner and stops, or that says who requires: it speaks for what follows it.
        if (
          /:\s*$/.test(line) &&
          (assignment.leads.length > 0 || (current.assigning !== 'no' && REQUIRES.test(line)))
        ) {
          if (assignment.leads.length > 0 && /^[\s:;.]*$/.test(line.slice(assignment.action))) {
            current = {
              ...current,
              ...ownersGiven(child, assignment.leads, assignment.coordinators),
              assigning: 'yes',
            };
          } else if (
            assignment.leads.length > 0 &&
            (assignment.form === 'direct' || (assignment.form !== 'none' && child.region === 'body'))
          ) {
            current = {
              ...current,
              ...ownersGiven(child, assignment.leads, assignment.coordinators),
              assigning: 'yes',
              objects: isDangling(line),
            };
          } else current = { ...current, assigning: 'yes' };
          listStart = tasks.length;
          continue;
        }
      }
      if (child.kind === 'heading') listStart = tasks.length;
      count += visit(child, current);
    }
    // The line after the last point of a list stands under that point, but closes the list.
    const points = node.children.filter((child) => child.kind === 'unit' || child.kind === 'bullet');
    const closing = points.map((point) => point.children.find((child) => isClosing(child)));
    const last = closing.at(-1);
    if (last && points.length > 1 && closing.filter((line) => line).length === 1) closeList(last, listStart);
    return count;
  }

  function visit(node: Node, given: Inherited): number {
    const { fact } = node;
    const line = fact.item.body.text;
    const { assignment } = fact.whole;
    if (node.kind === 'row') return readRow(node, given);
    const before = tasks.length;
    const fieldNodes = node.children.filter((child) => child.fact.fields[0]?.label === 0 || isFieldLine(child));
    const below = node.children.filter((child) => !fieldNodes.includes(child));
    const titled = isTitled(node);
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
    const down: Inherited = {
      ...owners,
      deadline: introDeadline ?? (own ? undefined : given.deadline),
      assigning: own && (intro || bare) ? 'yes' : assigning,
      objects: intro && own && isDangling(line.slice(0, fact.whole.end)),
      coordinatorsFollow: assignment.coordinatorsFollow,
    };

    if (fact.parts.length > 0 && !titled) {
      const made = readParts(node, given, down);
      if (made > 0) return made + visitBelow(node, below, down);
    }
    const fields = [...fact.fields, ...fieldNodes.flatMap((child) => child.fact.fields)];
    if (fields.some((field) => field.name === 'lead' || field.name === 'deadline')) {
      if (!titled || fieldNodes.length > 0) {
        const mark = tasks.length;
        const made = visitBelow(node, below, down);
        if (made > 0 && fieldNodes.length > 0)
          for (const task of tasks.splice(mark)) tasks.push(withFields(task, node, fieldNodes, fields));
        else if (made === 0)
          tasks.push(
            taskOf(node, fact.whole, { ...given, ...owners, deadline: down.deadline }, { fields, fieldNodes }),
          );
        return tasks.length - before;
      }
    }
    // The node's own task stands before those of the items below it.
    const place = tasks.length;
    const made = visitBelow(node, below, down);
    if (titled && !(own && !bare)) return made;
    if (bare && assignment.form !== 'direct' && (made > 0 || below.length > 0)) return made;
    if (bare) return made;
    if (made > 0 && intro) return made;
    if (!isTask(node, given, made)) return made;
    tasks.splice(place, 0, taskOf(node, fact.whole, given, {}));
    const closing = below.find((child) => isClosing(child));
    if (closing) closeList(closing, place);
    return made + 1;
  }

  function visitBelow(node: Node, below: readonly Node[], down: Inherited): number {
    return below.length === 0 ? 0 : visitChildren({ ...node, children: [...below] }, down);
  }

  /** Does a leaf, or an item whose list only spells it out, assign an action? */
  function isTask(node: Node, given: Inherited, below: number): boolean {
    const { whole } = node.fact;
    const { assignment } = whole;
    const line = node.fact.item.body.text;
    if (node.region === 'opening' || NO_TASK.test(line)) return false;
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
      if (assignment.form === 'subject' || assignment.form === 'colon') return given.assigning === 'yes';
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
      const fallback = shared && part !== last ? toDeadline(node, part.start, last, shared, true) : down.deadline;
      tasks.push(partTask(node, part, { ...down, deadline: fallback }));
    }
    return tasks.length - before;
  }

  function partTask(node: Node, part: Part, given: Inherited): Task {
    const id = `${node.path}.${part.inline.marker}`;
    if (!given.coordinatorsFollow)
      return taskOf(node, part, given, { id, span: { start: part.inline.start, end: part.end } });
    const { leads, action } = part.assignment;
    const coordinators = leads.map((lead) => toOwner(node, part.start, lead, false));
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
    about: {
      id?: string;
      span?: { start: number; end: number };
      fields?: readonly FieldFact[];
      fieldNodes?: readonly Node[];
    },
  ): Task {
    const { assignment } = segment;
    const own = assignment.leads.length > 0;
    const body = node.fact.item.body;
    const fields = about.fields ?? [];
    const fieldLeads = fieldOwners(node, about.fieldNodes ?? [], 'lead');
    const fieldCoordinators = fieldOwners(node, about.fieldNodes ?? [], 'coordinators');
    const leads =
      fieldLeads.length > 0
        ? fieldLeads
        : own
          ? assignment.leads.map((lead) => toOwner(node, segment.start, lead, false))
          : given.leads.map(inherit);
    const said = assignment.coordinators.map((owner) => toOwner(node, segment.start, owner, false));
    const coordinators =
      fieldCoordinators.length > 0
        ? fieldCoordinators
        : said.length > 0
          ? said
          : own
            ? []
            : given.coordinators.map(inherit);
    const deadlines = segment.deadlines.map((mention) => toDeadline(node, segment.start, segment, mention, false));
    const labelled = fieldDeadline(node, about.fieldNodes ?? []);
    const deadline = labelled ?? deadlineOf(node, segment, false) ?? given.deadline;
    const from = segment.start + assignment.action;
    const action = at(node, body, from, segment.end);
    const product = fieldWords(node, about.fieldNodes ?? [], 'product', fields);
    const span = about.span ? at(node, body, about.span.start, about.span.end) : node.span;
    return {
      id: about.id ?? idOf(node),
      start: span.start,
      end: span.end,
      text: action.text,
      action: action.start,
      leads,
      coordinators,
      ...(deadline && { deadline }),
      deadlines: labelled ? [labelled, ...deadlines] : deadlines,
      ...(node.phase && { phase: node.phase }),
      ...(product && { product }),
      node,
    };
  }

  /** Plain paragraphs have no number of their own: the second of a place is told from the first. */
  function idOf(node: Node): string {
    if (node.kind !== 'text') return node.path || '-';
    const siblings = node.parent?.children.filter((child) => child.kind === 'text') ?? [];
    return `${node.path === '' ? '' : `${node.path}.`}p${siblings.findIndex((child) => child.span.start === node.span.start) + 1}`;
  }

  function withFields(task: Task, node: Node, fieldNodes: readonly Node[], fields: readonly FieldFact[]): Task {
    const leads = fieldOwners(node, fieldNodes, 'lead');
    const coordinators = fieldOwners(node, fieldNodes, 'coordinators');
    const deadline = task.deadline ?? fieldDeadline(node, fieldNodes);
    const product = task.product ?? fieldWords(node, fieldNodes, 'product', fields);
    return {
      ...task,
      leads: task.leads.length > 0 ? task.leads : leads.map(inherit),
      coordinators: task.coordinators.length > 0 ? task.coordinators : coordinators.map(inherit),
      ...(deadline && { deadline }),
      ...(product && { product }),
    };
  }

  function fieldsOf(node: Node, fieldNodes: readonly Node[]): { holder: Node; field: FieldFact }[] {
    return [node, ...fieldNodes].flatMap((holder) => holder.fact.fields.map((field) => ({ holder, field })));
  }

  function fieldOwners(node: Node, fieldNodes: readonly Node[], name: 'lead' | 'coordinators'): Owner[] {
    return fieldsOf(node, fieldNodes)
      .filter(({ field }) => field.name === name)
      .flatMap(({ holder, field }) => field.owners.map((owner) => toOwner(holder, 0, owner, false)));
  }

  function fieldDeadline(node: Node, fieldNodes: readonly Node[]): Deadline | undefined {
    for (const { holder, field } of fieldsOf(node, fieldNodes)) {
      const mention = field.name === 'deadline' ? mainDeadline(field.deadlines) : undefined;
      if (mention) return toDeadline(holder, 0, undefined, mention, false);
    }
    return undefined;
  }

  function fieldWords(
    node: Node,
    fieldNodes: readonly Node[],
    name: string,
    _fields: readonly FieldFact[],
  ): Words | undefined {
    const found = fieldsOf(node, fieldNodes).find(({ field }) => field.name === name);
    return found && at(found.holder, found.holder.fact.item.body, found.field.start, found.field.end);
  }

  function readRow(node: Node, given: Inherited): number {
    const cells = node.fact.cells ?? [];
    if (node.fact.item.head) return 0;
    const cellOf = (column: CellFact['column']) =>
      cells.findLast((cell) => cell.column === column && cell.text.text !== '');
    const task = cellOf('task');
    const filled = cells.filter((cell) => cell.text.text !== '' && cell.column !== 'number');
    // A group row names what follows: one cell, one text through all cells, or a Roman number.
    const texts = new Set(filled.map((cell) => cell.text.text));
    if (!task || texts.size < 2 || (filled.length < 2 && !cellOf('lead'))) return 0;
    const number = cellOf('number')?.text.text.replace(/[.)]$/, '');
    const owners = (column: 'lead' | 'coordinators') =>
      cells
        .filter((cell) => cell.column === column)
        .flatMap((cell) => cell.owners.map((owner) => ownerAt(node, cell.text, owner, false)));
    const due = cellOf('deadline');
    const mention = due && mainDeadline(due.deadlines);
    const leads = owners('lead');
    const deadline = mention && due && deadlineAt(node, due.text, mention, false);
    const product = cellOf('product');
    tasks.push({
      id: number ? `${node.parent?.path ?? ''}.R${number}` : node.path,
      ...node.span,
      text: at(node, task.text, 0, task.text.text.length).text,
      action: at(node, task.text, 0, 1).start,
      leads: leads.length > 0 ? leads : given.leads.map(inherit),
      coordinators: owners('coordinators'),
      ...(deadline && { deadline }),
      deadlines: deadline ? [deadline] : [],
      ...(node.phase && { phase: node.phase }),
      ...(product && { product: at(node, product.text, 0, product.text.text.length) }),
      node,
    });
    return 1;
  }

  /** "Hoàn thành trong quý II năm 2010." as a line of its own serves the items of the list above. */
  function closeList(node: Node, from: number): void {
    const mention = mainDeadline(node.fact.whole.deadlines);
    if (!mention) return;
    const deadline = toDeadline(node, 0, node.fact.whole, mention, true);
    for (let i = from; i < tasks.length; i++) {
      const task = tasks[i];
      if (task && !task.deadline) tasks[i] = { ...task, deadline };
    }
  }

  function isClosing(node: Node): boolean {
    const line = node.fact.item.body.text;
    return (
      node.kind === 'text' &&
      node.children.length === 0 &&
      line.length < 160 &&
      CLOSING_LINE.test(line) &&
      node.fact.whole.assignment.leads.length === 0 &&
      node.fact.whole.deadlines.length > 0
    );
  }

  function ownersGiven(node: Node, leads: readonly OwnerMention[], coordinators: readonly OwnerMention[]) {
    return {
      addressed: false,
      leads: leads.map((owner) => toOwner(node, 0, owner, true)),
      coordinators: coordinators.map((owner) => toOwner(node, 0, owner, true)),
    };
  }

  function withCoordinators(node: Node, given: Inherited, coordinators: readonly OwnerMention[]) {
    const { leads, addressed = false } = given;
    return coordinators.length === 0
      ? { leads, addressed, coordinators: given.coordinators }
      : { leads, addressed, coordinators: coordinators.map((owner) => toOwner(node, 0, owner, true)) };
  }

  function deadlineOf(node: Node, segment: Segment, inherited: boolean): Deadline | undefined {
    // "Riêng đối với ... hoàn thành năm 2026": an exception of the task, not its deadline.
    const words = node.fact.item.body.text.slice(segment.start, segment.end);
    const exception = EXCEPTION.exec(words.slice(1))?.index ?? words.length;
    const mention =
      mainDeadline(segment.deadlines.filter((each) => each.start <= exception)) ?? mainDeadline(segment.deadlines);
    return mention && toDeadline(node, segment.start, segment, mention, inherited);
  }

  function toDeadline(
    node: Node,
    _from: number,
    segment: Segment | undefined,
    mention: DeadlineMention,
    inherited: boolean,
  ): Deadline {
    const by = segment?.start ?? 0;
    return deadlineAt(
      node,
      node.fact.item.body,
      { ...mention, start: mention.start + by, end: mention.end + by },
      inherited,
    );
  }

  function deadlineAt(node: Node, passage: Clean, mention: DeadlineMention, inherited: boolean): Deadline {
    return {
      words: at(node, passage, mention.start, mention.end),
      relation: mention.relation,
      ...resolveDeadline(mention, issued),
      inherited,
    };
  }

  function toOwner(node: Node, by: number, owner: OwnerMention, inherited: boolean): Owner {
    return ownerAt(node, node.fact.item.body, { ...owner, start: owner.start + by, end: owner.end + by }, inherited);
  }

  function ownerAt(node: Node, passage: Clean, owner: OwnerMention, inherited: boolean): Owner {
    const words = at(node, passage, owner.start, owner.end);
    const agency = owner.ids.length > 0 ? pickAgency(registry, owner.ids, issued) : undefined;
    return {
      ...words,
      ...(owner.text !== undefined && { text: oneLine(owner.text) }),
      ...(agency && { agency: agency.id }),
      kind: owner.kind,
      inherited,
    };
  }

  function at(node: Node, passage: Clean, from: number, to: number): Words {
    const span = sourceSpan(passage, from, to);
    const [start, end] = [node.start + span.start, node.start + span.end];
    return { text: oneLine(text.slice(start, end)), start, end };
  }
}

function inherit(owner: Owner): Owner {
  return owner.inherited ? owner : { ...owner, inherited: true };
}

/** A title says what its part is about; an assignment that happens to be a heading is none. */
function isTitled(node: Node): boolean {
  const { item, whole } = node.fact;
  if (node.kind === 'heading' || node.kind === 'phase' || node.kind === 'annex') return true;
  if (!isUnit(node)) return false;
  const strong = whole.assignment.leads.length > 0;
  if (strong) return false;
  if (item.level > 0 || item.bold || isTitle(item.body.text, item.bold)) return true;
  // "1. Về thể chế" without a # above its points.
  const { style } = node.marker;
  if (style === 'roman' || style === 'part' || style === 'chapter' || style === 'section' || style === 'capital')
    return true;
  return (
    node.children.some((child) => child.kind !== 'row' && child.fact.fields[0]?.label !== 0) &&
    !FINISHED_TITLE.test(item.body.text) &&
    item.body.text.length < 200
  );
}

function classify(title: string, above: Inherited['assigning']): Inherited['assigning'] {
  const words = title.replace(/^về\s+/iu, '');
  const views =
    NOT_ASSIGNING.test(words) &&
    /^(?:quan điểm|mục|yêu cầu|đối tượng|phạm vi|nguyên tắc|định hướng|đánh giá|kết quả|tình hình|thực trạng)/iu.test(
      words,
    );
  if (ASSIGNING.test(words) && !views) return 'yes';
  if (NOT_ASSIGNING.test(words)) return 'no';
  return above;
}

/** "xây dựng, trình Ban Bí thư:", "ban hành:": the items that follow are what is to be made. */
function isDangling(intro: string): boolean {
  return /:\s*$/.test(intro) && !SPELLS_OUT.test(intro);
}

/** An item under an owner whose verb the lexicon does not have: anything that does not open like a noun or a figure. */
function couldAct(line: string): boolean {
  return (
    /^\p{L}/u.test(line) &&
    !/^(?:các|những|việc|số|mỗi|một|tỷ|có \d|là|đây|do|khi|nếu|trong|tại|theo|về|bộ|sở|ủy ban|danh|mức|nguồn|kinh phí|hệ thống|cơ sở dữ liệu|đề án|dự án|chương trình|kế hoạch|quy|nghị|thông tư|luật)(?!\p{L})/iu.test(
      line,
    ) &&
    (verbAt(line, 0) > 0 || /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(line))
  );
}

function isUnderUnit(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent)
    if (at.kind === 'unit' || at.kind === 'phase' || (at.kind === 'heading' && at.fact.item.level > 1)) return true;
  return false;
}

/** "Chủ trì: ...", "Thời hạn: ..." on a line of its own below the task. */
function isFieldLine(node: Node): boolean {
  return (
    (node.kind === 'bullet' || node.kind === 'text') && node.fact.fields.length > 0 && node.fact.fields[0]?.label === 0
  );
}
