import type { Locale } from '../core/rule.ts';

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

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? value[key as keyof typeof value] : undefined;
}
