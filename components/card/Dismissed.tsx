import { useEffect, useRef } from 'preact/hooks';
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
      <p role="status">
        {isEverywhere
          ? 'This title is no longer marked on any page.'
          : 'This title is no longer marked on this page.'}
      </p>
      {!isEverywhere && (
        <button type="button" class="button" onClick={onEverywhere}>
          Hide everywhere
        </button>
      )}
      <button ref={undo} type="button" class="button" onClick={onUndo}>
        Undo
      </button>
      <Problem sentence={problem} />
    </div>
  );
}
