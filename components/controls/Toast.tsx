import { useEffect } from 'preact/hooks';
import { t } from '@/lib/i18n/text';

export interface ToastProps {
  /** A whole sentence. */
  message: string;
  onUndo?: (() => void) | undefined;
  onClose(): void;
}

/** How long a toast stands, in milliseconds; longer where it offers a way back. */
const standing = { plain: 4_000, withUndo: 8_000 };

/** Says what has just happened and offers to take it back. Give it a `key` for each event, so that its time starts anew. */
export function Toast({ message, onUndo, onClose }: ToastProps) {
  useEffect(() => {
    const timer = setTimeout(onClose, onUndo ? standing.withUndo : standing.plain);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="toast">
      <span>{message}</span>
      {onUndo && (
        <button type="button" onClick={onUndo}>
          {t('general.undo')}
        </button>
      )}
    </div>
  );
}
