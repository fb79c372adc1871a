import { renderRules } from '../core/exports/rules-page.ts';
import type { Locale, Rule } from '../core/rule.ts';

/** The language of messages in `{chidao: {locale: 'en'}}`: the form of settings and of initialization options. */
export function localeIn(settings: unknown): Locale | undefined {
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

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? value[key as keyof typeof value] : undefined;
}
