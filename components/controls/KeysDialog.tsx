import { useEffect, useRef } from 'preact/hooks';

interface KeysDialogProps {
  keys: readonly [key: string, does: string][];
  onClose(): void;
}

/** What the keys do; a modal dialog, so that Esc closes it. */
export function KeysDialog({ keys, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help" onClose={onClose}>
      <header>
        <h2 id="help">Keys</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <dl>
        {keys.map(([key, does]) => (
          <div key={does}>
            <dt>
              <kbd class="key">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
