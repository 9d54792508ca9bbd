import { PaperActions, type PaperActionsProps } from '@/components/paper/PaperActions';

export interface CardFootProps extends PaperActionsProps {
  /** "Not this paper". */
  onDismiss(): void;
}

/** The card's foot: what one can do with the paper, and the way out of a mistake. */
export function CardFoot({ onDismiss, ...actions }: CardFootProps) {
  return (
    <div class="card-foot">
      <PaperActions {...actions} />
      <button type="button" class="dismiss" onClick={onDismiss}>
        Not this paper
      </button>
    </div>
  );
}
