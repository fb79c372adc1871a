import type { Rule } from '../../rule.ts';
import type { Edit } from '../../text.ts';
import { perSection } from './per-section.ts';

/** Single words keep the edits out of the way of other corrections. */
const WORD = /\S+/g;
const NONE: readonly Edit[] = [];

const composed = perSection(({ section: { text } }): readonly Edit[] => {
  if (text === text.normalize('NFC')) return NONE;
  return [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, text: word.normalize('NFC'), word }))
    .filter(({ text, word }) => text !== word)
    .map(({ start, end, text }) => ({ start, end, text }));
});

export const textNfc: Rule = {
  id: 'text/nfc',
  severity: 'hint',
  summary: { vi: 'Chữ có dấu viết bằng mã tổ hợp (NFD)', en: 'Letters and their marks stored apart (NFD)' },
  why: {
    vi: 'Chữ gõ trên một số máy hoặc chép từ tệp PDF lưu chữ cái và dấu thành các ký tự rời; nhìn giống hệt nhưng tìm kiếm, so sánh, tra cứu không ra. Nghị định 30/2020/NĐ-CP (Phụ lục I, phần I) yêu cầu bộ mã ký tự Unicode theo TCVN 6909:2001; dạng dựng sẵn (NFC) là dạng thông dụng.',
    en: 'Some machines and PDF files store letters and marks as separate characters; the text looks the same but searching and comparing fail. Decree 30/2020/NĐ-CP (Annex I, part I) asks for Unicode after TCVN 6909:2001, in practice the composed form (NFC).',
  },
  looksAt: { section: (read) => (composed.of(read) === NONE ? '' : read.section.text) },
  *check(draft) {
    const edits: Edit[] = [];
    for (const [i, own] of composed.all(draft).entries()) {
      const from = draft.starts[i] ?? 0;
      for (const { start, end, text } of own) edits.push({ start: from + start, end: from + end, text });
    }
    const [first] = edits;
    if (!first) return;
    yield {
      start: first.start,
      end: first.end,
      message: {
        vi: `Chữ có dấu của văn bản viết bằng mã tổ hợp (${edits.length} từ); nên dùng mã dựng sẵn (NFC).`,
        en: `Letters and marks are stored apart (${edits.length} words); composed letters (NFC) are expected.`,
      },
      fixes: [
        {
          title: { vi: 'Đổi cả văn bản sang mã dựng sẵn (NFC)', en: 'Compose the whole text (NFC)' },
          edits,
          certain: true,
        },
      ],
    };
  },
  examples: [
    {
      text: '1. So\u031b\u0309 No\u0323\u0302i vu\u0323 ra\u0300 soa\u0301t.\n',
      problems: ['1:4 Chữ có dấu của văn bản viết bằng mã tổ hợp (5 từ); nên dùng mã dựng sẵn (NFC).'],
      fixed: '1. Sở Nội vụ rà soát.\n',
    },
    { text: '1. Sở Nội vụ rà soát.\n', problems: [] },
  ],
};
