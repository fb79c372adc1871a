import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RENUMBER_EDIT, type RenumberParams } from '../protocol/messages.ts';

/** Numbers of a section or of the document put in order; the editor shows what will change and asks. */
export function renumberCommands(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('chidao.renumberSection', () => renumber('section')),
    commands.registerCommand('chidao.renumberDocument', () => renumber('document')),
  ];

  async function renumber(extent: RenumberParams['extent']): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const params = { uri: document.uri.toString(), extent, at: document.offsetAt(selection.active) };
    const found = await client.sendRequest<Parameters<typeof convert>[0] | null>(RENUMBER_EDIT, params);
    const edit = found && (await convert(found));
    if (edit) {
      const how = l10n.t('See what will change below: tick the box beside the file, then choose Apply.');
      const message = window.setStatusBarMessage(how);
      await workspace.applyEdit(edit, { isRefactoring: true });
      message.dispose();
    } else void window.showInformationMessage(l10n.t('The numbers are in order.'));
  }

  function convert(edit: Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0]) {
    return client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }
}
