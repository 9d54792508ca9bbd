import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { Problem } from './Problem';

export interface DismissedProps {
  isEverywhere: boolean;
  /** What could not be done, in a sentence. */
  problem: string | undefined;
  onEverywhere(): void;
  onUndo(): void;
}

/** The card's foot once someone has said that this is not the paper. */
export function Dismissed({ isEverywhere, problem, onEverywhere, onUndo }: DismissedProps) {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; whoever works by keyboard goes on from here.
  useEffect(() => undo.current?.focus({ preventScroll: true }), [isEverywhere]);
  return (
    <div class="card-foot dismissed">
      <p role="status">{t(isEverywhere ? 'card.hiddenEverywhere' : 'card.hiddenHere')}</p>
      {!isEverywhere && (
        <button type="button" class="button" onClick={onEverywhere}>
          {t('card.hideEverywhere')}
        </button>
      )}
      <button ref={undo} type="button" class="button" onClick={onUndo}>
        {t('general.undo')}
      </button>
      <Problem sentence={problem} />
    </div>
  );
}
