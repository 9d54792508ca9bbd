import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Paper } from '@/lib/paper/types';
import { failOpening } from '../fail-opening.ts';

async function freshStore() {
  vi.resetModules();
  return import('@/lib/digest/store');
}

let store: Awaited<ReturnType<typeof freshStore>>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await freshStore();
});

const paper = (id: Paper['id'], title: string): Paper => ({
  id,
  title,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
});

describe('a damaged database', () => {
  it.each(['UnknownError', 'InvalidStateError', 'DataError'])('is begun anew: %s', async (name) => {
    await store.addPapers([paper('arxiv:1', 'One')]);
    (await store.openDigest()).close();
    store = await freshStore();
    const deleted = failOpening(1, name);
    expect(await Promise.all([store.countPapers(), store.countPapers()])).toEqual([0, 0]);
    expect(deleted).toHaveBeenCalledExactlyOnceWith('digest');
    await store.addPapers([paper('arxiv:2', 'Two')]);
    expect(await store.countPapers()).toBe(1);
  });

  it('is deleted once, not again and again', async () => {
    const deleted = failOpening(3, 'UnknownError');
    await expect(store.countPapers()).rejects.toThrow(/its files are damaged/);
    await expect(store.countPapers()).rejects.toThrow(/its files are damaged/);
    expect(deleted).toHaveBeenCalledOnce();
    expect(await store.countPapers()).toBe(0);
  });

  it.each(['VersionError', 'QuotaExceededError', 'AbortError'])('is not what %s means', async (name) => {
    await store.addPapers([paper('arxiv:1', 'One')]);
    (await store.openDigest()).close();
    store = await freshStore();
    const deleted = failOpening(1, name);
    await expect(store.countPapers()).rejects.toThrow();
    expect(deleted).not.toHaveBeenCalled();
    expect(await store.countPapers()).toBe(1);
  });

  it('is never deleted where it is the shelf', async () => {
    const shelf = await import('@/lib/shelf/store');
    const deleted = failOpening(1, 'UnknownError');
    await expect(shelf.listShelf()).rejects.toThrow(/its files are damaged/);
    expect(deleted).not.toHaveBeenCalled();
  });
});
