import type { BrowserContext, Worker } from 'playwright-core';

/** Longest pause between two requests, and longest wait for an answer, in milliseconds. */
const pace = 5;
const deadline = 1_500;

/** Lets the worker's clock run fast, in the present worker and every later one: pauses and deadlines become short. */
export function hurry(context: BrowserContext): void {
  const hurryOne = (worker: Worker) => {
    // One that is stopped at once cannot be hurried.
    worker.evaluate(shortenWaits, { pace, deadline }).catch(() => {});
  };
  context.serviceWorkers().forEach(hurryOne);
  context.on('serviceworker', hurryOne);
}

/** Runs in the worker. */
function shortenWaits({ pace, deadline }: { pace: number; deadline: number }): void {
  const { setTimeout } = globalThis;
  const { timeout } = AbortSignal;
  globalThis.setTimeout = ((work: () => void, wait = 0) =>
    setTimeout(work, Math.min(wait, pace))) as typeof globalThis.setTimeout;
  AbortSignal.timeout = (wait) => timeout.call(AbortSignal, Math.min(wait, deadline));
}
