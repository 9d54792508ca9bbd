import { hereSentence } from '@/components/sync/sentences';
import type { SyncState } from '@/lib/digest/sync/state';
import { t } from '@/lib/i18n/text';
import type { Keep } from '@/lib/settings/digest';
import { keepName } from './keep-names';

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
            {t(paused ? 'digestSettings.isHerePaused' : 'digestSettings.isHere', {
              here: hereSentence(backfill),
            })}
          </p>
          <progress class="bar" aria-label={t('digestSettings.pagesHere')} max={of} value={done} />
        </>
      )}
      <div class="backfill-ways">
        <button type="button" class="button" onClick={paused ? onResume : onPause}>
          {t(paused ? 'digestSettings.resume' : 'digestSettings.pause')}
        </button>
        {goesBackTo && (
          <button type="button" class="button" onClick={onCancel}>
            {t('digestSettings.cancelKeeping', { range: keepName(goesBackTo) })}
          </button>
        )}
      </div>
    </div>
  );
}
