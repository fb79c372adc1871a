import { showDay } from '../../language/calendar.ts';
import { isValid, pickAgency, successorsOn } from '../../registry.ts';
import type { Problem, Rule } from '../../rule.ts';
import { overlaps } from '../../text.ts';
import { mentionsOf } from './mentions.ts';

export const ownerEnded: Rule = {
  id: 'owner/ended',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Cơ quan đã chấm dứt hoạt động vào ngày ban hành',
    en: 'An agency that no longer existed on the day of issue',
  },
  why: {
    vi: 'Nhiệm vụ giao cho cơ quan đã kết thúc hoạt động thì không ai thực hiện. Tên được xét theo ngày ban hành (bản thảo chưa có ngày: theo hôm nay); tên trong viện dẫn văn bản ban hành khi cơ quan còn hoạt động thì đúng. Danh mục cơ quan và nguồn: registry/.',
    en: 'A task given to a body that has ended is done by nobody. A name is judged on the day of issue (today for a draft without one); inside the citation of a document issued while the body existed it is right. Agencies and sources: registry/.',
  },
  *check(draft, { registry, today }) {
    const day = draft.issued ?? today;
    const owners = draft.tasks.flatMap((task) => [...task.leads, ...task.coordinators]);
    for (const mention of mentionsOf(draft)) {
      const agency = pickAgency(registry, mention.ids, day);
      if (!agency || isValid(agency, day) || agency.validTo === undefined || agency.validTo >= day) continue;
      // A bare abbreviation ("UBKT") may stand for a body of another place or level.
      if (!mention.text.includes(' ')) continue;
      // Words for levels of government ("huyện", "thị trấn") occur in any text; as an owner they are a fault.
      if (mention.group && mention.node.region !== 'recipients' && !owners.some((owner) => overlaps(owner, mention)))
        continue;
      // Levels of government and their bodies: owner/district tells those.
      if (mention.group && DISTRICT.test(mention.text)) continue;
      const successors = successorsOn(registry, agency, day);
      const names = successors.map((successor) => successor.name);
      yield {
        start: mention.start,
        end: mention.end,
        deprecated: true,
        message: {
          vi: `"${mention.text}" đã kết thúc hoạt động ngày ${showDay(agency.validTo)}${names.length > 0 ? `; nay là ${names.join(' hoặc ')}` : ''}.`,
          en: `"${mention.text}" ended on ${showDay(agency.validTo)}${names.length > 0 ? `; now ${names.join(' or ')}` : ''}.`,
        },
        fixes: successors.map((successor) => {
          const name = inCase(successor.name, mention.text);
          return {
            title: { vi: `Thay bằng "${name}"`, en: `Replace with "${name}"` },
            edits: [{ start: mention.start, end: mention.end, text: name }],
            certain: successors.length === 1 && !mention.group,
          };
        }),
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nngày ban hành: 2025-06-19\n---\n\n## I. NHIỆM VỤ\n\n1. Bộ Giao thông vận tải rà soát các tuyến đường ven biển.\n',
      problems: ['8:4 "Bộ Giao thông vận tải" đã kết thúc hoạt động ngày 28/02/2025; nay là Bộ Xây dựng.'],
      fixed:
        '---\nloại: Kế hoạch\nngày ban hành: 2025-06-19\n---\n\n## I. NHIỆM VỤ\n\n1. Bộ Xây dựng rà soát các tuyến đường ven biển.\n',
    },
    {
      text: '---\nloại: Kế hoạch\nngày ban hành: 2024-06-19\n---\n\n1. Bộ Giao thông vận tải rà soát các tuyến đường ven biển.\n',
      problems: [],
    },
    {
      text: '---\nloại: Kế hoạch\nngày ban hành: 2025-06-19\n---\n\n1. Bộ Xây dựng sửa đổi Thông tư số 12/2020/TT-BGTVT ngày 29/5/2020 của Bộ Giao thông vận tải.\n',
      problems: [],
    },
    {
      text: 'TỈNH QUẢNG NAM\n\nHội An, ngày 10 tháng 9 năm 2025\n\n1. Sở Y tế tỉnh Quảng Nam rà soát thuốc dự phòng.\n',
      problems: [
        '1:1 "TỈNH QUẢNG NAM" đã kết thúc hoạt động ngày 30/6/2025; nay là Thành phố Đà Nẵng.',
        '5:12 "tỉnh Quảng Nam" đã kết thúc hoạt động ngày 30/6/2025; nay là Thành phố Đà Nẵng.',
      ],
      fixed:
        'THÀNH PHỐ ĐÀ NẴNG\n\nHội An, ngày 10 tháng 9 năm 2025\n\n1. Sở Y tế thành phố Đà Nẵng rà soát thuốc dự phòng.\n',
    },
  ],
};

const DISTRICT = /huyện|quận|thị xã|thị trấn|thị ủy|^Phòng G/iu;

/** The name as it stands in its place: capitals in a letterhead, a small letter for a province within a sentence. */
function inCase(name: string, written: string): string {
  if (!/\p{Ll}/u.test(written)) return name.toUpperCase();
  return /^\p{Ll}/u.test(written) && /^(?:Tỉnh|Thành phố) /.test(name)
    ? (name[0] ?? '').toLowerCase() + name.slice(1)
    : name;
}
