import { commands, type ExtensionContext, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CHECK_WORKSPACE, READ, type ReadParams } from '../protocol/messages.ts';
import { quickFixCommands } from './commands.ts';
import { newDirective } from './new-directive.ts';
import { renumberCommands } from './renumber.ts';
import { showStatus } from './status.ts';
import { showTasks } from './task-view.ts';
import { showTimeline } from './timeline.ts';

let client: BaseLanguageClient | undefined;

/** Starts the server; `connect` says how this host reaches it. */
export async function start(
  context: ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const started = connect({
    documentSelector: schemes().map((scheme) => ({ scheme, language: 'markdown' })),
    initializationOptions: {
      chidao: {
        locale: setting('locale'),
        views: true,
        rulesPage: Uri.joinPath(context.extensionUri, 'docs/rules.md').toString(),
      },
    },
    middleware: {
      provideInlayHints: (document, range, token, next) =>
        setting('inlayHints', document.uri) ? next(document, range, token) : [],
      async executeCommand(command, args, next) {
        const result = await next(command, args);
        if (command === CHECK_WORKSPACE && result) await commands.executeCommand('workbench.actions.view.problems');
        return result;
      },
      provideCodeLenses: (document, token, next) => (setting('codeLens', document.uri) ? next(document, token) : []),
    },
  });
  client = started;
  const tasks = showTasks(started);
  const timeline = showTimeline(started, tasks);
  const status = showStatus();
  context.subscriptions.push(
    commands.registerCommand('chidao.restart', restart),
    newDirective(context),
    ...quickFixCommands(started),
    ...renumberCommands(started),
    ...tasks.parts,
    ...timeline.parts,
    ...status.parts,
    started.onNotification(READ, (read: ReadParams) => {
      status.read(read);
      tasks.refresh(read.uri, read.directive);
      timeline.refresh();
    }),
  );
  await started.start();

  async function restart(): Promise<void> {
    // A server that has ended by itself cannot be stopped; it is started all the same.
    await started.stop().catch(() => undefined);
    await started.start();
  }
}

function setting(name: string, uri?: Uri): unknown {
  return workspace.getConfiguration('chidao', uri).get(name);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

/** Where drafts are: not in what editors make up themselves, such as the older side of a comparison (git:). */
function schemes(): string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders])];
}
