import { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../../core/text.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** Rules about how things are written, not what they say: marks of numbers, spaces, tone marks, zeros of dates. */
const FORM = /^(?:text\/|numbering\/style$|deadline\/form$|reference\/capitals$|owner\/capitals$)/;

/** The certain corrections of form, none over another. */
export function format(view: View): TextEdit[] {
  const chosen: Edit[] = [];
  for (const { rule, fixes } of view.findings) {
    const fix = FORM.test(rule) ? fixes?.find(({ certain }) => certain) : undefined;
    if (!fix || fix.edits.some((edit) => chosen.some((other) => edit.start < other.end && other.start < edit.end)))
      continue;
    chosen.push(...fix.edits);
  }
  return chosen.map((edit) => TextEdit.replace(toRange(view, edit), edit.text));
}
