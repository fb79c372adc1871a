import { TextEdit } from 'vscode-languageserver';
import { chooseFixes } from '../../core/fix.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** Rules about how things are written, not what they say: marks of numbers, spaces, tone marks, zeros of dates. */
const FORM = /^(?:text\/|numbering\/style$|deadline\/form$|reference\/capitals$|owner\/capitals$)/;

/** The certain corrections of form, none over another. */
export function format(view: View): TextEdit[] {
  const edits = chooseFixes(view.findings.filter(({ rule }) => FORM.test(rule))).flatMap(({ fix }) => fix.edits);
  return edits.map((edit) => TextEdit.replace(toRange(view, edit), edit.text));
}
