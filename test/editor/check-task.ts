import { DiagnosticSeverity, languages, type Task, type TaskProcessEndEvent, tasks } from 'vscode';
import { MISSPELT, place, same, until, write } from './editor.ts';

describe('the task that checks a folder', () => {
  it('finds faults in a document that is not open', async function () {
    // A browser runs no programs.
    if (typeof process === 'undefined' || !process.execPath) return this.skip();
    await write(
      'khong-mo.md',
      `---\nloại: Kế hoạch\n---\n\n1. ${MISSPELT} rà soát các quy định, xong trước ngày 30/6/2026.\n`,
    );
    const [task, ...others] = await tasks.fetchTasks({ type: 'chidao' });
    same(others.length, 0);
    same(await run(task), 1);
    const seen = await until(
      () => languages.getDiagnostics(place('khong-mo.md')),
      (found) => found.some(({ code }) => code === 'owner/misspelt'),
    );
    const finding = seen.find(({ code }) => code === 'owner/misspelt');
    same(finding?.message, `"${MISSPELT}" viết sai tên; có lẽ là "Bộ Khoa học và Công nghệ".`);
    same([finding?.severity, finding?.range.start.line], [DiagnosticSeverity.Error, 4]);
    const deadline = seen.filter(({ severity }) => severity !== DiagnosticSeverity.Error);
    same(deadline.length > 0, true);
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
