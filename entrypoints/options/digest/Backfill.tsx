import { hereSentence } from '@/components/sync/sentences';
import type { SyncState } from '@/lib/digest/sync/state';
import type { Keep } from '@/lib/settings/digest';
import { keepNames } from './keep-names';

export interface BackfillProps extends NonNullable<SyncState['backfill']> {
  /** It is under way: what is said above says how far it is. */
  isRunning: boolean;
  /** The range that is kept once the backfill is given up; undefined where there was none before. */
  goesBackTo: Keep | undefined;
  onPause(): void;
  onResume(): void;
  onCancel(): void;
}

/** How far the copy has been filled in, and what can be done about it. */
export function Backfill({ isRunning, goesBackTo, onPause, onResume, onCancel, ...backfill }: BackfillProps) {
  const { done, of, paused } = backfill;
  return (
    <div class="backfill">
      {!isRunning && (
        <>
          <p class="backfill-said">
            {hereSentence(backfill)}.{paused && ' Paused.'}
          </p>
          <progress class="bar" aria-label="Daily pages that are here" max={of} value={done} />
        </>
      )}
      <div class="backfill-ways">
        <button type="button" class="button" onClick={paused ? onResume : onPause}>
          {paused ? 'Resume' : 'Pause'}
        </button>
        {goesBackTo && (
          <button type="button" class="button" onClick={onCancel}>
            Cancel, keep {keepNames[goesBackTo]}
          </button>
        )}
      </div>
    </div>
  );
}
