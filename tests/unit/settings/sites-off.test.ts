import { beforeEach, expect, it, vi } from 'vitest';

let stored: Record<string, unknown> = {};
const listeners = new Set<(changes: object) => void>();
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (items: Record<string, unknown>) => {
          stored = { ...stored, ...items };
          const changes = Object.fromEntries(
            Object.entries(items).map(([key, newValue]) => [key, { newValue }]),
          );
          for (const listen of listeners) listen(changes);
        },
        onChanged: {
          addListener: (listen: () => void) => listeners.add(listen),
          removeListener: (listen: () => void) => listeners.delete(listen),
        },
      },
    },
  },
}));
vi.stubGlobal('navigator', { locks: { request: (_: string, act: () => unknown) => act() } });

const { onSitesOff, readSitesOff, switchSite } = await import('@/lib/settings/sites-off');

beforeEach(() => {
  stored = {};
});

it('are none at first, and none where what is stored cannot be read', async () => {
  expect(await readSitesOff()).toEqual([]);
  stored = { sitesOff: [1, 2] };
  expect(await readSitesOff()).toEqual([]);
});

it('are those that were switched off, each once', async () => {
  await switchSite('x.com', false);
  await switchSite('reddit.com', false);
  await switchSite('x.com', false);
  expect(await readSitesOff()).toEqual(['reddit.com', 'x.com']);
  await switchSite('reddit.com', true);
  expect(stored).toEqual({ sitesOff: ['x.com'] });
});

it('swallow their subdomains, and give way to them', async () => {
  await switchSite('old.reddit.com', false);
  await switchSite('reddit.com', false);
  expect(await readSitesOff()).toEqual(['reddit.com']);
  await switchSite('old.reddit.com', true);
  expect(await readSitesOff()).toEqual([]);
});

it('are told of when they change, as long as someone listens', async () => {
  const told: string[][] = [];
  const closed = new AbortController();
  onSitesOff((off) => told.push(off), closed.signal);
  await switchSite('x.com', false);
  closed.abort();
  await switchSite('x.com', true);
  expect(told).toEqual([['x.com']]);
});
