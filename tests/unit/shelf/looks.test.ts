import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaperId } from '@/lib/paper/types';
import { movementSince } from '@/lib/shelf/look';
import { paper } from './shelf.ts';

async function fresh() {
  vi.resetModules();
  return {
    ...(await import('@/lib/shelf/looks')),
    ...(await import('@/lib/shelf/rename')),
    ...(await import('@/lib/shelf/store')),
  };
}

let shelf: Awaited<ReturnType<typeof fresh>>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  shelf = await fresh();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(1_000);
});

afterEach(() => vi.useRealTimers());

const code = (stars: number) => ({ kind: 'code' as const, url: 'https://github.com/a/b', stars });
const look = async (id: PaperId) => (await shelf.readLooks([id])).get(id);

describe('a look', () => {
  it('remembers the figures of the moment', async () => {
    await shelf.rememberLooks([paper('arxiv:1', { upvotes: 35, links: [code(7)] }), paper('arxiv:2')]);
    vi.setSystemTime(2_000);
    await shelf.rememberLooks([paper('arxiv:2', { upvotes: 1 })]);
    expect(await shelf.readLooks(['arxiv:1', 'arxiv:2', 'arxiv:3'])).toEqual(
      new Map<string, unknown>([
        ['arxiv:1', { id: 'arxiv:1', seenAt: 1_000, upvotes: 35, stars: 7 }],
        ['arxiv:2', { id: 'arxiv:2', seenAt: 2_000, upvotes: 1 }],
      ]),
    );
  });

  it('tells how figures have moved since', async () => {
    await shelf.rememberLooks([paper('arxiv:1', { upvotes: 35, links: [code(7)] })]);
    const now = paper('arxiv:1', { upvotes: 42, links: [code(5)] });
    expect(movementSince(await look('arxiv:1'), now)).toEqual({ upvotes: 7, stars: -2 });
    expect(movementSince(undefined, now)).toEqual({ upvotes: 0, stars: 0 });
    expect(movementSince(await look('arxiv:1'), paper('arxiv:1'))).toEqual({ upvotes: 0, stars: 0 });
  });

  it('is forgotten when too many newer ones came', async () => {
    await shelf.rememberLooks([paper('arxiv:first'), paper('arxiv:second')]);
    vi.setSystemTime(2_000);
    await shelf.rememberLooks([paper('arxiv:second')]);
    const many = Array.from({ length: shelf.mostLooks - 1 }, (_, i) => paper(`arxiv:${i}`));
    await shelf.rememberLooks(many);
    expect(await look('arxiv:first')).toBeUndefined();
    expect(await look('arxiv:second')).toBeDefined();
    expect((await shelf.readLooks(many.map(({ id }) => id))).size).toBe(many.length);
  });

  it('follows a paper to its new id, the later look where both were seen', async () => {
    await shelf.rememberLooks([paper('title:0', { upvotes: 1 }), paper('arxiv:2', { upvotes: 2 })]);
    await shelf.rename('title:0', paper('arxiv:1'));
    expect(await look('title:0')).toBeUndefined();
    expect(await look('arxiv:1')).toMatchObject({ seenAt: 1_000, upvotes: 1 });
    vi.setSystemTime(2_000);
    await shelf.rememberLooks([paper('arxiv:1', { upvotes: 3 })]);
    await shelf.rename('arxiv:1', paper('arxiv:2'));
    expect(await look('arxiv:2')).toMatchObject({ seenAt: 2_000, upvotes: 3 });
    await shelf.rememberLooks([paper('title:5', { upvotes: 9 })]);
    vi.setSystemTime(3_000);
    await shelf.rememberLooks([paper('arxiv:2', { upvotes: 4 })]);
    await shelf.rename('title:5', paper('arxiv:2'));
    expect(await look('arxiv:2')).toMatchObject({ seenAt: 3_000, upvotes: 4 });
    expect(await look('title:5')).toBeUndefined();
  });
});

it('a shelf from before there were looks keeps its entries and takes looks', async () => {
  const entry = {
    id: 'arxiv:1',
    paper: paper('arxiv:1'),
    status: 'reading',
    tags: ['a'],
    note: 'n',
    addedAt: 1,
    updatedAt: 2,
  };
  const old = await openDB('shelf', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('addedAt', 'addedAt');
    },
  });
  await old.put('entries', entry);
  old.close();
  expect(await shelf.listShelf()).toEqual([entry]);
  await shelf.rememberLooks([paper('arxiv:1')]);
  expect(await look('arxiv:1')).toBeDefined();
});
