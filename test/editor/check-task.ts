import { DiagnosticSeverity, languages, type Task, type TaskProcessEndEvent, tasks } from 'vscode';
import { place, same, until, write } from './editor.ts';

const TASK = {
  label: 'Kiểm tra',
  type: 'chidao',
  paths: ['khong-mo.md'],
  options: ['--rule', 'deadline/impossible'],
  problemMatcher: ['$chidao-error'],
};

describe('the task that checks a folder', () => {
  it('is there for every folder, and finds faults in a document that is not open', async function () {
    // A browser runs no programs.
    if (typeof process === 'undefined' || !process.execPath) return this.skip();
    same((await tasks.fetchTasks({ type: 'chidao' })).length, 1);
    const text = '1. Bộ Tài chính rà soát các quy định, hoàn thành trước ngày 31/6/2026.';
    await write('khong-mo.md', `---\nloại: Kế hoạch\n---\n\n${text}\n`);
    await write('.vscode/tasks.json', JSON.stringify({ version: '2.0.0', tasks: [TASK] }));
    const task = await until(
      async () => (await tasks.fetchTasks({ type: 'chidao' })).find(({ name }) => name === TASK.label),
      (found) => found !== undefined,
    );
    // A terminal that is slow to open may miss the first lines of a program that is not.
    const found = await until(
      async () => {
        same(await run(task), 1);
        // What the server finds in the file has the page of its rule beside the code.
        return languages.getDiagnostics(place('khong-mo.md')).filter(({ code }) => typeof code === 'string');
      },
      (seen) => seen.length > 0,
    );
    same(
      found.map(({ code, severity, range }) => [code, severity, range.start.line]),
      [['deadline/impossible', DiagnosticSeverity.Error, 4]],
    );
  });
});

async function run(task: Task | undefined): Promise<number | undefined> {
  if (!task) throw new Error('There is no task.');
  const ended = new Promise<TaskProcessEndEvent>((done) => {
    const listening = tasks.onDidEndTaskProcess((event) => {
      listening.dispose();
      done(event);
    });
  });
  await tasks.executeTask(task);
  return (await ended).exitCode;
}
