import { type Browser, browser } from 'wxt/browser';
import { tabPapers } from './tab';

/** Reads the papers of the page anew whenever another tab of this window comes to the front, or goes to another page. */
export async function followTab(): Promise<void> {
  // Nobody looks at a panel that is shut, and it is gone then; so no listener has to be taken back.
  const { id: own } = await browser.windows.getCurrent();
  browser.tabs.onActivated.addListener(({ windowId }) => {
    if (windowId === own) tabPapers.reload();
  });
  browser.tabs.onUpdated.addListener((_, change, tab) => {
    if (tab.windowId === own && tab.active && isOtherPage(change)) tabPapers.reload();
  });
}

const isOtherPage = ({ url, status }: Browser.tabs.OnUpdatedInfo) =>
  url !== undefined || status !== undefined;
