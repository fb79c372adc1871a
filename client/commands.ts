import { commands, type Disposable, l10n, Position, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ADD_NAME, SUPPRESS, type SuppressResult } from '../protocol/messages.ts';

const OWN_FILE = '.chidao/agencies.yaml';

/** Commands of quick fixes that have something to ask first. */
export function quickFixCommands(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('chidao.suppress', async (uri: string, fingerprint: string) => {
      const prompt = l10n.t('Why is this finding set aside? The reason stands in the draft for the next reviewer.');
      const reason = (await window.showInputBox({ prompt }))?.trim();
      if (!reason) return;
      const edit = await client.sendRequest<SuppressResult | null>(SUPPRESS, { uri, fingerprint, reason });
      if (!edit) return;
      const document = await workspace.openTextDocument(Uri.parse(uri));
      const change = new WorkspaceEdit();
      const range = new Range(document.positionAt(edit.start), document.positionAt(edit.end));
      change.replace(document.uri, range, edit.text);
      await workspace.applyEdit(change);
    }),
    commands.registerCommand('chidao.addAgency', async (uri: string, name: string, id?: string) => {
      const file = await findOwnFile(Uri.parse(uri));
      if (!file) return void window.showInformationMessage(l10n.t('Open a folder first: its agencies are kept in it.'));
      const change = new WorkspaceEdit();
      const exists = await workspace.fs.stat(file).then(
        () => true,
        () => false,
      );
      const document = exists ? await workspace.openTextDocument(file) : undefined;
      const before = document?.getText() ?? '';
      const text = await client.sendRequest<string | null>(ADD_NAME, { uri, text: before, name, id });
      if (text === null) return void window.showWarningMessage(l10n.t('{0} has a fault; mend it first.', OWN_FILE));
      if (document) change.replace(file, new Range(new Position(0, 0), document.positionAt(before.length)), text);
      else change.createFile(file, { contents: new TextEncoder().encode(text) });
      await workspace.applyEdit(change);
      const opened = await workspace.openTextDocument(file);
      await opened.save();
      await window.showTextDocument(opened, { preview: true, preserveFocus: true });
    }),
  ];
}

/** The nearest file of agencies above a document, else the one to be made in its workspace folder. */
async function findOwnFile(document: Uri): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(document)?.uri;
  if (!folder) return undefined;
  for (let at = Uri.joinPath(document, '..'); at.path.startsWith(folder.path); at = Uri.joinPath(at, '..')) {
    const file = Uri.joinPath(at, OWN_FILE);
    const found = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (found) return file;
    if (at.path === '/') break;
  }
  return Uri.joinPath(folder, OWN_FILE);
}
