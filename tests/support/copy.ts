import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { SourceId } from '../../lib/digest/sources/registry.ts';
import type { SyncState } from '../../lib/digest/sync/state.ts';
import type { Candidates } from '../../lib/match/index-builder.ts';
import type { Paper } from '../../lib/paper/types.ts';
import type { DigestSettings } from '../../lib/settings/digest.ts';
import { eventually } from './eventually.ts';
import type { Titlelight } from './extension.ts';

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

/** What the worker is asked of syncing. */
type Order = 'sync/now' | 'sync/pause' | 'sync/resume' | 'sync/cancel';

/** A look at the extension's own copy of the digest, from a page that has its rights and runs none of its code. */
export interface Copy {
  /** Asks the worker for something, as the popup does. Never waits for it to be done. */
  order(type: Order): Promise<void>;
  /** Asks for a sync and waits until it is over, whatever came of it. */
  sync(): Promise<SyncState>;
  state(): Promise<SyncState>;
  choose(change: Partial<DigestSettings>): Promise<void>;
  settings(): Promise<Partial<DigestSettings>>;
  /** Minutes between two alarms that call for a sync; `undefined` where none is set. */
  alarmPeriod(): Promise<number | undefined>;
  /** Takes every alarm away: nothing wakes the worker by itself any more. */
  clearAlarms(): Promise<void>;
  /** Whether a sync was asked for that nobody has answered yet. */
  isAsked(): Promise<boolean>;
  /** Every day that came whole from a source, Hugging Face, and the arXiv numbers it lists, in order. */
  days(source?: SourceId): Promise<Map<string, string[]>>;
  /** Those of Hugging Face with all that the copy knows of their papers. */
  papersByDay(): Promise<Map<string, Paper[]>>;
  /** Days that are not whole, since the last answer for them held records that nobody could read. */
  flawed(): Promise<Set<string>>;
  /** Ids of the papers that it holds, of those that pages ask about, and whether filter and candidates are of one index. */
  index(): Promise<{ stored: string[]; asked: string[]; isOne: boolean }>;
  /** How many papers it holds, wherever they come from. */
  papers(): Promise<number>;
  /** Makes the last `days` days of the copy, 14, look as if they had been asked for `by` milliseconds earlier. */
  age(by: number, days?: number): Promise<void>;
  /** Puts papers on the shelf. */
  save(...papers: string[]): Promise<void>;
  /** Everything on the shelf, as text. */
  shelf(): Promise<string>;
  close(): Promise<void>;
}

/** How long a sync may take. */
const patience = 90_000;

export async function openCopy(titlelight: Titlelight): Promise<Copy> {
  const page = await titlelight.context.newPage();
  await page.goto(titlelight.address('manifest.json'));

  const copy: Copy = {
    async order(type) {
      // A worker that is stopped under the question gives no answer.
      await page.evaluate((type) => chrome.runtime.sendMessage({ type }).catch(() => undefined), type);
    },
    async sync() {
      const before = (await readMeta(page, 'syncAsked')) as number | undefined;
      const { lastFailure } = await copy.state();
      await copy.order('sync/now');
      return eventually(async () => {
        const [asked, answered] = [await readMeta(page, 'syncAsked'), await readMeta(page, 'syncAnswered')];
        const state = await copy.state();
        const hasFailed = (state.lastFailure?.at ?? 0) > (lastFailure?.at ?? 0);
        const failure = state.lastFailure?.failure;
        // One that is over says nothing of the sync that was asked for now.
        const isHeld = failure?.kind === 'wait' && failure.until > titlelight.now();
        if (asked === before || state.running || (asked !== answered && !hasFailed && !isHeld))
          throw new Error(`The sync is not over: ${JSON.stringify(state)}`);
        return state;
      }, patience);
    },
    state: async () =>
      ((await readMeta(page, 'sync')) as SyncState | undefined) ?? { failures: 0, skipped: [], sources: {} },
    async choose(change) {
      await page.evaluate(async (change) => {
        const { digestSettings } = await chrome.storage.local.get('digestSettings');
        await chrome.storage.local.set({ digestSettings: { ...(digestSettings as object), ...change } });
      }, change);
    },
    settings: () =>
      page.evaluate(async () => (await chrome.storage.local.get('digestSettings')).digestSettings ?? {}),
    alarmPeriod: () => page.evaluate(async () => (await chrome.alarms.get('sync'))?.periodInMinutes),
    clearAlarms: () => page.evaluate(async () => void (await chrome.alarms.clearAll())),
    async isAsked() {
      const [asked, answered] = [await readMeta(page, 'syncAsked'), await readMeta(page, 'syncAnswered')];
      return asked !== undefined && asked !== answered;
    },
    async days(source = 'hugging-face') {
      const days = await readDays(page, source, true);
      return new Map([...days].map(([day, ids]) => [day, ids.map(({ id }) => id.replace('arxiv:', ''))]));
    },
    async papersByDay() {
      const days = await readDays(page, 'hugging-face', false);
      return new Map([...days].map(([day, listed]) => [day, listed.map(({ paper }) => paper as Paper)]));
    },
    flawed: async () => {
      const flaws = (await readMeta(page, 'syncFlaws')) as Record<string, Record<string, number>> | undefined;
      return new Set(Object.keys(flaws?.['hugging-face'] ?? {}));
    },
    async index() {
      const stores = ['papers', 'candidates'];
      const [held = [], candidates] = await page.evaluate(readStores, {
        database: 'digest',
        stores,
        slim: true,
      });
      const stored = held.map(([id]) => String(id));
      const { papers, generation } = new Map(candidates).get('current') as Candidates;
      const filter = await page.evaluate(
        async () => (await chrome.storage.local.get('filter')).filter as { generation: number },
      );
      return { stored, asked: papers.toSorted(), isOne: filter.generation === generation };
    },
    papers: () => page.evaluate(countPapers),
    age: (by, days = 14) => page.evaluate(ageDays, { by, days, now: titlelight.now() }),
    async save(...papers) {
      for (const id of papers)
        await page.evaluate((id) => chrome.runtime.sendMessage({ type: 'page/save', id }), id);
    },
    shelf: async () =>
      JSON.stringify(await page.evaluate(readStores, { database: 'shelf', stores: ['entries'] })),
    close: () => page.close(),
  };
  return copy;
}

async function readMeta(page: Page, key: string): Promise<unknown> {
  const [meta] = await page.evaluate(readStores, { database: 'digest', stores: ['meta'] });
  return new Map(meta).get(key);
}

interface StoredPlaces {
  places: [source: string, day: string, ordinal: number][];
  paper?: Paper;
}

/**
 * Complete days of a source, and what stands on them in order. Read at one moment: a day that is replaced between two looks
 * would seem to hold nothing.
 */
async function readDays(
  page: Page,
  ours: SourceId,
  slim: boolean,
): Promise<Map<string, { id: string; paper: Paper | undefined }[]>> {
  const read = await page.evaluate(readStores, { database: 'digest', stores: ['papers', 'days'], slim });
  const [papers, days] = read as [
    [string, StoredPlaces][],
    [unknown, { source: string; day: string; complete: boolean }][],
  ];
  const lists = new Map<string, { id: string; paper: Paper | undefined; ordinal: number }[]>();
  for (const [, { source, day, complete }] of days) if (complete && source === ours) lists.set(day, []);
  for (const [id, { places, paper }] of papers)
    for (const [source, day, ordinal] of places)
      if (source === ours) lists.get(day)?.push({ id, paper, ordinal });
  for (const list of lists.values()) list.sort((one, other) => one.ordinal - other.ordinal);
  return lists;
}

/** Runs in the page: keys and values of stores as they are at one moment; where `slim`, of papers only where they stand. */
async function readStores({
  database,
  stores,
  slim = false,
}: {
  database: string;
  stores: string[];
  slim?: boolean;
}): Promise<[unknown, unknown][][]> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opened = await result(indexedDB.open(database));
  try {
    const transaction = opened.transaction(stores);
    return await Promise.all(
      stores.map(async (store) => {
        const all = transaction.objectStore(store);
        const [keys, values] = await Promise.all([result(all.getAllKeys()), result(all.getAll())]);
        const shown = (value: { places: unknown }) =>
          slim && store === 'papers' ? { places: value.places } : value;
        return keys.map((key, index): [unknown, unknown] => [key, shown(values[index])]);
      }),
    );
  } finally {
    opened.close();
  }
}

/** Runs in the page. */
async function countPapers(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const opening = indexedDB.open('digest');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('papers').objectStore('papers').count();
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error);
    opening.result.close();
  };
  return promise;
}

/** Runs in the page. */
async function ageDays({ by, days, now }: { by: number; days: number; now: number }): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('digest');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = opened.transaction('days', 'readwrite');
  const request = transaction.objectStore('days').openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    const { day, syncedAt } = cursor.value;
    const isRecent = now - Date.parse(day) < days * 86_400_000;
    if (isRecent) cursor.update({ ...cursor.value, syncedAt: Math.max(1, syncedAt - by) });
    cursor.continue();
  };
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  opened.close();
}
