import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const store = vi.hoisted(() => ({ days: [] as { day: string; papers: number }[], asked: [] as string[] }));
vi.mock('@/lib/digest/read', () => ({ listDays: async () => store.days }));
vi.mock('@/lib/digest/by-day', () => ({
  latestPapers: async (limit: string) => {
    const withPapers = store.days.filter(({ papers }) => papers > 0);
    const latest = withPapers.find(({ day }) => day <= limit) ?? withPapers[0];
    return latest && { day: latest.day, papers: Array.from({ length: latest.papers }) };
  },
  papersBetween: async (first: string, last: string) => {
    store.asked.push(`${first} ${last}`);
    return [];
  },
}));

type Days = typeof import('@/entrypoints/popup/state/days');
let popup: Days;

function hold(...days: [day: string, papers: number][]): void {
  store.days = days.map(([day, papers]) => ({ day, papers }));
}

/** As the popup does when it opens. */
async function open(): Promise<void> {
  await popup.listed.reload();
  await popup.days.reload();
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-09T08:00:00Z') });
  vi.resetModules();
  store.asked = [];
  popup = await import('@/entrypoints/popup/state/days');
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the popup', () => {
  it('opens on the newest day, before any other is known', async () => {
    hold(['2026-03-09', 41], ['2026-03-08', 2]);
    await popup.listed.reload();
    expect(popup.shown.value).toMatchObject({ first: '2026-03-09', earlier: undefined });
    expect(popup.newest.value?.papers).toBe(41);
    await popup.days.reload();
    expect(popup.shown.value?.earlier).toBe('2026-03-08');
  });

  it('shows no day where the digest is empty', async () => {
    hold(['2026-03-09', 0]);
    await open();
    expect(popup.shown.value).toBeUndefined();
  });

  it('steps over days without papers', async () => {
    hold(['2026-03-09', 0], ['2026-03-06', 40], ['2026-03-05', 0], ['2026-03-04', 30]);
    await open();
    expect(popup.shown.value).toMatchObject({ day: '2026-03-06', earlier: '2026-03-04', later: undefined });
  });

  it('leaves a day that is still to come to those who step there', async () => {
    // It is the 10th already where people rise first.
    vi.setSystemTime(Date.parse('2026-03-09T11:00:00Z'));
    hold(['2027-12-29', 1], ['2026-03-10', 3], ['2026-03-06', 40]);
    await open();
    expect(popup.shown.value).toMatchObject({ day: '2026-03-10', later: '2027-12-29' });
  });

  it('opens on a day to come where there is no other', async () => {
    hold(['2027-12-29', 1]);
    await open();
    expect(popup.shown.value?.day).toBe('2027-12-29');
  });

  it('stays on the day someone went to, while it is there', async () => {
    hold(['2026-03-09', 41], ['2026-03-06', 40]);
    await open();
    popup.goTo('2026-03-06');
    expect(popup.shown.value).toMatchObject({ day: '2026-03-06', later: '2026-03-09' });
    expect(popup.newest.value?.day).toBe('2026-03-09');
    hold(['2026-03-09', 41]);
    await popup.reloadDigest();
    expect(popup.shown.value?.day).toBe('2026-03-09');
  });

  it('follows a new day while it shows the newest', async () => {
    hold(['2026-03-06', 40]);
    await open();
    hold(['2026-03-09', 3], ['2026-03-06', 40]);
    await popup.reloadDigest();
    expect(popup.shown.value?.day).toBe('2026-03-09');
    expect(store.asked.at(-1)).toBe('2026-03-09 2026-03-09');
  });
});

describe('weeks and months', () => {
  beforeEach(async () => {
    hold(['2026-03-09', 41], ['2026-03-08', 2], ['2026-03-02', 3], ['2026-02-27', 4], ['2026-01-30', 5]);
    await open();
  });

  it('hold the day that was shown, and step to the next with papers', () => {
    popup.chooseSpan('week');
    expect(popup.shown.value).toMatchObject({ first: '2026-03-09', last: '2026-03-15', later: undefined });
    popup.goTo(popup.shown.value?.earlier ?? '');
    expect(popup.shown.value).toMatchObject({
      first: '2026-03-02',
      last: '2026-03-08',
      earlier: '2026-02-27',
      later: '2026-03-09',
    });
    expect(store.asked.at(-1)).toBe('2026-03-02 2026-03-08');
    popup.chooseSpan('month');
    expect(popup.shown.value).toMatchObject({ first: '2026-03-01', earlier: '2026-02-27', later: undefined });
  });
});
