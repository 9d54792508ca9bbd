import { beforeEach, expect, it, vi } from 'vitest';
import { IndexBuilder } from '@/lib/match/index-builder';
import { packFilter } from '@/lib/match/membership';
import { onFilterPublished, publishFilter, readFilter } from '@/lib/published-filter';

type Listen = (changes: Record<string, { newValue?: unknown }>) => void;

const area = vi.hoisted(() => {
  const values: Record<string, unknown> = {};
  const listeners = new Set<Listen>();
  return {
    values,
    listeners,
    get: async (key: string) => (key in values ? { [key]: values[key] } : {}),
    set: async (more: Record<string, unknown>) => {
      Object.assign(values, more);
      for (const [key, newValue] of Object.entries(more))
        for (const tell of listeners) tell({ [key]: { newValue } });
    },
    onChanged: {
      addListener: (listen: Listen) => listeners.add(listen),
      removeListener: (listen: Listen) => listeners.delete(listen),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { runtime: { id: 'ours' }, storage: { local: area } } }));

const filter = async (generation: number) => packFilter((await new IndexBuilder().build(generation)).filter);

beforeEach(() => {
  delete area.values.filter;
  area.listeners.clear();
});

it('is read as it was published', async () => {
  expect(await readFilter()).toBeUndefined();
  await publishFilter(await filter(7));
  expect(await readFilter()).toMatchObject(await filter(7));
});

it('tells of every later one, until it is no longer wanted', async () => {
  const told: number[] = [];
  const over = new AbortController();
  onFilterPublished(({ generation }) => told.push(generation), over.signal);
  await publishFilter(await filter(1));
  await publishFilter(await filter(2));
  over.abort();
  await publishFilter(await filter(3));
  expect(told).toEqual([1, 2]);
});

it('passes over one that another version of the extension wrote in its own way', async () => {
  const told: unknown[] = [];
  onFilterPublished((published) => told.push(published), new AbortController().signal);
  await area.set({ filter: { generation: 7, first: {}, second: {} } });
  expect(await readFilter()).toBeUndefined();
  expect(told).toEqual([]);
});
