import { diffLines, diffWordsWithSpace } from 'diff';
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CodeAction,
  CodeActionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Draft } from '../../core/draft.ts';
import type { Project } from '../../core/project.ts';
import { needsRenumbering, renumber, sectionAt, touches } from '../../core/renumber.ts';
import type { Locale } from '../../core/rule.ts';
import type { Edit, Span } from '../../core/text.ts';
import { toRange } from '../convert.ts';
import type { View } from '../views.ts';
import { toWorkspaceEdit } from './fixes.ts';

/** What is renumbered: what stands under the unit at a place, or all. */
export type Extent = 'section' | 'document';

export const RENUMBER: Record<Extent, string> = {
  section: 'refactor.rewrite.chidao.renumberSection',
  document: 'refactor.rewrite.chidao.renumberDocument',
};

const TITLES: Record<Extent, Record<Locale, string>> = {
  section: { vi: 'Đánh số lại mục này và sửa các viện dẫn', en: 'Renumber this section and change the references' },
  document: { vi: 'Đánh số lại cả văn bản và sửa các viện dẫn', en: 'Renumber the document and change the references' },
};

/** How a client takes the edit: bound to a version, annotated so that it is shown before it is made. */
export interface Client {
  readonly versioned: boolean;
  readonly annotated: boolean;
}

/**
 * Offered at a number that is out of its place, and from anywhere to those who ask for this kind. `resolves`: the edits are
 * asked for when the action is chosen.
 */
export function renumberActions(
  view: View,
  project: Project,
  { range, context }: CodeActionParams,
  locale: Locale,
  client: Client & { readonly resolves: boolean },
): CodeAction[] {
  const at = view.document.offsetAt(range.start);
  const touched = { start: at, end: view.document.offsetAt(range.end) };
  return (['section', 'document'] as const).flatMap((extent): CodeAction[] => {
    const kind = RENUMBER[extent];
    const asked = context.only?.some((only) => only !== '' && `${kind}.`.startsWith(`${only}.`));
    if (!(asked ?? touches(view.findings, touched)) || !needsRenumbering(view.findings, spanOf(view, extent, at)))
      return [];
    const action = { title: TITLES[extent][locale], kind };
    if (client.resolves) return [{ ...action, data: { uri: view.path, extent, at, version: view.document.version } }];
    const edit = renumberEdit(view, project, extent, at, locale, client);
    return edit ? [{ ...action, edit }] : [];
  });
}

/** Numbers and references that change, each for itself; undefined where all is in order. */
export function renumberEdit(
  view: View,
  project: Project,
  extent: Extent,
  at: number,
  locale: Locale,
  { versioned, annotated }: Client,
): WorkspaceEdit | undefined {
  const { draft } = view;
  const edits = changes(draft.text, renumber(draft, project, spanOf(view, extent, at)));
  if (edits.length === 0) return undefined;
  if (!annotated || !versioned) return toWorkspaceEdit(view, edits, versioned);
  const { uri, version } = view.document;
  const marks = edits.map(
    (edit): AnnotatedTextEdit => ({ range: toRange(view, edit), newText: edit.text, annotationId: 'renumber' }),
  );
  const numbers = edits.filter((edit) => isMarker(draft, edit)).length;
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: marks }],
    changeAnnotations: { renumber: annotation(numbers, edits.length - numbers, locale) },
  };
}

/** One for all: numbers without the references to them are worse than none. Editors let what is confirmed be ticked. */
function annotation(numbers: number, references: number, locale: Locale): ChangeAnnotation {
  const vi = [`Đánh số lại ${numbers} mục`, references > 0 && `sửa ${references} viện dẫn`];
  const en = [`Renumber: ${numbers}`, references > 0 && `references: ${references}`];
  const description = { vi: 'Đánh dấu vào ô để áp dụng', en: 'Tick the box to apply' }[locale];
  return { label: { vi, en }[locale].filter(Boolean).join(', '), needsConfirmation: true, description };
}

function spanOf({ draft }: View, extent: Extent, at: number): Span {
  return extent === 'section' ? sectionAt(draft, at) : { start: 0, end: draft.text.length };
}

function isMarker({ units }: Draft, { start, end }: Span): boolean {
  return units.some(({ markerWords }) => markerWords.start <= start && end <= markerWords.end);
}

/** The words that differ, line by line: no line comes or goes. */
function changes(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let line = 0;
  let removed = '';
  for (const part of diffLines(before, after)) {
    if (part.removed) removed = part.value;
    else if (part.added) {
      edits.push(...words(removed, part.value, line));
      line += removed.length;
      removed = '';
    } else line += part.value.length;
  }
  return edits;
}

function words(before: string, after: string, from: number): Edit[] {
  const edits: Edit[] = [];
  let at = from;
  let gone = 0;
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (removed) gone = value.length;
    else if (added) {
      edits.push({ start: at, end: at + gone, text: value });
      at += gone;
      gone = 0;
    } else {
      if (gone > 0) edits.push({ start: at, end: at + gone, text: '' });
      at += gone + value.length;
      gone = 0;
    }
  }
  if (gone > 0) edits.push({ start: at, end: at + gone, text: '' });
  return edits;
}
