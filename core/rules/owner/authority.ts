import { type Draft, wordsOf } from '../../draft.ts';
import { readOwners } from '../../language/owners.ts';
import { toPassage } from '../../language/passage.ts';
import type { Node } from '../../nodes.ts';
import { pickAgency } from '../../registry.ts';
import type { Rule } from '../../rule.ts';
import { type Issuer, isApart, issuerOf, rankOf } from './power.ts';

/** A word that orders, at the beginning of a sentence or clause or after its subject. */
const ORDER = /(?<!\p{L})(giao(?: nhiệm vụ)?(?: cho)?|yêu cầu|phân công)(\s*:)?\s+(?=\p{Lu}|các\s)/giu;
const AT_START =
  /(?:(?:^|[.;:,]|và|đồng thời)\s*|(?:^|[.;:,]\s+)(?:Phó )?(?:Thủ tướng Chính phủ|Chính phủ|Bộ trưởng|Chủ tịch|Ủy ban nhân dân|UBND)[^.;:,"]{0,40}\s)$/iu;

export const ownerAuthority: Rule = {
  id: 'owner/authority',
  severity: 'warning',
  looksAt: 'item',
  summary: {
    vi: '"Giao", "Yêu cầu" cơ quan ngoài thẩm quyền',
    en: '"Giao", "Yêu cầu" to a body outside the issuer\'s authority',
  },
  why: {
    vi: 'Cơ quan hành chính nhà nước không giao việc cho cơ quan của Đảng, Quốc hội, Mặt trận, tòa án, viện kiểm sát, và cấp dưới không giao việc cho cấp trên; dùng "Đề nghị" (như Nghị quyết số 12/NQ-CP ngày 07/02/2023, mục III.5).',
    en: 'An executive body gives no orders to bodies of the Party, the National Assembly, the Front, the courts or the procuracy, nor a lower body to a higher one; it asks ("Đề nghị"; see Resolution 12/NQ-CP, III.5).',
  },
  *check(draft, project) {
    const issuer = issuerOf(draft, project);
    if (!issuer) return;
    for (const node of draft.nodes) {
      if (node.region !== 'body' || node.kind === 'row') continue;
      const { text } = node.fact.item.body;
      const given = node.fact.whole.assignment.verb?.start;
      for (const match of text.matchAll(ORDER)) {
        if (match.index !== given && !AT_START.test(text.slice(Math.max(0, match.index - 80), match.index))) continue;
        if (text.slice(0, match.index).split('"').length % 2 === 0) continue;
        yield* judge(draft, node, issuer, match.index, match[1] ?? '', match.index + match[0].length);
      }
    }
  },
  examples: [
    {
      text: '---\nsố: 336/TB-VPCP\ncơ quan ban hành: Văn phòng Chính phủ\n---\n\n1. Giao Tòa án nhân dân tối cao hoàn thành hệ thống xét xử trực tuyến trước ngày 30/11/2026.\n\n2. Đề nghị Văn phòng Trung ương Đảng kết nối trục liên thông văn bản.\n',
      problems: [
        '6:4 "Tòa án nhân dân tối cao" ở ngoài thẩm quyền của Văn phòng Chính phủ; dùng "Đề nghị" thay cho "Giao".',
      ],
      fixed:
        '---\nsố: 336/TB-VPCP\ncơ quan ban hành: Văn phòng Chính phủ\n---\n\n1. Đề nghị Tòa án nhân dân tối cao hoàn thành hệ thống xét xử trực tuyến trước ngày 30/11/2026.\n\n2. Đề nghị Văn phòng Trung ương Đảng kết nối trục liên thông văn bản.\n',
    },
    {
      text: '---\nsố: 12/KH-UBND\ncơ quan ban hành: Ủy ban nhân dân tỉnh Lào Cai\n---\n\n1. Sở Tài chính bố trí kinh phí; yêu cầu Bộ Tài chính cấp bổ sung.\n',
      problems: ['6:34 "Bộ Tài chính" ở cấp cao hơn Ủy ban nhân dân tỉnh Lào Cai; dùng "đề nghị" thay cho "yêu cầu".'],
      fixed:
        '---\nsố: 12/KH-UBND\ncơ quan ban hành: Ủy ban nhân dân tỉnh Lào Cai\n---\n\n1. Sở Tài chính bố trí kinh phí; đề nghị Bộ Tài chính cấp bổ sung.\n',
    },
    {
      text: '---\nsố: 02-KH/BCĐTW\ncơ quan ban hành: Ban Chỉ đạo Trung ương\n---\n\n1. Giao Tòa án nhân dân tối cao hoàn thành hệ thống xét xử trực tuyến.\n',
      problems: [],
    },
  ],
};

function* judge(draft: Draft, node: Node, issuer: Issuer, at: number, verb: string, from: number) {
  const { text } = node.fact.item.body;
  const { owners } = readOwners(toPassage(text, draft.registry), from);
  const judged = owners.map((owner) => {
    const name = owner.text ?? text.slice(owner.start, owner.end);
    const agency = owner.ids.length > 0 ? pickAgency(draft.registry, owner.ids, draft.issued) : undefined;
    const rank = rankOf(name, agency);
    const higher = rank !== undefined && rank > issuer.level;
    return { owner, name, fault: isApart(name, agency) ? 'apart' : higher ? 'higher' : undefined };
  });
  const faulty = judged.filter(({ fault }) => fault !== undefined);
  const [first] = faulty;
  if (!first) return;
  const all = faulty.length === judged.length;
  const ask = /^\p{Lu}/u.test(verb) ? 'Đề nghị' : 'đề nghị';
  const order = wordsOf(draft.text, node, at, at + verb.length);
  const place = all ? order : wordsOf(draft.text, node, first.owner.start, first.owner.end);
  const names = faulty.map(({ name }) => `"${name}"`).join(', ');
  const who = issuer.name;
  yield {
    start: place.start,
    end: place.end,
    message:
      first.fault === 'apart'
        ? {
            vi: `${names} ở ngoài thẩm quyền của ${who}; dùng "${ask}" thay cho "${verb}".`,
            en: `${names} is outside the authority of ${who}; "${ask}" is due instead of "${verb}".`,
          }
        : {
            vi: `${names} ở cấp cao hơn ${who}; dùng "${ask}" thay cho "${verb}".`,
            en: `${names} is of a higher level than ${who}; "${ask}" is due instead of "${verb}".`,
          },
    ...(all && {
      fixes: [
        {
          title: { vi: `Thay bằng "${ask}"`, en: `Replace with "${ask}"` },
          edits: [{ start: order.start, end: order.end, text: ask }],
          certain: true,
        },
      ],
    }),
  };
}
