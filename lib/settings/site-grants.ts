import { browser } from 'wxt/browser';
import { everySite, isEverySite, patternOf, type Site, siteOfPattern } from './sites';

/** What the browser lets Titlelight read. It alone knows: nothing here is stored. */
export interface SiteGrants {
  every: boolean;
  /** Sites granted one by one, in the order of their names, each with its match patterns. */
  sites: Map<Site, string[]>;
}

export async function readSiteGrants(): Promise<SiteGrants> {
  const { origins = [] } = await browser.permissions.getAll();
  const sites = new Map<Site, string[]>();
  for (const origin of origins.toSorted()) {
    const site = siteOfPattern(origin);
    if (site) sites.set(site, [...(sites.get(site) ?? []), origin]);
  }
  return { every: origins.some(isEverySite), sites };
}

/** Whether Titlelight may read an address on the web. */
export function mayRead(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  // Match patterns know no ports.
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Has the browser ask for a site; only within a click or a key. Resolves to the answer, at once where it was given before. */
export function askForSite(site: Site): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(site)] });
}

/** Has the browser ask for several sites at once. */
export function askForSites(sites: readonly Site[]): Promise<boolean> {
  return browser.permissions.request({ origins: sites.map(patternOf) });
}

/** Has the browser ask for every site; only within a click. */
export function askForEverySite(): Promise<boolean> {
  return browser.permissions.request({ origins: [everySite] });
}

/**
 * Gives back the grant of every site; those granted by name stay. Chromium lets go of these as well, and asks once more for
 * them: only within a click.
 */
export async function giveBackEverySite(): Promise<void> {
  const { sites } = await readSiteGrants();
  await giveBack([everySite]);
  const { origins: left = [] } = await browser.permissions.getAll();
  const lost = [...sites.values()].flat().filter((origin) => !left.includes(origin));
  if (lost.length > 0) await browser.permissions.request({ origins: lost });
}

/** Gives sites back. Resolves to whether the browser let go of them: some keep what an extension came with. */
export function giveBack(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns }).catch(() => false);
}

/** Calls back whenever grants change, also in the browser's own settings, until `signal` aborts. */
export function onSiteGrants(callback: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(callback);
  onRemoved.addListener(callback);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(callback);
    onRemoved.removeListener(callback);
  });
}
