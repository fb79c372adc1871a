import {
  type Connection,
  InlayHintRequest,
  type Range,
  SemanticTokensRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Draft } from '../core/draft.ts';
import { toAgencyTree } from '../core/exports/agency-tree.ts';
import { toCsv, toMarkdownTable, toTabs, toTaskRows } from '../core/exports/task-table.ts';
import { toTaskTree } from '../core/exports/task-tree.ts';
import { drawTimeline, toTimeline } from '../core/exports/timeline.ts';
import { familyOf } from '../core/family.ts';
import type { Day } from '../core/language/calendar.ts';
import { addName } from '../core/registry-edit.ts';
import type { Locale } from '../core/rule.ts';
import { suppress } from '../core/suppressions.ts';
import type { Span } from '../core/text.ts';
import {
  ADD_NAME,
  type ReadParams,
  SUPPRESS,
  type SuppressResult,
  TABLE,
  type TableFormat,
  TIMELINE,
  type TimelineResult,
  TREE,
  type TreeParams,
  type TreeResult,
} from '../protocol/messages.ts';
import { plainUri } from './draft-files.ts';
import { completion } from './features/completion.ts';
import { definition, links } from './features/definition.ts';
import { folding, selection } from './features/folding.ts';
import { format } from './features/format.ts';
import { highlights, references } from './features/highlights.ts';
import { hints } from './features/hints.ts';
import { hover } from './features/hover.ts';
import { lenses } from './features/lenses.ts';
import { onEnter } from './features/on-enter.ts';
import { prepareRename, rename } from './features/rename.ts';
import { legend, tokens } from './features/tokens.ts';
import { workspaceSymbols } from './features/workspace-symbols.ts';
import type { View } from './views.ts';

/** What answers are made from. */
export interface Source {
  /** The directive at a URI; undefined for other Markdown. */
  view(uri: string): View | undefined;
  /** All open directives. */
  views(): View[];
  today(): Day;
  locale(): Locale;
  /** Runs an answer; a fault in it is logged and gives `otherwise`. */
  answer<T>(otherwise: T, make: () => T): T;
}

/** What the server offers beside diagnostics, quick fixes and the outline. */
export const capabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [' ', '/'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentHighlightProvider: true,
  documentLinkProvider: {},
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, full: true },
  inlayHintProvider: true,
  codeLensProvider: {},
  documentFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
};

/** Answers all that is asked of an open directive; other Markdown gets nothing. */
export function answerFeatures(connection: Connection, source: Source): void {
  const { today, locale } = source;
  const of = <T>({ textDocument }: { textDocument: { uri: string } }, otherwise: T, make: (view: View) => T): T => {
    const view = source.view(textDocument.uri);
    return view ? source.answer(otherwise, () => make(view)) : otherwise;
  };
  const others = (view: View) => source.views().filter(({ document }) => document.uri !== view.document.uri);
  const offset = ({ document }: View, { position }: { position: Range['start'] }) => document.offsetAt(position);

  connection.onHover((params) =>
    of(params, null, (view) => hover(view, offset(view, params), today(), locale()) ?? null),
  );
  connection.onCompletion((params) =>
    of(params, null, (view) => completion(view, offset(view, params), others(view), today(), locale())),
  );
  connection.onDefinition((params) =>
    of(params, null, (view) => definition(view, offset(view, params), others(view)) ?? null),
  );
  connection.onPrepareRename((params) => of(params, null, (view) => prepareRename(view, offset(view, params)) ?? null));
  connection.onRenameRequest((params) =>
    of(params, null, (view) => ({
      changes: { [view.document.uri]: rename(view, offset(view, params), params.newName) },
    })),
  );
  connection.onReferences((params) => of(params, [], (view) => references(view, offset(view, params), others(view))));
  connection.onDocumentHighlight((params) => of(params, [], (view) => highlights(view, offset(view, params))));
  connection.onDocumentLinks((params) => of(params, [], (view) => links(view, others(view))));
  connection.onFoldingRanges((params) => of(params, [], folding));
  connection.onSelectionRanges((params) =>
    of(params, [], (view) => params.positions.map((position) => selection(view, offset(view, { position })))),
  );
  connection.onCodeLens((params) => of(params, [], (view) => lenses(view, locale())));
  connection.onDocumentFormatting((params) => of(params, [], format));
  connection.onDocumentOnTypeFormatting((params) => of(params, [], (view) => onEnter(view, params.position)));
  connection.onWorkspaceSymbol(({ query }) => source.answer([], () => workspaceSymbols(source.views(), query)));
  connection.onRequest(SemanticTokensRequest.type, (params) => of(params, { data: [] }, tokens));
  connection.onRequest(InlayHintRequest.type, (params) =>
    of(params, [], (view) => hints(view, spanOf(view, params.range), locale())),
  );

  const nameOf = ({ letterhead: { type, number } }: Draft) =>
    [type?.text, number?.text].filter(Boolean).join(' ') || { vi: 'Dự thảo', en: 'Draft' }[locale()];

  connection.onRequest(TREE, ({ uri, by, ...choice }: TreeParams) =>
    of<TreeResult>({ textDocument: { uri } }, null, ({ draft, findings }) =>
      by === 'agency'
        ? toAgencyTree(draft, today(), locale())
        : toTaskTree(draft, findings, { by, ...choice }, locale()),
    ),
  );
  connection.onRequest(SUPPRESS, (params: { uri: string; fingerprint: string; reason: string }) =>
    of<SuppressResult | null>({ textDocument: params }, null, ({ draft, findings }) => {
      const finding = findings.find(({ fingerprint }) => fingerprint === params.fingerprint);
      return finding ? suppress(draft, finding, params.reason) : null;
    }),
  );
  connection.onRequest(ADD_NAME, (params: { uri: string; text: string; name: string; id?: string }) =>
    of<string | null>(
      { textDocument: params },
      null,
      ({ draft }) => addName(params.text, params.name, draft.registry, params.id) ?? null,
    ),
  );
  connection.onRequest(TIMELINE, ({ uri }: { uri?: string }) =>
    source.answer<TimelineResult | null>(null, () => {
      const views = uri === undefined ? source.views() : [source.view(uri)].filter((view) => view !== undefined);
      const single = uri === undefined ? undefined : views[0];
      const timeline = toTimeline(
        views.map((view) => ({ draft: view.draft, ...(!single && { name: shortName(view) }) })),
      );
      const all = { vi: `${views.length} văn bản`, en: `${views.length} directives` }[locale()];
      const title = single ? nameOf(single.draft) : all;
      const documents = views.map(({ path }) => path);
      return timeline ? { title, svg: drawTimeline(timeline, locale()), undated: timeline.undated, documents } : null;
    }),
  );
  connection.onRequest(TABLE, ({ uri, format: form }: { uri: string; format: TableFormat }) =>
    of<string | null>({ textDocument: { uri } }, null, ({ draft }) => {
      const rows = toTaskRows(draft, locale());
      if (rows.length < 2) return null;
      return form === 'csv' ? toCsv(rows) : form === 'markdown' ? toMarkdownTable(rows) : toTabs(rows);
    }),
  );
}

/** What the extension shows of a document in its status. */
export function toReadParams(view: View, registry: Day | undefined, settings: string | undefined): ReadParams {
  const { draft, directive, findings, alone, path: uri } = view;
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  const family = familyOf(draft, alone) ?? null;
  const { length: tasks } = draft.tasks;
  return {
    ...{ uri, directive, family, tasks, findings: counts },
    ...{ settings: settings ?? null, registry: registry ?? null },
  };
}

/** The number of a directive, else the name of its file. */
function shortName({ draft, path }: View): string {
  return draft.letterhead.number?.text ?? plainUri(path.slice(path.lastIndexOf('/') + 1));
}

function spanOf({ document }: View, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
