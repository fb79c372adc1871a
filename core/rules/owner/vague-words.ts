import type { Draft } from '../../draft.ts';
import { verbAt } from '../../language/lexicon.ts';
import type { Owner, Task } from '../../task.ts';
import { foldTones } from '../../text.ts';
import { saidOf } from './said.ts';

/** Nobody can tell from the words who is meant. */
const OPEN =
  /(?<!\p{L})(?:có |và )?(?:liên quan|hữu quan|chức năng|có thẩm quyền|chủ trì|chủ quản)(?: khác)?$|được (?:giao|phân công)(?: nhiệm vụ)?$/iu;
/** Some are meant by what they were given elsewhere: open where a day is to be kept. */
const GIVEN = /được (?:giao|phân công) (?!nhiệm vụ tại)(?![^,;]*(?:phụ lục|kế hoạch|điều \d|mục \p{Lu}))/iu;
/** "Các cơ quan chủ trì soạn thảo gửi ...": those who draft, a role the law knows. */
const ROLE = /^(?:soạn thảo|thẩm định|thẩm tra|biên soạn|xây dựng|thực hiện|quản lý)(?!\p{L})/iu;
/** Firms and the press: those meant could be named. */
const NAMEABLE =
  /^(?:các |những |một số )?(?:tập đoàn|tổng công ty|công ty|doanh nghiệp|nhà mạng|hiệp hội|(?:cơ quan )?(?:truyền hình|thông tấn|báo chí|truyền thông)|ngân hàng thương mại|tổ chức, (?:cá nhân|doanh nghiệp)|chuyên gia)/iu;

/** The owners of a task, where all of them are open groups: `open` by their words, or `nameable`. */
export interface Vague {
  readonly owner: Owner;
  readonly kind: 'open' | 'nameable';
  readonly due: boolean;
  readonly tasks: readonly Task[];
}

const known = new WeakMap<Draft, readonly Vague[]>();

/** One for each place where such an owner is written, with the tasks it is given. */
export function vagueOwners(draft: Draft): readonly Vague[] {
  const before = known.get(draft);
  if (before) return before;
  const stretches = saidOf(draft);
  const found = new Map<number, { owner: Owner; kind: Vague['kind']; due: boolean; tasks: Task[] }>();
  for (const task of draft.tasks) {
    const [owner] = task.leads;
    if (!owner || task.leads.some(({ kind }) => kind !== 'group')) continue;
    const due =
      task.product !== undefined ||
      (task.deadline !== undefined && task.deadline.relation !== 'ongoing' && task.deadline.relation !== 'recurring');
    const kinds = task.leads.map((lead) => kindOf(lead, task, due));
    if (kinds.some((kind) => kind === undefined)) continue;
    const entry = found.get(owner.start) ?? { owner, kind: kinds[0] ?? 'open', due: false, tasks: [] };
    entry.due ||= due;
    entry.tasks.push(task);
    found.set(owner.start, entry);
  }
  const list = [...found.values()];
  known.set(draft, list);
  return list;

  function kindOf(owner: Owner, task: Task, due: boolean): Vague['kind'] | undefined {
    const text = foldTones(owner.text.normalize('NFC'));
    if (/đồng chí/iu.test(text)) return undefined;
    if (OPEN.test(text) || (due && GIVEN.test(text))) return 'open';
    // "Các bộ, cơ quan chủ trì hoàn thành ...": those who lead, whoever they are.
    const stretch = stretches.get(task);
    const lead = stretch?.segment.assignment.leads.at(-1);
    if (lead && /^các .*(?:cơ quan|đơn vị)$/iu.test(text)) {
      const verb = lead.end + ' chủ trì '.length;
      const said = stretch?.text ?? '';
      if (said.startsWith(' chủ trì ', lead.end) && verbAt(said, verb) > 0 && !ROLE.test(said.slice(verb)))
        return 'open';
    }
    return NAMEABLE.test(text) && !/:/.test(text) ? 'nameable' : undefined;
  }
}
