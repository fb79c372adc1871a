import type { Connection } from 'vscode-languageserver';
import { renderRules } from '../core/exports/rules-page.ts';
import type { Locale, Rule } from '../core/rule.ts';

/** The language of messages in `{chidao: {locale: 'en'}}`: the form of settings and of initialization options. */
function localeIn(settings: unknown): Locale | undefined {
  const chidao = memberOf(settings, 'chidao');
  const locale = memberOf(chidao, 'locale');
  return locale === 'vi' || locale === 'en' ? locale : undefined;
}

/** Does the client show what the messages of our own tell (`{chidao: {views: true}}`)? Others would log them as unknown. */
export function hasViewsIn(options: unknown): boolean {
  return memberOf(memberOf(options, 'chidao'), 'views') === true;
}

/**
 * Where each rule is explained, for a client that has docs/rules.md (`{chidao: {rulesPage: 'file:///...'}}`): editors take
 * "#L12" for a line. The page is made from the rules, so its lines are known.
 */
export function pagesIn(options: unknown, rules: readonly Rule[]): ((rule: string) => string | undefined) | undefined {
  const page = memberOf(memberOf(options, 'chidao'), 'rulesPage');
  if (typeof page !== 'string') return undefined;
  const lines = renderRules(rules).split('\n');
  const places = new Map(
    lines.flatMap((line, i) => (line.startsWith('### ') ? [[line.slice(4), i + 1] as const] : [])),
  );
  return (rule) => (places.has(rule) ? `${page}#L${places.get(rule)}` : undefined);
}

/** What the settings of the editor say (docs/editors.md); only what they give. */
export interface Preferences {
  readonly locale?: Locale;
  /** Is a small workspace checked when the editor opens it? */
  readonly checksOnStart?: boolean;
  /** Patterns of files that are directives whatever they look like, by folder that is open; '' for files in none. */
  readonly directives: ReadonlyMap<string, readonly string[]>;
}

/** The settings a client sent, or set at the start. */
export function preferencesIn(settings: unknown): Preferences {
  return toPreferences([settings], ['']);
}

/** Asks a client for the settings of the folders that are open. */
export async function askPreferences(connection: Connection, folders: readonly string[]): Promise<Preferences> {
  const scopes = ['', ...folders];
  const items = scopes.map((scopeUri) => ({ section: 'chidao', ...(scopeUri && { scopeUri }) }));
  const all: unknown[] = await connection.workspace.getConfiguration(items);
  return toPreferences(
    all.map((chidao) => ({ chidao })),
    scopes,
  );
}

function toPreferences(all: readonly unknown[], scopes: readonly string[]): Preferences {
  const locale = localeIn(all[0]);
  const onStart = memberOf(memberOf(all[0], 'chidao'), 'checkWorkspaceOnStart');
  const directives = scopes.flatMap((scope, i) => {
    const patterns = memberOf(memberOf(all[i], 'chidao'), 'directives');
    if (!Array.isArray(patterns)) return [];
    return [[scope, patterns.filter((each) => typeof each === 'string' && each.trim() !== '')] as const];
  });
  return {
    ...(locale && { locale }),
    ...(typeof onStart === 'boolean' && { checksOnStart: onStart }),
    directives: new Map(directives),
  };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? value[key as keyof typeof value] : undefined;
}
