import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startApi } from '../support/api/start.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurried } from '../support/hurry.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { dayBefore, expectWhole } from '../support/whole.ts';

/** Milliseconds between two requests: slow enough to step in between. */
const pace = 60;
/** In milliseconds: a backfill of half a year. */
const patience = 60_000;

describe('a backfill', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;
  let shelf: string;

  const monthsAsked = () => web.requests.filter((one) => one.includes('month=')).length;
  const oldest = async () => [...(await copy.days()).keys()].sort()[0];

  async function expectAtRest(): Promise<void> {
    await eventually(async () => {
      const { running, backfill } = await copy.state();
      expect({ running, backfill }).toEqual({});
    }, patience);
  }

  beforeAll(async () => {
    web = await startWeb();
    // Some 2,000 papers.
    api = startApi(web, { invented: { from: dayBefore(182), to: dayBefore(0), perDay: 16 } });
    titlelight = await launch({ web, pinned: true, first: [hurried(pace)] });
    copy = await openCopy(titlelight);
    await copy.sync();
    await expectWhole(copy, api, 30);
    const old = api.day(dayBefore(29)).papers[0] ?? api.day(dayBefore(27)).papers[0];
    await copy.save(`arxiv:${old?.id}`);
    shelf = await copy.shelf();
    expect(shelf).toContain(old?.id);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('begins where a longer range is chosen, and can be paused', async () => {
    await copy.choose({ keep: '6-months', keepBefore: '30-days' });
    await eventually(() => expect(monthsAsked()).toBeGreaterThan(0));
    await copy.order('sync/pause');
    await eventually(async () => {
      const { running, backfill } = await copy.state();
      expect(running).toBeUndefined();
      expect(backfill).toMatchObject({ of: 183, paused: true });
    });
    expect((await copy.state()).backfill?.done).toBeGreaterThan(30);
  });

  it('stays paused when new days are asked for, also by another worker', async () => {
    const before = monthsAsked();
    await titlelight.killWorker();
    const { backfill } = await copy.sync();
    expect(backfill?.paused).toBe(true);
    expect(monthsAsked()).toBe(before);
  });

  it('goes on, also after the worker was stopped under it', async () => {
    await copy.order('sync/resume');
    for (let kills = 0; kills < 3; kills++) {
      const before = web.requests.length;
      await eventually(() => expect(web.requests.length).toBeGreaterThan(before + 3));
      await titlelight.killWorker();
      // It would wake by itself; a test does not wait for a minute.
      expect(await copy.alarmPeriod()).toBe(1);
      await copy.order('sync/now');
    }
    await expectAtRest();
    await expectWhole(copy, api, 183);
    expect((await copy.settings()).keepBefore).toBeUndefined();
    expect(await copy.alarmPeriod()).toBe(60);
  });

  it('that is cancelled goes back to the range before it', async () => {
    await copy.choose({ keep: 'everything', keepBefore: '6-months' });
    await eventually(async () => expect((await copy.state()).backfill?.of).toBeGreaterThan(1_000));
    await eventually(async () => expect((await oldest()) ?? '').not.toBe(dayBefore(182)), patience);
    await copy.order('sync/cancel');
    await expectAtRest();
    expect(await copy.settings()).toMatchObject({ keep: '6-months' });
    await expectWhole(copy, api, 183);
  });

  it('that is no longer wanted is taken back without a question, and the shelf stays as it is', async () => {
    web.requests.length = 0;
    await copy.choose({ keep: '30-days' });
    await eventually(async () => expect((await copy.days()).size).toBe(30));
    await expectAtRest();
    await expectWhole(copy, api, 30);
    expect(web.requests).toEqual([]);
    expect(await copy.shelf()).toBe(shelf);
  });
});
