import type { SyncState } from '../../lib/digest/sync/state.ts';

const minute = 60_000;

/** Ways in which syncing may stand, as of `now`, milliseconds since 1970. */
export function syncStates(now: number) {
  const calm: SyncState = {
    failures: 0,
    skipped: [],
    sources: { 'hugging-face': { name: 'Hugging Face', host: 'huggingface.co' } },
  };
  const synced: SyncState = { ...calm, lastSuccess: now - 5.5 * minute };
  const failed = (failure: NonNullable<SyncState['lastFailure']>['failure']): SyncState => ({
    ...synced,
    failures: 1,
    lastFailure: { source: 'hugging-face', at: now - minute, failure },
  });
  return {
    never: calm,
    synced,
    checking: { ...synced, running: { source: 'hugging-face', day: '2026-07-27', done: 2, of: 14, at: now } },
    waiting: failed({ kind: 'wait', until: now + 3.5 * minute }),
    offline: failed({ kind: 'offline' }),
    unreachable: { ...failed({ kind: 'unreachable' }), waitUntil: now + 1.5 * minute },
    barred: failed({ kind: 'not-allowed' }),
    filling: {
      ...synced,
      running: { source: 'hugging-face', day: '2026-04-27', done: 0, of: 87, at: now },
      backfill: { done: 96, of: 183, paused: false },
    },
    paused: { ...synced, backfill: { done: 96, of: 183, paused: true } },
    wrong: {
      ...failed({
        kind: 'nonsense',
        why: 'on page 2 a list was to come, and an object without any list in it came in its stead',
      }),
      waitUntil: now + 14.5 * minute,
      skipped: [
        { source: 'hugging-face', day: '2026-07-28', title: 'Quiet Lamps', why: 'its id is no id of arXiv' },
        { source: 'hugging-face', day: '2026-07-27', why: 'it has no title' },
      ],
    },
  } satisfies Record<string, SyncState>;
}
