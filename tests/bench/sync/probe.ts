import type { CDPSession, Worker } from 'playwright-core';
import type { Titlelight } from '../../support/extension.ts';
import { bundleForWorker } from './bundle.ts';
import { heapOf } from './heap.ts';
import type { Bench, TransactionTime } from './in-worker.ts';
import { type ThreadUse, traced } from './tracing.ts';

/** What stands in the worker once `Probe.install` has run. */
declare const bench: Bench;

/** What the worker did during something. Milliseconds. */
export interface Observed extends ThreadUse {
  transactions: TransactionTime[];
  /** On the clock. */
  taken: number;
}

export const longest = (times: readonly number[]) => times.reduce((most, time) => Math.max(most, time), 0);

/** Runs code of the bench in the extension's worker, and watches it. */
export class Probe {
  readonly #worker: Worker;
  readonly #devtools: CDPSession;

  private constructor(worker: Worker, devtools: CDPSession) {
    this.#worker = worker;
    this.#devtools = devtools;
  }

  static async install({ context }: Titlelight): Promise<Probe> {
    const [worker] = context.serviceWorkers();
    const devtools = await context.browser()?.newBrowserCDPSession();
    if (!worker || !devtools) throw new Error('The extension has no worker to watch.');
    await worker.evaluate(await bundleForWorker('in-worker.ts'));
    return new Probe(worker, devtools);
  }

  async observe(act: () => Promise<unknown>): Promise<Observed> {
    await this.#worker.evaluate(() => bench.transactions());
    const begun = performance.now();
    const { value: taken, use } = await traced(this.#devtools, async () => {
      await act();
      return performance.now() - begun;
    });
    return { ...use, taken, transactions: await this.#worker.evaluate(() => bench.transactions()) };
  }

  /** Runs `act` in the worker: it sees nothing but its argument and `bench`. */
  async run<T>(act: (given: T) => Promise<unknown>, given: T): Promise<void> {
    await this.#worker.evaluate(act as (given: unknown) => Promise<unknown>, given);
  }

  /** Bytes that the worker holds once its garbage is gone. */
  heap(): Promise<number> {
    return heapOf(this.#devtools, this.#worker.url());
  }
}
