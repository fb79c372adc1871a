import type { Command } from 'commander';
import { type Day, isDay, toDay } from '../../core/language/calendar.ts';
import { findNearest } from '../../core/nearest.ts';
import type { Saying } from '../../core/rule.ts';
import { help } from '../help.ts';
import { faults } from '../messages.ts';
import { type Menu, readMenu } from './complete.ts';
import { errandFaults, errandHelp } from './messages.ts';
import { isShell, SHELLS, type Shell } from './shells.ts';

type Form = 'text' | 'json';

/** What surrounds the reading of documents: setting a folder up, asking what is known, explaining what happens. */
export type Errand =
  | { readonly name: 'init'; readonly folder: string; readonly file: 'settings' | 'agencies' }
  | {
      readonly name: 'find';
      readonly words: string;
      /** Today where none is given. */
      readonly at: Day | undefined;
      readonly form: Form;
      readonly config: boolean;
    }
  /** Without a file, those in effect in the current folder. */
  | { readonly name: 'check agencies'; readonly file: string | undefined; readonly form: Form }
  | { readonly name: 'doctor'; readonly paths: readonly string[]; readonly form: Form; readonly config: boolean }
  | { readonly name: 'completion'; readonly shell: Shell }
  | { readonly name: 'complete'; readonly words: readonly string[]; readonly menu: Menu };

/** Adds the commands; `add` makes one with what all commands have, `done` is told what was asked for. */
export function addErrands(
  program: Command,
  say: (saying: Saying) => string,
  add: (parent: Command, name: string, usage: string, description: Saying) => Command,
  done: (asked: Errand | Saying) => void,
  valuesOf: (flag: string) => readonly string[],
): void {
  const group = (command: Command, heading: Saying) => command.helpGroup(say(heading));
  const format = [`--format <text|json>`, say(help.format)] as const;

  const name = say(errandHelp.name);
  const file = say(errandHelp.file);
  const registry = group(
    add(program, 'registry', `find <${name}> | check [${file}]`, errandHelp.registry),
    errandHelp.lookingUp,
  );
  registry.helpCommand(false).on('command:*', ([word = '']: string[]) => {
    done(faults.unknownCommand(`registry ${word}`, nearestIn(registry, word)));
  });
  add(registry, 'find', `<${name}>`, errandHelp.find)
    .argument(`[${name}...]`, say(errandHelp.names))
    .option(`--at <${say(errandHelp.day)}>`, say(errandHelp.at))
    .option(...format)
    .option('--no-config', say(help.noConfig))
    .action((words: string[], given: Given) => {
      const at = given.at === undefined ? undefined : readDay(given.at);
      if (words.join('').trim() === '') done(errandFaults.noName());
      else if (given.at !== undefined && at === undefined) done(errandFaults.noDay(given.at));
      else done(formed(given, (form) => ({ name: 'find', words: words.join(' '), at, form, config: given.config })));
    });
  add(registry, 'check', `[${file}]`, errandHelp.checkAgencies)
    .argument(`[${file}]`, say(errandHelp.agenciesFile))
    .option(...format)
    .action((path: string | undefined, given: Given) => {
      done(formed(given, (form) => ({ name: 'check agencies', file: path, form })));
    });

  const folder = say(errandHelp.folder);
  group(add(program, 'init', `[${folder}]`, errandHelp.init), errandHelp.settingUp)
    .argument(`[${folder}]`, say(errandHelp.initFolder))
    .option('--agencies', say(errandHelp.initAgencies))
    .action((path: string | undefined, { agencies }: Given) => {
      done({ name: 'init', folder: path ?? '.', file: agencies ? 'agencies' : 'settings' });
    });
  const path = say(help.path);
  group(add(program, 'doctor', `[${path}...]`, errandHelp.doctor), errandHelp.settingUp)
    .argument(`[${path}...]`, say(errandHelp.doctorPaths))
    .option(...format)
    .option('--no-config', say(help.noConfig))
    .action((paths: string[], given: Given) => {
      done(formed(given, (form) => ({ name: 'doctor', paths, form, config: given.config })));
    });
  group(add(program, 'completion', '<shell>', errandHelp.completion), errandHelp.settingUp)
    .argument('[shell]', say(errandHelp.shell))
    .action((shell: string | undefined) => {
      if (isShell(shell)) done({ name: 'completion', shell });
      else done(errandFaults.noShell(shell, findNearest(shell ?? '', SHELLS)));
    });
  // What the scripts of `completion` ask at each press of the key.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => {
      done({ name: 'complete', words, menu: readMenu(program, valuesOf) });
    });
}

interface Given {
  readonly format?: string;
  readonly at?: string;
  readonly config: boolean;
  readonly agencies?: boolean;
}

const FORMS: readonly Form[] = ['text', 'json'];

function formed({ format = 'text' }: Given, make: (form: Form) => Errand): Errand | Saying {
  const form = FORMS.find((each) => each === format);
  return form ? make(form) : faults.wrongValue('--format', format, FORMS, findNearest(format, FORMS));
}

export function nearestIn(command: Command, word: string): string | undefined {
  const names = command.commands.map((each) => each.name());
  return findNearest(
    word,
    names.filter((each) => each !== 'complete'),
  );
}

/** The command that the words name, one within another where they do. */
export function commandIn(words: readonly string[], program: Command): Command | undefined {
  let found: Command | undefined;
  for (const word of words) {
    const next: Command | undefined = (found ?? program).commands.find((command) => command.name() === word);
    if (next) found = next;
  }
  return found;
}

/** "registry find" */
export function pathOf(command: Command): string {
  const above = command.parent?.parent ? `${pathOf(command.parent)} ` : '';
  return above + command.name();
}

/** 2026-03-05, or as documents write it: 5/3/2026. */
function readDay(word: string): Day | undefined {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(word);
  const [day, month, year] = iso
    ? iso.slice(1).reverse()
    : (/^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(word) ?? []).slice(1);
  const parts = [Number(year), Number(month), Number(day)] as const;
  return isDay(...parts) ? toDay(...parts) : undefined;
}
