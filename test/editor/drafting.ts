import {
  type CompletionList,
  commands,
  env,
  type Hover,
  type MarkdownString,
  Selection,
  type TextEditor,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { openDraft, rangeOf, same, shows, until } from './editor.ts';

/** Puts the cursor behind the words. */
function cursorBehind(editor: TextEditor, words: string): void {
  const { end } = rangeOf(editor.document, words);
  editor.selection = new Selection(end, end);
}

describe('drafting', () => {
  it('completes an agency typed without diacritics', async () => {
    const { document } = await openDraft('goi-y.md', '1. Sở Y tế rà soát.', '2. bo kh');
    const { end } = rangeOf(document, '2. bo kh');
    const list = await until(
      () => commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, end),
      ({ items }) => items.length > 0,
    );
    same(list.items[0]?.label, 'Bộ Khoa học và Công nghệ');
  });

  it('goes on with the series after Enter, and ends it on an empty point', async () => {
    const editor = await openDraft('xuong-dong.md', '1. Sở Y tế:', 'a) Rà soát.', 'd) Báo cáo.');
    const { document } = editor;
    await shows(document, 'numbering/sequence', 'd)');
    cursorBehind(editor, 'Báo cáo.');
    await commands.executeCommand('type', { text: '\n' });
    await until(
      () => document.getText(),
      (text) => text.endsWith('d) Báo cáo.\n\nđ) '),
    );
    cursorBehind(editor, 'đ) ');
    await commands.executeCommand('type', { text: '\n' });
    await until(
      () => document.getText(),
      (text) => !text.includes('đ)'),
    );
  });

  it('renames an agency throughout, and a number with its references', async () => {
    const editor = await openDraft(
      'doi-ten.md',
      '1. Bộ Y tế rà soát:',
      'a) Lập danh mục.',
      'b) Sửa biểu mẫu.',
      '2. Bộ Y tế công bố biểu mẫu tại điểm b khoản 1 Mục I.',
    );
    const { document } = editor;
    const rename = async (words: string, name: string) => {
      const { start } = rangeOf(document, words);
      const command = 'vscode.executeDocumentRenameProvider';
      const edit = await until(
        () => commands.executeCommand<WorkspaceEdit>(command, document.uri, start, name),
        ({ size }) => size > 0,
      );
      same(await workspace.applyEdit(edit), true);
    };
    await rename('Bộ Y tế', 'Bộ Xây dựng');
    same(document.getText().split('Bộ Xây dựng').length, 3);
    await rename('b) Sửa', 'c');
    same(document.getText().includes('tại điểm c khoản 1 Mục I'), true);
  });

  it('tells on hovering what it understood', async () => {
    const { document } = await openDraft('re-chuot.md', '1. Sở Y tế báo cáo trước ngày 30/6/2026.');
    const at = rangeOf(document, 'ngày 30/6/2026').start;
    const [hover] = await until(
      () => commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at),
      (hovers) => hovers.length > 0,
    );
    const words = (hover?.contents[0] as MarkdownString | undefined)?.value ?? '';
    same(words.includes('thứ Ba, 30/6/2026'), true);
  });
});

describe('views', () => {
  it('show the tasks and give them as a table', async () => {
    const { document } = await openDraft('cay.md', '1. Bộ Y tế báo cáo trước ngày 30/6/2026.', '2. Bộ Nội vụ rà soát.');
    await commands.executeCommand('chidao.tasks.focus');
    for (const by of ['Section', 'Owner', 'Phase', 'Deadline', 'Finding', 'Section'])
      await commands.executeCommand(`chidao.tasks.by${by}`);
    const table = await until(
      async () => {
        await window.showTextDocument(document);
        await commands.executeCommand('chidao.tasks.copy');
        return env.clipboard.readText();
      },
      (text) => text.includes('Bộ Nội vụ'),
    );
    same(table.split('\n').length, 3);
  });

  it('open the timeline beside the text', async () => {
    await openDraft('dong-thoi-gian.md', '1. Bộ Y tế báo cáo trước ngày 30/6/2026.');
    await until(
      async () => {
        // Not before the server has told that this is a directive.
        await commands.executeCommand('chidao.timeline');
        return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      },
      (labels) => labels.includes('Timeline') || labels.includes('Dòng thời gian'),
    );
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('begin a new directive that asks for its type and issuer', async () => {
    const before = new Set(workspace.textDocuments);
    const done = commands.executeCommand('chidao.newDirective');
    const accept = () => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const draft = await until(
      async () => {
        await accept();
        return workspace.textDocuments.find((each) => !before.has(each) && each.getText().includes('loại:'))?.getText();
      },
      (text) => text !== undefined,
    );
    await done;
    same(draft?.includes('loại: Kế hoạch'), true);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
