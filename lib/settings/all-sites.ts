import { browser } from 'wxt/browser';

const allSites = { origins: ['*://*/*'] };

/** Whether Titlelight may read every site, not only those of the default list. */
export function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains(allSites);
}

/** Has the browser ask for every site; only within a click. Resolves to the answer. */
export function askForAllSites(): Promise<boolean> {
  return browser.permissions.request(allSites);
}
