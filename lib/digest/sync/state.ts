import type { SourceId } from '@/lib/digest/sources/registry';
import type { Day } from '@/lib/paper/types';

/** Why a sync stopped, with what a person needs to be told. Times are milliseconds since 1970. */
export type Failure =
  /** The server asked for patience (429 or 503 with `Retry-After`). */
  | { kind: 'wait'; until: number }
  /** The browser itself says that there is no network. */
  | { kind: 'offline' }
  /** No connection, or one that broke, though there is a network. */
  | { kind: 'unreachable' }
  /** The browser may not reach the source's host (Firefox, or access taken back). */
  | { kind: 'not-allowed' }
  | { kind: 'timeout' }
  | { kind: 'server'; status: number }
  /** An answer that is not what was asked for; `why` is a clause. */
  | { kind: 'nonsense'; why: string }
  | { kind: 'disk-full' }
  | { kind: 'other'; why: string };

/** What came of asking one source. */
interface SourceState {
  /** As a person calls it. */
  name: string;
  host: string;
  /** The last answer that left nothing of its recent days undone. */
  lastSuccess?: number;
  lastFailure?: PastFailure;
}

export interface PastFailure {
  at: number;
  failure: Failure;
  /** Nothing is left to do of what failed. */
  isOver?: true;
}

/** What a person is shown of syncing. Kept in the digest's `meta` under `sync`; changes are announced as `sync`. */
export interface SyncState {
  /**
   * What is under way, as of `at`; absent while nothing is. `done` and `of` count the days that this run asks for, those of
   * each source. A worker that was stopped leaves it behind.
   */
  running?: { source: SourceId; day: Day; done: number; of: number; at: number };
  /** Of every source that is switched on. The fields below are picked from them. */
  sources: Partial<Record<SourceId, SourceState>>;
  /** That of the source whose failure is shown; where none is failing, the last of any. */
  lastSuccess?: number;
  /** The one that a person should know of first: without `source` it is the fault of none. */
  lastFailure?: PastFailure & { source?: SourceId };
  /** No request to the source that failed before this time, unless a person asks and the server did not forbid it. */
  waitUntil?: number;
  /** Failures in a row. */
  failures: number;
  /**
   * How far the kept range is filled in, in days of each source that is switched on. Absent: but for new days everything is
   * here.
   */
  backfill?: { done: number; of: number; paused: boolean };
  /** Records left out of the last answers, named. */
  skipped: { source: SourceId; day: Day; title?: string; why: string }[];
}

/** Whether a failure is still the last word. */
export function isStanding(failure: PastFailure | undefined, lastSuccess: number | undefined): boolean {
  return failure !== undefined && !failure.isOver && failure.at >= (lastSuccess ?? 0);
}
