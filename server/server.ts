import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  PositionEncodingKind,
  type PublishDiagnosticsParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project } from '../core/project.ts';
import type { Locale, Rule } from '../core/rule.ts';
import { toDiagnostic } from './convert.ts';
import { fixes } from './features/fixes.ts';
import { symbols } from './features/symbols.ts';
import { type Files, keepRegistries } from './registries.ts';
import { reporter, wrong } from './report.ts';
import { localeIn } from './settings.ts';
import { subscribe } from './subscriptions.ts';
import { readView, type View } from './view.ts';

/** What the server needs of the outside. */
export interface World {
  today(): Project['today'];
  readonly registry: Project['registry'];
  /** Missing where there are none to see. */
  readonly files?: Files;
  /** Language of messages until the client names one. */
  readonly locale: Locale;
  /** In place of the built-in rules. */
  readonly rules?: readonly Rule[];
}

/**
 * Answers a client until the connection ends. Reading and checking take a few milliseconds, so they are done in the
 * change itself: findings are never older than the text.
 */
export function startServer(connection: Connection, world: World): void {
  const documents = new TextDocuments(TextDocument);
  const views = new Map<string, View>();
  let locale = world.locale;
  let client: ClientCapabilities = {};
  const { attempt, report } = reporter(connection, () => locale);
  const registries = keepRegistries(world.registry, world.files, () => locale, {
    changed(concerns) {
      for (const document of documents.all()) if (concerns(document.uri)) update(document);
    },
    publish: (uri, diagnostics) => send({ uri, diagnostics }),
    failed: (error) => report(wrong.registry, error),
  });

  connection.onInitialize((params) => {
    client = params.capabilities ?? {};
    locale = localeIn(params.initializationOptions) ?? locale;
    return {
      serverInfo: { name: 'chidao' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentSymbolProvider: true,
      },
    };
  });

  connection.onInitialized(async () => {
    await subscribe(connection, client, world.files !== undefined).catch((error) => report(wrong.subscribing, error));
    await readSettings(undefined);
  });

  connection.onDidChangeConfiguration((params) => readSettings(params?.settings));

  connection.onDidChangeWatchedFiles((params) =>
    attempt(wrong.registry, undefined, () => registries.refresh(params.changes.map(({ uri }) => uri))),
  );

  documents.onDidOpen(({ document }) => registries.open(document.uri));
  documents.onDidChangeContent(({ document }) => update(document));

  documents.onDidClose(({ document }) => {
    const view = views.get(document.uri);
    views.delete(document.uri);
    if (view?.directive) clear(document);
  });

  connection.onCodeAction((params) =>
    attempt(wrong.answering, [], () => {
      const view = directive(params.textDocument.uri);
      return view ? fixes(view, params, locale, client.workspace?.workspaceEdit?.documentChanges === true) : [];
    }),
  );

  connection.onDocumentSymbol((params) =>
    attempt(wrong.answering, [], () => {
      const view = directive(params.textDocument.uri);
      return view ? symbols(view) : [];
    }),
  );

  documents.listen(connection);
  connection.listen();

  function directive(uri: string): View | undefined {
    const view = views.get(uri);
    return view?.directive ? view : undefined;
  }

  function update(document: TextDocument): void {
    if (document.languageId !== 'markdown') return;
    const registry = registries.of(document.uri) ?? world.registry;
    const project = { registry, today: world.today() };
    const previous = views.get(document.uri);
    const view = attempt(wrong.reading, undefined, () => readView(document, project, world.rules, previous));
    if (view) views.set(document.uri, view);
    else views.delete(document.uri);
    if (view?.directive) publish(view);
    else if (previous?.directive) clear(document);
  }

  /** Not before the agencies of its folder are known: findings without them may be wrong. */
  function publish(view: View): void {
    const { uri, version } = view.document;
    if (registries.of(uri) === undefined) return;
    send({ uri, version, diagnostics: view.findings.map((finding) => toDiagnostic(view, finding, locale)) });
  }

  function clear({ uri }: TextDocument): void {
    send({ uri, diagnostics: [] });
  }

  function send(params: PublishDiagnosticsParams): void {
    connection.sendDiagnostics(params).catch((error) => report(wrong.answering, error));
  }

  /** Asks the client for the settings where it can be asked; else takes what it sent. */
  async function readSettings(sent: unknown): Promise<void> {
    try {
      const asked = client.workspace?.configuration === true;
      const settings = asked ? { chidao: await connection.workspace.getConfiguration('chidao') } : sent;
      const wanted = localeIn(settings) ?? locale;
      if (wanted === locale) return;
      locale = wanted;
      for (const view of views.values()) if (view.directive) publish(view);
      registries.publish();
    } catch (error) {
      report(wrong.settings, error);
    }
  }
}
