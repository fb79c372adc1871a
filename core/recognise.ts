import type { Draft } from './draft.ts';
import type { Style } from './language/numbering.ts';

/** What makes a text a directive, and where it stands. */
export interface Sign {
  readonly kind: 'type' | 'number' | 'recipients' | 'signature' | 'owner' | 'unit';
  readonly start: number;
}

/**
 * Is the text a directive, or Markdown of another kind that lies beside directives (a README, notes)? It is one when
 * its letterhead or front matter gives a type or a number, when it ends like one ("Nơi nhận", "TM."), when an agency
 * of the registry is given a task, or when a part is numbered as directives do and manuals do not ("I.", "Điều 1.",
 * "a)"). Plain numbers ("1.", "2.1.") alone say nothing: any list has them. In doubt it is a directive, for a fault
 * that is shown costs less than one passed over.
 */
export function isDirective(draft: Draft): boolean {
  return signOf(draft) !== undefined;
}

/** The first such sign; undefined for a text that is no directive. */
export function signOf({ letterhead, recipients, signature, tasks, units }: Draft): Sign | undefined {
  const { type, number } = letterhead;
  if (type) return sign('type', type);
  if (number) return sign('number', number);
  if (recipients) return sign('recipients', recipients);
  if (signature) return sign('signature', signature);
  for (const { leads } of tasks) {
    const lead = leads.find(({ agency }) => agency !== undefined);
    if (lead) return sign('owner', lead);
  }
  const unit = units.find(({ marker: { style, mark } }) =>
    style === 'letter' ? mark === ')' : !PLAIN.includes(style),
  );
  return unit && sign('unit', unit);
}

const PLAIN: readonly Style[] = ['arabic', 'decimal', 'capital', 'paren'];

function sign(kind: Sign['kind'], { start }: { readonly start: number }): Sign {
  return { kind, start };
}
