import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { titleId } from '@/lib/match/title-id';
import type { Paper, PaperId } from '@/lib/paper/types';
import { paper } from './shelf.ts';

async function freshShelf() {
  vi.resetModules();
  return { ...(await import('@/lib/shelf/store')), ...(await import('@/lib/shelf/rename')) };
}

let shelf: Awaited<ReturnType<typeof freshShelf>>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  shelf = await freshShelf();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(1_000);
});

afterEach(() => vi.useRealTimers());

const listed = async () => (await shelf.listShelf()).map(({ id }) => id);

async function saveAt(time: number, what: Paper) {
  vi.setSystemTime(time);
  return (await shelf.save(what)).entries[0];
}

it('holds a whole copy of what was saved, newest first', async () => {
  const first = await saveAt(1_000, paper('arxiv:1', { abstract: 'A.' }));
  expect(first).toEqual({
    id: 'arxiv:1',
    paper: paper('arxiv:1', { abstract: 'A.' }),
    status: 'to-read',
    tags: [],
    note: '',
    addedAt: 1_000,
    updatedAt: 1_000,
  });
  await saveAt(2_000, paper('arxiv:0'));
  expect(await listed()).toEqual(['arxiv:0', 'arxiv:1']);
  expect(await shelf.getEntry('arxiv:1')).toEqual(first);
  expect(await shelf.countShelf()).toBe(2);
});

it('enriches the copy of a paper saved again, in its place', async () => {
  await saveAt(1_000, paper('arxiv:1', { abstract: 'A.' }));
  await saveAt(2_000, paper('arxiv:2'));
  await saveAt(3_000, paper('arxiv:1', { tldr: 'S.' }));
  expect(await shelf.getEntry('arxiv:1')).toMatchObject({
    paper: { abstract: 'A.', tldr: 'S.' },
    addedAt: 1_000,
    updatedAt: 3_000,
  });
  expect(await listed()).toEqual(['arxiv:2', 'arxiv:1']);
});

it('removes and brings back in the old place', async () => {
  await saveAt(1_000, paper('arxiv:1'));
  await saveAt(2_000, paper('arxiv:2'));
  vi.setSystemTime(3_000);
  await shelf.remove('arxiv:1');
  expect(await listed()).toEqual(['arxiv:2']);
  expect(await shelf.countShelf()).toBe(1);
  expect(await shelf.getEntry('arxiv:1')).toMatchObject({ removedAt: 3_000, updatedAt: 3_000 });
  vi.setSystemTime(4_000);
  await shelf.remove('arxiv:1');
  expect((await shelf.getEntry('arxiv:1'))?.removedAt).toBe(3_000);

  const [back] = (await shelf.restore('arxiv:1')).entries;
  expect(back).toMatchObject({ addedAt: 1_000, updatedAt: 4_000 });
  expect(back).not.toHaveProperty('removedAt');
  expect(await listed()).toEqual(['arxiv:2', 'arxiv:1']);
});

it('takes a paper that is saved after it was removed as newly added', async () => {
  await saveAt(1_000, paper('arxiv:1', { abstract: 'A.' }));
  await saveAt(2_000, paper('arxiv:2'));
  await shelf.remove('arxiv:1');
  const entry = await saveAt(5_000, paper('arxiv:1'));
  expect(entry).toMatchObject({ addedAt: 5_000, paper: { abstract: 'A.' } });
  expect(entry).not.toHaveProperty('removedAt');
  expect(await listed()).toEqual(['arxiv:1', 'arxiv:2']);
});

it('does nothing about papers it does not know', async () => {
  expect(await shelf.remove('arxiv:1')).toEqual({ entries: [], undo: [] });
  expect(await shelf.restore('arxiv:1')).toEqual({ entries: [], undo: [] });
  await shelf.rename('title:0', paper('arxiv:1'));
  expect(await listed()).toEqual([]);
  expect(await shelf.getEntry('arxiv:1')).toBeUndefined();
});

it('follows a paper to its new id', async () => {
  await saveAt(1_000, paper('title:0', { abstract: 'A.' }));
  vi.setSystemTime(2_000);
  await shelf.rename('title:0', paper('arxiv:1', { authors: ['A'] }));
  expect(await shelf.getEntry('title:0')).toBeUndefined();
  expect(await shelf.getEntry('arxiv:1')).toMatchObject({
    id: 'arxiv:1',
    paper: { id: 'arxiv:1', abstract: 'A.', authors: ['A'] },
    addedAt: 1_000,
    updatedAt: 2_000,
  });
});

it('makes one entry of two when both ids are on the shelf', async () => {
  await saveAt(1_000, paper('title:0', { abstract: 'A.' }));
  await saveAt(2_000, paper('arxiv:1'));
  await shelf.remove('arxiv:1');
  vi.setSystemTime(3_000);
  await shelf.rename('title:0', paper('arxiv:1'));
  const entry = await shelf.getEntry('arxiv:1');
  expect(entry).toMatchObject({ addedAt: 1_000, paper: { abstract: 'A.' } });
  expect(entry).not.toHaveProperty('removedAt');
  expect(await listed()).toEqual(['arxiv:1']);
});

it('keeps what both entries held when they become one', async () => {
  await saveAt(1_000, paper('title:0', { abstract: 'A.', keywords: ['x'] }));
  await saveAt(2_000, paper('arxiv:1', { tldr: 'S.', keywords: ['y'] }));
  vi.setSystemTime(3_000);
  await shelf.rename('title:0', paper('arxiv:1', { title: 'Its present title', upvotes: 2 }));
  expect(await shelf.getEntry('arxiv:1')).toMatchObject({
    paper: {
      id: 'arxiv:1',
      title: 'Its present title',
      abstract: 'A.',
      tldr: 'S.',
      upvotes: 2,
      keywords: ['x', 'y'],
    },
    addedAt: 1_000,
    updatedAt: 3_000,
  });
  expect(await shelf.getEntry('title:0')).toBeUndefined();
});

it('takes many papers, and lets them go, in one go', async () => {
  const { entries } = await shelf.save([paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:1')], 'reading');
  expect(entries.map(({ id, status }) => `${id} ${status}`)).toEqual(['arxiv:1 reading', 'arxiv:2 reading']);
  await shelf.remove(['arxiv:2', 'arxiv:1', 'arxiv:9']);
  expect(await shelf.countShelf()).toBe(0);
});

it('does nothing where a paper is saved that it has as it is', async () => {
  const first = await saveAt(1_000, paper('arxiv:1'));
  vi.setSystemTime(2_000);
  expect(await shelf.save(paper('arxiv:1'))).toEqual({ entries: [first], undo: [] });
});

it('knows a paper that was saved by its title alone when it comes with its number', async () => {
  const named = paper('arxiv:1', { title: 'On Counting Moths', aliases: ['Counting Moths by Night'] });
  const id = titleId('Counting Moths by Night') as PaperId;
  await saveAt(1_000, paper(id, { title: 'Counting Moths by Night', abstract: 'A.' }));
  await saveAt(2_000, named);
  expect(await listed()).toEqual(['arxiv:1']);
  expect(await shelf.getEntry(id)).toBeUndefined();
  expect(await shelf.getEntry('arxiv:1')).toMatchObject({
    addedAt: 1_000,
    paper: { id: 'arxiv:1', abstract: 'A.' },
  });
});

it('follows a paper to an id that another entry goes by as well', async () => {
  await saveAt(1_000, paper('doi:10.1/a'));
  await saveAt(2_000, paper('arxiv:1'));
  await (await import('@/lib/shelf/edit')).mergeDuplicates(['arxiv:1', 'doi:10.1/a']);
  await saveAt(3_000, paper('title:0', { abstract: 'A.' }));
  await shelf.rename('title:0', paper('doi:10.1/a'));
  expect(await listed()).toEqual(['arxiv:1']);
  expect(await shelf.getEntry('doi:10.1/a')).toMatchObject({ id: 'arxiv:1', paper: { abstract: 'A.' } });
});

it('is never older than it was, though the clock was set back', async () => {
  await saveAt(9_000, paper('arxiv:1'));
  vi.setSystemTime(1_000);
  await shelf.remove('arxiv:1');
  expect((await shelf.getEntry('arxiv:1'))?.updatedAt).toBe(9_001);
});

it('outlives its connection', async () => {
  await shelf.save(paper('arxiv:1'));
  shelf = await freshShelf();
  expect(await listed()).toEqual(['arxiv:1']);
});
