import { fileURLToPath } from 'node:url';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

export const locales = ['en', 'zh_CN'] as const;
export type Locale = (typeof locales)[number];

/** What the build makes of a locale's file: messages by the names that the browser knows them by. */
export async function messagesOf(locale: Locale): Promise<Record<string, string>> {
  const file = fileURLToPath(new URL(`../../locales/${locale}.yml`, import.meta.url));
  const messages = generateChromeMessages(await parseMessagesFile(file));
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
}

const all = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, await messagesOf(locale)] as const)),
) as Record<Locale, Record<string, string>>;

/** Has Node answer like a browser in this language, from the same files. English until this is called. */
export function speak(locale: Locale): void {
  const i18n = { getMessage: (name: string) => all[locale][name] ?? '' };
  Object.assign(globalThis, { chrome: { i18n } });
}

speak('en');
