import type { CellFact, Fact } from './facts.ts';
import { mainDeadline } from './language/deadlines.ts';
import type { FieldName } from './language/fields.ts';
import type { Node } from './nodes.ts';
import { inherit, type Placing } from './placed.ts';
import type { Deadline, Owner, Task } from './task.ts';
import type { Words } from './text.ts';

/** What labelled lines say of the task above them ("Chủ trì: ...", "Thời hạn: ..."). */
export interface Fields {
  readonly leads: readonly Owner[];
  readonly coordinators: readonly Owner[];
  readonly deadline?: Deadline;
  readonly product?: Words;
}

/** The labelled values of an item and of the labelled lines below it. */
export function readTaskFields(node: Node, lines: readonly Node[], place: Placing): Fields {
  const fields = [node, ...lines].flatMap((holder) => holder.fact.fields.map((field) => ({ holder, field })));
  const owners = (name: FieldName) =>
    fields
      .filter(({ field }) => field.name === name)
      .flatMap(({ holder, field }) => field.owners.map((owner) => place.owner(holder, owner, false)));
  const deadlines = fields.flatMap(({ holder, field }) => {
    const mention = field.name === 'deadline' ? mainDeadline(field.deadlines) : undefined;
    return mention ? [place.deadline(holder, mention, false)] : [];
  });
  const product = fields.find(({ field }) => field.name === 'product');
  return {
    leads: owners('lead'),
    coordinators: owners('coordinators'),
    ...(deadlines[0] && { deadline: deadlines[0] }),
    ...(product && { product: place.words(product.holder, product.field) }),
  };
}

/** A task that has not said it itself takes owners, deadline and product from labelled lines beside it. */
export function withFields(task: Task, fields: Fields): Task {
  const deadline = task.deadline ?? fields.deadline;
  const product = task.product ?? fields.product;
  return {
    ...task,
    leads: task.leads.length > 0 ? task.leads : fields.leads.map(inherit),
    coordinators: task.coordinators.length > 0 ? task.coordinators : fields.coordinators.map(inherit),
    ...(deadline && { deadline }),
    ...(product && { product }),
  };
}

/**
 * The lines below a task that say who and when: "Chủ trì: ...", "Thời hạn: ..." on lines of their own. Numbered lines
 * ("a) Cơ quan chủ trì: ...", "b) Cơ quan phối hợp: ...") do so where there are several: one alone is a point itself.
 */
export function fieldLines(node: Node): Node[] {
  const labelled = node.children.filter((child) => child.fact.fields[0]?.label === 0);
  const isNumbered = (child: Node) => child.kind === 'unit' && child.children.length === 0;
  const numbered = labelled.filter(isNumbered);
  const several = numbered.length > 1 && numbered.some((child) => child.fact.fields[0]?.name === 'lead');
  return labelled.filter((child) => child.kind === 'bullet' || child.kind === 'text' || (several && isNumbered(child)));
}

/** Do labels say who does it or when, so that what they stand by is a task? */
export function makeTask(facts: readonly Fact[]): boolean {
  return facts.some(({ fields }) => fields.some((field) => field.name === 'lead' || field.name === 'deadline'));
}

/** "Thời gian: 8 giờ ngày 20/8/2026", "Thời gian và địa điểm:": when and where people meet, and no task. */
export function tellsWhen({ item, fields }: Fact): boolean {
  const labelled = fields[0]?.label === 0 && fields.every(({ name }) => name === 'deadline');
  return labelled || /^(?:thời gian|địa điểm|thành phần|hình thức)(?!\p{L})[^.:;]{0,60}:?\s*$/iu.test(item.body.text);
}

/** "(1)", "2", "A", "5 = 3 + 4": below the head of a long table its columns are numbered. */
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|\p{L}|[IVX]{2,5})[).]?(?:\s*=[\s\d()+x*/-]+)?$/u;

/** The task of a table row; undefined for a head row, for one that numbers the columns and for one that names a group. */
export function readRow(node: Node, leads: readonly Owner[], place: Placing): Task | undefined {
  const cells = node.fact.cells ?? [];
  if (node.fact.item.head) return undefined;
  const cellOf = (column: CellFact['column']) =>
    cells.findLast((cell) => cell.column === column && cell.text.text !== '');
  const task = cellOf('task');
  const filled = cells.filter(({ text, column }, i) => {
    return text.text !== '' && column !== 'number' && !(i === 0 && COLUMN_NUMBER.test(text.text));
  });
  // A group row has one text, in one cell or repeated through all of them.
  if (!task || new Set(filled.map((cell) => cell.text.text)).size < 2) return undefined;
  if (cells.every(({ text }) => text.text === '' || COLUMN_NUMBER.test(text.text))) return undefined;
  const number = cellOf('number')?.text.text.replace(/[.)]$/, '');
  const owners = (column: 'lead' | 'coordinators') =>
    cells
      .filter((cell) => cell.column === column)
      .flatMap((cell) => cell.owners.map((owner) => place.owner(node, owner, false, cell.text)));
  const own = owners('lead');
  const due = cellOf('deadline');
  const mention = due && mainDeadline(due.deadlines);
  const deadline = mention && due && place.deadline(node, mention, false, due.text);
  const product = cellOf('product');
  const whole = (cell: CellFact) => place.words(node, { start: 0, end: cell.text.text.length }, cell.text);
  const action = whole(task);
  return {
    id: number ? `${node.parent?.path ?? ''}.R${number}` : node.path,
    ...node.span,
    text: action.text,
    action: action.start,
    leads: own.length > 0 ? own : leads.map(inherit),
    coordinators: owners('coordinators'),
    ...(deadline && { deadline }),
    deadlines: deadline ? [deadline] : [],
    ...(node.phase && { phase: node.phase }),
    ...(product && { product: whole(product) }),
    node,
  };
}
