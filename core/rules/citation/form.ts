import type { Problem, Rule } from '../../rule.ts';
import { type Cited, citedIn } from './cited.ts';
import { type DocumentNumber, lacksYear } from './number.ts';

export const citationForm: Rule = {
  id: 'citation/form',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Số và ký hiệu của văn bản được viện dẫn không đúng mẫu của cơ quan ban hành',
    en: 'The number of a cited document not in its issuer’s form',
  },
  why: {
    vi: 'Nhà nước viết số/loại-cơ quan (336/TB-VPCP: ND 30/2020, Phụ lục I), Đảng viết số-loại/cơ quan (02-KH/BCĐTW: 399-QĐ/TW, 05-HD/VPTW); chữ hoa, chữ thường trong ký hiệu có nghĩa (TTg, TTr, CTr); số nghị định, thông tư có năm.',
    en: 'The State writes number/type-issuer (336/TB-VPCP: ND 30/2020, Phụ lục I), the Party number-type/issuer (02-KH/BCĐTW: 399-QĐ/TW, 05-HD/VPTW); capitals in a symbol matter (TTg, TTr, CTr); decrees and circulars carry the year.',
  },
  *check(draft) {
    for (const cited of citedIn(draft)) {
      const { number, parts, quoted } = cited;
      if (!number || !parts || quoted) continue;
      if (parts.right !== number.text && isSure(cited, parts)) {
        const { right } = parts;
        const party = parts.family === 'party';
        const shape = (text: string) => text.replace(/[\p{L}\d.]+/gu, '');
        const form = shape(right) !== shape(number.text);
        yield {
          start: number.start,
          end: number.end,
          message: {
            vi: form
              ? `Số "${number.text}" không đúng mẫu của ${party ? 'Đảng (số-loại/cơ quan)' : 'Nhà nước (số/loại-cơ quan)'}; cần là "${right}".`
              : `Ký hiệu "${number.text}" viết sai chữ; cần là "${right}".`,
            en: form
              ? `Number "${number.text}" is not in the form of ${party ? 'the Party (number-type/issuer)' : 'the State (number/type-issuer)'}; expected "${right}".`
              : `Number "${number.text}" has wrong letters; expected "${right}".`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
              edits: [{ start: number.start, end: number.end, text: right }],
              certain: true,
            },
          ],
        } satisfies Problem;
      } else if (lacksYear(parts) && (cited.day ?? '2000') >= '2000') {
        const year = cited.day?.slice(0, 4);
        const right = year === undefined ? undefined : number.text.replace('/', `/${year}/`);
        yield {
          start: number.start,
          end: number.end,
          message: {
            vi: `Số "${number.text}" thiếu năm ban hành: số nghị định, thông tư có dạng số/năm/loại-cơ quan.`,
            en: `Number "${number.text}" lacks the year: decrees and circulars have number/year/type-issuer.`,
          },
          fixes:
            right === undefined
              ? []
              : [
                  {
                    title: { vi: `Sửa thành "${right}"`, en: `Change to "${right}"` },
                    edits: [{ start: number.start, end: number.end, text: right }],
                    certain: false,
                  },
                ],
        } satisfies Problem;
      }
    }
  },
  examples: [
    {
      text: '1. Kế hoạch số 02/KH-BCĐTW, Thông báo số 336-TB/VPCP, Nghị quyết số 57/NQ-TW, Tờ trình số 12/TTR-UBND, Nghị định số 63/NĐ-CP ngày 10/6/2024.\n',
      problems: [
        '1:16 Số "02/KH-BCĐTW" không đúng mẫu của Đảng (số-loại/cơ quan); cần là "02-KH/BCĐTW".',
        '1:42 Số "336-TB/VPCP" không đúng mẫu của Nhà nước (số/loại-cơ quan); cần là "336/TB-VPCP".',
        '1:69 Số "57/NQ-TW" không đúng mẫu của Đảng (số-loại/cơ quan); cần là "57-NQ/TW".',
        '1:91 Ký hiệu "12/TTR-UBND" viết sai chữ; cần là "12/TTr-UBND".',
        '1:117 Số "63/NĐ-CP" thiếu năm ban hành: số nghị định, thông tư có dạng số/năm/loại-cơ quan.',
      ],
      fixed:
        '1. Kế hoạch số 02-KH/BCĐTW, Thông báo số 336/TB-VPCP, Nghị quyết số 57-NQ/TW, Tờ trình số 12/TTr-UBND, Nghị định số 63/NĐ-CP ngày 10/6/2024.\n',
    },
    {
      text: '1. Chương trình số 104-CTr/TU, QUYẾT ĐỊNH SỐ 42/QĐ-TTG, Tờ trình số 03-TTr/ĐUMTTQ, CĐTTW, Công điện số 22/CĐ-TW, Thông báo số 47-TB/TGV, Công văn số 3722/VPCP-CN.\n',
      problems: [],
    },
  ],
};

/** Is it sure whose form the number has to take? */
function isSure({ issuer, day }: Cited, { issuers, family, letters }: DocumentNumber): boolean {
  // Older numbers had other forms (before Thông tư 01/2011/TT-BNV).
  if (day !== undefined && day < '2011') return false;
  const [symbol = ''] = issuers;
  // Committees of the State for disasters and the like bear the Party's symbols too, and send telegrams.
  if (symbol === 'TW' && (letters === 'CĐ' || /Ban Chỉ đạo/u.test(issuer ?? ''))) return false;
  if (symbol === 'BCĐTW') return issuer === undefined || /^Ban Chỉ đạo Trung ương$/u.test(issuer);
  // "12-KH/BTC": a Ban Tổ chức.
  return family === 'party' || !/^(?:BTC|BCT)$/.test(symbol) || /^Bộ /u.test(issuer ?? '');
}
