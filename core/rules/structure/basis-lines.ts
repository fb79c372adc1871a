import type { Draft } from '../../draft.ts';
import type { Node } from '../../nodes.ts';

const BASIS = /^(?:Căn cứ|Xét|Theo (?:đề nghị|Tờ trình|Báo cáo|Biên bản|ý kiến)|Thực hiện|Trên cơ sở)(?!\p{L})/u;

/**
 * The lines of legal bases at the head of a document, one after the other; none where they are part of a sentence
 * ("Căn cứ ..., Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:").
 */
export function basisLines(draft: Draft): readonly Node[] {
  const first = draft.nodes.findIndex(({ fact, kind }) => kind !== 'unit' && /^Căn cứ /u.test(fact.item.body.text));
  if (first < 0 || first > 20) return [];
  // A point of the text may begin so as well: the bases stand above all numbers.
  if (draft.nodes.slice(0, first).some(({ kind }) => kind === 'unit' || kind === 'annex')) return [];
  // A title may begin with "Thực hiện" too; a basis is one of several bullets or ends as bases do.
  let from = first;
  for (let above = draft.nodes[from - 1]; isBasis(above) && isListed(above); above = draft.nodes[from - 1]) from--;
  let to = first + 1;
  while (isBasis(draft.nodes[to])) to++;
  const lines = draft.nodes.slice(from, to);
  // One line alone may be the beginning of a sentence.
  const last = lines.at(-1)?.fact.item.body.text ?? '';
  return lines.length < 2 ||
    /(?:như sau|sau đây|ban hành|kết luận|quyết định|yêu cầu)[^:]{0,80}:$/u.test(last) ||
    /ban hành .{0,200}(?:như sau|cụ thể)/u.test(last)
    ? lines.slice(0, -1)
    : lines;
}

function isListed({ fact }: Node): boolean {
  return fact.item.bullet !== undefined || /;$/.test(fact.item.body.text);
}

function isBasis(node: Node | undefined): node is Node {
  if (!node || node.kind === 'unit' || node.fact.item.level > 0) return false;
  return BASIS.test(node.fact.item.body.text) && node.region !== 'addressees';
}
