import { ConfigurationTarget, workspace } from 'vscode';
import { findings, MISSPELT, open, place, shows, until } from './editor.ts';

describe('settings', () => {
  after(() => speak(undefined));

  it('change the language of findings at once', async () => {
    const { document } = await open(place('ke-hoach.md'));
    await shows(document, 'owner/misspelt', MISSPELT);
    for (const [locale, words] of [
      ['en', /is misspelt/],
      ['vi', /viết sai tên/],
    ] as const) {
      await speak(locale);
      await until(
        () => findings(document.uri).map(({ message }) => message),
        (messages) => messages.some((message) => words.test(message)),
      );
    }
  });

  function speak(locale: 'vi' | 'en' | undefined): Thenable<void> {
    return workspace.getConfiguration('chidao').update('locale', locale, ConfigurationTarget.Workspace);
  }
});
