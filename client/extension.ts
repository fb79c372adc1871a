import { commands, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

let client: BaseLanguageClient | undefined;

/** Starts the server; `connect` says how this host reaches it. */
export async function start(
  context: ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const started = connect({ documentSelector: schemes().map((scheme) => ({ scheme, language: 'markdown' })) });
  client = started;
  context.subscriptions.push(commands.registerCommand('chidao.restart', restart));
  await started.start();

  async function restart(): Promise<void> {
    // A server that has ended by itself cannot be stopped; it is started all the same.
    await started.stop().catch(() => undefined);
    await started.start();
  }
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

/** Where drafts are: not in what editors make up themselves, such as the older side of a comparison (git:). */
function schemes(): string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders])];
}
