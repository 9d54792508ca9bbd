import { beforeEach, expect, it, vi } from 'vitest';
import {
  changeDigestSettings,
  type DigestSettings,
  defaults,
  onDigestSettings,
  readDigestSettings,
} from '@/lib/settings/digest';

const area = vi.hoisted(() => {
  let values: Record<string, unknown> = {};
  const listeners = new Set<(changes: Record<string, { newValue?: unknown }>) => void>();
  return {
    listeners,
    fill: (filled: Record<string, unknown>) => {
      values = filled;
    },
    get: async (key: string) => structuredClone(key in values ? { [key]: values[key] } : {}),
    set: async (more: Record<string, unknown>) => {
      values = { ...values, ...structuredClone(more) };
      for (const [key, newValue] of Object.entries(more))
        for (const tell of listeners) tell({ [key]: { newValue } });
    },
    onChanged: {
      addListener: (listen: () => void) => listeners.add(listen),
      removeListener: (listen: () => void) => listeners.delete(listen),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { storage: { local: area } } }));

const put = (value: unknown) => area.fill({ digestSettings: value });

beforeEach(() => {
  area.fill({});
  area.listeners.clear();
});

it('begins with the defaults', async () => {
  expect(await readDigestSettings()).toEqual(defaults);
});

it('remembers what was changed, and nothing else', async () => {
  expect(await changeDigestSettings({ keep: '1-year', keepBefore: '30-days' })).toMatchObject({
    keep: '1-year',
  });
  await changeDigestSettings(({ watchWords }) => ({
    watchWords: [...watchWords, { field: 'author', words: 'A. Author' }],
  }));
  expect(await readDigestSettings()).toEqual({
    ...defaults,
    keep: '1-year',
    keepBefore: '30-days',
    watchWords: [{ field: 'author', words: 'A. Author' }],
  });
  await changeDigestSettings({ keepBefore: undefined });
  expect((await readDigestSettings()).keepBefore).toBeUndefined();
});

it('keeps every one of many changes made at once', async () => {
  const words = Array.from({ length: 20 }, (_, i) => `word ${i}`);
  await Promise.all(
    words.map((word) =>
      changeDigestSettings(({ watchWords }) => ({
        watchWords: [...watchWords, { field: 'any', words: word }],
      })),
    ),
  );
  expect((await readDigestSettings()).watchWords.map((watched) => watched.words).sort()).toEqual(
    words.sort(),
  );
});

it('falls back field by field', async () => {
  put({
    version: 1,
    automatic: 'yes',
    keep: '6-months',
    keepBefore: 'a week',
    topics: { arxiv: ['cs.CL', 7], other: 'x' },
    notify: true,
    watchWords: [
      { field: 'any', words: 'lamp' },
      { field: 'nose', words: 'x' },
      { field: 'any', words: '' },
      null,
    ],
  });
  expect(await readDigestSettings()).toEqual({
    automatic: true,
    keep: '6-months',
    keepBefore: undefined,
    topics: { arxiv: ['cs.CL'], other: [] },
    notify: true,
    watchWords: [{ field: 'any', words: 'lamp' }],
  });
});

it.each([null, 'broken', 7, []])('takes %j for no settings', async (value) => {
  put(value);
  expect(await readDigestSettings()).toEqual(defaults);
});

it('tells of changes until it is told to stop', async () => {
  const heard: DigestSettings[] = [];
  const controller = new AbortController();
  onDigestSettings((settings) => heard.push(settings), controller.signal);
  await changeDigestSettings({ automatic: false });
  await area.set({ filter: 'something else' });
  expect(heard).toEqual([{ ...defaults, automatic: false }]);
  controller.abort();
  await changeDigestSettings({ automatic: true });
  expect(heard).toHaveLength(1);
});
