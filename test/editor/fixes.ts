import { type CodeAction, commands, type Range, Selection, type TextDocument, workspace } from 'vscode';
import { ask, clears, MISSPELT, openDraft, rangeOf, same, shows, until } from './editor.ts';

/**
 * The corrections at a place where there are some: each says whether it is certain, what can be done beside correcting
 * does not. VS Code gives none, and says nothing, where another extension begins to offer its own meanwhile.
 */
function fixesAt({ uri }: TextDocument, range: Range): Promise<CodeAction[]> {
  return until(
    async () => {
      const found = await ask<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix');
      return found.filter(({ isPreferred }) => typeof isPreferred === 'boolean');
    },
    (fixes) => fixes.length > 0,
  );
}

/** The key for what is certain, pressed again where VS Code forgot it for the same reason. */
async function autoFix(document: TextDocument, rule: string): Promise<void> {
  for (let left = 4; ; left--) {
    await ask('editor.action.autoFix');
    try {
      return await clears(document, rule, 5_000);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function apply(fix: CodeAction | undefined): Promise<void> {
  same(fix?.edit !== undefined && (await workspace.applyEdit(fix.edit)), true);
}

describe('quick fixes', () => {
  it('correct with one key what is certain', async () => {
    const editor = await openDraft('chac-chan.md', `1. ${MISSPELT} báo cáo trước ngày 30/6/2026.`);
    const { document } = editor;
    await shows(document, 'owner/misspelt', MISSPELT);
    const { start } = rangeOf(document, MISSPELT);
    editor.selection = new Selection(start, start);
    const fixes = await fixesAt(document, editor.selection);
    same(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [['Sửa thành "Bộ Khoa học và Công nghệ"', true]],
    );
    await autoFix(document, 'owner/misspelt');
    same(document.getText().includes('1. Bộ Khoa học và Công nghệ báo cáo'), true);
  });

  it('offer each candidate where several are possible', async () => {
    const lines = ['### 1. Về thể chế', '### 2. Về dữ liệu', '### 2.1. Rà soát', '### 2.2. Công bố', '### 3) Chia sẻ'];
    const { document } = await openDraft('ung-vien.md', ...lines);
    await shows(document, 'numbering/style', '3)');
    const fixes = await fixesAt(document, rangeOf(document, '3)'));
    same(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Đổi "3)" thành "2.3."', false],
        ['Đổi "3)" thành "3."', false],
      ],
    );
    await apply(fixes[1]);
    await clears(document, 'numbering/style');
    same(document.getText().includes('### 3. Chia sẻ'), true);
  });

  it('renumber a series in one step that is undone in one', async () => {
    const { document } = await openDraft(
      'danh-so.md',
      '1. Sở Tài chính:',
      'a) Rà soát.',
      'b) Báo cáo.',
      'd) Gửi.',
      'đ) Lưu.',
    );
    const before = document.getText();
    await shows(document, 'numbering/sequence', 'd)');
    const [fix] = await fixesAt(document, rangeOf(document, 'd)'));
    same([fix?.title, fix?.isPreferred], ['Đổi "d)" thành "c)" và đánh số lại các mục sau', false]);
    await apply(fix);
    await clears(document, 'numbering/sequence');
    const letters = [...document.getText().matchAll(/^(\S)\) /gm)].map(([, letter]) => letter);
    same(letters, ['a', 'b', 'c', 'd']);
    await commands.executeCommand('undo');
    await until(
      () => document.getText(),
      (text) => text === before,
    );
  });
});
