import { browser } from 'wxt/browser';
import { say } from '@/components/state/toast';
import { t } from '@/lib/i18n/text';
import { askForEverySite, askForSite } from '@/lib/settings/site-grants';
import type { Site } from '@/lib/settings/sites';
import { switchSite } from '@/lib/settings/sites-off';
import { currentTab, tabPapers } from './tab';

/** Has the browser ask for the site; the worker follows, for the question may close the popup. */
export async function allowSite(site: Site): Promise<void> {
  // Whoever allows a site wants it on.
  const [isGranted] = await Promise.all([askForSite(site), switchSite(site, true)]);
  if (isGranted) await tabPapers.reload();
}

export async function allowEverySite(): Promise<void> {
  if (await askForEverySite()) await tabPapers.reload();
}

export async function setSite(site: Site, on: boolean): Promise<void> {
  await switchSite(site, on);
  await tabPapers.reload();
}

/** Reads the tab's page this once: pressing the button has given leave to. */
export async function lookOnce(): Promise<void> {
  const tab = await currentTab();
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab?.id ?? -1, allFrames: true },
      files: ['/scanner.js'],
    });
  } catch {
    say({ message: t('popup.mayNotLook') });
  }
  await tabPapers.reload();
}
