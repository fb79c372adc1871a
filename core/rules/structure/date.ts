import { wordsOf } from '../../draft.ts';
import { headOf } from '../../letterhead.ts';
import type { Problem, Rule, Saying } from '../../rule.ts';
import { readLetterheadDate } from './letterhead-date.ts';
import { padDate } from './pad-date.ts';

export const structureDate: Rule = {
  id: 'structure/date',
  severity: 'warning',
  // The first lines; where one of them changed all is asked again.
  looksAt: {},
  summary: {
    vi: 'Địa danh, ngày tháng ban hành viết không đúng thể thức',
    en: 'Place and date of issue not of the prescribed form',
  },
  why: {
    vi: 'Đầu văn bản ghi "Hà Nội, ngày 05 tháng 9 năm 2025": viết đủ chữ ngày, tháng, năm; chỉ ngày dưới 10 và tháng 1, 2 có số 0 ở trước; địa danh không kèm "TP." (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4).',
    en: 'The letterhead reads "Hà Nội, ngày 05 tháng 9 năm 2025": the words are written out, only days below 10 and months 1 and 2 take a zero, the place stands without "TP." (Decree 30/2020/NĐ-CP, Annex I, II.4).',
  },
  *check(draft) {
    const { issued } = draft.letterhead;
    if (issued && !issued.day && /\d.*\d/.test(issued.text) && /\d{4}/.test(issued.text)) {
      const said = {
        vi: `Ngày ban hành "${issued.text}" không có trong lịch.`,
        en: `The date of issue "${issued.text}" is not in the calendar.`,
      };
      yield { start: issued.start, end: issued.end, message: said };
    }
    for (const node of headOf(draft)) {
      const { text } = node.fact.item.body;
      const found = node.kind === 'unit' ? null : readLetterheadDate(text);
      if (!found) continue;
      const [whole, place = '', date = '', long, day = '', month = ''] = found;
      const at = found.index + whole.length - date.length;
      const problem = (from: number, length: number, meant: string, why: Saying): Problem => {
        const words = wordsOf(draft.text, node, from, from + length);
        return {
          start: words.start,
          end: words.end,
          message: {
            vi: `"${words.text}": ${why.vi}; viết "${meant}".`,
            en: `"${words.text}": ${why.en}; write "${meant}".`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành "${meant}"`, en: `Change to "${meant}"` },
              edits: [{ start: words.start, end: words.end, text: meant }],
              certain: true,
            },
          ],
        };
      };
      const city = /^(?:TP\.?|Tp\.?|T\.P\.?) ?(?=\p{Lu})/u.exec(place);
      if (city) {
        const name = place.slice(city[0].length);
        const meant = /^(?:Hồ Chí Minh|HCM)$/u.test(name) ? 'Thành phố Hồ Chí Minh' : name;
        yield problem(text.indexOf(place), place.length, meant, SHORT_PLACE);
      }
      if (long) {
        const meant = padDate(long, day, month);
        if (meant !== long) yield problem(at, long.length, meant, ZERO);
      } else {
        const [d = '', m = '', y = ''] = date.match(/\d+/g) ?? [];
        yield problem(at, date.length, `${padDate(`ngày ${d} tháng ${m}`, d, m)} năm ${y}`, IN_WORDS);
      }
      return;
    }
  },
  examples: [
    {
      text: 'BỘ NỘI VỤ\n\nSố: 15/KH-BNV\n\nTP. Hà Nội, ngày 5 tháng 09 năm 2026\n\nKẾ HOẠCH\n\nTinh giản biên chế\n',
      problems: [
        '5:1 "TP. Hà Nội": địa danh không kèm chữ viết tắt; viết "Hà Nội".',
        '5:13 "ngày 5 tháng 09": chỉ ngày dưới 10 và tháng 1, 2 có số 0 ở trước; viết "ngày 05 tháng 9".',
      ],
      fixed: 'BỘ NỘI VỤ\n\nSố: 15/KH-BNV\n\nHà Nội, ngày 05 tháng 9 năm 2026\n\nKẾ HOẠCH\n\nTinh giản biên chế\n',
    },
    {
      text: 'BỘ NỘI VỤ\n\nSố: 15/KH-BNV\n\nHà Nội, 5/9/2026\n\nKẾ HOẠCH\n\nTinh giản biên chế\n',
      problems: ['5:9 "5/9/2026": ngày, tháng, năm phải viết đủ chữ; viết "ngày 05 tháng 9 năm 2026".'],
      fixed: 'BỘ NỘI VỤ\n\nSố: 15/KH-BNV\n\nHà Nội, ngày 05 tháng 9 năm 2026\n\nKẾ HOẠCH\n\nTinh giản biên chế\n',
    },
    {
      text: 'BỘ NỘI VỤ\n\nSố:      /KH-BNV\n\nHà Nội, ngày      tháng 9 năm 2026\n\nKẾ HOẠCH\n\nTinh giản biên chế\n',
      problems: [],
    },
  ],
};

const SHORT_PLACE = { vi: 'địa danh không kèm chữ viết tắt', en: 'the place takes no abbreviation' };
const ZERO = {
  vi: 'chỉ ngày dưới 10 và tháng 1, 2 có số 0 ở trước',
  en: 'only days below 10 and months 1 and 2 take a leading zero',
};
const IN_WORDS = { vi: 'ngày, tháng, năm phải viết đủ chữ', en: 'day, month and year are written out' };
