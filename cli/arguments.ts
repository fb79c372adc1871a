import { Command, CommanderError, Option } from 'commander';
import { findNearest } from '../core/nearest.ts';
import type { Locale, Saying } from '../core/rule.ts';
import { version } from '../package.json';
import type { BaselineFile } from './baseline.ts';
import type { DiffRequest } from './diff/diff.ts';
import { diffFaults } from './diff/messages.ts';
import { addErrands, commandIn, type Errand, nearestIn, pathOf } from './errands/arguments.ts';
import { errandHelp } from './errands/messages.ts';
import { headings, help } from './help.ts';
import { faults } from './messages.ts';
import {
  type FailOn,
  FORMATS,
  findWrong,
  type Output,
  PLAIN,
  readOutputs,
  VALUES,
  type Written,
} from './option-values.ts';
import { reviewFaults } from './review-messages.ts';
import { readWidth } from './terminal.ts';
import type { World } from './world.ts';

/** Documents to read, and what to do with them. */
export interface Reading {
  readonly command: 'check' | 'outline' | 'tasks';
  readonly paths: readonly string[];
  /** The name of standard input, where one was given. */
  readonly inputPath: string | undefined;
  /** At least one, of which at most one goes to standard output; of outline and tasks one, text or json. */
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
  /** False after --no-config: no file of the workspace has a say. */
  readonly config: boolean;
  /** False after --no-workspace: no document sees another. */
  readonly workspace: boolean;
  /** A file that is named is read only if it would be in its folder, as files are that a hook names. */
  readonly skipOthers: boolean;
  /** Make the certain fixes, or show them as a diff. */
  readonly fix: 'no' | 'write' | 'diff';
  /** The drafts are about to be issued, whatever the settings say. */
  readonly ready: boolean;
  /** False after --no-cache: nothing stored is used, nothing is stored. */
  readonly cache: boolean;
  readonly cacheFolder?: string;
  /** Only this part of the documents is checked, from 1. */
  readonly shard?: Shard;
  /** Threads to use; undefined for as many as it is worth. */
  readonly jobs?: number;
  /** The only rules or categories to check; none for all. */
  readonly only: readonly string[];
  /** The file of old faults. */
  readonly baseline?: BaselineFile;
  /** Tell only what the change since it parted from `ref` brought; without `ref` from the main branch. */
  readonly changed?: { readonly ref: string | undefined };
}

/** One of the parts that documents are split into. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Files that shards wrote, to be told as one. */
export interface Merging {
  readonly command: 'merge';
  readonly files: readonly string[];
  readonly outputs: readonly Output[];
  readonly failOn: FailOn;
}

/** What is asked for. `answered`: help or version, already printed. */
export type Request =
  | Reading
  | DiffRequest
  | Merging
  | { readonly command: 'explain'; readonly rule: string | undefined }
  | { readonly command: 'lsp' }
  | { readonly command: 'errand'; readonly errand: Errand }
  | { readonly command: 'answered'; readonly code: number }
  | { readonly command: 'wrong'; readonly fault: Saying };

export interface Arguments {
  readonly request: Request;
  readonly locale: Locale;
  /** False after --no-color. */
  readonly colour: boolean;
  /** False after --no-wrap: each finding keeps a line of its own, also on a terminal. */
  readonly wrap: boolean;
}

const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

/** Reads the command line. Help and version are printed here; a wrong word becomes a fault, never an exception. */
export function readArguments(world: World): Arguments {
  const locale = readLocale(world.argv);
  const say = (saying: Saying) => saying[locale];
  let request: Request = { command: 'wrong', fault: faults.wrongUsage() };

  const program = new Command('chidao')
    .exitOverride()
    .configureOutput({
      writeOut: world.write,
      writeErr: world.warn,
      outputError: () => {},
      getOutHelpWidth: () => readWidth(world),
      getErrHelpWidth: () => readWidth(world),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (headings[title] ? say(headings[title]) : title),
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage().replace(` ${say(help.options)}`, '')}`,
    })
    .usage(`${say(help.command)} ${say(help.options)}`)
    .description(say(help.program))
    .addHelpText('after', say(help.after))
    .helpOption('-h, --help', say(help.help))
    .helpCommand(false)
    .commandsGroup(say(errandHelp.documents))
    .version(version, '-V, --version', say(help.version))
    .option('--locale <vi|en>', say(help.locale))
    .option('--no-color', say(help.noColour))
    .option('--no-wrap', say(errandHelp.noWrap));

  for (const command of ['check', 'outline', 'tasks'] as const) {
    const sub = addCommand(command, `[${say(help.path)}...]`, help[command]).argument(
      `[${say(help.path)}...]`,
      say(help.paths),
    );
    const written: Written[] = [];
    const takeFormat = (format: string) => void written.push({ format });
    if (command !== 'check') sub.option('--format <text|json>', say(help.format), takeFormat);
    else {
      sub
        .option(`--format <${say(help.form)}>`, say(help.formats), takeFormat)
        .option(`--output <${say(help.file)}>`, say(help.output), (file) => void written.push({ file }))
        .option(`--fail-on <${say(help.level)}>`, say(help.failOn))
        .option('--fix', say(help.fix))
        .option('--fix-dry-run', say(help.fixDryRun))
        .option('--ready', say(help.ready))
        .option(`--baseline <${say(help.file)}>`, say(help.baseline))
        .option('--update-baseline', say(help.updateBaseline))
        .option(`--changed [${say(help.revision)}]`, say(help.changed))
        .option('--skip-others', say(errandHelp.skipOthers))
        .option(`--shard <${say(help.part)}>`, say(help.shard))
        .option(`--jobs <${say(help.count)}>`, say(help.jobs))
        .option(`--cache-folder <${say(help.folder)}>`, say(help.cacheFolder))
        .option(`--rule <${say(help.rule)}>`, say(help.only), (rule, before: string[] = []) => [...before, rule]);
    }
    sub
      .option(`--stdin-path <${say(help.path)}>`, say(help.inputPath))
      .option('--no-workspace', say(help.noWorkspace))
      .option('--no-cache', say(help.noCache))
      .option('--no-config', say(help.noConfig))
      .action((paths: string[], given: Given) => {
        request = readPaths(world, command, paths, written, given);
      });
  }
  addCommand(
    'diff',
    `<${say(help.revisionOrFile)}> [${say(help.revisionOrFile)}] [--] [${say(help.path)}...]`,
    help.diff,
  )
    .argument(`<${say(help.revisionOrFile)}...>`, say(help.versions))
    .option('--format <text|json|markdown>', say(help.diffFormat))
    .option('--exit-code', say(help.exitCode))
    .option('--no-config', say(help.noConfig))
    .action((words: string[], { format = 'text', exitCode = false, config }: GivenDiff) => {
      const fault = findWrong('--format', format, DIFF_FORMATS);
      const asked = DIFF_FORMATS.find((each) => each === format) ?? 'text';
      request = fault ? { command: 'wrong', fault } : { command: 'diff', words, format: asked, exitCode, config };
    });
  const merged: Written[] = [];
  addCommand('merge', `${say(help.file)}...`, help.merge)
    .argument(`<${say(help.file)}...>`, say(help.merged))
    .option(`--format <${say(help.form)}>`, say(help.formats), (format) => void merged.push({ format }))
    .option(`--output <${say(help.file)}>`, say(help.output), (file) => void merged.push({ file }))
    .option(`--fail-on <${say(help.level)}>`, say(help.failOn))
    .action((files: string[], { failOn = 'error' }: { failOn?: string }) => {
      const outputs = readOutputs(world, merged, FORMATS);
      const fault = Array.isArray(outputs) ? findWrong('--fail-on', failOn) : outputs;
      request = fault
        ? { command: 'wrong', fault }
        : { command: 'merge', files, outputs: outputs as Output[], failOn: failOn as FailOn };
    });
  addCommand('explain', `[${say(help.rule)}]`, help.explain)
    .helpGroup(say(errandHelp.lookingUp))
    .argument(`[${say(help.rule)}]`, say(help.ruleId))
    .action((rule: string | undefined) => {
      request = { command: 'explain', rule };
    });
  addErrands(
    program,
    say,
    addTo,
    (asked) => {
      request = 'vi' in asked ? { command: 'wrong', fault: asked } : { command: 'errand', errand: asked };
    },
    (flag) => VALUES[flag] ?? [],
  );
  addCommand('lsp', '--stdio', help.lsp)
    .helpGroup(say(errandHelp.settingUp))
    .option('--stdio', say(help.stdio))
    // vscode-languageclient adds it to every server it starts.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action((given: { stdio?: boolean }) => {
      request = given.stdio ? { command: 'lsp' } : { command: 'wrong', fault: faults.onlyStdio() };
    });
  program.on('command:*', ([name = '']: string[]) => {
    request = { command: 'wrong', fault: unknownCommand(name) };
  });

  const argv = world.argv[0] === 'help' ? [...world.argv.slice(1), '--help'] : world.argv;
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    request = readRefusal(error);
  }
  const { locale: wanted, color, wrap } = program.opts<{ locale?: string; color: boolean; wrap: boolean }>();
  const wrongLocale = wanted === undefined ? undefined : findWrong('--locale', wanted);
  if (wrongLocale) request = { command: 'wrong', fault: wrongLocale };
  return { request, locale, colour: color, wrap };

  function addCommand(name: string, usage: string, description: Saying): Command {
    return addTo(program, name, usage, description);
  }

  function addTo(parent: Command, name: string, usage: string, description: Saying): Command {
    return parent
      .command(name)
      .usage(`${usage} ${say(help.options)}`)
      .description(say(description))
      .helpOption('-h, --help', say(help.help));
  }

  function unknownCommand(name: string): Saying {
    if (/[./\\*]/.test(name) || name === '-') return faults.missingCommand(name);
    return faults.unknownCommand(name, nearestIn(program, name));
  }

  /** What commander refused, in our words. It tells the kind by a code and the word only inside its sentence. */
  function readRefusal({ code, message }: CommanderError): Request {
    const word = /'([^']*)'/.exec(message)?.[1] ?? '';
    const used = commandIn(argv, program);
    switch (code) {
      case 'commander.helpDisplayed':
      case 'commander.version':
        return { command: 'answered', code: 0 };
      // No command at all: the help went to standard error.
      case 'commander.help':
        return { command: 'answered', code: 2 };
      case 'commander.unknownOption': {
        const options = [...(used?.options ?? []), ...program.options];
        const flags = [...options.filter((option) => !option.hidden).map((option) => option.long ?? ''), '--help'];
        return { command: 'wrong', fault: faults.unknownOption(word, findNearest(word, flags)) };
      }
      case 'commander.optionMissingArgument': {
        const flag = word.split(' ')[0] ?? '';
        const values = flag === '--format' && used?.name() !== 'check' ? PLAIN : (VALUES[flag] ?? []);
        return { command: 'wrong', fault: faults.missingValue(flag, values) };
      }
      case 'commander.missingArgument':
        return {
          command: 'wrong',
          fault: used?.name() === 'diff' ? diffFaults.diffUsage() : faults.missingFiles(used?.name() ?? ''),
        };
      case 'commander.excessArguments':
        return { command: 'wrong', fault: faults.tooManyArguments(used ? pathOf(used) : '') };
      default:
        return { command: 'wrong', fault: faults.wrongUsage() };
    }
  }
}

interface Given {
  readonly failOn?: string;
  readonly stdinPath?: string;
  readonly config: boolean;
  readonly workspace: boolean;
  readonly cache: boolean;
  readonly cacheFolder?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly ready?: boolean;
  readonly skipOthers?: boolean;
  readonly rule?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly changed?: string | true;
}

interface GivenDiff {
  readonly format?: string;
  readonly exitCode?: boolean;
  readonly config: boolean;
}

function readPaths(
  world: World,
  command: Reading['command'],
  paths: readonly string[],
  written: readonly Written[],
  given: Given,
): Request {
  const { failOn = 'error', stdinPath, config, workspace, ready = false, rule = [] } = given;
  const outputs =
    command === 'check' ? readOutputs(world, written, FORMATS) : readOutputs(world, written.slice(-1), PLAIN);
  if (!Array.isArray(outputs)) return { command: 'wrong', fault: outputs };
  const fault = findWrong('--fail-on', failOn);
  if (fault) return { command: 'wrong', fault };
  const readsInput = paths.includes('-') || (paths.length === 0 && stdinPath !== undefined);
  if (stdinPath !== undefined && !readsInput) return { command: 'wrong', fault: faults.inputPathAlone() };
  const { baseline, updateBaseline = false, changed } = given;
  const reviewed = baseline !== undefined || changed !== undefined;
  if (reviewed && readsInput && stdinPath === undefined)
    return { command: 'wrong', fault: reviewFaults.unnamedInput() };
  if (updateBaseline && baseline === undefined) return { command: 'wrong', fault: reviewFaults.updateAlone() };
  if (updateBaseline && changed !== undefined) return { command: 'wrong', fault: reviewFaults.updateChanged() };
  const { cache, cacheFolder, jobs } = given;
  const shard = given.shard === undefined ? undefined : readShard(given.shard);
  if (shard && 'vi' in shard) return { command: 'wrong', fault: shard };
  if (shard && (given.fix || given.fixDryRun)) return { command: 'wrong', fault: faults.shardFixes() };
  if (shard && updateBaseline) return { command: 'wrong', fault: reviewFaults.updateShard() };
  if (jobs !== undefined && !/^[1-9]\d{0,3}$/.test(jobs))
    return { command: 'wrong', fault: faults.badCount('--jobs', jobs) };
  if (!cache && cacheFolder !== undefined) return { command: 'wrong', fault: faults.cacheApart() };
  const fix = given.fixDryRun ? 'diff' : given.fix ? 'write' : 'no';
  if (fix === 'diff' && !outputs.some(({ format }) => PLAIN.includes(format))) {
    return { command: 'wrong', fault: faults.noDiff() };
  }
  return {
    command,
    paths: paths.length > 0 ? paths : [readsInput ? '-' : '.'],
    inputPath: stdinPath,
    outputs,
    failOn: failOn as FailOn,
    config,
    workspace,
    fix,
    ready,
    skipOthers: given.skipOthers ?? false,
    only: rule,
    ...(baseline !== undefined && { baseline: { file: baseline, update: updateBaseline } }),
    ...(changed !== undefined && { changed: { ref: changed === true ? undefined : changed } }),
    cache,
    ...(cacheFolder !== undefined && { cacheFolder }),
    ...(jobs !== undefined && { jobs: Number(jobs) }),
    ...(shard && { shard }),
  };
}

function readShard(value: string): Shard | Saying {
  const [number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value)?.slice(1) ?? []).map(Number);
  return number >= 1 && number <= of ? { number, of } : faults.badShard(value);
}

/** Needed before all else, for the help and the faults are written in it. */
export function readLocale(argv: readonly string[]): Locale {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const value = argv[at]?.slice('--locale='.length) || argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'vi';
}
