import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { SourceId } from '@/lib/digest/sources/registry';
import type { Paper } from '@/lib/paper/types';
import { pick, seededRandom } from '../../bench/random';
import { paper } from './sync/server';

async function freshStore() {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  return { ...(await import('@/lib/digest/store')), ...(await import('@/lib/digest/leaving')) };
}

let store: Awaited<ReturnType<typeof freshStore>>;
beforeEach(async () => {
  store = await freshStore();
});

const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
const vouched = { syncedAt: 1, etags: [] };

it('counts a paper once, and none that was imported or that another day lists', async () => {
  const [one, two, three, four] = ['1', '2', '3', '4'].map((number) => paper(number)) as [
    Paper,
    Paper,
    Paper,
    Paper,
  ];
  await store.addPapers([{ ...two, day: '2026-01-01' }]);
  await store.replaceDay('hugging-face', '2026-01-01', [one, two, three, four], vouched);
  await store.replaceDay('hugging-face', '2026-01-02', [three, four], vouched);
  await store.replaceDay('arxiv', '2026-01-03', [four], vouched);
  const gone = ['2026-01-01', '2026-01-02'].map((day) => ({ source: 'hugging-face' as const, day }));
  expect(await store.countLeaving(gone)).toBe(2);
  expect(await store.countLeaving(gone.slice(0, 1))).toBe(1);
  expect(await store.countLeaving([])).toBe(0);
});
it.each([1, 2, 3, 4, 5, 6])('counts just what is gone afterwards (%i)', async (seed) => {
  const draw = seededRandom(seed);
  const some = () => Array.from({ length: 1 + Math.floor(draw() * 6) }, () => `${Math.floor(draw() * 12)}`);
  const papers = () => [...new Set(some())].map((number) => paper(number));
  const all = days.flatMap((day) =>
    (['hugging-face', 'arxiv'] as SourceId[]).map((source) => ({ source, day })),
  );
  for (const { source, day } of all) {
    if (draw() < 0.3) await store.addPapers(papers().map((one) => ({ ...one, day: pick(days, draw) })));
    if (draw() < 0.8) await store.replaceDay(source, day, papers(), vouched);
  }
  const gone = all.filter(() => draw() < 0.6);
  const counted = await store.countLeaving(gone);
  const before = await store.countPapers();
  for (const { source, day } of gone) await store.dropDay(source, day);
  expect(counted).toBe(before - (await store.countPapers()));
});

it('ends when nobody wants to know any more', async () => {
  const over = AbortSignal.abort();
  await expect(store.countLeaving([{ source: 'arxiv', day: '2026-01-01' }], over)).rejects.toThrow();
});
