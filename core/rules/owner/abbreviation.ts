import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { moved } from '../../placed.ts';
import type { Registry } from '../../registry.ts';
import type { Rule } from '../../rule.ts';
import { takenBy } from '../../text.ts';
import { proseAt } from './passages.ts';
import { shortNamesAt, shortNamesIn, shortNamesOf } from './short-names.ts';
import { inFullAt, isMixed } from './variant.ts';

/** Every office writes these; whether to write them out is the drafter's choice. */
const USUAL = /^(?:UBND|HĐND|(?:UB)?MTTQ(?:VN)?)$/u;

export const ownerAbbreviation: Rule = {
  id: 'owner/abbreviation',
  severity: 'hint',
  looksAt: {
    item: (fact, node, registry) => [
      shortNamesAt(fact, node, registry),
      shortOwners(fact, node, registry),
      inFullAt(fact, node, registry),
    ],
    task: ({ leads, coordinators }) =>
      [...leads, ...coordinators].flatMap(({ text }) => (/\p{Lu}[\p{Lu}&-]*\p{Lu}/u.test(text) ? text : [])),
  },
  summary: {
    vi: 'Giao nhiệm vụ bằng tên cơ quan viết tắt',
    en: 'A task given to an agency by its abbreviation',
  },
  why: {
    vi: 'Cơ quan được giao nhiệm vụ nên được gọi bằng tên đầy đủ, trừ khi văn bản đã ghi "(sau đây gọi tắt là ...)". Tên viết tắt ở Nơi nhận, bảng, tiêu đề là thông lệ. Mỗi chữ viết tắt báo một lần.',
    en: 'A body that is given a task should be called by its full name, unless the document says what the short one stands for. Short names among recipients, in tables and titles are usual. Each is reported once.',
  },
  *check(draft, { today }) {
    const owners = takenBy(
      draft.tasks.flatMap(({ leads, coordinators }) => [...leads, ...coordinators]),
      draft.text.length,
    );
    for (const { short, full, places, explained } of shortNamesOf(draft, draft.issued ?? today)) {
      const place = places.find((each) => !owners.isFree(each));
      if (!place || explained || isMixed(draft, short, full)) continue;
      const more = places.length - 1;
      const quoted = full.map((name) => `"${name}"`);
      yield {
        start: place.start,
        end: place.end,
        message: {
          vi: `"${short}" là tên viết tắt; khi giao nhiệm vụ nên viết đầy đủ ${quoted.join(' hoặc ')}${more > 0 ? ` (còn ${more} chỗ khác)` : ''}.`,
          en: `"${short}" is an abbreviation; give tasks to ${quoted.join(' or ')} in full${more > 0 ? ` (${more} more places)` : ''}.`,
        },
        fixes: full.map((name) => ({
          title: { vi: `Viết đầy đủ "${name}"`, en: `Write "${name}" in full` },
          edits: places.map(({ start, end }) => ({ start, end, text: name })),
          certain: full.length === 1 && !USUAL.test(short),
        })),
      };
    }
  },
  examples: [
    {
      text: '1. Bộ KH&CN chủ trì, phối hợp với UBND tỉnh Lào Cai xây dựng kế hoạch.\n\n2. UBND tỉnh Lào Cai báo cáo Bộ KH&CN trước ngày 30/12/2026.\n',
      problems: [
        '1:4 "Bộ KH&CN" là tên viết tắt; khi giao nhiệm vụ nên viết đầy đủ "Bộ Khoa học và Công nghệ" (còn 1 chỗ khác).',
        '1:35 "UBND" là tên viết tắt; khi giao nhiệm vụ nên viết đầy đủ "Ủy ban nhân dân" (còn 1 chỗ khác).',
      ],
      fixed:
        '1. Bộ Khoa học và Công nghệ chủ trì, phối hợp với UBND tỉnh Lào Cai xây dựng kế hoạch.\n\n2. UBND tỉnh Lào Cai báo cáo Bộ Khoa học và Công nghệ trước ngày 30/12/2026.\n',
    },
    {
      text: '1. Bộ Khoa học và Công nghệ (sau đây gọi tắt là Bộ KH&CN) rà soát tiêu chuẩn.\n\n2. Bộ KH&CN báo cáo trước ngày 30/12/2026.\n',
      problems: [],
    },
  ],
};

/** Which of the short names of an item are in the name of an owner, in their order. */
function shortOwners(fact: Fact, node: Node, registry: Registry): boolean[] {
  const shorts = shortNamesIn(proseAt(node, fact), registry);
  if (shorts.length === 0) return [];
  const said = [fact.whole, ...fact.parts].flatMap(({ start, assignment }) =>
    [...assignment.leads, ...assignment.coordinators].map((owner) => moved(owner, start)),
  );
  const owners = takenBy([...said, ...fact.fields.flatMap((field) => field.owners)], fact.item.body.text.length);
  return shorts.map((short) => !owners.isFree(short));
}
