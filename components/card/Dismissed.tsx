export interface DismissedProps {
  title: string;
  isEverywhere: boolean;
  onEverywhere(): void;
  onUndo(): void;
}

/** What stands in the card's place once someone has said that this is not the paper. */
export function Dismissed({ title, isEverywhere, onEverywhere, onUndo }: DismissedProps) {
  return (
    <div class="card" role="dialog" aria-label={title}>
      <div class="dismissed">
        <p role="status">
          {isEverywhere
            ? 'This title is no longer marked on any page.'
            : 'This title is no longer marked on this page.'}
        </p>
        {!isEverywhere && (
          <button type="button" class="button" onClick={onEverywhere}>
            On no page
          </button>
        )}
        <button type="button" class="button" onClick={onUndo}>
          Undo
        </button>
      </div>
    </div>
  );
}
