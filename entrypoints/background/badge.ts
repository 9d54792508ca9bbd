import { browser } from 'wxt/browser';

/** Background and text: the lamp of the light theme for papers of the page, its quiet ink for papers of a new day. */
const colours = { page: ['#a85b00', '#ffffff'], day: ['#6b675f', '#ffffff'] } as const;

/** What both browsers take for "no text of its own"; an empty one would hide what is shown everywhere. */
const none = null as unknown as string;

/**
 * Shows how many papers a tab's page mentions; the browser forgets it when the tab goes to another page. Without any the
 * tab shows what is shown everywhere.
 */
export async function showCount(tabId: number, papers: number): Promise<void> {
  await setColours(papers > 0 ? 'page' : 'day', { tabId });
  await browser.action.setBadgeText({ text: papers > 0 ? String(papers) : none, tabId });
}

/** Shows how many papers of new days nobody has looked at yet, on every tab without mentions. */
export async function showNewPapers(papers: number): Promise<void> {
  await setColours('day', {});
  await browser.action.setBadgeText({ text: papers > 0 ? shortened(papers) : '' });
}

const off = 'off';

/** Says that a tab's site has been switched off; the browser forgets it when the tab goes to another page. */
export async function showOff(tabId: number): Promise<void> {
  await setColours('day', { tabId });
  await browser.action.setBadgeText({ text: off, tabId });
}

/** Takes that back. */
export async function showOn(tabId: number): Promise<void> {
  if ((await browser.action.getBadgeText({ tabId })) === off) await showCount(tabId, 0);
}

async function setColours(what: keyof typeof colours, where: { tabId?: number }): Promise<void> {
  const [background, text] = colours[what];
  await browser.action.setBadgeBackgroundColor({ color: background, ...where });
  await browser.action.setBadgeTextColor?.({ color: text, ...where });
}

/** A badge has room for four characters. */
const shortened = (count: number) => (count > 999 ? '999+' : String(count));
