import type { SourceId } from '@/lib/digest/sources/source';
import type { Day } from '@/lib/paper/types';

/** Why a sync stopped, with what a person needs to be told. Times are milliseconds since 1970. */
export type Failure =
  /** The server asked for patience (429 or 503 with `Retry-After`). */
  | { kind: 'wait'; until: number }
  | { kind: 'offline' }
  /** The browser may not reach the source's host (Firefox, or access taken back). */
  | { kind: 'not-allowed' }
  | { kind: 'timeout' }
  | { kind: 'server'; status: number }
  /** An answer that is not what was asked for; `why` is a clause. */
  | { kind: 'nonsense'; why: string }
  | { kind: 'disk-full' }
  | { kind: 'other'; why: string };

/** What a person is shown of syncing. Kept in the digest's `meta` under `sync`; changes are announced as `sync`. */
export interface SyncState {
  /** What is under way; absent while nothing is. `done` and `of` count days. */
  running?: { source: SourceId; day: Day; done: number; of: number };
  /** The last answer of a source that left nothing of the recent days undone. */
  lastSuccess?: number;
  lastFailure?: { source: SourceId; at: number; failure: Failure };
  /** No request before this time, unless a person asks and the server did not forbid it. */
  waitUntil?: number;
  /** Failures in a row. */
  failures: number;
  /** Days of the kept range that are still to come, while there are any. Absent: everything is here. */
  backfill?: { done: number; of: number; paused: boolean };
  /** Records left out of the last answers, named. */
  skipped: { day: Day; title?: string; why: string }[];
}
