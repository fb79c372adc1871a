import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { Locale } from '../../core/rule.ts';
import type { Edit } from '../../core/text.ts';
import { toDiagnostic, toRange } from '../convert.ts';
import type { View } from '../views.ts';

/** The corrections of the findings that touch the range. `versioned`: the client takes edits bound to a version. */
export function fixes(
  view: View,
  { range, context }: CodeActionParams,
  locale: Locale,
  versioned: boolean,
): CodeAction[] {
  if (context.only && !context.only.some(coversQuickFix)) return [];
  const start = view.document.offsetAt(range.start);
  const end = view.document.offsetAt(range.end);
  return view.findings
    .filter((finding) => finding.start <= end && start <= finding.end)
    .flatMap((finding) =>
      (finding.fixes ?? []).map((fix) => ({
        title: fix.title[locale],
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(view, finding, locale)],
        isPreferred: fix.certain,
        edit: toWorkspaceEdit(view, fix.edits, versioned),
      })),
    );
}

/** A kind asked for stands for its sub-kinds too; "" for all. */
function coversQuickFix(kind: string): boolean {
  return kind === '' || kind === CodeActionKind.QuickFix;
}

export function toWorkspaceEdit(view: View, changes: readonly Edit[], versioned: boolean): WorkspaceEdit {
  const { uri, version } = view.document;
  const edits = changes.map((edit) => ({ range: toRange(view, edit), newText: edit.text }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
