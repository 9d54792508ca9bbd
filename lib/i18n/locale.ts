import type { Browser } from 'wxt/browser';

/**
 * A message as it stands in the locale's file, by the name the browser knows it by ("welcome_title"); empty where there is
 * none. Asked of the browser at each call: it keeps them in memory, and tests put theirs in its place.
 */
export const lookUp = (name: string): string =>
  (globalThis as unknown as { chrome: Pick<typeof Browser, 'i18n'> }).chrome.i18n.getMessage(name);

/**
 * The language that the messages are in, as `lang` and `Intl` take it. Not `getUILanguage()`: in a browser that speaks
 * French the messages are English, and a French date in an English sentence would be neither.
 */
export const language = (): string => lookUp('locale_language') || 'en';

/** Which way the messages run; the abstracts between them see to themselves. */
export const direction = (): string => lookUp('locale_direction') || 'ltr';
