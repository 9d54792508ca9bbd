import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseDigest } from '@/lib/digest/erase';
import { readMeta } from '@/lib/digest/store';
import { dayLength, daysBetween, plusDays } from '@/lib/digest/sync/calendar';
import { paper } from './server';
import { ago, face, freshStage, hour, minute, type Stage, start, today } from './stage';

let stage: Stage;

beforeEach(async () => {
  stage = await freshStage();
});

describe('a first sync', () => {
  it('brings the whole range, today first, and is told as a success', async () => {
    expect(await stage.sync()).toBe(stage.now + hour);
    await stage.expectWhole(daysBetween(ago(29), today));
    expect(stage.server.takeAsked().slice(0, 3)).toEqual([today, ago(1), ago(2)]);
    expect(await stage.state()).toEqual({
      failures: 0,
      skipped: [],
      lastSuccess: stage.now,
      sources: { 'hugging-face': { ...face, lastSuccess: stage.now } },
    });
  });

  it('tells how far it is', async () => {
    const seen: unknown[] = [];
    stage.tools.isAllowed = async () => {
      const { running, backfill } = await stage.state();
      seen.push([running?.day, running?.done, running?.of, backfill?.done, backfill?.of]);
      return true;
    };
    await stage.sync();
    expect(seen[0]).toEqual([today, 0, 30, 0, 30]);
    expect(seen[3]).toEqual([ago(3), 3, 30, 3, 30]);
    expect(seen[14]).toEqual([ago(14), 14, 30, 14, 30]);
  });

  it('says that it is up to date, and brings the index up to date, before it goes on to older days', async () => {
    const calls: string[] = [];
    stage.server.onRequest = () => calls.push('asked');
    stage.published.mockImplementation(async () => {
      calls.push((await stage.state()).lastSuccess ? 'published, up to date' : 'published');
    });
    await stage.sync();
    expect(calls.indexOf('published, up to date')).toBe(14);
    expect(calls.at(-1)).toMatch(/published/);
    expect(stage.published).toHaveBeenCalledTimes(2);
  });
});

it('tells of new days once the index has them, and before it goes on to older ones', async () => {
  const calls: string[] = [];
  stage.server.onRequest = () => calls.push('asked');
  stage.published.mockImplementation(async () => void calls.push('published'));
  stage.tools.tellNews = async () => void calls.push('told');
  await stage.sync();
  expect(calls.indexOf('told')).toBe(15);
  expect(calls.slice(14, 17)).toEqual(['published', 'told', 'asked']);
  expect(calls.filter((one) => one === 'told')).toHaveLength(1);
});

describe('a later sync', () => {
  beforeEach(async () => {
    await stage.sync();
    stage.server.takeAsked();
    stage.published.mockClear();
  });

  it('asks nothing before it is time, and does not say that it did', async () => {
    stage.now += 50 * minute;
    await stage.sync();
    expect(stage.server.takeAsked()).toEqual([]);
    expect(stage.published).not.toHaveBeenCalled();
    expect((await stage.state()).lastSuccess).toBe(start);
  });

  it('asks for today and yesterday on demand', async () => {
    stage.now += minute;
    await stage.askNow();
    expect(stage.server.takeAsked()).toEqual([today, ago(1)]);
    await stage.sync();
    expect(stage.server.takeAsked()).toEqual([]);
    expect((await stage.state()).lastSuccess).toBe(stage.now);
  });

  it('is a success also where the worker was stopped before it could say so', async () => {
    stage.now += hour;
    stage.server.faults = [{ kind: 'offline' }];
    await stage.sync();
    stage.now += minute;
    stage.published.mockReset().mockImplementationOnce(() => new Promise(() => {}));
    stage.server.set(today, [paper('new')]);
    void stage.sync();
    await vi.waitFor(() => expect(stage.published).toHaveBeenCalled());
    stage.now += minute;
    stage.server.takeAsked();
    await stage.sync();
    expect((await stage.state()).lastSuccess).toBe(stage.now - minute);
    // What was stored before it was stopped is made known now.
    expect(stage.server.takeAsked()).toEqual([]);
    expect(stage.published).toHaveBeenCalledTimes(2);
  });

  it('takes a day that lost its last paper off the index', async () => {
    stage.server.set(today, []);
    stage.now += minute;
    await stage.askNow();
    expect(stage.published).toHaveBeenCalledTimes(1);
  });

  it('sees what changed and leaves the index alone where nothing did', async () => {
    stage.now += minute;
    await stage.askNow();
    expect(stage.published).not.toHaveBeenCalled();
    stage.server.set(today, [paper('new'), ...stage.server.papersOf(today)]);
    stage.now += minute;
    await stage.askNow();
    expect(stage.published).toHaveBeenCalledTimes(1);
    expect(await stage.stored(today)).toBe(stage.served(today));
  });

  it('goes back over two weeks after a day', async () => {
    stage.server.set(ago(9), [paper('late'), ...stage.server.papersOf(ago(9))]);
    stage.now += dayLength;
    await stage.sync();
    expect(new Set(stage.server.takeAsked())).toEqual(new Set(daysBetween(ago(12), ago(-1))));
    expect(await stage.stored(ago(9))).toBe(stage.served(ago(9)));
  });

  it('catches up after a month away', async () => {
    const later = plusDays(today, 40);
    for (const day of daysBetween(ago(-1), later)) stage.server.set(day, [paper(`later.${day}`)]);
    stage.now += 40 * dayLength;
    await stage.sync();
    await stage.expectWhole(daysBetween(plusDays(later, -29), later));
  });

  it('is not by itself where that was switched off, but on demand', async () => {
    stage.settings = { ...stage.settings, automatic: false };
    stage.now += 3 * dayLength;
    expect(await stage.sync()).toBeUndefined();
    expect(stage.server.takeAsked()).toEqual([]);
    expect(await stage.askNow()).toBeUndefined();
    expect(stage.server.takeAsked()).toHaveLength(14);
    expect(await stage.sync()).toBeUndefined();
    expect(stage.server.takeAsked()).toEqual([]);
  });
});

it('comes again at once where something was wished for under way', async () => {
  stage.published.mockImplementationOnce(async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.LG'] } };
  });
  expect(await stage.sync()).toBe(stage.now);
  stage.now += minute;
  expect(await stage.sync()).toBe(stage.now + hour);
});

it('writes nothing back of a digest that was erased under it, and begins anew', async () => {
  stage.server.faults = [{ kind: 'nonsense', why: 'its answer is not JSON' }];
  await stage.sync();
  expect((await stage.state()).lastFailure).toBeDefined();
  stage.now += hour;
  stage.published.mockImplementationOnce(eraseDigest);
  stage.server.set(today, [paper('new')]);
  expect(await stage.askNow()).toBe(stage.now);
  expect(await readMeta('sync')).toBeUndefined();
  await stage.sync();
  expect((await stage.state()).lastFailure).toBeUndefined();
  await stage.expectWhole(daysBetween(ago(29), today));
});

describe('a clock that jumps', () => {
  it('ahead and back again: the copy heals', async () => {
    await stage.sync();
    stage.now += 400 * dayLength;
    await stage.sync();
    stage.now = start + minute;
    await stage.askNow();
    await stage.expectWhole(daysBetween(ago(29), today));
    expect(await stage.state()).toMatchObject({ lastSuccess: stage.now });
  });

  it('back: no wait of another time holds', async () => {
    stage.now += 400 * dayLength;
    stage.server.faults = [{ kind: 'wait', until: stage.now + hour }];
    await stage.sync();
    stage.now = start;
    await stage.sync();
    await stage.expectWhole(daysBetween(ago(29), today));
  });
});
