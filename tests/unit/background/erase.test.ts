import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { beginDigestAnew } from '@/entrypoints/background/erase';
import { updateIndex } from '@/entrypoints/background/reindex';
import { eraseDigest } from '@/lib/digest/erase';
import { pendingChanges, readBatch, readCandidates, replaceDay } from '@/lib/digest/store';
import { openSearch } from '@/lib/open-search';
import { paper } from '../digest/sync/server';

const publishFilter = vi.fn<() => Promise<void>>();
vi.mock('wxt/browser', () => ({
  browser: { runtime: { getManifest: () => ({ version: '1.0.0' }), getURL: (path: string) => path } },
}));
vi.mock('@/lib/published-filter', () => ({ publishFilter: () => publishFilter() }));
vi.mock('@/lib/messages', () => ({ announce: () => {} }));

const bundled = {
  ...paper('2307.00001'),
  id: '2307.00001',
  title: 'Starting Lanterns of the Attic',
  date: '2026-01-01',
};

beforeEach(async () => {
  await eraseDigest();
  publishFilter.mockReset().mockResolvedValue();
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(bundled)));
});

const bring = (...numbers: string[]) =>
  replaceDay(
    'hugging-face',
    '2026-01-01',
    numbers.map((number) => paper(number)),
    { syncedAt: 1, etags: [] },
  );

/** Ids of papers that pages ask about, and of those that the search finds. */
async function known(): Promise<{ asked: string[]; found: string[] }> {
  const { papers } = (await readCandidates()) as { papers: string[] };
  let found: string[] = [];
  for await (const { hits } of openSearch().find('lanterns')) found = hits.map(({ id }) => id);
  return { asked: papers.toSorted(), found: found.toSorted() };
}

it.each([
  ['goes on from one before it', true],
  ['is made from nothing', false],
])('the digest begins anew behind an index that %s', async (_, goesOnFromOne) => {
  if (goesOnFromOne) {
    await bring('2601.00001', '2601.00002', '2601.00003');
    await updateIndex();
  }
  await bring('2601.00002', '2601.00003', '2601.00004');
  const reached = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  publishFilter.mockImplementationOnce(() => {
    reached.resolve();
    return release.promise;
  });
  const updating = updateIndex();
  await reached.promise;
  const erasing = beginDigestAnew();
  // Time enough to erase everything, were it not waiting.
  await new Promise((resolve) => setTimeout(resolve, 200));
  release.resolve();
  await Promise.all([updating, erasing]);

  const stored = (await readBatch(undefined, 100)).map(({ id }) => id);
  expect(stored).toEqual(['arxiv:2307.00001']);
  expect(await known()).toEqual({ asked: stored, found: stored });
  expect(await pendingChanges()).toBeUndefined();
});
