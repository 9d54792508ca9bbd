import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onChange } from '@/lib/messages';
import type { PaperId } from '@/lib/paper/types';
import { shelfOrders, sortShelf } from '@/lib/shelf/order';
import { countTags } from '@/lib/shelf/tags';
import { entry, openWindow, paper } from './shelf.ts';

let shelf: Awaited<ReturnType<typeof openWindow>>;

beforeEach(async () => {
  shelf = await openWindow({ isEmpty: true });
});
afterEach(() => vi.restoreAllMocks());

const one: PaperId = 'arxiv:1';
const two: PaperId = 'arxiv:2';

describe('many entries at once', () => {
  beforeEach(() => shelf.save([paper(one), paper(two)]));

  it('get a status', async () => {
    const { entries } = await shelf.setStatus([two, one, 'arxiv:9'], 'reading');
    expect(entries.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'arxiv:2 reading',
      'arxiv:1 reading',
    ]);
  });

  it('get tags and lose them, whatever the spelling', async () => {
    await shelf.addTags([one], ['Moths']);
    await shelf.addTags([one, two], [' moths', '#lamps,', '']);
    expect((await shelf.listShelf()).map(({ tags }) => tags)).toEqual([
      ['lamps', 'moths'],
      ['Moths', 'lamps'],
    ]);
    expect(countTags(await shelf.listShelf())).toEqual([
      { tag: 'Moths', count: 2 },
      { tag: 'lamps', count: 2 },
    ]);
    await shelf.removeTags([one, two], ['MOTHS']);
    expect((await shelf.listShelf()).map(({ tags }) => tags)).toEqual([['lamps'], ['lamps']]);
  });

  it('have a tag spelled differently, also as another one is', async () => {
    await shelf.addTags([one], ['Lamps', 'moths']);
    await shelf.addTags([two], ['lamps']);
    await shelf.renameTag('lamps', 'moths');
    expect((await shelf.listShelf()).map(({ tags }) => tags)).toEqual([['moths'], ['moths']]);
    expect((await shelf.renameTag('moths', ' ')).undo).toEqual([]);
  });

  it('are written whole or not at all', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      if (value.id === two) throw new DOMException('Full.', 'QuotaExceededError');
      return put.call(this, value);
    });
    await expect(shelf.setStatus([one, two], 'read')).rejects.toThrow(
      'The disk is full: nothing was changed, and your shelf is as it was.',
    );
    expect((await shelf.listShelf()).map(({ status }) => status)).toEqual(['to-read', 'to-read']);
  });

  it('never undo what another window does to them at the same time', async () => {
    const other = await openWindow();
    await Promise.all([
      shelf.addTags([one, two], ['mine']),
      other.addTags([one, two], ['theirs']),
      shelf.setStatus([one], 'read'),
      other.setNote(one, 'Theirs.'),
    ]);
    expect(await shelf.getEntry(one)).toMatchObject({
      tags: ['mine', 'theirs'],
      status: 'read',
      note: 'Theirs.',
    });
  });
});

it('keeps a note as it was typed', async () => {
  await shelf.save(paper(one));
  await shelf.setNote(one, '  one\r\n\r\n\ttwo \n\n');
  expect(await shelf.getEntry(one)).toMatchObject({ note: '  one\n\n\ttwo' });
});

it('makes one entry of duplicates, found under each of its ids', async () => {
  await shelf.save([paper('doi:10.1/a', { abstract: 'A.' }), paper(one)]);
  await shelf.setNote('doi:10.1/a', 'Published.');
  await shelf.remove(one);
  const { entries } = await shelf.mergeDuplicates(['doi:10.1/a', one]);
  expect(entries).toMatchObject([
    { id: one, otherIds: ['doi:10.1/a'], note: 'Published.', paper: { id: one, abstract: 'A.' } },
  ]);
  expect(await shelf.listEntries()).toHaveLength(1);
  expect(await shelf.getEntry('doi:10.1/a')).toEqual(entries[0]);
  expect(await shelf.save(paper('doi:10.1/a'))).toMatchObject({ entries: [{ id: one }] });
  expect(await shelf.listEntries()).toHaveLength(1);
});

it('tells every context of a change, and of nothing else', async () => {
  const heard: string[] = [];
  const closed = new AbortController();
  onChange((change) => heard.push(change), closed.signal);
  await shelf.save(paper(one));
  await shelf.setStatus([one], 'to-read');
  await shelf.setStatus(['arxiv:9'], 'read');
  await vi.waitFor(() => expect(heard).toEqual(['shelf']));
  closed.abort();
});

describe('the database', () => {
  it('brings what earlier versions kept along, whole', async () => {
    globalThis.indexedDB = new IDBFactory();
    const old = await openDB('shelf', 2, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'id' }).createIndex('addedAt', 'addedAt');
        database.createObjectStore('looks', { keyPath: 'id' }).createIndex('seenAt', 'seenAt');
      },
    });
    const entries = [entry(one, { note: 'n' }), entry(two, { removedAt: 2 })];
    for (const one of entries) await old.put('entries', one);
    await old.put('looks', { id: one, seenAt: 1 });
    old.close();
    shelf = await openWindow();
    expect(await shelf.listEntries()).toEqual(entries);
    expect(await shelf.countShelf()).toBe(1);
  });

  it('of a newer version is left alone, and says so', async () => {
    globalThis.indexedDB = new IDBFactory();
    const newer = await openDB('shelf', 99, {
      upgrade: (database) => void database.createObjectStore('entries', { keyPath: 'id' }),
    });
    await newer.put('entries', entry(one));
    newer.close();
    shelf = await openWindow();
    await expect(shelf.listShelf()).rejects.toThrow(
      'The shelf on this machine was written by a newer version of Titlelight.',
    );
    await expect(shelf.save(paper(two))).rejects.toThrow('newer version');
    const left = await openDB('shelf', 99);
    expect(await left.getAll('entries')).toEqual([entry(one)]);
    left.close();
  });
});

it('is sorted as asked, and else as it was added', () => {
  const entries = [
    entry('arxiv:a', { addedAt: 1, updatedAt: 9, paper: paper('arxiv:a', { title: 'b2', upvotes: 1 }) }),
    entry('arxiv:b', { addedAt: 2, status: 'read', paper: paper('arxiv:b', { title: '“B10”', upvotes: 7 }) }),
    entry('arxiv:c', {
      addedAt: 3,
      status: 'reading',
      paper: paper('arxiv:c', { title: 'Á', publishedAt: '2024-01' }),
    }),
  ];
  const sorted = (order: Parameters<typeof sortShelf>[1]) =>
    sortShelf(entries, order)
      .map(({ id }) => id.slice(-1))
      .join('');
  for (const order of shelfOrders) expect(sorted(order)).toHaveLength(3);
  expect(sorted('added')).toBe('cba');
  expect(sorted('changed')).toBe('acb');
  expect(sorted('published')).toBe('cba');
  expect(sorted('title')).toBe('cab');
  expect(sorted('status')).toBe('cab');
  expect(sorted('upvotes')).toBe('bac');
});
