import type { BrowserContext, Worker } from 'playwright-core';

/** Longest wait for an answer, in milliseconds. */
const deadline = 1_500;

/**
 * Shortens the pauses and deadlines of the present worker and of every later one.
 *
 * @param pace longest pause between two requests, in milliseconds
 */
export function hurry(context: BrowserContext, pace = 5): void {
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
