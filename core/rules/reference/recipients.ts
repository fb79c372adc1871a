import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { ReferenceMention } from '../../language/references.ts';
import type { Node, UnitNode } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import { findUnits, numbersOf, partOf, stylesOf } from '../../reference-index.ts';
import type { Fix, Rule, Saying } from '../../rule.ts';
import type { Words } from '../../text.ts';

export const referenceRecipients: Rule = {
  id: 'reference/recipients',
  severity: 'error',
  looksAt: { item: (fact) => carriesOut(fact), behind: true },
  summary: {
    vi: '"Như Điều ..." ở Nơi nhận chỉ sai Điều',
    en: '"Như Điều ..." among the recipients points to the wrong article',
  },
  why: {
    vi: 'Ở quyết định, dòng đầu của Nơi nhận là "Như Điều ..." (Nghị định 30/2020/NĐ-CP, Phụ lục III): chỉ đến Điều nêu người chịu trách nhiệm thi hành, nên Điều đó phải có. Thêm bớt một Điều là dòng này sai theo.',
    en: 'In decisions the recipients begin with "Như Điều ..." (Decree 30/2020/NĐ-CP, Annex III): the article that names who carries the decision out, so it must be there. Adding or taking out an article makes this line wrong.',
  },
  *check(draft) {
    const seen = draft.nodes.filter((node) => node.region === 'recipients' && /^Như\s/u.test(node.fact.item.body.text));
    for (const node of seen) {
      for (const { steps } of node.fact.references) yield* stepsOf(draft, node, steps);
    }
  },
  examples: [
    {
      text: 'Điều 1. Ban hành Quy chế làm việc.\n\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\n\n**Nơi nhận:**\n\n- Như Điều 3;\n- Lưu: VT.\n',
      problems: ['7:12 Không có Điều 3: văn bản chỉ có đến "Điều 2.".'],
    },
    {
      text: 'Điều 1. Ban hành Quy chế làm việc.\n\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\n\n**Nơi nhận:**\n\n- Như Điều 2;\n- Lưu: VT.\n',
      problems: ['9:12 Điều 2 không nêu người thi hành; người thi hành nêu ở "Điều 3.".'],
    },
    {
      text: 'Điều 1. Ban hành Quy chế làm việc.\n\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\n\n**Nơi nhận:**\n\n- Như Điều 2;\n- Lưu: VT.\n',
      problems: [],
    },
  ],
};

const CARRIES_OUT =
  /chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)|(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Quy định|Chỉ thị) này/iu;

function* stepsOf(draft: Draft, node: Node, steps: ReferenceMention['steps']) {
  // "khoản 2 Điều 3": the largest step says where.
  const step = steps.at(-1);
  const root = partOf(node);
  for (const number of step?.numbers ?? []) {
    if (!step) return;
    const siblings = findUnits(draft, root, stylesOf(step.level, number.text));
    const last = siblings.at(-1);
    const words = wordsOf(draft.text, node, number.start, number.end);
    const hits = numbersOf(step.level, number.text).flatMap(({ style, key }) => findUnits(draft, root, [style], key));
    const inOrder = siblings.every(({ marker }, i) => marker.value === i + 1);
    const doing = siblings.filter(saysWho);
    const [other] = doing;
    if (hits.length === 0 && last && inOrder) {
      const due = other && doing.length === 1 ? other : last;
      yield { ...words, message: missing(step.level, number.text, last), fixes: [fixTo(words, due)] };
    } else if (
      step.level === 'điều' &&
      other &&
      doing.length === 1 &&
      hits[0] &&
      hits[0] !== other &&
      !saysWho(hits[0])
    ) {
      const message = {
        vi: `Điều ${number.text} không nêu người thi hành; người thi hành nêu ở "${other.marker.text}".`,
        en: `Article ${number.text} does not say who carries it out; "${other.marker.text}" does.`,
      };
      yield { ...words, message, fixes: [fixTo(words, other)] };
    }
  }
}

function saysWho(unit: UnitNode): boolean {
  return [unit, ...unit.children].some(({ fact }) => carriesOut(fact));
}

const carriesOut = oncePer(({ item }: Fact) => CARRIES_OUT.test(item.body.text));

function missing(level: string, number: string, last: UnitNode): Saying {
  return {
    vi: `Không có ${level === 'điều' ? 'Điều' : level} ${number}: văn bản chỉ có đến "${last.marker.text}".`,
    en: `There is no ${number}: the document ends with "${last.marker.text}".`,
  };
}

function fixTo(words: Words, { marker }: UnitNode): Fix {
  const { number } = marker;
  return {
    title: { vi: `Đổi "${words.text}" thành "${number}"`, en: `Change "${words.text}" to "${number}"` },
    edits: [{ ...words, text: number }],
    certain: false,
  };
}
