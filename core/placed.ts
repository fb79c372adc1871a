import type { Day } from './language/calendar.ts';
import type { DeadlineMention } from './language/deadlines.ts';
import { resolveDeadline } from './language/due.ts';
import type { OwnerMention } from './language/passage.ts';
import type { Node } from './nodes.ts';
import { pickAgency, type Registry } from './registry.ts';
import type { Deadline, Owner } from './task.ts';
import { type Clean, oneLine, type Span, sourceSpan, type Words } from './text.ts';

/** Turns what was read of an item, by offsets into a passage of it, into what stands at a place of the draft. */
export interface Placing {
  words(node: Node, span: Span, passage?: Clean): Words;
  owner(node: Node, mention: OwnerMention, inherited: boolean, passage?: Clean): Owner;
  deadline(node: Node, mention: DeadlineMention, inherited: boolean, passage?: Clean): Deadline;
}

/** For one draft: its text, the registry, its day of issue. The passage is the item's body where none is given. */
export function placing(text: string, registry: Registry, issued: Day | undefined): Placing {
  const words: Placing['words'] = (node, span, passage = node.fact.item.body) => {
    const place = sourceSpan(passage, span.start, span.end);
    const [start, end] = [node.start + place.start, node.start + place.end];
    return { text: oneLine(text.slice(start, end)), start, end };
  };
  return {
    words,
    owner(node, mention, inherited, passage) {
      const agency = mention.ids.length > 0 ? pickAgency(registry, mention.ids, issued) : undefined;
      return {
        ...words(node, mention, passage),
        ...(mention.text !== undefined && { text: oneLine(mention.text) }),
        ...(agency && { agency: agency.id }),
        kind: mention.kind,
        inherited,
      };
    },
    deadline(node, mention, inherited, passage) {
      const { relation } = mention;
      return { words: words(node, mention, passage), relation, ...resolveDeadline(mention, issued), inherited };
    },
  };
}

/** A mention found in a stretch that begins at `by`, by offsets into the whole item. */
export function moved<T extends Span>(mention: T, by: number): T {
  return by === 0 ? mention : { ...mention, start: mention.start + by, end: mention.end + by };
}

/** The owner as something below has it from above. */
export function inherit(owner: Owner): Owner {
  return owner.inherited ? owner : { ...owner, inherited: true };
}
