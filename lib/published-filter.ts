import { browser } from 'wxt/browser';
import type { PackedFilter } from './match/membership';

/**
 * The filter on its way from the worker to every page. It lies in `storage.local`, which a content script reads without
 * waking the worker. All access goes through here, so that how it is kept can change in one place.
 */
const key = 'filter';

export async function publishFilter(filter: PackedFilter): Promise<void> {
  await browser.storage.local.set({ [key]: filter });
}

/** The filter of the latest generation; `undefined` before the first one is built. */
export async function readFilter(): Promise<PackedFilter | undefined> {
  const stored = await browser.storage.local.get(key);
  return stored[key] as PackedFilter | undefined;
}

/** Calls back with every later generation, until `signal` aborts. */
export function onFilterPublished(callback: (filter: PackedFilter) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const filter = changes[key]?.newValue as PackedFilter | undefined;
    if (filter) callback(filter);
  };
  browser.storage.local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => {
    // An orphaned script has no API left to take its listener from.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listen);
  });
}
