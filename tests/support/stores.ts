import type { Page } from 'playwright-core';
import type { SyncState } from '../../lib/digest/sync/state.ts';
import type { DigestSettings } from '../../lib/settings/digest.ts';
import type { Titlelight } from './extension.ts';

/** What stands in the extension's own pages. */
declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

/** A value for a store of one of the extension's databases; `key` where the store does not take it from the value. */
interface Put {
  database: 'digest' | 'shelf';
  store: string;
  value: unknown;
  key?: string;
}

/** Writes how syncing stands, as the worker would, and tells every page of the extension. */
export function putSyncState(titlelight: Titlelight, state: SyncState): Promise<void> {
  return put(titlelight, [{ database: 'digest', store: 'meta', value: state, key: 'sync' }], 'sync');
}

/** Writes what was last seen of papers. Pages that are open keep what they know. */
export function putLooks(
  titlelight: Titlelight,
  looks: { id: string; seenAt: number; upvotes?: number; stars?: number }[],
): Promise<void> {
  return put(
    titlelight,
    looks.map((value) => ({ database: 'shelf', store: 'looks', value })),
  );
}

export async function putSettings(titlelight: Titlelight, settings: Partial<DigestSettings>): Promise<void> {
  await inOwnPage(titlelight, (page) =>
    page.evaluate((digestSettings) => chrome.storage.local.set({ digestSettings }), settings),
  );
}

async function put(titlelight: Titlelight, puts: Put[], change?: string): Promise<void> {
  await inOwnPage(titlelight, (page) =>
    page.evaluate(
      async ({ puts, change }) => {
        for (const { database, store, value, key } of puts) {
          await new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open(database);
            // A new one would be an empty one: the extension itself must have opened it before.
            opening.onupgradeneeded = () => opening.transaction?.abort();
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const transaction = opening.result.transaction(store, 'readwrite');
              transaction.objectStore(store).put(value, key);
              transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
              transaction.onabort = () => reject(transaction.error);
            };
          });
        }
        if (change) new BroadcastChannel('titlelight').postMessage(change);
      },
      { puts, change },
    ),
  );
}

/** The manifest shown as a page: the extension's rights, none of its code. */
async function inOwnPage(titlelight: Titlelight, act: (page: Page) => Promise<unknown>): Promise<void> {
  const front = titlelight.context.pages().at(-1);
  const page = await titlelight.context.newPage();
  await page.goto(titlelight.address('manifest.json'));
  await act(page);
  await page.close();
  await front?.bringToFront();
}
