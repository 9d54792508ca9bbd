import type { Page } from 'playwright-core';

/**
 * Resolves when the page has had nothing to do many times over. The scanner works while a page is idle, so by then it
 * has been through the page.
 */
export function idle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}
