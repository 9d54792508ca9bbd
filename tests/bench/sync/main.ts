import { existsSync } from 'node:fs';
import type { browser } from 'wxt/browser';
import { launch, type Titlelight } from '../../support/extension.ts';
import { chooseFile, importReport } from '../../support/flows.ts';
import { hurried } from '../../support/hurry.ts';
import { startWeb } from '../../support/server.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { median } from '../stopwatch.ts';
import type { Bench, TransactionTime } from './in-worker.ts';
import { madeUpPapers } from './made-up.ts';
import { dayNumber, fullDay, madeUpArchive } from './made-up-archive.ts';
import { longest, type Observed, Probe } from './probe.ts';
import { measureWholeDays } from './whole-day.ts';

/** What stands in the worker once the probe is installed. */
declare const bench: Bench;
/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

const rounds = 7;
/** Papers of an archive where there is no real one. */
const archiveSize = 40_000;
/** Milliseconds, as the project's own limits have them. */
export const limits = { day: 1_000, transaction: 200, task: 100, pageTask: 50 };

/** Fills the built extension in Chromium with an archive, and watches its worker at what a sync asks of it. */
export async function measureSync(archive: string): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web, pinned: true, first: [hurried()] });
  try {
    const probe = await Probe.install(titlelight);
    const before = await probe.heap.settled();
    const imported = await importArchive(titlelight, probe, archive);
    await askAboutText(titlelight);
    const after = await probe.heap.settled();
    const { added, again, dropped } = await days(probe);
    const anew: Observed[] = [];
    for (let round = 0; round < 3; round++)
      anew.push(await probe.observe(() => probe.run(() => bench.indexAnew(), null)));
    const whole = await measureWholeDays(titlelight, web, probe);
    print({
      'import of the archive': [imported],
      [`a new day of ${fullDay}`]: added,
      'the day again, 3 late papers': again,
      'a day dropped': dropped,
      'index from nothing': anew,
      'a day as one sync': whole,
    });
    return [
      noted('import of the archive, processor time of the worker', imported.busy / 1_000, 's'),
      ...limitsOf('import of the archive', [imported]),
      atMost(
        'a new day, processor time of the worker',
        median(added.map(({ busy }) => busy)),
        'ms',
        limits.day,
      ),
      ...limitsOf('a new day', added),
      ...limitsOf('the day again', again),
      ...limitsOf('a day dropped', dropped),
      ...limitsOf('index from nothing', anew),
      atMost(
        'a day as one sync, processor time of the worker',
        median(whole.map(({ busy }) => busy)),
        'ms',
        limits.day,
      ),
      ...limitsOf('a day as one sync', whole),
      noted('worker memory, starter digest', mebibytes(before), 'MiB'),
      noted('worker memory, archive stored and a page answered', mebibytes(after), 'MiB'),
      noted('worker memory at most, import', mebibytes(imported.peak), 'MiB'),
      noted('worker memory at most, a new day', mebibytes(longest(added.map(({ peak }) => peak))), 'MiB'),
      noted(
        'worker memory at most, index from nothing',
        mebibytes(longest(anew.map(({ peak }) => peak))),
        'MiB',
      ),
    ];
  } finally {
    await titlelight.close();
    await web.close();
  }
}

async function importArchive(titlelight: Titlelight, probe: Probe, archive: string): Promise<Observed> {
  const file = existsSync(archive) ? archive : await madeUpArchive(archiveSize);
  const options = await titlelight.open(titlelight.address('options.html'));
  const imported = await probe.observe(async () => {
    await chooseFile(options, file);
    console.log(
      `${await importReport(options, 600_000)}, in Chromium ${titlelight.context.browser()?.version()}\n`,
    );
  });
  await options.close();
  return imported;
}

/** Lets the worker answer for a block of text as a page would, with all that it keeps in memory for that. */
async function askAboutText(titlelight: Titlelight): Promise<void> {
  const page = await titlelight.open(titlelight.address('options.html'));
  await page.evaluate(async () => {
    const block = {
      text: 'Any Title of Some Length',
      links: [],
      seams: [],
      startsBlock: true,
      endsBlock: true,
    };
    await chrome.runtime.sendMessage({ type: 'page/verify', blocks: [block], ignored: [] });
  });
  await page.close();
}

const mebibytes = (bytes: number) => bytes / 2 ** 20;

/** What a sync does to a digest day by day, each time with the index that follows. */
async function days(probe: Probe): Promise<Record<'added' | 'again' | 'dropped', Observed[]>> {
  const observed: Record<'added' | 'again' | 'dropped', Observed[]> = { added: [], again: [], dropped: [] };
  for (let round = 0; round < rounds; round++) {
    const day = dayNumber(1_000 + round);
    const papers = madeUpPapers(fullDay + 3, day, 1_000 + round);
    const earlier = papers.slice(0, fullDay).map((paper) => ({ ...paper, upvotes: 0 }));
    const commit = async ({ day, papers }: { day: string; papers: typeof earlier }) => {
      await bench.commitDay(day, papers);
      await bench.updateIndex();
    };
    const drop = async (day: string) => {
      await bench.dropDay(day);
      await bench.updateIndex();
    };
    observed.added.push(await probe.observe(() => probe.run(commit, { day, papers: earlier })));
    observed.again.push(await probe.observe(() => probe.run(commit, { day, papers })));
    observed.dropped.push(await probe.observe(() => probe.run(drop, day)));
  }
  return observed;
}

/**
 * Every task counts and every transaction, so the longest of all rounds is judged. Transactions run on the clock, and
 * whatever else the machine does counts with them: on a busy one the slowest kind, by its median, says more.
 */
export function limitsOf(name: string, observed: readonly Observed[]): Figure[] {
  const tasks = observed.flatMap(({ tasks }) => tasks);
  const transactions = observed.flatMap(({ transactions }) => transactions);
  return [
    atMost(`${name}, longest task`, longest(tasks), 'ms', limits.task),
    atMost(`${name}, slowest kind of transaction`, slowestKind(transactions).taken, 'ms', limits.transaction),
    atMost(
      `${name}, longest single transaction`,
      longest(transactions.map(({ taken }) => taken)),
      'ms',
      limits.transaction,
    ),
  ];
}

/** Transactions are alike that have the same stores and mode. Fewer than three say more of the machine than of us. */
function slowestKind(transactions: readonly TransactionTime[]): { kind: string; taken: number } {
  const kinds = Map.groupBy(transactions, ({ mode, stores }) => `${mode} of ${stores}`);
  return [...kinds]
    .filter(([, alike]) => alike.length >= 3)
    .map(([kind, alike]) => ({ kind, taken: median(alike.map(({ taken }) => taken)) }))
    .reduce((a, b) => (a.taken >= b.taken ? a : b), { kind: '', taken: 0 });
}

function print(rows: Record<string, readonly Observed[]>): void {
  const milliseconds = (value: number) => value.toFixed(0);
  console.log(
    table(
      [
        'worker, ms (median of rounds)',
        'on the clock',
        'processor',
        'longest task',
        'slowest kind of transaction',
        '',
      ],
      Object.entries(rows).map(([name, observed]) => {
        const { kind, taken } = slowestKind(observed.flatMap(({ transactions }) => transactions));
        return [
          name,
          milliseconds(median(observed.map(({ taken }) => taken))),
          milliseconds(median(observed.map(({ busy }) => busy))),
          milliseconds(median(observed.map(({ tasks }) => longest(tasks)))),
          milliseconds(taken),
          kind,
        ];
      }),
      [1, 2, 3, 4],
    ),
  );
}
