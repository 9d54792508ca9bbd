import type { SourceId } from '@/lib/digest/sources/registry';
import { type Failure, isStanding, type SyncState } from '@/lib/digest/sync/state';
import { momentName } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { agoName, dayLength, hour, spanName } from './times';

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
  return lastSuccess === undefined ? t('sync.never') : t('sync.done', { ago: agoName(lastSuccess, now) });
}

/** "Filling in: 96 of 183 daily pages are here", else "Checking 3 of 14 daily pages": the one that is asked for counts. */
function progressSentence({ running, backfill }: SyncState): string {
  if (backfill) return t('sync.fillingIn', { here: hereSentence(backfill) });
  const { done = 0, of = 0 } = running ?? {};
  return t('sync.checking', { at: Math.min(done + 1, of), count: of });
}

/** "96 of 183 daily pages are here", without its full stop. */
export function hereSentence({ done, of }: NonNullable<SyncState['backfill']>): string {
  return t('sync.here', { done, count: of });
}

/** What went wrong last and what it means for the copy; empty where nothing did. */
export function failureSentence(state: SyncState, now: number): string {
  const { lastFailure, lastSuccess, waitUntil } = state;
  if (!lastFailure) return '';
  const { source, failure } = lastFailure;
  const waits = waitUntil !== undefined && waitUntil > now && !hasNoTry.includes(failure.kind);
  return [
    whatHappened(state, failure, source, now),
    ...(showsAge.includes(failure.kind) ? [copySentence(lastSuccess, now)] : []),
    ...(waits ? [t('sync.nextTry', { span: spanName(waitUntil - now) })] : []),
    ...othersSentences(state, now),
  ].join(t('general.betweenSentences'));
}

/** Where a person is left with the copy as it is, it says how old that is. */
const showsAge: readonly Failure['kind'][] = ['wait', 'offline', 'unreachable', 'timeout', 'server'];
/** The one names its end itself, of the other nobody knows it. */
const hasNoTry: readonly Failure['kind'][] = ['wait', 'offline'];

/** That the source which failed is not the only one: "Hugging Face: synced 5 minutes ago." */
function othersSentences({ lastFailure, sources }: SyncState, now: number): string[] {
  if (lastFailure?.source === undefined) return [];
  return Object.entries(sources)
    .filter(([id, { lastSuccess }]) => id !== lastFailure.source && lastSuccess !== undefined)
    .map(([, { name, lastSuccess = 0 }]) => t('sync.otherSource', { name, ago: agoName(lastSuccess, now) }));
}

function whatHappened(
  { sources }: SyncState,
  failure: Failure,
  source: SourceId | undefined,
  now: number,
): string {
  const { name, host } = (source && sources[source]) ?? {
    name: t('sync.theSource'),
    host: t('sync.itsHost'),
  };
  switch (failure.kind) {
    case 'wait':
      return failure.until > now
        ? t('sync.wait', { name, span: spanName(failure.until - now) })
        : t('sync.waitIsOver', { name });
    case 'offline':
      return t('sync.offline');
    case 'unreachable':
      return t('sync.unreachable', { name });
    case 'not-allowed':
      return t('sync.notAllowed', { host });
    case 'timeout':
      return t('sync.timeout', { name });
    case 'server':
      return t(failure.status >= 500 ? 'sync.serverFailed' : 'sync.serverRefused', {
        name,
        status: String(failure.status),
      });
    case 'nonsense':
      return t('sync.nonsense', { name, why: clause(failure.why) });
    case 'disk-full':
      return t('sync.diskFull');
    case 'other':
      return t('sync.stopped', { why: clause(failure.why) });
  }
}

/** Browsers end what they say with a full stop; it is ours to set. */
const clause = (why: string) => why.trim().replace(/[.。]+$/, '');

function copySentence(lastSuccess: number | undefined, now: number): string {
  if (lastSuccess === undefined) return t('sync.nothingYet');
  return now - lastSuccess < dayLength
    ? t('sync.copyAge', { span: spanName(now - lastSuccess) })
    : t('sync.copyOf', { day: momentName(lastSuccess, now) });
}

function mendOf(failure: Failure, now: number): 'allow' | 'retry' | 'wait' {
  if (failure.kind === 'not-allowed') return 'allow';
  return failure.kind === 'wait' && failure.until > now ? 'wait' : 'retry';
}
