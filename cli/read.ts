import { check } from '../core/check.ts';
import type { Finding, Rule, Saying, Severity } from '../core/rule.ts';
import { bundledRegistry } from '../registry/bundled.ts';
import { registriesIn } from './agencies.ts';
import type { FailOn, Request } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { formatFindingsJson } from './formats/json.ts';
import { formatOutlines, formatOutlinesJson } from './formats/outline.ts';
import { formatTasks, formatTasksJson } from './formats/tasks.ts';
import { type Checked, formatFindings } from './formats/text.ts';
import { faults, texts } from './messages.ts';
import type { Page } from './terminal.ts';
import type { World } from './world.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Runs check, outline or tasks; gives the exit code. */
export async function read(
  world: World,
  rules: readonly Rule[],
  request: Extract<Request, { command: 'check' | 'outline' | 'tasks' }>,
  page: Page,
): Promise<number> {
  const { command, paths, format, failOn, config } = request;
  const asText = format === 'text';
  const inputPath = request.inputPath || (asText ? texts.input[page.locale] : '-');
  const failed: Saying[] = [];
  const registryFor = config ? registriesIn(world, (fault) => failed.push(fault)) : async () => bundledRegistry;
  const found = await readDocuments(world, registryFor, paths, inputPath);
  failed.push(...found.faults);
  let code = 0;

  if (command === 'outline') {
    world.write(asText ? formatOutlines(found.documents, page) : formatOutlinesJson(found.documents));
  } else if (command === 'tasks') {
    world.write(asText ? formatTasks(found.documents, page) : formatTasksJson(found.documents));
  } else {
    const checked: Checked[] = [];
    for (const { path, draft } of found.documents) {
      try {
        checked.push({ path, draft, findings: check(draft, { registry: draft.registry, today: world.today }, rules) });
      } catch (error) {
        failed.push(faults.unexpected(error, path));
      }
    }
    world.write(asText ? formatFindings(checked, page) : formatFindingsJson(checked, page.locale));
    if (checked.some(({ findings }) => findings.some((finding) => counts(finding, failOn)))) code = 1;
  }
  if (asText && found.passedOver > 0 && found.documents.length > 0) {
    world.warn(`${texts.passedOver(found.passedOver)[page.locale]}\n`);
  }
  for (const fault of failed) {
    world.warn(`${fault[page.locale]}\n`);
    code = 2;
  }
  return code;
}

function counts({ severity }: Finding, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
