import { commands, type Disposable, type ExtensionContext, l10n, SnippetString, Uri, window, workspace } from 'vscode';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
  readonly description?: string;
}

/** Asks which document and whose, and opens a draft that has nothing wrong but what is to be filled in. */
export function newDirective({ extensionUri }: ExtensionContext): Disposable {
  return commands.registerCommand('chidao.newDirective', async () => {
    const file = Uri.joinPath(extensionUri, 'snippets/documents.json');
    const snippets = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Record<string, Snippet>;
    const picks = Object.entries(snippets).map(([label, { description, body }]) => ({
      label,
      body: [body].flat().join('\n'),
      ...(description !== undefined && { detail: description }),
    }));
    const title = l10n.t('New directive');
    const kind = await window.showQuickPick(picks, { title, placeHolder: l10n.t('Type of document') });
    if (!kind) return;
    const known = workspace.getConfiguration('chidao').get<string[]>('myAgencies', []);
    const issuer = await window.showInputBox({
      title,
      prompt: l10n.t('Issuing agency (may be left empty)'),
      value: known[0] ?? '',
    });
    if (issuer === undefined) return;
    const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(new SnippetString(withIssuer(kind.body, issuer.trim())));
  });
}

/** The issuer in the place of the snippet's own: the first tab stop of the line that names it. */
function withIssuer(body: string, issuer: string): string {
  if (issuer === '') return body;
  const words = issuer.replace(/[$}\\]/g, '\\$&');
  return body.replace(/^(cơ quan ban hành:\s*)(\$\{(\d+):)[^}]*\}/mu, `$1\${$3:${words}}`);
}
