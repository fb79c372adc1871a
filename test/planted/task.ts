import { wordsOf } from '../../core/draft.ts';
import type { Task } from '../../core/task.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** Tasks that stand in a point of their own, not inline among others. */
function ownTasks({ draft }: Directive): Task[] {
  return draft.tasks.filter(({ node }) => node.kind !== 'row' && node.fact.parts.length === 0);
}

/** The action up to its end, without white space. */
function actionEnd({ text }: Directive, { action, end }: Task): number {
  return action + text.slice(action, end).trimEnd().length;
}

function inPlaceOf(words: string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      for (const task of ownTasks(directive)) {
        const [lead] = task.leads;
        if (!lead || (!lead.inherited && lead.start > task.action)) continue;
        const first = directive.text[task.action] ?? '';
        const opening = first === first.toUpperCase() ? words : `${words[0]?.toLowerCase()}${words.slice(1)}`;
        yield plant(directive, task.action, actionEnd(directive, task), opening);
      }
    },
    'name',
    { value: words },
  );
}

/** The action of one task written once more in place of another's. */
function* copied(directive: Directive): Iterable<Planted> {
  const tasks = ownTasks(directive).filter(isLong);
  for (const [i, task] of tasks.entries()) {
    const other = tasks[(i + 3) % tasks.length];
    if (!other || other === task || !differs(task, other)) continue;
    yield both(directive, other, task, directive.text.slice(task.action, actionEnd(directive, task)));
  }
}

/** The same with more words behind it. */
function* copiedAndExtended(directive: Directive): Iterable<Planted> {
  const tasks = ownTasks(directive).filter(isLong);
  for (const [i, task] of tasks.entries()) {
    const other = tasks[(i + 5) % tasks.length];
    if (!other || other === task || !differs(task, other)) continue;
    const action = directive.text.slice(task.action, actionEnd(directive, task));
    const dot = action.lastIndexOf('. ');
    const [before, after] = dot > 0 ? [action.slice(0, dot), action.slice(dot)] : [action.replace(/[.;]$/, ''), '.'];
    yield both(directive, other, task, `${before}; lưu trữ hồ sơ, tài liệu có liên quan${after}`);
  }
}

function isLong({ text }: Task): boolean {
  return text.split(' ').length > 14;
}

/** General duties of groups are given to several rightly; what goes on in the next phase is no repetition. */
function differs(task: Task, other: Task): boolean {
  const groups = [task, other].every(({ leads }) => leads.some(({ kind }) => kind === 'group'));
  const sameOwner = task.leads[0]?.text === other.leads[0]?.text;
  const dated = [task, other].every(({ deadline }) => typeof deadline?.date === 'string');
  // A date outside the phase it is copied to would be a fault of its own.
  const [date, phase] = [task.deadline?.date ?? '', other.phase];
  const fits = !phase || (date >= (phase.startDay ?? '') && date <= (phase.endDay ?? '9999'));
  return dated && fits && (sameOwner ? task.phase === other.phase : !groups);
}

/** Whichever of the two stands later is the one told. */
function both(directive: Directive, other: Task, task: Task, words: string): Planted {
  const end = actionEnd(directive, other);
  const isSmall = /^\p{Ll}/u.test(directive.text.slice(other.action, other.action + 1));
  const action = isSmall ? `${words[0]?.toLowerCase()}${words.slice(1)}` : words;
  const planted = plant(directive, other.action, end, action, `"${words.slice(0, 60)}" again at ${other.id}`);
  const grown = words.length - (end - other.action);
  const later = other.action > task.action ? planted.at : { start: task.action + grown, end: task.end + grown };
  return { ...planted, at: later };
}

const NUMBER_WORDS = ['', '', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** Lines that announce a list below them or inline, with how many follow. */
function* lists({ draft, text }: Directive): Iterable<{ at: number; count: number }> {
  for (const node of draft.nodes) {
    const line = node.fact.item.body.text;
    const [first] = node.fact.parts;
    const bullets = node.children.filter(({ kind }) => kind === 'bullet');
    if (node.region !== 'body' || node.kind === 'heading') continue;
    if (
      first &&
      node.fact.parts.length > 1 &&
      first.inline.start > 3 &&
      line.slice(0, first.inline.start).trimEnd().endsWith(':')
    ) {
      const colon = wordsOf(text, node, line.lastIndexOf(':', first.inline.start), line.length).start;
      yield { at: colon, count: node.fact.parts.length };
    } else if (bullets.length > 1 && bullets.length === node.children.length && line.endsWith(':'))
      yield { at: wordsOf(text, node, line.length - 1, line.length).start, count: bullets.length };
  }
}

function announced(name: string, off: number, words: (count: number) => string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      for (const { at, count } of lists(directive)) {
        if (/\d|với$/.test(directive.text.slice(at - 20, at)) || count + off < 2) continue;
        yield plant(directive, at, at + 1, ` ${words(count + off)}:`);
      }
    },
    'name',
    { value: name },
  );
}

/** Another number where one stands rightly. */
function* numberChanged(directive: Directive): Iterable<Planted> {
  for (const match of directive.text.matchAll(
    /(?<=chia làm )2(?= giai đoạn:)|hai(?= thành phần duy nhất: \(1\))|(?<=theo )02(?= giai đoạn)|6(?= trụ cột:)/g,
  ))
    yield plant(directive, match.index, match.index + match[0].length, /\d/.test(match[0]) ? '5' : 'bốn');
}

function unlisted(words: string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      for (const task of ownTasks(directive)) {
        const clause = /^[^.,;:()]{20,}(?=[.,;])/.exec(directive.text.slice(task.action, task.end))?.[0];
        if (!clause || /\d/.test(clause) || task.node.children.length > 0) continue;
        const at = task.action + clause.length;
        yield plant(directive, at, at, ` ${words}`);
      }
    },
    'name',
    { value: words },
  );
}

function whole(words: string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      const node = directive.draft.nodes.find(({ fact }) =>
        /^Các nhiệm vụ trọng tâm được|^Ngày 30 tháng 6/.test(fact.item.body.text),
      );
      if (!node) return;
      const { start } = wordsOf(directive.text, node, 0, 4);
      yield plant(directive, start, start, `${words} `);
    },
    'name',
    { value: words },
  );
}

export const taskFaults: Record<string, readonly Planter[]> = {
  'task/clarity': [
    'Tăng cường công tác lãnh đạo, quan tâm, tạo điều kiện thuận lợi cho người dân.',
    'Đẩy mạnh công tác tuyên truyền, nâng cao nhận thức của người dân, doanh nghiệp.',
    'Tiếp tục quan tâm, chú trọng công tác này.',
  ].map(inPlaceOf),
  'task/duplicate': [copied, copiedAndExtended],
  'task/total': [
    announced('one too many', 1, (count) => `thực hiện ${String(count).padStart(2, '0')} nhiệm vụ sau`),
    announced('one too few', -1, (count) => `thực hiện ${count} nội dung sau đây`),
    announced('in words', 2, (count) => `tập trung ${NUMBER_WORDS[count]} nhóm nhiệm vụ trọng tâm, cụ thể như sau`),
    numberChanged,
    whole('Kế hoạch này giao 57 nhiệm vụ.'),
  ],
  'task/total-unlisted': ['đối với 12 hệ thống thông tin sau đây', 'theo 05 nhóm nội dung dưới đây'].map(unlisted),
};
