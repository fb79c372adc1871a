import type { Draft } from '../../draft.ts';
import { wordsOf } from '../../draft.ts';
import { isTitle } from '../../looks.ts';
import { isUnit, type Node } from '../../nodes.ts';
import type { Rule } from '../../rule.ts';
import { countBefore } from '../../sorted.ts';
import { RANK } from '../../unit-place.ts';

export const structureEmptySection: Rule = {
  id: 'structure/empty-section',
  severity: 'warning',
  looksAt: 'item',
  summary: {
    vi: 'Đề mục hoặc lời dẫn không có nội dung bên dưới',
    en: 'A title or an introduction with nothing below it',
  },
  why: {
    vi: 'Mục có tiêu đề thì phải có nội dung, câu kết thúc bằng dấu hai chấm thì phải có phần liệt kê (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6 về bố cục); chỗ trống thường là phần bị sót khi cắt ghép.',
    en: 'A titled section has contents and a sentence ending in a colon has a list (Decree 30/2020/NĐ-CP, Annex I, II.6 on the structure); an empty place is mostly a part lost in cutting and pasting.',
  },
  *check(draft) {
    for (const [i, node] of draft.nodes.entries()) {
      const next = draft.whole ? nodeAfter(draft.whole, node) : draft.nodes[i + 1];
      const kind = emptyKind(draft, node, next);
      if (!kind) continue;
      const { text } = node.fact.item.body;
      const words = wordsOf(draft.text, node, 0, text.length);
      const shown = text.length > 80 ? `... ${text.slice(-60)}` : text;
      yield {
        start: node.fact.item.markerSpan ? node.span.start : words.start,
        end: words.end,
        message:
          kind === 'title'
            ? { vi: `Mục "${shown}" không có nội dung.`, en: `The section "${shown}" is empty.` }
            : {
                vi: `Sau "${shown}" không có nội dung nào.`,
                en: `Nothing follows "${shown}".`,
              },
      };
    }
  },
  examples: [
    {
      text: '## I. MỤC TIÊU\n\n## II. NHIỆM VỤ\n\n1. Sở Nội vụ:\n\n2. Sở Tài chính bố trí kinh phí.\n',
      problems: ['1:4 Mục "MỤC TIÊU" không có nội dung.', '5:1 Sau "Sở Nội vụ:" không có nội dung nào.'],
    },
    {
      text: '## I. MỤC TIÊU\n\nChuyển đổi số.\n\n## II. NHIỆM VỤ\n\n1. Sở Nội vụ:\n\n- Rà soát biên chế.\n\n### 2. Về dữ liệu\n\n| TT | Nhiệm vụ |\n| --- | --- |\n| 1 | Số hóa |\n',
      problems: [],
    },
  ],
};

/** What comes behind an item, which may be left out where only some items are asked about. */
function nodeAfter({ nodes }: Draft, { span }: Node): Node | undefined {
  return nodes[countBefore(nodes, (node) => node.span.start, span.start + 1)];
}

function emptyKind(draft: Draft, node: Node, next: Node | undefined): 'title' | 'intro' | undefined {
  const { item } = node.fact;
  const { text } = item.body;
  if (node.region !== 'body' || item.kind === 'row' || node.children.length > 0) return undefined;
  // What Markdown does not read as text (HTML, a picture, code) may be the contents.
  const gap = draft.text.slice(node.span.end, next?.span.start ?? draft.text.length);
  if (/[\p{L}\d<![`]/u.test(gap.replace(/<!--[\s\S]*?-->/g, ''))) return undefined;
  const colon = /:$/.test(text);
  if (isUnit(node) || node.kind === 'phase') {
    if (!ends(node, next)) return undefined;
    if (colon) return 'intro';
    return isSectionTitle(node) ? 'title' : undefined;
  }
  if (node.kind === 'heading') {
    const level = next?.fact.item.level ?? 1;
    return item.level > 1 && !isTitle(text, false) && level > 0 && level <= item.level && next?.kind === 'heading'
      ? 'title'
      : undefined;
  }
  // Of a line that announces something, what follows in the same section is what it announces.
  if (!colon || node.kind === 'annex') return undefined;
  if (node.kind === 'bullet')
    return next && (isUnit(next) || next.kind === 'heading') && !isUnder(next, node.parent) ? 'intro' : undefined;
  return next &&
    (next.kind === 'heading' || isUnit(next)) &&
    node.parent &&
    isUnit(node.parent) &&
    !isUnder(next, node.parent)
    ? 'intro'
    : undefined;
}

/** Does nothing of the unit follow: the next is of its order or a higher one, or the end? */
function ends(node: Node, next: Node | undefined): boolean {
  if (!next || next.region === 'recipients' || next.region === 'signature') return true;
  if (next.kind === 'annex') return true;
  if (isUnit(node) && isUnit(next)) return RANK[next.marker.style] <= RANK[node.marker.style];
  if (node.kind === 'phase') return next.kind === 'phase' || (isUnit(next) && next.fact.item.level > 0);
  return next.kind === 'heading' && next.fact.item.level > 0 && next.fact.item.level <= node.fact.item.level;
}

function isSectionTitle(node: Node): boolean {
  const { item, whole } = node.fact;
  const { text } = item.body;
  if (text.length > 150 || /[.;,…]$/.test(text) || text.trim() === '') return false;
  if (node.kind === 'phase') return item.level > 0 && node.fact.whole.assignment.form === 'none';
  if (isTitle(text, false)) return true;
  // "Điều 2. Hiệu lực" is a title, "Điều 2. Giao Sở Nội vụ ..." is not; a bare owner as a heading has its tasks below.
  return (item.level > 0 || item.bold) && !says(node) && whole.deadlines.length === 0 && !/:\s*\S/.test(text);
}

/** A sentence though it ends without a stop: an article is one more often than a title ("Điều 2. Ban hành Quy chế"). */
function says(node: Node): boolean {
  const { acts, leads } = node.fact.whole.assignment;
  if (!isUnit(node) || node.marker.style !== 'article') return acts && leads.length > 0;
  return (
    acts ||
    leads.length > 0 ||
    /chịu trách nhiệm|có trách nhiệm|có hiệu lực|thay thế|bãi bỏ/u.test(node.fact.item.body.text)
  );
}

function isUnder(node: Node, above: Node | undefined): boolean {
  for (let up: Node | undefined = node; up; up = up.parent) if (up === above) return true;
  return false;
}
