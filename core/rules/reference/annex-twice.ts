import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import type { Problem, Rule, Saying } from '../../rule.ts';
import { foldName, type Span } from '../../text.ts';
import { isName, nameOf } from './annex-names.ts';
import { ANNEXES, type Annex, type Annexes, type Mention, readAnnexes, titleIn } from './annexes.ts';

export const referenceAnnexTwice: Rule = {
  id: 'reference/annex-twice',
  severity: 'warning',
  looksAt: { item: (fact, node) => [ANNEXES.item(fact, node), namesOf(fact), titleBelow(fact, node)] },
  summary: {
    vi: 'Một nội dung mang hai số phụ lục, hoặc hai phụ lục cùng số',
    en: 'One thing under two annex numbers, or two annexes with one number',
  },
  why: {
    vi: 'Mỗi phụ lục có một số và một tên (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1). Cùng một danh mục lúc gọi là Phụ lục I, lúc gọi là Phụ lục II thì người thực hiện không biết theo chỗ nào. Chỉ so tên gọi đầy đủ ("danh mục cơ sở dữ liệu quốc gia tại Phụ lục I"), không so các cụm ngắn.',
    en: 'An annex has one number and one name (Decree 30/2020/NĐ-CP, Annex I, III.1). Where the same list is Annex I in one place and Annex II in another nobody knows which holds. Only full names are compared, not short phrases.',
  },
  *check(draft) {
    const found = readAnnexes(draft);
    if (found.parted) return;
    yield* sameNumber(found);
    yield* sameName(found);
  },
  examples: [
    {
      text: '1. Sở Nội vụ hoàn thành danh mục cơ sở dữ liệu dùng chung (chi tiết tại Phụ lục I kèm theo).\n\n2. Sở Tài chính bố trí kinh phí theo danh mục cơ sở dữ liệu dùng chung tại Phụ lục II.\n',
      problems: ['3:84 "danh mục cơ sở dữ liệu dùng chung" ở đây là Phụ lục II, chỗ khác là Phụ lục I.'],
    },
    {
      text: '1. Sở Nội vụ thực hiện các Phụ lục I, II.\n\n2. Sở Tài chính tổng hợp.\n\n# PHỤ LỤC I\n\nDANH MỤC\n\n# PHỤ LỤC I\n\nMẪU BÁO CÁO\n',
      problems: ['9:3 Hai phụ lục cùng mang số "I".'],
    },
    {
      text: '1. Sở Nội vụ thực hiện danh mục nhiệm vụ tại Phụ lục I.\n\n2. Sở Tài chính thực hiện danh mục nhiệm vụ thường xuyên tại Phụ lục II.\n',
      problems: [],
    },
  ],
};

/** What mentions of an item say the annexes are, and which of them are named with the next. */
function namesOf({ annexes, item }: Fact): unknown {
  const { text } = item.body;
  return annexes.map((mention, i) => {
    const next = annexes[i + 1];
    return [nameOf(text, mention), next !== undefined && areListed(text, mention, next)];
  });
}

/** The title of the annex whose first line it is. */
function titleBelow(fact: Fact, node: Node): string {
  return node.parent?.kind === 'annex' && node.parent.children[0] === node ? titleIn(fact) : '';
}

function* sameNumber({ annexes }: Annexes): Iterable<Problem> {
  const seen = new Map<number, Annex>();
  for (const annex of annexes) {
    const before = seen.get(annex.value);
    seen.set(annex.value, before ?? annex);
    if (!before || !annex.number) continue;
    yield {
      ...annex.words,
      message: {
        vi: `Hai phụ lục cùng mang số "${annex.number.text}".`,
        en: `Two annexes have the number "${annex.number.text}".`,
      },
      related: [{ ...before.words, message: { vi: 'Phụ lục trước ở đây.', en: 'The other annex is here.' } }],
    };
  }
}

/** Each name that was met first with another number; the title of an annex counts before what the text says. */
function* sameName({ annexes, mentions }: Annexes): Iterable<Problem> {
  const titles = new Map<string, number>();
  for (const { title, value } of annexes) {
    const name = foldName(title).replace(/[.:;]+$/, '');
    if (isName(name) && !Number.isNaN(value)) titles.set(name, titles.has(name) ? Number.NaN : value);
  }
  const said = new Map<string, Mention>();
  for (const [i, mention] of mentions.entries()) {
    // "danh mục nhiệm vụ của các bộ tại các Phụ lục I, II" is in both.
    if (isListed(mentions[i - 1], mention) || isListed(mention, mentions[i + 1])) continue;
    const name = nameOf(mention.node.fact.item.body.text, mention);
    if (name === '' || mention.doubtful || Number.isNaN(mention.value)) continue;
    const before = said.get(name);
    const title = titles.get(name);
    if (!before) said.set(name, mention);
    const other = title !== undefined && !Number.isNaN(title) ? title : before?.value;
    if (other === undefined || other === mention.value) continue;
    const number = before?.value === other ? before.number : annexes.find(({ value }) => value === other)?.number?.text;
    yield {
      ...mention.words,
      message: messageOf(name, mention.number, number ?? String(other)),
      ...(before?.value === other && {
        related: [{ ...before.words, message: { vi: `Phụ lục ${number} ở đây.`, en: `Annex ${number} is here.` } }],
      }),
    };
  }
}

function isListed(one: Mention | undefined, next: Mention | undefined): boolean {
  return one !== undefined && one.node === next?.node && areListed(one.node.fact.item.body.text, one, next);
}

function areListed(text: string, one: Span, next: Span): boolean {
  return /^[\s,]*(?:và\s*)?$/u.test(text.slice(one.end, Math.max(one.end, next.start)));
}

function messageOf(name: string, number: string, other: string): Saying {
  return {
    vi: `"${name}" ở đây là Phụ lục ${number}, chỗ khác là Phụ lục ${other}.`,
    en: `"${name}" is annex ${number} here and annex ${other} elsewhere.`,
  };
}
