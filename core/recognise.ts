import type { Draft } from './draft.ts';
import type { Style } from './language/numbering.ts';

/**
 * Is the text a directive, or Markdown of another kind that lies beside directives (a README, notes)? It is one when
 * its letterhead or front matter gives a type or a number, when it ends like one ("Nơi nhận", "TM."), when an agency
 * of the registry is given a task, or when a part is numbered as directives do and manuals do not ("I.", "Điều 1.",
 * "a)"). Plain numbers ("1.", "2.1.") alone say nothing: any list has them. In doubt it is a directive, for a fault
 * that is shown costs less than one passed over.
 */
export function isDirective({ letterhead, recipients, signature, tasks, units }: Draft): boolean {
  if (letterhead.type || letterhead.number || recipients || signature) return true;
  if (tasks.some(({ leads }) => leads.some(({ agency }) => agency !== undefined))) return true;
  return units.some(({ marker: { style, mark } }) => (style === 'letter' ? mark === ')' : !PLAIN.includes(style)));
}

const PLAIN: readonly Style[] = ['arabic', 'decimal', 'capital', 'paren'];
