import type { Browser } from 'wxt/browser';

/** Those kept by `keepMessages`, by the names the browser knows them by. */
const kept = new Map<string, string>();

/**
 * A message as it stands in the locale's file, by the name the browser knows it by ("welcome_title"); empty where there is
 * none. Asked of the browser at each call: it keeps them in memory, and tests put theirs in its place.
 */
export const lookUp = (name: string): string => kept.get(name) ?? ask(name);

const ask = (name: string) =>
  (globalThis as unknown as { chrome: Pick<typeof Browser, 'i18n'> }).chrome.i18n.getMessage(name);

/** Keeps messages for a script that outlives its extension: after an update the browser gives it none any more. */
export function keepMessages(keys: readonly string[]): void {
  for (const name of ['locale_language', ...keys.map((key) => key.replaceAll('.', '_'))])
    kept.set(name, ask(name));
}

/**
 * The language that the messages are in, as `lang` and `Intl` take it. Not `getUILanguage()`: in a browser that speaks
 * French the messages are English, and a French date in an English sentence would be neither.
 */
export const language = (): string => lookUp('locale_language') || 'en';

/** Which way the messages run; the abstracts between them see to themselves. */
export const direction = (): string => lookUp('locale_direction') || 'ltr';
