import { diffLines } from 'diff';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { fixAll } from '../../core/fix.ts';
import type { Project } from '../../core/project.ts';
import type { Locale, Rule } from '../../core/rule.ts';
import type { Edit } from '../../core/text.ts';
import type { View } from '../views.ts';
import { toWorkspaceEdit } from './fixes.ts';

export const FIX_ALL = 'source.fixAll.chidao';

/** All certain corrections of the document in one action, where such an action is asked for by its kind. */
export function fixAllAction(
  view: View,
  project: Project,
  rules: readonly Rule[],
  { context }: CodeActionParams,
  locale: Locale,
  versioned: boolean,
): CodeAction[] {
  if (!context.only?.some((kind) => kind !== '' && `${FIX_ALL}.`.startsWith(`${kind}.`))) return [];
  const { text } = view.draft;
  const fixed = fixAll(text, project, rules, view.draft);
  if (fixed.text === text) return [];
  const edit = toWorkspaceEdit(view, changedLines(text, fixed.text), versioned);
  return [{ title: TITLE[locale], kind: FIX_ALL, edit }];
}

const TITLE = { vi: 'Sửa mọi chỗ sửa được chắc chắn', en: 'Make all certain corrections' };

/** Only the lines that differ, so that the cursor and what is folded elsewhere stay as they are. */
function changedLines(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    const joins = last && last.end === at;
    if (removed) edits.push({ start: at, end: at + value.length, text: '' });
    else if (added && joins) edits.splice(-1, 1, { ...last, text: last.text + value });
    else if (added) edits.push({ start: at, end: at, text: value });
    if (!added) at += value.length;
  }
  return edits;
}
