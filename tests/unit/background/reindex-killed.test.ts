import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { pendingChanges, readCandidates, replaceDay } from '@/lib/digest/store';
import { openSearch } from '@/lib/open-search';
import { paper } from '../digest/sync/server';

/** What the worker waits for: any of it may be the last thing it did. */
const fate = vi.hoisted(() => ({ pass: async () => {} }));
const publishFilter = vi.fn<(filter: { generation: number }) => Promise<void>>();

vi.mock('@/lib/digest/store', async (original) => {
  const real = Object.entries(await original<Record<string, (...given: unknown[]) => unknown>>());
  const mortal = real.map(([name, work]) => {
    const mayDie = async (...given: unknown[]) => {
      await fate.pass();
      return work(...given);
    };
    return [name, mayDie];
  });
  return Object.fromEntries(mortal);
});
/** Of the extension. */
let version = 1;
vi.mock('wxt/browser', () => ({ browser: { runtime: { getManifest: () => ({ version: `${version}` }) } } }));
vi.mock('@/lib/published-filter', () => ({
  publishFilter: async (filter: never) => {
    await fate.pass();
    await publishFilter(filter);
  },
}));
vi.mock('@/lib/messages', () => ({ announce: () => {} }));
vi.mock('@/lib/settings/digest', () => ({ readDigestSettings: async () => ({ watchWords: [] }) }));

/** As after a restart of the worker: nothing is left but what is stored. */
async function wake() {
  vi.resetModules();
  return import('@/entrypoints/background/reindex');
}

/** Lets the worker die before its `last`th step, and resolves to whether it came to that. */
async function liveUntil(last: number, work: () => Promise<void>): Promise<boolean> {
  const death = Promise.withResolvers<void>();
  let left = last;
  fate.pass = async () => {
    if (left-- > 0) return;
    death.resolve();
    // A stopped worker gets no answer.
    await new Promise(() => {});
  };
  await Promise.race([work(), death.promise]);
  fate.pass = async () => {};
  return left < 0;
}

const list = (...numbers: number[]) =>
  replaceDay(
    'hugging-face',
    '2026-01-01',
    numbers.map((number) => paper(`2601.0000${number}`)),
    { syncedAt: 1, etags: [] },
  );

/** Ids of the papers that a page finds. */
async function searched(): Promise<string[]> {
  let ids: string[] = [];
  for await (const { hits } of openSearch().find('day:2026-01-01')) ids = hits.map(({ id }) => id);
  return ids.toSorted();
}

beforeEach(() => publishFilter.mockReset());

it.each([
  ['what changed', true],
  ['what is to be read in another way', false],
])('an index of %s is made whole by a later worker, whatever step one dies before', async (_, isChange) => {
  let step = 0;
  for (let isDead = true; isDead; step++) {
    await deleteDB('digest');
    await list(1, 2, 3, 4);
    await (await wake()).updateIfChanged();
    const before = publishFilter.mock.lastCall?.[0].generation ?? 0;
    if (isChange) await list(2, 3, 4, 5);
    else version++;
    const { updateIfChanged } = await wake();
    isDead = await liveUntil(step, updateIfChanged);
    await (await wake()).updateIfChanged();

    const ids = (isChange ? [2, 3, 4, 5] : [1, 2, 3, 4]).map((number) => `arxiv:2601.0000${number}`);
    const candidates = (await readCandidates()) as { generation: number; papers: string[] };
    expect([step, candidates.papers.toSorted()]).toEqual([step, ids]);
    expect(await searched()).toEqual(ids);
    expect(publishFilter.mock.lastCall?.[0].generation).toBe(candidates.generation);
    expect(candidates.generation).toBeGreaterThan(before);
    expect(await pendingChanges()).toBeUndefined();
  }
  expect(step).toBeGreaterThan(8);
});
