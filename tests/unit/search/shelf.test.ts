import { expect, it } from 'vitest';
import type { Shelved } from '@/lib/search/types';
import { finished, idsFound, paper, searchOver } from './library';

const entry = (id: string, title: string, more: Partial<Shelved> = {}): Shelved => ({
  paper: paper(id, title, { day: '2026-01-01' }),
  status: 'to-read',
  tags: [],
  note: '',
  ...more,
});

const shelf = [
  entry('2601.00001', 'Lanterns', {
    status: 'reading',
    tags: ['night shift'],
    note: 'Compare with gas light.',
  }),
  entry('2001.00009', 'Gone from the Digest', { status: 'read' }),
];
const digest = [paper('2601.00001', 'Lanterns', { day: '2026-01-01' }), paper('2601.00002', 'Lantern Care')];

it.each([
  ['gas', ['2601.00001']],
  ['lantern gas', ['2601.00001']],
  ['note:gas', ['2601.00001']],
  ['tag:night', ['2601.00001']],
  ['tag:"night shift"', ['2601.00001']],
  ['has:note', ['2601.00001']],
  ['is:saved', ['2001.00009', '2601.00001']],
  ['is:reading', ['2601.00001']],
  ['is:read', ['2001.00009']],
  ['-is:saved lantern', ['2601.00002']],
  ['gone digest', ['2001.00009']],
])('%s finds %j', async (query, ids) => {
  const { search } = await searchOver(digest, { shelf });
  expect((await idsFound(search, query)).sort()).toEqual(ids);
});

it('finds a paper of both once, and all of a large shelf', async () => {
  const large = Array.from({ length: 2_300 }, (_, i) => entry(`2601.${10_000 + i}`, `Lantern ${i}`));
  const { search } = await searchOver(digest, { shelf: [...shelf, ...large] });
  expect((await finished(search, 'lanterns')).total).toBe(2_302);
});

it('finds an entry by every id of its paper, and no copy under another', async () => {
  const joined = entry('2601.00001', 'Lanterns', { otherIds: ['doi:10.1000/lamps', 'arxiv:2601.00002'] });
  const { search } = await searchOver(digest, { shelf: [joined] });
  for (const query of ['lantern', '2601.00002', '10.1000/lamps'])
    expect(await idsFound(search, query)).toEqual(['2601.00001']);
});

it('follows the shelf once it is told of a change', async () => {
  const now = [...shelf];
  const { search } = await searchOver(digest, { shelf: now });
  expect(await idsFound(search, 'is:saved')).toHaveLength(2);
  now.pop();
  expect(await idsFound(search, 'is:saved')).toHaveLength(2);
  search.reload('shelf');
  expect(await idsFound(search, 'is:saved')).toEqual(['2601.00001']);
  expect(await idsFound(search, 'lantern')).toHaveLength(2);
});
