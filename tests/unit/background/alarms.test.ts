import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const alarms = { get: vi.fn(), create: vi.fn(), clear: vi.fn() };
vi.mock('wxt/browser', () => ({ browser: { alarms } }));
const settings = { automatic: true };
const wishes: { askedAt?: number } = {};
vi.mock('@/lib/settings/digest', () => ({ readDigestSettings: async () => settings }));
vi.mock('@/lib/digest/sync/wishes', () => ({ readWishes: async () => wishes }));

const { keepAlarms, scheduleSync, watchOverSync } = await import('@/entrypoints/background/alarms');

const now = Date.parse('2026-03-12T12:00:00Z');

beforeEach(() => {
  vi.clearAllMocks();
  settings.automatic = true;
  delete wishes.askedAt;
  vi.useFakeTimers({ now });
});
afterEach(() => vi.useRealTimers());

it('sets the alarms that the browser has lost, and no other', async () => {
  alarms.get.mockImplementation(async (name) => (name === 'upkeep' ? { name } : undefined));
  await keepAlarms();
  expect(alarms.create.mock.calls).toEqual([['sync', { delayInMinutes: 1, periodInMinutes: 60 }]]);
});

it('sets none for syncing where nothing is synced by itself, unless a wish is open', async () => {
  settings.automatic = false;
  alarms.get.mockResolvedValue(undefined);
  await keepAlarms();
  expect(alarms.create.mock.calls.map(([name]) => name)).toEqual(['upkeep']);
  wishes.askedAt = now;
  await keepAlarms();
  expect(alarms.create.mock.calls.map(([name]) => name)).toEqual(['upkeep', 'upkeep', 'sync']);
});

it('calls for a sync when it is due, but not sooner than browsers allow', async () => {
  await scheduleSync(now + 600_000);
  await scheduleSync(now + 1_000);
  await scheduleSync(now - 1_000);
  expect(alarms.create.mock.calls.map(([name, { when }]) => [name, when - now])).toEqual([
    ['sync', 600_000],
    ['sync', 30_000],
    ['sync', 30_000],
  ]);
});

it('calls for none where nothing is to be done by itself', async () => {
  await scheduleSync(undefined);
  expect(alarms.clear).toHaveBeenCalledWith('sync');
  expect(alarms.create).not.toHaveBeenCalled();
});

it('calls again and again while a sync is under way', async () => {
  await watchOverSync();
  expect(alarms.create).toHaveBeenCalledWith('sync', { delayInMinutes: 1, periodInMinutes: 1 });
});
