import type { Rule } from '../../rule.ts';
import { misspeltNames, unknownNames } from '../owner/misspelt.ts';
import { DEBRIS } from './legacy.ts';
import { findMisspelt } from './misspelling.ts';
import { isInside, passagesOf, perPassage, wordsIn } from './passages.ts';

const misspeltPer = perPassage((clean, quotes) =>
  // Debris of old fonts is told as a whole.
  DEBRIS.test(clean.text) ? [] : findMisspelt(clean.text).filter(({ start }) => !isInside(quotes, start)),
);

export const textSyllable: Rule = {
  id: 'text/syllable',
  severity: 'warning',
  looksAt: 'item',
  summary: { vi: 'Chữ viết không thành âm tiết tiếng Việt', en: 'A word that is no syllable of Vietnamese' },
  why: {
    vi: 'Tiếng Việt có số vần và cách ghép âm hữu hạn (ngh, gh, k chỉ đứng trước i, e, ê, y; vần có âm cuối p, t, c, ch chỉ mang thanh sắc hoặc nặng); chữ ngoài quy tắc ấy như "nghành", "ngiệp" là lỗi đánh máy.',
    en: 'Vietnamese has a closed set of rimes and spellings (ngh, gh, k only before i, e, ê, y; rimes in p, t, c, ch only with sắc or nặng); a word outside it such as "nghành" or "ngiệp" is a slip of typing.',
  },
  *check(draft, { today }) {
    const passages = passagesOf(draft).filter((passage) => misspeltPer(passage).length > 0);
    if (passages.length === 0) return;
    const names = [...misspeltNames(draft, today), ...unknownNames(draft, today).filter(({ near }) => near.length > 0)];
    for (const passage of passages) {
      for (const { start, end, word, meant } of misspeltPer(passage)) {
        const place = wordsIn(draft, passage, start, end);
        if (names.some((name) => name.start <= place.start && place.end <= name.end)) continue;
        yield {
          start: place.start,
          end: place.end,
          message: {
            vi: `"${word}" không phải là một tiếng đúng chính tả${meant ? `; có lẽ là "${meant.text}"` : ''}.`,
            en: `"${word}" is not a Vietnamese syllable${meant ? `; perhaps "${meant.text}" is meant` : ''}.`,
          },
          ...(meant && {
            fixes: [
              {
                title: { vi: `Sửa thành "${meant.text}"`, en: `Change to "${meant.text}"` },
                edits: [{ start: place.start, end: place.end, text: meant.text }],
                certain: meant.certain,
              },
            ],
          }),
        };
      }
    }
  },
  examples: [
    {
      text: '1. Các bộ, nghành, doanh ngiệp thựchiện đúng quyy định.\n',
      problems: [
        '1:12 "nghành" không phải là một tiếng đúng chính tả; có lẽ là "ngành".',
        '1:26 "ngiệp" không phải là một tiếng đúng chính tả; có lẽ là "nghiệp".',
        '1:32 "thựchiện" không phải là một tiếng đúng chính tả; có lẽ là "thực hiện".',
      ],
      fixed: '1. Các bộ, ngành, doanh nghiệp thựchiện đúng quyy định.\n',
    },
    {
      text: '1. Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk kiểm kê khí mêtan, các-bon, khuỷu sông Krông Ana.\n',
      problems: [],
    },
  ],
};
