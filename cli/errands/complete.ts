import type { Command } from 'commander';
import { SHELLS } from './shells.ts';

/** The commands and options there are, as plain data. */
export interface Menu {
  readonly name: string;
  readonly about: string;
  readonly options: readonly {
    readonly flags: readonly string[];
    readonly about: string;
    readonly takesValue: boolean;
    readonly values: readonly string[];
  }[];
  readonly commands: readonly Menu[];
}

/** A word that may stand next, and what it is for. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** Names that only some words need: reading them takes longer than all else. */
export interface Names {
  rules(): Promise<readonly Candidate[]>;
  agencies(): Promise<readonly Candidate[]>;
}

/** Read from what parses the command line, so that it has every command and option there is. */
export function readMenu(command: Command, valuesOf: (flag: string) => readonly string[]): Menu {
  const shown = command.createHelp();
  return {
    name: command.name(),
    about: command.description(),
    options: shown.visibleOptions(command).map((option) => ({
      flags: [option.long, option.short].filter((flag) => flag !== undefined),
      about: option.description,
      takesValue: option.required || option.optional,
      values: option.argChoices ?? listedIn(option.flags) ?? valuesOf(option.long ?? ''),
    })),
    commands: shown.visibleCommands(command).map((each) => readMenu(each, valuesOf)),
  };
}

/** "--format <text|json>" */
function listedIn(flags: string): readonly string[] | undefined {
  return /<([\w-]+(?:\|[\w-]+)+)>/.exec(flags)?.[1]?.split('|');
}

/** What may stand in the place of the last word, which is begun; nothing where a file is meant. */
export async function complete(root: Menu, words: readonly string[], names: Names): Promise<readonly Candidate[]> {
  // bash cuts "--format=json" into three words.
  const all = words.map((word) => word.trim()).filter((word, i) => word !== '=' || i === words.length - 1);
  const last = all.pop() ?? '';
  const begun = last === '=' ? '' : last;
  const trail = [root];
  let waiting: Menu['options'][number] | undefined;
  for (const word of all) {
    const menu = trail.at(-1) ?? root;
    if (waiting) waiting = undefined;
    else if (word.startsWith('-'))
      waiting = optionsOf(trail).find((each) => each.takesValue && each.flags.includes(word));
    else trail.push(...menu.commands.filter(({ name }) => name === word));
  }
  const path = trail.map(({ name }) => name).join(' ');
  const joined = /^(--[\w-]+)=(.*)$/.exec(begun);
  const flag = waiting ?? (joined && optionsOf(trail).find(({ flags }) => flags.includes(joined[1] ?? '')));
  if (flag) {
    const [before, typed] = waiting || !joined ? ['', begun] : [`${joined[1]}=`, joined[2] ?? ''];
    const values = flag.flags.includes('--rule')
      ? await names.rules()
      : flag.values.map((word) => ({ word, about: '' }));
    return starting(values, typed).map(({ word, about }) => ({ word: before + word, about }));
  }
  if (begun.startsWith('-')) {
    const options = optionsOf(trail).flatMap(({ flags: [word = ''], about }) => ({ word, about }));
    return starting(options, begun);
  }
  const menu = trail.at(-1) ?? root;
  if (menu.commands.length > 0)
    return starting(
      menu.commands.map(({ name: word, about }) => ({ word, about })),
      begun,
    );
  if (path.endsWith(' explain'))
    return starting(
      (await names.rules()).filter(({ word }) => word.includes('/')),
      begun,
    );
  if (path.endsWith(' registry find')) return starting(await names.agencies(), begun);
  if (path.endsWith(' completion'))
    return starting(
      SHELLS.map((word) => ({ word, about: '' })),
      begun,
    );
  return [];
}

/** One a line, the word and what it is for with a tab between: all four shells can read that. */
export function formatCandidates(candidates: readonly Candidate[]): string {
  return candidates.map(({ word, about }) => `${word}\t${about.replace(/\s+/g, ' ')}\n`).join('');
}

function optionsOf(trail: readonly Menu[]): Menu['options'] {
  const own = trail.at(-1)?.options ?? [];
  const common = trail.length > 1 ? (trail[0]?.options ?? []) : [];
  return [...own, ...common.filter(({ flags }) => !own.some((each) => each.flags[0] === flags[0]))];
}

function starting(candidates: readonly Candidate[], begun: string): readonly Candidate[] {
  return candidates.filter(({ word }) => word.startsWith(begun));
}
