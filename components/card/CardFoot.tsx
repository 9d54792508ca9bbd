import { useRef } from 'preact/hooks';
import { PaperActions, type PaperActionsProps } from '@/components/paper/PaperActions';
import { t } from '@/lib/i18n/text';
import { Problem } from './Problem';

export interface CardFootProps extends PaperActionsProps {
  /** Whether it has just been taken off the shelf, here. */
  isRemoved: boolean;
  /** What could not be done, in a sentence. */
  problem: string | undefined;
  /** Takes that back. */
  onKeep(): void;
  /** "Not this paper"; left out where nothing on the page says that it is. */
  onDismiss?: (() => void) | undefined;
}

/** The card's foot: what one can do with the paper, and the way out of a mistake. */
export function CardFoot({ isRemoved, problem, onKeep, onDismiss, ...actions }: CardFootProps) {
  const foot = useRef<HTMLDivElement>(null);
  const keep = () => {
    onKeep();
    // The button that was pressed goes; whoever works by keyboard goes on from the one beside it.
    foot.current?.querySelector<HTMLElement>('.save')?.focus({ preventScroll: true });
  };
  return (
    <div ref={foot} class="card-foot">
      <PaperActions {...actions} />
      <div class="card-mistake">
        <span role="status">{isRemoved && `${t('card.removed')} `}</span>
        {isRemoved ? (
          <button type="button" class="button-text" onClick={keep}>
            {t('general.undo')}
          </button>
        ) : (
          onDismiss && (
            <button type="button" class="dismiss" onClick={onDismiss}>
              {t('card.notThisPaper')}
            </button>
          )
        )}
      </div>
      <Problem sentence={problem} />
    </div>
  );
}
