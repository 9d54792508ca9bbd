import { counted } from '@/components/paper/format';
import type { SourceId } from '@/lib/digest/sources/registry';
import { type Failure, isStanding, type SyncState } from '@/lib/digest/sync/state';
import { agoName, dayLength, hour, momentName, spanName } from './times';

/*
 * Syncing in plain words. Every function takes `now`, milliseconds since 1970: sentences grow older while they stand.
 */

/** What a line about syncing has to say. */
export type SyncStatus =
  /** `done` and `of` count daily pages: the days of each source. */
  | { kind: 'running'; sentence: string; done: number; of: number }
  /** `mend`: what the person can do about it. */
  | { kind: 'failed'; sentence: string; mend: 'allow' | 'retry' | 'wait' }
  | { kind: 'idle'; sentence: string };

/** The one thing to say: what is under way, else what went wrong since the last success, else how fresh the copy is. */
export function statusOf(state: SyncState, now: number): SyncStatus {
  if (state.running && now - state.running.at < longestStep) {
    const { done, of } = state.backfill ?? state.running;
    return { kind: 'running', sentence: progressSentence(state), done, of };
  }
  const { lastFailure, lastSuccess } = state;
  if (lastFailure && isFailing(state)) {
    return { kind: 'failed', sentence: failureSentence(state, now), mend: mendOf(lastFailure.failure, now) };
  }
  return { kind: 'idle', sentence: freshnessSentence(lastSuccess, now) };
}

/** More than any step takes. What is older was left behind by a worker that was stopped. */
const longestStep = hour / 4;

/** `lastSuccess` is that of the source that failed; without a source no sync succeeded since the failure. */
const isFailing = ({ lastFailure, lastSuccess }: SyncState) =>
  isStanding(lastFailure, lastFailure?.source === undefined ? undefined : lastSuccess);

/** "Updated 5 minutes ago." */
export function freshnessSentence(lastSuccess: number | undefined, now: number): string {
  return lastSuccess === undefined ? 'Not synced yet.' : `Updated ${agoName(lastSuccess, now)}.`;
}

/** "Filling in: 96 of 183 daily pages are here", else "Checking 3 of 14 daily pages": the one that is asked for counts. */
function progressSentence({ running, backfill }: SyncState): string {
  if (backfill) return `Filling in: ${hereSentence(backfill)}`;
  const { done = 0, of = 0 } = running ?? {};
  return `Checking ${Math.min(done + 1, of).toLocaleString('en')} of ${counted(of, 'daily page')}`;
}

/** "96 of 183 daily pages are here", without its full stop. */
export function hereSentence({ done, of }: NonNullable<SyncState['backfill']>): string {
  return `${done.toLocaleString('en')} of ${counted(of, 'daily page')} are here`;
}

/** What went wrong last and what it means for the copy; empty where nothing did. */
export function failureSentence(state: SyncState, now: number): string {
  const { lastFailure, lastSuccess, waitUntil } = state;
  if (!lastFailure) return '';
  const { source, failure } = lastFailure;
  const copy = showsAge.includes(failure.kind) ? ` ${copySentence(lastSuccess, now)}` : '';
  const waits = waitUntil !== undefined && waitUntil > now && !hasNoTry.includes(failure.kind);
  const next = waits ? ` Next try in ${spanName(waitUntil - now)}.` : '';
  return `${whatHappened(state, failure, source, now)}${copy}${next}${othersSentence(state, now)}`;
}

/** Where a person is left with the copy as it is, it says how old that is. */
const showsAge: readonly Failure['kind'][] = ['wait', 'offline', 'unreachable', 'timeout', 'server'];
/** The one names its end itself, of the other nobody knows it. */
const hasNoTry: readonly Failure['kind'][] = ['wait', 'offline'];

/** That the source which failed is not the only one: " Hugging Face: updated 5 minutes ago." */
function othersSentence({ lastFailure, sources }: SyncState, now: number): string {
  if (lastFailure?.source === undefined) return '';
  return Object.entries(sources)
    .filter(([id, { lastSuccess }]) => id !== lastFailure.source && lastSuccess !== undefined)
    .map(([, { name, lastSuccess = 0 }]) => ` ${name}: updated ${agoName(lastSuccess, now)}.`)
    .join('');
}

function whatHappened(
  { sources }: SyncState,
  failure: Failure,
  source: SourceId | undefined,
  now: number,
): string {
  const { name, host } = (source && sources[source]) ?? { name: 'The source', host: 'its host' };
  switch (failure.kind) {
    case 'wait':
      return failure.until > now
        ? `${name} asked us to wait ${spanName(failure.until - now)}.`
        : `${name} asked us to wait. That time is over.`;
    case 'offline':
      return 'You are offline.';
    case 'unreachable':
      return `${name} could not be reached.`;
    case 'not-allowed':
      return `Your browser has not given Titlelight access to ${host}.`;
    case 'timeout':
      return `${name} did not answer in time.`;
    case 'server':
      return failure.status >= 500
        ? `${name} has a problem of its own (error ${failure.status}).`
        : `${name} refused to answer (error ${failure.status}).`;
    case 'nonsense':
      return `The answer of ${name} could not be read: ${clause(failure.why)}.`;
    case 'disk-full':
      return 'This disk is full. Your copy is as it was before.';
    case 'other':
      return `Syncing stopped: ${clause(failure.why)}.`;
  }
}

/** Browsers end what they say with a full stop; it is ours to set. */
const clause = (why: string) => why.trim().replace(/\.+$/, '');

function copySentence(lastSuccess: number | undefined, now: number): string {
  if (lastSuccess === undefined) return 'Nothing has been synced yet.';
  return now - lastSuccess < dayLength
    ? `Your copy is ${spanName(now - lastSuccess)} old.`
    : `This is the copy of ${momentName(lastSuccess, now)}.`;
}

function mendOf(failure: Failure, now: number): 'allow' | 'retry' | 'wait' {
  if (failure.kind === 'not-allowed') return 'allow';
  return failure.kind === 'wait' && failure.until > now ? 'wait' : 'retry';
}
