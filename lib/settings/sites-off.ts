import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isWithin, type Site } from './sites';

/**
 * Sites that are switched off: Titlelight may read them and does not. Kept in `storage.local` as `sitesOff`, a list of
 * hosts; each stands for its subdomains too.
 */
const key = 'sitesOff';

const stored = v.fallback(v.array(v.pipe(v.string(), v.nonEmpty())), []);

export async function readSitesOff(): Promise<Site[]> {
  return v.parse(stored, (await browser.storage.local.get(key))[key]);
}

/** Switches a site off; or on, with every site around it that is off. Changes of several contexts wait for each other. */
export function switchSite(site: Site, on: boolean): Promise<void> {
  return navigator.locks.request(key, async () => {
    const off = await readSitesOff();
    const rest = off.filter((other) => !(on ? isWithin(site, other) : isWithin(other, site)));
    await browser.storage.local.set({ [key]: on ? rest : [...rest, site] });
  });
}

/** Calls back with the sites that are off whenever they change, in whatever context, until `signal` aborts. */
export function onSitesOff(callback: (off: Site[]) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage.local;
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]) callback(v.parse(stored, changes[key].newValue));
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen));
}
