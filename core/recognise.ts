import type { Draft } from './draft.ts';

/**
 * Is the text a directive, or Markdown of another kind that lies beside directives (a README, notes)? It is one when
 * its letterhead or front matter gives a type or a number, when it is addressed or signed like one ("Nơi nhận", "TM."),
 * when somebody is given a task, or when a part is numbered as directives do and manuals do not ("I.", "Điều 1.",
 * "a)"). Plain numbers ("1.", "2.1.") alone say nothing: any list has them. In doubt it is a directive, for a
 * fault that is shown costs less than one passed over.
 */
export function isDirective(draft: Draft): boolean {
  const { letterhead, recipients, signature, tasks, units } = draft;
  if (letterhead.type || letterhead.number || recipients || signature) return true;
  if (tasks.some((task) => task.leads.length > 0)) return true;
  return units.some(({ marker }) => !['arabic', 'decimal', 'capital', 'paren'].includes(marker.style));
}
