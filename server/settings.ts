import type { Locale } from '../core/rule.ts';

/** The language of messages in `{chidao: {locale: 'en'}}`: the form of settings and of initialization options. */
export function localeIn(settings: unknown): Locale | undefined {
  const chidao = memberOf(settings, 'chidao');
  const locale = memberOf(chidao, 'locale');
  return locale === 'vi' || locale === 'en' ? locale : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? value[key as keyof typeof value] : undefined;
}
