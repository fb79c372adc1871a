import type { Draft } from '../../draft.ts';
import type { Fix, Rule, Saying } from '../../rule.ts';
import { NUMBERS, type Place, readPlaces } from './places.ts';
import { renumberingOf } from './renumber.ts';

export const numberingStyle: Rule = {
  id: 'numbering/style',
  severity: 'error',
  looksAt: NUMBERS,
  summary: {
    vi: 'Kiểu số hoặc dấu sau số khác các mục cùng dãy',
    en: 'A number, or the mark behind it, unlike the rest of its series',
  },
  why: {
    vi: 'Mỗi cấp có một kiểu số và một dấu: mục "I.", khoản "1.", điểm "a)", Điều "Điều 1." (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6); "1.1." và "I-", "1-" là thông lệ, nhưng phải thống nhất trong một dãy. Kiểu của đa số trong dãy được coi là đúng; nếu bằng nhau thì theo kiểu hay gặp hơn trong văn bản, rồi theo mục đứng trước. "3)" sau "2.2." có thể là "2.3." hoặc "3.", nên người soạn chọn.',
    en: 'Each level has one style and one mark: sections "I.", khoản "1.", points "a)", articles "Điều 1." (Decree 30/2020/NĐ-CP, Annex I, II.6); "1.1." and "I-", "1-" are practice, but one series keeps to one. What most of a series has is right; else what is more frequent in the document, else what stands first. "3)" after "2.2." may be "2.3." or "3.": the writer chooses.',
  },
  *check(draft) {
    const places = readPlaces(draft);
    for (const [i, place] of places.entries()) {
      if (place.fault !== 'style') continue;
      const either = deeper(draft, places, i);
      const fixes = either ? [either.fix, place.fix && { ...place.fix, certain: false }] : [place.fix];
      yield {
        ...place.unit.markerWords,
        message: either?.message ?? messageOf(place),
        fixes: fixes.filter((fix) => fix !== undefined),
      };
    }
  },
  examples: [
    {
      text: '1. Rà soát nhiệm vụ:\n\na. Lập danh mục.\n\nb) Phân công thực hiện.\n\nc) Báo cáo kết quả.\n',
      problems: ['3:1 "a." khác dấu với các mục cùng dãy; cần "a)".'],
      fixed: '1. Rà soát nhiệm vụ:\n\na) Lập danh mục.\n\nb) Phân công thực hiện.\n\nc) Báo cáo kết quả.\n',
    },
    {
      text: '## I. MỤC TIÊU\n\n1. Giảm giấy tờ.\n\nII. Rút ngắn thời gian.\n\n3. Công khai kết quả.\n\n## II. NHIỆM VỤ\n',
      problems: ['5:1 "II." lạc kiểu số: sau "1." cần "2.".'],
      fixed:
        '## I. MỤC TIÊU\n\n1. Giảm giấy tờ.\n\n2. Rút ngắn thời gian.\n\n3. Công khai kết quả.\n\n## II. NHIỆM VỤ\n',
    },
    {
      text: '1. Mục tiêu.\n\n2. Nhiệm vụ.\n\n2.1. Về thể chế.\n\n2.2. Về hạ tầng.\n\n3) Về dữ liệu.\n',
      problems: ['9:1 "3)" lạc kiểu số: sau "2.2." cần "2.3." (hoặc "3." nếu là mục mới).'],
    },
  ],
};

function messageOf({ unit, expected, previous }: Place): Saying {
  const { text, number, mark } = unit.marker;
  if (expected.startsWith(text.slice(0, text.lastIndexOf(number) + number.length)) && !expected.endsWith(mark || ' ')) {
    return {
      vi: `"${text}" khác dấu với các mục cùng dãy; cần "${expected}".`,
      en: `"${text}" is marked unlike the rest of its series; "${expected}" is expected.`,
    };
  }
  const before = previous?.fault ? undefined : previous?.unit.marker.text;
  return {
    vi: `"${text}" lạc kiểu số${before ? `: sau "${before}"` : '; ở đây'} cần "${expected}".`,
    en: `"${text}" is numbered in another style; "${expected}" is expected ${before ? `after "${before}"` : 'here'}.`,
  };
}

/** "3)" after "2." with "2.2." below it: it may be the next of either. */
function deeper(
  draft: Draft,
  places: readonly Place[],
  at: number,
): { message: Saying; fix: Fix | undefined } | undefined {
  const { unit, expected, previous } = places[at] ?? {};
  if (unit?.marker.style !== 'arabic' || !previous || unit.marker.value !== Number.parseInt(expected ?? '', 10))
    return undefined;
  const between = places.slice(places.indexOf(previous) + 1, at).map((place) => place.expected);
  const last = between.findLast((text) => /^\d+\.\d+\D*$/.test(text)) ?? '';
  const [above = '', value = '', mark = ''] = last.split(/\.(?=\d)|(?<=\d)(?!\d)/);
  if (above !== String(Number.parseInt(previous.expected, 10)) || unit.marker.value !== Number(value) + 1)
    return undefined;
  const written = unit.marker.text;
  const number = `${above}.${unit.marker.value}`;
  const due = `${number}${mark}`;
  const made = renumberingOf(draft, [{ unit, number, mark }]);
  const title = {
    vi: `Đổi "${written}" thành "${due}"${made?.also.vi ?? ''}`,
    en: `Change "${written}" to "${due}"${made?.also.en ?? ''}`,
  };
  return {
    message: {
      vi: `"${written}" lạc kiểu số: sau "${last}" cần "${due}" (hoặc "${expected}" nếu là mục mới).`,
      en: `"${written}" is numbered in another style; "${due}" is expected after "${last}" (or "${expected}" for a new item).`,
    },
    fix: made && { title, edits: made.edits, certain: false },
  };
}
