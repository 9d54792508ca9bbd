import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addPapers, countPapers, getPaper, papersOfDay, sourceDays } from '@/lib/digest/store';
import { dayLength, daysBetween, plusDays } from '@/lib/digest/sync/calendar';
import { runSync } from '@/lib/digest/sync/run';
import { readSyncState } from '@/lib/digest/sync/state-store';
import type { Tools } from '@/lib/digest/sync/tools';
import { askForSync, pauseBackfill } from '@/lib/digest/sync/wishes';
import type { Paper, PaperId } from '@/lib/paper/types';
import { type DigestSettings, defaults } from '@/lib/settings/digest';
import { FakeServer, idsOf, paper } from './server';

const start = Date.parse('2026-03-12T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const today = '2026-03-12';
const ago = (days: number) => plusDays(today, -days);

let server: FakeServer;
let arxiv: FakeServer;
let settings: DigestSettings;
let now: number;
let tools: Tools;
const published = vi.fn(async () => {});

beforeEach(async () => {
  await deleteDB('digest');
  published.mockReset();
  now = start;
  settings = { ...defaults };
  server = new FakeServer('hugging-face');
  arxiv = new FakeServer('arxiv');
  for (const day of daysBetween(ago(400), today)) {
    const number = day.replaceAll('-', '.');
    server.set(day, [paper(`${number}.1`), paper(`${number}.2`)]);
    arxiv.set(day, [paper(`${number}.9`)]);
  }
  tools = {
    settings: async () => settings,
    sources: ({ arxivCategories }) => [server.source, ...(arxivCategories.length > 0 ? [arxiv.source] : [])],
    ask: () => async () => ({ unchanged: true }),
    isAllowed: async () => true,
    publish: published,
    forgetRangeBefore: async () => {
      settings = { ...settings, keepBefore: undefined };
    },
    now: () => now,
    random: () => 1,
  };
});

const sync = () => runSync(tools);
const state = () => readSyncState();
const stored = async (day: string) => idsOf(await papersOfDay(day));
const served = (day: string) => idsOf(server.papersOf(day));

async function askNow() {
  await askForSync(now);
  return sync();
}

async function expectWhole(days: string[]): Promise<void> {
  for (const day of days) expect([day, await stored(day)]).toEqual([day, served(day)]);
  const known = await sourceDays('hugging-face');
  expect(known.filter(({ complete }) => complete).map(({ day }) => day)).toEqual(days);
}

describe('a first sync', () => {
  it('brings the whole range, today first, and is told as a success', async () => {
    expect(await sync()).toBe(now + hour);
    await expectWhole(daysBetween(ago(29), today));
    expect(server.takeAsked().slice(0, 3)).toEqual([today, ago(1), ago(2)]);
    expect(await state()).toEqual({ failures: 0, skipped: [], lastSuccess: now });
  });

  it('tells how far it is', async () => {
    const seen: unknown[] = [];
    tools.isAllowed = async () => {
      const { running, backfill } = await state();
      seen.push([running?.day, running?.done, running?.of, backfill?.done, backfill?.of]);
      return true;
    };
    await sync();
    expect(seen[0]).toEqual([today, 0, 30, 0, 30]);
    expect(seen[3]).toEqual([ago(3), 3, 30, 3, 30]);
    expect(seen[14]).toEqual([ago(14), 14, 30, 14, 30]);
  });

  it('says that it is up to date, and brings the index up to date, before it goes on to older days', async () => {
    const calls: string[] = [];
    server.onRequest = () => calls.push('asked');
    published.mockImplementation(async () => {
      calls.push((await state()).lastSuccess ? 'published, up to date' : 'published');
    });
    await sync();
    expect(calls.indexOf('published, up to date')).toBe(14);
    expect(calls.at(-1)).toMatch(/published/);
    expect(published).toHaveBeenCalledTimes(2);
  });
});

describe('a later sync', () => {
  beforeEach(async () => {
    await sync();
    server.takeAsked();
    published.mockClear();
  });

  it('asks nothing before it is time, and does not say that it did', async () => {
    now += 50 * minute;
    await sync();
    expect(server.takeAsked()).toEqual([]);
    expect(published).not.toHaveBeenCalled();
    expect((await state()).lastSuccess).toBe(start);
  });

  it('asks for today and yesterday on demand', async () => {
    now += minute;
    await askNow();
    expect(server.takeAsked()).toEqual([today, ago(1)]);
    await sync();
    expect(server.takeAsked()).toEqual([]);
    expect((await state()).lastSuccess).toBe(now);
  });

  it('sees what changed and leaves the index alone where nothing did', async () => {
    now += minute;
    await askNow();
    expect(published).not.toHaveBeenCalled();
    server.set(today, [paper('new'), ...server.papersOf(today)]);
    now += minute;
    await askNow();
    expect(published).toHaveBeenCalledTimes(1);
    expect(await stored(today)).toBe(served(today));
  });

  it('goes back over two weeks after a day', async () => {
    server.set(ago(9), [paper('late'), ...server.papersOf(ago(9))]);
    now += dayLength;
    await sync();
    expect(new Set(server.takeAsked())).toEqual(new Set(daysBetween(ago(12), ago(-1))));
    expect(await stored(ago(9))).toBe(served(ago(9)));
  });

  it('catches up after a month away', async () => {
    const later = plusDays(today, 40);
    for (const day of daysBetween(ago(-1), later)) server.set(day, [paper(`later.${day}`)]);
    now += 40 * dayLength;
    await sync();
    await expectWhole(daysBetween(plusDays(later, -29), later));
  });

  it('is not by itself where that was switched off, but on demand', async () => {
    settings = { ...settings, automatic: false };
    now += 3 * dayLength;
    expect(await sync()).toBeUndefined();
    expect(server.takeAsked()).toEqual([]);
    expect(await askNow()).toBeUndefined();
    expect(server.takeAsked()).toHaveLength(14);
    expect(await sync()).toBeUndefined();
    expect(server.takeAsked()).toEqual([]);
  });
});

describe('a failure', () => {
  it('is told, and keeps what is here', async () => {
    await sync();
    now += hour;
    server.faults = [{ kind: 'offline' }];
    expect(await sync()).toBe(now + minute);
    expect(await state()).toEqual({
      failures: 1,
      skipped: [],
      lastSuccess: start,
      lastFailure: { source: 'hugging-face', at: now, failure: { kind: 'offline' } },
      waitUntil: now + minute,
    });
    await expectWhole(daysBetween(ago(29), today));
  });

  it('makes later runs wait ever longer, and a success forgets that', async () => {
    for (const wait of [1, 2, 4, 8]) {
      server.faults = [{ kind: 'offline' }];
      expect(await sync()).toBe(now + wait * minute);
      server.takeAsked();
      await sync();
      expect(server.takeAsked()).toEqual([]);
      now += wait * minute;
    }
    server.faults = [];
    expect(await sync()).toBe(now + hour);
    expect(await state()).toMatchObject({ failures: 0, lastSuccess: now });
    expect((await state()).waitUntil).toBeUndefined();
    now += hour;
    server.faults = [{ kind: 'offline' }];
    expect(await sync()).toBe(now + minute);
  });

  it('of ours is no reason to refuse a person', async () => {
    server.faults = [{ kind: 'offline' }];
    await sync();
    await askNow();
    await expectWhole(daysBetween(ago(29), today));
  });

  it('of the kind that the server asked to wait for is, and the wish is fulfilled when it is over', async () => {
    settings = { ...settings, automatic: false };
    const until = now + 4 * minute;
    server.faults = [{ kind: 'wait', until }];
    expect(await askNow()).toBe(until);
    server.takeAsked();
    now += 3 * minute;
    expect(await askNow()).toBe(until);
    expect(server.takeAsked()).toEqual([]);
    expect(await state()).toMatchObject({
      lastFailure: { failure: { kind: 'wait', until } },
      waitUntil: until,
    });
    now = until;
    expect(await sync()).toBeUndefined();
    await expectWhole(daysBetween(ago(29), today));
  });

  it('of one answer is no reason not to ask for the other days', async () => {
    server.faults = [undefined, { kind: 'nonsense', why: 'its answer is not JSON' }];
    await sync();
    expect(await stored(ago(1))).toBe('');
    expect(await stored(ago(20))).toBe(served(ago(20)));
    const { lastSuccess, lastFailure, failures } = await state();
    expect(lastSuccess).toBeUndefined();
    expect(lastFailure?.failure.kind).toBe('nonsense');
    expect(failures).toBe(1);
    now += minute;
    await sync();
    await expectWhole(daysBetween(ago(29), today));
    expect((await state()).failures).toBe(0);
  });

  it('of three answers in a row is reason enough to stop', async () => {
    server.faults = Array(9).fill({ kind: 'server', status: 500 });
    await sync();
    expect(server.takeAsked()).toEqual([today, ago(1), ago(2)]);
  });

  it('of a whole month lets its days be asked for one by one', async () => {
    settings = { ...settings, keep: '6-months' };
    server.faults = [...Array(22).fill(undefined), { kind: 'timeout' }];
    await sync();
    const asked = server.takeAsked();
    expect(asked.slice(17, 25)).toEqual([
      '2026-02-23',
      '2026-W08',
      '2026-W07',
      '2026-W06',
      '2026-02-01',
      '2026-01',
      '2026-01-31',
      '2026-01-30',
    ]);
    expect(asked.filter((span) => span.startsWith('2026-01-'))).toHaveLength(31);
    await expectWhole(daysBetween(ago(182), today));
  });

  it('of the browser to let us is told before anything is asked', async () => {
    tools.isAllowed = async () => false;
    await sync();
    expect(server.takeAsked()).toEqual([]);
    expect((await state()).lastFailure?.failure).toEqual({ kind: 'not-allowed' });
  });

  it('of one source does not stop the other', async () => {
    settings = { ...settings, arxivCategories: ['cs.CL'] };
    server.faults = Array(99).fill({ kind: 'offline' });
    await sync();
    expect(await stored(today)).toBe(idsOf(arxiv.papersOf(today)));
    expect(await state()).toMatchObject({ lastFailure: { source: 'hugging-face' } });
    expect((await state()).lastSuccess).toBeUndefined();
    server.faults = [];
    arxiv.faults = Array(99).fill({ kind: 'wait', until: now + 2 * hour });
    now += minute;
    await askNow();
    expect(await stored(today)).toBe(`${served(today)} ${idsOf(arxiv.papersOf(today))}`);
  });

  it('of the disk stops everything before old data goes', async () => {
    settings = { ...settings, arxivCategories: ['cs.CL'] };
    await sync();
    server.set(today, [paper('big')]);
    arxiv.takeAsked();
    server.takeAsked();
    now += hour;
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof put>
    ) {
      if (this.name === 'papers') throw new DOMException('The disk is full.', 'QuotaExceededError');
      return put.apply(this, given);
    });
    await sync();
    full.mockRestore();
    expect((await state()).lastFailure?.failure).toEqual({ kind: 'disk-full' });
    expect(server.takeAsked()).toEqual([today]);
    expect(arxiv.takeAsked()).toEqual([]);
    expect(await stored(today)).not.toContain('big');
    expect(await stored(today)).not.toBe('');
  });

  it('of the index is told like any other', async () => {
    published.mockRejectedValueOnce(new DOMException('The disk is full.', 'QuotaExceededError'));
    await sync();
    expect(await state()).toMatchObject({ lastFailure: { failure: { kind: 'disk-full' } } });
    expect((await state()).running).toBeUndefined();
  });
});

describe('the range', () => {
  it('is filled in by month where a longer one is chosen, and then there is no going back', async () => {
    await sync();
    server.takeAsked();
    settings = { ...settings, keep: '6-months', keepBefore: '30-days' };
    await sync();
    expect(server.takeAsked().filter((span) => span.length === 7)).toEqual([
      '2026-01',
      '2025-12',
      '2025-11',
      '2025-10',
    ]);
    await expectWhole(daysBetween(ago(182), today));
    expect(settings.keepBefore).toBeUndefined();
  });

  it('is filled in also where the copy is not synced by itself, for it was asked for', async () => {
    settings = { ...settings, automatic: false };
    await askNow();
    now += minute;
    settings = { ...settings, keep: '6-months' };
    expect(await sync()).toBeUndefined();
    await expectWhole(daysBetween(ago(182), today));
  });

  it('is filled in day by day where the source does not say which paper is of which', async () => {
    server.selfDated = '2026-01-01';
    settings = { ...settings, keep: '6-months' };
    await sync();
    const asked = server.takeAsked();
    expect(asked).toContain('2026-01');
    expect(asked.filter((span) => span.startsWith('2025-12'))).toEqual([
      '2025-12',
      ...daysBetween('2025-12-01', '2025-12-31'),
    ]);
    await expectWhole(daysBetween(ago(182), today));
  });

  it('is pruned where a shorter one is chosen, without a question, and nothing else is', async () => {
    settings = { ...settings, keep: '6-months' };
    await sync();
    await addPapers([
      paper('imported', { day: '2024-01-05' }),
      { ...(server.papersOf(ago(100))[0] as Paper), tldr: 'Also imported.' },
    ]);
    settings = { ...settings, keep: '30-days', automatic: false };
    server.takeAsked();
    published.mockClear();
    expect(await sync()).toBeUndefined();
    expect(server.takeAsked()).toEqual([]);
    expect(published).toHaveBeenCalledTimes(1);
    await expectWhole(daysBetween(ago(29), today));
    expect(await countPapers()).toBe(62);
    expect(await stored('2024-01-05')).toBe('arxiv:imported');
    expect(await getPaper(server.papersOf(ago(100))[0]?.id as PaperId)).toMatchObject({
      tldr: 'Also imported.',
    });
  });

  it('waits while it is paused, but not for new days', async () => {
    await pauseBackfill(true);
    await sync();
    await expectWhole(daysBetween(ago(13), today));
    expect(await state()).toMatchObject({ backfill: { done: 14, of: 30, paused: true }, lastSuccess: now });
    await pauseBackfill(false);
    await sync();
    await expectWhole(daysBetween(ago(29), today));
    expect((await state()).backfill).toBeUndefined();
  });

  it('can be paused, given up or chosen anew in the middle of a month', async () => {
    settings = { ...settings, keep: '6-months', keepBefore: '30-days' };
    server.onRequest = async () => {
      if (server.asked.some((span) => 'month' in span)) await pauseBackfill(true);
    };
    await sync();
    expect(server.takeAsked().at(-1)).toBe('2026-01');
    expect(await stored('2026-01-31')).toBe('');
    expect((await state()).backfill?.paused).toBe(true);
    settings = { ...settings, keep: '30-days', keepBefore: undefined };
    await sync();
    await expectWhole(daysBetween(ago(29), today));
    expect((await state()).backfill).toBeUndefined();
  });

  it('is searched by and by while it is filled in', async () => {
    for (const day of daysBetween(ago(182), ago(40)))
      server.set(
        day,
        Array.from({ length: 40 }, (_, index) => paper(`${day}.${index}`)),
      );
    settings = { ...settings, keep: '6-months' };
    await sync();
    // Once after the recent days, four times on the way, and at the end.
    expect(published).toHaveBeenCalledTimes(1 + 2 + 1);
  });
});

describe('a source with a choice', () => {
  it('is asked again for everything where another selection is chosen', async () => {
    settings = { ...settings, arxivCategories: ['cs.CL'] };
    await sync();
    settings = { ...settings, arxivCategories: ['cs.CL', 'cs.CV'] };
    arxiv.set(today, [paper('vision'), ...arxiv.papersOf(today)]);
    arxiv.set(ago(25), [paper('old.vision')]);
    arxiv.takeAsked();
    server.takeAsked();
    now += minute;
    await sync();
    expect(arxiv.takeAsked()).toContain(ago(25));
    expect(server.takeAsked()).toEqual([today, ago(1)]);
    expect(await stored(ago(25))).toBe(`${served(ago(25))} arxiv:old.vision`);
  });

  it('leaves nothing behind where it is switched off', async () => {
    settings = { ...settings, arxivCategories: ['cs.CL'] };
    await sync();
    settings = { ...settings, arxivCategories: [] };
    await sync();
    expect(await sourceDays('arxiv')).toEqual([]);
    await expectWhole(daysBetween(ago(29), today));
    expect(await countPapers()).toBe(60);
  });
});

describe('a clock that jumps', () => {
  it('ahead and back again: the copy heals', async () => {
    await sync();
    now += 400 * dayLength;
    await sync();
    now = start + minute;
    await askNow();
    await expectWhole(daysBetween(ago(29), today));
    expect(await state()).toMatchObject({ lastSuccess: now });
  });

  it('back: no wait of another time holds', async () => {
    now += 400 * dayLength;
    server.faults = [{ kind: 'wait', until: now + hour }];
    await sync();
    now = start;
    await sync();
    await expectWhole(daysBetween(ago(29), today));
  });
});
