import { commands, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const started = new LanguageClient('chidao', 'Chỉ Đạo', server, {
    documentSelector: ['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, language: 'markdown' })),
  });
  client = started;
  context.subscriptions.push(commands.registerCommand('chidao.restart', () => started.restart()));
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
