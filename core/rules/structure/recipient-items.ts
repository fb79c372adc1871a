import type { Draft } from '../../draft.ts';
import { oneLine, type Words } from '../../text.ts';

/**
 * The lines below "Nơi nhận" that begin with a dash, without it. A line that has the signature in a second column, far
 * to the right, ends before the gap.
 */
export function recipientItems(draft: Draft): Words[] {
  const items: Words[] = [];
  for (const node of draft.nodes) {
    if (node.region !== 'recipients' || !node.fact.item.bullet) continue;
    const { body } = node.fact.item;
    const start = node.start + (body.starts[0] ?? 0);
    const source = draft.text.slice(start, node.start + (body.ends[body.ends.length - 1] ?? 0));
    const own = source.split(/ {3,}|\t/)[0] ?? '';
    if (own.trim() !== '') items.push({ text: oneLine(own), start, end: start + own.trimEnd().length });
  }
  return items;
}
