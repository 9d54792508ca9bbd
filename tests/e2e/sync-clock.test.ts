import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayLength } from '../../lib/digest/sync/calendar.ts';
import { type Api, startApi } from '../support/api/start.ts';
import { JumpingClock, now } from '../support/clock.ts';
import { commitsReported, gatherCommits } from '../support/commits.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurried } from '../support/hurry.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';
import {
  dayBefore,
  expectCommitsHonest,
  expectHonest,
  expectIndexed,
  expectWhole,
} from '../support/whole.ts';

const kept = 30;

describe('a clock that jumps', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;
  let clock: JumpingClock;
  let shelf: string;

  const papersStored = async () =>
    [...(await copy.days())].flatMap(([day, papers]) => papers.map((paper) => `${day} ${paper}`));

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: dayBefore(70), to: dayBefore(0), perDay: 3 } });
    // Also where the test is run on a weekend.
    if (api.day(dayBefore(0)).papers.length === 0) api.day(dayBefore(0)).add();
    titlelight = await launch({ web, pinned: true, first: [hurried(), commitsReported()] });
    clock = new JumpingClock(titlelight.context);
    copy = await openCopy(titlelight);
    await copy.sync();
    await expectWhole(copy, api, kept);
    await copy.save(`arxiv:${starter[0]?.id}`);
    shelf = await copy.shelf();
    expect(shelf).toContain(starter[0]?.id);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it.each([
    ['a day ahead', dayLength],
    ['a month ahead', 30 * dayLength],
    ['a day back', -dayLength],
  ])(
    '%s takes nothing away, and once it is right again the copy is as the server has it',
    async (_, by) => {
      const committed = await gatherCommits(titlelight);
      const before = await papersStored();
      await clock.jump(by);
      await eventually(async () =>
        expect(Math.abs(((await clock.shown()) ?? 0) - now() - by)).toBeLessThan(9_000),
      );
      for (const age of [0, 1, 2, 5]) api.day(dayBefore(age)).add();
      const { lastSuccess } = await copy.sync();
      // It went by the clock as it was.
      expect(Math.abs((lastSuccess ?? 0) - now() - by)).toBeLessThan(120_000);
      const asked = [...(await copy.days()).keys()].sort();
      expect(asked.at(-1)).toBe(by > 0 ? dayBefore(-by / dayLength) : dayBefore(0));
      await expectHonest(copy, api);
      expect(await papersStored()).toEqual(expect.arrayContaining(before));

      // Stopped in the midst of the next one, too: the worker after it begins with the right time, and it jumps again.
      await copy.age(2 * dayLength);
      await copy.order('sync/now');
      await titlelight.killWorker();
      await copy.sync();
      await expectHonest(copy, api);
      expect(await papersStored()).toEqual(expect.arrayContaining(before));

      await clock.jump(0);
      await copy.age(dayLength);
      await eventually(async () => {
        expect((await copy.sync()).lastFailure).toBeUndefined();
        await expectWhole(copy, api, kept);
      }, 60_000);
      await eventually(() => expectIndexed(copy));
      expectCommitsHonest(await committed(), api);
      expect(await copy.shelf()).toBe(shelf);
    },
    120_000,
  );
});
