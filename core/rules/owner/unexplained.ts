import type { Draft } from '../../draft.ts';
import type { Day } from '../../language/calendar.ts';
import type { Problem, Rule } from '../../rule.ts';
import { positionAt } from '../../text.ts';
import { abbreviationsAt, abbreviationsOf } from './abbreviations.ts';
import { bareCommittees, committeeNames } from './committees.ts';
import { shortNamesAt, shortNamesOf } from './short-names.ts';

export const ownerUnexplained: Rule = {
  id: 'owner/unexplained',
  severity: 'warning',
  looksAt: {
    item: (fact, node, registry) => [
      abbreviationsAt(fact, node, registry),
      shortNamesAt(fact, node, registry),
      committeeNames(fact, node, registry),
    ],
    lines: true,
  },
  summary: {
    vi: 'Chữ viết tắt chưa được giải thích khi dùng lần đầu',
    en: 'An abbreviation not explained at its first use',
  },
  why: {
    vi: 'Chữ viết tắt dùng trong văn bản phải được viết đầy đủ ở lần đầu: "cơ sở dữ liệu (CSDL)", "(sau đây gọi tắt là ...)"; mỗi cụm từ một chữ viết tắt. Thông lệ soạn thảo theo Nghị định 30/2020/NĐ-CP; UBND, HĐND, đơn vị đo, tên quốc tế thông dụng được miễn.',
    en: 'An abbreviation is written in full at its first use ("cơ sở dữ liệu (CSDL)") and a term has one short form: practice under Decree 30/2020/NĐ-CP; UBND, HĐND, units and common international names are exempt.',
  },
  *check(draft, { today }) {
    yield* committees(draft);
    yield* terms(draft, draft.issued ?? today);
  },
  examples: [
    {
      text: '1. Bộ Y tế rà soát CSDL tiêm chủng.\n\n2. Bộ Y tế kết nối cơ sở dữ liệu (CSDL) dân cư.\n',
      problems: ['1:20 Chữ viết tắt "CSDL" dùng trước khi được giải thích (dòng 3).'],
    },
    {
      text: '1. Bộ Y tế đẩy mạnh CĐS trước ngày 30/12/2026.\n',
      problems: ['1:21 Chữ viết tắt "CĐS" chưa được giải thích; lần đầu viết đầy đủ kèm "(CĐS)".'],
    },
    {
      text: '1. Bộ Y tế báo cáo Ban Chỉ đạo của Chính phủ trước ngày 30/12/2026.\n',
      problems: ['1:20 "Ban Chỉ đạo của Chính phủ" chưa được nêu tên đầy đủ.'],
    },
    {
      text: '1. Bộ Y tế rà soát cơ sở dữ liệu (CSDL) tiêm chủng, kết nối CSDL với VNeID; UBND tỉnh bố trí 02 tỷ USD.\n\n2. Bộ Y tế sửa đổi Thông tư số 12/2020/TT-BYT.\n',
      problems: [],
    },
  ],
};

function* terms(draft: Draft, day: Day): Iterable<Problem> {
  const agencies = new Set(shortNamesOf(draft, day).map(({ short }) => short.replace(/^(?:Bộ|Sở) /, '')));
  const all = abbreviationsOf(draft).filter(({ short }) => !agencies.has(short));
  const forms = new Map<string, string>();
  for (const { short, uses, definitions } of all) {
    const [use] = uses;
    if (!use) continue;
    const [definition, again] = definitions;
    const key = short.replace(/[&-]/g, '').toUpperCase();
    const other = forms.get(key);
    forms.set(key, other ?? short);
    if (other !== undefined)
      yield {
        start: use.start,
        end: use.end,
        message: {
          vi: `"${short}" và "${other}" cùng viết tắt một cụm từ; nên dùng một cách viết.`,
          en: `"${short}" and "${other}" are short for one term; use one of them.`,
        },
      };
    else if (!definition)
      yield {
        start: use.start,
        end: use.end,
        message: {
          vi: `Chữ viết tắt "${short}" chưa được giải thích; lần đầu viết đầy đủ kèm "(${short})".`,
          en: `The abbreviation "${short}" is not explained; write it in full at first, with "(${short})".`,
        },
      };
    else if (definition.start > use.start) {
      const { line } = positionAt(draft.lines, definition.start);
      yield {
        start: use.start,
        end: use.end,
        message: {
          vi: `Chữ viết tắt "${short}" dùng trước khi được giải thích (dòng ${line}).`,
          en: `The abbreviation "${short}" is used before it is explained (line ${line}).`,
        },
        related: [
          {
            start: definition.start,
            end: definition.end,
            message: { vi: 'Giải thích ở đây.', en: 'Explained here.' },
          },
        ],
      };
    } else if (again) {
      const { line } = positionAt(draft.lines, definition.start);
      yield {
        start: again.start,
        end: again.end,
        message: {
          vi: `Chữ viết tắt "${short}" được giải thích lần thứ hai (lần đầu ở dòng ${line}).`,
          en: `The abbreviation "${short}" is explained a second time (first in line ${line}).`,
        },
      };
    }
  }
}

function* committees(draft: Draft): Iterable<Problem> {
  for (const { start, end, text, full } of bareCommittees(draft)) {
    const line = full === undefined ? 0 : positionAt(draft.lines, full).line;
    yield {
      start,
      end,
      message: {
        vi:
          line > 0 ? `"${text}" dùng trước khi nêu tên đầy đủ (dòng ${line}).` : `"${text}" chưa được nêu tên đầy đủ.`,
        en:
          line > 0
            ? `"${text}" is used before its full name (line ${line}).`
            : `The full name of "${text}" is not given.`,
      },
    };
  }
}
