import { browser } from 'wxt/browser';
import type { PackedFilter } from './match/membership';

/**
 * The filter on its way from the worker to every page. It lies in `storage.local`, which a content script reads without
 * waking the worker. All access goes through here, so that how it is kept can change in one place.
 */
const key = 'filter';

/** Counts up where `PackedFilter` or what is hashed into it changes: a filter of another form is as good as none. */
const form = 4;

export async function publishFilter(filter: PackedFilter): Promise<void> {
  await browser.storage.local.set({ [key]: { form, ...filter } });
}

function ofThisForm(stored: unknown): PackedFilter | undefined {
  const filter = stored as (PackedFilter & { form?: number }) | undefined;
  return filter?.form === form ? filter : undefined;
}

/** The filter of the latest generation; `undefined` before the first one is built, and after an update until it is built anew. */
export async function readFilter(): Promise<PackedFilter | undefined> {
  const stored = await browser.storage.local.get(key);
  return ofThisForm(stored[key]);
}

/** Calls back with every later generation, until `signal` aborts. */
export function onFilterPublished(callback: (filter: PackedFilter) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const filter = ofThisForm(changes[key]?.newValue);
    if (filter) callback(filter);
  };
  browser.storage.local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => {
    // An orphaned script has no API left to take its listener from.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listen);
  });
}
