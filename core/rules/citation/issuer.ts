import type { Registry } from '../../registry.ts';
import type { Problem, Rule } from '../../rule.ts';
import type { Words } from '../../text.ts';
import { type Cited, citedIn, nameOf } from './cited.ts';
import { bodiesOfSymbol, bodyNamed } from './issuers.ts';

/** Who passes what, where the type alone tells (Hiến pháp; Luật 64/2025/QH15). */
const BY_TYPE: Readonly<Record<string, string>> = {
  Luật: 'quoc-hoi',
  'Bộ luật': 'quoc-hoi',
  'Pháp lệnh': 'uy-ban-thuong-vu-quoc-hoi',
  'Nghị định': 'chinh-phu',
};

export const citationIssuer: Rule = {
  id: 'citation/issuer',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Cơ quan ban hành không khớp với ký hiệu hoặc tên loại',
    en: 'The issuer of a cited document against its number or type',
  },
  why: {
    vi: 'Phần cuối ký hiệu là cơ quan ban hành: TTg là Thủ tướng Chính phủ, CP là Chính phủ; thông báo 336/TB-VPCP nêu kết luận của Thủ tướng nhưng do Văn phòng Chính phủ ban hành. Pháp lệnh do Ủy ban Thường vụ Quốc hội ban hành.',
    en: 'The end of a number is the issuer: TTg is the Prime Minister, CP the Government; notice 336/TB-VPCP tells what the Prime Minister concluded but is issued by the Office of the Government. An ordinance is issued by the Standing Committee of the National Assembly.',
  },
  *check(draft) {
    const { registry } = draft;
    for (const cited of citedIn(draft)) {
      const { issuerWords, quoted } = cited;
      if (!issuerWords || quoted || /^(?:dự thảo|dự án)\s/iu.test(before(cited))) continue;
      const named = bodyNamed(issuerWords.text, registry);
      const right = named === undefined ? [] : issuersOf(cited, registry);
      if (named === undefined || right.length === 0 || right.includes(named)) continue;
      const name = right.map((body) => registry.agencies.get(body)?.name ?? COMMON[body] ?? body).slice(0, 3);
      const [only] = name;
      yield {
        start: issuerWords.start,
        end: issuerWords.end,
        message: {
          vi: `${nameOf(cited)} không phải của ${issuerWords.text} mà của ${name.join(', ')}.`,
          en: `${nameOf(cited)} is not of "${issuerWords.text}" but of "${name.join(', ')}".`,
        },
        fixes:
          right.length === 1 && only !== undefined && !(right[0] !== undefined && right[0] in COMMON)
            ? [replace(issuerWords, only)]
            : [],
      } satisfies Problem;
    }
  },
  examples: [
    {
      text: '1. Thông báo số 336/TB-VPCP ngày 30/6/2025 của Thủ tướng Chính phủ, Chỉ thị số 20/CT-TTg của Chính phủ.\n',
      problems: [
        '1:48 Thông báo số 336/TB-VPCP không phải của Thủ tướng Chính phủ mà của Văn phòng Chính phủ.',
        '1:94 Chỉ thị số 20/CT-TTg không phải của Chính phủ mà của Thủ tướng Chính phủ.',
      ],
    },
    {
      text: '1. Thực hiện Pháp lệnh Ngoại hối của Quốc hội.\n',
      problems: ['1:38 Pháp lệnh Ngoại hối không phải của Quốc hội mà của Ủy ban Thường vụ Quốc hội.'],
    },
    {
      text: '1. Nghị quyết số 04-NQ/TW của Trung ương, Quyết định số 15/QĐ-BTC của Bộ trưởng Bộ Tài chính, Kế hoạch số 200/KH-UBND của Chủ tịch UBND tỉnh, dự thảo Luật Dữ liệu của Chính phủ.\n',
      problems: [],
    },
  ],
};

const COMMON: Readonly<Record<string, string>> = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  TU: 'Tỉnh ủy, Thành ủy',
  ĐU: 'Đảng ủy',
  TW: 'Trung ương',
  BCĐTW: 'Ban Chỉ đạo Trung ương',
};

/** Who may have issued it; empty where that is not sure. */
function issuersOf({ type, parts, day }: Cited, registry: Registry): readonly string[] {
  const [symbol, second] = parts?.issuers ?? [];
  // The first group of a công văn is its issuer, the second the unit that drafted it.
  if (symbol !== undefined && (second === undefined || parts?.letters === undefined)) {
    // The Office of the Party signs for the Central Committee; "BTC" is of a Ban Tổ chức in the Party's form.
    if (parts?.letters !== undefined && parts.family === 'party' && !/^(?:\p{Lu}*TW|TU|ĐU)$/u.test(symbol)) return [];
    return bodiesOfSymbol(symbol, registry);
  }
  // "Luật Dữ liệu của Bộ Công an" may be a draft of it.
  const passed = !/luật/iu.test(type) || day !== undefined;
  const body = symbol === undefined && passed ? BY_TYPE[type] : undefined;
  return body === undefined ? [] : [body];
}

function before({ node, mention }: Cited): string {
  const { text } = node.fact.item.body;
  return /(?:dự thảo|dự án)\s+$/iu.exec(text.slice(Math.max(0, mention.start - 12), mention.start))?.[0] ?? '';
}

function replace({ start, end }: Words, name: string) {
  return {
    title: { vi: `Sửa thành "${name}"`, en: `Change to "${name}"` },
    edits: [{ start, end, text: name }],
    certain: false,
  };
}
