import type { Draft } from '../../draft.ts';
import type { Fact } from '../../facts.ts';
import type { Node } from '../../nodes.ts';
import { oncePer } from '../../once.ts';
import type { LooksAt } from '../../rule.ts';
import { trimEndOf } from '../../text.ts';

/** One legal basis: a line, or its part where lines were pasted into one paragraph; offsets into the body. */
export interface Basis {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

/** How a legal basis begins. */
export const BASIS = /^(?:Căn cứ|Xét|Theo (?:đề nghị|Tờ trình|Báo cáo|Biên bản|ý kiến)|Thực hiện|Trên cơ sở)(?!\p{L})/u;
const SENTENCE =
  /(?:như sau|sau đây|ban hành|kết luận|quyết định|yêu cầu)[^:]{0,80}:$|ban hành .{0,200}(?:như sau|cụ thể)/u;

/**
 * The legal bases at the head of a document, one after the other; one that is the beginning of a sentence ("Căn cứ ...,
 * Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:") is none.
 */
export function basesOf(draft: Draft): readonly Basis[] {
  const first = draft.nodes.findIndex(({ fact, kind }) => kind !== 'unit' && /^Căn cứ /u.test(fact.item.body.text));
  if (first < 0 || first > 20) return [];
  // A point of the text may begin so as well: the bases stand above all numbers.
  if (draft.nodes.slice(0, first).some(({ kind }) => kind === 'unit' || kind === 'annex')) return [];
  // A title may begin with "Thực hiện" too; a basis is one of several bullets or ends as bases do.
  let from = first;
  for (let above = draft.nodes[from - 1]; isBasis(above) && isListed(above); above = draft.nodes[from - 1]) from--;
  let to = first + 1;
  while (isBasis(draft.nodes[to])) to++;
  const bases = draft.nodes.slice(from, to).flatMap((node) => partsOf(node));
  const last = bases.at(-1);
  const words = last?.node.fact.item.body.text.slice(last.from, last.to) ?? '';
  // One line alone may be the beginning of a sentence.
  return bases.length < 2 || SENTENCE.test(words) ? bases.slice(0, -1) : bases;
}

/** What is taken from a line that begins as a basis: how it begins, and how each basis in it ends. */
export const BASES: LooksAt = { item: (fact) => basesIn(fact) };

const basesIn = oncePer((fact: Fact) => {
  const { text } = fact.item.body;
  if (!BASIS.test(text) && !text.startsWith('Căn cứ')) return '';
  const ends = partsIn(text).map(({ from, to }) => {
    const part = text.slice(from, to);
    return [endOf(part), SENTENCE.test(part)];
  });
  return [text.slice(0, LONGEST_BEGINNING), ends];
});

/** More than any of the words a basis begins with. */
const LONGEST_BEGINNING = 20;

/** The last word of a basis and the marks behind it. */
export function endOf(basis: string): { readonly word: string; readonly mark: string } {
  const bare = trimEndOf(basis, '.,;:/ ');
  return { word: /\S*$/.exec(bare.slice(-40))?.[0] ?? '', mark: basis.slice(bare.length) };
}

function partsOf(node: Node): Basis[] {
  return partsIn(node.fact.item.body.text).map((part) => ({ node, ...part }));
}

function partsIn(text: string): Omit<Basis, 'node'>[] {
  const starts = [
    0,
    ...[...text.matchAll(/(?<=[,.;:\d)]\s)Căn cứ (?=\p{Lu})|(?<=;\s)(?:Thực hiện|Xét|Theo) (?=\p{Lu}|đề nghị)/gu)].map(
      ({ index }) => index,
    ),
  ];
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? text.length + 1) - 1 }));
}

function isListed({ fact }: Node): boolean {
  return fact.item.bullet !== undefined || /;$/.test(fact.item.body.text);
}

function isBasis(node: Node | undefined): node is Node {
  if (!node || node.kind === 'unit' || node.fact.item.level > 0) return false;
  return BASIS.test(node.fact.item.body.text) && node.region !== 'addressees';
}
