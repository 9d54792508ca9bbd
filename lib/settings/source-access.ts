import { browser } from 'wxt/browser';

const accessTo = (host: string) => ({ origins: [`https://${host}/*`] });

/** Whether Titlelight may reach a source's host. */
export function mayReach(host: string): Promise<boolean> {
  return browser.permissions.contains(accessTo(host));
}

/**
 * Has the browser ask whether Titlelight may reach a source's host; only within a click. Resolves to the answer, at once
 * where it was given before.
 */
export function askForHost(host: string): Promise<boolean> {
  return browser.permissions.request(accessTo(host));
}
