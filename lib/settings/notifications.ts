import { browser } from 'wxt/browser';

const notifications = { permissions: ['notifications' as const] };

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(notifications);
}

/** Has the browser ask whether Titlelight may notify; only within a click. Resolves to the answer. */
export function askForNotifications(): Promise<boolean> {
  return browser.permissions.request(notifications);
}
