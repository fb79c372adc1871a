import { nearestAgencies, searchAgencies } from '../../core/agency-search.ts';
import type { Day } from '../../core/language/calendar.ts';
import { type Agency, isValid, type Registry, successorsOn } from '../../core/registry.ts';
import type { Saying } from '../../core/rule.ts';
import { bundledRegistry } from '../../registry/bundled.ts';
import { formatDay } from '../formats/words.ts';
import { type Page, toPrintable, wrapText } from '../terminal.ts';
import type { World } from '../world.ts';
import { errandTexts as texts } from './messages.ts';

const MOST = 10;
const NEAREST = 3;

/** Prints the agencies a name may mean, as of a day; gives 1 where there are none. */
export function findAgencies(
  world: World,
  registry: Registry,
  words: string,
  at: Day,
  form: 'text' | 'json',
  page: Page,
): number {
  const found = searchAgencies(registry, words, at);
  const nearest = found.length > 0 ? [] : nearestAgencies(registry, words, NEAREST);
  world.write(
    form === 'json'
      ? formatFoundJson(registry, words, at, found, nearest)
      : formatFound(registry, words, at, found, nearest, page),
  );
  return found.length > 0 ? 0 : 1;
}

function formatFound(
  registry: Registry,
  words: string,
  at: Day,
  found: readonly Agency[],
  nearest: readonly Agency[],
  page: Page,
): string {
  const say = (saying: Saying) => saying[page.locale];
  if (found.length === 0) {
    const near = nearest.map((agency) => `  ${toPrintable(agency.name)} (${agency.id})`);
    return [say(texts.noneFound(words)), ...(near.length > 0 ? [say(texts.nearest), ...near] : []), ''].join('\n');
  }
  const shown = found.slice(0, MOST).map((agency) => describe(registry, agency, at, page));
  const rest = found.length - MOST;
  return `${shown.join('\n\n')}\n${rest > 0 ? `\n${say(texts.more(rest))}\n` : ''}`;
}

function describe(registry: Registry, agency: Agency, at: Day, { locale, colours, width, wraps }: Page): string {
  const say = (saying: Saying) => saying[locale];
  const named = (some: readonly Agency[]) => some.map(({ name, id }) => `${name} (${id})`).join('; ');
  const parent = agency.parent === undefined ? undefined : registry.agencies.get(agency.parent);
  const state = stateOn(agency, at);
  const heirs = state === 'ended' ? successorsOn(registry, agency, at) : [];
  const own = bundledRegistry.agencies.get(agency.id) !== agency;
  const rows: [Saying, string | undefined][] = [
    [texts.id, agency.id],
    [texts.code, agency.code],
    [texts.short, agency.abbreviations.join(', ')],
    [texts.aliases, agency.aliases.join('; ')],
    [texts.parent, parent?.name],
    [texts.valid, say(period(agency, (day) => formatDay(day, locale)))],
    [texts.before, named(predecessors(registry, agency))],
    [texts.after, named(agency.successors.flatMap((id) => registry.agencies.get(id) ?? []))],
    [texts.source, agency.source],
    [texts.note, agency.note],
  ];
  const head = [
    colours.bold(toPrintable(agency.name)),
    ...(state === 'valid' ? [] : [colours.yellow(`[${say(state === 'ended' ? texts.ended : texts.notYet)}]`)]),
    ...(heirs.length > 0 ? [`→ ${say(texts.now)} ${heirs.map(({ name }) => toPrintable(name)).join('; ')}`] : []),
    ...(own ? [colours.dim(`(${say(texts.ownFile)})`)] : []),
  ];
  const lines = rows.flatMap(([label, value]) => {
    if (!value) return [];
    const line = `${say(label)} ${toPrintable(value)}`;
    const [first = '', ...more] = wraps ? wrapText(line, width - 4) : [line];
    return [`  ${first}`, ...more.map((each) => `    ${each}`)];
  });
  return [head.join(' '), ...lines].join('\n');
}

function formatFoundJson(
  registry: Registry,
  query: string,
  at: Day,
  found: readonly Agency[],
  nearest: readonly Agency[],
): string {
  const brief = ({ id, name }: Agency) => ({ id, name });
  const agencies = found.map((agency) => ({
    id: agency.id,
    name: agency.name,
    kind: agency.kind,
    code: agency.code ?? null,
    abbreviations: agency.abbreviations,
    aliases: agency.aliases,
    parent: agency.parent ?? null,
    validFrom: agency.validFrom ?? null,
    validTo: agency.validTo ?? null,
    state: stateOn(agency, at),
    predecessors: predecessors(registry, agency).map(brief),
    successors: agency.successors.flatMap((id) => registry.agencies.get(id) ?? []).map(brief),
    now: stateOn(agency, at) === 'ended' ? successorsOn(registry, agency, at).map(brief) : [],
    source: agency.source ?? null,
    note: agency.note ?? null,
    builtIn: bundledRegistry.agencies.get(agency.id) === agency,
  }));
  return `${JSON.stringify({ version: 1, query, at, agencies, nearest: nearest.map(brief) }, null, 2)}\n`;
}

function stateOn(agency: Agency, at: Day): 'valid' | 'ended' | 'not yet' {
  if (isValid(agency, at)) return 'valid';
  return agency.validFrom !== undefined && at < agency.validFrom ? 'not yet' : 'ended';
}

function predecessors({ agencies }: Registry, { id }: Agency): readonly Agency[] {
  return [...agencies.values()].filter(({ successors }) => successors.includes(id));
}

function period({ validFrom, validTo }: Agency, show: (day: Day) => string): Saying {
  const parts = [
    ...(validFrom === undefined ? [] : [texts.from(show(validFrom))]),
    ...(validTo === undefined ? [] : [texts.to(show(validTo))]),
  ];
  if (parts.length === 0) return texts.always;
  return { vi: parts.map(({ vi }) => vi).join(' '), en: parts.map(({ en }) => en).join(' ') };
}
