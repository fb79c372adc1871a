import { DiagnosticSeverity } from 'vscode';
import { clears, findings, MISSPELT, open, place, rangeOf, replace, ruleOf, same, shows } from './editor.ts';

describe('findings', () => {
  it('appear at their place and in words', async () => {
    const { document } = await open(place('ke-hoach.md'));
    await shows(document, 'owner/misspelt', MISSPELT);
    const finding = findings(document.uri).find((each) => ruleOf(each) === 'owner/misspelt');
    same(finding?.range, rangeOf(document, MISSPELT));
    same(finding?.message, `"${MISSPELT}" viết sai tên; có lẽ là "Bộ Khoa học và Công nghệ".`);
    same(finding?.severity, DiagnosticSeverity.Error);
  });

  it('follow what is typed', async () => {
    const editor = await open(place('ke-hoach.md'));
    const { document } = editor;
    await replace(editor, 'Công ngệ', 'Công nghệ');
    await clears(document, 'owner/misspelt');
    await replace(editor, 'trước ngày 30/6/2026', 'trước ngày 31/6/2026');
    await shows(document, 'deadline/impossible', 'ngày 31/6/2026');
    await replace(editor, '31/6/2026', '30/6/2026');
    await clears(document, 'deadline/impossible');
    await replace(editor, 'Công nghệ hướng', 'Công ngệ hướng');
    await shows(document, 'owner/misspelt', MISSPELT);
  });
});
