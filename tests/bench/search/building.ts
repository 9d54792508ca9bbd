import type { ArchiveBrowser } from '../archive-browser.ts';
import { atMost, type Figure, noted } from '../figures.ts';
import { median } from '../stopwatch.ts';
import type { Bench } from '../sync/in-worker.ts';
import { madeUpPapers } from '../sync/made-up.ts';
import { dayNumber, fullDay } from '../sync/made-up-archive.ts';
import { longest, type Observed, Probe } from '../sync/probe.ts';

/** What stands in the worker once the probe is installed. */
declare const bench: Bench;

const days = 5;
/** Milliseconds, as the project's own limits have them. */
const limits = { day: 1_000, task: 100 };

/** Watches the worker while it makes the index from nothing, and while it takes new days in. */
export async function measureBuilding(browser: ArchiveBrowser): Promise<Figure[]> {
  return browser.start(async (titlelight) => {
    const probe = await Probe.install(titlelight);
    const anew = await probe.observe(() => probe.run(() => bench.indexAnew(), null));
    const added: Observed[] = [];
    for (let day = 0; day < days; day++) {
      const date = dayNumber(2_000 + day);
      const papers = madeUpPapers(fullDay, date, 2_000 + day);
      await probe.run(({ date, papers }) => bench.commitDay(date, papers), { date, papers });
      added.push(await probe.observe(() => probe.run(() => bench.updateIndex(), null)));
      await probe.run((date) => bench.dropDay(date), date);
      await probe.run(() => bench.updateIndex(), null);
    }
    return [
      noted('index from nothing, processor time of the worker', anew.busy / 1_000, 's'),
      atMost('index from nothing, longest task', longest(anew.tasks), 'ms', limits.task),
      atMost(
        'a day added, processor time of the worker',
        median(added.map(({ busy }) => busy)),
        'ms',
        limits.day,
      ),
      atMost('a day added, longest task', longest(added.flatMap(({ tasks }) => tasks)), 'ms', limits.task),
    ];
  });
}
