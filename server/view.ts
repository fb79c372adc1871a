import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../core/check.ts';
import { type Draft, readDraft } from '../core/draft.ts';
import type { Project } from '../core/project.ts';
import { isDirective } from '../core/recognise.ts';
import type { Finding, Rule } from '../core/rule.ts';

/** An open document as it was last read: what every feature answers from. */
export interface View {
  readonly document: TextDocument;
  readonly draft: Draft;
  /** Other Markdown is read too, so that it is known when it becomes a directive, but has no findings. */
  readonly directive: boolean;
  readonly findings: readonly Finding[];
}

/** Reads and checks a document; what stood in `previous` word for word is not read again. */
export function readView(document: TextDocument, project: Project, rules?: readonly Rule[], previous?: View): View {
  const draft = readDraft(document.getText(), project.registry, previous?.draft);
  const directive = isDirective(draft);
  return { document, draft, directive, findings: directive ? check(draft, project, rules) : [] };
}
