import type { Draft } from '../../draft.ts';
import type { Fix, Rule } from '../../rule.ts';
import type { Owner } from '../../task.ts';
import { type Edit, foldName } from '../../text.ts';
import { bodyKey } from './same-body.ts';

export const ownerRepeated: Rule = {
  id: 'owner/repeated',
  severity: 'error',
  looksAt: 'item',
  summary: { vi: 'Một cơ quan được nêu hai lần trong một nhiệm vụ', en: 'One agency named twice in one task' },
  why: {
    vi: 'Cơ quan chủ trì không phối hợp với chính mình, và một danh sách không nêu một cơ quan hai lần; thường do chép lại danh sách hoặc nhầm tên cơ quan khác.',
    en: 'A lead does not coordinate with itself, nor does a list name one body twice; mostly a copied list, or another agency was meant.',
  },
  *check(draft) {
    const told = new Set<number>();
    for (const { leads, coordinators } of draft.tasks) {
      if (leads.length + coordinators.length < 2) continue;
      const first = new Map<string, Owner>();
      for (const owner of [...leads, ...coordinators]) {
        const key = bodyKey(owner, draft.registry);
        const before = first.get(key);
        if (!before || before.start === owner.start) {
          first.set(key, owner);
          continue;
        }
        // Within "các bộ: Công an, Nội vụ, Công an" it is the list that owner/count judges.
        const isLead = leads.includes(before) && coordinators.includes(owner);
        // Of a group each leads its own work and goes along with the others.
        if (isLead && owner.kind === 'group' && before.kind === 'group') continue;
        if (told.has(owner.start) || (isHeaded(draft, owner) && isHeaded(draft, before))) continue;
        const owners = [...leads, ...coordinators];
        if (goesOn(draft, owner, owners)) continue;
        told.add(owner.start);
        const fix = without(draft, coordinators.includes(owner) ? coordinators : leads, owner);
        yield {
          start: owner.start,
          end: owner.end,
          message: isLead
            ? {
                vi: `"${owner.text}" đã là cơ quan chủ trì, không thể phối hợp với chính mình.`,
                en: `"${owner.text}" leads the task and cannot coordinate with itself.`,
              }
            : {
                vi: `"${owner.text}" đã được nêu trong danh sách này${before.text === owner.text ? '' : ` ("${before.text}")`}.`,
                en: `"${owner.text}" is in this list already${before.text === owner.text ? '' : ` ("${before.text}")`}.`,
              },
          related: [
            {
              start: before.start,
              end: before.end,
              message: { vi: 'Nêu lần đầu ở đây.', en: 'Named first here.' },
            },
          ],
          ...(fix && { fixes: [fix] }),
        };
      }
    }
  },
  examples: [
    {
      text: '1. Bộ Công an chủ trì, phối hợp với Bộ Tư pháp, Bộ Công an và Bộ Nội vụ kết nối dữ liệu hộ tịch.\n',
      problems: ['1:49 "Bộ Công an" đã là cơ quan chủ trì, không thể phối hợp với chính mình.'],
      fixed: '1. Bộ Công an chủ trì, phối hợp với Bộ Tư pháp và Bộ Nội vụ kết nối dữ liệu hộ tịch.\n',
    },
    {
      text: '---\nngày ban hành: 2026-05-20\n---\n\n1. Bộ Công an chủ trì, phối hợp với Bộ KH&CN, Bộ Tư pháp và Bộ Khoa học và Công nghệ kết nối dữ liệu hộ tịch.\n',
      problems: ['5:61 "Bộ Khoa học và Công nghệ" đã được nêu trong danh sách này ("Bộ KH&CN").'],
      fixed:
        '---\nngày ban hành: 2026-05-20\n---\n\n1. Bộ Công an chủ trì, phối hợp với Bộ KH&CN và Bộ Tư pháp kết nối dữ liệu hộ tịch.\n',
    },
    {
      text: '1. Bộ Công an chủ trì, phối hợp với Bộ Công an kết nối dữ liệu hộ tịch.\n',
      problems: ['1:37 "Bộ Công an" đã là cơ quan chủ trì, không thể phối hợp với chính mình.'],
    },
    {
      text: '1. Ủy ban nhân dân các xã, phường chủ trì, phối hợp với Ủy ban nhân dân các xã, phường giáp ranh tuần tra rừng.\n',
      problems: [],
    },
    {
      text: '1. Sở Y tế tỉnh Lào Cai chủ trì, phối hợp với Sở Y tế tỉnh Sơn La, Công an tỉnh rà soát thuốc dự phòng.\n',
      problems: [],
    },
  ],
};

/** Does the name stand without its head, which the list says once? */
function isHeaded(draft: Draft, { text, start, end }: Owner): boolean {
  return foldName(draft.text.slice(start, end)) !== foldName(text);
}

/** Words behind it that are no other owner belong to a longer name ("Bộ Khoa học và Công nghệ và Môi trường Lào"). */
function goesOn(draft: Draft, { end }: Owner, owners: readonly Owner[]): boolean {
  const link = /^\s+(?:(?:và|-|của)\s+)?(?=\p{Lu})/u.exec(draft.text.slice(end, end + 20))?.[0].length;
  return link !== undefined && !owners.some(({ start }) => start >= end + link && start <= end + link + 20);
}

const AND = /^,?\s+(?:và|cùng)\s+$/iu;
const COMMA = /^\s*[,;]\s*$/u;

/** The list without the owner, where what joins it is plain: commas and one "và". */
function without(draft: Draft, list: readonly Owner[], owner: Owner): Fix | undefined {
  const own = list.filter(({ inherited }) => inherited === owner.inherited);
  const at = own.indexOf(owner);
  const [before, previous, next] = [own[at - 2], own[at - 1], own[at + 1]];
  const between = (one: Owner | undefined, other: Owner | undefined) =>
    one && other && one.end <= other.start ? draft.text.slice(one.end, other.start) : '';
  const left = between(previous, owner);
  const right = between(owner, next);
  const edits: Edit[] = [];
  if (next && (COMMA.test(right) || (!previous && AND.test(right)))) {
    edits.push({ start: owner.start, end: next.start, text: '' });
  } else if (previous && (COMMA.test(left) || AND.test(left)) && (!next || AND.test(right))) {
    edits.push({ start: previous.end, end: owner.end, text: '' });
    const earlier = between(before, previous);
    if (!next && before && AND.test(left) && COMMA.test(earlier))
      edits.push({ start: before.end, end: previous.start, text: ' và ' });
  } else return undefined;
  return { title: { vi: `Bỏ "${owner.text}"`, en: `Remove "${owner.text}"` }, edits, certain: true };
}
