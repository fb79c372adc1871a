import type { Rule, Saying } from '../core/rule.ts';
import { nearestRule, rulesNamed } from '../core/rule-names.ts';
import type { Reading } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { counts } from './fail-on.ts';
import { formatOutlines, formatOutlinesJson } from './formats/outline.ts';
import { formatTasks, formatTasksJson } from './formats/tasks.ts';
import { faults, texts } from './messages.ts';
import { reviewDocuments } from './review.ts';
import type { Page } from './terminal.ts';
import { readAround } from './workspaces.ts';
import type { World } from './world.ts';
import { writeResults } from './write.ts';

/** Runs check, outline or tasks; gives the exit code. */
export async function read(world: World, rules: readonly Rule[], request: Reading, page: Page): Promise<number> {
  const { command, paths, outputs, failOn, config, only } = request;
  const asText = outputs.some(({ format, file }) => format === 'text' && file === undefined);
  const forPeople = outputs.every(({ format }) => ['text', 'markdown', 'html'].includes(format));
  const inputPath = request.inputPath || (forPeople ? texts.input[page.locale] : '-');
  const unknown = only.find((word) => rulesNamed(word, rules).length === 0);
  if (unknown !== undefined) return fail([faults.unknownRule(unknown, nearestRule(unknown, rules))]);
  const chosen = only.length === 0 ? rules : rules.filter((rule) => only.some((word) => rulesNamed(word, [rule])[0]));
  const around = readAround(world, rules, config);
  const found = await readDocuments(world, around, paths, inputPath, request.skipOthers);
  const failed: Saying[] = [...around.faults(), ...found.faults];
  let code = 0;

  if (command === 'outline') {
    world.write(asText ? formatOutlines(found.documents, page) : formatOutlinesJson(found.documents));
  } else if (command === 'tasks') {
    world.write(asText ? formatTasks(found.documents, page) : formatTasksJson(found.documents));
  } else {
    const checked = await reviewDocuments(world, around, found.documents, chosen, request, page);
    if ('vi' in checked) return fail([checked]);
    failed.push(...checked.faults);
    const results = { ...checked, faults: [...failed], rules: chosen, failOn, today: world.today };
    failed.push(...(await writeResults(world, outputs, results, page)));
    if (checked.reports.some(({ findings }) => findings.some(({ severity }) => counts(severity, failOn)))) code = 1;
  }
  if (asText && found.passedOver > 0 && found.documents.length > 0) {
    world.warn(`${texts.passedOver(found.passedOver)[page.locale]}\n`);
  }
  return failed.length > 0 ? fail(failed) : code;

  function fail(sayings: readonly Saying[]): number {
    for (const saying of sayings) world.warn(`${saying[page.locale]}\n`);
    return 2;
  }
}
