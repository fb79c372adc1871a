import type { Rule, Saying } from '../../core/rule.ts';
import { version } from '../../package.json';
import { bundledRegistry, registryDate } from '../../registry/bundled.ts';
import { formatDay } from '../formats/words.ts';
import { faults as pathFaults } from '../messages.ts';
import { findSources } from '../paths.ts';
import { type Page, padText, toPrintable, widthOf } from '../terminal.ts';
import { readAround } from '../workspaces.ts';
import type { World } from '../world.ts';
import type { Errand } from './arguments.ts';
import { errandTexts as texts } from './messages.ts';
import { type InEffect, readInEffect } from './settings-in-effect.ts';
import { judge, type Verdict } from './verdict.ts';

interface Told extends InEffect {
  readonly path: string;
  /** False for a path that leads to nothing: nothing is decided for it. */
  readonly isThere: boolean;
  readonly files: readonly Verdict[];
}

const NOTHING: InEffect = { settingsFiles: [], settings: [], agencyFiles: [], faults: [] };

/**
 * Says what the program is, what is decided for each path and which files there it takes for directives. Gives 2 where
 * `check` would, for what cannot be read or used; a file that is no directive is no fault.
 */
export async function doctor(
  world: World,
  rules: readonly Rule[],
  { paths, form, config }: Extract<Errand, { name: 'doctor' }>,
  page: Page,
): Promise<number> {
  const told: Told[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) told.push(...(await tell(path)));
  world.write(form === 'json' ? toJson() : toText());
  const failed = told.some(({ faults, files }) => faults.length > 0 || files.some(({ reason }) => reason === 'fault'));
  return failed ? 2 : 0;

  async function tell(path: string): Promise<Told[]> {
    const { kind } = await world.look(path);
    if (kind !== 'missing') return [await tellOf(path, kind === 'folder')];
    // A pattern, or nothing.
    const { sources, faults } = await findSources(world, [path], '-');
    const missing = faults.map((message): Verdict => ({ path, directive: false, reason: 'fault', message }));
    if (sources.length === 0) return [{ path, isThere: false, ...NOTHING, files: missing }];
    return await Promise.all(sources.map((source) => tellOf(source.path, false)));
  }

  async function tellOf(path: string, isFolder: boolean): Promise<Told> {
    const around = readAround(world, rules, config, bundledRegistry);
    const inside = isFolder && paths.length > 0 ? await findSources(world, [path], '-') : undefined;
    await around.of(isFolder ? `${path}/x` : path);
    const inEffect = readInEffect(around.files(), around.nameOf, rules, page.locale);
    const asked = isFolder ? (inside?.sources ?? []).map((source) => source.path) : [path];
    const files: Verdict[] = [];
    for (const each of asked) files.push(await judge(world, around, each));
    for (const message of inside?.faults ?? []) files.push({ path, directive: false, reason: 'fault', message });
    return { path, isThere: true, ...inEffect, files };
  }

  function toText(): string {
    const { locale, colours } = page;
    const say = (saying: Saying) => saying[locale];
    const date = registryDate === undefined ? '' : formatDay(registryDate, locale);
    const lines = [
      `Chỉ Đạo ${version} · Node.js ${world.host.node.replace(/^v/, '')} · ${world.host.platform}`,
      say(texts.known(rules.length, bundledRegistry.agencies.size, date)),
    ];
    let before = '';
    for (const { path, isThere, files, ...inEffect } of told) {
      const around = isThere ? formatInEffect(inEffect, config, page) : [];
      // Most paths share what is decided for them: it is said once.
      if (isThere && around.join('\n') !== before) {
        lines.push('', colours.bold(say(texts.decided(path))), ...around, ...(files.length > 0 ? [''] : []));
      }
      if (isThere) before = around.join('\n');
      else if (before === '') lines.push('');
      for (const file of files) {
        const mark = file.directive
          ? colours.green('✓')
          : file.reason === 'fault'
            ? colours.red('✗')
            : colours.dim('-');
        const words = toPrintable(say(file.message));
        lines.push(file.reason === 'fault' ? `${mark} ${words}` : `${mark} ${toPrintable(file.path)}: ${words}`);
      }
    }
    if (paths.length === 0) lines.push('', say(texts.askMore));
    return `${lines.join('\n')}\n`;
  }

  function toJson(): string {
    const documents = told.map(({ isThere: _, faults, files, ...rest }) => ({
      ...rest,
      faults: faults.map(({ file, line, column, ...saying }) => ({
        file,
        line: line ?? null,
        column: column ?? null,
        message: saying[page.locale],
      })),
      files: files.map(({ message, line, ...verdict }) => ({
        ...verdict,
        line: line ?? null,
        message: message[page.locale],
      })),
    }));
    const registry = { date: registryDate ?? null, agencies: bundledRegistry.agencies.size };
    const { node, platform } = world.host;
    return `${JSON.stringify({ version: 1, chidao: version, node, platform, rules: rules.length, registry, paths: documents }, null, 2)}\n`;
  }
}

function formatInEffect(
  { settingsFiles, settings, agencyFiles, faults }: InEffect,
  config: boolean,
  { locale, colours }: Page,
): string[] {
  const say = (saying: Saying) => saying[locale];
  if (!config) return [`  ${say(texts.noConfig)}`];
  const wide = Math.max(0, ...settings.map(({ key, value }) => widthOf(`${key}: ${value}`)));
  return [
    `  ${settingsFiles.length > 0 ? say(texts.settingsFrom(settingsFiles)) : say(texts.noSettings)}`,
    ...settings.map(({ key, value, file }) => {
      const row = padText(toPrintable(`${key}: ${value}`), wide);
      return `    ${row}  ${colours.dim(toPrintable(file))}`;
    }),
    ...agencyFiles.map(({ file, entries }) => `  ${say(texts.agenciesFrom(file, entries))}`),
    ...faults.map((fault) => {
      const saying = fault.line === undefined ? fault : pathFaults.inFile(fault.file, fault);
      return `  ${colours.red('✗')} ${say(saying)}`;
    }),
  ];
}
