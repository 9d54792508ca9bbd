import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface ConfirmProps {
  /** A question. */
  title: string;
  /** What happens on a yes, and what does not. */
  children: ComponentChildren;
  no: string;
  yes: string;
  onAnswer(agreed: boolean): void;
}

/** Asks before something goes. A modal dialog, so that Esc means no; "no" has the focus. */
export function Confirm({ title, children, no, yes, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-what`}
      onClose={({ currentTarget }) => onAnswer(currentTarget.returnValue === 'yes')}
    >
      <h3 id={id}>{title}</h3>
      <div id={`${id}-what`}>{children}</div>
      <form method="dialog">
        <button type="submit" class="button" value="">
          {no}
        </button>
        <button type="submit" class="button button-loss" value="yes">
          {yes}
        </button>
      </form>
    </dialog>
  );
}
