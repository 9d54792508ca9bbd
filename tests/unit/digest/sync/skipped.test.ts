import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { getPaper, sourceDays } from '@/lib/digest/store';
import { dayLength } from '@/lib/digest/sync/calendar';
import { readWishes } from '@/lib/digest/sync/wishes';
import type { Paper } from '@/lib/paper/types';
import { paper } from './server';
import { ago, freshStage, hour, minute, type Stage, start, today } from './stage';

let stage: Stage;

beforeEach(async () => {
  stage = await freshStage();
});

const second = (day: string) => stage.server.papersOf(day)[1] as Paper;

describe('a record that cannot be read', () => {
  it('takes no paper away, and the day is asked for again until it is whole', async () => {
    await stage.sync();
    const { id } = second(today);
    stage.server.unreadable.add(id);
    stage.server.set(today, [paper('new'), ...stage.server.papersOf(today)]);
    stage.now += hour;
    await stage.sync();
    expect(await stage.stored(today)).toContain('arxiv:new');
    expect(await getPaper(id)).toBeDefined();
    expect((await sourceDays('hugging-face'))[0]).toMatchObject({ day: today, etags: [] });
    stage.server.unreadable.clear();
    stage.server.set(today, [paper('new')]);
    stage.now += hour;
    await stage.sync();
    expect(await stage.stored(today)).toBe('arxiv:new');
  });

  it('of an older day is tried again a day later, and no more once it could be read', async () => {
    const { id } = second(ago(20));
    stage.server.unreadable.add(id);
    await stage.sync();
    expect(await getPaper(id)).toBeUndefined();
    stage.server.takeAsked();
    stage.now += hour;
    await stage.sync();
    expect(stage.server.takeAsked()).toEqual([today, ago(1)]);
    stage.server.unreadable.clear();
    stage.now += dayLength;
    await stage.sync();
    expect(stage.server.takeAsked()).toContain('2026-W08');
    expect(await stage.stored(ago(20))).toBe(stage.served(ago(20)));
    stage.now += dayLength;
    await stage.sync();
    expect(stage.server.takeAsked().filter((span) => span < ago(14))).toEqual([]);
  });

  it('is named with its source, until it is read', async () => {
    stage.settings = { ...stage.settings, topics: { arxiv: ['cs.CL'] } };
    stage.server.unreadable.add(second(today).id);
    await stage.sync();
    const named = [
      { source: 'hugging-face', day: today, title: second(today).title, why: 'it cannot be read' },
    ];
    expect((await stage.state()).skipped).toEqual(named);
    stage.server.unreadable.clear();
    stage.now += hour;
    await stage.sync();
    expect((await stage.state()).skipped).toEqual([]);
  });
});

it('dates an answer by its question', async () => {
  stage.server.onRequest = () => {
    stage.now += minute;
  };
  await stage.sync();
  expect((await sourceDays('hugging-face'))[0]).toMatchObject({ day: today, syncedAt: start });
});

it('answers a wish once', async () => {
  stage.settings = { ...stage.settings, automatic: false };
  await stage.askNow();
  expect((await readWishes()).askedAt).toBeUndefined();
  stage.server.takeAsked();
  stage.now += 2 * dayLength;
  await stage.sync();
  expect(stage.server.takeAsked()).toEqual([]);
});
