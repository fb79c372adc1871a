import type { Rule } from '../../rule.ts';
import { foldName } from '../../text.ts';
import { misspeltNames } from './misspelt.ts';
import { nearest } from './near.ts';
import { strangersIn } from './strangers.ts';

/**
 * Bodies of which the registry has all: a name with this head that it does not have names none. "Bộ CHQS tỉnh" is short for
 * a body of which there are many.
 */
const CLOSED = /^Bộ (?!Chỉ huy|Tư lệnh|Tổng [Tt]ham mưu|Tham mưu|Đội|đội|\p{Lu}{2})\p{Lu}/u;

/** Sets of things ("Bộ Tiêu chí") rather than bodies. */
const NO_BODY =
  /^Bộ (?:Quy tắc|Tiêu chí|Chỉ số|Công cụ|Thủ tục|Dữ liệu|Nhận diện|Mã|Tài liệu|Sách|Luật|Trưởng|TRƯỞNG)(?!\p{L})/iu;

export const ownerUnknown: Rule = {
  id: 'owner/unknown',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Cơ quan không có trong danh mục', en: 'An agency the registry does not have' },
  why: {
    vi: 'Các bộ và các tỉnh, thành phố đều có trong danh mục, nên tên không tra được là tên không có. Đơn vị khác (cục, vụ, sở, trung tâm...) không có trong danh mục thì không báo: đơn vị soạn thảo thêm vào .chidao/agencies.yaml nếu muốn kiểm tra.',
    en: 'The registry has all ministries and provinces, so one that is not found does not exist. Other units (departments, offices, centres) are not reported: add them to .chidao/agencies.yaml to have them checked.',
  },
  *check(draft, { registry, today }) {
    const slips = misspeltNames(draft, today);
    const seen = new Set<number>();
    for (const { near: found, province, ...unknown } of strangersIn(draft, today)) {
      if (found || seen.has(unknown.start)) continue;
      seen.add(unknown.start);
      if (slips.some(({ start, end }) => start < unknown.end && unknown.start < end)) continue;
      if (!province && (!CLOSED.test(unknown.text) || NO_BODY.test(unknown.text))) continue;
      const day = draft.issued ?? today;
      const most = Math.ceil(foldName(unknown.text).length * 0.4);
      const [near] = nearest(registry, unknown.text, day, most, province ? 'provinces' : 'ministries');
      yield {
        start: unknown.start,
        end: unknown.end,
        message: {
          vi: `Không có ${province ? 'tỉnh, thành phố' : 'cơ quan'} nào tên "${unknown.text}"${near ? `; tên gần nhất là "${near.name}"` : ''}.`,
          en: `There is no ${province ? 'province' : 'agency'} named "${unknown.text}"${near ? `; the nearest name is "${near.name}"` : ''}.`,
        },
        ...(near && {
          fixes: [
            {
              title: { vi: `Sửa thành "${near.name}"`, en: `Change to "${near.name}"` },
              edits: [{ start: unknown.start, end: unknown.end, text: near.name }],
              certain: false,
            },
          ],
        }),
      };
    }
  },
  examples: [
    {
      text: '1. Bộ Công nghiệp nhẹ chủ trì, phối hợp với Bộ Tài chính xây dựng kế hoạch.\n',
      problems: ['1:4 Không có cơ quan nào tên "Bộ Công nghiệp nhẹ"; tên gần nhất là "Bộ Công Thương".'],
    },
    { text: '1. Cục Viễn thám quốc gia chủ trì, phối hợp với Vụ Pháp chế xây dựng kế hoạch.\n', problems: [] },
    { text: '1. Bộ CHQS tỉnh chủ trì, phối hợp với Công an tỉnh diễn tập.\n', problems: [] },
  ],
};
