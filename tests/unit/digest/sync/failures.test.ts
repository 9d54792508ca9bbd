import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { daysBetween } from '@/lib/digest/sync/calendar';
import { pauseBackfill } from '@/lib/digest/sync/wishes';
import { idsOf, paper } from './server';
import { ago, face, freshStage, hour, minute, type Stage, start, today } from './stage';

let stage: Stage;

beforeEach(async () => {
  stage = await freshStage();
});

describe('a failure', () => {
  it('is told, and keeps what is here', async () => {
    await stage.sync();
    stage.now += hour;
    stage.server.faults = [{ kind: 'offline' }];
    expect(await stage.sync()).toBe(stage.now + minute);
    expect(await stage.state()).toEqual({
      failures: 1,
      skipped: [],
      sources: {
        'hugging-face': {
          ...face,
          lastSuccess: start,
          lastFailure: { at: stage.now, failure: { kind: 'offline' } },
        },
      },
      lastSuccess: start,
      lastFailure: { source: 'hugging-face', at: stage.now, failure: { kind: 'offline' } },
      waitUntil: stage.now + minute,
    });
    await stage.expectWhole(daysBetween(ago(29), today));
  });

  it('makes later runs wait ever longer, and a success forgets that', async () => {
    for (const wait of [1, 2, 4, 8]) {
      stage.server.faults = [{ kind: 'offline' }];
      expect(await stage.sync()).toBe(stage.now + wait * minute);
      stage.server.takeAsked();
      await stage.sync();
      expect(stage.server.takeAsked()).toEqual([]);
      stage.now += wait * minute;
    }
    stage.server.faults = [];
    expect(await stage.sync()).toBe(stage.now + hour);
    expect(await stage.state()).toMatchObject({ failures: 0, lastSuccess: stage.now });
    expect((await stage.state()).waitUntil).toBeUndefined();
    stage.now += hour;
    stage.server.faults = [{ kind: 'offline' }];
    expect(await stage.sync()).toBe(stage.now + minute);
  });

  it('names no next try where nothing is synced by itself', async () => {
    stage.settings = { ...stage.settings, automatic: false };
    stage.server.faults = [{ kind: 'unreachable' }];
    expect(await stage.askNow()).toBeUndefined();
    const { lastFailure, waitUntil } = await stage.state();
    expect([lastFailure?.failure.kind, waitUntil]).toEqual(['unreachable', undefined]);
  });

  it('of ours is no reason to refuse a person', async () => {
    stage.server.faults = [{ kind: 'offline' }];
    await stage.sync();
    await stage.askNow();
    await stage.expectWhole(daysBetween(ago(29), today));
  });

  it('of the kind that the server asked to wait for is, and the wish is fulfilled when it is over', async () => {
    stage.settings = { ...stage.settings, automatic: false };
    const until = stage.now + 4 * minute;
    stage.server.faults = [{ kind: 'wait', until }];
    expect(await stage.askNow()).toBe(until);
    stage.server.takeAsked();
    stage.now += 3 * minute;
    expect(await stage.askNow()).toBe(until);
    expect(stage.server.takeAsked()).toEqual([]);
    expect(await stage.state()).toMatchObject({
      lastFailure: { failure: { kind: 'wait', until } },
      waitUntil: until,
    });
    stage.now = until;
    expect(await stage.sync()).toBeUndefined();
    await stage.expectWhole(daysBetween(ago(29), today));
  });

  it('of one answer is no reason not to ask for the other days', async () => {
    stage.server.faults = [undefined, { kind: 'nonsense', why: 'its answer is not JSON' }];
    await stage.sync();
    expect(await stage.stored(ago(1))).toBe('');
    expect(await stage.stored(ago(20))).toBe(stage.served(ago(20)));
    const { lastSuccess, lastFailure, failures } = await stage.state();
    expect(lastSuccess).toBeUndefined();
    expect(lastFailure?.failure.kind).toBe('nonsense');
    expect(failures).toBe(1);
    stage.now += minute;
    await stage.sync();
    await stage.expectWhole(daysBetween(ago(29), today));
    expect((await stage.state()).failures).toBe(0);
  });

  it('of three answers in a row is reason enough to stop', async () => {
    stage.server.faults = Array(9).fill({ kind: 'server', status: 500 });
    await stage.sync();
    expect(stage.server.takeAsked()).toEqual([today, ago(1), ago(2)]);
  });

  it('of a whole month lets its days be asked for one by one', async () => {
    stage.settings = { ...stage.settings, keep: '6-months' };
    stage.server.faults = [...Array(22).fill(undefined), { kind: 'timeout' }];
    await stage.sync();
    const asked = stage.server.takeAsked();
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
    await stage.expectWhole(daysBetween(ago(182), today));
  });

  it('to divide even a day is one of that answer', async () => {
    stage.server.source.read = async () => 'undivided';
    await stage.sync();
    expect((await stage.state()).lastFailure?.failure.kind).toBe('nonsense');
  });

  it('of the browser to let us is told before anything is asked', async () => {
    stage.tools.isAllowed = async () => false;
    await stage.sync();
    expect(stage.server.takeAsked()).toEqual([]);
    expect((await stage.state()).lastFailure?.failure).toEqual({ kind: 'not-allowed' });
  });

  it('of one source does not stop the other', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    stage.server.faults = Array(99).fill({ kind: 'offline' });
    await stage.sync();
    expect(await stage.stored(today)).toBe(idsOf(stage.arxiv.papersOf(today)));
    expect(await stage.state()).toMatchObject({ lastFailure: { source: 'hugging-face' } });
    expect((await stage.state()).lastSuccess).toBeUndefined();
    stage.server.faults = [];
    stage.arxiv.faults = Array(99).fill({ kind: 'wait', until: stage.now + 2 * hour });
    stage.now += minute;
    await stage.askNow();
    expect(await stage.stored(today)).toBe(`${stage.served(today)} ${idsOf(stage.arxiv.papersOf(today))}`);
  });

  it('of the disk stops everything before old data goes', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    await stage.sync();
    stage.server.set(today, [paper('big')]);
    stage.arxiv.takeAsked();
    stage.server.takeAsked();
    stage.now += hour;
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof put>
    ) {
      if (this.name === 'papers') throw new DOMException('The disk is full.', 'QuotaExceededError');
      return put.apply(this, given);
    });
    await stage.sync();
    full.mockRestore();
    expect((await stage.state()).lastFailure?.failure).toEqual({ kind: 'disk-full' });
    expect(stage.server.takeAsked()).toEqual([today]);
    expect(stage.arxiv.takeAsked()).toEqual([]);
    expect(await stage.stored(today)).not.toContain('big');
    expect(await stage.stored(today)).not.toBe('');
  });

  it('of the index is told like any other, as that of no source, until a run comes to its end', async () => {
    stage.published.mockRejectedValueOnce(new DOMException('The disk is full.', 'QuotaExceededError'));
    expect(await stage.sync()).toBe(stage.now + minute);
    const { lastFailure, running } = await stage.state();
    expect(lastFailure).toEqual({ at: stage.now, failure: { kind: 'disk-full' } });
    expect(running).toBeUndefined();
    stage.now += minute;
    await stage.sync();
    expect((await stage.state()).lastFailure).toBeUndefined();
  });

  it('of the index is made good by the next run, though that one finds nothing to ask for', async () => {
    await stage.sync();
    stage.server.set(today, [paper('2603.00077')]);
    stage.published.mockRejectedValueOnce(new Error('it broke'));
    stage.now += hour;
    await stage.askNow();
    stage.published.mockClear();
    stage.server.takeAsked();
    stage.now += minute;
    await stage.sync();
    expect(stage.server.takeAsked()).toEqual([]);
    expect(stage.published).toHaveBeenCalledOnce();
    expect((await stage.state()).lastFailure).toBeUndefined();
  });

  it('of the index leaves the wait that a server asked for as it is', async () => {
    const until = stage.now + 20 * minute;
    stage.server.faults = [undefined, { kind: 'wait', until }];
    stage.published.mockRejectedValueOnce(new Error('it broke'));
    await stage.sync();
    stage.server.takeAsked();
    stage.now += 5 * minute;
    await stage.askNow();
    expect(stage.server.takeAsked()).toEqual([]);
    expect(await stage.state()).toMatchObject({ waitUntil: until, lastFailure: { source: 'hugging-face' } });
  });

  it('of which nobody can be told still has a next try', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    const next = await stage.sync().finally(() => put.mockRestore());
    expect(next).toBe(stage.now + minute);
  });

  it('is over once nothing of what failed is left to do', async () => {
    stage.server.faults = [...Array(14).fill(undefined), { kind: 'offline' }];
    await stage.sync();
    expect((await stage.state()).lastFailure).toMatchObject({ failure: { kind: 'offline' } });
    expect((await stage.state()).lastFailure?.isOver).toBeUndefined();
    stage.now += minute;
    await pauseBackfill(true);
    await stage.sync();
    expect((await stage.state()).lastFailure?.isOver).toBe(true);
  });

  it('of one source hides no success of the other, and is gone with the source', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    stage.tools.isAllowed = async ({ id }) => id !== 'arxiv';
    await stage.sync();
    expect(await stage.state()).toMatchObject({
      lastFailure: { source: 'arxiv', failure: { kind: 'not-allowed' } },
      sources: { 'hugging-face': { lastSuccess: stage.now } },
    });
    stage.settings = { ...stage.settings, topics: {} };
    await stage.sync();
    expect((await stage.state()).lastFailure).toBeUndefined();
    expect((await stage.state()).lastSuccess).toBe(stage.now);
  });
});
