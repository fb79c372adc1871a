import { wordsOf } from '../../draft.ts';
import type { Problem, Rule } from '../../rule.ts';
import { foldName } from '../../text.ts';
import { listsOf, type NameList } from './lists.ts';
import { type Prose, proseOf } from './passages.ts';

export const ownerCount: Rule = {
  id: 'owner/count',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Số lượng nêu ra không khớp với danh sách cơ quan, địa phương',
    en: 'A stated number that differs from the list of agencies or places',
  },
  why: {
    vi: 'Nơi bị thiếu tên trong danh sách không biết mình được giao; nơi được kể hai lần làm sai số tổng hợp (Nghị định 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác).',
    en: 'A place left out of the list does not know it has a task; one named twice makes the figures wrong (Decree 30/2020/NĐ-CP, Article 8: the content must be exact).',
  },
  *check(draft) {
    for (const prose of proseOf(draft)) {
      for (const list of listsOf(prose, draft.registry)) {
        if (!prose.isOwn(list)) continue;
        yield* repeated(prose, list, draft.text);
        const { stated, items, complete } = list;
        if (!stated || !complete || items.length < 2 || items.length === stated.count) continue;
        const words = wordsOf(draft.text, prose.node, stated.start, stated.end);
        const noun = prose.text.slice(stated.end, list.start).replace(/\s*[:(]?\s*$/, '');
        const right = /^0/.test(words.text) ? String(items.length).padStart(2, '0') : String(items.length);
        yield {
          start: words.start,
          end: words.end,
          message: {
            vi: `Nêu "${words.text}${noun}" nhưng danh sách có ${items.length}.`,
            en: `"${words.text}${noun}" is stated, but the list has ${items.length}.`,
          },
          fixes: [
            {
              title: { vi: `Sửa số thành ${right}`, en: `Change the number to ${right}` },
              edits: [{ start: words.start, end: words.end, text: right }],
              certain: false,
            },
          ],
        };
      }
    }
  },
  examples: [
    {
      text: '1. Ủy ban nhân dân 04 tỉnh (Lào Cai, Sơn La, Lai Châu) rà soát điểm sạt lở.\n',
      problems: ['1:20 Nêu "04 tỉnh" nhưng danh sách có 3.'],
    },
    {
      text: '1. Các bộ: Công an, Nội vụ, Tài chính, Nội vụ cử đầu mối phối hợp.\n',
      problems: ['1:40 "Nội vụ" có hai lần trong danh sách.'],
    },
    {
      text: '1. Ủy ban nhân dân 3 tỉnh: Lào Cai, Sơn La và Lai Châu rà soát; 10 địa phương (Hà Nội, Cần Thơ...) báo cáo kết quả.\n',
      problems: [],
    },
  ],
};

function* repeated(prose: Prose, { items }: NameList, source: string): Iterable<Problem> {
  const seen = new Set<string>();
  for (const [i, { start, end, ids }] of items.entries()) {
    const key = ids.length > 0 ? ids.join(' ') : foldName(prose.text.slice(start, end));
    if (seen.has(key)) {
      const words = wordsOf(source, prose.node, start, end);
      const gap = wordsOf(source, prose.node, items[i - 1]?.end ?? start, end);
      yield {
        start: words.start,
        end: words.end,
        message: {
          vi: `"${words.text}" có hai lần trong danh sách.`,
          en: `"${words.text}" is in the list twice.`,
        },
        fixes: [
          {
            title: { vi: `Bỏ "${words.text}"`, en: `Remove "${words.text}"` },
            edits: [{ start: gap.start, end: gap.end, text: '' }],
            certain: false,
          },
        ],
      };
    }
    seen.add(key);
  }
}
