import { browser } from 'wxt/browser';

/** What browsers call the panel: Chromium has one, Firefox the other, some have neither. */
interface SideApis {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const { sidePanel, sidebarAction } = browser as SideApis;

/** Whether this page is the panel at the side. */
export const isSide = () => document.documentElement.dataset.frame === 'side';

/** Whether there is a panel to open from here. */
export const canOpenSide = () => !isSide() && (sidePanel !== undefined || sidebarAction !== undefined);

/** Known before it is needed: browsers open the panel only while they handle the click itself. */
let ownWindow: number | undefined;

export async function learnWindow(): Promise<void> {
  ownWindow = (await browser.windows?.getCurrent())?.id;
}

/** Opens the panel in this window and closes the popup, which stands in its way. */
export async function openSide(): Promise<void> {
  if (sidebarAction) await sidebarAction.open();
  else if (ownWindow !== undefined) await sidePanel?.open({ windowId: ownWindow });
  const isTab = document.documentElement.dataset.frame === 'tab';
  if (!isTab) window.close();
}
