import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { provideCheckTasks } from './check-task.ts';
import { start } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(provideCheckTasks(context));
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return start(context, (options) => new LanguageClient('chidao', 'Chỉ Đạo', server, options));
}
