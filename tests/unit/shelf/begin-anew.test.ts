import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { failOpening } from '../fail-opening.ts';
import { openWindow, paper } from './shelf.ts';

async function reopened() {
  return { ...(await openWindow()), ...(await import('@/lib/shelf/begin-anew')) };
}

let shelf: Awaited<ReturnType<typeof reopened>>;
beforeEach(async () => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
  shelf = await reopened();
  await shelf.save(paper('arxiv:1'));
  const { openShelf } = await import('@/lib/shelf/database');
  (await openShelf()).close();
  shelf = await reopened();
});

it('an empty shelf takes the place of one whose files are damaged', async () => {
  const deleted = failOpening(1, 'UnknownError');
  await shelf.beginShelfAnew();
  expect(deleted).toHaveBeenCalledExactlyOnceWith('shelf');
  expect(await shelf.listShelf()).toEqual([]);
  await shelf.save(paper('arxiv:2'));
  expect(await shelf.countShelf()).toBe(1);
});

it('a shelf that can be read stays', async () => {
  await expect(shelf.beginShelfAnew()).rejects.toThrow('nothing was done');
  expect(await shelf.countShelf()).toBe(1);
});

it.each(['VersionError', 'QuotaExceededError', 'AbortError'])('a shelf stays after %s', async (name) => {
  const deleted = failOpening(1, name);
  await expect(shelf.beginShelfAnew()).rejects.toThrow();
  expect(deleted).not.toHaveBeenCalled();
  expect(await shelf.countShelf()).toBe(1);
});
