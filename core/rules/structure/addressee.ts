import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { familyOf } from '../../family.ts';
import { oncePer } from '../../once.ts';
import type { Rule } from '../../rule.ts';

/** Types sent to whom they concern through "Nơi nhận", not addressed to anybody. */
const UNADDRESSED =
  /^(?:Quyết định|Chỉ thị|Nghị quyết|Kế hoạch|Chương trình|Thông báo|Quy chế|Quy định|Kết luận|Công điện|Hướng dẫn|Đề án|Phương án)/iu;

/** How a line begins that says to whom a letter goes. */
const addressIn = oncePer(({ item }: Fact) => /^(?:Kính gửi|Kính trình)/iu.exec(item.body.text)?.[0] ?? '');

export const structureAddressee: Rule = {
  id: 'structure/addressee',
  severity: 'warning',
  looksAt: { item: (fact) => addressIn(fact) },
  summary: { vi: '"Kính gửi" đặt không đúng loại văn bản', en: '"Kính gửi" in a type that addresses nobody' },
  why: {
    vi: '"Kính gửi" chỉ có ở công văn, tờ trình, báo cáo (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9); tờ trình của Đảng ghi "Kính trình" (Hướng dẫn 05-HD/VPTW); các loại khác gửi theo Nơi nhận.',
    en: '"Kính gửi" belongs to công văn, tờ trình and báo cáo only (Decree 30/2020/NĐ-CP, Annex I, II.9); a tờ trình of the Party has "Kính trình" (05-HD/VPTW); other types go out by their list of recipients.',
  },
  *check(draft, project) {
    const type = draft.letterhead.type?.text.normalize('NFC') ?? '';
    const family = familyOf(draft, project);
    for (const node of draft.nodes) {
      const words = addressIn(node.fact);
      if (node.kind === 'unit' || words === '') continue;
      const place = wordsOf(draft.text, node, 0, words.length);
      if (UNADDRESSED.test(type)) {
        yield {
          start: place.start,
          end: place.end,
          message: {
            vi: `${type} không có "${words}"; nơi gửi ghi ở Nơi nhận.`,
            en: `A document of the type ${type} has no "${words}"; whom it goes to stands in Nơi nhận.`,
          },
        };
      } else if (/^Kính trình/iu.test(words) && family === 'state') {
        yield {
          start: place.start,
          end: place.end,
          message: {
            vi: `"${words}" là thể thức của Đảng; văn bản của Nhà nước ghi "Kính gửi".`,
            en: `"${words}" is the Party's form; State documents have "Kính gửi".`,
          },
          fixes: [
            {
              title: { vi: 'Sửa thành "Kính gửi"', en: 'Change to "Kính gửi"' },
              edits: [{ start: place.start, end: place.end, text: 'Kính gửi' }],
              certain: true,
            },
          ],
        };
      }
      return;
    }
  },
  examples: [
    {
      text: '---\nloại: Kế hoạch\nsố: 15/KH-UBND\n---\n\nKính gửi: Các sở, ban, ngành.\n\n1. Sở Nội vụ rà soát.\n',
      problems: ['6:1 Kế hoạch không có "Kính gửi"; nơi gửi ghi ở Nơi nhận.'],
    },
    {
      text: '---\nloại: Tờ trình\nsố: 15/TTr-SNV\n---\n\nKính trình: Ủy ban nhân dân tỉnh.\n\n1. Sở Nội vụ trình dự thảo.\n',
      problems: ['6:1 "Kính trình" là thể thức của Đảng; văn bản của Nhà nước ghi "Kính gửi".'],
      fixed:
        '---\nloại: Tờ trình\nsố: 15/TTr-SNV\n---\n\nKính gửi: Ủy ban nhân dân tỉnh.\n\n1. Sở Nội vụ trình dự thảo.\n',
    },
    {
      text: '---\nloại: Công văn\nsố: 15/SNV-TC\n---\n\nKính gửi: Các sở, ban, ngành.\n\n1. Sở Tài chính rà soát.\n',
      problems: [],
    },
  ],
};
