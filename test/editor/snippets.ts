import { commands, window, workspace } from 'vscode';
import documents from '../../snippets/documents.json';
import { clears, findings, outline, same, shows, until } from './editor.ts';

describe('snippets', () => {
  for (const name of Object.keys(documents)) {
    it(`${name}: inserts a draft without findings`, async () => {
      const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
      const editor = await window.showTextDocument(document);
      await commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
      await until(
        () => document.getText(),
        (text) => text.startsWith('---\nloại:') && text.includes('Nơi nhận'),
      );
      // An answer of the server comes after the findings of the text it is about.
      await until(
        () => outline(document),
        (symbols) => symbols.length > 0,
      );
      same(findings(document.uri), []);
      // The draft is checked at all.
      const end = document.positionAt(document.getText().search(/\*+Nơi nhận/));
      await editor.edit((edit) => edit.insert(end, '9. Bộ Tài chính báo cáo trước ngày 31/11/2027.\n\n'));
      await shows(document, 'deadline/impossible', 'ngày 31/11/2027');
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await clears(document, '');
    });
  }
});
