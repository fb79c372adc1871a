import type { Problem, Rule } from '../../rule.ts';
import { textBefore } from '../../text.ts';
import { type Cited, citedIn } from './cited.ts';
import { lettersOf, TYPES_OF } from './number.ts';

/** Documents that another one issues and that go by its number ("Đề án 06/QĐ-TTg"). */
const ISSUED_WITH = /^(?:Đề án|Dự án|Chiến lược|Quy hoạch|Điều lệ)$/;
/** Of these no number goes without letters of the type; a "Hướng dẫn" may come as a công văn. */
const LETTERED = /^(?:Nghị quyết|Quyết định|Chỉ thị|Nghị định|Thông tư|Kế hoạch|Kết luận|Thông báo|Chương trình)$/;

export const citationType: Rule = {
  id: 'citation/type',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Tên loại văn bản không khớp với ký hiệu',
    en: 'The type of a cited document against the letters of its number',
  },
  why: {
    vi: 'Ký hiệu có chữ viết tắt tên loại (ND 30/2020, Điều 7 và Phụ lục III; 399-QĐ/TW): "Quyết định số 16/KH-UBND" thì tên loại hoặc ký hiệu sai, người đọc không tra được văn bản.',
    en: 'The number holds letters for the type (ND 30/2020, Điều 7 and Phụ lục III; 399-QĐ/TW): in "Quyết định số 16/KH-UBND" the type or the number is wrong, and the reader cannot find the document.',
  },
  *check(draft) {
    for (const cited of citedIn(draft)) {
      const { number, type } = cited;
      const right = number && expectedOf(cited);
      if (!right) continue;
      const end = cited.start + type.length;
      const letters = lettersOf(type, cited.parts?.family);
      const written = cited.parts?.letters;
      const at = written === undefined ? -1 : draft.text.slice(number.start, number.end).indexOf(written);
      const [word = ''] = right;
      const typeAsWritten = draft.text.slice(cited.start, end).normalize('NFC') === type;
      yield {
        start: cited.start,
        end: number.end,
        message: {
          vi: `"${type}" không khớp với ký hiệu "${number.text}"${written === undefined ? ' (số của công văn, không có chữ tên loại)' : `: "${written}" là ${right.join(' hoặc ')}`}.`,
          en: `"${type}" does not match the number "${number.text}"${written === undefined ? ' (of a công văn, without letters for a type)' : `: "${written}" stands for ${right.join(' or ')}`}.`,
        },
        fixes: [
          ...(typeAsWritten
            ? [
                {
                  title: { vi: `Sửa tên loại thành "${word}"`, en: `Change the type to "${word}"` },
                  edits: [{ start: cited.start, end, text: word }],
                  certain: false,
                },
              ]
            : []),
          ...(at >= 0 && written !== undefined && letters !== undefined
            ? [
                {
                  title: { vi: `Sửa "${written}" thành "${letters}"`, en: `Change "${written}" to "${letters}"` },
                  edits: [{ start: number.start + at, end: number.start + at + written.length, text: letters }],
                  certain: false,
                },
              ]
            : []),
        ],
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '1. Các sở thực hiện Quyết định số 16/KH-UBND ngày 20/01/2026 và Chỉ thị số 12/CĐ-TTg.\n',
      problems: [
        '1:21 "Quyết định" không khớp với ký hiệu "16/KH-UBND": "KH" là Kế hoạch.',
        '1:65 "Chỉ thị" không khớp với ký hiệu "12/CĐ-TTg": "CĐ" là Công điện.',
      ],
    },
    {
      text: '1. Kế hoạch số 3722/VPCP-CN, Chương trình số 39-CT/TU.\n',
      problems: [
        '1:4 "Kế hoạch" không khớp với ký hiệu "3722/VPCP-CN" (số của công văn, không có chữ tên loại).',
        '1:30 "Chương trình" không khớp với ký hiệu "39-CT/TU": "CT" là Chỉ thị.',
      ],
    },
    {
      text: '1. Quy định số 230-QĐ/TW, văn bản số 92/TTr-UBND, Công văn số 3721/CT-HT của Cục Thuế, Hướng dẫn số 12/BNV-CCVC, Thông báo kết luận số 81-TB/TW, Quyết định ban hành Kế hoạch số 12/QĐ-UBND.\n',
      problems: [],
    },
  ],
};

/** The types the letters stand for, where the type word is none of them; undefined where nothing is wrong. */
function expectedOf({ typed, quoted, type, parts, mention, node }: Cited): readonly string[] | undefined {
  if (!parts || !typed || quoted || type === 'Văn bản') return undefined;
  const { letters, issuers, family } = parts;
  if (letters === undefined) {
    const isLetter =
      family === 'state' && issuers.length === 2 && /^(?:UBND|VPCP|B\p{Lu}{2,})$/u.test(issuers[0] ?? '');
    return isLetter && LETTERED.test(type) ? ['Công văn'] : undefined;
  }
  const words = TYPES_OF[letters] ?? [];
  // A quy định of the State has letters of its own (QyĐ).
  const right = letters === 'QĐ' && family === 'state' ? words.slice(0, 1) : words;
  // "Thông tư liên tịch số 12/TT-LT-BTC".
  if (right.some((word) => type.startsWith(word)) || letters === 'VBHN') return undefined;
  // "Công văn số 3721/CT-HT": the first group is a body whose letters are those of a type.
  if (/^Công văn$/.test(type) && family === undefined) return undefined;
  if (letters === 'QĐ' && ISSUED_WITH.test(type)) return undefined;
  // "Quyết định ban hành Kế hoạch số 12/QĐ-UBND": the number is of the document named before.
  const before = textBefore(node.fact.item.body.text, mention.start, 60);
  const named = new RegExp(`(?:${right.join('|')})\\s+(?:\\p{Ll}+\\s+){0,6}$`, 'iu');
  return named.test(before) ? undefined : right;
}
