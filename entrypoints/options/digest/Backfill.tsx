import { counted } from '@/components/paper/format';
import type { Keep } from '@/lib/settings/digest';
import { keepNames } from './keep-names';

export interface BackfillProps {
  /** Days that are here, of the days in the kept range. */
  done: number;
  of: number;
  paused: boolean;
  /** The range that is kept once the backfill is given up; undefined where there was none before. */
  goesBackTo: Keep | undefined;
  onPause(): void;
  onResume(): void;
  onCancel(): void;
}

/** How far the copy has been filled in, and what can be done about it. */
export function Backfill({ done, of, paused, goesBackTo, onPause, onResume, onCancel }: BackfillProps) {
  return (
    <div class="backfill">
      <p class="backfill-said">
        {done.toLocaleString('en')} of {counted(of, 'day')} {paused ? 'are here. Paused.' : 'are here.'}
      </p>
      <progress class="bar" aria-label="Days that are here" max={of} value={done} />
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
