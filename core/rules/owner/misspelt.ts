import type { Draft } from '../../draft.ts';
import { wordsOf } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import type { Rule } from '../../rule.ts';
import type { Words } from '../../text.ts';
import { inCaseOf } from './letters.ts';
import { type Near, nearest } from './near.ts';
import { slipsOf } from './slips.ts';

/** A name no registry has, and what it may be meant for. */
interface Unknown extends Words {
  readonly near: readonly Near[];
}

const DOUBLED = /(?<!\p{L})(\p{L}+)\s+\1(?!\p{L})/iu;
const PROVINCE = /^(?:Tỉnh|Thành phố) /;

export const ownerMisspelt: Rule = {
  id: 'owner/misspelt',
  severity: 'error',
  looksAt: 'item',
  summary: { vi: 'Tên cơ quan, địa phương viết sai', en: 'A misspelt name of an agency or province' },
  why: {
    vi: 'Tên viết sai một, hai chữ vẫn đọc được bằng mắt nhưng không tra được trong phần mềm theo dõi nhiệm vụ, và là lỗi thể thức phải đính chính (Nghị định 30/2020/NĐ-CP, Phụ lục II về viết hoa tên cơ quan, địa danh).',
    en: 'A name one or two letters off is still read by the eye but found by no task tracker, and has to be corrected after signature (Decree 30/2020/NĐ-CP, Annex II on names of agencies and places).',
  },
  *check(draft, { today }) {
    const slips = misspeltNames(draft, today);
    const owners = unknownNames(draft, today).flatMap(({ near, text, start, end }) =>
      near.length === 0 || slips.some((slip) => slip.start < end && start < slip.end)
        ? []
        : { text, start, end, names: near.map(({ name }) => name), certain: near.length === 1 },
    );
    for (const { text, start, end, names, certain } of [...slips, ...owners]) {
      // "Bộ Khoa học và và Công nghệ": text/doubled-word tells it.
      if (DOUBLED.test(text)) continue;
      const quoted = names.map((name) => `"${name}"`);
      yield {
        start,
        end,
        message: {
          vi: `"${text}" viết sai tên; có lẽ là ${quoted.join(' hoặc ')}.`,
          en: `"${text}" is misspelt; perhaps ${quoted.join(' or ')} is meant.`,
        },
        fixes: names.map((name) => ({
          title: { vi: `Sửa thành "${name}"`, en: `Change to "${name}"` },
          edits: [{ start, end, text: name }],
          certain,
        })),
      };
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2025-06-30\n---\n\n1. Ủy ban nhân dân 3 tỉnh (Bắc Ninh, Lài Cai, An Giang) hoàn thành kết nối dữ liệu hộ tịch.\n',
      problems: ['5:38 "Lài Cai" viết sai tên; có lẽ là "Lào Cai".'],
      fixed:
        '---\nngày ban hành: 2025-06-30\n---\n\n1. Ủy ban nhân dân 3 tỉnh (Bắc Ninh, Lào Cai, An Giang) hoàn thành kết nối dữ liệu hộ tịch.\n',
    },
    {
      text: '1. Văn phòng Chính phũ theo dõi, đôn đốc việc thực hiện.\n',
      problems: ['1:4 "Văn phòng Chính phũ" viết sai tên; có lẽ là "Văn phòng Chính phủ".'],
      fixed: '1. Văn phòng Chính phủ theo dõi, đôn đốc việc thực hiện.\n',
    },
    { text: '1. Cục Đường bộ Việt Nam rà soát các tuyến quốc lộ.\n', problems: [] },
  ],
};

/** Slips for a known name anywhere in the text, with what is meant. */
export function misspeltNames(draft: Draft, today: Day): (Words & { names: string[]; certain: boolean })[] {
  return slipsOf(draft, draft.issued ?? today).map(({ prose, start, end, names, certain }) => {
    const words = wordsOf(draft.text, prose.node, start, end);
    return { ...words, names: names.map((name) => inCaseOf(name, words.text)), certain };
  });
}

/** Owners and provinces in lists that the registry does not have, each with the names that come near. */
export function unknownNames(draft: Draft, today: Day): Unknown[] {
  const day = draft.issued ?? today;
  const found = new Map<number, Unknown>();
  for (const task of draft.tasks) {
    for (const owner of [...task.leads, ...task.coordinators]) {
      if (owner.kind !== 'unknown' || owner.agency !== undefined || found.has(owner.start)) continue;
      const words = { text: owner.text, start: owner.start, end: owner.end };
      const most = owner.text.length > 14 ? 2 : 1;
      found.set(owner.start, {
        ...words,
        near: nearest(draft.registry, owner.text, day, most, 'no province'),
      });
    }
  }
  for (const node of draft.nodes) {
    for (const { assignment, start } of [node.fact.whole, ...node.fact.parts]) {
      for (const owner of [...assignment.leads, ...assignment.coordinators]) {
        for (const member of owner.members ?? []) {
          if (member.ids.length > 0) continue;
          const words = wordsOf(draft.text, node, start + member.start, start + member.end);
          const near = nearest(draft.registry, words.text, day, 2, 'provinces');
          const bare = near.map((each) => ({ ...each, name: each.name.replace(PROVINCE, '') }));
          found.set(words.start, { ...words, near: bare });
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
