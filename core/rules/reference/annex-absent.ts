import type { Problem, Rule } from '../../rule.ts';
import { ANNEXES, type Annexes, readAnnexes } from './annexes.ts';

export const referenceAnnexAbsent: Rule = {
  id: 'reference/annex-absent',
  severity: 'warning',
  looksAt: ANNEXES,
  summary: { vi: 'Nhắc đến Phụ lục không có trong các phụ lục', en: 'An annex named that is not among the annexes' },
  why: {
    vi: 'Văn bản chỉ dẫn đến từng phụ lục (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1); khi phụ lục đi liền văn bản mà thiếu phụ lục được nhắc đến thì số viện dẫn sai, hoặc phụ lục bị sót.',
    en: 'The text points to each annex (Decree 30/2020/NĐ-CP, Annex I, III.1); where annexes stand with the text and the one named is not among them, its number is wrong or it was left out.',
  },
  *check(draft) {
    const found = readAnnexes(draft);
    if (found.annexes.length === 0 || found.parted) return;
    const { annexes } = found;
    const has = annexes.map(({ words }) => `"${words.text}"`).join(', ');
    yield* absent(found, (number) => ({
      vi: `Không có Phụ lục ${number} trong văn bản (chỉ có ${has}).`,
      en: `There is no annex ${number} in this document (only ${has}).`,
    }));
  },
  examples: [
    {
      text: '1. Sở Nội vụ thực hiện theo Phụ lục I.\n\n2. Sở Tài chính thực hiện theo Phụ lục III và Phụ lục II.\n\n# PHỤ LỤC I\n\nDANH MỤC NHIỆM VỤ\n\n# PHỤ LỤC II\n\nMẪU BÁO CÁO\n',
      problems: ['3:40 Không có Phụ lục III trong văn bản (chỉ có "PHỤ LỤC I", "PHỤ LỤC II").'],
    },
    {
      text: '1. Sở Nội vụ thực hiện theo các Phụ lục I, II và Phụ lục IV Nghị định số 06/2022/NĐ-CP.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC I\n\nDANH MỤC\n\n# PHỤ LỤC II\n\nMẪU BÁO CÁO\n',
      problems: [],
    },
  ],
};

/** The first mention of each annex that is not there. */
export function* absent(
  { annexes, mentions }: Annexes,
  messageOf: (number: string) => Problem['message'],
): Iterable<Problem> {
  const told = new Set<number>(annexes.map(({ value }) => value));
  for (const { number, value, words, doubtful, node } of mentions) {
    if (doubtful || number === '' || number.includes('.') || told.has(value) || node.kind === 'row') continue;
    told.add(value);
    yield { ...words, message: messageOf(number) };
  }
}
