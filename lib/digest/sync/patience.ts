import type { Failure } from './state';

/** How long a source is left alone after a failure. */
export interface Patience {
  /** Failed runs in a row. */
  failures: number;
  /** Milliseconds since 1970. */
  until: number;
  /** True where the server itself asked for it, so that a person cannot override it. */
  byServer: boolean;
}

const minute = 60 * 1000;
/** Our own waits double from the first to the last. */
const firstWait = minute;
const longestWait = 60 * minute;
/** More than a server asks for in earnest. */
const longestServerWait = 24 * 60 * minute;

/**
 * What follows from a failed run. A wait that the server asked for is never cut short by another failure. Waits of our own are drawn from the upper half of the present step, so that many
 * browsers whose server was down do not come back as one.
 *
 * @param random from 0 to 1
 */
export function afterFailure(
  before: Patience | undefined,
  failure: Failure,
  now: number,
  random: number,
): Patience {
  const failures = (before?.failures ?? 0) + 1;
  if (failure.kind === 'wait') {
    return { failures, until: Math.min(failure.until, now + longestServerWait), byServer: true };
  }
  const step = Math.min(longestWait, firstWait * 2 ** (failures - 1));
  const until = now + step * (0.5 + random / 2);
  const forbidden = heldUntil(before, now, true);
  if (forbidden !== undefined) return { failures, until: Math.max(forbidden, until), byServer: true };
  return { failures, until, byServer: false };
}

/**
 * Until when a source is left alone; `undefined` where it may be asked now. A time further away than any wait we set was
 * written under another clock.
 */
export function heldUntil(patience: Patience | undefined, now: number, isAsked: boolean): number | undefined {
  if (!patience || patience.until <= now) return undefined;
  if (isAsked && !patience.byServer) return undefined;
  const longest = patience.byServer ? longestServerWait : longestWait;
  return patience.until - now > longest ? undefined : patience.until;
}
