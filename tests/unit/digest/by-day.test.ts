import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper/types';

let store: typeof import('@/lib/digest/store');
let byDay: typeof import('@/lib/digest/by-day');

beforeEach(async () => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  store = await import('@/lib/digest/store');
  byDay = await import('@/lib/digest/by-day');
});

const paper = (number: number): Paper => ({
  id: `arxiv:${number}` as PaperId,
  title: `Title ${number}`,
  aliases: [],
  authors: [],
  links: [],
  keywords: [],
});
const list = (source: 'hugging-face' | 'arxiv', day: string, ...numbers: number[]) =>
  store.replaceDay(source, day, numbers.map(paper), { syncedAt: 5, etags: [] });
const numbers = (days: Awaited<ReturnType<typeof byDay.papersBetween>>) =>
  days.map(({ day, papers }) => [day, ...papers.map(({ id }) => Number(id.slice(6)))]);

it('reads the latest day up to a limit that has papers, with those of every source', async () => {
  await list('arxiv', '2026-01-02', 4, 1);
  await list('hugging-face', '2026-01-02', 1, 2);
  await list('hugging-face', '2026-01-01', 3);
  await list('hugging-face', '2026-01-05');
  await list('hugging-face', '2026-02-01', 9);
  const latest = await byDay.latestPapers('2026-01-31');
  expect(latest && numbers([latest])).toEqual([['2026-01-02', 1, 2, 4]]);
});

it('reads the latest of all where every day is later than the limit', async () => {
  expect(await byDay.latestPapers('2026-01-31')).toBeUndefined();
  await list('hugging-face', '2027-01-01', 1);
  await list('hugging-face', '2027-01-02', 2);
  expect((await byDay.latestPapers('2026-01-31'))?.day).toBe('2027-01-02');
});

it('reads all days of a stretch, latest first, each paper on the latest of its days alone', async () => {
  await list('hugging-face', '2025-12-31', 8);
  await list('hugging-face', '2026-01-01', 3, 4);
  await list('hugging-face', '2026-01-02');
  await list('hugging-face', '2026-01-03', 1, 2);
  await list('arxiv', '2026-01-03', 4);
  await list('arxiv', '2026-01-04', 5);
  await list('hugging-face', '2026-02-01', 9);
  expect(numbers(await byDay.papersBetween('2026-01-01', '2026-01-31'))).toEqual([
    ['2026-01-04', 5],
    ['2026-01-03', 1, 2, 4],
    ['2026-01-01', 3],
  ]);
  expect(await byDay.papersBetween('2026-01-02', '2026-01-02')).toEqual([]);
});
