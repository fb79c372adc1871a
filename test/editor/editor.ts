import {
  commands,
  type Diagnostic,
  type DocumentSymbol,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** A fault that ke-hoach.md has. */
export const MISSPELT = 'Bộ Khoa học và Công ngệ';

/** What a busy machine may need, in milliseconds. */
const LONG = 30_000;

/** Waits so long; says what it saw last if that was never right. */
export async function until<T>(
  see: () => T | PromiseLike<T>,
  right: (seen: T) => boolean,
  milliseconds = LONG,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await see();
    if (right(seen)) return seen;
    if (Date.now() > end) throw new Error(`Not what was waited for: ${JSON.stringify(seen)} (${right})`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export function same(actual: unknown, expected: unknown): void {
  const [is, must] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== must) throw new Error(`${is}\nshould be\n${must}`);
}

/** A file of the workspace that is open in this window. */
export function place(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, name);
}

export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri));
}

export function write(name: string, text: string): Thenable<void> {
  return workspace.fs.writeFile(place(name), new TextEncoder().encode(text));
}

/** A directive with the given paragraphs, as a file of its own. */
export async function openDraft(name: string, ...paragraphs: readonly string[]): Promise<TextEditor> {
  await write(name, [HEAD, '# KẾ HOẠCH', '## I. NHIỆM VỤ', ...paragraphs].join('\n\n'));
  return open(place(name));
}

const HEAD = `---
loại: Kế hoạch
cơ quan ban hành: Ủy ban nhân dân tỉnh Nghệ An
ngày ban hành: 05/3/2026
---`;

/** The findings shown now. */
export function findings(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'chidao');
}

/** The id; the page of the rule goes with it. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a finding of the rule is shown at these words; there may be others. */
export async function shows(document: TextDocument, rule: string, words: string): Promise<void> {
  await until(
    () => shown(document),
    (seen) => seen.includes(`${rule}: ${words}`),
  );
}

/** Waits until the rule finds nothing more. */
export async function clears(document: TextDocument, rule: string, milliseconds = LONG): Promise<void> {
  await until(
    () => shown(document),
    (seen) => !seen.some((each) => each.startsWith(rule)),
    milliseconds,
  );
}

function shown(document: TextDocument): string[] {
  return findings(document.uri).map((finding) => `${ruleOf(finding)}: ${document.getText(finding.range)}`);
}

export function rangeOf(document: TextDocument, words: string): Range {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`${words} is not in ${document.getText()}`);
  return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** All that the Outline view shows of a document. */
export async function outline({ uri }: TextDocument): Promise<DocumentSymbol[]> {
  const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
  const flat = (some: readonly DocumentSymbol[]): DocumentSymbol[] =>
    some.flatMap((one) => [one, ...flat(one.children)]);
  return flat(symbols ?? []);
}

/** Types in place of words. */
export async function replace(editor: TextEditor, words: string, by: string): Promise<void> {
  const done = await editor.edit((edit) => edit.replace(rangeOf(editor.document, words), by));
  if (!done) throw new Error(`The editor did not take the edit of ${words}.`);
}

/** The answer of a command; VS Code cancels it where something else changes meanwhile, as findings do. */
export async function ask<T>(command: string, ...params: unknown[]): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await commands.executeCommand<T>(command, ...params);
    } catch (error) {
      if (left === 0 || !/Canceled/.test(String(error))) throw error;
    }
  }
}
