import { showDay } from '../../language/calendar.ts';
import { type Agency, isValid, type Registry } from '../../registry.ts';
import type { Rule } from '../../rule.ts';
import { foldName, textBefore } from '../../text.ts';
import { inCaseOf } from './letters.ts';
import { mentionsOf } from './mentions.ts';

/** Words that say the body is still to come ("thành lập Bộ ...", "hợp nhất thành Bộ ..."). */
const TO_COME =
  /(?:thành lập|hình thành|thành|dự kiến|sẽ là|đổi tên|chuyển sang|chuyển về|từ ngày [\d/]+,?)\s+(?:\p{L}+\s+){0,3}$/iu;
/** A name with the same words may be of another body: "Cục Thuế" of a province, a committee of the Assembly. */
const MANY = new Set(['group', 'province', 'steering-committee', 'court', 'procuracy', 'department']);
/** Days before a body begins in which a document may already give it work. */
const AHEAD = 31;

export const ownerFuture: Rule = {
  id: 'owner/future',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Cơ quan chưa được thành lập vào ngày ban hành',
    en: 'An agency that did not exist yet on the day of issue',
  },
  why: {
    vi: 'Tên cơ quan phải đúng vào ngày ban hành: trước 01/3/2025 chưa có Bộ Dân tộc và Tôn giáo (Nghị quyết 176/2025/QH15). Hoặc tên sai, hoặc ngày ban hành sai. Danh mục cơ quan và nguồn: registry/.',
    en: 'A name must be right on the day of issue: before 1 March 2025 there was no Bộ Dân tộc và Tôn giáo (Resolution 176/2025/QH15). Either the name or the date is wrong. Agencies and sources: registry/.',
  },
  *check(draft, { registry }) {
    const day = draft.issued;
    if (day === undefined) return;
    for (const mention of mentionsOf(draft)) {
      const agencies = mention.ids.flatMap((id) => registry.agencies.get(id) ?? []);
      const [agency] = agencies;
      const from = agency?.validFrom;
      if (!agency || from === undefined || agencies.some((one) => (one.validFrom ?? '') <= day)) continue;
      if (MANY.has(agency.kind) || (agency.kind === 'gov-agency' && agency.name.split(' ').length < 5)) continue;
      if (daysBetween(day, from) <= AHEAD || TO_COME.test(textBefore(mention.node.fact.item.body.text, mention.at)))
        continue;
      const earlier = predecessors(registry, agency, day).map(({ name }) => inCaseOf(name, mention.text));
      if (earlier.some((name) => foldName(name) === foldName(mention.text))) continue;
      yield {
        start: mention.start,
        end: mention.end,
        message: {
          vi: `"${mention.text}" hoạt động từ ${showDay(from)}, sau ngày ban hành (${showDay(day)})${earlier.length > 0 ? `; khi ấy là ${earlier.join(' hoặc ')}` : ''}.`,
          en: `"${mention.text}" exists from ${showDay(from)}, after the day of issue (${showDay(day)})${earlier.length > 0 ? `; then it was ${earlier.join(' or ')}` : ''}.`,
        },
        fixes: earlier.map((name) => ({
          title: { vi: `Thay bằng "${name}"`, en: `Replace with "${name}"` },
          edits: [{ start: mention.start, end: mention.end, text: name }],
          certain: false,
        })),
      };
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nngày ban hành: 2024-06-19\n---\n\n1. Bộ Dân tộc và Tôn giáo rà soát chính sách.\n',
      problems: [
        '6:4 "Bộ Dân tộc và Tôn giáo" hoạt động từ 01/3/2025, sau ngày ban hành (19/6/2024); khi ấy là Ủy ban Dân tộc.',
      ],
    },
    {
      text: '---\nloại: Kế hoạch\nngày ban hành: 2024-12-19\n---\n\n1. Bộ Nội vụ xây dựng phương án thành lập Bộ Dân tộc và Tôn giáo.\n',
      problems: [],
    },
  ],
};

/** The agencies of that day whose work the given one took over. */
function predecessors(registry: Registry, agency: Agency, day: string): Agency[] {
  return [...registry.agencies.values()].filter((one) => one.successors.includes(agency.id) && isValid(one, day));
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
