import { browser } from 'wxt/browser';

/**
 * Has the browser ask whether Titlelight may reach a source's host; only within a click. Resolves to the answer, at once
 * where it was given before.
 */
export function askForHost(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [`https://${host}/*`] });
}
