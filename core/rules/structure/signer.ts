import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { linesAfter, POSITION, RECIPIENTS, SIGNINGS, signingsOf } from './signing.ts';

const DEPUTY = /(?:^|[\s,-])(?:PHÓ|THỨ TRƯỞNG|ỦY VIÊN|THƯỜNG TRỰC|TRỢ LÝ)(?!\p{L})/u;

export const structureSigner: Rule = {
  id: 'structure/signer',
  severity: 'warning',
  looksAt: {
    item: (fact, node) => [
      SIGNINGS.item(fact, node),
      node.kind === 'text' && [DEPUTY, POSITION, RECIPIENTS].map((words) => words.test(fact.item.body.text)),
    ],
    behind: true,
  },
  summary: { vi: 'Thiếu chức vụ của người ký', en: 'The position of who signs is missing' },
  why: {
    vi: 'Dưới dòng TM., KT., TL., TUQ. phải ghi chức vụ của chính người ký; ký thay (KT.) thì người ký là cấp phó (Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7).',
    en: 'Below a line with TM., KT., TL. or TUQ. stands the position of who signs; who signs KT. is a deputy (Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7).',
  },
  *check(draft, { settings }) {
    const last = signingsOf(draft).at(-1);
    if (!last || last.prefix === 'Q') return;
    const { node, prefix, whom, written } = last;
    const lines = linesAfter(draft, node).map(({ fact }) => fact.item.body.text);
    // Published copies and drafts may end with the line itself; a name without a position is a slip whenever it is seen.
    if (lines.length === 0 && !settings?.ready && !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(node.fact.item.body.text)) return;
    // Published copies often have the whole signature in one line.
    const own = whom.split(/[\s,]+/).slice(prefix === 'TM' ? 2 : 1);
    const below = [own.join(' '), ...lines].join('\n');
    const there = prefix === 'KT' ? DEPUTY.test(below) : POSITION.test(below.replace(/^BÍ THƯ|^THƯỜNG TRỰC/u, ''));
    if (there) return;
    const { start, end } = wordsOf(draft.text, node, 0, node.fact.item.body.text.length);
    const shown = `${written.trim()} ${whom.trim()}`.slice(0, 60);
    yield {
      start,
      end,
      message:
        prefix === 'KT'
          ? {
              vi: `Dưới "${shown}" thiếu chức vụ cấp phó của người ký.`,
              en: `Below "${shown}" the deputy's position is missing.`,
            }
          : {
              vi: `Dưới "${shown}" thiếu chức vụ của người ký.`,
              en: `Below "${shown}" the position of who signs is missing.`,
            },
    };
  },
  examples: [
    {
      text: '1. Sở Nội vụ rà soát biên chế./.\n\nTM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nLê Văn A\n',
      problems: ['5:1 Dưới "KT. CHỦ TỊCH" thiếu chức vụ cấp phó của người ký.'],
    },
    {
      text: '1. Sở Nội vụ rà soát biên chế./.\n\nKT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM Lê Văn A\n',
      problems: [],
    },
  ],
};
