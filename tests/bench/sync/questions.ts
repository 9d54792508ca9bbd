import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { quantile } from '../stopwatch.ts';

/** What stands in the extension's own pages. */
declare const chrome: typeof browser;

/** Milliseconds from one answer to the next question. */
const pause = 200;

/** Asks the worker what papers a text speaks of, as a page does for each place that may hold one. */
export class Questions {
  readonly #page: Page;

  /** @param page one of the extension's, without a script of its own */
  constructor(page: Page) {
    this.#page = page;
  }

  /** Asks until `work` is done. Returns what came of it, and how long each answer took, in milliseconds on the clock. */
  async during<T>(title: string, work: () => Promise<T>): Promise<{ value: T; waits: number[] }> {
    let goesOn = true;
    const waits: number[] = [];
    const asking = (async () => {
      while (goesOn) {
        waits.push(await this.#page.evaluate(askAbout, title));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    })();
    try {
      return { value: await work(), waits };
    } finally {
      goesOn = false;
      await asking;
    }
  }
}

/** How long answers took, as a person reads it. */
export const waitsText = (waits: readonly number[]) =>
  `${waits.length} answers, median ${quantile(waits, 0.5).toFixed(0)} ms, 95 of 100 within ${quantile(waits, 0.95).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms`;

/** Runs in the page. */
async function askAbout(title: string): Promise<number> {
  const block = { text: `We read ${title} today.`, links: [], seams: [], startsBlock: true, endsBlock: true };
  const begun = performance.now();
  const answer = await chrome.runtime.sendMessage({ type: 'page/verify', blocks: [block], ignored: [] });
  const taken = performance.now() - begun;
  if (answer?.ok !== true) throw new Error(`The worker gave no answer: ${JSON.stringify(answer)}`);
  return taken;
}
