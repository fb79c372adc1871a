import { wordsOf } from '../../core/draft.ts';
import { verbAt } from '../../core/language/lexicon.ts';
import type { Node } from '../../core/nodes.ts';
import type { Owner, Task } from '../../core/task.ts';
import { type Directive, type Planted, type Planter, plant } from '../planting.ts';

/** A task with one lead of its own, written right before its action, in a point of its own. */
interface Given {
  readonly task: Task;
  readonly lead: Owner;
  /** The action with its first letter small. */
  readonly action: string;
}

function* givenTasks({ draft, text }: Directive): Iterable<Given> {
  for (const task of draft.tasks) {
    const [lead] = task.leads;
    if (!lead || lead.inherited || task.leads.length > 1 || lead.start > task.action) continue;
    if (/[\r\n]/.test(text.slice(lead.start, task.action)) || task.node.fact.parts.length > 0) continue;
    yield { task, lead, action: text.slice(task.action, task.end) };
  }
}

function* singles(directive: Directive): Iterable<Given> {
  for (const given of givenTasks(directive)) if (given.lead.kind !== 'group') yield given;
}

const GIVING = /(?:Giao|Đề nghị)\s+$/i;
const capital = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}`;
const small = (words: string) => `${words[0]?.toLowerCase()}${words.slice(1)}`;
/** "a) " of the line is left, the owner and all before the action goes. */
function replaceOwner(directive: Directive, { task, lead }: Given, words: string, first = 1): Planted {
  const start = GIVING.exec(directive.text.slice(0, lead.start));
  const from = start ? start.index : lead.start;
  const verb = directive.text.slice(task.action, task.action + first);
  return plant(directive, from, task.action + first, words === '' ? capital(verb) : `${words} ${small(verb)}`);
}

/** Only where the owner opens the point and the other tasks of the place still name theirs. */
function hasOwnedSiblings({ draft, text }: Directive, { task, lead }: Given): boolean {
  if (!/^\s*(?:\S{1,3}[.)]\s+|-\s+)?(?:Giao |Đề nghị )?$/.test(text.slice(task.start, lead.start))) return false;
  const beside = draft.tasks.filter((other) => other !== task && other.node.parent === task.node.parent);
  const below = draft.tasks.filter(
    (other) => other.node !== task.node && task.node.parent?.children.some((child) => other.node.parent === child),
  );
  return [...beside, ...below].filter(({ leads }) => leads.length > 0).length >= 1;
}

function* ownerLeftOut(directive: Directive): Iterable<Planted> {
  for (const given of givenTasks(directive)) {
    if (!hasOwnedSiblings(directive, given) || verbAt(given.action, 0) === 0) continue;
    yield replaceOwner(directive, given, '');
  }
}

/** "a) Bộ A chủ trì, phối hợp với ..." without its first words. */
function* nameLeftOut(directive: Directive): Iterable<Planted> {
  for (const given of singles(directive)) {
    const { lead, task } = given;
    if (!hasOwnedSiblings(directive, given) || task.action - lead.end < 3) continue;
    const first = lead.end + (/^\s*/.exec(directive.text.slice(lead.end))?.[0].length ?? 0);
    yield plant(directive, lead.start, first + 1, capital(directive.text.slice(first, first + 1)));
  }
}

/** "a) Bộ A: (1) ... (2) ..." without "Bộ A:". */
function* ownerOfAListLeftOut(directive: Directive): Iterable<Planted> {
  for (const node of directive.draft.nodes) {
    const { leads, action, coordinatorsFollow } = node.fact.whole.assignment;
    const [part] = node.fact.parts;
    const [first] = leads;
    // "phối hợp với: (1) Bộ B ...": what is left names owners.
    if (!part || !first || coordinatorsFollow || first.start > 0 || node.parent === undefined) continue;
    const siblings = node.parent.children.filter((other) => other.fact.whole.assignment.leads.length > 0);
    if (siblings.length < 3 || action < part.inline.start - 1) continue;
    const words = wordsOf(directive.text, node, 0, part.inline.start);
    const list = wordsOf(directive.text, node, part.inline.start, part.end);
    const planted = plant(directive, words.start, list.start, '', `"${words.text}" left out`);
    yield { ...planted, at: { start: words.start, end: words.start + part.end - part.inline.start } };
  }
}

function* inThePassive(directive: Directive): Iterable<Planted> {
  for (const given of givenTasks(directive)) {
    const siblings = given.task.node.parent?.children ?? [];
    const owned = directive.draft.tasks.filter(
      (task) => task !== given.task && siblings.some((node) => node === task.node || node === task.node.parent),
    );
    const verb = verbAt(given.action, 0);
    const object = /^[^.,;:]+/.exec(given.action.slice(verb).trimStart())?.[0];
    if (!hasOwnedSiblings(directive, given)) continue;
    if (owned.length < 2 || verb === 0 || !object || object.length < 12) continue;
    const end = given.task.action + given.action.indexOf(object) + object.length;
    const words = `${capital(object)} cần được ${small(given.action.slice(0, verb))}`;
    yield plant(directive, given.lead.start, end, words);
  }
}

function* wholePart(directive: Directive): Iterable<Planted> {
  const { draft, text } = directive;
  for (const unit of draft.nodes) {
    const { parent: above } = unit;
    if (!above?.parent || (unit.kind !== 'unit' && unit.kind !== 'heading' && unit.kind !== 'phase')) continue;
    const under = (task: Task, node: Node): boolean => {
      for (let at: Node | undefined = task.node; at; at = at.parent) if (at === node) return true;
      return false;
    };
    const inside = draft.tasks.filter(
      ({ node, leads: [lead], action }) =>
        node.parent === unit && node.fact.parts.length === 0 && lead?.inherited === false && lead.start < action,
    );
    const all = draft.tasks.filter((task) => under(task, unit));
    const beside = draft.tasks.filter((task) => under(task, above) && !all.includes(task) && task.leads.length > 0);
    if (inside.length < 2 || inside.length < all.length || beside.length < all.length) continue;
    let out = text;
    for (const { node, action } of [...inside].reverse()) {
      const { start } = wordsOf(text, node, 0, node.fact.item.body.text.length);
      out = out.slice(0, start) + capital(out.slice(action, action + 1)) + out.slice(action + 1);
    }
    const title = wordsOf(text, unit, 0, unit.fact.item.body.text.length);
    yield { text: out, at: { start: title.start, end: title.end }, what: `owners of ${unit.path} left out` };
  }
}

const OTHERS = ['Bộ Ngoại giao', 'Bộ Y tế', 'Thanh tra Chính phủ'];

function sharing(name: string, words: (lead: string) => string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      for (const given of singles(directive)) yield replaceOwner(directive, given, words(given.lead.text));
    },
    'name',
    { value: name },
  );
}

const sharedLead: readonly Planter[] = [
  sharing('two lead', (lead) => `${lead} và ${OTHERS[0]} chủ trì`),
  sharing('two lead together', (lead) => `${lead}, ${OTHERS[1]} cùng chủ trì`),
  sharing('two lead and a third helps', (lead) => `${OTHERS[0]}, ${lead} chủ trì, phối hợp với ${OTHERS[1]}`),
  sharing(
    'three lead',
    (lead) => `${lead}, ${OTHERS.slice(1).join(' và ')} đồng chủ trì, phối hợp với Bộ Dân tộc và Tôn giáo`,
  ),
  sharing('two answer for it', (lead) => `${lead} và ${OTHERS[1]} có trách nhiệm`),
  sharing('one or the other', (lead) => `${lead} hoặc ${OTHERS[1]} chủ trì`),
  sharing('a body and those concerned lead', (lead) => `${lead} và các cơ quan liên quan chủ trì`),
];

function* givenToTwo(directive: Directive): Iterable<Planted> {
  for (const given of singles(directive)) {
    const { deadline } = given.task;
    if (!deadline || deadline.relation === 'ongoing' || deadline.relation === 'recurring') continue;
    // What cannot be done twice is judged by owner/leads.
    if (
      /^(?:khẩn trương |tập trung )*(?:nghiên cứu|rà soát|xây dựng|trình|ban hành|hoàn thành|hướng dẫn)/iu.test(
        given.action,
      )
    ) {
      const end = given.task.action + (/^[^,.;]*/.exec(given.action)?.[0].length ?? 0);
      const words = `${given.lead.text}, ${OTHERS[0]} bố trí lực lượng, phương tiện trực hỗ trợ`;
      yield plant(directive, given.lead.start, end, words);
    } else yield replaceOwner(directive, given, `${given.lead.text}, ${OTHERS[0]}`);
  }
}

const noLead: readonly Planter[] = [
  sharing('two coordinate', (lead) => `${lead} và ${OTHERS[0]} phối hợp`),
  sharing('two coordinate closely', (lead) => `${lead}, ${OTHERS[0]} phối hợp chặt chẽ,`),
  sharing('three coordinate with each other', (lead) => `${OTHERS[1]}, ${lead} và ${OTHERS[0]} cùng phối hợp`),
];

function* leadUnsaid(directive: Directive): Iterable<Planted> {
  for (const { start, end } of textMatches(directive, /(?<=\p{L} )chủ trì, (?=phối hợp với \p{Lu})/gu)) {
    const inside = [...singles(directive)].some(({ task, lead }) => lead.end <= start && end <= task.action);
    if (inside) yield plant(directive, start, end, '', 'chủ trì left out');
  }
}

function* leadAgainFirst(directive: Directive): Iterable<Planted> {
  yield* leadAgain(directive, (lead, list) => `${lead}, ${list}`);
}

function* leadAgainLast(directive: Directive): Iterable<Planted> {
  yield* leadAgain(directive, (lead, list) => `${list} và ${lead}`);
}

function* leadAlone(directive: Directive): Iterable<Planted> {
  yield* leadAgain(directive, (lead) => lead);
}

function* leadAgain(directive: Directive, listed: (lead: string, list: string) => string): Iterable<Planted> {
  for (const { task, lead } of singles(directive)) {
    const own = task.coordinators.filter(({ inherited }) => !inherited);
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last || !directive.text.slice(lead.end, first.start).includes('chủ trì')) continue;
    yield plant(directive, first.start, last.end, listed(lead.text, directive.text.slice(first.start, last.end)));
  }
}

function* coordinatorTwice(directive: Directive): Iterable<Planted> {
  for (const task of directive.draft.tasks) {
    for (const owner of task.coordinators) {
      if (owner.inherited || owner.kind === 'group' || directive.text.slice(owner.start, owner.end) !== owner.text)
        continue;
      yield plant(directive, owner.start, owner.end, `${owner.text}, ${owner.text}`);
    }
  }
}

function* coordinatorByItsShortName(directive: Directive): Iterable<Planted> {
  for (const task of directive.draft.tasks) {
    for (const owner of task.coordinators) {
      const agency = owner.agency ? directive.draft.registry.agencies.get(owner.agency) : undefined;
      const short = agency?.abbreviations[0];
      const meant = [...directive.draft.registry.agencies.values()].filter(({ abbreviations }) =>
        abbreviations.includes(short ?? ''),
      );
      if (owner.inherited || owner.kind === 'group' || !short || meant.length > 1 || owner.text !== agency?.name)
        continue;
      yield plant(directive, owner.start, owner.end, `${owner.text}, ${short}`);
    }
  }
}

function vagueAs(words: string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      for (const given of givenTasks(directive)) {
        const { deadline } = given.task;
        if (!deadline || deadline.relation === 'ongoing' || deadline.relation === 'recurring') continue;
        yield replaceOwner(directive, given, words);
      }
    },
    'name',
    { value: words },
  );
}

function unnamedAs(words: string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      for (const given of singles(directive)) yield replaceOwner(directive, given, words);
    },
    'name',
    { value: words },
  );
}

/** In a directive of the State only. */
function ordered(words: string): Planter {
  return Object.defineProperty(
    function* (directive: Directive): Iterable<Planted> {
      if (!/TB-VPCP/.test(directive.name)) return;
      for (const given of givenTasks(directive)) yield replaceOwner(directive, given, words);
    },
    'name',
    { value: words },
  );
}

function* recipientLeftOut(directive: Directive): Iterable<Planted> {
  const label = directive.text.indexOf('Nơi nhận');
  for (const { start, end, text } of directive.draft.recipients?.lines ?? []) {
    if (!/Ủy ban nhân dân|Bộ trưởng/.test(text)) continue;
    const line = directive.text.lastIndexOf('\n', start) + 1;
    const next = directive.text.indexOf('\n', end) + 1;
    const planted = plant(directive, line, next, '', `${text} left out`);
    yield { ...planted, at: { start: label, end: label + 8 } };
  }
}

function* textMatches({ text }: Directive, pattern: RegExp): Iterable<{ start: number; end: number }> {
  for (const match of text.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
}

export const ownerFaults: Record<string, readonly Planter[]> = {
  'owner/missing': [ownerLeftOut, nameLeftOut, ownerOfAListLeftOut, inThePassive],
  'owner/unassigned': [wholePart],
  'owner/leads': sharedLead,
  'owner/joint': [givenToTwo],
  'owner/no-lead': noLead,
  'owner/lead-unsaid': [leadUnsaid],
  'owner/repeated': [leadAgainFirst, leadAgainLast, leadAlone, coordinatorTwice, coordinatorByItsShortName],
  'owner/vague': [
    'Các cơ quan liên quan',
    'Các đơn vị có liên quan',
    'Các cơ quan chức năng',
    'Các bộ, ngành liên quan khẩn trương',
    'Cơ quan có thẩm quyền',
    'Giao các cơ quan, đơn vị hữu quan',
  ].map(vagueAs),
  'owner/unnamed': ['Các doanh nghiệp công nghệ', 'Các cơ quan báo chí', 'Một số tập đoàn, tổng công ty tiếp tục'].map(
    unnamedAs,
  ),
  'owner/authority': [
    'Giao Văn phòng Trung ương Đảng',
    'Yêu cầu Tòa án nhân dân tối cao chủ trì, phối hợp với Bộ Tư pháp',
    'Phân công Văn phòng Quốc hội',
    'Giao cho Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    'Thủ tướng Chính phủ giao Viện Kiểm sát nhân dân tối cao',
    'Giao Bộ Công an, Văn phòng Trung ương Đảng',
  ].map(ordered),
  'owner/recipients': [recipientLeftOut],
};
