import { wordsOf } from '../../draft.ts';
import { familyOf } from '../../family.ts';
import type { Problem, Rule, Saying } from '../../rule.ts';
import { BODY, HEAD, SIGNINGS, signingsOf } from './signing.ts';

export const structureSignature: Rule = {
  id: 'structure/signature',
  severity: 'error',
  looksAt: SIGNINGS,
  summary: {
    vi: 'Chữ viết tắt trước chức vụ người ký không đúng',
    en: 'A wrong prefix before the position of who signs',
  },
  why: {
    vi: 'Chữ viết tắt nói ai ký thay ai: TM. cho tập thể, KT. cấp phó ký thay người đứng đầu, TL. thừa lệnh, TUQ. thừa ủy quyền (Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, II.7). Văn bản của Đảng viết T/M, K/T, T/L và không có thừa ủy quyền (Hướng dẫn 05-HD/VPTW).',
    en: 'The prefix says who signs for whom: TM. for a collective body, KT. a deputy for the head, TL. by order, TUQ. by authorisation (Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7). The Party writes T/M, K/T, T/L and knows no authorisation (05-HD/VPTW).',
  },
  *check(draft, project) {
    const party = familyOf(draft, project) === 'party';
    for (const { node, prefix, written, whom } of signingsOf(draft)) {
      const place = wordsOf(draft.text, node, 0, written.length);
      const expected = party ? (PARTY[prefix] ?? prefix) : `${prefix}.`;
      const { text } = node.fact.item.body;
      const named = /^[\p{Lu}\s]+(?!\p{Ll})/u.exec(whom)?.[0].trimEnd().length ?? 0;
      const { end } = wordsOf(draft.text, node, 0, text.length - whom.length + named);
      const problem = (said: Saying, meant: string | undefined, certain: boolean): Problem => ({
        start: place.start,
        end: certain ? place.end : Math.max(place.end, end),
        message: said,
        ...(meant && {
          fixes: [
            {
              title: { vi: `Sửa thành "${meant}"`, en: `Change to "${meant}"` },
              edits: [{ start: place.start, end: place.end, text: meant }],
              certain,
            },
          ],
        }),
      });
      const shown = place.text.trim();
      if (party && prefix === 'TUQ') {
        yield problem(
          {
            vi: `"${shown}": văn bản của Đảng không có hình thức ký thừa ủy quyền.`,
            en: `"${shown}": Party documents are not signed by authorisation.`,
          },
          undefined,
          false,
        );
      } else if (shown.replace(/\s/g, '') !== expected) {
        yield problem(
          {
            vi: `"${shown}" viết không đúng thể thức văn bản của ${party ? 'Đảng' : 'Nhà nước'}; viết "${expected}".`,
            en: `"${shown}" is not the form of ${party ? 'Party' : 'State'} documents; write "${expected}".`,
          },
          /\s$/.test(written) ? `${expected} ` : expected,
          true,
        );
      } else if (prefix === 'TM' && (HEAD.test(whom) || (!party && /^(?:BỘ|SỞ|CỤC) /u.test(whom)))) {
        yield problem(
          {
            vi: `"${shown}" chỉ dùng khi ký thay mặt tập thể; "${whom}" làm việc theo chế độ thủ trưởng.`,
            en: `"${shown}" is for collective bodies only; "${whom}" is headed by one person.`,
          },
          party ? 'K/T' : 'KT.',
          false,
        );
      } else if ((prefix === 'KT' || (!party && prefix !== 'TM')) && BODY.test(whom)) {
        yield problem(
          {
            vi: `"${shown}" đứng trước chức vụ của một người; "${whom}" là tập thể, ký thay mặt dùng "${party ? 'T/M' : 'TM.'}".`,
            en: `"${shown}" stands before the position of one person; "${whom}" is a collective body, for which "${party ? 'T/M' : 'TM.'}" is used.`,
          },
          party ? 'T/M' : 'TM.',
          false,
        );
      }
    }
  },
  examples: [
    {
      text: '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ rà soát biên chế./.\n\nT/M ỦY BAN NHÂN DÂN\n\nK.T CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n',
      problems: [
        '7:1 "T/M" viết không đúng thể thức văn bản của Nhà nước; viết "TM.".',
        '9:1 "K.T" viết không đúng thể thức văn bản của Nhà nước; viết "KT.".',
      ],
      fixed:
        '---\nsố: 15/KH-UBND\n---\n\n1. Sở Nội vụ rà soát biên chế./.\n\nTM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n',
    },
    {
      text: '---\nsố: 15/KH-BNV\n---\n\n1. Vụ Pháp chế rà soát./.\n\nTM. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n',
      problems: ['7:1 "TM." chỉ dùng khi ký thay mặt tập thể; "BỘ TRƯỞNG" làm việc theo chế độ thủ trưởng.'],
    },
    {
      text: '---\nsố: 15-KL/TU\n---\n\n1. Ban Tổ chức Tỉnh ủy rà soát.\n\nT/M BAN THƯỜNG VỤ\n\nPHÓ BÍ THƯ\n',
      problems: [],
    },
  ],
};

const PARTY: Record<string, string> = { TM: 'T/M', KT: 'K/T', TL: 'T/L', Q: 'Q.' };
