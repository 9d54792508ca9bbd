import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';

/** A database as version 1 of the schema left it. Returns what puts papers into it that are on no day. */
async function firstVersion() {
  const database = await openDB('digest', 1, {
    upgrade(created) {
      const papers = created.createObjectStore('papers', { keyPath: 'paper.id' });
      papers.createIndex('place', 'place');
      papers.createIndex('titleKeys', 'titleKeys', { multiEntry: true });
      created.createObjectStore('days', { keyPath: 'day' });
      for (const name of ['candidates', 'segments', 'meta']) created.createObjectStore(name);
    },
  });
  const paper = (number: number, day?: string) => ({
    ...{ id: `arxiv:${number}`, title: `Title ${number}`, aliases: [], authors: [], links: [], keywords: [] },
    ...(day && { day }),
  });
  const stored = (number: number, imported: boolean, place?: [string, number]) => ({
    paper: paper(number, place?.[0]),
    titleKeys: [`title${number}`],
    imported,
    ...(place && { place }),
  });
  await database.put('papers', stored(1, false, ['2026-01-01', 4]));
  await database.put('papers', stored(2, false, ['2026-01-01', 2]));
  await database.put('papers', stored(3, true));
  await database.put('days', { day: '2026-01-01', papers: 2, complete: true, syncedAt: 7 });
  await database.put('candidates', { generation: 3 }, 'current');
  await database.put('segments', { ids: [] }, 'titles');
  await database.put('meta', 3, 'generation');
  await database.put('meta', 5, 'nextOrdinal');
  await database.put('meta', true, 'indexDirty');
  database.close();
  return async (numbers: number[], place?: [string, number]) => {
    const again = await openDB('digest', 1);
    const transaction = again.transaction('papers', 'readwrite');
    for (const number of numbers) transaction.store.put(stored(number, true, place));
    await transaction.done;
    again.close();
  };
}

let store: typeof import('@/lib/digest/store');
let putMore: Awaited<ReturnType<typeof firstVersion>>;

beforeEach(async () => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  putMore = await firstVersion();
  store = await import('@/lib/digest/store');
});

it('brings a digest of version 1 up to date: its days are those of Hugging Face', async () => {
  expect(await store.countPapers()).toBe(3);
  expect((await store.papersOfDay('2026-01-01')).map(({ title }) => title)).toEqual(['Title 2', 'Title 1']);
  expect(await store.sourceDays('hugging-face')).toEqual([
    {
      source: 'hugging-face',
      day: '2026-01-01',
      papers: 2,
      own: 2,
      complete: true,
      syncedAt: 7,
      etags: [],
    },
  ]);
  expect(await store.getPaper('arxiv:3')).not.toHaveProperty('day');
});

it('keeps titles and imports known, so that later accounts join them', async () => {
  const renamed = await store.addPapers([
    {
      id: 'title:0000000000000001',
      title: 'title 3',
      aliases: [],
      authors: [],
      links: [],
      keywords: [],
      tldr: 'S.',
    },
  ]);
  expect(renamed).toMatchObject({ added: 0, merged: 1 });
  await store.dropDay('hugging-face', '2026-01-01');
  expect(await store.countPapers()).toBe(1);
  expect((await store.getPaper('arxiv:3'))?.tldr).toBe('S.');
});

it('knows the day of an import', async () => {
  await putMore([4], ['2026-01-01', 9]);
  await store.dropDay('hugging-face', '2026-01-01');
  expect((await store.getPaper('arxiv:4'))?.day).toBe('2026-01-01');
});

it('leaves nothing of the old index, and goes on counting generations', async () => {
  expect(await store.readCandidates()).toBeUndefined();
  expect(await (await store.openDigest()).getAllKeys('segments')).toEqual([]);
  expect(await store.readMeta('indexDirty')).toBeUndefined();
  expect(await store.readMeta('generation')).toBe(3);
});

it('leaves no paper of a large digest behind', async () => {
  await putMore(Array.from({ length: 1_200 }, (_, i) => 1_000 + i));
  const all = await (await store.openDigest()).getAll('papers');
  expect(all).toHaveLength(1_203);
  for (const { titleKeys, places } of all) {
    expect(titleKeys).toEqual([expect.any(Number)]);
    expect(places).toEqual(expect.any(Array));
  }
});
