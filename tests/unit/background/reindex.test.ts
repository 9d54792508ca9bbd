import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';
import { joinPieces, type TitlePiece } from '@/lib/search/title-list';
import { TitleSearch } from '@/lib/search/titles';

const publishFilter = vi.fn<(filter: { generation: number }) => Promise<void>>();
const announce = vi.fn();
vi.mock('@/lib/published-filter', () => ({ publishFilter: (filter: never) => publishFilter(filter) }));
vi.mock('@/lib/messages', () => ({ announce: (change: string) => announce(change) }));

let store: typeof import('@/lib/digest/store');
let background: typeof import('@/entrypoints/background/reindex');
let lookup: typeof import('@/lib/digest/lookup');

/** As after a restart of the worker: nothing is left but what is stored. */
async function wake() {
  vi.resetModules();
  store = await import('@/lib/digest/store');
  background = await import('@/entrypoints/background/reindex');
  lookup = await import('@/lib/digest/lookup');
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  publishFilter.mockReset().mockResolvedValue();
  announce.mockReset();
  await wake();
});

const names = ['Wicks', 'Lanterns', 'Chandeliers', 'Matches', 'Beacons', 'Lighthouses', 'Torches', 'Embers'];
const papers = names.map(
  (name, i): Paper => ({
    id: `arxiv:2401.0000${i}`,
    title: `${name} of the Northern Shore at Night: A Study Number ${i}`,
    aliases: [],
    authors: [],
    links: [],
    keywords: [],
  }),
);
const vouched = { syncedAt: 1, etags: [] };
const replace = (day: string, listed: readonly Paper[]) =>
  store.replaceDay('hugging-face', day, listed, vouched);

async function lit(paper: Paper): Promise<PaperId[]> {
  const block = { text: paper.title, links: [], seams: [], startsBlock: true, endsBlock: true };
  return (await lookup.mentionsIn([block], [])).flat().map((mention) => mention.paper);
}

async function found(word: string): Promise<PaperId[]> {
  return new TitleSearch(joinPieces((await store.readSegments()) as TitlePiece[])).find(word, 10);
}

/** Whether papers are known to pages and to the search, each of them or none. */
async function known(all: readonly Paper[]): Promise<boolean[]> {
  return Promise.all(
    all.map(async (paper) => {
      const [onPages, inSearch] = [await lit(paper), await found(paper.title.slice(0, 6))];
      expect(onPages).toEqual(inSearch);
      return onPages.includes(paper.id);
    }),
  );
}

describe('the index', () => {
  it('is built from nothing, and then follows the days', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    expect(await background.updateIndex()).toBe(6);
    expect(await known(papers)).toEqual([true, true, true, true, true, true, false, false]);
    await replace('2026-02-01', papers.slice(6, 7));
    await replace('2026-01-01', papers.slice(1, 6));
    expect(await background.updateIndex()).toBe(6);
    expect(await known(papers)).toEqual([false, true, true, true, true, true, true, false]);
    expect(await store.pendingChanges()).toBeUndefined();
    expect(publishFilter.mock.calls.map(([{ generation }]) => generation)).toEqual([1, 2]);
  });

  it('reads no paper again that did not change, but all once half of them have', async () => {
    await replace('2026-01-01', papers.slice(0, 5));
    await background.updateIndex();
    const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const readAll = () =>
      (reading.mock.contexts as unknown as IDBObjectStore[]).some(({ name }) => name === 'papers');
    await replace('2026-02-01', papers.slice(5, 7));
    await background.updateIndex();
    expect(readAll()).toBe(false);
    await replace('2026-02-02', papers.slice(7, 8));
    await background.updateIndex();
    expect(readAll()).toBe(false);
    await replace('2026-02-01', []);
    await background.updateIndex();
    expect(readAll()).toBe(true);
    expect(await known(papers)).toEqual([true, true, true, true, true, false, false, true]);
    reading.mockClear();
    await replace('2026-01-01', papers.slice(0, 4));
    await background.updateIndex();
    expect(readAll()).toBe(false);
  });

  it('moves a paper to the month of its new day', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    await background.updateIndex();
    await store.dropDay('hugging-face', '2026-01-01');
    await replace('2025-12-01', papers.slice(0, 6));
    await background.updateIndex();
    expect(await found('northern')).toHaveLength(6);
    expect(await store.readSegments()).toHaveLength(1);
  });

  it('is left alone where nothing changed', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    await background.updateIfChanged(false);
    announce.mockClear();
    await background.updateIfChanged(false);
    expect(publishFilter).toHaveBeenCalledTimes(1);
    expect(announce).not.toHaveBeenCalled();
    await background.updateIfChanged(true);
    expect(publishFilter).toHaveBeenCalledTimes(2);
  });

  it('is made whole by a later worker where one dies while the filter is published', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    publishFilter.mockRejectedValueOnce(new Error('Killed.'));
    await background.updateIfChanged(false).catch(() => {});
    await wake();
    await background.updateIfChanged(false);
    expect(publishFilter).toHaveBeenCalledTimes(2);
    expect(await store.pendingChanges()).toBeUndefined();
  });

  it('learns of what changes while it is built', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    publishFilter.mockImplementationOnce(async () => {
      await replace('2026-02-01', papers.slice(6, 7));
    });
    await background.updateIfChanged(false);
    expect(await store.pendingChanges()).toMatchObject({ ids: [papers[6]?.id] });
    await background.updateIfChanged(false);
    expect(await known(papers.slice(5))).toEqual([true, true, false]);
  });
});
