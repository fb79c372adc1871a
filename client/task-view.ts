import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type Arrangement,
  type Branch,
  TABLE,
  type TableFormat,
  TREE,
  type TreeParams,
  type TreeResult,
} from '../protocol/messages.ts';

const ARRANGEMENTS: Record<Arrangement, () => string> = {
  section: () => l10n.t('By section'),
  owner: () => l10n.t('By owner'),
  phase: () => l10n.t('By phase'),
  deadline: () => l10n.t('By deadline'),
  finding: () => l10n.t('By finding'),
};

const ICONS: Record<string, ThemeIcon> = {
  late: new ThemeIcon('warning', new ThemeColor('list.errorForeground')),
  ongoing: new ThemeIcon('sync'),
  undated: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  dated: new ThemeIcon('circle-outline'),
  section: new ThemeIcon('list-tree'),
  owner: new ThemeIcon('organization'),
  phase: new ThemeIcon('milestone'),
  time: new ThemeIcon('calendar'),
  finding: new ThemeIcon('lightbulb'),
  ended: new ThemeIcon('circle-slash', new ThemeColor('list.errorForeground')),
};

/** What the views show of the directive that was last looked at. */
export interface Shown {
  readonly uri: () => string | undefined;
  readonly refresh: (uri: string, directive: boolean) => void;
  readonly parts: readonly Disposable[];
}

/** The views of tasks and of agencies, their commands, and their ties with the cursor. */
export function showTasks(client: BaseLanguageClient): Shown {
  let uri: string | undefined;
  const directives = new Set<string>();
  let by: Arrangement = 'section';
  let filter = '';
  let onlyMine = false;
  const tasks = makeTree('chidao.tasks', () => ({
    by,
    filter,
    mine: onlyMine ? workspace.getConfiguration('chidao').get<string[]>('myAgencies', []) : [],
  }));
  const agencies = makeTree('chidao.agencies', () => ({ by: 'agency' }));
  describe();

  const parts: Disposable[] = [
    tasks.view,
    agencies.view,
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor && editor.document.languageId === 'markdown') show(editor.document.uri.toString());
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      const follows = workspace.getConfiguration('chidao').get('tasks.followCursor', true);
      if (!follows || !selection || textEditor.document.uri.toString() !== uri || !tasks.view.visible) return;
      void tasks.reveal(textEditor.document.offsetAt(selection.active));
    }),
    ...(Object.keys(ARRANGEMENTS) as Arrangement[]).map((each) =>
      commands.registerCommand(`chidao.tasks.by${each[0]?.toUpperCase()}${each.slice(1)}`, () => {
        by = each;
        changed();
      }),
    ),
    commands.registerCommand('chidao.tasks.filter', async () => {
      const prompt = l10n.t('Words a task must have (with or without diacritics); empty shows all');
      const value = await window.showInputBox({ prompt, value: filter });
      if (value === undefined) return;
      filter = value.trim();
      changed();
    }),
    commands.registerCommand('chidao.tasks.clearFilter', () => {
      filter = '';
      onlyMine = false;
      changed();
    }),
    commands.registerCommand('chidao.tasks.onlyMine', async () => {
      const names = workspace.getConfiguration('chidao').get<string[]>('myAgencies', []);
      if (names.length === 0) {
        const open = l10n.t('Open settings');
        const message = l10n.t('Name your agency in the setting "My agencies" first.');
        if ((await window.showInformationMessage(message, open)) === open)
          await commands.executeCommand('workbench.action.openSettings', 'chidao.myAgencies');
        return;
      }
      onlyMine = !onlyMine;
      changed();
    }),
    commands.registerCommand('chidao.tasks.copy', async () => {
      const text = await table('tabs');
      if (text === undefined) return;
      await env.clipboard.writeText(text);
      window.setStatusBarMessage(l10n.t('The task table is on the clipboard.'), 5000);
    }),
    commands.registerCommand('chidao.tasks.export', exportTable),
    commands.registerCommand('chidao.showTasks', () => commands.executeCommand('chidao.tasks.focus')),
    commands.registerCommand('chidao.revealTask', revealTask),
    commands.registerCommand('chidao.goTo', goTo),
  ];
  const active = window.activeTextEditor?.document;
  if (active?.languageId === 'markdown') show(active.uri.toString());

  return {
    uri: () => uri,
    refresh(read, directive) {
      if (directive) directives.add(read);
      else directives.delete(read);
      if (read !== uri && read !== window.activeTextEditor?.document.uri.toString()) return;
      uri = directive ? read : undefined;
      tell();
    },
    parts,
  };

  function show(next: string): void {
    if (next === uri) return;
    uri = directives.has(next) ? next : undefined;
    tell();
  }

  /** Shows what is known of the directive now. Commands and menus are there where there is one. */
  function tell(): void {
    void commands.executeCommand('setContext', 'chidao.directive', uri !== undefined);
    tasks.refresh();
    agencies.refresh();
  }

  /** Goes from the text to its task in the tree. */
  async function revealTask(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor || editor.document.uri.toString() !== uri) return;
    await commands.executeCommand('chidao.tasks.focus');
    const found = await tasks.reveal(editor.document.offsetAt(editor.selection.active), true);
    if (!found) void window.showInformationMessage(l10n.t('The cursor stands in no task.'));
  }

  function changed(): void {
    describe();
    tasks.refresh();
  }

  function describe(): void {
    const shown = [ARRANGEMENTS[by](), filter && `"${filter}"`, onlyMine && l10n.t('mine')].filter(Boolean);
    tasks.view.description = shown.join(' · ');
    void commands.executeCommand('setContext', 'chidao.tasks.filtered', filter !== '' || onlyMine);
  }

  async function table(format: TableFormat): Promise<string | undefined> {
    const text = uri && (await client.sendRequest<string | null>(TABLE, { uri, format }));
    if (!text) void window.showInformationMessage(l10n.t('Open a directive with tasks first.'));
    return text || undefined;
  }

  async function exportTable(): Promise<void> {
    if (!uri) return void window.showInformationMessage(l10n.t('Open a directive with tasks first.'));
    const source = Uri.parse(uri);
    const base = source.path.replace(/\.[^./]*$/, '');
    const target = await window.showSaveDialog({
      defaultUri: source.scheme === 'untitled' ? undefined : source.with({ path: `${base}.csv` }),
      filters: { [l10n.t('Spreadsheet (CSV)')]: ['csv'], [l10n.t('Markdown table')]: ['md'] },
    });
    const text = target && (await table(target.path.endsWith('.md') ? 'markdown' : 'csv'));
    if (target && text) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  }

  async function goTo(target: string, start: number, end: number): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(target));
    const range = new Range(document.positionAt(start), document.positionAt(end));
    await window.showTextDocument(document, { selection: new Range(range.start, range.start), preserveFocus: false });
    window.activeTextEditor?.revealRange(range);
  }

  function makeTree(id: string, params: () => Omit<TreeParams, 'uri'>) {
    const changes = new EventEmitter<undefined>();
    let roots: readonly Branch[] = [];
    let asked: Promise<TreeResult> = Promise.resolve(null);
    const parents = new Map<Branch, Branch>();
    const provider: TreeDataProvider<Branch> = {
      onDidChangeTreeData: changes.event,
      getTreeItem: (branch) => toItem(branch, uri ?? ''),
      getParent: (branch) => parents.get(branch),
      async getChildren(branch) {
        if (branch) return [...branch.children];
        asked = uri ? client.sendRequest<TreeResult>(TREE, { uri, ...params() }) : Promise.resolve(null);
        roots = (await asked) ?? [];
        parents.clear();
        adopt(roots);
        return [...roots];
      },
    };
    const view: TreeView<Branch> = window.createTreeView(id, { treeDataProvider: provider, showCollapseAll: true });
    return {
      view,
      refresh: () => changes.fire(undefined),
      /** The task at the cursor, in its group; false where there is none. */
      async reveal(offset: number, focus = false): Promise<boolean> {
        await asked;
        const found = findBranch(roots, offset);
        if (found) await view.reveal(found, { select: true, focus, expand: true }).then(undefined, () => {});
        return found !== undefined;
      },
    };

    function adopt(branches: readonly Branch[]): void {
      for (const branch of branches) {
        for (const child of branch.children) parents.set(child, branch);
        adopt(branch.children);
      }
    }
  }
}

function findBranch(branches: readonly Branch[], offset: number): Branch | undefined {
  for (const branch of branches) {
    const inside = findBranch(branch.children, offset);
    if (inside) return inside;
    if (branch.count === 0 && branch.start <= offset && offset <= branch.end) return branch;
  }
  return undefined;
}

function toItem(branch: Branch, uri: string): TreeItem {
  const { label, description, tooltip, kind, id, start, end } = branch;
  const open = branch.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
  const item = new TreeItem(label, open);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: tooltip };
  item.contextValue = kind;
  const icon = ICONS[kind];
  if (icon) item.iconPath = icon;
  item.command = { command: 'chidao.goTo', title: label, arguments: [uri, start, end] };
  return item;
}
