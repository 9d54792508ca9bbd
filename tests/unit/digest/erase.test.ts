import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { eraseDigest } from '@/lib/digest/erase';
import { addPapers, countPapers, listDays, readMeta, writeMeta } from '@/lib/digest/store';

it('leaves nothing but the generation of the filter and how long a server wants to be left alone', async () => {
  await addPapers([
    { id: 'arxiv:1', title: 'One', day: '2026-01-01', aliases: [], authors: [], links: [], keywords: [] },
  ]);
  const patience = { 'hugging-face': { failures: 1, until: 2_000, byServer: true } };
  await Promise.all([
    writeMeta('generation', 7),
    writeMeta('syncPatience', patience),
    writeMeta('syncAsked', 1_000),
  ]);
  await eraseDigest();
  expect(await countPapers()).toBe(0);
  expect(await listDays()).toEqual([]);
  expect(await readMeta('syncAsked')).toBeUndefined();
  expect(await readMeta('generation')).toBe(7);
  expect(await readMeta('syncPatience')).toEqual(patience);
});
