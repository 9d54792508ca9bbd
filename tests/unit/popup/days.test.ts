import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newest, reloadDigest, shown, stepTo } from '@/entrypoints/popup/state/days';

const store = vi.hoisted(() => ({ days: [] as { day: string; papers: number }[] }));
vi.mock('@/lib/digest/store', () => ({
  listDays: async () => store.days,
  countPapers: async () => store.days.reduce((sum, { papers }) => sum + papers, 0),
  papersOfDay: async () => [],
}));

async function hold(...days: [day: string, papers: number][]): Promise<void> {
  store.days = days.map(([day, papers]) => ({ day, papers }));
  await reloadDigest();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-09T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('opens on the newest day', async () => {
  await hold(['2026-03-09', 41], ['2026-03-08', 2]);
  expect(shown.value.day).toBe('2026-03-09');
  expect(newest.value?.papers).toBe(41);
});

it('steps over days without papers', async () => {
  await hold(['2026-03-09', 0], ['2026-03-06', 40], ['2026-03-05', 0], ['2026-03-04', 30]);
  expect(shown.value.day).toBe('2026-03-06');
  expect(shown.value.earlier?.day).toBe('2026-03-04');
  expect(shown.value.later).toBeUndefined();
});

it('leaves a day that is still to come to those who step there', async () => {
  await hold(['2027-12-29', 1], ['2026-03-10', 3], ['2026-03-06', 40]);
  // It is the 10th already where people rise first.
  vi.setSystemTime(Date.parse('2026-03-09T11:00:00Z'));
  await reloadDigest();
  expect(shown.value.day).toBe('2026-03-10');
  expect(shown.value.later?.day).toBe('2027-12-29');
});

it('opens on a day to come where there is no other', async () => {
  await hold(['2027-12-29', 1]);
  expect(shown.value.day).toBe('2027-12-29');
});

it('stays on the day someone stepped to, while it is there', async () => {
  await hold(['2026-03-09', 41], ['2026-03-06', 40]);
  stepTo({ day: '2026-03-06', papers: 40 });
  expect(shown.value).toMatchObject({ day: '2026-03-06', later: { day: '2026-03-09' } });
  expect(newest.value?.day).toBe('2026-03-09');
  await hold(['2026-03-09', 41]);
  expect(shown.value.day).toBe('2026-03-09');
});
