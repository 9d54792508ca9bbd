import { dayMilliseconds } from '../../support/api/calendar.ts';
import { type Api, startApi } from '../../support/api/start.ts';
import { now } from '../../support/clock.ts';
import { openCopy } from '../../support/copy.ts';
import type { Titlelight } from '../../support/extension.ts';
import type { LocalWeb } from '../../support/server.ts';
import { dayBefore } from '../../support/whole.ts';
import { fullDay } from './made-up-archive.ts';
import type { Observed, Probe } from './probe.ts';
import { fullPapers, serveDays } from './served.ts';

const rounds = 3;
/** Days that are asked for again, and those that are kept. */
const recent = 14;
const kept = 30;

/**
 * What a sync does a day after the last one: a full new day, three late papers the day before, and other upvotes
 * and stars on every paper of the last two weeks. All of it as the alarm runs it, from the first look at the settings until
 * nothing is under way any more.
 */
export async function measureWholeDays(
  titlelight: Titlelight,
  web: LocalWeb,
  probe: Probe,
): Promise<Observed[]> {
  const api = startApi(web);
  api.clock = now;
  serveDays(api, dayBefore(kept), dayBefore(0));
  const copy = await openCopy(titlelight);
  await copy.sync();
  const observed: Observed[] = [];
  for (let round = 0; round < rounds; round++) {
    // Nothing is there of the new day yet.
    api.day(dayBefore(0)).set([]);
    await copy.age(dayMilliseconds);
    await copy.sync();

    api.day(dayBefore(0)).set(fullPapers(fullDay, dayBefore(0), 2_000 + round));
    api.day(dayBefore(1)).add(...fullPapers(3, dayBefore(1), 2_100 + round));
    for (let age = 1; age < recent; age++) moveFigures(api, dayBefore(age));
    await copy.age(dayMilliseconds);
    observed.push(await probe.observe(() => copy.sync()));
  }
  await copy.close();
  return observed;
}

function moveFigures(api: Api, day: string): void {
  const list = api.day(day);
  list.set(
    list.papers.map((paper) => ({ ...paper, upvotes: paper.upvotes + 1, stars: (paper.stars ?? 0) + 1 })),
  );
}
