import { commands } from 'vscode';
import { clears, MISSPELT, open, place, replace, shows } from './editor.ts';

describe('Restart Language Server', () => {
  it('goes on where the server was', async () => {
    const editor = await open(place('ke-hoach.md'));
    await shows(editor.document, 'owner/misspelt', MISSPELT);
    await commands.executeCommand('chidao.restart');
    await shows(editor.document, 'owner/misspelt', MISSPELT);
    await replace(editor, 'Công ngệ', 'Công nghệ');
    await clears(editor.document, 'owner/misspelt');
  });
});
