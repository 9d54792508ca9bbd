import { existsSync } from 'node:fs';
import { launch, type Titlelight } from '../../support/extension.ts';
import { chooseFile, importReport } from '../../support/flows.ts';
import { startWeb } from '../../support/server.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { median } from '../stopwatch.ts';
import type { Bench } from './in-worker.ts';
import { madeUpPapers } from './made-up.ts';
import { dayNumber, fullDay, madeUpArchive } from './made-up-archive.ts';
import { longest, type Observed, Probe } from './probe.ts';

/** What stands in the worker once the probe is installed. */
declare const bench: Bench;

const rounds = 7;
/** Papers of an archive where there is no real one. */
const archiveSize = 40_000;
/** Milliseconds, as the project's own limits have them. */
const limits = { day: 1_000, transaction: 200, task: 100 };

/** Fills the built extension in Chromium with an archive, and watches its worker at what a sync asks of it. */
export async function measureSync(archive: string): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    const probe = await Probe.install(titlelight);
    const before = await probe.heap();
    const imported = await importArchive(titlelight, probe, archive);
    const after = await probe.heap();
    const { added, again, dropped } = await days(probe);
    const anew = [await probe.observe(() => probe.run(() => bench.indexAnew(), null))];
    print({
      'import of the archive': [imported],
      [`a new day of ${fullDay}`]: added,
      'the day again, 3 late papers': again,
      'a day dropped': dropped,
      'index from nothing': anew,
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
      noted('worker memory, starter digest', before / 2 ** 20, 'MiB'),
      noted('worker memory, archive imported', after / 2 ** 20, 'MiB'),
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

/** Every transaction and every task counts, so the longest of all rounds is what is judged. */
function limitsOf(name: string, observed: readonly Observed[]): Figure[] {
  return [
    atMost(`${name}, longest transaction`, longest(observed.map(transactionTime)), 'ms', limits.transaction),
    atMost(`${name}, longest task`, longest(observed.flatMap(({ tasks }) => tasks)), 'ms', limits.task),
  ];
}

const transactionTime = ({ transactions }: Observed) => longest(transactions.map(({ taken }) => taken));

function print(rows: Record<string, readonly Observed[]>): void {
  const milliseconds = (value: number) => value.toFixed(0);
  console.log(
    table(
      ['worker, ms (median of rounds)', 'on the clock', 'busy', 'longest task', 'longest transaction', 'on'],
      Object.entries(rows).map(([name, observed]) => {
        const slowest = observed
          .flatMap(({ transactions }) => transactions)
          .toSorted((a, b) => b.taken - a.taken)[0];
        return [
          name,
          milliseconds(median(observed.map(({ taken }) => taken))),
          milliseconds(median(observed.map(({ busy }) => busy))),
          milliseconds(median(observed.map(({ tasks }) => longest(tasks)))),
          milliseconds(median(observed.map(transactionTime))),
          slowest ? `${slowest.mode} of ${slowest.stores}` : '',
        ];
      }),
      [1, 2, 3, 4],
    ),
  );
}
