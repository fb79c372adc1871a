import { wordsOf } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import { isValid, matchTail, type Registry } from '../../registry.ts';
import type { Rule } from '../../rule.ts';
import { type Span, textBefore } from '../../text.ts';
import { listsOf } from './lists.ts';
import { isPast } from './mentions.ts';
import { type Prose, proseOf } from './passages.ts';

const HEAD = /(?<!\p{L})([Tt]ỉnh|TỈNH|[Tt]hành|THÀNH|T[Pp]\.?)(?: ?(ủy|ỦY|đoàn|Đoàn|phố|PHỐ))?\s+(?=\p{Lu})/gu;
/** Bodies that only a province has since the districts ended: what follows them is a province or a city like one. */
const BODY =
  /(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd|công an|mặt trận tổ quốc(?: việt nam)?|mttq|đoàn đại biểu quốc hội|bộ chỉ huy quân sự|sở [\p{L}\s,-]{3,40})\s+(?:các\s+)?$/iu;
const TWO_LEVELS = '2025-07-01';

export const ownerProvinceStatus: Rule = {
  id: 'owner/province-status',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Gọi thành phố trực thuộc Trung ương là tỉnh, hoặc ngược lại',
    en: 'A centrally run city called a province, or the other way round',
  },
  why: {
    vi: 'Tên đơn vị hành chính cấp tỉnh gồm cả loại đơn vị: tỉnh hay thành phố (Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 1; Nghị quyết 202/2025/QH15). Thành ủy có ở thành phố, Tỉnh ủy có ở tỉnh. Xét theo ngày ban hành.',
    en: 'The name of a first-level unit says its kind: province or city (Law 72/2025/QH15, Article 1; Resolution 202/2025/QH15); a Thành ủy is of a city, a Tỉnh ủy of a province. Judged on the day of issue.',
  },
  *check(draft, { registry, today }) {
    const day = draft.issued ?? today;
    for (const prose of proseOf(draft)) {
      const { text, lower, node } = prose;
      for (const match of text.matchAll(HEAD)) {
        const place = match.index + match[0].length;
        const tail = matchTail(registry, 'tỉnh', text, lower, place);
        const span = { start: match.index, end: place + (tail?.length ?? 0) };
        if (!tail || /^(?:\s|-)\p{Lu}/u.test(text.slice(span.end, span.end + 2))) continue;
        const province = tail.ids.flatMap((id) => registry.agencies.get(id) ?? []).find((one) => isValid(one, day));
        if (!province || !prose.isOwn(span) || isPast(text, span)) continue;
        const isCity = province.name.startsWith('Thành phố');
        const saysCity = !/^tỉnh/i.test(match[0]);
        if (isCity === saysCity || (/^thành$/i.test(match[1] ?? '') && match[2] === undefined)) continue;
        // "tỉnh Bắc Ninh" was right until a day that the registry knows: owner/ended tells it.
        if (!saysCity && node.fact.names.some(({ start, end }) => start < place && span.end <= end)) continue;
        if (saysCity && !isFirstLevel(prose, registry, { start: match.index, end: place }, match[2] ?? '', day))
          continue;
        const written = wordsOf(draft.text, node, span.start, place).text.trim();
        const right = inCase(rightHead(match[2] ?? '', isCity), written);
        const head = wordsOf(draft.text, node, span.start, span.start + match[0].trimEnd().length);
        const whole = wordsOf(draft.text, node, span.start, span.end);
        const name = wordsOf(draft.text, node, place, span.end).text;
        yield {
          start: whole.start,
          end: whole.end,
          message: {
            vi: `"${whole.text}": ${name} là ${isCity ? 'thành phố trực thuộc Trung ương' : 'tỉnh'}; viết "${right} ${name}".`,
            en: `"${whole.text}": ${name} is a ${isCity ? 'centrally run city' : 'province'}; write "${right} ${name}".`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành "${right} ${name}"`, en: `Change to "${right} ${name}"` },
              edits: [{ start: head.start, end: head.end, text: right }],
              certain: true,
            },
          ],
        };
      }
    }
  },
  examples: [
    {
      text: '---\nngày ban hành: 2025-10-06\n---\n\n1. Ủy ban nhân dân tỉnh Hải Phòng, Thành ủy Lào Cai và Sở Y tế tỉnh Huế tổ chức trực ban.\n',
      problems: [
        '5:20 "tỉnh Hải Phòng": Hải Phòng là thành phố trực thuộc Trung ương; viết "thành phố Hải Phòng".',
        '5:36 "Thành ủy Lào Cai": Lào Cai là tỉnh; viết "Tỉnh ủy Lào Cai".',
        '5:64 "tỉnh Huế": Huế là thành phố trực thuộc Trung ương; viết "thành phố Huế".',
      ],
      fixed:
        '---\nngày ban hành: 2025-10-06\n---\n\n1. Ủy ban nhân dân thành phố Hải Phòng, Tỉnh ủy Lào Cai và Sở Y tế thành phố Huế tổ chức trực ban.\n',
    },
    {
      text: '---\nngày ban hành: 2025-03-06\n---\n\n1. Ủy ban nhân dân thành phố Bắc Ninh và Ủy ban nhân dân tỉnh Bắc Ninh tổ chức trực ban.\n',
      problems: [],
    },
  ],
};

function rightHead(kind: string, isCity: boolean): string {
  if (/^ủy$/iu.test(kind)) return isCity ? 'Thành ủy' : 'Tỉnh ủy';
  if (/^đoàn$/iu.test(kind)) return isCity ? 'Thành đoàn' : 'Tỉnh đoàn';
  return isCity ? 'Thành phố' : 'Tỉnh';
}

function inCase(head: string, written: string): string {
  if (!/\p{Ll}/u.test(written) && !/^TP/.test(written)) return head.toUpperCase();
  return /^\p{Ll}|^T[Pp]/u.test(written) ? head.slice(0, 1).toLowerCase() + head.slice(1) : head;
}

/** Is a city like a province meant? Cities within provinces bore the same names until 30/6/2025. */
function isFirstLevel(prose: Prose, registry: Registry, head: Span, kind: string, day: Day): boolean {
  const listed = listsOf(prose, registry).some(
    ({ noun, items }) =>
      noun === 'tỉnh' &&
      items.some(({ start }) => start === head.end) &&
      items.filter(({ ids }) => ids.length > 0).length > 2,
  );
  if (listed) return true;
  return day >= TWO_LEVELS && (/^(?:ủy|đoàn)$/iu.test(kind) || BODY.test(textBefore(prose.text, head.start, 80)));
}
