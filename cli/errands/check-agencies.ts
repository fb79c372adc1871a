import { makeRegistry } from '../../core/registry.ts';
import { mergeAgencies, readAgencies } from '../../core/registry-file.ts';
import { noteAgencies } from '../../core/registry-notes.ts';
import type { Rule, Saying } from '../../core/rule.ts';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { WorkspaceFile } from '../../registry/workspace.ts';
import { faults as pathFaults, severityNames } from '../messages.ts';
import { type Page, toPrintable } from '../terminal.ts';
import { readAround } from '../workspaces.ts';
import type { World } from '../world.ts';
import { errandFaults, errandTexts as texts } from './messages.ts';

interface Told {
  readonly path: string;
  readonly entries: number;
  readonly added: number;
  readonly findings: readonly (Saying & { severity: 'error' | 'warning'; line: number; column: number })[];
}

/**
 * Checks files of agencies: one that is named, else those used in the current folder. Gives 1 for faults in them, and a
 * saying where a file cannot be read.
 */
export async function checkAgencyFiles(
  world: World,
  rules: readonly Rule[],
  file: string | undefined,
  form: 'text' | 'json',
  { locale, colours }: Page,
): Promise<{ readonly code: number; readonly faults: readonly Saying[] }> {
  const around = readAround(world, rules, true, bundledRegistry);
  if (file !== undefined) {
    const { kind, ...rest } = await world.look(file);
    if (kind === 'missing') return { code: 2, faults: [pathFaults.noSuchFile(file)] };
    if (kind === 'folder') return { code: 2, faults: [errandFaults.isFolder(file)] };
    if (kind === 'unreadable')
      return { code: 2, faults: [pathFaults.unreadable(file, 'code' in rest ? rest.code : '')] };
  }
  const { registry } = await around.of(file === undefined ? 'x' : `${folderOf(file)}/x`);
  if (file !== undefined && !around.files().has(world.resolve(file))) await around.inspect(file);
  const asked = [...around.files()].filter(
    ([name, { kind }]) => kind === 'agencies' && (file === undefined || name === world.resolve(file)),
  );
  if (asked.length === 0) return { code: 2, faults: [errandFaults.noAgencies()] };

  const unread = asked.filter(([, { bytes }]) => !bytes);
  const told = asked.filter(([, { bytes }]) => bytes).map(([name, read]) => tell(around.nameOf(name), read));
  world.write(form === 'json' ? `${JSON.stringify({ version: 1, files: told.map(toJson) }, null, 2)}\n` : format());
  const failed = unread.flatMap(([, { faults }]) => faults);
  const wrong = told.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  return { code: failed.length > 0 ? 2 : wrong ? 1 : 0, faults: failed };

  function tell(path: string, { bytes, faults }: WorkspaceFile): Told {
    const { agencies } = readAgencies(new TextDecoder().decode(bytes), path);
    const merged = makeRegistry(mergeAgencies([...registry.agencies.values()], agencies, path).agencies);
    const findings = [
      ...faults.map(({ vi, en, line = 1, column = 1 }) => ({ vi, en, line, column, severity: 'error' as const })),
      ...noteAgencies(agencies, merged, world.today).map((note) => ({ ...note, severity: 'warning' as const })),
    ];
    const added = agencies.filter(({ id, name }) => name !== undefined && !bundledRegistry.agencies.has(id)).length;
    return { path, entries: agencies.length, added, findings: findings.sort((a, b) => a.line - b.line) };
  }

  function format(): string {
    return told
      .flatMap(({ path, entries, added, findings }) => [
        ...findings.map((finding) => {
          const paint = finding.severity === 'error' ? colours.red : colours.yellow;
          const place = colours.bold(`${toPrintable(path)}:${finding.line}:${finding.column}`);
          return `${place} ${paint(severityNames[finding.severity][locale])}: ${toPrintable(finding[locale])}\n`;
        }),
        `${texts.agenciesChecked(path, entries, added, findings.filter(({ severity }) => severity === 'error').length)[locale]}\n`,
      ])
      .join('');
  }

  function toJson({ findings, ...rest }: Told) {
    const diagnostics = findings.map(({ severity, line, column, ...saying }) => {
      return { severity, message: saying[locale], line, column };
    });
    return { ...rest, diagnostics };
  }
}

function folderOf(file: string): string {
  return /^(.*)[\\/]/.exec(file)?.[1] ?? '.';
}
