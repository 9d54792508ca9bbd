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
      const days = await readDays(page, source, 'places');
      return new Map([...days].map(([day, ids]) => [day, ids.map(({ id }) => id.replace('arxiv:', ''))]));
    },
    async papersByDay() {
      const days = await readDays(page, 'hugging-face', 'all');
      return new Map([...days].map(([day, listed]) => [day, listed.map(({ paper }) => paper as Paper)]));
    },
    flawed: async () => {
      const flaws = (await readMeta(page, 'syncFlaws')) as Record<string, Record<string, number>> | undefined;
      return new Set(Object.keys(flaws?.['hugging-face'] ?? {}));
    },
    async index() {
      const read = (store: string) =>
        page.evaluate(readStore, { database: 'digest', store, wanted: 'places' as const });
      const stored = (await read('papers')).map(([id]) => String(id));
      const { papers, generation } = new Map(await read('candidates')).get('current') as Candidates;
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
      JSON.stringify(await page.evaluate(readStore, { database: 'shelf', store: 'entries' })),
    close: () => page.close(),
  };
  return copy;
}

const readMeta = async (page: Page, key: string): Promise<unknown> =>
  new Map(await page.evaluate(readStore, { database: 'digest', store: 'meta' })).get(key);

interface StoredPlaces {
  places: [source: string, day: string, ordinal: number][];
  paper?: Paper;
}

/** Complete days of a source, and what stands on them in order. */
async function readDays(
  page: Page,
  ours: SourceId,
  wanted: 'places' | 'all',
): Promise<Map<string, { id: string; paper: Paper | undefined }[]>> {
  const read = (store: string) => page.evaluate(readStore, { database: 'digest', store, wanted });
  const [papers, days] = (await Promise.all([read('papers'), read('days')])) as [
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

/** Runs in the page: keys and values of a store, or of papers no more than where they stand. */
async function readStore({
  database,
  store,
  wanted = 'all',
}: {
  database: string;
  store: string;
  wanted?: 'places' | 'all';
}): Promise<[unknown, unknown][]> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opened = await result(indexedDB.open(database));
  try {
    const all = opened.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([result(all.getAllKeys()), result(all.getAll())]);
    const slim = (value: { places: unknown }) =>
      store === 'papers' && wanted === 'places' ? { places: value.places } : value;
    return keys.map((key, index) => [key, slim(values[index])]);
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
