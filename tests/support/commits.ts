import type { Page } from 'playwright-core';
import type { SourceDay, StoredPaper } from '../../lib/digest/schema.ts';
import type { Titlelight } from './extension.ts';
import { scriptOf } from './first-scripts.ts';

/** How Hugging Face's days lay in the store behind a commit, before any other could change them. */
export interface Committed {
  /** Those that came whole, and the arXiv numbers that they listed, in order. */
  days: [day: string, numbers: string[]][];
  /** Days that were known not to be whole. */
  flawed: string[];
}

const channel = 'test-commits';

/**
 * Has the extension's worker report what each of its commits of papers leaves behind: what would lie there, were it stopped
 * just then. To be run by the worker first.
 */
export const commitsReported = (): string => scriptOf(reportCommits, channel);

/**
 * Gathers what a worker reports that runs `commitsReported`.
 *
 * @returns a function that gives what was reported since its last call
 */
export async function gatherCommits({ context, address }: Titlelight): Promise<() => Promise<Committed[]>> {
  const page: Page = await context.newPage();
  await page.goto(address('manifest.json'));
  await page.evaluate((channel) => {
    const committed: unknown[] = [];
    new BroadcastChannel(channel).addEventListener('message', ({ data }) => committed.push(data));
    Object.assign(globalThis, { committed });
  }, channel);
  return () => page.evaluate(() => (globalThis as unknown as { committed: Committed[] }).committed.splice(0));
}

/** Runs in the worker. */
function reportCommits(channel: string): void {
  const reports = new BroadcastChannel(channel);
  const { prototype } = IDBDatabase;
  const begin = prototype.transaction;
  prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
    const transaction = begin.apply(this, given);
    const isWrite = transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('papers');
    // First of all who listen, so that whoever waits for it begins the next one later.
    if (isWrite)
      transaction.addEventListener('complete', () => report(begin.call(this, ['papers', 'days', 'meta'])));
    return transaction;
  };

  function report(reading: IDBTransaction): void {
    const papers = reading.objectStore('papers').getAll() as IDBRequest<StoredPaper[]>;
    const days = reading.objectStore('days').getAll() as IDBRequest<SourceDay[]>;
    const flaws = reading.objectStore('meta').get('syncFlaws');
    reading.addEventListener('complete', () => {
      const isOurs = (source: string) => source === 'hugging-face';
      const lists = new Map<string, [number, string][]>();
      for (const { source, day, complete } of days.result) if (isOurs(source) && complete) lists.set(day, []);
      for (const { paper, places } of papers.result)
        for (const [source, day, ordinal] of places)
          if (isOurs(source)) lists.get(day)?.push([ordinal, paper.id.replace('arxiv:', '')]);
      const inOrder = (list: [number, string][]) =>
        list.sort(([a], [b]) => a - b).map(([, number]) => number);
      reports.postMessage({
        days: [...lists].map(([day, list]) => [day, inOrder(list)]),
        flawed: Object.keys(flaws.result?.['hugging-face'] ?? {}),
      });
    });
  }
}
