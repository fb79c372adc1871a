import type { Draft } from '../../draft.ts';
import type { Level } from '../../language/references.ts';
import { isUnit, type Node } from '../../nodes.ts';
import { type Missing, type Reference, readInternalReferences } from '../../references.ts';
import type { Rule, Saying } from '../../rule.ts';
import { REFERENCES } from './referring.ts';

export const referenceMissing: Rule = {
  id: 'reference/missing',
  severity: 'error',
  looksAt: REFERENCES,
  summary: {
    vi: 'Viện dẫn điểm, khoản, mục, Điều không có trong văn bản',
    en: 'A reference to a point, item, section or article that is not there',
  },
  why: {
    vi: 'Viện dẫn trong cùng văn bản đi từ nhỏ đến lớn: "điểm a khoản 2 Mục II" (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V.7); sau khi thêm bớt mục, viện dẫn cũ chỉ vào chỗ không còn. Chỉ báo khi chắc chắn là viện dẫn trong văn bản này: sau nó không có tên văn bản khác, trước nó trong câu không nêu văn bản khác, và các mục cùng cấp đánh số liền từ đầu (văn bản không bị cắt).',
    en: 'References go from small to large, "điểm a khoản 2 Mục II" (Decree 30/2020/NĐ-CP, Annex II, V.7); once items were added or taken out an old reference points nowhere. It is told only where it is surely into this document: no other document is named behind it or before it in its sentence, and the items of its level are numbered without gaps from the first (nothing was cut).',
  },
  *check(draft) {
    const told = new Set<number>();
    for (const reference of readInternalReferences(draft)) {
      if (reference.doubtful || reference.node.region !== 'body' || reference.node.kind === 'row') continue;
      for (const missing of reference.missing) {
        if (told.has(missing.number.start) || !isSure(draft, reference, missing)) continue;
        told.add(missing.number.start);
        yield { ...missing.number, message: messageOf(missing) };
      }
    }
  },
  examples: [
    {
      text: '## I. MỤC TIÊU\n\n## II. NHIỆM VỤ\n\n1. Sở Nội vụ rà soát quy trình.\n\n2. Sở Tài chính bố trí kinh phí cho nhiệm vụ tại khoản 3 Mục này và điểm a khoản 1 Mục IV.\n',
      problems: [
        '7:56 Không có khoản 3 trong "II." (chỉ có từ 1 đến 2).',
        '7:88 Không có mục IV trong văn bản này (chỉ có từ I đến II).',
      ],
    },
    {
      text: 'Điều 1. Phạm vi:\n\na) Cơ quan.\n\nb) Đơn vị, trừ trường hợp tại điểm c Điều này và khoản 9 Điều 8 Luật Dữ liệu.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n',
      problems: ['5:36 Không có điểm c trong "Điều 1." (chỉ có từ a đến b).'],
    },
    {
      text: '1. Sở Nội vụ rà soát quy trình.\n\n2. Sở Tài chính bố trí kinh phí cho nhiệm vụ tại khoản 1.\n',
      problems: [],
    },
  ],
};

/** The numbers beside it run from the first without a gap, so nothing was cut where the missing one would stand. */
function isSure(draft: Draft, { node, mention }: Reference, { level, number, scope, siblings }: Missing): boolean {
  if (level === 'tiết') return false;
  // "đạt điểm 10", "mục 3" of a form: numbers alone are said of much else.
  if (level === 'điểm' && /\d/.test(number.text) && (mention.steps.length === 1 || siblings.length === 0)) return false;
  if (siblings.length === 0) return isWhole(draft, node, scope, mention.steps.length);
  return siblings.every(({ marker, parent }, i) => {
    const before = siblings[i - 1];
    return marker.value === (before && before.parent === parent ? before.marker.value + 1 : 1);
  });
}

/** Nothing of the level is there: below a unit that says more than a title, or in a draft that speaks of no other document. */
function isWhole(draft: Draft, node: Node, scope: Node, steps: number): boolean {
  if (isUnit(scope)) return scope.children.length > 0 || /[.;]$/.test(scope.fact.item.body.text);
  return scope.kind === 'root' && draft.units.length > 3 && node.fact.citations.length === 0 && steps > 1;
}

function messageOf({ level, number, scope, siblings }: Missing): Saying {
  const [first, last] = [siblings[0]?.marker.number, siblings.at(-1)?.marker.number];
  const vi = `Không có ${level === 'điều' ? 'Điều' : level} ${number.text}`;
  const en = `There is no ${NAMES[level]} ${number.text}`;
  const [within, inside] = isUnit(scope)
    ? [`trong "${scope.marker.text}"`, `in "${scope.marker.text}"`]
    : ['trong văn bản này', 'in this document'];
  if (first === undefined) return { vi: `${vi} ${within}.`, en: `${en} ${inside}.` };
  const [only, just] =
    first === last ? [`"${first}"`, `"${first}"`] : [`từ ${first} đến ${last}`, `${first} to ${last}`];
  return { vi: `${vi} ${within} (chỉ có ${only}).`, en: `${en} ${inside} (only ${just}).` };
}

const NAMES: Record<Level, string> = {
  tiết: 'sub-point',
  điểm: 'point',
  khoản: 'item',
  điều: 'article',
  'tiểu mục': 'subsection',
  mục: 'section',
  chương: 'chapter',
  phần: 'part',
};
