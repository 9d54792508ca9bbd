import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';

const publishFilter = vi.fn<(filter: { generation: number }) => Promise<void>>();
const announce = vi.fn();
/** Of the extension. */
let version = '1.0.0';
vi.mock('wxt/browser', () => ({ browser: { runtime: { getManifest: () => ({ version }) } } }));
vi.mock('@/lib/published-filter', () => ({ publishFilter: (filter: never) => publishFilter(filter) }));
vi.mock('@/lib/messages', () => ({ announce: (change: string) => announce(change) }));
vi.mock('@/lib/settings/digest', () => ({ readDigestSettings: async () => ({ watchWords: [] }) }));

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
  version = '1.0.0';
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
  const { openSearch } = await import('@/lib/open-search');
  const ids: PaperId[] = [];
  for await (const { hits, complete } of openSearch().find(word))
    if (complete) ids.push(...hits.map(({ id }) => id));
  return ids;
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

  it('has a paper under its new day', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    await background.updateIndex();
    await store.dropDay('hugging-face', '2026-01-01');
    await replace('2025-12-01', papers.slice(0, 6));
    await background.updateIndex();
    expect(await found('northern before:2026')).toHaveLength(6);
    expect(await found('northern after:2026')).toEqual([]);
    expect(await (await store.openDigest()).getAllKeys('segments')).toHaveLength(3);
  });

  it('follows abstracts, authors and keywords', async () => {
    const [paper, ...others] = papers as [Paper, ...Paper[]];
    await replace('2026-01-01', papers);
    await background.updateIndex();
    await replace('2026-01-01', [
      { ...paper, abstract: 'Of tinder.', authors: ['Ada Spark'], keywords: ['flint'] },
      ...others,
    ]);
    await background.updateIndex();
    for (const word of ['tinder', 'spark', 'flint']) expect(await found(word)).toEqual([paper.id]);
  });

  it('is rebuilt from every paper where it is wrong, and searches go on meanwhile', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    await background.updateIndex();
    const { IndexBuilder } = await import('@/lib/match/index-builder');
    await store.writeCandidates((await new IndexBuilder().build(1)).candidates);
    await wake();
    expect(await lit(papers[0] as Paper)).toEqual([]);
    await background.updateIndex();
    expect(await lit(papers[0] as Paper)).toEqual([]);
    publishFilter.mockImplementationOnce(async () => {
      expect(await found('northern')).toHaveLength(6);
    });
    expect(await background.rebuildIndex()).toBe(6);
    expect(publishFilter).toHaveBeenCalledTimes(2);
    expect(await known(papers)).toEqual([true, true, true, true, true, true, false, false]);
  });

  it('is left alone where nothing changed', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    await background.updateIfChanged();
    announce.mockClear();
    await background.updateIfChanged();
    expect(publishFilter).toHaveBeenCalledTimes(1);
    expect(announce).not.toHaveBeenCalled();
  });

  it('is made anew by another version of the extension, whoever asks for it first', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    for (const next of ['1.0.1', '1.0.2']) {
      await background.updateIfChanged();
      const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');
      version = next;
      // No step of this worker was told of an update.
      await wake();
      if (next === '1.0.1') await background.updateIndex();
      else await background.updateIfChanged();
      const stores = (reading.mock.contexts as unknown as IDBObjectStore[]).map(({ name }) => name);
      expect(stores).toContain('papers');
      reading.mockClear();
      await background.updateIfChanged();
      expect(reading.mock.contexts).toHaveLength(1);
      expect(await known(papers.slice(5, 7))).toEqual([true, false]);
      reading.mockRestore();
    }
  });

  it('is made whole by a later worker where one dies while the filter is published', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    publishFilter.mockRejectedValueOnce(new Error('Killed.'));
    await background.updateIfChanged().catch(() => {});
    await wake();
    await background.updateIfChanged();
    expect(publishFilter).toHaveBeenCalledTimes(2);
    expect(await store.pendingChanges()).toBeUndefined();
  });

  it('is made anew for the search where a piece of it is lost', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    await background.updateIndex();
    await (await store.openDigest()).delete('segments', 'segment 0');
    await replace('2026-01-02', papers.slice(6, 7));
    await expect(background.updateIfChanged()).rejects.toThrow('missing');
    await background.updateIfChanged();
    expect(await found('northern')).toHaveLength(7);
  });

  it('learns of what changes while it is built', async () => {
    await replace('2026-01-01', papers.slice(0, 6));
    publishFilter.mockImplementationOnce(async () => {
      await replace('2026-02-01', papers.slice(6, 7));
    });
    await background.updateIfChanged();
    expect(await store.pendingChanges()).toMatchObject({ ids: [papers[6]?.id] });
    await background.updateIfChanged();
    expect(await known(papers.slice(5))).toEqual([true, true, false]);
  });
});
