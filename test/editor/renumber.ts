import { type CodeAction, ConfigurationTarget, commands, workspace } from 'vscode';
import { clears, MISSPELT, openDraft, rangeOf, same, shows } from './editor.ts';

describe('renumbering', () => {
  const LINES = ['1. Sở Y tế:', 'a) Rà soát.', 'c) Báo cáo.', '3. Sở Nội vụ gửi theo điểm c khoản 1 và khoản 3.'];

  it('puts numbers and references of the document in order', async () => {
    const { document } = await openDraft('so-lai.md', ...LINES);
    await shows(document, 'numbering/sequence', 'c)');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'c)'),
      'refactor.rewrite',
      5,
    );
    const whole = actions.find(({ title }) => title.startsWith('Đánh số lại cả văn bản'));
    same(whole?.edit?.size, 1);
    // What the editor asks before an edit, the drive of the packaged extension answers (scripts/editor).
    same(whole?.edit && (await workspace.applyEdit(whole.edit)), true);
    const text = document.getText();
    same(
      [text.includes('b) Báo cáo'), text.includes('2. Sở Nội vụ gửi theo điểm b khoản 1 và khoản 2.')],
      [true, true],
    );
  });
});

describe('saving', () => {
  const settings = () => workspace.getConfiguration('editor', { languageId: 'markdown' });
  const set = (value: unknown) => settings().update('codeActionsOnSave', value, ConfigurationTarget.Workspace, true);

  after(() => set(undefined));

  it('makes all certain corrections, where that is wanted', async () => {
    const { document } = await openDraft('luu.md', `1. ${MISSPELT} báo cáo trước ngày 30/6/2026.`);
    await shows(document, 'owner/misspelt', MISSPELT);
    await set({ 'source.fixAll.chidao': 'explicit' });
    await commands.executeCommand('type', { text: ' ' });
    await commands.executeCommand('workbench.action.files.save');
    await clears(document, 'owner/misspelt');
    same(document.getText().includes('1. Bộ Khoa học và Công nghệ báo cáo'), true);
  });
});
