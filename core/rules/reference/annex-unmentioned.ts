import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { oncePer } from '../../once.ts';
import { partOf } from '../../reference-index.ts';
import type { Rule } from '../../rule.ts';
import { ANNEXES, isNamed, readAnnexes } from './annexes.ts';

export const referenceAnnexUnmentioned: Rule = {
  id: 'reference/annex-unmentioned',
  severity: 'warning',
  looksAt: { item: (fact, node) => [ANNEXES.item(fact, node), attachingIn(fact)] },
  summary: { vi: 'Phụ lục không được nhắc đến trong văn bản', en: 'An annex that the text never names' },
  why: {
    vi: 'Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1): không có chỉ dẫn thì không ai phải thực hiện nội dung của phụ lục. Trích đoạn thiếu mục không bị xét.',
    en: 'Where annexes are attached, the text must point to each (Decree 30/2020/NĐ-CP, Annex I, III.1): else nobody is bound by what it says. Excerpts with sections missing are not judged.',
  },
  *check(draft) {
    const { annexes, mentions, parted, isCut } = readAnnexes(draft);
    if (annexes.length === 0 || parted || isCut) return;
    const inMain = mentions.filter(({ node }) => partOf(node).kind === 'root');
    const { all, attaches } = attachingOf(draft);
    // "các phụ lục kèm theo" names all; one annex is named by "phụ lục" alone, or by what it holds ("danh mục kèm theo").
    if (all || (annexes.length === 1 && attaches)) return;
    for (const { value, words } of annexes) {
      if (isNamed(inMain, value) || (Number.isNaN(value) && attaches)) continue;
      yield {
        ...words,
        message: {
          vi: `"${words.text}" không được nhắc đến trong văn bản.`,
          en: `"${words.text}" is not mentioned in the text.`,
        },
      };
    }
  },
  examples: [
    {
      text: '1. Sở Nội vụ thực hiện theo Phụ lục I.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC I\n\nDANH MỤC NHIỆM VỤ\n\n# PHỤ LỤC II\n\nMẪU BÁO CÁO\n',
      problems: ['9:3 "PHỤ LỤC II" không được nhắc đến trong văn bản.'],
    },
    {
      text: '1. Sở Nội vụ thực hiện theo danh mục kèm theo.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC\n\nDANH MỤC NHIỆM VỤ\n',
      problems: [],
    },
  ],
};

const ATTACHES = /phụ lục|kèm theo|đính kèm|gửi kèm/iu;
const ALL = /(?:các|những|\d+|hai|ba|bốn|năm)\s+phụ lục(?!\s+(?:số\s+)?(?:[IVXLC]+|\d+|[A-H])(?![\p{L}\d]))/iu;

const attachingIn = oncePer(({ item }: Fact) => {
  const attaches = ATTACHES.test(item.body.text);
  return { attaches, all: attaches && ALL.test(item.body.text) };
});

/** Does the main text attach anything, and all annexes at once? */
function attachingOf(draft: Draft): ReturnType<typeof attachingIn> {
  const main = draft.nodes.filter((node) => partOf(node).kind === 'root' && node.region !== 'recipients');
  const found = main.map(({ fact }) => attachingIn(fact)).filter(({ attaches }) => attaches);
  return { attaches: found.length > 0, all: found.some(({ all }) => all) };
}
