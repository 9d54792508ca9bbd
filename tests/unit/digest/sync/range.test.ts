import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addPapers, countPapers, getPaper, sourceDays } from '@/lib/digest/store';
import { dayLength, daysBetween } from '@/lib/digest/sync/calendar';
import { pauseBackfill } from '@/lib/digest/sync/wishes';
import type { Paper, PaperId } from '@/lib/paper/types';
import { paper } from './server';
import { ago, freshStage, minute, type Stage, today } from './stage';

let stage: Stage;

beforeEach(async () => {
  stage = await freshStage();
});

describe('the range', () => {
  it('is filled in by month where a longer one is chosen, and then there is no going back', async () => {
    await stage.sync();
    stage.server.takeAsked();
    stage.settings = { ...stage.settings, keep: '6-months', keepBefore: '30-days' };
    await stage.sync();
    expect(stage.server.takeAsked().filter((span) => span.length === 7)).toEqual([
      '2026-01',
      '2025-12',
      '2025-11',
      '2025-10',
    ]);
    await stage.expectWhole(daysBetween(ago(182), today));
    expect(stage.settings.keepBefore).toBeUndefined();
  });

  it('is filled in also where the copy is not synced by itself, for it was asked for', async () => {
    stage.settings = { ...stage.settings, automatic: false };
    await stage.askNow();
    stage.now += minute;
    stage.settings = { ...stage.settings, keep: '6-months' };
    expect(await stage.sync()).toBeUndefined();
    await stage.expectWhole(daysBetween(ago(182), today));
  });

  it('is filled in day by day where the source does not say which paper is of which', async () => {
    stage.server.selfDated = '2026-01-01';
    stage.settings = { ...stage.settings, keep: '6-months' };
    await stage.sync();
    const asked = stage.server.takeAsked();
    expect(asked).toContain('2026-01');
    expect(asked.filter((span) => span.startsWith('2025-12'))).toEqual([
      '2025-12',
      ...daysBetween('2025-12-01', '2025-12-31'),
    ]);
    await stage.expectWhole(daysBetween(ago(182), today));
  });

  it('is pruned where a shorter one is chosen, without a question, and nothing else is', async () => {
    stage.settings = { ...stage.settings, keep: '6-months' };
    await stage.sync();
    await addPapers([
      paper('imported', { day: '2024-01-05' }),
      { ...(stage.server.papersOf(ago(100))[0] as Paper), tldr: 'Also imported.' },
    ]);
    stage.settings = { ...stage.settings, keep: '30-days', automatic: false };
    stage.server.takeAsked();
    stage.published.mockClear();
    expect(await stage.sync()).toBeUndefined();
    expect(stage.server.takeAsked()).toEqual([]);
    expect(stage.published).toHaveBeenCalledTimes(1);
    await stage.expectWhole(daysBetween(ago(29), today));
    expect(await countPapers()).toBe(62);
    expect(await stage.stored('2024-01-05')).toBe('arxiv:imported');
    expect(await getPaper(stage.server.papersOf(ago(100))[0]?.id as PaperId)).toMatchObject({
      tldr: 'Also imported.',
    });
  });

  it('waits while it is paused, but not for new days', async () => {
    await pauseBackfill(true);
    await stage.sync();
    await stage.expectWhole([today]);
    expect(await stage.state()).toMatchObject({
      backfill: { done: 1, of: 30, paused: true },
      lastSuccess: stage.now,
    });
    stage.now += 2 * dayLength;
    await stage.sync();
    await stage.expectWhole([ago(-2), ago(-1), today]);
    await pauseBackfill(false);
    await stage.sync();
    await stage.expectWhole(daysBetween(ago(27), ago(-2)));
    expect((await stage.state()).backfill).toBeUndefined();
  });

  it('can be paused, given up or chosen anew in the middle of a month', async () => {
    stage.settings = { ...stage.settings, keep: '6-months', keepBefore: '30-days' };
    stage.server.onRequest = async () => {
      if (stage.server.asked.some((span) => 'month' in span)) await pauseBackfill(true);
    };
    await stage.sync();
    expect(stage.server.takeAsked().at(-1)).toBe('2026-01');
    expect(await stage.stored('2026-01-31')).toBe('');
    expect((await stage.state()).backfill?.paused).toBe(true);
    stage.settings = { ...stage.settings, keep: '30-days', keepBefore: undefined };
    await stage.sync();
    await stage.expectWhole(daysBetween(ago(29), today));
    expect((await stage.state()).backfill).toBeUndefined();
  });

  it('is searched by and by while it is filled in', async () => {
    for (const day of daysBetween(ago(182), ago(40)))
      stage.server.set(
        day,
        Array.from({ length: 40 }, (_, index) => paper(`${day}.${index}`)),
      );
    stage.settings = { ...stage.settings, keep: '6-months' };
    await stage.sync();
    // Once after the recent days, four times on the way, and at the end.
    expect(stage.published).toHaveBeenCalledTimes(1 + 2 + 1);
  });
});

describe('a source with a choice', () => {
  it('is asked again for everything where another selection is chosen', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    await stage.sync();
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL', 'cs.CV'] } };
    stage.arxiv.set(today, [paper('vision'), ...stage.arxiv.papersOf(today)]);
    stage.arxiv.set(ago(25), [paper('old.vision')]);
    stage.arxiv.takeAsked();
    stage.server.takeAsked();
    stage.now += minute;
    await stage.sync();
    expect(stage.arxiv.takeAsked()).toContain(ago(25));
    expect(stage.server.takeAsked()).toEqual([today, ago(1)]);
    expect(await stage.stored(ago(25))).toBe(`${stage.served(ago(25))} arxiv:old.vision`);
  });

  it('stands still in a pause but for new days, and is filled in after it', async () => {
    await stage.sync();
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    stage.arxiv.onRequest = () => stage.arxiv.asked.length === 3 && pauseBackfill(true);
    await stage.sync();
    expect(stage.arxiv.takeAsked()).toEqual([today, ago(1), ago(2)]);
    expect(await stage.state()).toMatchObject({
      backfill: { done: 30 + 3, of: 60, paused: true },
      sources: { arxiv: { lastSuccess: stage.now } },
    });
    stage.arxiv.onRequest = () => {};
    stage.now += dayLength;
    await stage.askNow();
    expect(stage.arxiv.takeAsked()).toEqual([ago(-1), today, ago(1), ago(2)]);
    await pauseBackfill(false);
    await stage.askNow();
    expect(await sourceDays('arxiv')).toHaveLength(30);
    expect((await stage.state()).backfill).toBeUndefined();
  });

  it('leaves nothing behind where it is switched off', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    await stage.sync();
    stage.settings = { ...stage.settings, topics: {} };
    await stage.sync();
    expect(await sourceDays('arxiv')).toEqual([]);
    await stage.expectWhole(daysBetween(ago(29), today));
    expect(await countPapers()).toBe(60);
  });

  it('is not waited for once it is switched off', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    stage.arxiv.faults = [{ kind: 'wait', until: stage.now + 20 * minute }];
    await stage.sync();
    expect(await stage.state()).toMatchObject({ failures: 1, waitUntil: stage.now + 20 * minute });
    stage.settings = { ...stage.settings, topics: {} };
    stage.now += minute;
    await stage.sync();
    expect(await stage.state()).toMatchObject({ failures: 0, lastSuccess: stage.now });
    expect((await stage.state()).waitUntil).toBeUndefined();
  });
});
