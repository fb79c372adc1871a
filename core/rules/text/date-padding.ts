import type { Rule } from '../../rule.ts';
import { isLetterheadDate } from '../structure/letterhead-date.ts';
import { padDate } from '../structure/pad-date.ts';
import { isInside, passagesOf, perPassage, sourceOf, wordsIn } from './passages.ts';
import { problemsOf, type Slip } from './slips.ts';

const DATE = /ngày (\d{1,2}) tháng (\d{1,2})(?= năm \d{4})/giu;

const datesOf = perPassage((clean, quotes) =>
  [...clean.text.matchAll(DATE)]
    .filter(({ 0: words, 1: day = '', 2: month = '', index }) => {
      return words !== padDate(words, day, month) && !isInside(quotes, index);
    })
    .map(({ 0: words, 1: day = '', 2: month = '', index }) => ({ index, words, meant: padDate(words, day, month) })),
);

export const textDatePadding: Rule = {
  id: 'text/date-padding',
  severity: 'hint',
  summary: {
    vi: 'Số 0 ở đầu ngày, tháng viết không theo quy định',
    en: 'Leading zeros of dates written otherwise than prescribed',
  },
  why: {
    vi: 'Ngày dưới 10 và tháng 1, 2 thêm số 0 ở trước, các tháng khác thì không (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4); trong nội dung nên viết như ở đầu văn bản.',
    en: 'Days below 10 and months 1 and 2 take a leading zero, other months none (Decree 30/2020/NĐ-CP, Annex I, II.4); running text follows the letterhead.',
  },
  *check(draft) {
    const slips: Slip[] = [];
    for (const passage of passagesOf(draft)) {
      const dates = datesOf(passage);
      if (dates.length === 0 || (passage.node.region === 'opening' && isLetterheadDate(passage.clean.text))) continue;
      for (const { index, words, meant } of dates) {
        const place = wordsIn(draft, passage, index, index + words.length);
        slips.push({
          start: place.start,
          end: place.end,
          text: meant,
          message: {
            vi: `"${sourceOf(draft, passage, index, index + words.length)}" nên viết "${meant}": chỉ ngày dưới 10 và tháng 1, 2 có số 0 ở trước.`,
            en: `"${words}" should read "${meant}": only days below 10 and months 1 and 2 take a leading zero.`,
          },
          title: { vi: `Sửa thành "${meant}"`, en: `Change to "${meant}"` },
        });
      }
    }
    yield* problemsOf(slips, (count, { message }) => ({
      vi: `${count} ngày tháng viết số 0 không theo quy định. ${message.vi}`,
      en: `${count} dates have leading zeros otherwise than prescribed. ${message.en}`,
    }));
  },
  examples: [
    {
      text: '1. Sở Nội vụ báo cáo trước ngày 5 tháng 07 năm 2027.\n',
      problems: ['1:28 "ngày 5 tháng 07" nên viết "ngày 05 tháng 7": chỉ ngày dưới 10 và tháng 1, 2 có số 0 ở trước.'],
      fixed: '1. Sở Nội vụ báo cáo trước ngày 05 tháng 7 năm 2027.\n',
    },
    { text: '1. Sở Nội vụ báo cáo trước ngày 05 tháng 02 năm 2027 và trước 05/7/2027.\n', problems: [] },
  ],
};
