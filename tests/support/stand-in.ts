import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

/**
 * Answers in the worker's stead what a page of the extension asks of it about syncing.
 *
 * @returns a function that gives what was asked so far
 */
export async function answerSync(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const asked: string[] = [];
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime) as (...given: unknown[]) => unknown;
    const stand = (message: { type: string }, ...rest: unknown[]) => {
      if (!message.type.startsWith('sync/')) return send(message, ...rest);
      asked.push(message.type);
      const answered = rest.at(-1);
      if (typeof answered === 'function') answered({ ok: true, value: null });
      return Promise.resolve({ ok: true, value: null });
    };
    Object.assign(runtime, { sendMessage: stand });
    Object.assign(globalThis, { asked });
  });
  return () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Answers in the person's stead when the page has the browser ask for a permission: no test can press that button. */
export async function answerPermissions(page: Page, granted: boolean): Promise<void> {
  await page.evaluate((granted) => {
    const request = (_: unknown, answered?: (granted: boolean) => void) => {
      answered?.(granted);
      return Promise.resolve(granted);
    };
    Object.assign(chrome.permissions, { request });
  }, granted);
}
