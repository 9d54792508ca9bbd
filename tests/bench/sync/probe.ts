import type { CDPSession, Worker } from 'playwright-core';
import type { Titlelight } from '../../support/extension.ts';
import { bundleForBrowser } from '../bundle.ts';
import { WorkerHeap } from './heap.ts';
import type { Bench, TransactionTime } from './in-worker.ts';
import { type ThreadUse, traced } from './tracing.ts';

/** What stands in the worker once `Probe.install` has run. */
declare const bench: Bench;

/** What the worker did during something. Milliseconds. */
export interface Observed extends ThreadUse {
  transactions: TransactionTime[];
  /** What the extension's own pages that were open did meanwhile. */
  pages: ThreadUse;
  /** On the clock. */
  taken: number;
  /** The most memory that it held, in bytes, garbage included. */
  peak: number;
}

export const longest = (times: readonly number[]) => times.reduce((most, time) => Math.max(most, time), 0);

/** Runs code of the bench in the extension's worker, and watches it. */
export class Probe {
  readonly heap: WorkerHeap;
  readonly #worker: Worker;
  readonly #devtools: CDPSession;

  private constructor(worker: Worker, devtools: CDPSession, heap: WorkerHeap) {
    this.#worker = worker;
    this.#devtools = devtools;
    this.heap = heap;
  }

  static async install({ context }: Titlelight): Promise<Probe> {
    const [worker] = context.serviceWorkers();
    const devtools = await context.browser()?.newBrowserCDPSession();
    if (!worker || !devtools) throw new Error('The extension has no worker to watch.');
    await worker.evaluate(await bundleForBrowser('sync/in-worker.ts'));
    return new Probe(worker, devtools, await WorkerHeap.of(devtools, worker.url()));
  }

  async observe(act: () => Promise<unknown>): Promise<Observed> {
    await this.#worker.evaluate(() => bench.transactions());
    const { value, use } = await traced(this.#devtools, () =>
      this.heap.peak(async () => {
        const begun = performance.now();
        await act();
        return performance.now() - begun;
      }),
    );
    const transactions = await this.#worker.evaluate(() => bench.transactions());
    return { ...use.worker, pages: use.pages, taken: value.value, peak: value.peak, transactions };
  }

  /** Runs `act` in the worker: it sees nothing but its argument and `bench`. */
  async run<T>(act: (given: T) => Promise<unknown>, given: T): Promise<void> {
    await this.#worker.evaluate(act as (given: unknown) => Promise<unknown>, given);
  }
}
