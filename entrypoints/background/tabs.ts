import { browser } from 'wxt/browser';
import { askTab, type TabRequest } from '@/lib/messages';

/** The browser's words for a tab in which nothing of ours runs. */
const noReceiver = /Receiving end does not exist/;

/** Asks the scanner in a tab, if there is one. */
export async function tellTab(tabId: number, request: TabRequest): Promise<void> {
  await askTab(tabId, request).catch((error: Error) => {
    if (!noReceiver.test(error.message)) throw error;
  });
}

/**
 * Stops the scanner in tabs of sites that are no longer granted. The browser hides the addresses of just those tabs. A
 * tab in which none runs, or that closes in the meantime, is left alone.
 */
export async function stopWhereRevoked(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id, url }) => id !== undefined && url === undefined && askTab(id, { type: 'tab/stop' })),
  );
}
