import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n/text';

export interface KeysDialogProps {
  /** Keys with a space between them, and what they do. */
  keys: readonly (readonly [keys: string, does: string])[];
  onClose(): void;
}

/** What the keys do; a modal dialog, so that Esc closes it. */
export function KeysDialog({ keys, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog keys-dialog" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{t('popup.keys')}</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {t('general.close')}
        </button>
      </header>
      <dl>
        {keys.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} class="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
