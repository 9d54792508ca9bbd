import { type Browser, browser } from 'wxt/browser';
import { announce, askTab } from '@/lib/messages';
import { askForSite, mayRead, readSiteGrants } from '@/lib/settings/site-grants';
import { isOff } from '@/lib/settings/site-state';
import { siteOf, widestAround } from '@/lib/settings/sites';
import { readSitesOff, switchSite } from '@/lib/settings/sites-off';
import { showCount, showOff, showOn } from './badge';
import { injectScanner, readableOrigins, registerScanner } from './scripts';

type Tab = Pick<Browser.tabs.Tab, 'id' | 'url'>;

/** Sites were granted: reads them from now on, also where they are open already. */
export async function followGrants(): Promise<void> {
  await registerScanner();
  announce('sites');
  await startInOpenTabs();
}

/** Sites were taken back, here or in the browser's settings: reads them no longer, from this moment on. */
export async function followRevocations(revoked: string[]): Promise<void> {
  await registerScanner();
  announce('sites');
  const tabs = await browser.tabs.query({});
  // The browser hides the addresses of tabs that may not be read, but for those where Titlelight's button was pressed.
  const pressed = revoked.length > 0 ? await browser.tabs.query({ url: revoked }) : [];
  const isForbidden = async ({ url }: Tab) => url === undefined || !(await mayRead(url));
  await inEach([...tabs.filter(({ url }) => url === undefined), ...pressed], async (tab) => {
    if (await isForbidden(tab)) await stop(tab.id);
  });
}

/** Sites were switched off or on. */
export async function followSwitches(): Promise<void> {
  await registerScanner();
  announce('sites');
  const off = await readSitesOff();
  const tabs = await browser.tabs.query({});
  await inEach(tabs, async ({ id, url }) => {
    if (url === undefined || !isOff(url, off)) return;
    await stop(id);
    await showOff(id);
  });
  await startInOpenTabs();
}

/** Starts the scanner in tabs that were open before it was registered. */
export async function startInOpenTabs(): Promise<void> {
  const [origins, off] = await Promise.all([readableOrigins(), readSitesOff()]);
  // What the browser has put away would have to be loaded for this; it is read when it comes back.
  const tabs = origins.length > 0 ? await browser.tabs.query({ url: origins, discarded: false }) : [];
  await inEach(tabs, async ({ id, url }) => {
    if (url === undefined || isOff(url, off)) return;
    await injectScanner(id);
    await showOn(id);
  });
}

/** Does something in tabs, all at once. One that refuses scripts, or closes in the meantime, is left alone. */
async function inEach(
  tabs: readonly Tab[],
  act: (tab: { id: number; url: string | undefined }) => Promise<void>,
): Promise<void> {
  await Promise.allSettled(tabs.map(({ id, url }) => (id === undefined ? undefined : act({ id, url }))));
}

/** Stops the scanners in all frames of a tab. Rejects where none runs. */
async function stop(tabId: number): Promise<void> {
  await askTab(tabId, { type: 'tab/stop' });
  await showCount(tabId, 0);
}

/**
 * Stops a scanner that speaks up where none may run: one that slept among the pages that the browser keeps for going
 * back, while its site was switched off or taken back.
 *
 * @returns whether it was stopped
 */
export async function stopIfForbidden({ id, url }: Tab): Promise<boolean> {
  if (id === undefined || (url !== undefined && !isOff(url, await readSitesOff()))) return false;
  await stop(id).catch(() => {});
  return true;
}

/** The key for it was pressed: switches the tab's site off or on; one that is not granted is asked for. */
export async function toggleSite({ url }: Tab): Promise<void> {
  const site = url === undefined ? undefined : siteOf(url);
  if (url === undefined || site === undefined) return;
  // Asked for before anything is awaited: the browser answers only then, and at once where it was granted before.
  const [wasGranted, isGranted] = await Promise.all([mayRead(url), askForSite(site).catch(() => false)]);
  if (!wasGranted && !isGranted) return;
  const isOn = !wasGranted || isOff(url, await readSitesOff());
  const { sites } = await readSiteGrants();
  await switchSite((!isOn && widestAround(site, [...sites.keys()])) || site, isOn);
}
