import { startApi } from '../../support/api/start.ts';
import { now } from '../../support/clock.ts';
import { type Copy, openCopy } from '../../support/copy.ts';
import { eventually } from '../../support/eventually.ts';
import { launch } from '../../support/extension.ts';
import { hurried } from '../../support/hurry.ts';
import { startWeb } from '../../support/server.ts';
import { dayBefore } from '../../support/whole.ts';
import { atMost, type Figure, noted } from '../figures.ts';
import { median, quantile } from '../stopwatch.ts';
import { limits, limitsOf } from './main.ts';
import { longest, Probe } from './probe.ts';
import { Questions, waitsText } from './questions.ts';
import { fullPapers, serveDays } from './served.ts';

const begun = '2023-05-04';
/** Milliseconds that a hurried backfill may take at all. */
const patience = 60 * 60_000;
/** Milliseconds of asking before it, to compare with. */
const calm = 15_000;

/**
 * Fills in everything from a local server, by the built extension's own sync without its pauses, and watches its worker, a
 * page that asks about a paper all the while, and the settings, which are open.
 */
export async function measureBackfill(): Promise<Figure[]> {
  const web = await startWeb();
  const api = startApi(web);
  api.clock = now;
  serveDays(api, begun, dayBefore(0));
  const known = fullPapers(1, dayBefore(1), 9_999);
  api.day(dayBefore(1)).add(...known);
  const title = known[0]?.title ?? '';
  const titlelight = await launch({ web, pinned: true, first: [hurried()] });
  try {
    const copy = await openCopy(titlelight);
    await copy.sync();
    const settings = await titlelight.open(titlelight.address('options.html'));
    const questions = new Questions(await titlelight.open(titlelight.address('manifest.json')));
    await settings.bringToFront();
    const probe = await Probe.install(titlelight);
    const { waits: before } = await questions.during(
      title,
      () => new Promise((resolve) => setTimeout(resolve, calm)),
    );
    let waits: number[] = [];
    // Not while the browser hands over its trace behind it: that holds everything up.
    const filled = await probe.observe(async () => {
      ({ waits } = await questions.during(title, () => fillIn(copy)));
    });
    const papers = await copy.papers();
    console.log(
      `Backfill: ${papers} papers in ${web.requests.length} requests, ${(filled.taken / 1_000).toFixed(0)} s`,
    );
    console.log(`A page asks, before it: ${waitsText(before)}`);
    console.log(`A page asks, meanwhile: ${waitsText(waits)}`);
    return [
      noted('backfill of everything, processor time of the worker', filled.busy / 1_000, 's'),
      ...limitsOf('backfill of everything', [filled]),
      noted('worker memory at most, backfill of everything', filled.peak / 2 ** 20, 'MiB'),
      noted('a page asks, median', median(before), 'ms'),
      noted('… while everything is filled in, median', median(waits), 'ms'),
      noted('… 95th percentile', quantile(waits, 0.95), 'ms'),
      noted('settings open meanwhile, processor time of the page', filled.pages.busy / 1_000, 's'),
      atMost('… its longest task', longest(filled.pages.tasks), 'ms', limits.pageTask),
    ];
  } finally {
    await titlelight.close();
    await web.close();
  }
}

async function fillIn(copy: Copy): Promise<void> {
  await copy.choose({ keep: 'everything', keepBefore: '30-days' });
  await eventually(async () => {
    if ((await copy.settings()).keepBefore) throw new Error(JSON.stringify(await copy.state()));
  }, patience);
}
