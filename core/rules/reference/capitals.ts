import { wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { familyOf } from '../../family.ts';
import type { ReferenceMention, StepMention } from '../../language/references.ts';
import { oncePer } from '../../once.ts';
import { quotedIn } from '../../references.ts';
import type { Rule } from '../../rule.ts';
import { type Edit, type Span, textBefore } from '../../text.ts';
import { opensBefore, QUOTES } from './referring.ts';

export const referenceCapitals: Rule = {
  id: 'reference/capitals',
  severity: 'hint',
  looksAt: {
    item: (fact) => [
      QUOTES.item(fact),
      slipsIn(fact).map(({ mention, word, text }, i, all) => {
        const same = all.findIndex((other) => other.word === word);
        return [opensBefore(fact, mention.start), text, i - same];
      }),
    ],
  },
  summary: { vi: 'Viết hoa khi viện dẫn chưa đúng', en: 'Capitals in references otherwise than they should be' },
  why: {
    vi: 'Khi viện dẫn, viết hoa chữ đầu của Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm: "điểm a khoản 2 Điều 103" (Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V.7). "mục II", "mục 2.3" viết thường là cách gọi quen ở văn bản không chia Điều nên không bị nhắc. Cả văn bản nhắc một lần, sửa mọi chỗ.',
    en: 'References have a capital for Phần, Chương, Mục, Tiểu mục, Điều and none for khoản, điểm: "điểm a khoản 2 Điều 103" (Decree 30/2020/NĐ-CP, Annex II, V.7). "mục II", "mục 2.3" in small letters are usual without articles and not told. One finding for a document, with all places in its fix.',
  },
  *check(draft, project) {
    if (familyOf(draft, project) === 'party') return;
    const quoted = quotedIn(draft);
    const edits: Edit[] = [];
    for (const node of draft.nodes) {
      for (const { mention, word, text } of slipsIn(node.fact)) {
        if (quoted(node, mention.start)) continue;
        edits.push({ ...wordsOf(draft.text, node, word.start, word.end), text });
      }
    }
    const [first] = edits;
    if (!first) return;
    const unique = [...new Map(edits.map((edit) => [edit.start, edit])).values()];
    const written = draft.text.slice(first.start, first.end).normalize('NFC');
    const more = unique.length > 1;
    yield {
      ...first,
      message: {
        vi: `Viện dẫn viết "${first.text}", không viết "${written}"${more ? ` (${unique.length} chỗ trong văn bản)` : ''}.`,
        en: `References have "${first.text}", not "${written}"${more ? ` (${unique.length} places in the document)` : ''}.`,
      },
      fixes: [
        {
          title: {
            vi: `Sửa viết hoa ${unique.length} chỗ viện dẫn`,
            en: `Correct the capitals of ${unique.length} references`,
          },
          edits: unique,
          certain: true,
        },
      ],
    };
  },
  examples: [
    {
      text: '1. Sở Nội vụ thực hiện Khoản 2 điều 5 Luật Dữ liệu.\n\n2. Sở Tài chính thực hiện theo Điểm a Khoản 1 và mục 2.3.\n',
      problems: ['1:24 Viện dẫn viết "khoản", không viết "Khoản" (4 chỗ trong văn bản).'],
      fixed:
        '1. Sở Nội vụ thực hiện khoản 2 Điều 5 Luật Dữ liệu.\n\n2. Sở Tài chính thực hiện theo điểm a khoản 1 và mục 2.3.\n',
    },
    {
      text: '1. Khoản 2 Điều 5 Luật Dữ liệu được thực hiện như sau. Điểm a giao Sở Nội vụ.\n\n2. Các nhiệm vụ tại mục 2.1 và mục II.\n',
      problems: [],
    },
  ],
};

const LARGE = new Set<StepMention['level']>(['phần', 'chương', 'mục', 'tiểu mục', 'điều']);

/** A word of a reference that should have the other letter, and how it should read. */
interface Slip {
  readonly mention: ReferenceMention;
  readonly word: Span;
  readonly text: string;
}

const slipsIn = oncePer((fact: Fact): readonly Slip[] =>
  fact.references.flatMap((mention) => mention.steps.flatMap((step) => slipOf(fact, mention, step) ?? [])),
);

function slipOf(fact: Fact, mention: ReferenceMention, { level, word, numbers }: StepMention): Slip | undefined {
  const { text } = fact.item.body;
  const written = text.slice(word.start, word.end);
  const [first = ''] = written;
  const isCapital = first !== first.toLowerCase();
  if (numbers.length === 0 || LARGE.has(level) === isCapital) return undefined;
  if (LARGE.has(level) && !isLarge(level, mention.steps)) return undefined;
  // At the start of a sentence, of an item or of words in quotation marks any word has its capital.
  if (!LARGE.has(level) && /(?:^|[.:;!?…"(/*-]\s*|\.\s*\d*\s*)$/u.test(textBefore(text, word.start))) return undefined;
  const due = isCapital ? first.toLowerCase() : first.toUpperCase();
  return { mention, word, text: due + written.slice(1) };
}

/** Without articles small "mục II", "mục 2.3", "phần 1" are as usual as capitals; "điều 5", "mục 2 Chương I" are not. */
function isLarge(level: StepMention['level'], steps: ReferenceMention['steps']): boolean {
  return [level, ...steps.map((step) => step.level)].some((each) => each === 'điều' || each === 'chương');
}
