import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DrawerProps {
  onClose(): void;
  children: ComponentChildren;
}

/** Where to go, for windows that have no room for it: a modal dialog at the edge, so that Esc and a press beside it close it. */
export function Drawer({ onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-label="Go to"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <div class="side">{children}</div>
    </dialog>
  );
}
