import type { Rule, Saying } from '../core/rule.ts';
import type { Reading } from './arguments.ts';
import { texts } from './messages.ts';
import type { Page } from './terminal.ts';
import type { World } from './world.ts';

/** What is left to say when a command has written its result. */
export interface Told {
  readonly faults: readonly Saying[];
  /** Files of folders that are no directives. */
  readonly passedOver: number;
  /** Something found reaches the severity asked for. */
  readonly fails: boolean;
}

/** Runs check, outline or tasks; gives the exit code. */
export async function read(
  world: World,
  given: readonly Rule[] | undefined,
  request: Reading,
  page: Page,
): Promise<number> {
  const { command, outputs } = request;
  const asText = outputs.some(({ format, file }) => format === 'text' && file === undefined);
  const forPeople = outputs.every(({ format }) => ['text', 'markdown', 'html'].includes(format));
  const inputPath = request.inputPath || (forPeople ? texts.input[page.locale] : '-');
  const told = await run();
  if (asText && told.passedOver > 0) world.warn(`${texts.passedOver(told.passedOver)[page.locale]}\n`);
  for (const saying of told.faults) world.warn(`${saying[page.locale]}\n`);
  return told.faults.length > 0 ? 2 : told.fails ? 1 : 0;

  async function run(): Promise<Told> {
    if (command === 'check') {
      const { runCheck } = await import('./run-check.ts');
      return runCheck(world, given, request, inputPath, page);
    }
    const { showDrafts } = await import('./drafts.ts');
    const rules = given ?? (await import('../core/rules/index.ts')).rules;
    return showDrafts(world, rules, request, inputPath, page);
  }
}
