import { scriptOf } from './first-scripts.ts';

/** Longest wait for an answer, in milliseconds. */
const deadline = 1_500;

/**
 * Shortens the pauses and deadlines of the worker, to be run by it first.
 *
 * @param pace longest pause between two requests, in milliseconds
 */
export const hurried = (pace = 5): string => scriptOf(shortenWaits, { pace, deadline });

/** Runs in the worker. */
function shortenWaits({ pace, deadline }: { pace: number; deadline: number }): void {
  const { setTimeout } = globalThis;
  const { timeout } = AbortSignal;
  globalThis.setTimeout = ((work: () => void, wait = 0) =>
    setTimeout(work, Math.min(wait, pace))) as typeof globalThis.setTimeout;
  AbortSignal.timeout = (wait) => timeout.call(AbortSignal, Math.min(wait, deadline));
}
