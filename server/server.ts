import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  PositionEncodingKind,
  type PublishDiagnosticsParams,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project } from '../core/project.ts';
import type { Locale, Rule } from '../core/rule.ts';
import { rules as allRules } from '../core/rules/index.ts';
import { CHECK_WORKSPACE, READ, RENUMBER_EDIT, type RenumberParams } from '../protocol/messages.ts';
import { answerFeatures, capabilities, toReadParams } from './answers.ts';
import { keepChanges } from './changes.ts';
import { keyOf } from './draft-files.ts';
import { aside } from './features/aside.ts';
import { FIX_ALL, fixAllAction } from './features/fix-all.ts';
import { fixes } from './features/fixes.ts';
import { type Client, RENUMBER, renumberActions, renumberEdit } from './features/renumber.ts';
import { symbols } from './features/symbols.ts';
import { namedBy } from './named.ts';
import { reporter, wrong } from './report.ts';
import { askPreferences, hasViewsIn, type Preferences, pagesIn, preferencesIn } from './settings.ts';
import { subscribe } from './subscriptions.ts';
import { keepUnopened } from './unopened.ts';
import { keepViews } from './views.ts';
import { answerWorkspaceCheck } from './workspace-check.ts';
import { type Files, keepAround } from './workspaces.ts';

/** What the server needs of the outside. */
export interface World {
  today(): Project['today'];
  readonly registry: Project['registry'];
  /** The day its data were compared with their sources last. */
  readonly registryDate?: Project['today'];
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
  const changes = keepChanges();
  const documents = new TextDocuments(changes.configuration);
  const rules = world.rules ?? allRules;
  let locale = world.locale;
  let client: ClientCapabilities = {};
  let hasViews = false;
  let folders: readonly string[] = [];
  let preferred: Preferences = { directives: new Map() };
  let isNamed = namedBy(preferred.directives);
  let pageOf: ((rule: string) => string | undefined) | undefined;
  const { attempt, report } = reporter(connection, () => locale);
  const around = keepAround(world.registry, rules, world.files, () => locale, {
    changed(concerns) {
      for (const document of documents.all()) if (concerns(document.uri)) update(document);
      unopened.reread(concerns);
    },
    publish: (uri, diagnostics) => send({ uri, diagnostics }),
    failed: (error) => report(wrong.workspace, error),
  });
  const views = keepViews(
    { registry: world.registry },
    world.today,
    rules,
    around.of,
    {
      locale: () => locale,
      pageOf: (rule) => pageOf?.(rule),
      asksVersions: () => client.textDocument?.publishDiagnostics?.versionSupport === true,
      send: (uri, diagnostics, version) =>
        send({ uri, diagnostics, ...(version !== undefined && documents.get(uri) && { version }) }),
      told(view) {
        if (!hasViews) return;
        const read = toReadParams(view, world.registryDate, around.of(view.path)?.file);
        connection.sendNotification(READ, read).catch(() => {});
      },
    },
    (uri) => isNamed(uri),
    changes.take,
    { has: (uri) => unopened.holds(uri), add: (uri) => unopened.recheck(uri) },
  );
  const unopened = keepUnopened(
    world.files,
    around,
    views,
    (key) => documents.all().some(({ uri }) => keyOf(uri) === key),
    {
      unread: (why) => connection.console.warn(why[locale]),
      failed: (error) => report(wrong.reading, error),
    },
  );
  const whole = answerWorkspaceCheck(
    connection,
    unopened,
    views,
    () => folders,
    () => locale,
  );

  connection.onInitialize((params) => {
    client = params.capabilities ?? {};
    preferred = preferencesIn(params.initializationOptions);
    locale = preferred.locale ?? locale;
    isNamed = namedBy(preferred.directives);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [params.rootUri].filter((uri) => uri != null);
    hasViews = hasViewsIn(params.initializationOptions);
    pageOf = pagesIn(params.initializationOptions, rules);
    return {
      serverInfo: { name: 'chidao' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...Object.values(RENUMBER)],
          resolveProvider: true,
        },
        documentSymbolProvider: true,
        executeCommandProvider: { commands: [CHECK_WORKSPACE] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...capabilities,
      },
    };
  });

  connection.onInitialized(async () => {
    await subscribe(connection, client, world.files !== undefined).catch((error) => report(wrong.subscribing, error));
    await readSettings(undefined);
    if (client.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(takeFolders);
    await checkWhole();
  });

  connection.onDidChangeConfiguration((params) => readSettings(params?.settings));

  connection.onDidChangeWatchedFiles((params) =>
    attempt(wrong.workspace, undefined, () => {
      around.refresh(params.changes.map(({ uri }) => uri));
      unopened.changed(params.changes);
    }),
  );

  documents.onDidOpen(({ document: { uri } }) => {
    attempt(wrong.reading, undefined, () => unopened.opened(uri));
    around.open(uri);
  });
  documents.onDidChangeContent(({ document }) => {
    // Clients begin to count at 0 or 1.
    if (document.version > 1) unopened.typed();
    update(document);
  });
  documents.onDidClose(({ document: { uri } }) =>
    attempt(wrong.reading, undefined, () => unopened.closed(uri) || views.close(uri)),
  );

  connection.onCodeAction((params) =>
    attempt(wrong.answering, [], () => {
      const view = views.directive(params.textDocument.uri);
      if (!view) return [];
      const { versioned } = takes();
      return [
        ...fixes(view, params, locale, versioned),
        ...aside(view, params, locale, versioned, hasViews),
        ...fixAllAction(view, views.project(view), rules, params, locale, versioned),
        ...renumberActions(view, views.project(view), params, locale, { ...takes(), resolves: resolvesEdits(client) }),
      ];
    }),
  );

  connection.onCodeActionResolve((action) => {
    const { uri, extent, at, version } = action.data ?? {};
    const edit = attempt(wrong.answering, undefined, () => renumbered({ uri, extent, at }, version));
    return edit ? { ...action, edit } : action;
  });

  connection.onRequest(RENUMBER_EDIT, (params: RenumberParams) =>
    attempt(wrong.answering, null, () => renumbered(params) ?? null),
  );

  connection.onDocumentSymbol((params) =>
    attempt(wrong.answering, [], () => {
      const view = views.directive(params.textDocument.uri);
      return view ? symbols(view) : [];
    }),
  );

  answerFeatures(connection, {
    view: views.directive,
    views: views.directives,
    today: world.today,
    locale: () => locale,
    answer: (otherwise, make) => attempt(wrong.answering, otherwise, make),
  });
  documents.listen(connection);
  connection.listen();

  function takes(): Client {
    const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
    return { versioned: documentChanges === true, annotated: changeAnnotationSupport !== undefined };
  }

  function renumbered({ uri, extent, at }: RenumberParams, version?: number): WorkspaceEdit | undefined {
    const view = views.directive(uri);
    if (!view || (version !== undefined && view.document.version !== version)) return undefined;
    return renumberEdit(view, views.project(view), extent, at, locale, takes());
  }

  function update(document: TextDocument): void {
    if (document.languageId === 'markdown') attempt(wrong.reading, undefined, () => views.update(document));
  }

  async function takeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    await readSettings(undefined);
    await checkWhole();
  }

  async function checkWhole(): Promise<void> {
    await whole.unasked(preferred.checksOnStart ?? true).catch((error) => report(wrong.workspace, error));
  }

  function send(params: PublishDiagnosticsParams): void {
    connection.sendDiagnostics(params).catch((error) => report(wrong.answering, error));
  }

  /** Asks the client for the settings where it can be asked; else takes what it sent. */
  async function readSettings(sent: unknown): Promise<void> {
    try {
      const asked = client.workspace?.configuration === true;
      const now = asked ? await askPreferences(connection, folders) : preferencesIn(sent);
      const before = preferred.directives;
      preferred = { ...preferred, ...now, directives: new Map([...before, ...now.directives]) };
      if (JSON.stringify([...before]) !== JSON.stringify([...preferred.directives])) {
        isNamed = namedBy(preferred.directives);
        for (const document of documents.all()) update(document);
        unopened.reread(() => true);
      }
      const wanted = preferred.locale ?? locale;
      if (wanted === locale) return;
      locale = wanted;
      views.publish();
      around.publish();
    } catch (error) {
      report(wrong.settings, error);
    }
  }
}

function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
