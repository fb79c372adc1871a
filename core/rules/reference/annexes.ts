import { carriedPer } from '../../carried.ts';
import { type Draft, wordsOf } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import { fromRoman } from '../../language/numbering.ts';
import type { AnnexMention } from '../../language/references.ts';
import { isTitle } from '../../looks.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';
import { sourceSpan, type Words } from '../../text.ts';
import { readPlaces } from '../numbering/places.ts';

/** An annex that stands in the draft under "PHỤ LỤC". */
export interface Annex {
  readonly node: Node;
  /** "PHỤ LỤC II" as written. */
  readonly words: Words;
  /** The number alone; absent for an annex without one. */
  readonly number?: Words;
  /** NaN for an annex without a number. */
  readonly value: number;
  /** What it is called, on its line or the next. */
  readonly title: string;
}

/** An annex as the text names it. */
export interface Mention extends AnnexMention {
  readonly node: Node;
  readonly words: Words;
  readonly value: number;
  /** Another document is named before it, which may be the one that has the annex. */
  readonly doubtful: boolean;
}

export interface Annexes {
  readonly annexes: readonly Annex[];
  readonly mentions: readonly Mention[];
  /** Something is attached that is no "PHỤ LỤC": "(Kèm theo Quyết định số ...)". */
  readonly attached: boolean;
  /** An annex is numbered "III.1": parts of annexes are not judged. */
  readonly parted: boolean;
  /** Sections are missing, as in an excerpt: what is not there proves nothing. */
  readonly isCut: boolean;
}

/** What a rule takes that compares annexes with what names them: the heads of annexes, and the mentions of others. */
export const ANNEXES = {
  item: ({ annexes, item: { body } }, node) => {
    if (node.kind === 'annex') return body.text;
    return annexes.length === 0
      ? ''
      : annexes.map(({ start, end, number, reaches, beside = 0 }) => {
          const source = sourceSpan(body, start, end);
          return [body.text.slice(start, end), source.end - source.start, number, reaches, beside];
        });
  },
} satisfies LooksAt;

const HEAD =
  /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?([IVXLC]+|\d{1,2}|[A-H])(?![\p{L}\d])(\.\d+|[a-d](?!\p{L}))?)?[\s.:-]*/u;
const LARGE = new Set(['part', 'chapter', 'section', 'article', 'roman', 'capital', 'arabic']);

/** The annexes of a draft and what names them; made once for the rules that ask. */
export const readAnnexes = oncePer((draft: Draft): Annexes => {
  const heads = draft.nodes.filter(({ kind }) => kind === 'annex');
  const annexes = heads.flatMap((node) => annexOf(draft, node) ?? []);
  const type = draft.letterhead.type?.text.normalize('NFC').toLowerCase();
  const mentions = draft.nodes.flatMap((node) =>
    node.kind === 'annex' || node.region === 'recipients'
      ? []
      : node.fact.annexes.map((mention) => ({
          ...mention,
          node,
          words: wordsOf(
            draft.text,
            node,
            mention.numberSpan?.start ?? mention.start,
            mention.numberSpan?.end ?? mention.end,
          ),
          value: annexValue(mention.number),
          doubtful: mention.beside !== undefined && mention.beside.toLowerCase() !== type,
        })),
  );
  const found = {
    annexes,
    mentions,
    attached: heads.length > 0 && annexes.length === 0,
    parted: heads.some(({ fact }) => HEAD.exec(fact.item.body.text)?.[2] !== undefined),
    isCut: isCut(draft),
  };
  return found;
});

function annexOf(draft: Draft, node: Node): Annex | undefined {
  const { text } = node.fact.item.body;
  const head = HEAD.exec(text);
  if (!head) return undefined;
  const number = head[1];
  const at = number === undefined ? 0 : head[0].lastIndexOf(number);
  const [next] = node.children;
  return {
    node,
    words: wordsOf(draft.text, node, 0, head[0].replace(/[\s.:-]+$/, '').length),
    ...(number !== undefined && { number: wordsOf(draft.text, node, at, at + number.length) }),
    value: number === undefined ? Number.NaN : annexValue(number),
    title: text.slice(head[0].length) || (next ? titleIn(next.fact) : ''),
  };
}

/** What a line says if it is a title. */
export function titleIn({ item: { body, level, bold } }: Fact): string {
  return level > 0 || isTitle(body.text, bold) ? body.text : '';
}

/** "II", "2", "02" and "B" are the second. */
function annexValue(number: string): number {
  if (/^\d+$/.test(number)) return Number(number);
  const roman = fromRoman(number);
  return Number.isNaN(roman) && /^[A-H]$/.test(number) ? 'ABCDEFGH'.indexOf(number) + 1 : roman;
}

/** Does a mention name the annex of this value? "Phụ lục I đến IV" names what lies between as well. */
export function isNamed(mentions: readonly Mention[], value: number): boolean {
  return mentions.some((mention, i) => {
    const before = mentions[i - 1]?.value ?? Number.NaN;
    return mention.value === value || (mention.reaches && before < value && value < mention.value);
  });
}

/** Which of the large units are missing, their numbers alone tell. */
const isCut = carriedPer<boolean>(
  (draft) =>
    readPlaces(draft).some(({ unit, turn }) => (turn === 'first' || turn === 'gap') && LARGE.has(unit.marker.style)),
  (made) => made,
);
