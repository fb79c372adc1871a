import { ConfigurationTarget, commands, languages, type Uri, window, workspace } from 'vscode';
import { findings, open, openDraft, place, ruleOf, same, until, write } from './editor.ts';

const WRONG = '# KẾ HOẠCH\n\n## I. NHIỆM VỤ\n\n1. Bộ Khoa học và Công ngệ báo cáo trước ngày 30/6/2026.\n';
const NOTES = '# Ghi chép\n\nHoàn thành trước ngày 31/02/2026.\n';

describe('the whole folder', () => {
  const settings = () => workspace.getConfiguration('chidao', place('.'));

  after(async () => {
    await settings().update('directives', undefined, ConfigurationTarget.Workspace);
    for (const name of ['tat-ca', 'chi-dao']) {
      await workspace.fs.delete(place(name), { recursive: true }).then(undefined, () => {});
    }
  });

  it('is checked when asked for, and followed from then on', async () => {
    await write('tat-ca/a.md', WRONG);
    await commands.executeCommand('chidao.checkWorkspace');
    await misspelt(place('tat-ca/a.md'));
    await write('tat-ca/sâu (2)/b.md', WRONG);
    await misspelt(place('tat-ca/sâu (2)/b.md'));
    await write('tat-ca/a.md', WRONG.replace('ngệ', 'nghệ'));
    await until(
      () => findings(place('tat-ca/a.md')),
      (found) => found.every((each) => ruleOf(each) !== 'owner/misspelt'),
    );
    await workspace.fs.delete(place('tat-ca'), { recursive: true });
    await until(
      () => languages.getDiagnostics().filter(([uri, found]) => uri.path.includes('/tat-ca/') && found.length > 0),
      (left) => left.length === 0,
    );
  });

  it('keeps the findings of a document that is closed', async () => {
    await write('tat-ca/c.md', WRONG);
    await misspelt(place('tat-ca/c.md'));
    await open(place('tat-ca/c.md'));
    await misspelt(place('tat-ca/c.md'));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await misspelt(place('tat-ca/c.md'));
  });

  it('has directives that a setting names', async () => {
    await write('chi-dao/ghi.md', NOTES);
    const { document } = await open(place('chi-dao/ghi.md'));
    await openDraft('khac.md', '1. Sở Y tế rà soát.');
    same(findings(document.uri), []);
    await settings().update('directives', ['**/chi-dao/**/*.md'], ConfigurationTarget.Workspace);
    await until(
      () => findings(document.uri).map(ruleOf),
      (rules) => rules.includes('deadline/impossible'),
    );
    await settings().update('directives', undefined, ConfigurationTarget.Workspace);
    await until(
      () => findings(document.uri),
      (found) => found.length === 0,
    );
  });

  it('has one timeline', async () => {
    await openDraft('thoi-gian.md', '1. Sở Y tế rà soát trước ngày 30/6/2026.');
    await commands.executeCommand('chidao.timelineOfWorkspace');
    await until(
      () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => /^(?:Timeline|Dòng thời gian)$/.test(label)),
    );
  });

  async function misspelt(uri: Uri): Promise<void> {
    await until(
      () => findings(uri).map(ruleOf),
      (rules) => rules.includes('owner/misspelt'),
    );
  }
});
