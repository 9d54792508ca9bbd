import type { CDPSession } from 'playwright-core';
import type { Titlelight } from '../../support/extension.ts';
import type { ArchiveBrowser } from '../archive-browser.ts';
import { bundleForBrowser } from '../bundle.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { median, quantile } from '../stopwatch.ts';
import type { Answered } from './in-page.ts';
import { letterByLetter, queries } from './queries.ts';

/** Browsers that are started anew, each asked another query first. */
const rounds = 5;
const related = 40;

/** Searches an archive from a page of the extension, in browsers that have just been started. */
export async function measureSearch(browser: ArchiveBrowser): Promise<Figure[]> {
  const script = await bundleForBrowser('search/in-page.ts');
  const cold: Answered[] = [];
  for (const query of queries.slice(0, rounds))
    cold.push(
      await browser.start(async (titlelight) => {
        const { page } = await openPage(titlelight, script);
        return page.evaluate((query) => searchBench.find(query), query);
      }),
    );
  return browser.start(async (titlelight) => {
    const { page, memory } = await openPage(titlelight, script);
    const before = await memory();
    await page.evaluate((query) => searchBench.find(query), queries[0] as string);
    const after = await memory();
    const warm = new Map<string, Answered[]>();
    for (const query of queries) {
      const letters = letterByLetter(query);
      warm.set(
        query,
        await page.evaluate(async (letters) => {
          const answered: Answered[] = [];
          for (const query of letters) answered.push(await searchBench.find(query));
          return answered;
        }, letters),
      );
    }
    const withPositions = await memory();
    const alike = await page.evaluate(async (count) => {
      const times: number[] = [];
      for (const id of await searchBench.samples(count)) times.push(await searchBench.relatedTo(id));
      return times;
    }, related);
    const size = await page.evaluate(() => searchBench.size());
    print(warm);
    const letters = [...warm.values()].flat().map(({ complete }) => complete);
    return [
      atMost('first results, cold', median(cold.map(({ first }) => first)), 'ms', 50),
      noted('all results, cold', median(cold.map(({ complete }) => complete)), 'ms'),
      atMost('all results letter by letter, 95th percentile', quantile(letters, 0.95), 'ms', 16),
      noted('all results letter by letter, median', median(letters), 'ms'),
      atMost('five related papers, 95th percentile', quantile(alike, 0.95), 'ms', 50),
      noted('memory of the index', (after - before) / 2 ** 20, 'MiB'),
      noted('memory of the index, positions read for a phrase', (withPositions - before) / 2 ** 20, 'MiB'),
      noted('index on disk', size.segments / 2 ** 20, 'MiB'),
      noted('positions on disk', size.positions / 2 ** 20, 'MiB'),
    ];
  });
}

/** A page of the extension that does nothing of its own. */
async function openPage(titlelight: Titlelight, script: string) {
  await titlelight.killWorker();
  const page = await titlelight.open(titlelight.address('manifest.json'));
  await page.evaluate(script);
  const devtools = await titlelight.context.newCDPSession(page);
  return { page, memory: () => memoryOf(devtools) };
}

/** Bytes that a page holds, typed arrays with it, once its garbage is gone. */
async function memoryOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

function print(warm: ReadonlyMap<string, readonly Answered[]>): void {
  const rows = [...warm].map(([query, letters]) => {
    const times = letters.map(({ complete }) => complete);
    return [query, String(letters.at(-1)?.found), median(times).toFixed(1), Math.max(...times).toFixed(1)];
  });
  console.log(table(['query, letter by letter', 'papers', 'median, ms', 'slowest, ms'], rows, [1, 2, 3]));
}
