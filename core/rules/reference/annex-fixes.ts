import { toRoman } from '../../language/numbering.ts';
import type { Fix } from '../../rule.ts';
import type { Words } from '../../text.ts';
import type { Annexes } from './annexes.ts';

/** All annexes in order, with Roman numerals, and what names them. */
export function renumbered({ annexes, mentions }: Annexes, certain: boolean): Fix | undefined {
  const due = new Map(annexes.map(({ value }, i) => [value, toRoman(i + 1)]));
  const changed = [...annexes.flatMap(({ number, value }) => (number ? [{ ...number, value }] : [])), ...own(mentions)];
  const edits = changed.flatMap(({ start, end, text, value }) => {
    const number = due.get(value);
    return number === undefined || number === text ? [] : [{ start, end, text: number }];
  });
  const bare = annexes.flatMap(({ number, words }, i) =>
    number ? [] : [{ start: words.end, end: words.end, text: ` ${toRoman(i + 1)}` }],
  );
  const title = { vi: 'Đánh số lại các phụ lục và chỗ nhắc đến', en: 'Renumber the annexes and what names them' };
  return edits.length + bare.length === 0 ? undefined : { title, edits: [...edits, ...bare], certain };
}

/** Numbers of annexes as the text names them, where it is sure that its own are meant. */
export function own(mentions: Annexes['mentions']): (Words & { value: number })[] {
  return mentions.flatMap(({ words, value, number, doubtful }) =>
    number === '' || doubtful ? [] : [{ ...words, text: number, value }],
  );
}
