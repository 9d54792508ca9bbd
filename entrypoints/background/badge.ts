import { browser } from 'wxt/browser';

/** The lamp of the light theme, with the text colour that reads well on it. */
const lamp = '#a85b00';

/** Shows how many papers a tab's page mentions; the browser forgets it when the tab goes to another page. */
export async function showCount(tabId: number, papers: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: lamp, tabId });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff', tabId });
  await browser.action.setBadgeText({ text: papers > 0 ? String(papers) : '', tabId });
}
