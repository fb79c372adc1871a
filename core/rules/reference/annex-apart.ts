import type { Rule } from '../../rule.ts';
import { absent } from './annex-absent.ts';
import { ANNEXES, readAnnexes } from './annexes.ts';

export const referenceAnnexApart: Rule = {
  id: 'reference/annex-apart',
  severity: 'info',
  looksAt: ANNEXES,
  summary: { vi: 'Nhắc đến Phụ lục mà tệp không có phụ lục nào', en: 'An annex named in a file without annexes' },
  why: {
    vi: 'Phụ lục thường ở tệp riêng, nên đây chỉ là lời nhắc: khi trình ký phải có đủ các phụ lục mà văn bản chỉ dẫn đến (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1). Mỗi phụ lục nhắc một lần.',
    en: 'Annexes are often files of their own, so this is a reminder only: on signing, every annex the text points to has to be there (Decree 30/2020/NĐ-CP, Annex I, III.1). Each annex is told once.',
  },
  *check(draft) {
    const found = readAnnexes(draft);
    if (found.annexes.length > 0 || found.attached) return;
    yield* absent(found, (number) => ({
      vi: `Phụ lục ${number} không có trong tệp này: cần kèm theo khi trình ký.`,
      en: `Annex ${number} is not in this file: it has to come with it for signature.`,
    }));
    const whole = found.mentions.find(
      ({ number, doubtful, node }) => number === '' && !doubtful && node.kind !== 'row',
    );
    if (!whole || found.mentions.some(({ number }) => number !== '')) return;
    yield {
      ...whole.words,
      message: {
        vi: 'Phụ lục không có trong tệp này: cần kèm theo khi trình ký.',
        en: 'The annex is not in this file: it has to come with it for signature.',
      },
    };
  },
  examples: [
    {
      text: '1. Sở Nội vụ rà soát danh mục (chi tiết tại Phụ lục I kèm theo).\n\n2. Sở Tài chính thực hiện Phụ lục I.\n',
      problems: ['1:53 Phụ lục I không có trong tệp này: cần kèm theo khi trình ký.'],
    },
    {
      text: '1. Sở Nội vụ thực hiện Phụ lục kèm theo.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC\n\nDANH MỤC NHIỆM VỤ\n',
      problems: [],
    },
  ],
};
