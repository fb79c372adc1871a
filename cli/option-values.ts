import { findNearest } from '../core/nearest.ts';
import type { Saying, Severity } from '../core/rule.ts';
import { faults } from './messages.ts';
import type { World } from './world.ts';

export type FailOn = Severity | 'never';

export const FORMATS = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'markdown',
  'html',
] as const;
export type Format = (typeof FORMATS)[number];

/** A form of the result, and the file it goes to; without one it goes to standard output. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

export const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--format': FORMATS,
  '--fail-on': ['error', 'warning', 'info', 'hint', 'never'],
  '--locale': ['vi', 'en'],
};

/** What outline and tasks are written in, and what can show the diff of --fix-dry-run. */
export const PLAIN: readonly Format[] = ['text', 'json'];

/** One --format or --output, in the order of the command line. */
export interface Written {
  readonly format?: string;
  readonly file?: string;
}

/** An --output belongs to the --format right before it; alone it takes the text. "-" is standard output. */
export function readOutputs(
  world: Pick<World, 'resolve'>,
  written: readonly Written[],
  formats: readonly Format[],
): Output[] | Saying {
  const outputs: { format: Format; file?: string }[] = [];
  for (const { format, file } of written) {
    if (format !== undefined) {
      const fault = findWrong('--format', format, formats);
      if (fault) return fault;
      outputs.push({ format: format as Format });
    } else if (file !== undefined) {
      if (file === '') return faults.emptyOutput();
      if (outputs.length === 0 && written.length === 1) outputs.push({ format: 'text' });
      const last = outputs.at(-1);
      if (!last || last.file !== undefined) return faults.outputApart(file);
      if (outputs.some((other) => other.file && world.resolve(other.file) === world.resolve(file))) {
        return faults.outputTwice(file);
      }
      last.file = file;
    }
  }
  if (outputs.length === 0) outputs.push({ format: 'text' });
  const bare = outputs.map(({ format, file }) => (file === undefined || file === '-' ? { format } : { format, file }));
  const [first, second] = bare.filter(({ file }) => file === undefined);
  return first && second ? faults.twoOnOutput(first.format, second.format) : bare;
}

/** Why an option cannot have the value; undefined where it can. */
export function findWrong(flag: string, value: string, values = VALUES[flag] ?? []): Saying | undefined {
  return values.includes(value) ? undefined : faults.wrongValue(flag, value, values, findNearest(value, values));
}
