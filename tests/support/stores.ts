import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { SourceId } from '../../lib/digest/sources/registry.ts';
import type { SyncState } from '../../lib/digest/sync/state.ts';
import type { DigestSettings } from '../../lib/settings/digest.ts';
import type { ReadingSettings } from '../../lib/settings/reading.ts';
import type { ShelfEntry } from '../../lib/shelf/types.ts';
import type { Titlelight } from './extension.ts';

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

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

/** Writes entries of the shelf as they lie there, and tells every page of the extension. */
export function putEntries(titlelight: Titlelight, entries: ShelfEntry[]): Promise<void> {
  return put(
    titlelight,
    entries.map((value) => ({ database: 'shelf', store: 'entries', value })),
    'shelf',
  );
}

/** Writes days as a source's answer leaves them; the papers themselves are not needed to count them. */
export function putDays(titlelight: Titlelight, days: { day: string; papers: number }[]): Promise<void> {
  const answered = { source: 'hugging-face', complete: true, syncedAt: 1, etags: [] };
  return put(
    titlelight,
    days.map((day) => ({
      database: 'digest',
      store: 'days',
      value: { ...answered, ...day, own: day.papers },
    })),
    'digest',
  );
}

/** Writes a paper as it lies in the digest, with the days that list it. */
export function putPaper(
  titlelight: Titlelight,
  number: string,
  days: { source: SourceId; day: string }[],
  imported = false,
): Promise<void> {
  const paper = {
    id: `arxiv:${number}`,
    title: `Lamps ${number}`,
    aliases: [],
    authors: [],
    links: [],
    keywords: [],
    day: days[0]?.day,
  };
  const places = days.map(({ source, day }, at) => [source, day, at]);
  const value = { paper, places, titleKeys: [], imported };
  return put(titlelight, [{ database: 'digest', store: 'papers', value }], 'digest');
}

export async function putSettings(titlelight: Titlelight, settings: Partial<DigestSettings>): Promise<void> {
  await inOwnPage(titlelight, (page) =>
    page.evaluate((digestSettings) => chrome.storage.local.set({ digestSettings }), settings),
  );
}

export async function putReadingSettings(
  titlelight: Titlelight,
  settings: Partial<ReadingSettings>,
): Promise<void> {
  await inOwnPage(titlelight, (page) =>
    page.evaluate((readingSettings) => chrome.storage.local.set({ readingSettings }), settings),
  );
}

/** Makes the shelf one that a newer version of the extension has written: this one can no longer open it. */
export async function ageBeyondUs(titlelight: Titlelight): Promise<void> {
  await inOwnPage(titlelight, (page) =>
    page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('shelf', 1_000);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    ),
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

export function readSettings(titlelight: Titlelight): Promise<DigestSettings> {
  return inOwnPage(titlelight, (page) =>
    page.evaluate(async () => (await chrome.storage.local.get('digestSettings')).digestSettings as never),
  );
}

/** Holds back every change of the settings until the function that is returned is called. */
export async function holdSettings(titlelight: Titlelight): Promise<() => Promise<void>> {
  const page = await titlelight.context.newPage();
  await page.goto(titlelight.address('manifest.json'));
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        navigator.locks.request('digestSettings', () => {
          held();
          return new Promise((release) => Object.assign(globalThis, { release }));
        });
      }),
  );
  return async () => {
    await page.evaluate(() => (globalThis as unknown as { release(): void }).release());
    await page.close();
  };
}

/** Has the worker look whether something is left to do, as it does when its alarm goes off. */
export async function ringAlarm(titlelight: Titlelight): Promise<void> {
  await inOwnPage(titlelight, (page) =>
    page.evaluate(() => chrome.alarms.create('upkeep', { when: Date.now() })),
  );
}

/** The manifest shown as a page: the extension's rights, none of its code. */
async function inOwnPage<T>(titlelight: Titlelight, act: (page: Page) => Promise<T>): Promise<T> {
  const front = titlelight.context.pages().at(-1);
  const page = await titlelight.context.newPage();
  await page.goto(titlelight.address('manifest.json'));
  const result = await act(page);
  await page.close();
  await front?.bringToFront();
  return result;
}
