import { DiagnosticSeverity, languages, type Task, type TaskProcessEndEvent, tasks } from 'vscode';
import { place, same, until, write } from './editor.ts';

describe('the task that checks a folder', () => {
  it('finds faults in a document that is not open', async function () {
    // A browser runs no programs.
    if (typeof process === 'undefined' || !process.execPath) return this.skip();
    await write(
      'khong-mo.md',
      '---\nloại: Kế hoạch\n---\n\n1. Bộ Tài chính rà soát các quy định, hoàn thành trước ngày 31/6/2026.\n',
    );
    const [task, ...others] = await tasks.fetchTasks({ type: 'chidao' });
    same(others.length, 0);
    same(await run(task), 1);
    const seen = await until(
      () => languages.getDiagnostics(place('khong-mo.md')),
      (found) => found.some(({ code }) => code === 'deadline/impossible'),
    );
    const finding = seen.find(({ code }) => code === 'deadline/impossible');
    same([finding?.severity, finding?.range.start.line], [DiagnosticSeverity.Error, 4]);
    same(finding?.message.includes('31/6/2026'), true);
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
