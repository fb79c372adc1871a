import {
  type Disposable,
  type ExtensionContext,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

const TYPE = 'chidao';

/**
 * The task that checks all directives of a folder, those that are not open among them. It runs the command line that lies
 * within the extension, in the Node.js of the editor: nothing has to be installed.
 */
export function provideCheckTasks(context: ExtensionContext): Disposable {
  const program = context.asAbsolutePath('dist/chidao.mjs');
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => make({ type: TYPE }, folder)),
    resolveTask: ({ definition, scope }) => (scope === undefined ? undefined : make(definition, scope)),
  });

  function make(definition: TaskDefinition, scope: WorkspaceFolder | TaskScope): Task {
    const [paths = ['.'], options = []]: (readonly string[] | undefined)[] = [definition.paths, definition.options];
    const locale = workspace.getConfiguration('chidao').get<string>('locale') ?? 'vi';
    const words = ['check', '--no-wrap', '--locale', locale, ...options, ...paths];
    const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
    const execution = new ProcessExecution(process.execPath, [program, ...words], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
      ...(folder && { cwd: folder.uri.fsPath }),
    });
    const matchers = ['$chidao-error', '$chidao-warning', '$chidao-info'];
    const task = new Task(definition, scope, l10n.t('Check all directives'), 'Chỉ Đạo', execution, matchers);
    task.group = TaskGroup.Test;
    return task;
  }
}
